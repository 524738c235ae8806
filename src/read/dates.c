#include "dates.h"

#include "words.h"

#include <string.h>

#define PUBLISHER_WORDS 4
#define COUNT(list)     (sizeof(list) / sizeof *(list))

enum kind { OTHER, MONTH, WEEKDAY, DAY, YEAR, ISO, NUMBER, COMPANY };

static const struct {
    const char *word;
    enum kind kind;
} words[] = {
    {"january", MONTH},     {"february", MONTH},    {"march", MONTH},       {"april", MONTH},
    {"may", MONTH},         {"june", MONTH},        {"july", MONTH},        {"august", MONTH},
    {"september", MONTH},   {"october", MONTH},     {"november", MONTH},    {"december", MONTH},
    {"jan", MONTH},         {"feb", MONTH},         {"mar", MONTH},         {"apr", MONTH},
    {"jun", MONTH},         {"jul", MONTH},         {"aug", MONTH},         {"sep", MONTH},
    {"sept", MONTH},        {"oct", MONTH},         {"nov", MONTH},         {"dec", MONTH},
    {"monday", WEEKDAY},    {"tuesday", WEEKDAY},   {"wednesday", WEEKDAY}, {"thursday", WEEKDAY},
    {"friday", WEEKDAY},    {"saturday", WEEKDAY},  {"sunday", WEEKDAY},    {"mon", WEEKDAY},
    {"tue", WEEKDAY},       {"tues", WEEKDAY},      {"wed", WEEKDAY},       {"thu", WEEKDAY},
    {"thur", WEEKDAY},      {"thurs", WEEKDAY},     {"fri", WEEKDAY},       {"sat", WEEKDAY},
    {"sun", WEEKDAY},       {"published", COMPANY}, {"updated", COMPANY},   {"posted", COMPANY},
    {"first", COMPANY},     {"last", COMPANY},      {"modified", COMPANY},  {"date", COMPANY},
    {"on", COMPANY},        {"at", COMPANY},        {"of", COMPANY},        {"the", COMPANY},
    {"am", COMPANY},        {"pm", COMPANY},        {"a.m", COMPANY},       {"p.m", COMPANY},
    {"gmt", COMPANY},       {"bst", COMPANY},       {"utc", COMPANY},       {"cet", COMPANY},
    {"cest", COMPANY},      {"est", COMPANY},       {"edt", COMPANY},       {"et", COMPANY},
    {"pst", COMPANY},       {"pdt", COMPANY},       {"aest", COMPANY},      {"ago", COMPANY},
    {"minute", COMPANY},    {"minutes", COMPANY},   {"mins", COMPANY},      {"hour", COMPANY},
    {"hours", COMPANY},     {"days", COMPANY},      {"pt", COMPANY},        {"ct", COMPANY},
    {"mt", COMPANY},        {"cst", COMPANY},       {"cdt", COMPANY},       {"mst", COMPANY},
    {"mdt", COMPANY},       {"ist", COMPANY},       {"jst", COMPANY},       {"aedt", COMPANY},
    {"nzst", COMPANY},      {"received", COMPANY},  {"accepted", COMPANY},  {"revised", COMPANY},
    {"submitted", COMPANY}, {"released", COMPANY},  {"created", COMPANY},   {"and", COMPANY},
    {"issue", COMPANY},     {"edition", COMPANY},   {"vol", COMPANY},       {"volume", COMPANY},
    {"no", COMPANY},        {"number", COMPANY},    {"morning", COMPANY},   {"afternoon", COMPANY},
    {"evening", COMPANY},   {"night", COMPANY},
};

static const char *const after_number[] = {"", "st", "nd", "rd", "th", "am", "pm"};

static bool is_one_of(struct str word, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal_caseless(word, str_of(list[i])))
            return true;
    return false;
}

static size_t digits(struct str word)
{
    size_t count = 0;
    while (count < word.length && word.at[count] >= '0' && word.at[count] <= '9')
        count++;
    return count;
}

/* ISO 8601, "2023-03-07", with or without a time behind it. */
static bool is_iso(struct str word)
{
    return word.length >= 10 && digits(word) == 4 && word.at[4] == '-' && digits(str_slice(word, 5, 10)) == 2 &&
           word.at[7] == '-' && digits(str_slice(word, 8, 10)) == 2;
}

/* "10.11.2026", "21-08-2023" */
static bool is_numeric(struct str word)
{
    size_t first = digits(word);
    if (!first || first > 2 || first + 1 >= word.length || !strchr("./-", word.at[first]))
        return false;
    struct str rest = str_slice(word, first + 1, word.length);
    size_t second = digits(rest);
    return second && second <= 2 && rest.length == second + 5 && rest.at[second] == word.at[first] &&
           digits(str_slice(rest, second + 1, rest.length)) == 4;
}

/* A day, a year, or a time of the day. */
static enum kind number_kind(struct str word)
{
    size_t count = digits(word);
    struct str rest = str_slice(word, count, word.length);
    if (is_iso(word) || is_numeric(word))
        return ISO;
    if (count == 4 && !rest.length)
        return YEAR;
    for (size_t i = 0; count <= 2 && i < sizeof after_number / sizeof *after_number; i++)
        if (str_equal_caseless(rest, str_of(after_number[i])))
            return i < 5 ? DAY : NUMBER;
    bool time = rest.length >= 3 && (rest.at[0] == ':' || rest.at[0] == '.') &&
                digits(str_slice(rest, 1, rest.length)) == 2;
    return time ? NUMBER : OTHER;
}

static enum kind kind_of(struct str word)
{
    struct str bare = word_bare(word);
    if (str_starts(bare, STR("GMT+")) || str_starts(bare, STR("GMT-")) || str_starts(bare, STR("UTC+")))
        return COMPANY;
    if (!bare.length)
        return COMPANY;
    if (digits(bare))
        return number_kind(bare);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_equal_caseless(bare, str_of(words[i].word)))
            return words[i].kind;
    return OTHER;
}

/* The words about a month; a year or an ISO date ends them. */
struct run {
    const char *start;
    const char *end;
    bool month;
    bool number;
    bool done;
};

static void run_take(struct run *run, struct str word, enum kind kind)
{
    bool part = kind == MONTH || kind == WEEKDAY || kind == DAY || kind == YEAR || kind == ISO;
    struct str bare = word_bare(word);
    if (!part || (kind == MONTH && run->month))
        run->done = run->month && run->number;
    if (run->done)
        return;
    if (!part || kind == ISO)
        *run = (struct run){0};
    if (part) {
        run->start = run->start ? run->start : bare.at;
        run->end = bare.at + bare.length;
        run->month |= kind == MONTH || kind == ISO;
        run->number |= kind != MONTH && kind != WEEKDAY;
        run->done = run->month && (kind == YEAR || kind == ISO);
    }
}

bool date_is_name(struct str word)
{
    enum kind kind = kind_of(word);
    return kind == MONTH || kind == WEEKDAY;
}

struct str date_in(struct str text)
{
    struct run run = {0};
    for (struct str rest = text, word; !run.done && word_take(&rest, &word);)
        run_take(&run, word, kind_of(word));
    if (!run.month || !run.number)
        return (struct str){text.at, 0};
    return (struct str){run.start, (size_t)(run.end - run.start)};
}

/* "3 hours ago", "Updated an hour ago", "yesterday". */
static bool is_ago(struct str text)
{
    static const char *const units[] = {"second", "minute", "min", "hour", "hr", "day", "week", "month", "year"};
    bool unit = false, ago = false;
    unsigned count = 0;
    for (struct str word; word_take(&text, &word); count++) {
        struct str bare = word_bare(word);
        size_t plural = str_ends(bare, STR("s"));
        for (size_t i = 0; i < sizeof units / sizeof *units; i++)
            unit |= str_equal_caseless(str_slice(bare, 0, bare.length - plural), str_of(units[i]));
        ago |= str_equal_caseless(bare, STR("ago"));
    }
    return unit && ago && count >= 3 && count <= 5;
}

/* "Autumn 2026", "Issue 214 | Autumn 2026", "Vol. 3, No. 12, May 2026": a season may stand for the month. */
static bool is_issue(struct str text)
{
    static const char *const labels[] = {"issue", "vol", "volume", "no", "number", "edition"};
    static const char *const seasons[] = {"spring", "summer", "autumn", "fall", "winter", "christmas"};
    bool labelled = false, numbered = false, last_label = false, seasoned = false;
    size_t count = 0;
    for (struct str word; word_take(&text, &word);) {
        struct str bare = word_bare(word);
        bool label = is_one_of(bare, labels, COUNT(labels)), number = digits(bare) && digits(bare) == bare.length;
        if (bare.length && !label && !number && kind_of(word) == OTHER &&
            !is_one_of(bare, seasons, COUNT(seasons)))
            return false;
        seasoned = count == 1 ? seasoned && digits(bare) == 4 && number : is_one_of(bare, seasons, COUNT(seasons));
        count++;
        labelled |= label;
        numbered |= last_label && number;
        last_label = label;
    }
    return (labelled && numbered) || (seasoned && count == 2);
}

/* "Saturday November 14 2026, 12.01am, The Chronicle": a date with its time, and who published it. */
bool date_with_publisher(struct str text)
{
    struct str date = date_in(text);
    bool timed = false, ended = false;
    if (!date.length || date.at != text.at)
        return false;
    size_t behind = 0;
    for (struct str rest = text, word; word_take(&rest, &word);) {
        enum kind kind = kind_of(word);
        timed |= kind == NUMBER;
        ended |= kind == OTHER;
        behind += ended;
        if (kind == OTHER && !word_is_capital(word_bare(word)))
            return false;
    }
    return timed && behind <= PUBLISHER_WORDS;
}

bool date_is_all(struct str text)
{
    if (is_ago(text) || is_issue(text))
        return true;
    for (struct str rest = text, word; word_take(&rest, &word);)
        if (kind_of(word) == OTHER)
            return false;
    return date_in(text).length > 0;
}
