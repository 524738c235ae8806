/* Speaking with the real helper, for tests. */
#ifndef TESTS_SPEAKING_H
#define TESTS_SPEAKING_H

#include "buf.h"
#include "memory.h"
#include "narrator/speaker.h"
#include "str.h"

#include <dirent.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char *const story[] = {
    "The storm came at night.",
    "It took the roofs of forty houses, and nobody slept.",
    "\u201cI have never seen a sea like it,\u201d said Ms Hall.",
    "Who will pay?",
    "The council met at ten.",
    "Nobody knows.",
    "By noon the roads were open again, the trains ran, and the school had its lights back.",
    "It is over!",
};

#define STORY COUNT(story)

static const struct nr_style plain_style = {
    .engine_voice = "en-gb", .rate_wpm = 175, .pitch = 50, .range = 50, .volume = 100};

/* What a speaker said, kept. */
struct said {
    enum nr_sound_state state;
    char why[256];
    struct buf frames;
    struct nr_word_mark marks[1024];
    size_t mark_count;
};

static inline struct nr_settings speaking_settings(const char *engine, unsigned jobs)
{
    return (struct nr_settings){.engine = engine,
                                .jobs = jobs,
                                .helper_path = getenv("TEST_HELPER"),
                                .data_dir = getenv("SOURCE_DIR")};
}

static inline struct nr_speaker *speaking_open(const char *engine, unsigned jobs)
{
    struct nr_settings settings = speaking_settings(engine, jobs);
    struct nr_speaker *speaker = NULL;
    struct nr_error error;
    if (!nr_speaker_open(&settings, &speaker, &error))
        fail_msg("%s", error.message);
    return speaker;
}

/* Words are what lies between single spaces. */
static inline void speaking_submit(struct nr_speaker *speaker, const char *text, const struct nr_style *style)
{
    struct nr_unit_word *words = memory_alloc((strlen(text) + 1) * sizeof *words);
    struct nr_unit unit = {.text = text, .length = strlen(text), .words = words, .style = style};
    struct nr_error error;
    for (size_t start = 0, end; start < unit.length; start = end + 1) {
        end = start + strcspn(text + start, " ");
        words[unit.word_count++] = (struct nr_unit_word){(uint32_t)start, (uint32_t)end};
    }
    if (!nr_speaker_submit(speaker, &unit, &error))
        fail_msg("%s", error.message);
    free(words);
}

static inline void speaking_keep(struct said *said, const struct nr_sound *sound)
{
    *said = (struct said){.state = sound->state, .mark_count = sound->mark_count};
    snprintf(said->why, sizeof said->why, "%s", sound->why);
    buf_append(&said->frames, (struct str){(const char *)sound->frames, sound->frame_count * sizeof(int16_t)});
    for (size_t i = 0; i < sound->mark_count && i < sizeof said->marks / sizeof *said->marks; i++)
        said->marks[i] = sound->marks[i];
}

/* Says all texts, keeping the speaker's room filled. */
static inline void speaking_say(struct nr_speaker *speaker, const char *const *texts, size_t count,
                                struct said *said)
{
    for (size_t sent = 0, taken = 0; taken < count; taken++) {
        struct nr_sound sound;
        struct nr_error error;
        while (sent < count && nr_speaker_room(speaker))
            speaking_submit(speaker, texts[sent++], &plain_style);
        if (!nr_speaker_next(speaker, &sound, &error))
            fail_msg("%s", error.message);
        speaking_keep(&said[taken], &sound);
    }
}

static inline void speaking_forget(struct said *said, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buf_free(&said[i].frames);
}

struct process {
    pid_t pid;
    pid_t parent;
    pid_t group;
    char state;
};

static inline bool speaking_read_process(const char *name, struct process *process)
{
    char path[300], line[512];
    int parent = 0, group = 0;
    *process = (struct process){.pid = atoi(name)};
    snprintf(path, sizeof path, "/proc/%s/stat", name);
    FILE *file = process->pid > 0 ? fopen(path, "r") : NULL;
    const char *rest = file && fgets(line, sizeof line, file) ? strrchr(line, ')') : NULL;
    bool read = rest && sscanf(rest, ") %c %d %d", &process->state, &parent, &group) == 3;
    process->parent = parent;
    process->group = group;
    if (file)
        fclose(file);
    return read;
}

/* Finds a process for which `wanted` holds; 0 if there is none. */
static inline pid_t speaking_find_process(bool (*wanted)(const struct process *process, pid_t id), pid_t id)
{
    DIR *folder = opendir("/proc");
    pid_t found = 0;
    for (struct dirent *entry; folder && !found && (entry = readdir(folder));) {
        struct process process;
        if (speaking_read_process(entry->d_name, &process) && wanted(&process, id))
            found = process.pid;
    }
    closedir(folder);
    return found;
}

static inline bool speaking_is_child(const struct process *process, pid_t id)
{
    return process->parent == id;
}

/* An orphan that is dead but not yet reaped is the init process's to bury. */
static inline bool speaking_is_companion(const struct process *process, pid_t id)
{
    bool buried = process->state == 'Z' && process->parent != id;
    return process->group == id && process->pid != id && !buried;
}

static inline pid_t speaking_child_of(pid_t parent)
{
    return speaking_find_process(speaking_is_child, parent);
}

/* Waits until no other process of this one's group is left: what dies with the helper takes a moment.
 * A test that hangs here has found a process that was left over. */
static inline void speaking_wait_until_alone(void)
{
    while (speaking_find_process(speaking_is_companion, getpid()))
        poll(NULL, 0, 1);
}

static inline void assert_same(const struct said *a, const struct said *b, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(a[i].state, b[i].state);
        assert_int_equal(a[i].frames.length, b[i].frames.length);
        assert_memory_equal(buf_str(&a[i].frames).at, buf_str(&b[i].frames).at, a[i].frames.length);
        assert_int_equal(a[i].mark_count, b[i].mark_count);
        for (size_t w = 0; w < a[i].mark_count; w++) {
            assert_int_equal(a[i].marks[w].start_frame, b[i].marks[w].start_frame);
            assert_int_equal(a[i].marks[w].heard, b[i].marks[w].heard);
        }
    }
}

static inline size_t frames_of(const struct said *said)
{
    return said->frames.length / sizeof(int16_t);
}

static inline void say_alone(const char *engine, unsigned jobs, const char *const *texts, size_t count,
                             struct said *said)
{
    struct nr_speaker *speaker = speaking_open(engine, jobs);
    speaking_say(speaker, texts, count, said);
    nr_speaker_close(speaker);
    speaking_wait_until_alone();
}

#endif
