/* Commands that tell where the sentence's links lead. */
#include "deck_actions.h"

/* A part of an address, as words in their place. */
static void add(struct buf *to, enum words words, struct str part)
{
    struct buf text = {0};
    buf_append(&text, part);
    words_add(to, words, text.at ? text.at : "", NULL);
    buf_free(&text);
}

/* What follows the scheme of an address, up to what only machines need. */
static struct str behind(struct str url, size_t scheme)
{
    struct str rest = str_slice(url, scheme, url.length);
    return str_slice(rest, 0, str_find(rest, STR("?")));
}

/* Where the host begins in "scheme://host" and "//host"; the end if the address is relative. */
static size_t host_start(struct str url)
{
    size_t at = 0;
    while (at < url.length && url.at[at] != ':' && url.at[at] != '/' && url.at[at] != '?' && url.at[at] != '#')
        at++;
    at += at < url.length && url.at[at] == ':';
    return str_starts(str_slice(url, at, url.length), STR("//")) ? at + 2 : url.length;
}

/* The host of "scheme://user@www.host:port/path"; empty if the address is relative. */
static struct str host_of(struct str url)
{
    struct str host = str_slice(url, host_start(url), url.length);
    size_t end = 0;
    while (end < host.length && host.at[end] != '/' && host.at[end] != '?' && host.at[end] != '#')
        end++;
    host = str_slice(host, 0, end);
    size_t user = str_find(host, STR("@"));
    host = user < host.length ? str_slice(host, user + 1, host.length) : host;
    host = str_slice(host, 0, str_find(host, STR(":")));
    return str_starts_caseless(host, STR("www.")) ? str_slice(host, 4, host.length) : host;
}

/* Short: nobody listens to a path. */
static void add_target(struct buf *to, struct str url)
{
    static const struct {
        const char *scheme;
        enum words words;
    } schemes[] = {{"mailto:", WORDS_TO_MAIL}, {"tel:", WORDS_TO_TELEPHONE}, {"#", WORDS_TO_THIS_PAGE}};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        struct str scheme = str_of(schemes[i].scheme);
        if (str_starts_caseless(url, scheme)) {
            add(to, schemes[i].words, behind(url, scheme.length));
            return;
        }
    }
    struct str host = host_of(url);
    if (host.length)
        buf_append(to, host);
    else
        words_add(to, WORDS_TO_THIS_SITE, "", NULL);
}

static struct str link_words(const struct deck *deck, const struct nr_link *link)
{
    const struct nr_block *block = &deck->plan->article->blocks[deck->plan->utterances[deck->at.utterance].block];
    return str_slice((struct str){block->text, block->length}, link->start, link->end);
}

unsigned do_links(struct deck *deck, struct str argument)
{
    struct nr_sentence_link found;
    struct buf list = {0}, words = {0}, target = {0};
    size_t count = 0;
    char number[24];
    (void)argument;
    for (; nr_plan_link(deck->plan, deck->at.utterance, count, &found); count++) {
        buf_clear(&words);
        buf_clear(&target);
        buf_append(&words, link_words(deck, found.link));
        add_target(&target, str_of(found.link->url));
        buf_append(&list, count > 0 ? STR("; ") : STR(""));
        words_add(&list, WORDS_LINK_TO, words.at, target.at, NULL);
    }
    if (count == 1)
        words_add(&deck->say, WORDS_LINK, list.at, NULL);
    else if (count > 1)
        words_add(&deck->say, WORDS_LINKS, deck_number(number, count), list.at, NULL);
    else
        words_add(&deck->say, WORDS_NO_LINKS, "", NULL);
    buf_free(&list);
    buf_free(&words);
    buf_free(&target);
    return EFFECT_SAY | EFFECT_LINKS;
}

/* To be read, or opened, from the screen: nothing is opened from here. */
unsigned do_show_links(struct deck *deck, struct str argument)
{
    struct nr_sentence_link found;
    size_t count = 0;
    char number[24];
    (void)argument;
    for (; nr_plan_link(deck->plan, deck->at.utterance, count, &found); count++)
        buf_printf(&deck->show, "%s%s", count > 0 ? "\n" : "", found.link->url);
    if (!count)
        return deck_say(deck, WORDS_NO_LINKS) | EFFECT_LINKS;
    words_add(&deck->say, count == 1 ? WORDS_LINK_SHOWN : WORDS_LINKS_SHOWN, deck_number(number, count), NULL);
    return EFFECT_SAY | EFFECT_SHOW | EFFECT_LINKS;
}
