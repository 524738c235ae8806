#include "narrator/plan.h"

#include "chapter.h"
#include "classify.h"
#include "delivery.h"
#include "fail.h"
#include "utterance.h"

#include <stdlib.h>
#include <unistd.h>

/* A locale that there are rules for. */
struct locale {
    const char *tag;
    const char *icu;
    const struct language *language;
    bool british;
};

/* The first row that the wanted tag starts with; other English is read as British. */
static const struct locale locales[] = {
    {"en-US", "en_US", &language_en, false},
    {"en-GB", "en_GB", &language_en, true},
    {"en", "en_GB", &language_en, true},
};

#define CLAUSE_PAUSE_MS       150u
#define SENTENCE_PAUSE_MIN_MS 80u
#define BLOCK_PAUSE_MIN_MS    160u

struct planner {
    const struct nr_article *article;
    const struct nr_voice *voice;
    const struct nr_settings *settings;
    struct nr_plan *plan;
    struct splitter *splitter;
    struct reading reading;
    struct quotations quotations; /* of the block in hand */
    struct run run;               /* that it is of */
    struct utterances utterances;
};

static const struct locale *find_locale(struct str tag)
{
    for (size_t i = 0; i < sizeof locales / sizeof *locales; i++) {
        struct str row = str_of(locales[i].tag);
        bool whole = tag.length == row.length || (tag.length > row.length && tag.at[row.length] == '-');
        if (whole && str_starts_caseless(tag, row))
            return &locales[i];
    }
    return NULL;
}

/* The beginning of what is spoken: enough to tell its language. */
static void sample_text(const struct planner *planner, struct buf *sample)
{
    const struct nr_article *article = planner->article;
    bool counts;
    for (size_t i = 0; i < article->block_count && sample->length < 4096; i++) {
        if (!delivery_speaks(article, planner->settings, i, &counts))
            continue;
        buf_append(sample, str_slice((struct str){article->blocks[i].text, article->blocks[i].length}, 0, 4096));
        buf_append_char(sample, '\n');
    }
}

/* The language that is stated or, if none is, told from the text; the voice's own in doubt. */
static const char *choose_tag(const struct planner *planner)
{
    if (planner->settings->locale)
        return planner->settings->locale;
    const char *own = planner->voice->language, *stated = planner->article->language;
    bool some_english = stated && str_equal_caseless(str_of(stated), STR("en")) && find_locale(str_of(own));
    if (stated)
        return some_english ? own : stated;
    struct buf sample = {0};
    sample_text(planner, &sample);
    const struct tongue *tongue = tongue_of_text(buf_str(&sample));
    buf_free(&sample);
    return tongue && tongue != tongue_of_tag(str_of(own)) ? tongue->tag : own;
}

/* Without rules of ours the text is spoken as it is written, by a voice of its language. */
static bool use_tongue(struct planner *planner, const char *tag, struct nr_error *error)
{
    planner->reading.tongue = tongue_of_tag(str_of(tag));
    if (!planner->reading.tongue)
        return fail(error, NR_USAGE, "%s: no voice for the language '%s'; --locale en-GB reads it as English",
                    planner->article->name, tag);
    planner->plan->locale = arena_string(planner->article->arena, str_of(tag));
    note(planner->article->notes, planner->article->arena,
         "%s: no reading rules for the language '%s' yet; its own voice speaks it as written",
         planner->article->name, tag);
    return splitter_open(&planner->splitter, "en", NULL, planner->article->arena, error);
}

static size_t rule_count(void)
{
    size_t count = 0;
    while (nr_rule_name(count))
        count++;
    return count;
}

static bool is_off(const bool *off, const char *name)
{
    size_t index;
    return off && rule_find(str_of(name), &index) && off[index];
}

/* "money,year" or "all". */
static bool read_rules_off(struct planner *planner, struct nr_error *error)
{
    struct reading *reading = &planner->reading;
    struct str rest = str_of(planner->settings->rules_off);
    size_t count = rule_count(), index;
    bool *off = rest.length ? arena_alloc(reading->arena, count * sizeof *off) : NULL;
    while (rest.length) {
        size_t comma = str_find(rest, STR(","));
        struct str name = str_trim(str_slice(rest, 0, comma));
        bool all = str_equal(name, STR("all"));
        if (!all && !rule_find(name, &index))
            return fail(error, NR_USAGE, "there is no reading rule '%.*s'; 'show --as explain' names them",
                        (int)name.length, name.at);
        for (size_t i = all ? 0 : index; i < (all ? count : index + 1); i++)
            off[i] = true;
        rest = str_slice(rest, comma + 1, rest.length);
    }
    reading->rules_off = off;
    reading->keeps_case = is_off(off, "recase");
    reading->keeps_gaps = is_off(off, "pauses");
    reading->keeps_scripts = is_off(off, "romanise");
    reading->ignores_lexicon = is_off(off, "lexicon");
    reading->ignores_heteronyms = is_off(off, "heteronym");
    return true;
}

static bool use_locale(struct planner *planner, const struct locale *locale, struct nr_error *error)
{
    struct reading *reading = &planner->reading;
    struct speller *speller;
    if (!splitter_open(&planner->splitter, locale->icu, locale->language, reading->arena, error) ||
        !speller_open(&speller, locale->british, reading->arena, error))
        return false;
    reading->language = locale->language;
    reading->british = locale->british;
    reading->speller = speller;
    planner->plan->locale = locale->british ? "en-GB" : "en-US";
    return true;
}

static void free_lexicon(void *lexicon)
{
    nr_lexicon_free(lexicon);
}

/* The voice's, unless the article has one of its own beside it. */
static bool use_lexicon(struct planner *planner, struct nr_error *error)
{
    struct reading *reading = &planner->reading;
    struct nr_lexicon *all;
    reading->locale = planner->plan->locale;
    reading->lexicon = planner->voice->lexicon;
    char *beside = reading->lexicon && planner->article->path ? nr_lexicon_beside(planner->article->path) : NULL;
    bool alone = !beside || access(beside, F_OK) != 0;
    free(beside);
    if (alone)
        return true;
    if (!nr_lexicon_load(planner->article->path, planner->settings, &all, error))
        return false;
    arena_defer(reading->arena, free_lexicon, all);
    reading->lexicon = all;
    return true;
}

static bool open_planner(struct planner *planner, struct nr_error *error)
{
    struct reading *reading = &planner->reading;
    reading->arena = planner->article->arena;
    reading->is_forced = planner->settings->locale != NULL;
    reading->quotes = planner->settings->quotes;
    reading->punctuation = planner->settings->punctuation;
    reading->capitals = planner->settings->capitals;
    reading->romaniser = romaniser_new(reading->arena);
    reading->styles = styles_new(reading->arena, planner->voice, planner->settings->rate_wpm);
    reading->sentence_pause_ms =
        styles_pause_ms(reading->styles, planner->voice->sentence_pause_ms, SENTENCE_PAUSE_MIN_MS);
    reading->clause_pause_ms = styles_pause_ms(reading->styles, CLAUSE_PAUSE_MS, 0);
    planner->utterances.reading = reading;
    const char *tag = choose_tag(planner);
    const struct locale *locale = find_locale(str_of(tag));
    return read_rules_off(planner, error) &&
           (locale ? use_locale(planner, locale, error) : use_tongue(planner, tag, error)) &&
           use_lexicon(planner, error);
}

/* The paragraph that a quotation left open in block `index` would go on in. */
static struct str next_paragraph(const struct nr_article *article, size_t index)
{
    for (size_t i = index + 1; i < article->block_count; i++)
        if (article->blocks[i].role == article->blocks[index].role)
            return (struct str){article->blocks[i].text, article->blocks[i].length};
    return STR("");
}

/* Words of delivery.c with its numbers in them, ended as a sentence goes on: "Item two of three: ". */
static void tell(const struct planner *planner, struct telling telling, struct buf *words)
{
    for (const char *at = telling.words; at && planner->reading.language && *at; at++) {
        if (*at == TELLING_NUMBER)
            spell_cardinal(planner->reading.speller, telling.number, words);
        else if (*at == TELLING_COUNT)
            spell_cardinal(planner->reading.speller, telling.count, words);
        else
            buf_append_char(words, *at);
    }
}

static bool plan_block(struct planner *planner, size_t index, struct nr_error *error)
{
    const struct nr_block *block = &planner->article->blocks[index];
    struct str text = {block->text, block->length};
    struct sentence sentence;
    quotations_find(&planner->quotations, text, next_paragraph(planner->article, index));
    if (!splitter_start(planner->splitter, text, &planner->quotations, error))
        return false;
    utterances_start(&planner->utterances, block, (uint32_t)index, &planner->quotations);
    tell(planner, delivery_lead(planner->article, planner->settings, index, &planner->run),
         &planner->utterances.lead);
    while (splitter_next(planner->splitter, &sentence))
        utterances_add(&planner->utterances, sentence);
    return true;
}

/* Says what stands there in place of a block that is not spoken, if that is told at all. */
static void announce(struct planner *planner, size_t index)
{
    struct buf words = {0};
    tell(planner, delivery_announcement(planner->article, planner->settings, index, &planner->run), &words);
    if (words.length) {
        const struct nr_block *block = &planner->article->blocks[index];
        utterances_start(&planner->utterances, block, (uint32_t)index, &planner->quotations);
        utterances_announce(&planner->utterances, buf_str(&words), block->length);
    }
    buf_free(&words);
}

static bool plan_blocks(struct planner *planner, struct nr_error *error)
{
    for (size_t i = 0; i < planner->article->block_count; i++) {
        bool counts;
        if (planner->settings->stop && *planner->settings->stop)
            return fail(error, NR_STOPPED, "%s: stopped", planner->article->name);
        if (delivery_speaks(planner->article, planner->settings, i, &counts)) {
            if (!plan_block(planner, i, error))
                return false;
        } else {
            planner->plan->unspoken[planner->article->blocks[i].role] += counts;
            announce(planner, i);
        }
    }
    return true;
}

/* Between two blocks stands the longer of the pause behind the one and the pause before the other. */
static void set_block_pauses(struct planner *planner)
{
    struct nr_utterance *all = planner->utterances.all;
    const struct nr_block *blocks = planner->article->blocks;
    const struct nr_style *styles = planner->voice->styles;
    for (size_t i = 0; i < planner->utterances.count; i++) {
        bool last = i + 1 == planner->utterances.count;
        if (!last && all[i].block == all[i + 1].block)
            continue;
        unsigned after = styles[blocks[all[i].block].role].pause_after_ms;
        unsigned before = last ? 0 : styles[blocks[all[i + 1].block].role].pause_before_ms;
        all[i].pause_after_ms =
            styles_pause_ms(planner->reading.styles, after > before ? after : before, BLOCK_PAUSE_MIN_MS);
    }
}

static void complete(struct planner *planner)
{
    struct nr_plan *plan = planner->plan;
    set_block_pauses(planner);
    plan->utterances = planner->utterances.all;
    plan->utterance_count = planner->utterances.count;
    plan->tokens = planner->utterances.tokens;
    plan->token_count = planner->utterances.token_count;
    plan->chapters =
        chapters_make(planner->article, plan->utterances, plan->utterance_count, &plan->chapter_count);
}

bool nr_plan_article(const struct nr_article *article, const struct nr_voice *voice,
                     const struct nr_settings *settings, const struct nr_plan **plan, struct nr_error *error)
{
    struct planner planner = {.article = article, .voice = voice, .settings = settings};
    planner.plan = arena_alloc(article->arena, sizeof *planner.plan);
    planner.plan->article = article;
    planner.plan->sample_rate = voice->sample_rate;
    planner.plan->loudness_lufs = voice->loudness_lufs;
    if (!open_planner(&planner, error))
        return false;
    bool planned = plan_blocks(&planner, error);
    utterances_finish(&planner.utterances);
    quotations_free(&planner.quotations);
    if (!planned)
        return false;
    if (!planner.utterances.count)
        return fail(error, NR_REFUSED, "%s: nothing to speak", article->name);
    complete(&planner);
    *plan = planner.plan;
    return true;
}
