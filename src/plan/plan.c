#include "narrator/plan.h"

#include "chapter.h"
#include "delivery.h"
#include "fail.h"
#include "utterance.h"

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

#define REFERENCE_RATE_WPM    175u /* pauses are given for it */
#define CLAUSE_PAUSE_MS       150u
#define SENTENCE_PAUSE_MIN_MS 80u
#define BLOCK_PAUSE_MIN_MS    160u
#define RATE_MIN_WPM          80u
#define RATE_MAX_WPM          449u

struct planner {
    const struct nr_article *article;
    const struct nr_settings *settings;
    struct nr_plan *plan;
    struct splitter *splitter;
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

static bool choose_locale(const struct planner *planner, const struct nr_voice *voice,
                          const struct locale **locale, struct nr_error *error)
{
    const char *wanted = planner->settings->locale;
    if (!wanted)
        wanted = planner->article->language;
    if (!wanted)
        wanted = voice->language;
    *locale = find_locale(str_of(wanted));
    return *locale || fail(error, NR_USAGE, "no rules for the locale '%s'; en-GB and en-US can be had", wanted);
}

static unsigned clamp(unsigned value, unsigned least, unsigned most)
{
    return value < least ? least : value > most ? most : value;
}

/* The voice's styles, all faster or slower by what the caller wants of the body. */
static void set_styles(struct nr_plan *plan, const struct nr_voice *voice, unsigned rate_wpm)
{
    unsigned own = voice->styles[NR_BODY].rate_wpm;
    for (unsigned role = 0; role < NR_ROLE_COUNT; role++) {
        struct nr_style *style = &plan->styles[role];
        *style = voice->styles[role];
        if (rate_wpm)
            style->rate_wpm = clamp((style->rate_wpm * rate_wpm + own / 2) / own, RATE_MIN_WPM, RATE_MAX_WPM);
    }
}

static unsigned scaled_pause(const struct nr_plan *plan, unsigned pause_ms, unsigned least_ms)
{
    unsigned scaled = pause_ms * REFERENCE_RATE_WPM / plan->styles[NR_BODY].rate_wpm;
    return scaled < least_ms ? least_ms : scaled;
}

static bool open_planner(struct planner *planner, const struct nr_voice *voice, struct nr_error *error)
{
    struct nr_arena *arena = planner->article->arena;
    struct utterances *utterances = &planner->utterances;
    const struct locale *locale;
    struct speller *speller = NULL;
    if (!choose_locale(planner, voice, &locale, error) ||
        !splitter_open(&planner->splitter, locale->icu, locale->language, arena, error) ||
        !speller_open(&speller, locale->british, arena, error))
        return false;
    planner->plan->locale = locale->british ? "en-GB" : "en-US";
    set_styles(planner->plan, voice, planner->settings->rate_wpm);
    utterances->arena = arena;
    utterances->speller = speller;
    utterances->context = (struct context){.language = locale->language, .british = locale->british};
    utterances->sentence_pause_ms = scaled_pause(planner->plan, voice->sentence_pause_ms, SENTENCE_PAUSE_MIN_MS);
    utterances->clause_pause_ms = scaled_pause(planner->plan, CLAUSE_PAUSE_MS, 0);
    return true;
}

static bool plan_block(struct planner *planner, size_t index, struct nr_error *error)
{
    const struct nr_block *block = &planner->article->blocks[index];
    struct sentence sentence;
    if (!splitter_start(planner->splitter, (struct str){block->text, block->length}, error))
        return false;
    while (splitter_next(planner->splitter, &sentence))
        utterances_add(&planner->utterances, block, (uint32_t)index, sentence);
    return true;
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
        } else if (counts) {
            planner->plan->unspoken[planner->article->blocks[i].role]++;
        }
    }
    return true;
}

/* Between two blocks stands the longer of the pause behind the one and the pause before the other. */
static void set_block_pauses(struct planner *planner)
{
    struct nr_utterance *all = planner->utterances.all;
    const struct nr_block *blocks = planner->article->blocks;
    for (size_t i = 0; i < planner->utterances.count; i++) {
        const struct nr_style *styles = planner->plan->styles;
        bool last = i + 1 == planner->utterances.count;
        if (!last && all[i].block == all[i + 1].block)
            continue;
        unsigned after = styles[blocks[all[i].block].role].pause_after_ms;
        unsigned before = last ? 0 : styles[blocks[all[i + 1].block].role].pause_before_ms;
        all[i].pause_after_ms = scaled_pause(planner->plan, after > before ? after : before, BLOCK_PAUSE_MIN_MS);
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
    struct planner planner = {.article = article, .settings = settings};
    planner.plan = arena_alloc(article->arena, sizeof *planner.plan);
    planner.plan->article = article;
    planner.plan->sample_rate = voice->sample_rate;
    if (!open_planner(&planner, voice, error))
        return false;
    bool planned = plan_blocks(&planner, error);
    utterances_finish(&planner.utterances);
    if (!planned)
        return false;
    if (!planner.utterances.count)
        return fail(error, NR_REFUSED, "%s: nothing to speak", article->name);
    complete(&planner);
    *plan = planner.plan;
    return true;
}
