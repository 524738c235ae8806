#include "batch.h"

#include "article.h"
#include "fail.h"
#include "find.h"
#include "listen.h"
#include "log.h"
#include "message.h"
#include "names.h"
#include "path.h"

#include <stdio.h>
#include <unistd.h>

/* What fails so often, though each time it might have passed, is given up. */
#define ATTEMPTS_MAX 3u

struct merge {
    const struct batch *batch;
    struct nr_arena *arena;
    size_t done;
    size_t missing;
    size_t poisoned;
    double sound_s;
};

static bool is_poisoned(const struct record *record)
{
    if (!record || !record->message)
        return false;
    return record->fault != FAULT_TRANSIENT || record->attempts >= ATTEMPTS_MAX;
}

static void add_item(struct merge *merge, const struct item *item)
{
    const struct record *record = record_load(merge->batch->out, item->id, merge->arena);
    if (item->problem || is_poisoned(record)) {
        enum fault fault = item->problem ? item->refused ? FAULT_NOT_ARTICLE : FAULT_PERMANENT : record->fault;
        merge->poisoned++;
        printf("poisoned\t%s\t%s\t%s\n", item->id, fault_name(fault),
               item->problem ? item->problem : record->message);
    } else if (!record || !article_is_there(merge->batch, record)) {
        merge->missing++;
        printf("missing\t%s\n", item->id);
    } else {
        merge->done++;
        merge->sound_s += record->sample_rate ? (double)record->frames / record->sample_rate : 0;
    }
}

static bool add_all(struct merge *merge, struct nr_error *error)
{
    const struct batch *batch = merge->batch;
    struct items items = {.arena = merge->arena};
    bool ok = find_items(batch, (struct find_hook){NULL, NULL}, &items, error);
    if (ok)
        names_assign(&items, nr_format_name(batch->format));
    for (size_t i = 0; ok && i < items.count; i++)
        add_item(merge, &items.at[i]);
    ok = ok && listen_write(batch, &items, error);
    items_free(&items);
    return ok;
}

bool batch_merge(const struct batch *batch, struct nr_error *error)
{
    struct merge merge = {.batch = batch, .arena = arena_new()};
    bool ok = add_all(&merge, error);
    if (ok && !batch->quiet) {
        struct log_sum sum = log_add_up(batch);
        message("%zu done, %zu poisoned, %zu missing; %.0f s of sound", merge.done, merge.poisoned, merge.missing,
                merge.sound_s);
        message("%zu logs of shards: %zu made in %.0f s, %zu failures", sum.logs, sum.made, sum.seconds,
                sum.failed);
    }
    arena_free(merge.arena);
    if (ok && merge.missing)
        return fail(error, NR_FAILED, "%zu of %zu articles are missing; run their shards again", merge.missing,
                    merge.done + merge.poisoned + merge.missing);
    if (ok && merge.poisoned)
        return fail(error, NR_SOME_FAILED, "%zu of %zu articles are poisoned: they failed for good",
                    merge.poisoned, merge.done + merge.poisoned);
    return ok;
}
