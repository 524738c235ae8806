#include "article.h"

#include "buf.h"
#include "content.h"
#include "fail.h"
#include "fingerprint.h"
#include "folders.h"
#include "path.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define ABOUT_BYTES_MAX 300

/* One article at work. */
struct narrating {
    const struct run_context *run;
    const struct batch *batch;
    const struct nr_settings *settings;
    const struct task *task;
    struct nr_arena *arena;
    struct outcome *outcome;
    struct buf *notes;
    struct record record; /* as it will be remembered */
    const char *path;     /* of the recording */
    struct nr_error *error;
};

bool article_is_there(const struct batch *batch, const struct record *record)
{
    struct stat status;
    struct nr_arena *arena = arena_new();
    bool there = record->output && stat(path_join(arena, batch->out, record->output), &status) == 0 &&
                 S_ISREG(status.st_mode) && (uint64_t)status.st_size == record->bytes;
    arena_free(arena);
    return there;
}

const char *article_source(const struct item *item, struct nr_arena *arena)
{
    char folder[PATH_MAX];
    if (!realpath(path_folder(arena, item->path), folder))
        return item->path;
    return path_join(arena, strcmp(folder, "/") == 0 ? "" : folder, path_name(item->path));
}

/* What differs, of that which counts. */
static enum cause compare(const struct batch *batch, const struct record *was, const struct record *is)
{
    const struct {
        unsigned bit;
        enum cause cause;
        bool same;
    } rules[] = {
        {BATCH_REMAKE_TEXT, CAUSE_TEXT, key_equal(&was->text, &is->text)},
        {BATCH_REMAKE_SETTINGS, CAUSE_SETTINGS, key_equal(&was->settings, &is->settings)},
        {BATCH_REMAKE_VERSIONS, CAUSE_VERSIONS, key_equal(&was->versions, &is->versions)},
        {BATCH_REMAKE_ALWAYS, CAUSE_ASKED, false},
    };
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (batch->remake & rules[i].bit && !rules[i].same)
            return rules[i].cause;
    return CAUSE_NONE;
}

/* "storm.ogg" -> "storm.chapters.json" */
static const char *side_path(const struct batch *batch, const char *output, struct nr_arena *arena)
{
    static const char *const extensions[] = {[NR_CHAPTERS_JSON] = "json", [NR_CHAPTERS_TXT] = "txt"};
    size_t stem = strlen(output) - strlen(nr_format_name(batch->format)) - 1;
    if (batch->chapters == NR_CHAPTERS_NONE)
        return NULL;
    return arena_printf(arena, "%s/%.*s.chapters.%s", batch->out, (int)stem, output, extensions[batch->chapters]);
}

static bool rename_output(struct narrating *narrating, const char *from)
{
    const struct batch *batch = narrating->batch;
    struct nr_arena *arena = narrating->arena;
    const char *side = side_path(batch, from, arena);
    const char *old = path_join(arena, batch->out, from);
    if (!folders_make_for(narrating->path, narrating->error))
        return false;
    if (rename(old, narrating->path) != 0)
        return fail_errno(narrating->error, "%s: can't be renamed", old);
    if (side)
        rename(side, side_path(batch, narrating->task->item->output, arena));
    return true;
}

/* Takes over what is remembered of a recording that says the same. */
static bool keep(struct narrating *narrating, const struct record *was)
{
    struct record *record = &narrating->record;
    bool moved = strcmp(was->output, narrating->task->item->output) != 0;
    if (narrating->batch->dry_run) {
        narrating->outcome->fate = moved ? FATE_MOVED : FATE_UNCHANGED;
        return true;
    }
    if (moved && !rename_output(narrating, was->output))
        return false;
    struct record kept = *was;
    kept.id = record->id;
    kept.source = record->source;
    kept.content = record->content;
    kept.inputs = record->inputs;
    kept.output = record->output;
    kept.url = record->url;
    kept.language = record->language;
    kept.about = record->about;
    kept.guid = record->guid;
    kept.fault = was->words_lost ? FAULT_INCOMPLETE : FAULT_NONE;
    kept.message = NULL;
    kept.failed_inputs = (struct key){""};
    kept.attempts = 0;
    narrating->outcome->fate = moved ? FATE_MOVED : FATE_UNCHANGED;
    narrating->outcome->fault = kept.fault;
    narrating->outcome->words_lost = was->words_lost;
    if (!record_save(narrating->batch->out, &kept, narrating->error))
        return false;
    if (strcmp(was->id, kept.id) != 0)
        record_remove(narrating->batch->out, was->id);
    return true;
}

static void add_notes(struct narrating *narrating, const struct nr_article *article)
{
    for (const struct nr_note *note = article->notes->first; note; note = note->next)
        buf_printf(narrating->notes, "%s\n", note->message);
}

static bool may_write(struct narrating *narrating, const struct nr_article *article)
{
    const struct task *task = narrating->task;
    bool known = task->known && task->known->output && strcmp(task->known->output, task->item->output) == 0 &&
                 article_is_there(narrating->batch, task->known);
    bool ours = narrating->batch->force || task->ours || known;
    return folders_make_for(narrating->path, narrating->error) &&
           (ours || nr_output_is_ours(narrating->path, article, narrating->error));
}

static bool check_words(struct narrating *narrating, const struct nr_recording *recording)
{
    const char *name = recording->plan->article->name;
    struct outcome *outcome = narrating->outcome;
    outcome->words_lost = recording->words_lost;
    if (!recording->words_lost)
        return true;
    outcome->fault = FAULT_INCOMPLETE;
    if (narrating->batch->strict)
        return fail(narrating->error, NR_WORDS_LOST, "%s: %zu words could not be spoken; no file was written",
                    name, recording->words_lost);
    snprintf(outcome->message, sizeof outcome->message,
             "%s: %zu words could not be spoken and are missing from the recording", name, recording->words_lost);
    return true;
}

static bool write_files(struct narrating *narrating, const struct nr_recording *recording)
{
    const struct batch *batch = narrating->batch;
    const char *side = side_path(batch, narrating->task->item->output, narrating->arena);
    return check_words(narrating, recording) &&
           nr_write_recording(recording, batch->format, narrating->path, narrating->settings, narrating->error) &&
           (!side || nr_write_chapters(recording, batch->chapters, side, narrating->error));
}

static bool remember(struct narrating *narrating, const struct nr_recording *recording)
{
    struct outcome *outcome = narrating->outcome;
    struct record *record = &narrating->record;
    struct stat status;
    if (stat(narrating->path, &status) != 0)
        return fail_errno(narrating->error, "%s: can't be looked at", narrating->path);
    outcome->fate = FATE_MADE;
    record->bytes = outcome->bytes = (uint64_t)status.st_size;
    record->frames = outcome->frames = recording->frame_count;
    record->sample_rate = outcome->sample_rate = recording->sample_rate;
    record->words_lost = recording->words_lost;
    record->fault = outcome->fault;
    record->made = (int64_t)time(NULL);
    return record_save(narrating->batch->out, record, narrating->error);
}

static bool make(struct narrating *narrating, const struct nr_plan *plan)
{
    struct nr_speaker *speaker = NULL;
    const struct nr_recording *recording;
    bool ok = may_write(narrating, plan->article) &&
              nr_speaker_open(narrating->settings, &speaker, narrating->error) &&
              nr_record_plan(plan, speaker, narrating->settings, &recording, narrating->error) &&
              write_files(narrating, recording) && remember(narrating, recording);
    nr_speaker_close(speaker);
    return ok;
}

static const char *keep_text(struct narrating *narrating, const char *text)
{
    return text && *text ? arena_string(narrating->arena, str_of(text)) : NULL;
}

/* The summary or, when there is none, the first paragraph; cut at a word. */
static const char *begin_of(struct narrating *narrating, const struct nr_article *article)
{
    const struct nr_block *best = NULL;
    for (size_t i = 0; i < article->block_count && (!best || best->role != NR_SUMMARY); i++) {
        const struct nr_block *block = &article->blocks[i];
        if (block->role == NR_SUMMARY || (!best && block->role == NR_BODY))
            best = block;
    }
    if (!best || best->length <= ABOUT_BYTES_MAX)
        return best ? keep_text(narrating, best->text) : NULL;
    size_t end = ABOUT_BYTES_MAX;
    while (end > 0 && best->text[end] != ' ')
        end--;
    return end ? arena_printf(narrating->arena, "%.*s ...", (int)end, best->text) : NULL;
}

static void describe(struct narrating *narrating, const struct nr_plan *plan)
{
    const struct nr_article *article = plan->article;
    struct record *record = &narrating->record;
    record->text = fingerprint_text(plan);
    record->versions = narrating->run->versions;
    record->title = keep_text(narrating, article->title);
    record->byline = keep_text(narrating, article->byline);
    record->site = keep_text(narrating, article->site);
    record->date = keep_text(narrating, article->date);
    record->url = keep_text(narrating, article->url);
    record->language = keep_text(narrating, plan->locale);
    record->about = begin_of(narrating, article);
    if (!record->guid)
        record->guid = record->url ? record->url : record->id;
    for (size_t i = 0; i < plan->utterance_count; i++)
        record->characters += plan->utterances[i].length;
    narrating->outcome->characters = record->characters;
}

/* The article's own image may be a file beside it.  Which ones are taken is for the writer to say; all that
 * matters here is that it appears or changes. */
static void find_image(struct narrating *narrating, const struct nr_article *article)
{
    struct record *record = &narrating->record;
    if (article->image && !narrating->settings->cover)
        record->image = path_join(narrating->arena, path_folder(narrating->arena, article->name), article->image);
    record->settings = fingerprint_settings(
        narrating->batch, narrating->settings->cover ? narrating->settings->cover : record->image);
}

static bool make_if_needed(struct narrating *narrating, const struct nr_plan *plan)
{
    const struct task *task = narrating->task;
    const struct record *candidates[] = {task->known, task->adopt};
    struct outcome *outcome = narrating->outcome;
    outcome->cause = CAUSE_NEW;
    for (size_t i = 0; i < 2; i++) {
        const struct record *was = candidates[i];
        if (!was || !was->output)
            continue;
        enum cause cause = compare(narrating->batch, was, &narrating->record);
        if (cause == CAUSE_NONE && !article_is_there(narrating->batch, was))
            cause = CAUSE_MISSING;
        if (cause == CAUSE_NONE) {
            outcome->cause = CAUSE_NONE;
            return keep(narrating, was);
        }
        if (was == task->known)
            outcome->cause = cause;
    }
    if (task->known && task->known->fault != FAULT_NONE && !task->known->output)
        outcome->cause = CAUSE_RETRY;
    outcome->fate = FATE_WOULD;
    return narrating->batch->dry_run || make(narrating, plan);
}

static bool read_and_plan(struct narrating *narrating, const struct item *item, const struct nr_settings *settings,
                          struct key *content, const struct nr_plan **plan)
{
    struct nr_article *article;
    if (!content_read(item, settings, content, &article, narrating->error))
        return false;
    if (nr_plan_article(article, narrating->batch->voice, settings, plan, narrating->error))
        return true;
    add_notes(narrating, article);
    nr_article_free(article);
    return false;
}

/* Each opens with what tells it from the others. */
static bool plan_joined(struct narrating *narrating, const struct nr_plan **plan)
{
    const struct task *task = narrating->task;
    const struct nr_plan **plans = arena_alloc(narrating->arena, task->member_count * sizeof *plans);
    struct nr_settings each = *narrating->settings;
    struct key content;
    struct hash hash = hash_begin();
    each.opening = true;
    each.title = NULL;
    for (size_t i = 0; i < task->member_count; i++) {
        if (!read_and_plan(narrating, task->members[i], &each, &content, &plans[i])) {
            while (i > 0)
                nr_article_free((struct nr_article *)plans[--i]->article);
            return false;
        }
        hash_key(&hash, &content);
    }
    narrating->record.content = hash_end(&hash);
    return nr_join_plans(plans, task->member_count, narrating->settings, plan, narrating->error);
}

static bool plan_task(struct narrating *narrating, const struct nr_plan **plan)
{
    const struct task *task = narrating->task;
    struct record *record = &narrating->record;
    bool ok = task->members ? plan_joined(narrating, plan)
                            : read_and_plan(narrating, task->item, narrating->settings, &record->content, plan);
    if (ok)
        find_image(narrating, (*plan)->article);
    if (ok && task->members)
        record->inputs = task->inputs;
    else if (ok)
        record->inputs =
            fingerprint_inputs(&narrating->run->context, task->item->path, &record->content, record->image);
    return ok;
}

static bool plan_and_make(struct narrating *narrating)
{
    const struct nr_plan *plan;
    if (!plan_task(narrating, &plan))
        return false;
    struct nr_article *article = (struct nr_article *)plan->article;
    describe(narrating, plan);
    bool ok = make_if_needed(narrating, plan);
    add_notes(narrating, article);
    nr_article_free(article);
    return ok;
}

static void begin_record(struct narrating *narrating)
{
    const struct task *task = narrating->task;
    const struct record *past = task->known ? task->known : task->adopt;
    struct record *record = &narrating->record;
    record->id = task->item->id;
    record->source = article_source(task->item, narrating->arena);
    record->output = task->item->output;
    record->guid = past ? past->guid : NULL;
    record->first_seen = past && past->first_seen ? past->first_seen : (int64_t)time(NULL);
    narrating->path = path_join(narrating->arena, narrating->batch->out, task->item->output);
}

static enum fault fault_of(const struct nr_error *error)
{
    if (error->status == NR_WORDS_LOST)
        return FAULT_INCOMPLETE;
    if (error->status == NR_REFUSED)
        return error->reason == NR_REASON_LIMIT ? FAULT_LIMIT : FAULT_NOT_ARTICLE;
    return error->reason == NR_REASON_TRANSIENT ? FAULT_TRANSIENT : FAULT_PERMANENT;
}

void article_narrate(const struct run_context *run, const struct nr_settings *settings, const struct task *task,
                     struct outcome *outcome, struct buf *notes)
{
    struct nr_error error = {.status = NR_OK};
    struct task now = *task;
    int lock = -1;
    struct narrating narrating = {.run = run,
                                  .batch = run->batch,
                                  .settings = settings,
                                  .task = &now,
                                  .arena = arena_new(),
                                  .outcome = outcome,
                                  .notes = notes,
                                  .error = &error};
    *outcome = (struct outcome){.fate = FATE_STOPPED};
    atomic_store(run->waiting, 1);
    bool ok = run->batch->dry_run || record_lock(run->batch->out, task->item->id, settings->stop, &lock, &error);
    atomic_store(run->waiting, 0);
    if (ok) {
        now.known =
            record_load(run->batch->out, task->item->id, narrating.arena); /* another run may have made it */
        begin_record(&narrating);
        ok = plan_and_make(&narrating);
    }
    if (!ok && error.status != NR_STOPPED) {
        uint64_t lost = outcome->words_lost;
        *outcome = outcome_failed(fault_of(&error), error.message);
        outcome->words_lost = lost;
    } else if (!ok) {
        outcome->fate = FATE_STOPPED;
    }
    if (lock >= 0)
        close(lock);
    arena_free(narrating.arena);
}
