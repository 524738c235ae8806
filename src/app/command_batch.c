#include "batch/batch.h"
#include "command.h"
#include "fail.h"
#include "options.h"
#include "progress.h"

#include <stdlib.h>
#include <sys/stat.h>

#define DEFAULT_FORMAT "ogg"
#define FEED_FORMAT    "mp3" /* the one that all podcast players play */

/* A run is long: without a terminal it says now and then how far it is. */
static enum batch_progress progress_of(const struct options *options)
{
    if (options->progress == PROGRESS_NONE || options->quiet)
        return BATCH_PROGRESS_NONE;
    return progress_redraws(options) ? BATCH_PROGRESS_REDRAWN : BATCH_PROGRESS_PLAIN;
}

static bool check_folder(const char *folder, struct nr_error *error)
{
    struct stat status;
    if (!folder)
        return fail(error, NR_USAGE, "batch needs a folder for the recordings; give --output DIR");
    return stat(folder, &status) != 0 || S_ISDIR(status.st_mode) ||
           fail(error, NR_USAGE, "%s is no folder; give --output DIR", folder);
}

bool command_batch(const struct options *options, struct nr_error *error)
{
    struct nr_voice *voice = NULL;
    struct batch batch = {
        .source = options->operands[0],
        .out = options->output,
        .include = options->include,
        .exclude = options->exclude,
        .print0 = options->print0,
        .format = options->format ? options->format : nr_format_find(options->feed ? FEED_FORMAT : DEFAULT_FORMAT),
        .chapters = options->feed ? NR_CHAPTERS_JSON : (enum nr_chapters)options->chapters,
        .settings = options_settings(options),
        .remake = options->remake ? options->remake : BATCH_REMAKE_TEXT | BATCH_REMAKE_SETTINGS,
        .timeout_s = options->timeout_s,
        .watch = options->watch,
        .dry_run = options->dry_run,
        .retry_failed = options->retry_failed,
        .fail_fast = options->fail_fast,
        .prune = options->prune,
        .force = options->force,
        .strict = options->strict,
        .quiet = options->quiet,
        .progress = progress_of(options),
        .log = options->log,
        .junit = options->junit,
        .title = options->list_title,
        .feed = options->feed,
        .feed_public = options->feed_public,
        .no_index = options->no_index,
    };
    if (!check_folder(batch.out, error) ||
        (options->digest && !batch_minutes_find(options->digest, &batch.digest_minutes, error)) ||
        (options->shard && !batch_shard_find(options->shard, &batch.shard, error)))
        return false;
    if (options->watch && (options->dry_run || options->shard || options->merge))
        return fail(error, NR_USAGE, "--watch goes with neither --dry-run, --shard nor --merge");
    if (options->merge)
        return batch_merge(&batch, error);
    bool done = nr_output_check(batch.format, &batch.settings, error) &&
                nr_voice_load(options->voice, &batch.settings, &voice, error) &&
                (batch.voice = voice, batch_run(&batch, error));
    nr_voice_free(voice);
    return done;
}
