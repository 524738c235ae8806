#include "pass.h"

#include "content.h"
#include "digest.h"
#include "fail.h"
#include "fingerprint.h"
#include "folders.h"
#include "junit.h"
#include "listen.h"
#include "memory.h"
#include "names.h"
#include "path.h"
#include "run.h"
#include "shard.h"
#include "watch.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A recording whose article is gone. */
struct orphan {
    const struct record *record;
    bool adopted;
};

struct orphans {
    struct run *run;
    struct orphan *at; /* by the content of their articles */
    size_t count;
    size_t capacity;
    const char **outputs; /* of those that are there, in order */
    size_t output_count;
};

/* The engine's name and version, as its helper tells. */
static bool ask_engine(const struct batch *batch, struct pass *pass, struct nr_error *error)
{
    struct nr_speaker *speaker;
    struct nr_settings settings = batch->settings;
    settings.jobs = 1;
    if (*pass->engine)
        return true;
    if (!nr_speaker_open(&settings, &speaker, error))
        return false;
    snprintf(pass->engine, sizeof pass->engine, "%s", nr_speaker_engine(speaker));
    nr_speaker_close(speaker);
    return true;
}

/* Somebody is still writing it. */
static bool is_open(const struct pass *pass, const struct item *item)
{
    return pass->is_open && pass->is_open(pass->hook.context, item->path);
}

static bool prepare(struct run *run, struct pass *pass, struct nr_error *error)
{
    const struct batch *batch = run->batch;
    run->shared.batch = batch;
    if (!find_items(batch, pass->hook, &run->items, error))
        return false;
    names_assign(&run->items, nr_format_name(batch->format));
    run->tasks = memory_alloc((run->items.count + 1) * sizeof *run->tasks);
    for (size_t i = 0; i < run->items.count; i++)
        if (shard_has(batch->shard, run->items.at[i].id) && !is_open(pass, &run->items.at[i]))
            run->tasks[run->task_count++].item = &run->items.at[i];
    return ask_engine(batch, pass, error) &&
           fingerprint_context(batch, pass->engine, &run->shared.context, error) &&
           (run->shared.versions = fingerprint_versions(pass->engine), true) &&
           (batch->dry_run || record_prepare(batch->out, error));
}

/* A recording may be kept when its article was renamed, and deleted when it is gone.  It is gone when nothing is
 * where it was: what a pattern leaves out is not. */
static void note_orphan(void *context, struct record *record)
{
    struct orphans *orphans = context;
    if (digest_has_id(record->id) || items_find(&orphans->run->items, record->id) || !record->source ||
        access(record->source, F_OK) == 0 || errno != ENOENT)
        return;
    void *at = orphans->at;
    memory_reserve(&at, &orphans->capacity, orphans->count + 1, sizeof *orphans->at);
    orphans->at = at;
    orphans->at[orphans->count++] = (struct orphan){.record = record};
}

static int by_content(const void *a, const void *b)
{
    const struct record *one = ((const struct orphan *)a)->record, *two = ((const struct orphan *)b)->record;
    int order = strcmp(one->content.text, two->content.text);
    return order ? order : strcmp(one->id, two->id);
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void find_orphans(struct orphans *orphans)
{
    const struct batch *batch = orphans->run->batch;
    record_each(batch->out, orphans->run->arena, note_orphan, orphans);
    if (!orphans->count)
        return;
    orphans->outputs = memory_alloc(orphans->count * sizeof *orphans->outputs);
    for (size_t i = 0; i < orphans->count; i++)
        if (article_is_there(batch, orphans->at[i].record))
            orphans->outputs[orphans->output_count++] = orphans->at[i].record->output;
    qsort(orphans->at, orphans->count, sizeof *orphans->at, by_content);
    if (orphans->output_count)
        qsort(orphans->outputs, orphans->output_count, sizeof *orphans->outputs, by_bytes);
}

/* The recording of an article that is gone and held the same text. */
static const struct record *adopt(const struct orphans *orphans, const struct key *content)
{
    size_t low = 0, high = orphans->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        bool before = strcmp(orphans->at[middle].record->content.text, content->text) < 0;
        *(before ? &low : &high) = before ? middle + 1 : middle;
    }
    for (; low < orphans->count && key_equal(&orphans->at[low].record->content, content); low++)
        if (orphans->at[low].record->output && !orphans->at[low].adopted) {
            orphans->at[low].adopted = true;
            return orphans->at[low].record;
        }
    return NULL;
}

/* Is the file that is in an article's way the recording of one that is gone? */
static bool is_left_over(const struct orphans *orphans, const char *output)
{
    return orphans->output_count &&
           bsearch(&output, orphans->outputs, orphans->output_count, sizeof *orphans->outputs, by_bytes);
}

static void settle(struct run *run, struct task *task, struct outcome outcome)
{
    task->outcome = outcome;
    task->settled = true;
    report_task(&run->report, task);
}

/* What failed for good is not tried again until something about it has changed. */
static bool failed_before(const struct run *run, const struct task *task)
{
    const struct record *known = task->known;
    bool lasting = known && known->fault != FAULT_NONE && known->fault != FAULT_TRANSIENT && known->message;
    return lasting && !run->batch->retry_failed && *task->inputs.text &&
           key_equal(&known->failed_inputs, &task->inputs);
}

static void settle_again(struct run *run, struct task *task)
{
    task->outcome = outcome_failed(task->known->fault, task->known->message);
    task->settled = true;
    if (run->news_only)
        report_old(&run->report, task);
    else
        report_task(&run->report, task);
}

/* Compares an article with what is remembered of it, which is all that most need. */
static void look_at(struct run *run, const struct orphans *orphans, struct task *task)
{
    const struct batch *batch = run->batch;
    const struct item *item = task->item;
    struct nr_error error;
    if (item->problem) {
        settle(run, task, outcome_failed(item->refused ? FAULT_NOT_ARTICLE : FAULT_PERMANENT, item->problem));
        return;
    }
    task->known = record_load(batch->out, item->id, run->arena);
    if (content_hash(item, &task->content, &error))
        task->inputs = fingerprint_inputs(&run->shared.context, item->path, &task->content,
                                          task->known ? task->known->image : NULL);
    const struct record *known = task->known;
    bool same = known && *task->inputs.text && key_equal(&known->inputs, &task->inputs) && known->output &&
                strcmp(known->output, item->output) == 0;
    if (failed_before(run, task))
        settle_again(run, task);
    else if (same && !(batch->remake & BATCH_REMAKE_ALWAYS) && article_is_there(batch, known))
        settle(run, task,
               (struct outcome){.fate = FATE_UNCHANGED,
                                .fault = known->words_lost ? FAULT_INCOMPLETE : FAULT_NONE,
                                .words_lost = known->words_lost});
    if (!known && *task->inputs.text)
        task->adopt = adopt(orphans, &task->content);
    task->ours = is_left_over(orphans, item->output);
}

static void look_at_all(struct run *run, const struct orphans *orphans)
{
    const volatile sig_atomic_t *stop = run->batch->settings.stop;
    uint64_t bytes = 0;
    for (size_t i = 0; i < run->task_count && !(stop && *stop); i++) {
        look_at(run, orphans, &run->tasks[i]);
        bytes += run->tasks[i].settled ? 0 : run->tasks[i].item->bytes;
    }
    run->report.bytes_all = bytes;
}

static bool is_output(const struct run *run, const char *output)
{
    for (size_t i = 0; i < run->items.count; i++)
        if (strcmp(run->items.at[i].output, output) == 0)
            return true;
    return false;
}

static void prune(struct run *run, const struct record *record)
{
    struct nr_arena *arena = arena_new();
    bool theirs = record->output && !is_output(run, record->output) && article_is_there(run->batch, record);
    if (theirs && unlink(path_join(arena, run->batch->out, record->output)) == 0)
        run->report.pruned++;
    record_remove(run->batch->out, record->id);
    arena_free(arena);
}

static void tell_gone(struct run *run, const struct record *record)
{
    struct nr_arena *arena = arena_new();
    if (record->output)
        report_line(&run->report,
                    arena_printf(arena, "%s: is gone; its recording %s/%s is left (--prune deletes it)",
                                 record->id, run->batch->out, record->output));
    run->report.gone += record->output != NULL;
    arena_free(arena);
}

static void settle_orphans(struct run *run, const struct orphans *orphans)
{
    for (size_t i = 0; i < orphans->count; i++) {
        const struct record *record = orphans->at[i].record;
        struct nr_arena *arena = arena_new();
        bool left = record_load(run->batch->out, record->id, arena); /* else its recording was taken over */
        arena_free(arena);
        if (left && run->batch->prune && !run->batch->dry_run)
            prune(run, record);
        else if (left && !run->news_only)
            tell_gone(run, record);
    }
}

static bool is_stopped(const struct run *run)
{
    return run->batch->settings.stop && *run->batch->settings.stop;
}

/* A shard sees a part only: who is gone, and what was renamed, is for a run over all to find. */
static bool work(struct run *run, struct nr_error *error)
{
    struct orphans orphans = {.run = run};
    if (!run->batch->shard.count)
        find_orphans(&orphans);
    look_at_all(run, &orphans);
    bool ok = run_work(run, error);
    if (ok && !is_stopped(run)) {
        settle_orphans(run, &orphans);
        bool whole = !run->batch->dry_run && !run->batch->shard.count;
        ok = !whole || ((!run->batch->digest_minutes || digest_work(run, error)) &&
                        listen_write(run->batch, &run->items, error));
    }
    free(orphans.at);
    free(orphans.outputs);
    return ok;
}

static bool narrate(struct run *run, struct nr_error *error)
{
    bool ok = report_begin(&run->report, run->batch, run->task_count, error) && work(run, error) &&
              (!run->batch->junit || junit_write(run, error));
    struct nr_error other;
    bool closed = report_close(&run->report, ok ? error : &other);
    if (!ok || !closed)
        return false;
    if (!run->news_only || report_has_news(&run->report))
        report_end(&run->report);
    return report_status(&run->report, error);
}

bool pass_run(const struct batch *batch, struct pass *pass, struct nr_error *error)
{
    struct run run = {.batch = batch, .news_only = pass->news_only, .arena = arena_new()};
    run.items.arena = run.arena;
    bool ok = prepare(&run, pass, error) && narrate(&run, error);
    items_free(&run.items);
    free(run.tasks);
    arena_free(run.arena);
    return ok;
}

bool batch_run(const struct batch *batch, struct nr_error *error)
{
    return batch->watch ? watch_run(batch, error) : pass_run(batch, &(struct pass){.news_only = false}, error);
}
