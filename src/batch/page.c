/* index.html: the recordings as a plain list with players.  No script; works from a disk. */
#include "id.h"
#include "listen.h"
#include "markup.h"

#include <stdio.h>
#include <string.h>

/* WCAG 2.2: contrast in light and dark, visible focus, text that may be enlarged. */
static const char style[] = ":root{color-scheme:light dark}"
                            "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:1rem}"
                            "ol{padding-left:2.2rem}li{margin:0 0 1.6rem}h2{font-size:1.15rem;margin:0}"
                            "p{margin:.2rem 0}audio{width:100%;min-height:44px}"
                            "body{background:#fff;color:#111}a{color:#0645ad}a:visited{color:#5b2a86}"
                            "@media(prefers-color-scheme:dark){body{background:#121212;color:#eee}a{color:#9cc2ff}"
                            "a:visited{color:#cdb4f0}}"
                            "a:focus-visible,audio:focus-visible{outline:3px solid;outline-offset:2px}";

static const char *duration(const struct listing *listing, double seconds)
{
    unsigned long minutes = (unsigned long)(seconds / 60 + 0.5);
    if (seconds < 59.5)
        return arena_printf(listing->arena, "%.0f seconds", seconds);
    if (minutes < 60)
        return arena_printf(listing->arena, "%lu minute%s", minutes, minutes == 1 ? "" : "s");
    return arena_printf(listing->arena, "%lu h %lu min", minutes / 60, minutes % 60);
}

static void put_head(struct markup *markup, const struct listing *listing)
{
    markup_open(markup, "head");
    markup_open(markup, "meta");
    markup_attribute(markup, "charset", "utf-8");
    markup_close(markup);
    markup_open(markup, "meta");
    markup_attribute(markup, "name", "generator");
    markup_attribute(markup, "content", "narrate");
    markup_close(markup);
    markup_open(markup, "meta");
    markup_attribute(markup, "name", "viewport");
    markup_attribute(markup, "content", "width=device-width, initial-scale=1");
    markup_close(markup);
    markup_element(markup, "title", listing->title);
    markup_element(markup, "style", style);
    markup_close(markup);
}

static void put_line(struct markup *markup, const struct listing *listing, const struct record *record)
{
    const char *const parts[] = {record->byline, record->site, record->date,
                                 duration(listing, listen_seconds(record)),
                                 record->words_lost ? "some words are missing" : NULL};
    struct buf line = {0};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i] && *parts[i])
            buf_printf(&line, "%s%s", line.length ? ", " : "", parts[i]);
    markup_element(markup, "p", line.at);
    buf_free(&line);
}

static void put_recording(struct markup *markup, const struct listing *listing, const struct record *record)
{
    const char *title = listen_title(listing, record);
    const char *url = id_url(listing->arena, record->output);
    markup_open(markup, "li");
    markup_open(markup, "h2");
    if (record->language && *record->language)
        markup_attribute(markup, "lang", record->language);
    markup_text(markup, title);
    markup_close(markup);
    put_line(markup, listing, record);
    markup_open(markup, "audio");
    markup_attribute(markup, "controls", "controls");
    markup_attribute(markup, "preload", "none");
    markup_attribute(markup, "aria-label", title);
    markup_attribute(markup, "src", url);
    markup_close(markup);
    markup_open(markup, "p");
    markup_open(markup, "a");
    markup_attribute(markup, "href", url);
    markup_text(markup, arena_printf(listing->arena, "The file of \"%s\"", title));
    markup_close(markup);
    markup_close(markup);
    markup_close(markup);
}

static void put_body(struct markup *markup, const struct listing *listing)
{
    double seconds = 0;
    for (size_t i = 0; i < listing->count; i++)
        seconds += listen_seconds(listing->at[i]);
    markup_open(markup, "body");
    markup_open(markup, "main");
    markup_element(markup, "h1", listing->title);
    markup_element(markup, "p",
                   arena_printf(listing->arena, "%zu recording%s, %s.", listing->count,
                                listing->count == 1 ? "" : "s", duration(listing, seconds)));
    if (listing->count)
        markup_open(markup, "ol");
    for (size_t i = 0; i < listing->count; i++)
        put_recording(markup, listing, listing->at[i]);
    if (listing->count)
        markup_close(markup);
    markup_close(markup);
    markup_close(markup);
}

/* As XML writes them, elements are well-formed HTML too, but for empty ones that HTML does not know as empty. */
static void open_up(struct buf *out, struct str markup)
{
    static const char closed[] = "/>";
    while (markup.length) {
        size_t start = str_find(markup, STR("<audio "));
        size_t end = start + str_find(str_slice(markup, start, markup.length), (struct str){closed, 2});
        buf_append(out, str_slice(markup, 0, end));
        if (end < markup.length)
            buf_append(out, STR("></audio>"));
        markup = str_slice(markup, end + 2, markup.length);
    }
}

bool page_put(struct buf *out, const struct listing *listing)
{
    struct markup markup;
    struct buf text = {0};
    if (!markup_begin(&markup))
        return false;
    markup_open(&markup, "html");
    markup_attribute(&markup, "lang", "en");
    put_head(&markup, listing);
    put_body(&markup, listing);
    markup_close(&markup);
    markup_end(&markup, &text);
    buf_append(out, STR("<!DOCTYPE html>\n"));
    open_up(out, buf_str(&text));
    buf_free(&text);
    return true;
}
