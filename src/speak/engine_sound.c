#include "engine_sound.h"

#include "wire.h"

bool sound_frames(struct sound *sound, const int16_t *frames, size_t count)
{
    sound->full = sound->full || count > sound->frames_max - sound_length(sound);
    if (!sound->full)
        buf_append(&sound->frames, (struct str){(const char *)frames, count * sizeof *frames});
    return !sound->full;
}

void sound_word(struct sound *sound, uint32_t offset, uint32_t frame)
{
    struct wire_event event = {offset, frame};
    buf_append(&sound->events, (struct str){(const char *)&event, sizeof event});
}

size_t sound_length(const struct sound *sound)
{
    return sound->frames.length / sizeof(int16_t);
}

void sound_free(struct sound *sound)
{
    buf_free(&sound->frames);
    buf_free(&sound->events);
}
