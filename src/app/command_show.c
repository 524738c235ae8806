#include "command.h"

#include "messages.h"
#include "sources.h"

#include <stdio.h>

static bool plan_article(const struct options *options, const struct nr_settings *settings,
                         const struct nr_article *article, struct nr_voice **voice, const struct nr_plan **plan,
                         struct nr_error *error)
{
    return nr_voice_load(options->voice, settings, voice, error) &&
           nr_plan_article(article, *voice, settings, plan, error);
}

static bool show(const struct options *options, const struct source *source, struct nr_error *error)
{
    struct nr_settings settings = options_settings(options);
    const struct nr_view *view = options->view ? options->view : nr_view_at(0);
    struct nr_article *article;
    struct nr_voice *voice = NULL;
    const struct nr_plan *plan = NULL;
    if (!source_read(source, &settings, &article, error))
        return false;
    bool done = !view->needs_plan || plan_article(options, &settings, article, &voice, &plan, error);
    if (done)
        view->print(article, plan, stdout);
    if (!options->quiet)
        message_notes(article);
    nr_voice_free(voice);
    nr_article_free(article);
    return done;
}

/* The articles of an archive come one after the other. */
bool command_show(const struct options *options, struct nr_error *error)
{
    struct sources sources;
    bool done = sources_find(options, &sources, error);
    for (size_t i = 0; done && i < sources.count; i++)
        done = show(options, &sources.all[i], error);
    sources_close(&sources);
    return done;
}
