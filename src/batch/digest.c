#include "digest.h"

#include "fail.h"
#include "listen.h"
#include "memory.h"
#include "path.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define FOLDER      "digests"
#define MINUTES_MAX 100000ul

/* An article that has a recording. */
struct recorded {
    const struct item *item;
    struct record *record;
};

struct digests {
    const struct run *run;
    struct run work; /* the digests in place of the articles */
    struct recorded *all;
    size_t count;
    const struct item **members; /* of all digests, one after the other */
};

bool batch_minutes_find(const char *written, unsigned *minutes, struct nr_error *error)
{
    static const struct {
        const char *unit;
        unsigned minutes;
    } units[] = {{"", 1}, {"m", 1}, {"min", 1}, {"h", 60}};
    char *end;
    unsigned long number = *written >= '1' && *written <= '9' ? strtoul(written, &end, 10) : 0;
    for (size_t i = 0; number && number <= MINUTES_MAX && i < sizeof units / sizeof *units; i++)
        if (strcmp(end, units[i].unit) == 0) {
            *minutes = (unsigned)number * units[i].minutes;
            return true;
        }
    return fail(error, NR_USAGE, "--digest: '%s' is no length; write 45min or 2h", written);
}

bool digest_has_id(const char *id)
{
    return *id == '/';
}

/* What came first is heard first, and what comes later changes the last digest alone. */
static int oldest_first(const void *a, const void *b)
{
    const struct record *one = ((const struct recorded *)a)->record, *two = ((const struct recorded *)b)->record;
    if (one->first_seen != two->first_seen)
        return one->first_seen < two->first_seen ? -1 : 1;
    return strcmp(one->id, two->id);
}

static void load(struct digests *digests)
{
    const struct run *run = digests->run;
    digests->all = memory_alloc((run->items.count + 1) * sizeof *digests->all);
    digests->members = memory_alloc((run->items.count + 1) * sizeof *digests->members);
    for (size_t i = 0; i < run->items.count; i++) {
        struct record *record = record_load(run->batch->out, run->items.at[i].id, run->arena);
        if (record && article_is_there(run->batch, record))
            digests->all[digests->count++] = (struct recorded){&run->items.at[i], record};
    }
    if (digests->count)
        qsort(digests->all, digests->count, sizeof *digests->all, oldest_first);
    for (size_t i = 0; i < digests->count; i++)
        digests->members[i] = digests->all[i].item;
}

/* Which articles the next digest holds: as many as come nearest to its length, at least one. */
static size_t fill(const struct digests *digests, size_t from)
{
    double length = digests->run->batch->digest_minutes * 60.0, seconds = 0;
    size_t end = from;
    while (end < digests->count) {
        double more = listen_seconds(digests->all[end].record);
        if (end > from && seconds + more / 2 > length)
            break;
        seconds += more;
        end++;
    }
    return end;
}

static void add_item(struct run *work, size_t number)
{
    const char *name = arena_printf(work->arena, FOLDER "/%02zu", number);
    struct item *item = items_add(&work->items, name, name);
    item->id = arena_printf(work->arena, "/%s", name);
    item->output = arena_printf(work->arena, "%s.%s", name, nr_format_name(work->batch->format));
}

/* What the digest depends on, and whether that is as it was. */
static void prepare(struct digests *digests, struct task *task, size_t from, size_t to)
{
    struct run *work = &digests->work;
    struct hash hash = hash_begin();
    hash_key(&hash, &work->shared.context);
    for (size_t i = from; i < to; i++)
        hash_key(&hash, &digests->all[i].record->inputs);
    for (size_t i = from; i < to; i++)
        task->outcome.characters += digests->all[i].item->bytes;
    task->inputs = hash_end(&hash);
    task->members = digests->members + from;
    task->member_count = to - from;
    task->known = record_load(work->batch->out, task->item->id, work->arena);
    task->settled = task->known && key_equal(&task->known->inputs, &task->inputs) && task->known->output &&
                    strcmp(task->known->output, task->item->output) == 0 &&
                    article_is_there(work->batch, task->known);
}

static void divide(struct digests *digests)
{
    struct run *work = &digests->work;
    size_t count = 0, from = 0;
    for (size_t at = 0; at < digests->count; at = fill(digests, at))
        add_item(work, ++count);
    work->tasks = memory_alloc((count + 1) * sizeof *work->tasks);
    work->task_count = count;
    for (size_t i = 0; i < count; i++) {
        size_t to = fill(digests, from);
        work->tasks[i].item = &work->items.at[i];
        prepare(digests, &work->tasks[i], from, to);
        from = to;
    }
}

static void remove_rest(const struct digests *digests)
{
    const struct run *work = &digests->work;
    for (size_t number = work->task_count + 1;; number++) {
        const char *id = arena_printf(work->arena, "/" FOLDER "/%02zu", number);
        struct record *record = record_load(work->batch->out, id, work->arena);
        if (!record)
            return;
        if (article_is_there(work->batch, record))
            unlink(path_join(work->arena, work->batch->out, record->output));
        record_remove(work->batch->out, id);
    }
}

bool digest_work(const struct run *run, struct nr_error *error)
{
    struct digests digests = {.run = run,
                              .work = {.shared = run->shared, .batch = run->batch, .arena = run->arena}};
    struct run *work = &digests.work;
    work->items.arena = run->arena;
    load(&digests);
    divide(&digests);
    work->report = (struct report){.batch = run->batch, .all = work->task_count, .started_ms = worker_clock_ms()};
    bool ok = run_work(work, error);
    if (ok && work->report.fates[FATE_FAILED])
        ok = fail(error, NR_SOME_FAILED, "%zu of %zu digests failed", work->report.fates[FATE_FAILED],
                  work->task_count);
    if (ok && !work->report.fates[FATE_STOPPED])
        remove_rest(&digests);
    items_free(&work->items);
    free(work->tasks);
    free(digests.all);
    free(digests.members);
    return ok;
}
