#include "context.h"

#include "utf8.h"
#include "words.h"

#define BYLINE_WITHIN     8 /* blocks from the top */
#define STANDFIRST_WORDS  3
#define STANDFIRST_BLOCKS 2 /* paragraphs above a byline: more, and it stands inside the body */
#define HEADLINE_WORDS    40
#define ASKING_WORDS      8 /* a paragraph may end in "?"; a shorter one is a heading */
#define CAPTION_WORDS     8
#define AGENCY_WORDS      2 /* "GETTY IMAGES" */
#define SIGNATURE_LINES   3
#define AMONG_LINES       3
#define WRITER_WORDS      3
#define PLACE_WORDS       5
#define SECOND_WITHIN     3 /* a second headline stands at most so many blocks behind the first */

#define APART                                                                                                     \
    (FEATURE_BIT(BULLETED) | FEATURE_BIT(QUOTED_LINE) | FEATURE_BIT(SITE) | FEATURE_BIT(CREDIT) |                 \
     FEATURE_BIT(WRITER) | FEATURE_BIT(DATE) | FEATURE_BIT(NO_WORDS) | FEATURE_BIT(NUMERAL))
#define ABOVE_HEADLINE (FEATURE_BIT(SITE) | FEATURE_BIT(DATE) | FEATURE_BIT(WRITER) | FEATURE_BIT(NO_WORDS))
#define BYLINES        (FEATURE_BIT(WRITER) | FEATURE_BIT(DATE) | FEATURE_BIT(POSTED))

static bool has(const struct draft *draft, size_t index, uint64_t features)
{
    return index < draft->count && draft->evidence[index].features & features;
}

static void add(struct draft *draft, size_t index, uint64_t features)
{
    draft->evidence[index].features |= features;
}

/* A block that can only be running text. */
static bool is_paragraph(const struct draft *draft, size_t index)
{
    if (index >= draft->count || has(draft, index, APART))
        return false;
    return has(draft, index, FEATURE_BIT(STOPPED)) ||
           (index && has(draft, index, FEATURE_BIT(ASKING)) && draft->evidence[index].words >= ASKING_WORDS);
}

static size_t next_paragraph(const struct draft *draft, size_t from)
{
    while (from < draft->count && !is_paragraph(draft, from))
        from++;
    return from;
}

static size_t last_paragraph(const struct draft *draft)
{
    size_t last = draft->count;
    for (size_t i = draft->count; i > 0 && last == draft->count; i--)
        if (is_paragraph(draft, i - 1))
            last = i - 1;
    return last;
}

/* The last line of writer or date under the headline; 0 if there is none. */
static size_t find_byline(const struct draft *draft)
{
    size_t byline = 0, paragraphs = 0;
    for (size_t i = 1; i < draft->count && i < BYLINE_WITHIN && paragraphs <= STANDFIRST_BLOCKS; i++) {
        if (has(draft, i, BYLINES))
            byline = i;
        paragraphs += is_paragraph(draft, i);
    }
    return byline;
}

/* The words that tell: longer than three bytes, each once. */
struct wordset {
    uint64_t hashes[HEADLINE_WORDS];
    size_t count;
};

static bool wordset_has(const struct wordset *set, uint64_t hash)
{
    for (size_t i = 0; i < set->count; i++)
        if (set->hashes[i] == hash)
            return true;
    return false;
}

static struct wordset wordset_of(struct str text)
{
    struct wordset set = {.count = 0};
    for (struct str word; set.count < HEADLINE_WORDS && word_take(&text, &word);) {
        uint64_t hash = word_bare(word).length > 3 ? word_hash(word) : 0;
        if (hash && !wordset_has(&set, hash))
            set.hashes[set.count++] = hash;
    }
    return set;
}

/* Three words in five of the shorter one: a standfirst on the same matter has two. */
static bool repeats(const struct draft *draft, size_t headline, size_t second)
{
    struct wordset a = wordset_of(draft_text(draft, headline)), b = wordset_of(draft_text(draft, second));
    size_t shared = 0, least = a.count < b.count ? a.count : b.count;
    for (size_t i = 0; i < a.count; i++)
        shared += wordset_has(&b, a.hashes[i]);
    return least >= 3 && shared * 5 >= least * 3;
}

/* "'I laughed': Mother tells of ...": quoted, a colon, and a word of the first headline. */
static bool is_quoting_headline(const struct draft *draft, size_t headline, size_t second)
{
    struct str text = draft_text(draft, second);
    size_t colon = str_find(text, STR(": ")), length;
    if (!has(draft, second, FEATURE_BIT(OPENS_QUOTE)) || colon == text.length ||
        !utf8_is_quote(utf8_before(text, colon, &length)))
        return false;
    struct wordset a = wordset_of(draft_text(draft, headline)), b = wordset_of(text);
    for (size_t i = 0; i < a.count; i++)
        if (wordset_has(&b, a.hashes[i]))
            return true;
    return false;
}

/* The headline stands under the name of a section. */
static bool is_kicker(const struct draft *draft, size_t first)
{
    uint64_t headlike = FEATURE_BIT(MIDDLING) | (has(draft, first, FEATURE_BIT(KICKER)) ? FEATURE_BIT(BRIEF) : 0);
    bool brief = draft->evidence[first].words == 1 || has(draft, first, FEATURE_BIT(KICKER));
    return brief && has(draft, first + 1, headlike) &&
           !has(draft, first + 1, APART | BYLINES | FEATURE_BIT(STOPPED));
}

static void find_headlines(struct draft *draft, size_t body)
{
    size_t first = 0;
    while (first < draft->count && has(draft, first, ABOVE_HEADLINE))
        first++;
    if (first + 1 >= draft->count)
        return;
    add(draft, first, FEATURE_BIT(OPENING));
    for (size_t i = first + 1; i <= first + SECOND_WITHIN && i < body; i++)
        if (has(draft, i, FEATURE_BIT(UNSTOPPED)) && !has(draft, i, APART) &&
            (repeats(draft, first, i) || is_quoting_headline(draft, first, i)))
            add(draft, i, FEATURE_BIT(REPEATS_HEADLINE));
    if (first + 1 < body && is_kicker(draft, first))
        add(draft, first + 1, FEATURE_BIT(UNDER_KICKER));
}

/* A name or a post says little alone; beside a byline it belongs to it. */
static void join_byline(struct draft *draft, size_t index)
{
    uint64_t bylines = BYLINES | FEATURE_BIT(BY_BYLINE);
    if (has(draft, index, FEATURE_BIT(NAME) | FEATURE_BIT(POST)) &&
        (has(draft, index - 1, bylines) || has(draft, index + 1, bylines)))
        add(draft, index, FEATURE_BIT(BY_BYLINE));
}

static bool is_standfirst(const struct draft *draft, size_t index)
{
    return has(draft, index, FEATURE_BIT(UNSTOPPED)) && !has(draft, index, APART | FEATURE_BIT(COMMA)) &&
           draft->evidence[index].words >= STANDFIRST_WORDS;
}

/* A name right under the headline or above the text; "Sentinel sport" between headline and date. */
static bool is_writer(const struct draft *draft, size_t index, size_t body)
{
    bool under = has(draft, index - 1, FEATURE_BIT(OPENING) | FEATURE_BIT(REPEATS_HEADLINE));
    if (has(draft, index, FEATURE_BIT(NAME)) && (under || index + 1 == body))
        return true;
    size_t name = index + 2 == body ? index : index - 1; /* "Jane Smith", and "Sentinel News, Leeds" below */
    if (name + 2 == body && has(draft, name, FEATURE_BIT(NAME)) && has(draft, name + 1, FEATURE_BIT(NAME_PLACE)))
        return true;
    return under && has(draft, index + 1, BYLINES) && has(draft, index, FEATURE_BIT(UNSTOPPED)) &&
           draft->evidence[index].words <= WRITER_WORDS && !has(draft, index, APART);
}

/* Before the body; a name right under the headline needs no other witness. */
static void find_lead(struct draft *draft, size_t body, size_t byline)
{
    for (size_t i = 0; i < body; i++) {
        add(draft, i, FEATURE_BIT(LEAD));
        if (i < byline)
            add(draft, i, FEATURE_BIT(BEFORE_BYLINE));
        if (i && has(draft, i - 1, FEATURE_BIT(OPENING)) && is_standfirst(draft, i))
            add(draft, i, FEATURE_BIT(UNDER_HEADLINE));
        if (i && is_writer(draft, i, body))
            add(draft, i, FEATURE_BIT(BY_BYLINE));
    }
    for (size_t i = 1; i < body; i++)
        join_byline(draft, i);
    for (size_t i = body; i-- > 1;)
        join_byline(draft, i);
}

static bool begins_large(struct str text)
{
    struct str word;
    return word_take(&text, &word) && word_is_capital(word_bare(word));
}

/* A line that may be the place below a name: some words that are no sentence, and nothing else is known of it. */
static bool is_place(const struct draft *draft, size_t index)
{
    return has(draft, index, FEATURE_BIT(UNSTOPPED)) && has(draft, index, FEATURE_BIT(BRIEF)) &&
           draft->evidence[index].words <= PLACE_WORDS && !has(draft, index, APART | FEATURE_BIT(RUNS_ON)) &&
           !draft->evidence[index].number && begins_large(draft_text(draft, index));
}

/* "Jane Smith", and "Matlock" below: 0 if block `index` signs nothing, else the lines of the signature. */
static size_t signature_lines(const struct draft *draft, size_t index, bool amid)
{
    if (!has(draft, index, FEATURE_BIT(NAME) | FEATURE_BIT(NAME_PLACE)) || has(draft, index, FEATURE_BIT(SITE)) ||
        !is_paragraph(draft, index - 1))
        return 0;
    bool whole = has(draft, index, FEATURE_BIT(NAME_PLACE));
    bool ended =
        is_paragraph(draft, index + 2) || index + 2 >= draft->count || has(draft, index + 2, FEATURE_BIT(SITE));
    if (!whole && is_place(draft, index + 1) && ended)
        return 2;
    return whole || !amid;
}

/* "Yours sincerely,", or "Until next time," at the end. */
static bool is_sign_off(const struct draft *draft, size_t index, size_t last)
{
    bool brief = has(draft, index, FEATURE_BIT(COMMA)) && has(draft, index, FEATURE_BIT(BRIEF));
    return has(draft, index, FEATURE_BIT(SIGN_OFF)) || (brief && index > last && last < draft->count);
}

/* "Arthur" below the last paragraph. */
static bool is_first_name(const struct draft *draft, size_t index)
{
    struct str text = draft_text(draft, index);
    for (size_t i = 1; i < text.length; i++)
        if (text.at[i] < 'a' || text.at[i] > 'z')
            return false;
    return text.length > 2 && begins_large(text) && !has(draft, index, APART) &&
           (index + 1 == draft->count || has(draft, index + 1, FEATURE_BIT(SITE) | FEATURE_BIT(SITE_HINT)));
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
static void find_signatures(struct draft *draft, size_t body, size_t last)
{
    bool letters = last < draft->count && signature_lines(draft, last + 1, true);
    for (size_t i = 0; i < draft->count && !letters; i++)
        letters = has(draft, i, FEATURE_BIT(SALUTE)) ||
                  (has(draft, i, FEATURE_BIT(OPENING)) && holds_word(draft_text(draft, i), STR("letters")));
    for (size_t i = body + 1; i < draft->count; i++) {
        size_t lines =
            i <= last ? letters ? signature_lines(draft, i, true) : 0 : signature_lines(draft, i, false);
        while (is_sign_off(draft, i - 1, last) && lines < SIGNATURE_LINES && is_place(draft, i + lines) &&
               (!lines || i > last))
            lines++;
        if (!lines && i == last + 1 && is_first_name(draft, i))
            lines = 1;
        for (size_t line = 0; line < lines; line++)
            add(draft, i + line, FEATURE_BIT(SIGNATURE));
    }
}

static bool can_be_headed(const struct draft *draft, size_t index)
{
    return is_paragraph(draft, index) || has(draft, index, FEATURE_BIT(BULLETED) | FEATURE_BIT(COLON)) ||
           (index < draft->count && draft->evidence[index].number);
}

/* "1." and "2." in neighbours make a list; a number alone heads a section. */
static uint64_t numbering(const struct draft *draft, size_t index)
{
    unsigned number = draft->evidence[index].number;
    unsigned before = index ? draft->evidence[index - 1].number : 0;
    unsigned after = index + 1 < draft->count ? draft->evidence[index + 1].number : 0;
    if (!number)
        return 0;
    return (number > 1 && before + 1 == number) || after == number + 1 ? FEATURE_BIT(NUMBERED_RUN)
                                                                       : FEATURE_BIT(NUMBERED_ALONE);
}

/* A line that is no sentence, between two that the site put there: another article's headline. */
static bool is_among_site(const struct draft *draft, size_t index)
{
    uint64_t site = FEATURE_BIT(SITE) | FEATURE_BIT(SITE_HINT);
    bool button = index + 1 < draft->count && str_equal_caseless(draft_text(draft, index + 1), STR("Read more"));
    if (index && button && has(draft, index, FEATURE_BIT(UNSTOPPED)) && !has(draft, index, APART))
        return true;
    return index && has(draft, index, FEATURE_BIT(UNSTOPPED)) && !has(draft, index, APART) &&
           has(draft, index - 1, site) && has(draft, index + 1, site);
}

/* Bare numbers are chapters' if the first is "1" and stands before the body; else they are pages' or a gallery's.
 */
static void find_numbers(struct draft *draft, size_t body)
{
    uint64_t meaning = FEATURE_BIT(SITE_HINT);
    bool first = true;
    for (size_t i = 0; i < draft->count; i++) {
        if (!has(draft, i, FEATURE_BIT(DIGITS)))
            continue;
        if (first && i < body && str_equal(draft_text(draft, i), STR("1")))
            meaning = FEATURE_BIT(NUMERAL);
        first = false;
        add(draft, i, meaning);
    }
}

/* The headlines of other articles under "Most read".  Amid the article the last of several may be a heading of its
 * own. */
static void find_related(struct draft *draft)
{
    for (size_t i = 0; i < draft->count; i++) {
        if (!has(draft, i, FEATURE_BIT(RELATED)))
            continue;
        size_t end = i + 1;
        while (end < draft->count && !is_paragraph(draft, end) && !has(draft, end, APART & ~FEATURE_BIT(BULLETED)))
            end++;
        if (end > i + 2 && is_paragraph(draft, end) && has(draft, end - 1, FEATURE_BIT(BRIEF)))
            end--;
        while (++i < end)
            add(draft, i, FEATURE_BIT(AMONG_SITE));
        i--;
    }
}

/* Lines that are no sentences between two of the site, such as a form for a newsletter. */
static void find_among_site(struct draft *draft, size_t first)
{
    uint64_t site = FEATURE_BIT(SITE) | FEATURE_BIT(SITE_HINT);
    size_t end = first + 1;
    while (end <= first + AMONG_LINES && has(draft, end, FEATURE_BIT(UNSTOPPED)) && !has(draft, end, APART | site))
        end++;
    if (!has(draft, first, site) || !has(draft, end, FEATURE_BIT(SITE)))
        return;
    for (size_t i = first + 1; i < end; i++)
        add(draft, i, FEATURE_BIT(AMONG_SITE));
}

/* "Facebook", "X", "Email" below "Share". */
static void find_networks(struct draft *draft, size_t first)
{
    if (!has(draft, first, FEATURE_BIT(SITE)))
        return;
    size_t end = first + 1;
    while (has(draft, end, FEATURE_BIT(NETWORK)))
        end++;
    if (end == first + 2 && is_paragraph(draft, end))
        return; /* a heading */
    for (size_t i = first + 1; i < end; i++)
        add(draft, i, FEATURE_BIT(SITE));
}

/* A line of words below the byline and right above a bare credit. */
static void find_credited(struct draft *draft, size_t byline)
{
    for (size_t i = byline + 1; i + 1 < draft->count; i++)
        if (has(draft, i + 1, FEATURE_BIT(CREDIT)) && draft->evidence[i + 1].words <= AGENCY_WORDS &&
            has(draft, i, FEATURE_BIT(UNSTOPPED)) && !has(draft, i, APART | FEATURE_BIT(BRIEF)) &&
            !has(draft, i - 1, FEATURE_BIT(OPENING) | FEATURE_BIT(REPEATS_HEADLINE)))
            add(draft, i, FEATURE_BIT(CREDIT));
}

static void find_places(struct draft *draft, size_t body, size_t last)
{
    for (size_t i = 0; i < draft->count; i++) {
        if (can_be_headed(draft, i + 1))
            add(draft, i, FEATURE_BIT(HEADS));
        if (i > body && i < last)
            add(draft, i, FEATURE_BIT(AMID));
        if (last < draft->count && i > last)
            add(draft, i, FEATURE_BIT(TAIL));
        find_among_site(draft, i);
        find_networks(draft, i);
        if (is_among_site(draft, i))
            add(draft, i, FEATURE_BIT(AMONG_SITE));
        add(draft, i, numbering(draft, i));
    }
}

/* Only where most paragraphs end in a full stop is a missing one evidence. */
static void find_tidy(struct draft *draft)
{
    size_t stopped = 0, all = 0;
    for (size_t i = 0; i < draft->count; i++) {
        bool headline = has(draft, i, FEATURE_BIT(OPENING)) && has(draft, i, FEATURE_BIT(UNSTOPPED));
        if (draft->evidence[i].words < CAPTION_WORDS || has(draft, i, APART) || headline)
            continue;
        all++;
        stopped += is_paragraph(draft, i);
    }
    for (size_t i = 0; stopped * 2 > all && i < draft->count; i++)
        add(draft, i, FEATURE_BIT(TIDY));
}

void context_find(struct draft *draft)
{
    size_t byline = find_byline(draft);
    size_t body = next_paragraph(draft, byline);
    size_t last = last_paragraph(draft);
    bool known = body < draft->count;
    find_headlines(draft, known ? body : 0);
    find_lead(draft, known ? body : 0, byline);
    find_places(draft, body, last);
    find_credited(draft, byline);
    find_signatures(draft, body, last);
    find_related(draft);
    find_numbers(draft, known ? body : 0);
    find_tidy(draft);
}
