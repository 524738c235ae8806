#include "receipt.h"

#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#define SCHEMA 1

static double seconds_of(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static double cpu_of(int who)
{
    struct rusage usage;
    getrusage(who, &usage);
    return seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
}

struct stopwatch stopwatch_start(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (struct stopwatch){(double)now.tv_sec + (double)now.tv_nsec / 1e9,
                              cpu_of(RUSAGE_SELF) + cpu_of(RUSAGE_CHILDREN)};
}

struct stopwatch stopwatch_read(const struct stopwatch *started)
{
    struct stopwatch now = stopwatch_start();
    return (struct stopwatch){now.wall - started->wall, now.cpu - started->cpu};
}

/* JSON has no infinity: silence has no level.  Three decimals are enough for people and for sorting. */
static json_t *number(double value)
{
    return isfinite(value) ? json_real(round(value * 1000) / 1000) : json_null();
}

/* Text from outside may be no UTF-8. */
static json_t *text(const char *value)
{
    json_t *made = value ? json_string(value) : json_null();
    return made ? made : json_stringn_nocheck("", 0);
}

static json_t *sections(const struct nr_recording *recording)
{
    json_t *all = json_array();
    const struct nr_plan *plan = recording->plan;
    for (size_t i = 0; i < plan->chapter_count; i++) {
        json_t *section = json_object();
        json_object_set_new(section, "title", text(plan->chapters[i].title));
        json_object_set_new(section, "start",
                            number((double)recording->chapter_starts[i] / recording->sample_rate));
        json_object_set_new(section, "inside", json_boolean(plan->chapters[i].inside));
        json_array_append_new(all, section);
    }
    return all;
}

static json_t *words(const struct nr_recording *recording, const struct nr_proof *proof)
{
    size_t planned = 0, heard = 0;
    const struct nr_plan *plan = recording->plan;
    for (size_t i = 0; i < plan->token_count; i++) {
        planned += plan->tokens[i].spoken_end > plan->tokens[i].spoken_start;
        heard += recording->words[i].heard;
    }
    size_t lost = recording->words_lost;
    return json_pack("{s:I, s:I, s:I, s:I, s:I, s:I}", "planned", (json_int_t)planned, "heard", (json_int_t)heard,
                     "inferred", (json_int_t)(planned > heard + lost ? planned - heard - lost : 0), "repaired",
                     (json_int_t)recording->words_repaired, "lost", (json_int_t)lost, "in_file",
                     (json_int_t)proof->words);
}

void receipt_print(const struct output *output, const struct nr_recording *recording, const struct nr_proof *proof,
                   struct stopwatch taken)
{
    const struct nr_article *article = recording->plan->article;
    json_t *receipt = json_object();
    json_object_set_new(receipt, "v", json_integer(SCHEMA));
    json_object_set_new(receipt, "article", text(article->name));
    json_object_set_new(receipt, "output", text(output->path));
    json_object_set_new(receipt, "format", text(nr_format_name(output->format)));
    json_object_set_new(receipt, "title", text(article->title));
    json_object_set_new(receipt, "locale", text(recording->plan->locale));
    json_object_set_new(receipt, "bytes", json_integer((json_int_t)proof->bytes));
    json_object_set_new(receipt, "seconds", number(proof->seconds));
    json_object_set_new(receipt, "sections", sections(recording));
    json_object_set_new(receipt, "words", words(recording, proof));
    json_object_set_new(receipt, "lufs", number(proof->lufs));
    json_object_set_new(receipt, "peak_db", number(proof->peak_db));
    json_object_set_new(receipt, "wrong", text(proof->wrong));
    json_object_set_new(receipt, "cpu_seconds", number(taken.cpu));
    json_object_set_new(receipt, "wall_seconds", number(taken.wall));
    json_object_set_new(receipt, "versions",
                        json_pack("{s:s, s:o}", "narrate", NR_VERSION, "engine", text(recording->engine)));
    char *line = json_dumps(receipt, JSON_COMPACT | JSON_REAL_PRECISION(9));
    printf("%s\n", line ? line : "{}");
    free(line);
    json_decref(receipt);
}
