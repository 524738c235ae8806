#include "fingerprint.h"

#include "narrator/lexicon.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static void add_style(struct hash *hash, const struct nr_style *style)
{
    hash_text(hash, style->engine_voice);
    hash_number(hash, style->rate_wpm);
    hash_number(hash, style->pitch);
    hash_number(hash, style->range);
    hash_number(hash, style->volume);
    hash_number(hash, style->pause_before_ms);
    hash_number(hash, style->pause_after_ms);
}

static void add_voice(struct hash *hash, const struct nr_voice *voice)
{
    hash_text(hash, voice->language);
    hash_number(hash, voice->sample_rate);
    hash_number(hash, voice->sentence_pause_ms);
    hash_number(hash, (uint64_t)(int64_t)(voice->loudness_lufs * 1000));
    for (unsigned role = 0; role < NR_ROLE_COUNT; role++)
        add_style(hash, &voice->styles[role]);
    add_style(hash, &voice->quotation);
}

/* A file's content; one that is not there, or can't be read, differs from any that is. */
static void add_file(struct hash *hash, const char *path)
{
    struct key key;
    struct nr_error error;
    bool there = path && *path && hash_file(path, &key, &error);
    hash_text(hash, there ? key.text : NULL);
}

/* A program of the same version may still be another: then the plans are made and compared anew. */
static void add_program(struct hash *hash, const char *path)
{
    struct stat status;
    bool there = stat(path, &status) == 0;
    hash_number(hash, there ? (uint64_t)status.st_size : 0);
    hash_number(hash, there ? (uint64_t)status.st_mtim.tv_sec : 0);
    hash_number(hash, there ? (uint64_t)status.st_mtim.tv_nsec : 0);
}

/* The program's file and the library's, as the kernel names them. */
static void add_programs(struct hash *hash)
{
    char line[4096 + 128];
    FILE *maps = fopen("/proc/self/maps", "r");
    add_program(hash, "/proc/self/exe");
    while (maps && fgets(line, sizeof line, maps)) {
        char *path = strchr(line, '/');
        if (!path || !strstr(path, "/libnarrator.so"))
            continue;
        path[strcspn(path, "\n")] = '\0';
        add_program(hash, path);
        break;
    }
    if (maps)
        fclose(maps);
}

static void add_reading(struct hash *hash, const struct nr_settings *settings)
{
    hash_number(hash, settings->from);
    hash_number(hash, settings->any_page);
    hash_text(hash, settings->rules_off);
    hash_text(hash, settings->locale);
    hash_number(hash, settings->speak_roles);
    hash_number(hash, settings->skip_roles);
    hash_number(hash, settings->quotes);
    hash_number(hash, settings->verbosity);
    hash_number(hash, settings->punctuation);
    hash_number(hash, settings->capitals);
    hash_number(hash, settings->rate_wpm);
    hash_number(hash, settings->opening);
}

struct key fingerprint_settings(const struct batch *batch, const char *cover)
{
    const struct nr_settings *settings = &batch->settings;
    struct hash hash = hash_begin();
    hash_text(&hash, nr_format_name(batch->format));
    hash_number(&hash, batch->chapters);
    hash_number(&hash, settings->loudness);
    hash_number(&hash, (uint64_t)(int64_t)(settings->lufs * 1000));
    hash_number(&hash, settings->quality);
    hash_number(&hash, settings->bitrate_kbps);
    hash_number(&hash, settings->head_ms);
    hash_number(&hash, settings->tail_ms);
    hash_text(&hash, settings->title);
    hash_text(&hash, settings->engine);
    add_file(&hash, cover);
    return hash_end(&hash);
}

struct key fingerprint_versions(const char *engine)
{
    struct hash hash = hash_begin();
    hash_text(&hash, NR_VERSION);
    hash_text(&hash, engine);
    return hash_end(&hash);
}

/* Those that hold for all articles. */
static bool add_lexicons(struct hash *hash, const struct nr_settings *settings, struct nr_error *error)
{
    struct nr_lexicon *lexicon;
    if (!nr_lexicon_load(NULL, settings, &lexicon, error))
        return false;
    hash_number(hash, lexicon->count);
    for (size_t i = 0; i < lexicon->count; i++) {
        const struct nr_lexicon_entry *entry = &lexicon->entries[i];
        const char *const texts[] = {entry->written, entry->spoken, entry->phonemes,
                                     entry->locale,  entry->after,  entry->before};
        for (size_t t = 0; t < sizeof texts / sizeof *texts; t++)
            hash_text(hash, texts[t]);
        hash_number(hash, entry->exact);
        hash_number(hash, entry->layer);
    }
    nr_lexicon_free(lexicon);
    return true;
}

bool fingerprint_context(const struct batch *batch, const char *engine, struct key *context,
                         struct nr_error *error)
{
    struct hash hash = hash_begin();
    struct key settings = fingerprint_settings(batch, batch->settings.cover);
    struct key versions = fingerprint_versions(engine);
    hash_key(&hash, &settings);
    hash_key(&hash, &versions);
    hash_text(&hash, batch->settings.cover);
    add_reading(&hash, &batch->settings);
    add_voice(&hash, batch->voice);
    add_programs(&hash);
    hash_number(&hash, batch->strict);
    hash_number(&hash, batch->remake);
    if (!add_lexicons(&hash, &batch->settings, error))
        return false;
    *context = hash_end(&hash);
    return true;
}

struct key fingerprint_inputs(const struct key *context, const char *path, const struct key *content,
                              const char *image)
{
    struct hash hash = hash_begin();
    char *lexicon = nr_lexicon_beside(path);
    hash_key(&hash, context);
    hash_key(&hash, content);
    add_file(&hash, lexicon);
    add_file(&hash, image);
    free(lexicon);
    return hash_end(&hash);
}

static void add_article(struct hash *hash, const struct nr_article *article)
{
    hash_text(hash, article->title);
    hash_text(hash, article->byline);
    hash_text(hash, article->date);
    hash_text(hash, article->site);
}

static void add_utterance(struct hash *hash, const struct nr_plan *plan, const struct nr_utterance *utterance)
{
    hash_bytes(hash, (struct str){utterance->text, utterance->length});
    hash_text(hash, utterance->style->engine_voice);
    hash_number(hash, utterance->style->rate_wpm);
    hash_number(hash, utterance->style->pitch);
    hash_number(hash, utterance->style->range);
    hash_number(hash, utterance->style->volume);
    hash_number(hash, utterance->pause_after_ms);
    hash_number(hash, utterance->pronunciation_count);
    for (uint32_t i = 0; i < utterance->pronunciation_count; i++) {
        const struct nr_pronunciation *said = &utterance->pronunciations[i];
        hash_number(hash, (uint64_t)said->start << 32 | said->end);
        hash_text(hash, said->phonemes);
    }
    hash_number(hash, utterance->token_count);
    for (uint32_t i = 0; i < utterance->token_count; i++) {
        const struct nr_token *token = &plan->tokens[utterance->first_token + i];
        hash_number(hash, (uint64_t)token->spoken_start << 32 | token->spoken_end);
    }
}

struct key fingerprint_text(const struct nr_plan *plan)
{
    struct hash hash = hash_begin();
    add_article(&hash, plan->article);
    hash_text(&hash, plan->locale);
    hash_number(&hash, plan->sample_rate);
    hash_number(&hash, plan->utterance_count);
    for (size_t i = 0; i < plan->utterance_count; i++)
        add_utterance(&hash, plan, &plan->utterances[i]);
    hash_number(&hash, plan->chapter_count);
    for (size_t i = 0; i < plan->chapter_count; i++) {
        hash_text(&hash, plan->chapters[i].title);
        hash_number(&hash, plan->chapters[i].first_utterance);
    }
    return hash_end(&hash);
}
