#include "command.h"

#include "buf.h"
#include "fail.h"
#include "messages.h"
#include "options.h"

#include <errno.h>
#include <stdio.h>

struct normalising {
    const struct options *options;
    struct nr_settings settings;
    struct nr_voice *voice;
    size_t line;
    enum nr_status worst; /* NR_OK while every line could be read */
};

/* The next line without its end.  False at the end of the input or on failure. */
static bool read_line(struct buf *line, struct nr_error *error)
{
    int c;
    buf_clear(line);
    errno = 0;
    while ((c = getchar()) != EOF && c != '\n') {
        if (line->length == NR_ARTICLE_BYTES_MAX)
            return fail(error, NR_REFUSED, "a line is over %zu MiB; break it", NR_ARTICLE_BYTES_MAX >> 20);
        buf_append_char(line, (char)c);
    }
    if (ferror(stdin))
        return errno == EINTR ? fail(error, NR_STOPPED, "stopped")
                              : fail_errno(error, "standard input: can't read");
    return c == '\n' || line->length > 0;
}

static void print_spoken(const struct nr_plan *plan)
{
    for (size_t i = 0; i < plan->utterance_count; i++)
        printf("%s%s", i > 0 ? " " : "", plan->utterances[i].text);
}

/* A line that can't be read becomes an empty one: lines in and out stay in step. */
static void normalise_line(struct normalising *normalising, struct str line)
{
    struct nr_error error;
    struct nr_article *article = NULL;
    const struct nr_plan *plan;
    char name[32];
    snprintf(name, sizeof name, "line %zu", normalising->line);
    bool read = nr_read_article(name, line.at, line.length, &normalising->settings, &article, &error);
    if (read && nr_plan_article(article, normalising->voice, &normalising->settings, &plan, &error)) {
        print_spoken(plan);
    } else if (!read || error.status != NR_REFUSED) { /* a line without a word is no fault */
        message("%s", error.message);
        normalising->worst = error.status;
    }
    if (article && !normalising->options->quiet)
        message_notes(article);
    nr_article_free(article);
}

static bool normalise_input(struct normalising *normalising, struct nr_error *error)
{
    struct buf line = {0};
    bool done = true;
    error->status = NR_OK;
    while (done && read_line(&line, error)) {
        normalising->line++;
        if (str_trim(buf_str(&line)).length > 0)
            normalise_line(normalising, buf_str(&line));
        putchar('\n');
        done = stdout_flush(error);
    }
    buf_free(&line);
    return error->status == NR_OK;
}

bool command_normalise(const struct options *options, struct nr_error *error)
{
    struct normalising normalising = {.options = options, .settings = options_settings(options)};
    normalising.settings.from = NR_INPUT_PROSE;
    if (!normalising.settings.locale)
        normalising.settings.locale = "en-GB"; /* a line is too little to tell a language by */
    bool done = nr_voice_load(options->voice, &normalising.settings, &normalising.voice, error) &&
                normalise_input(&normalising, error);
    nr_voice_free(normalising.voice);
    if (done && normalising.worst != NR_OK)
        return fail(error, normalising.worst, "some lines could not be read; they are empty in the output");
    return done;
}
