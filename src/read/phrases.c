#include "phrases.h"

#include "phrase_lists.h"
#include "utf8.h"

#include <string.h>

static const struct phrase_list *const lists[] = {&phrases_of_sites, &phrases_of_notes, &phrases_of_links,
                                                  &phrases_of_pages};

struct plain {
    char at[PHRASE_TEXT_MAX];
    size_t length;
};

static char straight(uint32_t code)
{
    if (code >= 'A' && code <= 'Z')
        return (char)(code | 0x20);
    return code == 0x2019 || code == 0x2018 ? '\'' : (char)code;
}

/* As the table is written. */
static void make_plain(struct plain *plain, struct str text)
{
    plain->length = 0;
    for (size_t at = 0, length; at < text.length; at += length) {
        uint32_t code = utf8_at(text, at, &length);
        if (code < 0x80 || code == 0x2018 || code == 0x2019)
            plain->at[plain->length++] = straight(code);
        else
            plain->length += utf8_encode(code, plain->at + plain->length);
    }
}

static bool is_inside_word(struct str text, size_t at)
{
    return at > 0 && at < text.length && text.at[at - 1] >= 'a' && text.at[at - 1] <= 'z' && text.at[at] >= 'a' &&
           text.at[at] <= 'z';
}

static bool stands_at(struct str text, struct str words, size_t at)
{
    return str_equal(str_slice(text, at, at + words.length), words) && !is_inside_word(text, at) &&
           !is_inside_word(text, at + words.length);
}

static bool is_held(struct str text, struct str words)
{
    for (size_t at = 0, found; at < text.length; at = found + 1) {
        found = at + str_find(str_slice(text, at, text.length), words);
        if (found < text.length && stands_at(text, words, found))
            return true;
    }
    return false;
}

static bool matches(const struct phrase *phrase, struct str text)
{
    struct str words = str_of(phrase->words);
    if (words.length > text.length)
        return false;
    switch (phrase->where) {
    case STARTS:
        return stands_at(text, words, 0);
    case ENDS:
        return stands_at(text, words, text.length - words.length);
    case HOLDS:
        return is_held(text, words);
    case IS:
        return str_equal(text, words);
    }
    return false;
}

static struct str without_stops(struct str text)
{
    while (text.length && memchr(".)]:- ", text.at[text.length - 1], 6))
        text.length--;
    return text;
}

/* An arrow, a bullet, a picture of a megaphone. */
static bool is_sign(uint32_t code)
{
    return (code >= 0x2190 && code <= 0x2BFF) || (code >= 0x1F000 && code <= 0x1FAFF) || code == 0xBB ||
           code == 0x203A || code == 0x2022 || code == 0xB7 || code == 0xFE0F;
}

/* "*Sign up here", ">> Read more", "[Advertisement]", "\342\206\220 Older posts": a mark says nothing. */
static struct str without_mark(struct str text)
{
    for (size_t length; text.length; text = str_slice(text, length, text.length)) {
        uint32_t code = utf8_at(text, 0, &length);
        if (!is_sign(code) && (code >= 0x80 || !memchr("*>|-[ ", (int)code, 6)))
            break;
    }
    return text;
}

static uint64_t features_of(const struct phrase_list *list, struct str whole, struct str cut)
{
    uint64_t features = 0;
    for (size_t i = 0; i < list->count; i++) {
        bool at_start = list->phrases[i].where == STARTS || list->phrases[i].where == IS;
        if (at_start && whole.length && list->phrases[i].words[0] != whole.at[0])
            continue; /* most: a page has many lines */
        bool at_end = list->phrases[i].where == ENDS || list->phrases[i].where == IS;
        if (matches(&list->phrases[i], at_end ? cut : whole))
            features |= UINT64_C(1) << list->phrases[i].feature;
    }
    return features;
}

uint64_t phrases_in(struct str text)
{
    struct plain plain;
    uint64_t features = 0;
    if (text.length > PHRASE_TEXT_MAX)
        return 0;
    make_plain(&plain, without_mark(text));
    struct str whole = {plain.at, plain.length}, cut = without_stops(whole);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        features |= features_of(lists[i], whole, cut);
    return features & FEATURE_BIT(INSERT) ? features | FEATURE_BIT(SITE) : features;
}
