/* Runs tests/spec/NAME.spec: tables of written text and what is said, or of text and its sentences. */
#include "planning.h"

#include "memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct totals {
    size_t passed;
    size_t failed;
};

static char *read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        exit(1);
    }
    char *text = memory_alloc((size_t)1 << 20);
    text[fread(text, 1, ((size_t)1 << 20) - 1, file)] = '\0';
    fclose(file);
    return text;
}

/* Plans one block of prose; the caller frees *article. */
static const struct nr_plan *plan_text(const char *text, const char *locale, struct nr_article **article)
{
    static const enum nr_role body = NR_BODY;
    struct nr_voice *voice;
    struct nr_error error;
    struct nr_settings settings = {.locale = locale};
    const struct nr_plan *plan = NULL;
    *article = planning_article(&body, &text, 1);
    if (!nr_voice_parse("test", "", 0, &voice, &error) ||
        !nr_plan_article(*article, voice, &settings, &plan, &error)) {
        fprintf(stderr, "%s: %s\n", text, error.message);
        exit(1);
    }
    nr_voice_free(voice);
    return plan;
}

static void spoken_text(const struct nr_plan *plan, struct buf *out)
{
    for (size_t i = 0; i < plan->utterance_count; i++)
        buf_printf(out, "%s%s", i ? " " : "", plan->utterances[i].text);
}

static void sentences_text(const struct nr_plan *plan, struct buf *out)
{
    for (size_t i = 0; i < plan->utterance_count; i++) {
        const struct nr_utterance *u = &plan->utterances[i];
        const char *text = plan->article->blocks[u->block].text;
        bool glued = i && u[-1].block == u->block && u[-1].written_end == u->written_start;
        buf_printf(out, "%s%.*s",
                   !i      ? ""
                   : glued ? " || "
                           : " | ",
                   (int)(u->written_end - u->written_start), text + u->written_start);
    }
}

/* A wanted reading without a stop accepts the one that the planner adds for the tune. */
static bool accepted(struct str got, struct str wanted)
{
    if (str_ends(got, STR(".")) && !str_ends(wanted, STR(".")))
        got.length--;
    return str_equal(got, wanted);
}

static void check(struct totals *totals, const char *path, size_t line, char *written, const char *wanted,
                  const char *locale, bool sentences)
{
    struct nr_article *article;
    struct buf got = {0};
    for (char *bar; sentences && (bar = strstr(written, " || "));)
        memmove(bar, bar + 4, strlen(bar + 4) + 1);
    for (char *bar; sentences && (bar = strstr(written, " | "));)
        memmove(bar + 1, bar + 3, strlen(bar + 3) + 1);
    (sentences ? sentences_text : spoken_text)(plan_text(written, locale, &article), &got);
    bool good = accepted(buf_str(&got), str_of(wanted));
    totals->passed += good;
    totals->failed += !good;
    if (!good)
        fprintf(stderr, "%s:%zu: [%s]\n  wanted  %s\n  got     %s\n", path, line, locale, wanted, got.at);
    buf_free(&got);
    nr_article_free(article);
}

/* A line is "written<TAB>spoken", "locale<TAB>..." changes it; a sentences file has text with " | " between. */
static struct totals run(const char *path)
{
    struct totals totals = {0, 0};
    char *text = read_file(path), locale[16] = "en-GB";
    bool sentences = strstr(path, "sentences") != NULL;
    size_t number = 0;
    for (char *line = text, *next; line && *line; line = next) {
        next = strchr(line, '\n');
        if (next)
            *next++ = '\0';
        number++;
        char *tab = strchr(line, '\t');
        if (!*line || *line == '#')
            continue;
        if (sentences) {
            char *wanted = strdup(line);
            check(&totals, path, number, line, wanted, locale, true);
            free(wanted);
        } else if (tab && !strncmp(line, "locale", 6)) {
            snprintf(locale, sizeof locale, "%s", tab + 1);
        } else if (tab) {
            *tab = '\0';
            check(&totals, path, number, line, tab + 1, locale, false);
        }
    }
    free(text);
    return totals;
}

int main(int argc, char **argv)
{
    struct totals totals = {0, 0};
    for (int i = 1; i < argc; i++) {
        struct totals file = run(argv[i]);
        totals.passed += file.passed;
        totals.failed += file.failed;
    }
    printf("%zu passed, %zu failed\n", totals.passed, totals.failed);
    return totals.failed || !totals.passed;
}
