#include "sound_file.h"

#include "fail.h"
#include "scratch.h"

#include <errno.h>
#include <unistd.h>

bool sound_file_open(struct sound_file *file, struct nr_error *error)
{
    *file = (struct sound_file){.fd = scratch_open()};
    return file->fd >= 0 ||
           fail_errno(error, "can't keep sound in %s; set TMPDIR to another folder", scratch_folder());
}

bool sound_file_append(struct sound_file *file, const int16_t *frames, size_t count, struct nr_error *error)
{
    const char *at = (const char *)frames;
    for (size_t left = count * sizeof *frames; left;) {
        ssize_t written = write(file->fd, at, left);
        if (written < 0 && errno != EINTR)
            return fail_errno(error, "can't keep sound in %s; make room there or set TMPDIR to another folder",
                              scratch_folder());
        at += written > 0 ? written : 0;
        left -= written > 0 ? (size_t)written : 0;
    }
    file->frame_count += count;
    return true;
}

bool sound_file_read(int fd, uint64_t start, int16_t *frames, size_t count, struct nr_error *error)
{
    char *at = (char *)frames;
    off_t offset = (off_t)(start * sizeof *frames);
    for (size_t left = count * sizeof *frames; left;) {
        ssize_t got = pread(fd, at, left, offset);
        if (got == 0)
            return fail(error, NR_FAILED, "the recording has no frames beyond its end");
        if (got < 0 && errno != EINTR)
            return fail_errno(error, "can't read the sound back");
        at += got > 0 ? got : 0;
        offset += got > 0 ? got : 0;
        left -= got > 0 ? (size_t)got : 0;
    }
    return true;
}
