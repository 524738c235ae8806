/* feed.xml: RSS 2.0 with the namespaces of Apple's directory and of Podcasting 2.0. */
#include "folders.h"
#include "hash.h"
#include "id.h"
#include "listen.h"
#include "markup.h"
#include "path.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define VERSION_DIGITS 12

static const struct {
    const char *format;
    const char *type;
} types[] = {{"mp3", "audio/mpeg"},
             {"ogg", "audio/ogg"},
             {"opus", "audio/ogg; codecs=opus"},
             {"flac", "audio/flac"},
             {"wav", "audio/wav"}};

static const char *type_of(const struct batch *batch)
{
    size_t i = 0;
    while (strcmp(types[i].format, nr_format_name(batch->format)) != 0)
        i++;
    return types[i].type;
}

/* RFC 822, with four digits of the year. */
static const char *date(const struct listing *listing, int64_t seconds)
{
    char text[64];
    time_t when = (time_t)seconds;
    struct tm parts;
    gmtime_r(&when, &parts);
    strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S +0000", &parts);
    return arena_string(listing->arena, str_of(text));
}

static const char *url_of(const struct listing *listing, const char *path)
{
    const char *base = listing->batch->feed;
    const char *slash = str_ends(str_of(base), STR("/")) ? "" : "/";
    return arena_printf(listing->arena, "%s%s%s", base, slash, id_url(listing->arena, path));
}

/* Players keep what they have for a URL; another recording of the article has another one. */
static const char *versioned(const struct listing *listing, const struct record *record, const char *path)
{
    struct hash hash = hash_begin();
    hash_key(&hash, &record->text);
    hash_key(&hash, &record->settings);
    hash_key(&hash, &record->versions);
    hash_number(&hash, record->bytes);
    struct key version = hash_end(&hash);
    return arena_printf(listing->arena, "%s?v=%.*s", url_of(listing, path), VERSION_DIGITS, version.text);
}

/* An element with a name space's one attribute. */
static void put_empty(struct markup *markup, const char *element, const char *name, const char *value)
{
    markup_open(markup, element);
    markup_attribute(markup, name, value);
    markup_close(markup);
}

static void put_enclosure(struct markup *markup, const struct listing *listing, const struct record *record)
{
    markup_open(markup, "enclosure");
    markup_attribute(markup, "url", versioned(listing, record, record->output));
    markup_attribute(markup, "length", arena_printf(listing->arena, "%llu", (unsigned long long)record->bytes));
    markup_attribute(markup, "type", type_of(listing->batch));
    markup_close(markup);
}

static void put_chapters(struct markup *markup, const struct listing *listing, const struct record *record)
{
    size_t stem = strlen(record->output) - strlen(nr_format_name(listing->batch->format)) - 1;
    const char *path = arena_printf(listing->arena, "%.*s" LISTEN_CHAPTERS, (int)stem, record->output);
    if (access(path_join(listing->arena, listing->batch->out, path), R_OK) != 0)
        return;
    markup_open(markup, "podcast:chapters");
    markup_attribute(markup, "url", versioned(listing, record, path));
    markup_attribute(markup, "type", "application/json+chapters");
    markup_close(markup);
}

static void put_item(struct markup *markup, const struct listing *listing, const struct record *record)
{
    bool permanent = record->url && record->guid && strcmp(record->url, record->guid) == 0;
    markup_open(markup, "item");
    markup_element(markup, "title", listen_title(listing, record));
    markup_element(markup, "link", record->url);
    markup_open(markup, "guid");
    markup_attribute(markup, "isPermaLink", permanent ? "true" : "false");
    markup_text(markup, record->guid ? record->guid : record->id);
    markup_close(markup);
    markup_element(markup, "pubDate", date(listing, record->first_seen));
    markup_element(markup, "description", record->about);
    put_enclosure(markup, listing, record);
    markup_element(markup, "itunes:duration", arena_printf(listing->arena, "%.0f", listen_seconds(record)));
    markup_element(markup, "itunes:author", record->byline ? record->byline : record->site);
    markup_element(markup, "itunes:explicit", "false");
    put_chapters(markup, listing, record);
    markup_close(markup);
}

static void put_image(struct markup *markup, const struct listing *listing)
{
    static const char *const names[] = {"cover.jpg", "cover.png"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (access(path_join(listing->arena, listing->batch->out, names[i]), R_OK) == 0) {
            put_empty(markup, "itunes:image", "href", url_of(listing, names[i]));
            return;
        }
}

static void put_channel(struct markup *markup, const struct listing *listing, struct record *const *records,
                        size_t count)
{
    int64_t newest = 0;
    for (size_t i = 0; i < count; i++)
        newest = records[i]->made > newest ? records[i]->made : newest;
    const char *language = count && records[0]->language ? records[0]->language : "en";
    markup_element(markup, "title", listing->title);
    markup_element(markup, "generator", "narrate");
    markup_element(markup, "link", url_of(listing, "index.html"));
    markup_element(markup, "description", arena_printf(listing->arena, "Articles read aloud: %s", listing->title));
    markup_element(markup, "language", language);
    if (newest)
        markup_element(markup, "lastBuildDate", date(listing, newest));
    markup_open(markup, "atom:link");
    markup_attribute(markup, "rel", "self");
    markup_attribute(markup, "type", "application/rss+xml");
    markup_attribute(markup, "href", url_of(listing, "feed.xml"));
    markup_close(markup);
    markup_element(markup, "itunes:author", listing->title);
    put_empty(markup, "itunes:category", "text", "News");
    markup_element(markup, "itunes:explicit", "false");
    markup_element(markup, "itunes:block", listing->batch->feed_public ? NULL : "yes");
    put_image(markup, listing);
}

static int newest_first(const void *a, const void *b)
{
    const struct record *one = *(struct record *const *)a, *two = *(struct record *const *)b;
    if (one->first_seen != two->first_seen)
        return one->first_seen > two->first_seen ? -1 : 1;
    return strcmp(one->id, two->id);
}

/* What lacks words is not published. */
static size_t choose(const struct listing *listing, struct record **chosen)
{
    size_t count = 0;
    for (size_t i = 0; i < listing->count; i++)
        if (!listing->at[i]->words_lost)
            chosen[count++] = listing->at[i];
    if (count)
        qsort(chosen, count, sizeof *chosen, newest_first);
    return count;
}

bool feed_put(struct buf *out, const struct listing *listing)
{
    static const char *const spaces[][2] = {
        {"version", "2.0"},
        {"xmlns:atom", "http://www.w3.org/2005/Atom"},
        {"xmlns:itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"},
        {"xmlns:podcast", "https://podcastindex.org/namespace/1.0"},
    };
    struct markup markup;
    struct record **chosen = arena_alloc(listing->arena, (listing->count + 1) * sizeof *chosen);
    size_t count = choose(listing, chosen);
    if (!markup_begin(&markup))
        return false;
    xmlTextWriterSetIndent(markup.writer, 1);
    xmlTextWriterStartDocument(markup.writer, NULL, "UTF-8", NULL);
    markup_open(&markup, "rss");
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
        markup_attribute(&markup, spaces[i][0], spaces[i][1]);
    markup_open(&markup, "channel");
    put_channel(&markup, listing, chosen, count);
    for (size_t i = 0; i < count; i++)
        put_item(&markup, listing, chosen[i]);
    markup_close(&markup);
    markup_close(&markup);
    markup_end(&markup, out);
    return true;
}
