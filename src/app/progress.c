#include "progress.h"

#include "utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define REDRAW_SECONDS  0.1
#define PLAIN_SECONDS   5.0
#define NAME_CHARACTERS 40

static double seconds_since(const struct timespec *then)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - then->tv_sec) + (double)(now.tv_nsec - then->tv_nsec) / 1e9;
}

/* "3:07 left", or nothing while it would be a guess. */
static const char *time_left(char text[32], double passed, uint64_t done, uint64_t all)
{
    text[0] = '\0';
    if (passed < 1 || done == 0 || done > all)
        return text;
    unsigned long left = (unsigned long)(passed * (double)(all - done) / (double)done + 0.5);
    snprintf(text, 32, ", %lu:%02lu left", left / 60, left % 60);
    return text;
}

static void print(struct progress *progress, uint64_t done, uint64_t all)
{
    static const char *const verbs[] = {[NR_STAGE_SPEAK] = "speaking", [NR_STAGE_WRITE] = "writing"};
    char left[32];
    int width = (int)utf8_offset(str_of(progress->name), NAME_CHARACTERS);
    unsigned percent = all > 0 && done <= all ? (unsigned)((double)done / (double)all * 100) : 100;
    time_left(left, seconds_since(&progress->started), done, all);
    fprintf(stderr, "%snarrate: %.*s: %s, %u %%%s%s", progress->redrawn ? "\r" : "", width, progress->name,
            verbs[progress->stage], percent, left, progress->redrawn ? "\033[K" : "\n");
    progress->drawn = progress->redrawn;
}

static void report(void *context, enum nr_stage stage, uint64_t done, uint64_t all)
{
    struct progress *progress = context;
    if (stage != progress->stage) {
        progress->stage = stage;
        clock_gettime(CLOCK_MONOTONIC, &progress->started);
    }
    if (seconds_since(&progress->last) < (progress->redrawn ? REDRAW_SECONDS : PLAIN_SECONDS))
        return;
    clock_gettime(CLOCK_MONOTONIC, &progress->last);
    print(progress, done, all);
}

/* https://no-color.org: set and not empty.  A dumb terminal can't go back to the start of a line. */
static bool terminal_is_plain(void)
{
    const char *no_color = getenv("NO_COLOR");
    const char *term = getenv("TERM");
    return (no_color && *no_color) || !term || strcmp(term, "dumb") == 0;
}

bool progress_redraws(const struct options *options)
{
    return options->progress == PROGRESS_AUTO && isatty(STDERR_FILENO) && !terminal_is_plain();
}

void progress_end(struct progress *progress)
{
    if (progress->drawn)
        fputs("\r\033[K", stderr);
    progress->drawn = false;
}

struct nr_progress progress_start(struct progress *progress, const char *name, const struct options *options)
{
    const char *slash = strrchr(name, '/');
    bool terminal = isatty(STDERR_FILENO);
    *progress = (struct progress){.name = slash ? slash + 1 : name, .stage = NR_STAGE_SPEAK};
    progress->shown = !options->quiet &&
                      (options->progress == PROGRESS_PLAIN || (options->progress == PROGRESS_AUTO && terminal));
    progress->redrawn = progress_redraws(options);
    clock_gettime(CLOCK_MONOTONIC, &progress->started);
    progress->last = progress->started;
    return (struct nr_progress){progress->shown ? report : NULL, progress};
}
