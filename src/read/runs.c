#include "runs.h"

#include "near.h"
#include "utf8.h"
#include "words.h"

#define ITEM_WORDS      14
#define HEADED_WORDS    20
#define HEADING_WORDS   5
#define ITEMS_MAX       200
#define ITEMS_MIN       3 /* with figures: "3 large aubergines" */
#define QUESTION_WORDS  40
#define QUESTIONS_MIN   3
#define QUESTIONS_APART 6 /* blocks from one question to the next */

static bool is_line(const struct draft *draft, size_t index)
{
    return near_has(draft, index, FEATURE_BIT(UNSTOPPED)) && near_words(draft, index) <= ITEM_WORDS &&
           !near_has(draft, index, NEAR_APART | NEAR_BYLINES);
}

static bool is_headed_item(const struct draft *draft, size_t index)
{
    uint64_t other = NEAR_APART | NEAR_BYLINES | FEATURE_BIT(SITE_HINT) | FEATURE_BIT(NETWORK) |
                     FEATURE_BIT(NAME) | FEATURE_BIT(NAME_PLACE) | FEATURE_BIT(CAPITALS) | FEATURE_BIT(PICTURED);
    return near_has(draft, index, FEATURE_BIT(UNSTOPPED)) && near_words(draft, index) <= HEADED_WORDS &&
           !near_has(draft, index, other);
}

static bool begins_small(struct str text)
{
    return text.length && text.at[0] >= 'a' && text.at[0] <= 'z';
}

/* "3 large aubergines", "½ lemon", but not the number alone. */
static bool begins_with_figure(const struct draft *draft, size_t index)
{
    struct str text = index < draft->count ? draft_text(draft, index) : (struct str){0};
    size_t length;
    if (!text.length)
        return false;
    uint32_t code = utf8_at(text, 0, &length);
    bool figure =
        (code >= '0' && code <= '9') || (code >= 0xBC && code <= 0xBE) || (code >= 0x2150 && code <= 0x215E);
    return figure && near_words(draft, index) > 1;
}

static bool holds_figure(struct str text)
{
    for (size_t at = 0, length; at < text.length; at += length) {
        uint32_t code = utf8_at(text, at, &length);
        if ((code >= '0' && code <= '9') || code == ',' || (code >= 0xBC && code <= 0xBE))
            return true;
    }
    return false;
}

/* Lines that begin small below a colon; the last may have the sentence's stop. */
static size_t items_below_colon(const struct draft *draft, size_t first)
{
    size_t end = first;
    while (is_line(draft, end) && begins_small(draft_text(draft, end)))
        end++;
    bool last = end > first && end < draft->count && begins_small(draft_text(draft, end)) &&
                near_words(draft, end) <= ITEM_WORDS;
    return end + last;
}

/* Lines of which most begin with a figure, as in a recipe. */
static size_t items_with_figures(const struct draft *draft, size_t first)
{
    size_t end = first, figures = 0;
    if (!begins_with_figure(draft, first))
        return first;
    for (; end < first + ITEMS_MAX && is_line(draft, end); end++) {
        bool begins = begins_with_figure(draft, end);
        bool heads = near_has(draft, end, FEATURE_BIT(HEADS)) && !holds_figure(draft_text(draft, end));
        if (heads || near_has(draft, end, FEATURE_BIT(DATA)) || (!begins && figures + 1 < ITEMS_MIN))
            break;
        figures += begins;
    }
    return figures >= ITEMS_MIN && figures * 2 > end - first ? end : first;
}

/* "Mathis Eira 8", "Ole Buljo (sub, 87) 7": what each is given. */
static size_t items_ending_in_figures(const struct draft *draft, size_t first)
{
    size_t end = first;
    for (; end < first + ITEMS_MAX && is_line(draft, end) && near_words(draft, end) > 1; end++) {
        struct str text = draft_text(draft, end);
        char last = text.at[text.length - 1];
        if (last < '0' || last > '9' || begins_with_figure(draft, end))
            break;
    }
    return end >= first + ITEMS_MIN ? end : first;
}

/* "Lagoon United 1-2 Enugu Miners" */
static bool holds_score(struct str text)
{
    for (size_t i = 1; i + 1 < text.length; i++)
        if (text.at[i] == '-' && text.at[i - 1] >= '0' && text.at[i - 1] <= '9' && text.at[i + 1] >= '0' &&
            text.at[i + 1] <= '9')
            return true;
    return false;
}

/* Results below one another. */
static size_t items_with_scores(const struct draft *draft, size_t first)
{
    size_t end = first;
    while (is_line(draft, end) && near_words(draft, end) > 2 && holds_score(draft_text(draft, end)))
        end++;
    return end >= first + 2 ? end : first;
}

/* Two lines or more, each no sentence, right below a colon or a heading; pictures' words seldom stand there. */
static size_t items_headed(const struct draft *draft, size_t first)
{
    size_t end = first;
    while (is_headed_item(draft, end) &&
           !(end > first && near_words(draft, end) <= 2 && begins_with_figure(draft, end + 1)))
        end++;
    bool next = end > first + 1 && near_is_paragraph(draft, end) && near_has(draft, end - 1, FEATURE_BIT(BRIEF));
    end -= next && near_words(draft, end - 1) * 2 < near_words(draft, end - 2); /* the next heading */
    return end >= first + 2 ? end : first;
}

/* "In pictures" */
static bool heads_pictures(struct str text)
{
    static const char *const pictures[] = {"pictures", "photos", "gallery", "images"};
    for (struct str word; word_take(&text, &word);)
        for (size_t i = 0; i < sizeof pictures / sizeof *pictures; i++)
            if (str_equal_caseless(word_bare(word), str_of(pictures[i])))
                return true;
    return false;
}

static bool is_heading(const struct draft *draft, size_t index)
{
    return index && is_line(draft, index) && near_words(draft, index) <= HEADING_WORDS &&
           near_is_paragraph(draft, index - 1) &&
           !near_has(draft, index, FEATURE_BIT(RELATED) | FEATURE_BIT(NAME)) &&
           !heads_pictures(draft_text(draft, index));
}

static size_t items_from(const struct draft *draft, size_t first, size_t body, size_t last)
{
    bool colon = first && near_has(draft, first - 1, FEATURE_BIT(COLON)) &&
                 !near_has(draft, first - 1, NEAR_APART | FEATURE_BIT(RELATED));
    size_t end = colon ? items_below_colon(draft, first) : first;
    if (end < first + 2)
        end = items_with_figures(draft, first);
    if (end < first + 2 && first > body)
        end = items_ending_in_figures(draft, first);
    if (end < first + 2 && first > body)
        end = items_with_scores(draft, first);
    if (end < first + 2 && first > body && first < last && (colon || is_heading(draft, first - 1)))
        end = items_headed(draft, first);
    return end;
}

static void find_items(struct draft *draft, size_t body, size_t last)
{
    for (size_t i = 0, end; i < draft->count; i = end) {
        end = items_from(draft, i, body, last);
        if (end < i + 2)
            end = i;
        for (size_t line = i; line < end; line++)
            near_add(draft, line, FEATURE_BIT(ITEMS));
        end += end == i;
    }
}

static bool is_question(const struct draft *draft, size_t index)
{
    return near_has(draft, index, FEATURE_BIT(ASKING)) && near_words(draft, index) <= QUESTION_WORDS &&
           !near_has(draft, index, FEATURE_BIT(OPENS_QUOTE) | NEAR_APART) &&
           near_has(draft, index + 1, FEATURE_BIT(STOPPED)) &&
           !near_has(draft, index + 1, FEATURE_BIT(OPENS_QUOTE)) && str_ends(draft_text(draft, index), STR("?"));
}

static bool asks_you(struct str text)
{
    for (struct str word; word_take(&text, &word);) {
        struct str bare = word_bare(word);
        if (str_equal_caseless(str_slice(bare, 0, 3), STR("you")))
            return true;
    }
    return false;
}

/* The questions from `first` on that stand at short intervals. */
struct questions {
    size_t end; /* behind the last */
    size_t count;
    size_t personal; /* that ask "you" */
    size_t answered; /* with "I" or "we" below */
};

static struct questions questions_from(const struct draft *draft, size_t first)
{
    struct questions found = {.end = first};
    for (size_t i = first; i < draft->count && i <= found.end + QUESTIONS_APART; i++) {
        if (!is_question(draft, i))
            continue;
        found.end = i + 1;
        found.count++;
        found.personal += asks_you(draft_text(draft, i));
        found.answered += near_has(draft, i + 1, FEATURE_BIT(FIRST_PERSON)) > 0;
    }
    return found;
}

/* In an interview a question is said by somebody; elsewhere it heads its answer. */
static void find_questions(struct draft *draft, size_t body)
{
    for (size_t i = body ? body - 1 : 0; i < draft->count; i++) {
        if (!is_question(draft, i))
            continue;
        struct questions found = questions_from(draft, i);
        bool said = str_starts(draft_text(draft, i), STR("Q: ")) || str_starts(draft_text(draft, i), STR("Q. "));
        bool interview = said || (found.personal * 2 >= found.count && found.answered * 2 >= found.count);
        for (size_t at = i; found.count >= QUESTIONS_MIN && at < found.end; at++)
            if (is_question(draft, at) && !draft->evidence[at].roles)
                near_add(draft, at, interview ? FEATURE_BIT(INTERVIEW) : FEATURE_BIT(FAQ));
        i = found.end - 1;
    }
}

void runs_find(struct draft *draft, size_t body, size_t last)
{
    find_items(draft, body, last);
    find_questions(draft, body);
    for (size_t i = 1; i < draft->count; i++)
        if (near_has(draft, i, FEATURE_BIT(FAQ) | FEATURE_BIT(ITEMS)) &&
            near_has(draft, i - 1, FEATURE_BIT(BRIEF)))
            near_add(draft, i - 1, FEATURE_BIT(HEADS));
}
