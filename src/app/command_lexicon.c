#include "command.h"

#include "fail.h"
#include "lexicon_edit.h"
#include "messages.h"
#include "narrator/lexicon.h"
#include "options.h"
#include "sounding.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What `narrate lexicon` is asked to do, by its first word. */
struct task {
    const char *name;
    size_t least; /* words behind it */
    size_t most;
    const char *usage;
    bool (*run)(const struct options *options, const char *const *words, size_t count, struct nr_error *error);
};

struct affecting {
    struct nr_voice *voice;
    bool known; /* one of the lexicons has an entry for what is written */
};

struct checking {
    size_t wrong;
    bool quiet;
};

static void print_remark(void *context, const struct nr_lexicon_remark *remark)
{
    struct checking *checking = context;
    const struct nr_lexicon_entry *entry = remark->entry, *other = remark->other;
    checking->wrong += remark->is_wrong;
    if (checking->quiet && !remark->is_wrong)
        return;
    printf("%s:%zu: '%s' %s", entry->path, entry->line, entry->written, remark->what);
    if (other)
        printf(", %s:%zu", other->path, other->line);
    putchar('\n');
}

/* The files alone, without the lexicons that are found anyway. */
static struct nr_settings settings_of_files(const struct options *options, const char *const *files)
{
    struct nr_settings settings = options_settings(options);
    settings.lexicons = files;
    return settings;
}

static void print_mistake(void *context, const char *message)
{
    printf("%s\n", message);
    ++*(size_t *)context;
}

/* All mistakes of the files, not only the first, which a lexicon can't be loaded with. */
static bool check_mistakes(const char *const *paths, struct nr_error *error)
{
    size_t mistakes = 0;
    for (; *paths; paths++)
        if (!nr_lexicon_mistakes(*paths, print_mistake, &mistakes, error))
            return false;
    return !mistakes || fail(error, NR_FAILED, "%zu lines of lexicons are no entries", mistakes);
}

static bool check(const struct options *options, const char *const *words, size_t count, struct nr_error *error)
{
    struct nr_settings settings = count ? settings_of_files(options, words) : options_settings(options);
    struct checking checking = {0, options->quiet};
    struct nr_lexicon *lexicon;
    if (settings.lexicons && !check_mistakes(settings.lexicons, error))
        return false;
    if (!nr_lexicon_load(NULL, &settings, &lexicon, error))
        return false;
    nr_lexicon_check(lexicon, print_remark, &checking);
    bool done =
        sounding_check(lexicon, count ? NR_LAYER_GIVEN : NR_LAYER_USER, &settings, print_remark, &checking, error);
    nr_lexicon_free(lexicon);
    if (done && checking.wrong)
        return fail(error, NR_FAILED, "%zu lines of lexicons are without effect or contradict others",
                    checking.wrong);
    return done;
}

static bool add(const struct options *options, const char *const *words, size_t count, struct nr_error *error)
{
    (void)count;
    const char *path = options->to ? options->to : lexicon_edit_own(options, error);
    if (!path || !lexicon_edit_add(path, words[0], words[1], error))
        return false;
    printf("%s\n", path);
    return true;
}

/* Does an entry for `written` speak in the plan?  Tokens name their entry by file and line. */
static bool is_affected(const struct nr_plan *plan, const struct nr_lexicon *lexicon, const char *written)
{
    char place[512];
    for (size_t i = 0; i < lexicon->count; i++) {
        const struct nr_lexicon_entry *entry = &lexicon->entries[i];
        if (strcmp(entry->written, written) != 0)
            continue;
        snprintf(place, sizeof place, "%s:%zu", entry->name, entry->line);
        for (size_t t = 0; t < plan->token_count; t++)
            if (plan->tokens[t].place && strcmp(plan->tokens[t].place, place) == 0)
                return true;
    }
    return false;
}

static bool has_entry(const struct nr_lexicon *lexicon, const char *written)
{
    for (size_t i = 0; i < lexicon->count; i++)
        if (strcmp(lexicon->entries[i].written, written) == 0)
            return true;
    return false;
}

/* Plans the article with all its lexicons, and prints its path if the entry spoke. */
static bool affects_one(const struct options *options, struct affecting *affecting, const char *written,
                        const char *path, struct nr_error *error)
{
    struct nr_settings settings = options_settings(options);
    struct nr_article *article;
    struct nr_lexicon *lexicon = NULL;
    const struct nr_plan *plan;
    if (!nr_read_article_file(path, &settings, &article, error))
        return false;
    bool done = nr_lexicon_load(article->path, &settings, &lexicon, error) &&
                nr_plan_article(article, affecting->voice, &settings, &plan, error);
    affecting->known = affecting->known || (lexicon && has_entry(lexicon, written));
    if (done && is_affected(plan, lexicon, written))
        printf("%s\n", path);
    nr_lexicon_free(lexicon);
    nr_article_free(article);
    return done;
}

static bool affects(const struct options *options, const char *const *words, size_t count, struct nr_error *error)
{
    struct nr_settings settings = options_settings(options);
    struct affecting affecting = {NULL, false};
    size_t failed = 0;
    if (!nr_voice_load(NULL, &settings, &affecting.voice, error))
        return false;
    for (size_t i = 1; i < count; i++) {
        if (affects_one(options, &affecting, words[0], words[i], error))
            continue;
        message("%s", error->message);
        failed++;
    }
    nr_voice_free(affecting.voice);
    if (!failed && !affecting.known)
        return fail(error, NR_USAGE, "no lexicon has an entry '%s'", words[0]);
    return !failed || fail(error, NR_SOME_FAILED, "%zu of %zu articles could not be read", failed, count - 1);
}

static const struct task tasks[] = {
    {"check", 0, SIZE_MAX, "narrate lexicon check [FILE...]", check},
    {"add", 2, 2, "narrate lexicon add WRITTEN SPOKEN [--to FILE]", add},
    {"affects", 2, SIZE_MAX, "narrate lexicon affects WRITTEN ARTICLE...", affects},
};

bool command_lexicon(const struct options *options, struct nr_error *error)
{
    const char *const *words = (const char *const *)options->operands;
    size_t count = options->operand_count - 1;
    for (size_t i = 0; i < sizeof tasks / sizeof *tasks; i++) {
        if (strcmp(tasks[i].name, words[0]) != 0)
            continue;
        if (count < tasks[i].least || count > tasks[i].most)
            return fail(error, NR_USAGE, "usage: %s", tasks[i].usage);
        return tasks[i].run(options, words + 1, count, error);
    }
    return fail(error, NR_USAGE, "'%s' is no task; there are check, add and affects", words[0]);
}
