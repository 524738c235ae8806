#include "narrator/recording.h"

#include "arena.h"
#include "buf.h"
#include "fail.h"
#include "memory.h"
#include "place.h"
#include "repetition.h"
#include "sound_file.h"

#include <stdlib.h>
#include <unistd.h>

#define MS_PER_S        1000
#define SILENCE_FRAMES  4096
#define NAMED_BYTES_MAX 80 /* of the words that a note names */

/* A recording being made: utterances are submitted ahead of those whose sound is taken. */
struct recorder {
    const struct nr_plan *plan;
    struct nr_speaker *speaker;
    const struct nr_settings *settings;
    struct nr_recording *recording;
    struct sound_file file;
    uint64_t *utterance_starts;
    struct nr_mark *words;
    size_t submitted;
    size_t taken;
    uint64_t bytes_done;
    uint64_t bytes_all;
    const struct nr_block *block; /* whose repetitions are noted */
    struct nr_error *error;
};

/* A token may have become no words at all, such as the second of two that are spoken as one. */
static bool is_spoken(const struct nr_token *token)
{
    return token->spoken_end > token->spoken_start;
}

static bool submit(struct recorder *recorder, const struct nr_utterance *utterance)
{
    const struct nr_plan *plan = recorder->plan;
    const struct nr_token *tokens = plan->tokens + utterance->first_token;
    struct nr_unit_word *words = memory_alloc(utterance->token_count * sizeof *words);
    struct nr_unit unit = {.text = utterance->text,
                           .length = utterance->length,
                           .words = words,
                           .style = utterance->style,
                           .pronunciations = utterance->pronunciations,
                           .pronunciation_count = utterance->pronunciation_count};
    for (uint32_t i = 0; i < utterance->token_count; i++)
        if (is_spoken(&tokens[i]))
            words[unit.word_count++] = (struct nr_unit_word){tokens[i].spoken_start, tokens[i].spoken_end};
    bool good = nr_speaker_submit(recorder->speaker, &unit, recorder->error);
    free(words);
    return good;
}

static bool submit_ahead(struct recorder *recorder)
{
    const struct nr_plan *plan = recorder->plan;
    while (recorder->submitted < plan->utterance_count && nr_speaker_room(recorder->speaker))
        if (!submit(recorder, &plan->utterances[recorder->submitted++]))
            return false;
    return true;
}

/* Backwards, since a token without words starts where the next one does. */
static void mark_words(struct recorder *recorder, const struct nr_utterance *utterance,
                       const struct nr_sound *sound)
{
    const struct nr_token *tokens = recorder->plan->tokens + utterance->first_token;
    struct nr_mark *marks = recorder->words + utterance->first_token;
    uint64_t start = recorder->file.frame_count;
    uint64_t next = start + sound->frame_count;
    size_t heard = sound->mark_count;
    for (size_t i = utterance->token_count; i-- > 0;) {
        bool spoken = is_spoken(&tokens[i]);
        if (spoken)
            next = start + sound->marks[--heard].start_frame;
        marks[i] = (struct nr_mark){next, spoken && sound->marks[heard].heard};
    }
}

/* The article that byte `at` of the source was written in, as errors name it; *text becomes its source. */
static const char *part_at(const struct nr_article *article, size_t *at, struct str *text)
{
    size_t part = article->part_count;
    *text = (struct str){article->source, article->source_length};
    while (part > 0 && article->parts[part - 1].source_start > *at)
        part--;
    if (part == 0)
        return article->name;
    *text = str_slice(*text, article->parts[part - 1].source_start, text->length);
    *at -= article->parts[part - 1].source_start;
    return article->parts[part - 1].name;
}

static void note_at(const struct recorder *recorder, uint32_t token, const char *what, const char *why)
{
    const struct nr_plan *plan = recorder->plan;
    const struct nr_article *article = plan->article;
    size_t at = token < plan->token_count ? plan->tokens[token].written.start : 0;
    struct str text;
    const char *name = part_at(article, &at, &text);
    struct place place = place_of(text, at);
    note(article->notes, article->arena, "%s:%zu:%zu: %s: %s", name, place.line, place.column, what, why);
}

static void note_lost_sentence(struct recorder *recorder, const struct nr_utterance *utterance, const char *why)
{
    recorder->recording->words_lost += utterance->token_count;
    note_at(recorder, utterance->first_token, "this sentence is not in the recording", why);
}

/* One note names the words, at the place of the first. */
static void note_lost_words(struct recorder *recorder, const struct nr_utterance *utterance,
                            const struct nr_sound *sound)
{
    const struct nr_token *tokens = recorder->plan->tokens + utterance->first_token;
    struct buf words = {0};
    uint32_t first = 0;
    size_t lost = 0, mark = 0;
    for (uint32_t i = 0; i < utterance->token_count; i++) {
        if (!is_spoken(&tokens[i]) || !sound->marks[mark++].lost)
            continue;
        const struct nr_token *token = &tokens[i];
        first = lost++ ? first : i;
        if (words.length < NAMED_BYTES_MAX)
            buf_printf(&words, "%s%.*s", lost > 1 ? " " : "", (int)(token->spoken_end - token->spoken_start),
                       utterance->text + token->spoken_start);
        else if (lost == 2 || words.at[words.length - 1] != '.')
            buf_append(&words, STR(" ..."));
    }
    buf_printf(&words, "%s", lost == 1 ? " is not in the recording" : " are not in the recording");
    recorder->recording->words_lost += lost;
    note_at(recorder, utterance->first_token + first, words.at, sound->why);
    buf_free(&words);
}

/* Spoken whole, but hardly what its author meant; once for a block. */
static void note_repetition(struct recorder *recorder, const struct nr_utterance *utterance)
{
    const struct nr_block *block = &recorder->plan->article->blocks[utterance->block];
    struct buf what = {0};
    size_t times;
    if (recorder->block == block)
        return;
    recorder->block = block;
    struct str repeated = repetition_in((struct str){block->text, block->length}, &times);
    if (repeated.length) {
        buf_printf(&what, "\"%.*s\" stands here %zu times in a row", (int)repeated.length, repeated.at, times);
        note_at(recorder, utterance->first_token, what.at, "all of them are spoken");
    }
    buf_free(&what);
}

static bool keep(struct recorder *recorder, const int16_t *frames, size_t count)
{
    const struct nr_listener *listener = &recorder->settings->listener;
    return sound_file_append(&recorder->file, frames, count, recorder->error) &&
           (!listener->hear || listener->hear(listener->context, frames, count, recorder->error));
}

static bool keep_silence(struct recorder *recorder, uint64_t count)
{
    static const int16_t silence[SILENCE_FRAMES];
    bool good = true;
    while (good && count) {
        size_t part = count < SILENCE_FRAMES ? (size_t)count : SILENCE_FRAMES;
        good = keep(recorder, silence, part);
        count -= part;
    }
    return good;
}

static bool append(struct recorder *recorder, const struct nr_utterance *utterance, const struct nr_sound *sound)
{
    uint64_t pause = (uint64_t)utterance->pause_after_ms * recorder->plan->sample_rate / MS_PER_S;
    if (sound->sample_rate != recorder->plan->sample_rate)
        return fail(recorder->error, NR_FAILED,
                    "the voice speaks %u frames a second and the recording has %u; choose voices of one rate",
                    sound->sample_rate, recorder->plan->sample_rate);
    recorder->utterance_starts[recorder->taken] = recorder->file.frame_count;
    mark_words(recorder, utterance, sound);
    recorder->recording->words_repaired += sound->words_repaired;
    if (sound->state == NR_SOUND_LOST)
        note_lost_sentence(recorder, utterance, sound->why);
    if (sound->state == NR_SOUND_PARTIAL)
        note_lost_words(recorder, utterance, sound);
    if (sound->state == NR_SOUND_WHOLE && *sound->why)
        note_at(recorder, utterance->first_token, "this sentence is spoken in pieces", sound->why);
    else if (sound->state == NR_SOUND_WHOLE)
        note_repetition(recorder, utterance);
    return keep(recorder, sound->frames, sound->frame_count) && keep_silence(recorder, pause);
}

static void report(struct recorder *recorder, const struct nr_utterance *utterance)
{
    const struct nr_progress *progress = &recorder->settings->progress;
    recorder->bytes_done += utterance->length;
    if (progress->report)
        progress->report(progress->context, NR_STAGE_SPEAK, recorder->bytes_done, recorder->bytes_all);
}

static bool take(struct recorder *recorder)
{
    const struct nr_utterance *utterance = &recorder->plan->utterances[recorder->taken];
    struct nr_sound sound;
    if (recorder->settings->stop && *recorder->settings->stop)
        return fail(recorder->error, NR_STOPPED, "stopped");
    if (!nr_speaker_next(recorder->speaker, &sound, recorder->error) || !append(recorder, utterance, &sound))
        return false;
    recorder->taken++;
    report(recorder, utterance);
    return true;
}

static bool take_all(struct recorder *recorder)
{
    const struct nr_plan *plan = recorder->plan;
    for (size_t i = 0; i < plan->utterance_count; i++)
        recorder->bytes_all += plan->utterances[i].length;
    while (recorder->taken < plan->utterance_count)
        if (!submit_ahead(recorder) || !take(recorder))
            return false;
    return true;
}

static bool keep_ms(struct recorder *recorder, unsigned ms)
{
    return keep_silence(recorder, (uint64_t)ms * recorder->plan->sample_rate / MS_PER_S);
}

static bool record_all(struct recorder *recorder)
{
    return keep_ms(recorder, recorder->settings->head_ms) && take_all(recorder) &&
           keep_ms(recorder, recorder->settings->tail_ms);
}

static const uint64_t *start_chapters(const struct recorder *recorder)
{
    const struct nr_plan *plan = recorder->plan;
    uint64_t *starts = arena_alloc(plan->article->arena, plan->chapter_count * sizeof *starts);
    for (size_t i = 1; i < plan->chapter_count; i++)
        starts[i] = recorder->utterance_starts[plan->chapters[i].first_utterance];
    return starts;
}

static void close_file(void *recording)
{
    close(((struct nr_recording *)recording)->pcm_fd);
}

static void finish(struct recorder *recorder)
{
    struct nr_recording *recording = recorder->recording;
    recording->plan = recorder->plan;
    recording->engine = arena_string(recorder->plan->article->arena, str_of(nr_speaker_engine(recorder->speaker)));
    recording->sample_rate = recorder->plan->sample_rate;
    recording->frame_count = recorder->file.frame_count;
    recording->pcm_fd = recorder->file.fd;
    recording->utterance_starts = recorder->utterance_starts;
    recording->words = recorder->words;
    recording->chapter_starts = start_chapters(recorder);
    arena_defer(recorder->plan->article->arena, close_file, recording);
}

bool nr_recording_read(const struct nr_recording *recording, uint64_t start, int16_t *frames, size_t count,
                       struct nr_error *error)
{
    return sound_file_read(recording->pcm_fd, start, frames, count, error);
}

bool nr_record_plan(const struct nr_plan *plan, struct nr_speaker *speaker, const struct nr_settings *settings,
                    const struct nr_recording **recording, struct nr_error *error)
{
    struct nr_arena *arena = plan->article->arena;
    struct recorder recorder = {.plan = plan, .speaker = speaker, .settings = settings, .error = error};
    if (!sound_file_open(&recorder.file, error))
        return false;
    recorder.recording = arena_alloc(arena, sizeof *recorder.recording);
    recorder.utterance_starts = arena_alloc(arena, plan->utterance_count * sizeof *recorder.utterance_starts);
    recorder.words = arena_alloc(arena, plan->token_count * sizeof *recorder.words);
    if (!record_all(&recorder)) {
        nr_speaker_cancel(speaker);
        close(recorder.file.fd);
        return false;
    }
    finish(&recorder);
    *recording = recorder.recording;
    return true;
}
