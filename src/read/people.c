#include "people.h"

#include "names.h"
#include "near.h"
#include "utf8.h"
#include "words.h"

#define PLACE_WORDS       5
#define SIGNATURE_LINES   3
#define NAME_WITHIN       4  /* words of a note's first name, with a title */
#define NOTE_WITHIN       20 /* blocks from the end */
#define LEAD_BLOCKS       8
#define TITLE_BYTES       4 /* "Prof" */
#define ATTRIBUTION_WORDS 10
#define PULLED_WORDS      8

#define COUNT(list) (sizeof(list) / sizeof *(list))

static bool begins_large(struct str text)
{
    struct str word;
    return word_take(&text, &word) && word_is_capital(word_bare(word));
}

static bool is_capitalised(struct str word)
{
    for (size_t i = 1; i < word.length; i++)
        if (word.at[i] < 'a' || word.at[i] > 'z')
            return false;
    return word.length > 2 && word_is_capital(word);
}

/* A line that may be the place below a name: some words that are no sentence, and nothing else is known of it. */
static bool is_place(const struct draft *draft, size_t index)
{
    return near_has(draft, index, FEATURE_BIT(UNSTOPPED)) && near_has(draft, index, FEATURE_BIT(BRIEF)) &&
           draft->evidence[index].words <= PLACE_WORDS &&
           !near_has(draft, index, NEAR_APART | FEATURE_BIT(RUNS_ON)) && !draft->evidence[index].number &&
           begins_large(draft_text(draft, index));
}

/* "Jane Smith", and "Matlock" below: 0 if block `index` signs nothing, else the lines of the signature. */
static size_t signature_lines(const struct draft *draft, size_t index, bool amid)
{
    if (!near_has(draft, index, FEATURE_BIT(NAME) | FEATURE_BIT(NAME_PLACE)) ||
        near_has(draft, index, FEATURE_BIT(SITE) | FEATURE_BIT(RELATED) | FEATURE_BIT(NETWORK)) ||
        !near_is_paragraph(draft, index - 1))
        return 0;
    bool whole = near_has(draft, index, FEATURE_BIT(NAME_PLACE));
    bool ended = near_is_paragraph(draft, index + 2) || index + 2 >= draft->count ||
                 near_has(draft, index + 2, FEATURE_BIT(SITE));
    if (!whole && is_place(draft, index + 1) && ended)
        return 2;
    return whole || !amid;
}

/* "Yours sincerely,", or "Until next time," at the end. */
static bool is_sign_off(const struct draft *draft, size_t index, size_t last)
{
    bool brief = near_has(draft, index, FEATURE_BIT(COMMA)) && near_has(draft, index, FEATURE_BIT(BRIEF));
    return near_has(draft, index, FEATURE_BIT(SIGN_OFF)) ||
           (brief && index > last && last < draft->count &&
            (near_is_paragraph(draft, index - 1) || near_has(draft, index - 1, FEATURE_BIT(QUOTED_LINE))));
}

/* "Arthur", "Ann and Arthur" below the last paragraph. */
static bool is_first_name(const struct draft *draft, size_t index)
{
    struct str text = draft_text(draft, index);
    size_t joint = str_find(text, STR(" and "));
    return is_capitalised(str_slice(text, 0, joint)) &&
           (joint == text.length || is_capitalised(str_slice(text, joint + 5, text.length))) &&
           !near_has(draft, index, NEAR_APART | FEATURE_BIT(NETWORK) | FEATURE_BIT(RELATED)) &&
           (index + 1 == draft->count ||
            near_has(draft, index + 1, FEATURE_BIT(SITE) | FEATURE_BIT(SITE_HINT) | FEATURE_BIT(PLEA)));
}

/* "- Jane Smith" as "Jane Smith". */
static struct str without_dash(struct str text)
{
    size_t length;
    uint32_t code = utf8_at(text, 0, &length);
    while (text.length && (code == '-' || (code >= 0x2013 && code <= 0x2015))) {
        text = str_slice(text, length, text.length);
        code = utf8_at(text, 0, &length);
    }
    return str_trim(text);
}

static bool holds_word(struct str text, struct str wanted)
{
    for (struct str word; word_take(&text, &word);)
        if (str_equal_caseless(word_bare(word), wanted))
            return true;
    return false;
}

/* A text that ends with a name has it as signature; one amid the text is a heading, unless a place is in it and
 * the end has one too, or somebody is greeted: then these are letters. */
void people_find(struct draft *draft, size_t body, size_t last)
{
    bool letters = last < draft->count && signature_lines(draft, last + 1, true);
    for (size_t i = 0; i < draft->count && !letters; i++)
        letters = near_has(draft, i, FEATURE_BIT(SALUTE)) ||
                  (near_has(draft, i, FEATURE_BIT(OPENING)) && holds_word(draft_text(draft, i), STR("letters")));
    for (size_t i = body + 1; i < draft->count; i++) {
        size_t lines =
            i <= last ? letters ? signature_lines(draft, i, true) : 0 : signature_lines(draft, i, false);
        while (is_sign_off(draft, i - 1, last) && lines < SIGNATURE_LINES && is_place(draft, i + lines) &&
               (!lines || i > last))
            lines++;
        if (!lines && i == last + 1 && is_first_name(draft, i))
            lines = 1;
        for (size_t line = 0; line < lines; line++)
            near_add(draft, i + line, FEATURE_BIT(SIGNATURE));
    }
}

static bool is_one_of(struct str word, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal_caseless(word, str_of(list[i])))
            return true;
    return false;
}

/* "Smith's" as "Smith". */
static struct str without_genitive(struct str word)
{
    size_t cut = str_ends(word, STR("'s")) ? 2 : str_ends(word, STR("\342\200\231s")) ? 4 : 0;
    return str_slice(word, 0, word.length - cut);
}

/* Behind the name: what is only said of who wrote the text. */
static bool tells_of_writer(struct str rest, bool owns)
{
    static const char *const verbs[] = {"covers",   "writes",   "reports", "teaches", "lives",
                                        "works",    "edits",    "hosts",   "blogs",   "tweets",
                                        "presents", "lectures", "keeps",   "runs",    "studies"};
    static const char *const kinds[] = {"a", "an", "the", "our", "also", "author", "co-author"};
    static const char *const things[] = {"book",   "books",   "novel",      "memoir", "column",
                                         "latest", "podcast", "newsletter", "new",    "most"};
    struct str word, next;
    if (!word_take(&rest, &word))
        return false;
    if (owns)
        return is_one_of(word_bare(word), things, COUNT(things));
    if (is_one_of(word, verbs, COUNT(verbs)))
        return true;
    struct str said = rest;
    static const char *const done[] = {"covered", "written", "reported", "worked", "taught", "edited"};
    if (str_equal(word, STR("has")) && word_take(&rest, &next))
        return is_one_of(next, done, COUNT(done));
    if (!str_equal(word, STR("is")) || !word_take(&rest, &next))
        return false;
    return is_one_of(next, kinds, COUNT(kinds)) || name_is_post(str_slice(said, 0, str_find(said, STR(" of "))));
}

/* "Jane Smith is the author of ...", "Ms. Smith covers ...", "Jane Smith's novel ...". */
static bool is_note_on(struct str text, struct str writer, bool *telling)
{
    struct str rest = text, word;
    bool named = false;
    for (size_t words = 0; words < NAME_WITHIN && word_take(&rest, &word); words++) {
        struct str bare = word_bare(word), name = without_genitive(bare);
        bool title = words == 0 && bare.length <= TITLE_BYTES;
        if (!word_is_capital(bare))
            return false;
        bool before = named, owns = name.length < bare.length;
        named = holds_word(writer, name);
        *telling = named && tells_of_writer(rest, owns);
        if (*telling || (named && before))
            return true; /* by the whole name hardly anything but a note calls the writer */
        if (!named && !title)
            return false;
    }
    return false;
}

static struct str writer_of(struct str text)
{
    text = str_slice(text, 0, str_find(text, STR(" \302\267 ")));
    text = str_slice(text, 0, str_find(text, STR(" | ")));
    struct str name = name_of_writer(text);
    size_t colon = str_find(text, STR(": "));
    name = name.length ? name : name_with_post(text);
    name = name.length ? name : name_alone(text);
    return name.length || colon == text.length ? name : name_alone(str_slice(text, colon + 2, text.length));
}

/* `telling`: with words that are only said of writers. */
static bool notes_writer(const struct draft *draft, size_t index, size_t body, bool *telling)
{
    for (size_t i = 0; i < body && i < LEAD_BLOCKS; i++) {
        bool named = near_has(draft, i, NEAR_BYLINES | FEATURE_BIT(BY_BYLINE) | FEATURE_BIT(NAME));
        struct str writer = named ? writer_of(draft_text(draft, i)) : str_slice(draft_text(draft, i), 0, 0);
        if (writer.length && is_note_on(draft_text(draft, index), writer, telling))
            return true;
    }
    return false;
}

/* In a live report each entry may be headed by the name of one of its writers. */
static bool repeats_writer(const struct draft *draft, size_t index, size_t body)
{
    struct str name = writer_of(draft_text(draft, index));
    for (size_t i = 0; name.length && i < body && i < LEAD_BLOCKS; i++) {
        struct str line = draft_text(draft, i);
        if (near_has(draft, i, NEAR_BYLINES | FEATURE_BIT(BY_BYLINE) | FEATURE_BIT(NAME)) &&
            str_find(line, name) < line.length)
            return true;
    }
    return false;
}

static bool begins_with_person(struct str text, struct str name)
{
    static const char *const pronouns[] = {"He", "She", "They"};
    struct str word;
    return word_take(&text, &word) &&
           (is_one_of(word, pronouns, COUNT(pronouns)) || holds_word(name, word_bare(word)));
}

/* The name, the post below it, and at the end what is said of the writer: "Tim has reviewed bicycles since 2009."
 */
static void sign_with_note(struct draft *draft, size_t name)
{
    size_t at = name;
    near_add(draft, at++, FEATURE_BIT(SIGNATURE));
    if (near_has(draft, at, FEATURE_BIT(POST)) && near_has(draft, at, FEATURE_BIT(UNSTOPPED)))
        near_add(draft, at++, FEATURE_BIT(SIGNATURE));
    size_t next = at + 1;
    while (next < draft->count && next < at + NOTE_WITHIN && !near_is_text(draft, next))
        next++;
    bool last = next == draft->count && at > name + 1;
    if (last && near_has(draft, at, FEATURE_BIT(STOPPED)) &&
        begins_with_person(draft_text(draft, at), draft_text(draft, name)))
        near_add(draft, at, FEATURE_BIT(SITE));
}

void people_find_notes(struct draft *draft, size_t body)
{
    for (size_t i = body + 1; i < draft->count; i++)
        if (near_has(draft, i, FEATURE_BIT(NAME) | FEATURE_BIT(WRITER)) &&
            near_has(draft, i, FEATURE_BIT(UNSTOPPED)) &&
            !near_has(draft, i - 1, NEAR_BYLINES | FEATURE_BIT(SITE)) && repeats_writer(draft, i, body))
            sign_with_note(draft, i);
    for (size_t i = draft->count; i-- > body + 1;) {
        bool telling = false;
        if (!near_has(draft, i, FEATURE_BIT(SITE)) && notes_writer(draft, i, body, &telling)) {
            near_add(draft, i, telling ? FEATURE_BIT(SITE) : FEATURE_BIT(SIGNATURE));
            for (size_t line = i - 1;
                 near_has(draft, line, FEATURE_BIT(NAME) | FEATURE_BIT(POST)) &&
                 !near_has(draft, line, FEATURE_BIT(SITE)) && line > body && line + SIGNATURE_LINES >= i;
                 line--)
                near_add(draft, line, FEATURE_BIT(SIGNATURE));
        } else if (near_has(draft, i, FEATURE_BIT(STOPPED)) && near_is_paragraph(draft, i) &&
                   !near_has(draft, i, FEATURE_BIT(PLEA))) {
            return;
        }
    }
}

/* Who said what stands above: "Stefan Mohr, chief executive", "- Jane Smith". */
static bool is_attribution(const struct draft *draft, size_t index)
{
    struct str text = draft_text(draft, index);
    size_t comma = str_find(text, STR(", "));
    bool item =
        near_has(draft, index, FEATURE_BIT(BULLETED)) &&
        (near_has(draft, index - 1, FEATURE_BIT(BULLETED)) || near_has(draft, index + 1, FEATURE_BIT(BULLETED)));
    bool shouted = near_has(draft, index, FEATURE_BIT(CAPITALS)) && comma == text.length;
    return !item && !shouted && near_words(draft, index) <= ATTRIBUTION_WORDS &&
           near_has(draft, index, FEATURE_BIT(UNSTOPPED)) &&
           !near_has(draft, index, FEATURE_BIT(SITE) | FEATURE_BIT(CREDIT)) &&
           name_alone(without_dash(str_slice(text, 0, comma))).length;
}

/* ""I told him." - Mathis Eira": who said it stands behind. */
static bool names_speaker(const struct draft *draft, size_t index)
{
    static const char *const dashes[] = {" - ", " -- ", " \342\200\223 ", " \342\200\224 "};
    struct str text = draft_text(draft, index);
    if (!near_has(draft, index, FEATURE_BIT(OPENS_QUOTE)))
        return false;
    for (size_t i = 0, length; i < COUNT(dashes); i++) {
        size_t dash = str_find(text, str_of(dashes[i]));
        struct str name = str_slice(text, dash + str_of(dashes[i]).length, text.length);
        if (dash < text.length && utf8_is_quote(utf8_before(text, dash, &length)) &&
            name_alone(str_slice(name, 0, str_find(name, STR(", ")))).length)
            return true;
    }
    return false;
}

/* A long quotation without a stop stands between paragraphs for its own sake. */
static bool is_pulled(const struct draft *draft, size_t index)
{
    struct str text = draft_text(draft, index);
    bool single = str_starts(text, STR("'")) || str_starts(text, STR("\342\200\230")); /* a heading's */
    return !single && near_has(draft, index, FEATURE_BIT(WHOLE_QUOTE)) &&
           near_has(draft, index, FEATURE_BIT(UNSTOPPED)) && near_words(draft, index) >= PULLED_WORDS &&
           !near_has(draft, index, FEATURE_BIT(BULLETED));
}

/* "- Henk", "\342\200\224 Marcus Hale" below what he wrote is no item. */
static bool is_dashed_name(const struct draft *draft, size_t index)
{
    uint64_t item = FEATURE_BIT(BULLETED);
    struct str text = draft_text(draft, index), name = str_slice(text, 0, str_find(text, STR(", ")));
    bool dash = draft->evidence[index].marker == MARKER_DASH && near_has(draft, index, item);
    bool lone = dash && !near_has(draft, index - 1, item) && !near_has(draft, index + 1, item);
    struct str bare = without_dash(name);
    bool typed = bare.length < name.length && near_has(draft, index, FEATURE_BIT(UNSTOPPED));
    return (lone || typed) && (is_capitalised(bare) || name_alone(bare).length);
}

void people_find_attributions(struct draft *draft, size_t body)
{
    for (size_t i = 1; i < draft->count; i++)
        if (is_dashed_name(draft, i)) {
            draft->evidence[i].features &= ~FEATURE_BIT(BULLETED);
            near_add(draft, i, FEATURE_BIT(SIGNATURE));
        }
    uint64_t quote = FEATURE_BIT(ECHO) | FEATURE_BIT(QUOTED_LINE) | FEATURE_BIT(WHOLE_QUOTE);
    for (size_t i = body + 1; i < draft->count; i++) {
        if (names_speaker(draft, i) || is_pulled(draft, i))
            near_add(draft, i, FEATURE_BIT(QUOTED_LINE));
        if (!near_has(draft, i - 1, quote) || !is_attribution(draft, i))
            continue;
        draft->evidence[i].features &= ~(FEATURE_BIT(BULLETED) | FEATURE_BIT(SIGNATURE));
        near_add(draft, i - 1, FEATURE_BIT(QUOTED_LINE));
        near_add(draft, i, FEATURE_BIT(QUOTED_LINE));
    }
}

void people_find_note_above(struct draft *draft)
{
    for (size_t i = 1; i < LEAD_BLOCKS && i < draft->count && !near_is_paragraph(draft, i); i++)
        if (str_starts(draft_text(draft, i), STR("Edited by ")) ||
            str_starts(draft_text(draft, i), STR("Compiled by "))) {
            draft->evidence[i].features &= ~FEATURE_BIT(SITE);
            near_add(draft, i, FEATURE_BIT(WRITER)); /* at the top these are who writes */
        }
    bool telling;
    for (size_t i = 1; i < LEAD_BLOCKS && i < draft->count; i++)
        if (near_has(draft, i - 1, FEATURE_BIT(WRITER)) && near_has(draft, i, FEATURE_BIT(STOPPED)) &&
            notes_writer(draft, i, i, &telling))
            near_add(draft, i, FEATURE_BIT(WRITER));
}
