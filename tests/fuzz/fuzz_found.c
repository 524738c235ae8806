/* The readers that look for chapters in files: any bytes, by each of them. */
#include "write/found.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static bool (*const readers[])(const char *path, struct found *found,
                               struct nr_error *error) = {found_in_ogg, found_in_wav, found_in_flac, found_in_mp3};

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    char path[] = "/tmp/fuzz_found.XXXXXX";
    int fd = mkstemp(path);
    if (fd < 0 || write(fd, bytes, length) != (ssize_t)length)
        abort();
    close(fd);
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        struct nr_error error;
        struct nr_arena *arena = arena_new();
        struct found found = {.arena = arena};
        (void)readers[i](path, &found, &error);
        for (size_t j = 0; j < found.count; j++)
            if (!found.all[j].title)
                abort();
        found_free(&found);
        arena_free(arena);
    }
    unlink(path);
    return 0;
}
