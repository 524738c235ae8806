/* Runs a fuzz target over the files of a corpus: what fuzzing found stays found. */
#include "memory.h"

#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int replay(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        return 1;
    }
    uint8_t *data = memory_alloc((size_t)1 << 20);
    size_t size = fread(data, 1, (size_t)1 << 20, file);
    data = memory_resize(data, size, 1);
    LLVMFuzzerTestOneInput(data, size);
    free(data);
    fclose(file);
    return 0;
}

int main(int argc, char **argv)
{
    DIR *folder = argc == 2 ? opendir(argv[1]) : NULL;
    if (!folder) {
        fprintf(stderr, "usage: %s CORPUS\n", argv[0]);
        return 2;
    }
    int failed = 0, count = 0;
    for (struct dirent *entry; (entry = readdir(folder));) {
        char path[4096];
        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%s", argv[1], entry->d_name);
        failed += replay(path);
        count++;
    }
    closedir(folder);
    printf("%d inputs replayed\n", count);
    return failed || !count;
}
