#include "engine_sound.h"

#include "wire.h"

#include <errno.h>
#include <unistd.h>

/* A child's memory is new with every order, so little of it is used. */
#define KEPT_BYTES ((size_t)16 << 10)

bool sound_flush(struct sound *sound)
{
    struct str rest = buf_str(&sound->frames);
    while (rest.length && !sound->failed) {
        ssize_t count = pwrite(sound->fd, rest.at, rest.length, (off_t)sound->next);
        sound->failed = count < 0 && errno != EINTR;
        size_t moved = count > 0 ? (size_t)count : 0;
        sound->next += moved;
        rest = str_slice(rest, moved, rest.length);
    }
    buf_clear(&sound->frames);
    return !sound->failed;
}

bool sound_frames(struct sound *sound, const int16_t *frames, size_t count)
{
    sound->full = sound->full || count > sound->frames_max - sound->frame_count;
    if (sound->full || sound->failed)
        return false;
    buf_append(&sound->frames, (struct str){(const char *)frames, count * sizeof *frames});
    sound->frame_count += count;
    return sound->fd < 0 || sound->frames.length < KEPT_BYTES || sound_flush(sound);
}

void sound_word(struct sound *sound, uint32_t offset, uint32_t frame)
{
    struct wire_event event = {offset, frame};
    buf_append(&sound->events, (struct str){(const char *)&event, sizeof event});
}

void sound_free(struct sound *sound)
{
    buf_free(&sound->frames);
    buf_free(&sound->events);
}
