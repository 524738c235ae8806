#include "context.h"

#include "furniture.h"
#include "headlines.h"
#include "mail.h"
#include "menu.h"
#include "names.h"
#include "near.h"
#include "people.h"
#include "runs.h"
#include "utf8.h"
#include "words.h"

#define BYLINE_WITHIN     8 /* blocks from the top */
#define POINTS_MAX        5
#define PAPER_WORDS       5
#define CHAPTERS_MIN      2
#define PICTURES_MAX      4
#define STANDFIRST_WORDS  3
#define STANDFIRST_BLOCKS 2 /* paragraphs above a byline: more, and it stands inside the body */
#define CAPTION_WORDS     8
#define AGENCY_WORDS      5 /* "GETTY IMAGES", "PHOTO: Jane Smith" */
#define WRITER_WORDS      3
#define LABEL_WORDS       2
#define CREDITED_WORDS    5

static size_t next_paragraph(const struct draft *draft, size_t from)
{
    while (from < draft->count && !near_is_paragraph(draft, from))
        from++;
    return from;
}

/* Points in whole sentences may stand below a standfirst that is a paragraph: the body is behind them. */
static size_t behind_points(const struct draft *draft, size_t body)
{
    size_t end = body + 1;
    while (near_has(draft, end, FEATURE_BIT(BULLETED)) && near_has(draft, end, FEATURE_BIT(STOPPED)))
        end++;
    bool points = end > body + 2 && end <= body + 1 + POINTS_MAX && near_is_paragraph(draft, end);
    return points && body && near_has(draft, body - 1, NEAR_BYLINES) && near_has(draft, body, FEATURE_BIT(STOPPED))
               ? end
               : body;
}

/* "In short:" and paragraphs, "What's next?" and one: a summary below the byline.  The body is behind it. */
static size_t behind_brief(struct draft *draft, size_t body)
{
    if (!body || !near_has(draft, body - 1, FEATURE_BIT(KICKER)) || !near_has(draft, body - 1, FEATURE_BIT(COLON)))
        return body;
    for (size_t i = body + 1; i < body + POINTS_MAX && i + 2 < draft->count; i++) {
        if (!near_has(draft, i, FEATURE_BIT(KICKER)) || near_has(draft, i, FEATURE_BIT(STOPPED)))
            continue;
        for (size_t line = body; line <= i + 1; line++)
            if (line != i)
                near_add(draft, line, FEATURE_BIT(UNDER_HEADLINE));
        return i + 2;
    }
    return body;
}

static size_t last_paragraph(const struct draft *draft)
{
    size_t last = draft->count;
    for (size_t i = draft->count; i > 0 && last == draft->count; i--)
        if (near_is_text(draft, i - 1))
            last = i - 1;
    uint64_t list = FEATURE_BIT(BULLETED) | FEATURE_BIT(QUOTED_LINE) | FEATURE_BIT(COLON);
    uint64_t site = FEATURE_BIT(SITE) | FEATURE_BIT(SITE_HINT) | FEATURE_BIT(RELATED) | FEATURE_BIT(SIGN_OFF);
    size_t end = last;
    for (size_t i = last + 1; last < draft->count && i < draft->count && !near_has(draft, i, site); i++)
        if (near_has(draft, i, list) || draft->evidence[i].number || near_has(draft, i + 1, FEATURE_BIT(SIGN_OFF)))
            end = i;
    return end;
}

/* "The Marlow Courier-Dispatch", "Atlantic Press" */
static bool is_paper(struct str text)
{
    static const char *const papers[] = {
        "press",    "news",     "times",   "post",       "courier",   "herald",   "gazette",  "journal",
        "wire",     "mail",     "tribune", "observer",   "chronicle", "echo",     "dispatch", "star",
        "record",   "standard", "express", "telegraph",  "service",   "agency",   "media",    "network",
        "magazine", "weekly",   "daily",   "advertiser", "argus",     "examiner", "bulletin", "independent",
        "guardian", "mirror",   "globe",   "ledger",     "reporter",  "sentinel", "register", "review"};
    struct str word, last = {0};
    for (size_t words = 0; words <= PAPER_WORDS && word_take(&text, &word); words++) {
        if (!word_is_capital(word) && !str_equal(word, STR("of")))
            return false;
        last = word;
    }
    size_t hyphen = str_find(last, STR("-"));
    last = hyphen < last.length ? str_slice(last, hyphen + 1, last.length) : last;
    for (size_t i = 0; !text.length && i < sizeof papers / sizeof *papers; i++)
        if (str_equal_caseless(last, str_of(papers[i])))
            return true;
    return false;
}

/* "Cam Lee \302\267 The Prairie Press", "Dana Kessler, The Sentinel": who wrote it, and for whom. */
static bool is_writer_of_paper(struct str text)
{
    static const char *const joints[] = {" \302\267 ", " | ", ", "};
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        size_t at = str_find(text, str_of(joints[i]));
        if (at < text.length && name_alone(str_slice(text, 0, at)).length &&
            is_paper(str_slice(text, at + str_of(joints[i]).length, text.length)))
            return true;
    }
    return false;
}

/* The last line of writer or date under the headline; 0 if there is none. */
static size_t find_byline(struct draft *draft, size_t start)
{
    size_t byline = 0, paragraphs = 0;
    for (size_t i = start + 1; i < draft->count && i < start + BYLINE_WITHIN && paragraphs <= STANDFIRST_BLOCKS;
         i++) {
        if (i > 1 && paragraphs == 1 && near_is_paragraph(draft, i - 1) && near_has(draft, i, FEATURE_BIT(NAME)) &&
            !near_has(draft, i, NEAR_APART | FEATURE_BIT(CAPITALS) | FEATURE_BIT(STOPPED)) &&
            (near_is_paragraph(draft, i + 1) || near_has(draft, i + 1, NEAR_BYLINES | FEATURE_BIT(CREDIT))))
            near_add(draft, i, FEATURE_BIT(WRITER)); /* below a standfirst in sentences */
        if (near_has(draft, i, FEATURE_BIT(BRIEF)) && is_writer_of_paper(draft_text(draft, i)))
            near_add(draft, i, FEATURE_BIT(WRITER));
        if (near_has(draft, i, NEAR_BYLINES))
            byline = i;
        paragraphs += near_is_paragraph(draft, i);
    }
    return byline;
}

/* "Photographs by Ann Lee" beside the writer. */
static void join_photographer(struct draft *draft, size_t index)
{
    struct str text = draft_text(draft, index);
    bool made =
        str_starts_caseless(text, STR("photographs by ")) || str_starts_caseless(text, STR("photography by ")) ||
        str_starts_caseless(text, STR("photos by ")) || str_starts_caseless(text, STR("illustration by ")) ||
        str_starts_caseless(text, STR("pictures by ")) || str_starts_caseless(text, STR("illustrations by "));
    uint64_t bylines = NEAR_BYLINES | FEATURE_BIT(BY_BYLINE);
    if (made && (near_has(draft, index - 1, bylines) || near_has(draft, index + 1, bylines))) {
        draft->evidence[index].features &= ~FEATURE_BIT(CREDIT);
        near_add(draft, index, FEATURE_BIT(BY_BYLINE));
    }
}

/* A name or a post says little alone; beside a byline it belongs to it. */
static void join_byline(struct draft *draft, size_t index)
{
    if (near_has(draft, index, FEATURE_BIT(OPENING)))
        return;
    uint64_t bylines = NEAR_BYLINES | FEATURE_BIT(BY_BYLINE);
    bool paper = near_has(draft, index - 1, FEATURE_BIT(WRITER)) && is_paper(draft_text(draft, index));
    if ((paper || near_has(draft, index, FEATURE_BIT(NAME) | FEATURE_BIT(POST))) &&
        (near_has(draft, index - 1, bylines) || near_has(draft, index + 1, bylines)))
        near_add(draft, index, FEATURE_BIT(BY_BYLINE));
}

static bool is_standfirst(const struct draft *draft, size_t index)
{
    return near_has(draft, index, FEATURE_BIT(UNSTOPPED)) &&
           !near_has(draft, index, NEAR_APART | FEATURE_BIT(COMMA)) &&
           draft->evidence[index].words >= STANDFIRST_WORDS;
}

/* A name right under the headline or above the text; "Sentinel sport" between headline and date. */
static bool is_writer(const struct draft *draft, size_t index, size_t body)
{
    bool under = near_has(draft, index - 1, FEATURE_BIT(OPENING) | FEATURE_BIT(REPEATS_HEADLINE));
    bool posted = near_has(draft, index + 1, FEATURE_BIT(POST)); /* "Jane Smith", and "Health reporter" below */
    if (near_has(draft, index, FEATURE_BIT(NAME)) && (under || posted || index + 1 == body))
        return true;
    size_t name = index + 2 == body ? index : index - 1; /* "Jane Smith", and "Sentinel News, Leeds" below */
    if (name + 2 == body && near_has(draft, name, FEATURE_BIT(NAME)) &&
        near_has(draft, name + 1, FEATURE_BIT(NAME_PLACE)))
        return true;
    bool standfirst = near_has(draft, index - 1, FEATURE_BIT(UNDER_HEADLINE));
    if (near_has(draft, index, FEATURE_BIT(NAME)) && standfirst)
        return true;
    return under && near_has(draft, index + 1, NEAR_BYLINES) && near_has(draft, index, FEATURE_BIT(UNSTOPPED)) &&
           draft->evidence[index].words <= WRITER_WORDS && !near_has(draft, index, NEAR_APART);
}

/* Where there is a date and nobody is named as writer, the one line that is a name does. */
static void find_sole_writer(struct draft *draft, size_t body, size_t byline)
{
    size_t names = 0, name = 0;
    for (size_t i = 1; i < body; i++) {
        if (near_has(draft, i, FEATURE_BIT(WRITER) | FEATURE_BIT(BY_BYLINE)))
            return;
        bool alone = near_has(draft, i, FEATURE_BIT(NAME)) &&
                     !near_has(draft, i, FEATURE_BIT(OPENING) | FEATURE_BIT(SITE) | FEATURE_BIT(KICKER));
        names += alone;
        name = alone ? i : name;
    }
    if (byline && names == 1)
        near_add(draft, name, FEATURE_BIT(BY_BYLINE));
}

/* "Interview: Jane Smith", "The ethicist: Jane Smith": what stands behind so short a label; else all. */
static struct str behind_label(struct str text)
{
    size_t colon = str_find(text, STR(": ")), words = 1;
    for (size_t i = 0; i < colon; i++)
        words += text.at[i] == ' ';
    return colon < text.length && words <= LABEL_WORDS ? str_slice(text, colon + 2, text.length) : text;
}

static void find_labelled_names(struct draft *draft, size_t body)
{
    uint64_t known = FEATURE_BIT(CREDIT) | FEATURE_BIT(SITE) | FEATURE_BIT(SITE_HINT) | FEATURE_BIT(POSTED) |
                     FEATURE_BIT(OPENING);
    for (size_t i = 1; i < body; i++)
        if (near_has(draft, i, FEATURE_BIT(BRIEF)) && !near_has(draft, i, known) &&
            name_alone(behind_label(draft_text(draft, i))).length)
            near_add(draft, i, FEATURE_BIT(NAME));
}

/* Before the body; a name right under the headline needs no other witness. */
static void find_lead(struct draft *draft, size_t start, size_t body, size_t byline)
{
    find_labelled_names(draft, body);
    for (size_t i = start; i < body; i++) {
        near_add(draft, i, FEATURE_BIT(LEAD));
        if (i < byline)
            near_add(draft, i, FEATURE_BIT(BEFORE_BYLINE));
        if (i && near_has(draft, i - 1 - (i > 1 && !near_words(draft, i - 1)), FEATURE_BIT(OPENING)) &&
            is_standfirst(draft, i)) /* below a reviewer's stars too */
            near_add(draft, i, FEATURE_BIT(UNDER_HEADLINE));
        if (i && near_has(draft, i - 1, FEATURE_BIT(UNDER_HEADLINE)) && is_standfirst(draft, i) &&
            near_has(draft, i, FEATURE_BIT(MIDDLING) | FEATURE_BIT(CAPITALS)))
            near_add(draft, i, FEATURE_BIT(UNDER_HEADLINE)); /* a second one */
        if (i && is_writer(draft, i, body))
            near_add(draft, i, FEATURE_BIT(BY_BYLINE));
    }
    for (size_t i = 2; i < body; i++)
        if (near_has(draft, i, FEATURE_BIT(KICKER)) && !near_has(draft, i, FEATURE_BIT(COLON)) &&
            near_has(draft, i - 1, FEATURE_BIT(SITE)) && !near_has(draft, i, FEATURE_BIT(OPENING)))
            near_add(draft, i, FEATURE_BIT(SITE)); /* the section again, below the buttons */
    find_sole_writer(draft, body, byline);
    for (size_t i = 1; i < body; i++) {
        join_photographer(draft, i);
        join_byline(draft, i);
    }
    for (size_t i = body; i-- > 1;)
        join_byline(draft, i);
    uint64_t beside = NEAR_BYLINES | FEATURE_BIT(BY_BYLINE) | FEATURE_BIT(SITE);
    for (size_t i = 1; i < body; i++)
        if (near_has(draft, i, FEATURE_BIT(NETWORK)) && !near_has(draft, i, FEATURE_BIT(OPENING)) &&
            ((byline && i > byline) || near_has(draft, i - 1, beside) || near_has(draft, i + 1, beside)))
            near_add(draft, i, FEATURE_BIT(SITE)); /* a button */
}

/* With a standfirst or points above the byline, a line below it is a picture's. */
static void find_lead_captions(struct draft *draft, size_t body, size_t byline)
{
    bool standfirst = false;
    for (size_t i = 1; i < byline && i < body; i++)
        standfirst |=
            near_has(draft, i, FEATURE_BIT(BULLETED)) ||
            (near_has(draft, i, FEATURE_BIT(UNDER_HEADLINE)) && near_has(draft, i, FEATURE_BIT(MIDDLING)));
    for (size_t i = byline + 1; standfirst && i < body; i++)
        if (near_has(draft, i, FEATURE_BIT(UNSTOPPED)) && near_has(draft, i, FEATURE_BIT(MIDDLING)) &&
            !near_has(draft, i, NEAR_APART))
            near_add(draft, i, FEATURE_BIT(PICTURED));
}

static bool can_be_headed(const struct draft *draft, size_t index)
{
    return near_is_paragraph(draft, index) ||
           near_has(draft, index,
                    FEATURE_BIT(BULLETED) | FEATURE_BIT(COLON) | FEATURE_BIT(DATA) | FEATURE_BIT(SIGNATURE) |
                        FEATURE_BIT(WRITER)) ||
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

/* "1", "2", "3" or "100", "101", each above text. */
static bool counts_chapters(const struct draft *draft)
{
    size_t chapters = 0;
    unsigned last = 0;
    for (size_t i = 0; i < draft->count; i++) {
        if (!near_has(draft, i, FEATURE_BIT(DIGITS)))
            continue;
        struct str text = draft_text(draft, i);
        unsigned number = 0;
        for (size_t c = 0; c < text.length; c++)
            number = number * 10 + (unsigned)(text.at[c] - '0');
        if ((chapters && number != last + 1) || !near_has(draft, i, FEATURE_BIT(HEADS)))
            return false;
        last = number;
        chapters++;
    }
    return chapters >= CHAPTERS_MIN;
}

/* Bare numbers are chapters' if they count these, or the first is "1" and stands before the body; else they are
 * pages' or a gallery's. */
static void find_numbers(struct draft *draft, size_t body)
{
    uint64_t meaning = counts_chapters(draft) ? FEATURE_BIT(NUMERAL) : FEATURE_BIT(SITE_HINT);
    bool first = true;
    for (size_t i = 0; i < draft->count; i++) {
        if (!near_has(draft, i, FEATURE_BIT(DIGITS)))
            continue;
        if (first && i < body && str_equal(draft_text(draft, i), STR("1")))
            meaning = FEATURE_BIT(NUMERAL);
        first = false;
        near_add(draft, i, meaning);
    }
}

/* "Image caption,", and the caption on the next line. */
static void find_labelled(struct draft *draft)
{
    for (size_t i = 0; i + 1 < draft->count; i++)
        if (near_has(draft, i, FEATURE_BIT(CREDIT)) && near_has(draft, i, FEATURE_BIT(COMMA)) &&
            near_words(draft, i) <= LABEL_WORDS && !near_has(draft, i + 1, FEATURE_BIT(STOPPED)))
            near_add(draft, i + 1, FEATURE_BIT(CREDIT));
}

/* A line that is no heading. */
static bool can_be_caption(const struct draft *draft, size_t index)
{
    uint64_t other = NEAR_APART | NEAR_BYLINES | FEATURE_BIT(TITLE_CASE) | FEATURE_BIT(CAPITALS) |
                     FEATURE_BIT(QUESTION_WORD) | FEATURE_BIT(ITEMS) | FEATURE_BIT(NUMBERED_ALONE) |
                     FEATURE_BIT(OPENS_QUOTE) | FEATURE_BIT(COMMA) | FEATURE_BIT(ECHO) | FEATURE_BIT(AMONG_SITE) |
                     FEATURE_BIT(SITE_HINT) | FEATURE_BIT(PAST_END);
    return near_has(draft, index, FEATURE_BIT(UNSTOPPED)) && near_words(draft, index) >= CREDITED_WORDS &&
           !near_has(draft, index, other);
}

/* A line of words below the byline and right above a bare credit. */
static void find_credited(struct draft *draft, size_t byline)
{
    for (size_t i = byline + 1; i + 1 < draft->count; i++)
        if (near_has(draft, i + 1, FEATURE_BIT(CREDIT)) && draft->evidence[i + 1].words <= AGENCY_WORDS &&
            near_has(draft, i, FEATURE_BIT(UNSTOPPED)) && !near_has(draft, i, NEAR_APART) &&
            near_words(draft, i) >= CREDITED_WORDS &&
            !near_has(draft, i - 1, FEATURE_BIT(OPENING) | FEATURE_BIT(REPEATS_HEADLINE)))
            near_add(draft, i, FEATURE_BIT(CREDIT));
}

/* Lines of a run in which one has a credit: of several pictures, "Photographs: ...", or of the last or first of
 * some. */
static void find_caption_runs(struct draft *draft, size_t body)
{
    for (size_t i = body + 2; i < draft->count; i++) {
        bool bare = near_words(draft, i) <= AGENCY_WORDS;
        bool above = near_has(draft, i + 1, FEATURE_BIT(CREDIT)) && near_words(draft, i + 1) <= AGENCY_WORDS;
        if (!near_has(draft, i, FEATURE_BIT(CREDIT)) || above)
            continue;
        size_t first = i;
        while (first > body + 1 && can_be_caption(draft, first - 1))
            first--;
        struct str text = draft_text(draft, i);
        bool several = str_find(text, STR("hotographs")) < text.length ||
                       str_find(text, STR("hotos")) < text.length ||
                       str_find(text, STR("ictures")) < text.length || str_find(text, STR("mages")) < text.length;
        for (size_t line = first; line < i && (several || (!bare && i >= first + 2)); line++)
            near_add(draft, line, FEATURE_BIT(CREDIT));
        size_t end = i + 1;
        while (can_be_caption(draft, end) && !near_is_paragraph(draft, end + 1))
            end++;
        for (size_t line = i + 1; line < end && !bare && end > i + 2; line++)
            near_add(draft, line, FEATURE_BIT(CREDIT));
    }
}

static void find_places(struct draft *draft, size_t body, size_t last)
{
    for (size_t i = 0; i < draft->count; i++) {
        size_t next = i + 1;
        while (next < i + PICTURES_MAX && near_has(draft, next, FEATURE_BIT(CREDIT)) &&
               near_words(draft, i) < CREDITED_WORDS)
            next++; /* a picture may stand under a heading */
        if (can_be_headed(draft, next))
            near_add(draft, i, FEATURE_BIT(HEADS));
        if (i > body && i < last)
            near_add(draft, i, FEATURE_BIT(AMID));
        if (last < draft->count && i > last)
            near_add(draft, i, FEATURE_BIT(TAIL));
        if (i > body && near_has(draft, i, FEATURE_BIT(WRITER)) && near_has(draft, i, FEATURE_BIT(UNSTOPPED)) &&
            str_starts(draft_text(draft, i), STR("By ")) && name_of_writer(draft_text(draft, i)).length)
            near_add(draft, i, FEATURE_BIT(BY_BYLINE)); /* of an article inside a letter */
        near_add(draft, i, numbering(draft, i));
    }
}

/* Only where most paragraphs end in a full stop is a missing one evidence. */
static void find_tidy(struct draft *draft)
{
    size_t stopped = 0, all = 0;
    for (size_t i = 0; i < draft->count; i++) {
        bool headline = near_has(draft, i, FEATURE_BIT(OPENING)) && near_has(draft, i, FEATURE_BIT(UNSTOPPED));
        if (draft->evidence[i].words < CAPTION_WORDS || near_has(draft, i, NEAR_APART) || headline)
            continue;
        all++;
        stopped += near_is_paragraph(draft, i);
    }
    for (size_t i = 0; stopped * 2 > all && i < draft->count; i++)
        near_add(draft, i, FEATURE_BIT(TIDY));
}

void context_find(struct draft *draft)
{
    menu_find(draft);
    mail_find_heads(draft);
    people_find_note_above(draft);
    size_t start = mail_start(draft), byline = find_byline(draft, start);
    size_t body =
        behind_brief(draft, behind_points(draft, next_paragraph(draft, byline > start ? byline : start)));
    people_find_attributions(draft, body);
    people_find_notes(draft, body);
    size_t last = last_paragraph(draft);
    bool known = body < draft->count;
    headlines_find(draft, start, known ? body : 0);
    find_lead(draft, start, known ? body : 0, byline);
    find_lead_captions(draft, known ? body : 0, byline);
    find_places(draft, body, last);
    find_labelled(draft);
    find_credited(draft, byline);
    people_find(draft, body, last);
    find_numbers(draft, known ? body : 0);
    runs_find(draft, body, last);
    furniture_find(draft, known ? body : draft->count);
    find_caption_runs(draft, body);
    find_tidy(draft);
}
