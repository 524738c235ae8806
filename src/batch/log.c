#include "log.h"

#include "fail.h"
#include "folders.h"
#include "id.h"
#include "path.h"

#include <dirent.h>
#include <jansson.h>
#include <string.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>

#define LOG_VERSION 1
#define LOGS        FOLDERS_OWN "/logs"

static const char *const states[] = {
    [FATE_STOPPED] = "stopped", [FATE_UNCHANGED] = "unchanged", [FATE_MOVED] = "renamed",
    [FATE_MADE] = "made",       [FATE_WOULD] = "would-make",    [FATE_FAILED] = "failed",
};

bool log_open(const char *path, FILE **log, struct nr_error *error)
{
    if (!folders_make_for(path, error))
        return false;
    *log = fopen(path, "w");
    return *log || fail_errno(error, "%s: can't write the log", path);
}

bool log_close(FILE *log, const char *path, struct nr_error *error)
{
    if (!log)
        return true;
    bool wrote = !ferror(log);
    return (fclose(log) == 0 && wrote) || fail_errno(error, "%s: can't write the log", path);
}

static void put_time(json_t *line)
{
    char text[32];
    time_t now = time(NULL);
    struct tm parts;
    gmtime_r(&now, &parts);
    strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    json_object_set_new(line, "time", json_string(text));
}

static void put_text(json_t *line, const char *key, const char *text)
{
    if (text && *text)
        json_object_set_new(line, key, json_string(text));
}

static void put_outcome(json_t *line, const struct outcome *outcome, struct nr_arena *arena)
{
    if (outcome->cause)
        put_text(line, "cause", cause_text(outcome->cause));
    if (outcome->fault)
        put_text(line, "class", fault_name(outcome->fault));
    put_text(line, "message", id_readable(arena, outcome->message));
    if (outcome->sample_rate) {
        json_object_set_new(line, "sound_s", json_real((double)outcome->frames / outcome->sample_rate));
        json_object_set_new(line, "bytes", json_integer((json_int_t)outcome->bytes));
    }
    if (outcome->characters)
        json_object_set_new(line, "characters", json_integer((json_int_t)outcome->characters));
    if (outcome->words_lost)
        json_object_set_new(line, "words_lost", json_integer((json_int_t)outcome->words_lost));
}

void log_task(FILE *log, const struct batch *batch, const struct task *task)
{
    if (!log || task->outcome.fate == FATE_STOPPED)
        return;
    struct nr_arena *arena = arena_new();
    json_t *line = json_object();
    json_object_set_new(line, "v", json_integer(LOG_VERSION));
    put_text(line, "id", task->item->id);
    put_text(line, "state", states[task->outcome.fate]);
    put_text(line, "output", task->item->output ? id_of(arena, task->item->output) : NULL);
    put_outcome(line, &task->outcome, arena);
    json_object_set_new(line, "seconds", json_real(task->seconds));
    put_time(line);
    if (batch->shard.count)
        put_text(line, "shard", arena_printf(arena, "%u/%u", batch->shard.index + 1, batch->shard.count));
    json_dumpf(line, log, JSON_COMPACT | JSON_REAL_PRECISION(9));
    fputc('\n', log);
    fflush(log); /* whoever is killed has told what was done so far */
    json_decref(line);
    arena_free(arena);
}

const char *log_shard_path(const struct batch *batch, struct nr_arena *arena)
{
    struct utsname system;
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    const char *host = uname(&system) == 0 ? system.nodename : "host";
    return arena_printf(arena, "%s/" LOGS "/%u-of-%u.%lld.%s.%ld.ndjson", batch->out, batch->shard.index + 1,
                        batch->shard.count, (long long)now.tv_sec, host, (long)getpid());
}

static void add_line(struct log_sum *sum, const json_t *line)
{
    const char *state = json_string_value(json_object_get(line, "state"));
    if (!state)
        return;
    sum->lines++;
    sum->made += strcmp(state, states[FATE_MADE]) == 0;
    sum->failed += strcmp(state, states[FATE_FAILED]) == 0;
    sum->seconds += json_number_value(json_object_get(line, "seconds"));
    sum->sound_s += json_number_value(json_object_get(line, "sound_s"));
}

/* The last line of a run that was killed may be torn. */
static void add_log(struct log_sum *sum, const char *path)
{
    FILE *file = fopen(path, "r");
    if (!file)
        return;
    json_t *line;
    sum->logs++;
    while ((line = json_loadf(file, JSON_DISABLE_EOF_CHECK, NULL))) {
        add_line(sum, line);
        json_decref(line);
    }
    fclose(file);
}

struct log_sum log_add_up(const struct batch *batch)
{
    struct log_sum sum = {0};
    struct nr_arena *arena = arena_new();
    const char *folder = arena_printf(arena, "%s/" LOGS, batch->out);
    DIR *entries = opendir(folder);
    for (const struct dirent *entry; entries && (entry = readdir(entries));)
        if (entry->d_name[0] != '.')
            add_log(&sum, path_join(arena, folder, entry->d_name));
    if (entries)
        closedir(entries);
    arena_free(arena);
    return sum;
}
