#include "message.h"

#include <stdarg.h>
#include <stdio.h>

void message(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char line[1024];
    vsnprintf(line, sizeof line, format, args);
    va_end(args);
    /* File names and articles may hold line ends and terminal commands. */
    for (char *at = line; *at; at++) {
        if ((unsigned char)*at < ' ' || *at == 0x7F)
            *at = '?';
    }
    fprintf(stderr, "narrate: %s\n", line);
}
