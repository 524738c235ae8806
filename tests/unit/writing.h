/* A recording made by hand and a folder to write it into, for tests of src/write/. */
#ifndef TESTS_WRITING_H
#define TESTS_WRITING_H

#include "narrator/output.h"

#include <dirent.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define RATE         22050u
#define CHAPTERS_MAX 200

/* An utterance every 5 s, the last 300 ms of which are a pause. */
#define UTTERANCES_MAX   40
#define UTTERANCE_FRAMES (5 * RATE)
#define PAUSE_MS         300
#define PAUSE_FRAMES     (RATE * PAUSE_MS / 1000)

/* Files are compared with what was recorded. */
static const struct nr_settings defaults = {.loudness = NR_LOUDNESS_NONE};
static char folder[64];

/* A recording made by hand: a tone with a hiss, chapters at uneven frames. */
struct made {
    struct nr_article article;
    struct nr_plan plan;
    struct nr_recording recording;
    struct nr_chapter chapters[CHAPTERS_MAX];
    uint64_t starts[CHAPTERS_MAX];
    struct nr_utterance utterances[UTTERANCES_MAX];
    uint64_t utterance_starts[UTTERANCES_MAX];
};

static inline int tone_fd(uint64_t frames)
{
    char name[] = "/tmp/test_write.pcm.XXXXXX";
    int fd = mkstemp(name);
    assert_true(fd >= 0);
    unlink(name);
    int16_t *sound = calloc(frames + 1, sizeof *sound);
    for (uint64_t i = 0; i < frames; i++)
        if (i % UTTERANCE_FRAMES < UTTERANCE_FRAMES - PAUSE_FRAMES)
            sound[i] = (int16_t)(labs((long)(i % 140) - 70) * 257 - 9000 + (long)(i * i * 7919 % 2003));
    assert_int_equal(write(fd, sound, frames * sizeof *sound), frames * sizeof *sound);
    free(sound);
    return fd;
}

static inline void make(struct made *made, const char *const titles[], size_t chapter_count, uint64_t frames)
{
    *made = (struct made){0};
    made->article = (struct nr_article){.name = "news/storm.txt",
                                        .title = "Storm ‘closes’ ports",
                                        .byline = "Zoë Müller",
                                        .date = "12 March 2024",
                                        .site = "The Gazette"};
    made->plan = (struct nr_plan){.article = &made->article,
                                  .locale = "en-GB",
                                  .sample_rate = RATE,
                                  .chapters = made->chapters,
                                  .chapter_count = chapter_count};
    for (size_t i = 0; i < chapter_count; i++) {
        made->chapters[i].title = titles[i];
        made->starts[i] = i * frames / chapter_count + (i ? 7 : 0);
    }
    made->plan.utterances = made->utterances;
    made->plan.utterance_count = frames / UTTERANCE_FRAMES;
    for (size_t i = 0; i < made->plan.utterance_count; i++) {
        made->utterances[i].pause_after_ms = PAUSE_MS;
        made->utterance_starts[i] = i * UTTERANCE_FRAMES;
    }
    made->recording = (struct nr_recording){.plan = &made->plan,
                                            .engine = "eSpeak NG 1.51",
                                            .sample_rate = RATE,
                                            .frame_count = frames,
                                            .pcm_fd = tone_fd(frames),
                                            .utterance_starts = made->utterance_starts,
                                            .chapter_starts = made->starts};
}

static const char *const odd_titles[] = {
    "Storm ‘closes’ ports", "العاصفة", "风暴来了", "🌪️ = 💨", "a=b; #c \\ \"d\" 'e'", "x",
};

#define ODD_COUNT (sizeof odd_titles / sizeof odd_titles[0])

static inline void drop(struct made *made)
{
    close(made->recording.pcm_fd);
}

static inline const char *at(const char *name)
{
    static char path[4][512];
    static unsigned turn;
    char *chosen = path[turn++ % 4];
    snprintf(chosen, sizeof path[0], "%s/%s", folder, name);
    return chosen;
}

static inline const char *out_of(const struct nr_format *format)
{
    char name[16];
    snprintf(name, sizeof name, "out.%s", nr_format_name(format));
    return at(name);
}

static inline void write_made(const struct made *made, const struct nr_format *format, const char *path)
{
    struct nr_error error = {0};
    if (!nr_write_recording(&made->recording, format, path, &defaults, &error))
        fail_msg("%s", error.message);
}

/* All that a command prints on both its outputs; *length may be NULL. */
__attribute__((format(printf, 2, 3))) static inline char *output_of(size_t *length, const char *format, ...)
{
    char command[2048];
    va_list args;
    va_start(args, format);
    vsnprintf(command, sizeof command, format, args);
    va_end(args);
    strcat(command, " 2>&1");
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    size_t used = 0, room = 1 << 20;
    char *text = malloc(room + 1);
    for (size_t got; (got = fread(text + used, 1, room - used, pipe)) > 0;) {
        used += got;
        text = used == room ? realloc(text, (room *= 2) + 1) : text;
    }
    text[used] = '\0';
    if (pclose(pipe) != 0)
        fail_msg("%s failed: %s", command, text);
    if (length)
        *length = used;
    return text;
}

static inline void expect_nothing_in_folder(void)
{
    DIR *entries = opendir(folder);
    for (const struct dirent *entry; (entry = readdir(entries));)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            fail_msg("%s is left", entry->d_name);
    closedir(entries);
}

static inline int open_folder(void **state)
{
    (void)state;
    signal(SIGPIPE, SIG_IGN);
    strcpy(folder, "/tmp/test_write.XXXXXX");
    return mkdtemp(folder) ? 0 : -1;
}

static inline int close_folder(void **state)
{
    (void)state;
    free(output_of(NULL, "rm -r %s", folder));
    return 0;
}

/* A test with a new folder, which is removed with all that is in it. */
#define in_folder(test) cmocka_unit_test_setup_teardown(test, open_folder, close_folder)

#endif
