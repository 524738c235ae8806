/* Side files with the chapters, for players that read none from the sound. */
#include "buf.h"
#include "fail.h"
#include "narrator/output.h"
#include "sink.h"
#include "temporary.h"

#include <inttypes.h>
#include <jansson.h>
#include <stdlib.h>

static uint64_t start_ms(const struct nr_recording *recording, size_t chapter)
{
    return recording->chapter_starts[chapter] * 1000 / recording->sample_rate;
}

/* Podcasting 2.0, jsonChapters: application/json+chapters, version 1.2.0. */
static void put_json(struct buf *out, const struct nr_recording *recording)
{
    json_t *list = json_array();
    for (size_t i = 0; i < recording->plan->chapter_count; i++)
        json_array_append_new(list, json_pack("{s:f, s:s}", "startTime", (double)start_ms(recording, i) / 1000,
                                              "title", recording->plan->chapters[i].title));
    json_t *all = json_pack("{s:s, s:o}", "version", "1.2.0", "chapters", list);
    char *text = json_dumps(all, JSON_INDENT(1) | JSON_REAL_PRECISION(10));
    buf_printf(out, "%s\n", text);
    free(text);
    json_decref(all);
}

/* Audacity's labels: from, to and name, apart by tabs. */
static void put_labels(struct buf *out, const struct nr_recording *recording)
{
    for (size_t i = 0; i < recording->plan->chapter_count; i++) {
        uint64_t ms = start_ms(recording, i);
        for (unsigned column = 0; column < 2; column++)
            buf_printf(out, "%" PRIu64 ".%03" PRIu64 "\t", ms / 1000, ms % 1000);
        buf_printf(out, "%s\n", recording->plan->chapters[i].title);
    }
}

static void (*const kinds[])(struct buf *out, const struct nr_recording *recording) = {
    [NR_CHAPTERS_JSON] = put_json,
    [NR_CHAPTERS_TXT] = put_labels,
};

bool nr_write_chapters(const struct nr_recording *recording, enum nr_chapters kind, const char *path,
                       struct nr_error *error)
{
    struct temporary file;
    struct buf text = {0};
    struct nr_arena *arena = arena_new();
    kinds[kind](&text, recording);
    bool ok = temporary_open(&file, path, arena, error) &&
              sink_write(&(struct sink){file.fd, path, NULL}, text.at, text.length, error) &&
              temporary_commit(&file, error);
    temporary_discard(&file);
    arena_free(arena);
    buf_free(&text);
    return ok;
}
