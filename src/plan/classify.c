#include "classify.h"

#include "rules.h"

#include <pthread.h>

struct rule {
    const char *name;
    enum nr_class class;
    enum kind kind; /* of the value that it makes */
    unsigned shape; /* the token has one of these bits, or the rule is not asked */
    bool (*fits)(const struct context *context, size_t index, struct value *value);
};

/* In the order of how much of the writing a rule explains: "£2.5m" before "2.5" before "2". */
static const struct rule rules[] = {
    {"reference", NR_CLASS_SILENT, KIND_WORDS, SHAPE_BRACKETED, rule_reference},
    {"aside", NR_CLASS_SILENT, KIND_WORDS, SHAPE_BRACKETED, rule_aside},
    {"rating", NR_CLASS_SCORE, KIND_PAIR, SHAPE_EMOJI, rule_rating},
    {"emoji", NR_CLASS_EMOJI, KIND_EMOJI, SHAPE_EMOJI, rule_emoji},
    {"email", NR_CLASS_ELECTRONIC, KIND_NET, SHAPE_MARKED | SHAPE_COLON_BEHIND, rule_email},
    {"url", NR_CLASS_ELECTRONIC, KIND_NET, SHAPE_STOP_INSIDE | SHAPE_COLON_BEHIND, rule_url},
    {"handle", NR_CLASS_ELECTRONIC, KIND_HANDLE, SHAPE_MARKED, rule_handle},
    {"idiom", NR_CLASS_ABBREVIATION, KIND_WORDS, SHAPE_MARKED | SHAPE_DIGIT, rule_idiom},
    {"money", NR_CLASS_MONEY, KIND_MONEY, SHAPE_SYMBOL, rule_money},
    {"money-code", NR_CLASS_MONEY, KIND_MONEY, SHAPE_CAPITAL, rule_money_code},
    {"money-behind", NR_CLASS_MONEY, KIND_MONEY, SHAPE_DIGIT, rule_money_behind},
    {"number-sign", NR_CLASS_CARDINAL, KIND_NUMBERED, SHAPE_MARKED | SHAPE_SYMBOL, rule_number_sign},
    {"time", NR_CLASS_TIME, KIND_TIMES, SHAPE_DIGIT, rule_time},
    {"time-zone", NR_CLASS_TIME, KIND_ZONE, SHAPE_LETTER, rule_zone},
    {"hours", NR_CLASS_TIME, KIND_HOURS, SHAPE_DIGIT, rule_military_time},
    {"date", NR_CLASS_DATE, KIND_DATE, SHAPE_DIGIT | SHAPE_LETTER, rule_date},
    {"numeric-date", NR_CLASS_DATE, KIND_DATE, SHAPE_DIGIT, rule_numeric_date},
    {"day-and-month", NR_CLASS_DATE, KIND_DATE, SHAPE_DIGIT, rule_day_slash_month},
    {"telephone", NR_CLASS_TELEPHONE, KIND_TELEPHONE, SHAPE_DIGIT | SHAPE_SYMBOL, rule_telephone},
    {"vanity-number", NR_CLASS_TELEPHONE, KIND_TELEPHONE, SHAPE_DIGIT, rule_vanity_number},
    {"short-number", NR_CLASS_TELEPHONE, KIND_DIGITS, SHAPE_DIGIT, rule_short_number},
    {"digits", NR_CLASS_TELEPHONE, KIND_DIGITS, SHAPE_DIGIT, rule_digits},
    {"zip", NR_CLASS_TELEPHONE, KIND_DIGITS, SHAPE_DIGIT, rule_zip},
    {"version", NR_CLASS_ELECTRONIC, KIND_VERSION, SHAPE_DIGIT, rule_version},
    {"house-number", NR_CLASS_ADDRESS, KIND_PAIRS, SHAPE_DIGIT, rule_house},
    {"decade", NR_CLASS_DECADE, KIND_YEARS, SHAPE_DIGIT, rule_decade},
    {"years", NR_CLASS_RANGE, KIND_PAIR, SHAPE_DIGIT, rule_years},
    {"short-year", NR_CLASS_YEAR, KIND_YEARS, SHAPE_DIGIT, rule_short_year},
    {"quarter", NR_CLASS_DATE, KIND_PERIOD, SHAPE_DIGIT, rule_quarter},
    {"financial-year", NR_CLASS_DATE, KIND_PERIOD, SHAPE_DIGIT | SHAPE_CAPITALS, rule_financial_year},
    {"model", NR_CLASS_CODE, KIND_CODE, SHAPE_DIGIT, rule_model},
    {"percent", NR_CLASS_PERCENT, KIND_PERCENT, SHAPE_DIGIT | SHAPE_SYMBOL, rule_percent},
    {"ordinal", NR_CLASS_ORDINAL, KIND_ORDINAL, SHAPE_DIGIT, rule_ordinal},
    {"feet", NR_CLASS_MEASURE, KIND_MEASURE, SHAPE_DIGIT, rule_feet},
    {"quantity", NR_CLASS_CARDINAL, KIND_AMOUNT, SHAPE_DIGIT, rule_quantity},
    {"measure", NR_CLASS_MEASURE, KIND_MEASURE, SHAPE_DIGIT | SHAPE_SYMBOL, rule_measure},
    {"times", NR_CLASS_RANGE, KIND_PAIR, SHAPE_DIGIT, rule_times},
    {"minus", NR_CLASS_MATH, KIND_PAIR, SHAPE_DIGIT, rule_minus},
    {"score", NR_CLASS_SCORE, KIND_SCORE, SHAPE_DIGIT, rule_score},
    {"share", NR_CLASS_RANGE, KIND_PAIR, SHAPE_DIGIT, rule_share},
    {"ratio", NR_CLASS_RANGE, KIND_PAIR, SHAPE_DIGIT, rule_ratio},
    {"range", NR_CLASS_RANGE, KIND_PAIR, SHAPE_DIGIT, rule_range},
    {"year", NR_CLASS_YEAR, KIND_YEARS, SHAPE_DIGIT, rule_year},
    {"early-year", NR_CLASS_YEAR, KIND_YEARS, SHAPE_DIGIT, rule_early_year},
    {"fraction", NR_CLASS_FRACTION, KIND_NUMBER, SHAPE_DIGIT | SHAPE_SYMBOL, rule_fraction},
    {"sum", NR_CLASS_MATH, KIND_SUM, SHAPE_DIGIT, rule_sum},
    {"decimal", NR_CLASS_DECIMAL, KIND_NUMBER, SHAPE_DIGIT, rule_decimal},
    {"cardinal", NR_CLASS_CARDINAL, KIND_NUMBER, SHAPE_DIGIT, rule_cardinal},
    {"power", NR_CLASS_MATH, KIND_POWER, SHAPE_SYMBOL, rule_power},
    {"caret", NR_CLASS_MATH, KIND_POWER, SHAPE_SYMBOL, rule_caret},
    {"raised-note", NR_CLASS_SILENT, KIND_AS_WRITTEN, SHAPE_SYMBOL, rule_raised_note},
    {"operator", NR_CLASS_MATH, KIND_WORDS, SHAPE_SYMBOL, rule_operator},
    {"by", NR_CLASS_MEASURE, KIND_WORDS, SHAPE_LETTER | SHAPE_SYMBOL, rule_by},
    {"about", NR_CLASS_SYMBOL, KIND_WORDS, SHAPE_SYMBOL, rule_about},
    {"acronym", NR_CLASS_ACRONYM, KIND_WORDS, SHAPE_CAPITAL, rule_acronym},
    {"code", NR_CLASS_CODE, KIND_CODE, SHAPE_DIGIT, rule_code},
    {"other-digits", NR_CLASS_CODE, KIND_CODE, SHAPE_SYMBOL | SHAPE_FOREIGN, rule_other_digits},
    {"title", NR_CLASS_TITLE, KIND_WORDS, SHAPE_LETTER, rule_title},
    {"street", NR_CLASS_ADDRESS, KIND_WORDS, SHAPE_LETTER, rule_street},
    {"direction", NR_CLASS_ADDRESS, KIND_WORDS, SHAPE_CAPITALS, rule_direction},
    {"state", NR_CLASS_ADDRESS, KIND_WORDS, SHAPE_CAPITALS, rule_state},
    {"month", NR_CLASS_DATE, KIND_WORDS, SHAPE_CAPITAL, rule_month},
    {"weekdays", NR_CLASS_DATE, KIND_WEEKDAYS, SHAPE_CAPITAL, rule_weekdays},
    {"weekday", NR_CLASS_DATE, KIND_WORDS, SHAPE_CAPITAL, rule_weekday},
    {"numbered", NR_CLASS_ABBREVIATION, KIND_WORDS, SHAPE_LETTER, rule_numbered},
    {"versus", NR_CLASS_ABBREVIATION, KIND_WORDS, SHAPE_LETTER, rule_versus},
    {"abbreviation", NR_CLASS_ABBREVIATION, KIND_WORDS, SHAPE_LETTER | SHAPE_MARKED, rule_abbreviation},
    {"unit", NR_CLASS_MEASURE, KIND_UNIT_NAME, SHAPE_LETTER, rule_unit},
    {"regnal", NR_CLASS_ROMAN, KIND_ROMAN, SHAPE_CAPITAL, rule_regnal},
    {"roman", NR_CLASS_ROMAN, KIND_ROMAN, SHAPE_CAPITAL, rule_roman},
    {"initials", NR_CLASS_INITIALS, KIND_INITIALS, SHAPE_STOP_INSIDE | SHAPE_STOP_BEHIND, rule_initials},
    {"identifier", NR_CLASS_ELECTRONIC, KIND_HANDLE, SHAPE_HUMPS, rule_identifier},
    {"stroke", NR_CLASS_ELECTRONIC, KIND_NET, SHAPE_MARKED, rule_stroke},
    {"symbol", NR_CLASS_SYMBOL, KIND_WORDS, SHAPE_SYMBOL | SHAPE_MARKED, rule_symbol},
    {"markup", NR_CLASS_SILENT, KIND_WORDS, SHAPE_SYMBOL, rule_markup},
    /* Of other files of plan/: named here so that each can be switched off. */
    {"lexicon", NR_CLASS_WORD, KIND_WORDS, 0, NULL},
    {"recase", NR_CLASS_WORD, KIND_WORDS, 0, NULL},
    {"heteronym", NR_CLASS_WORD, KIND_WORDS, 0, NULL},
    {"romanise", NR_CLASS_FOREIGN, KIND_WORDS, 0, NULL},
    {"pauses", NR_CLASS_WORD, KIND_WORDS, 0, NULL},
};

#define RULE_COUNT (sizeof rules / sizeof *rules)
#define RULE_WORDS ((RULE_COUNT + 63) / 64)
static const char *const class_names[NR_CLASS_COUNT] = {
    [NR_CLASS_WORD] = "word",           [NR_CLASS_CARDINAL] = "cardinal",
    [NR_CLASS_ORDINAL] = "ordinal",     [NR_CLASS_DECIMAL] = "decimal",
    [NR_CLASS_PERCENT] = "percent",     [NR_CLASS_MONEY] = "money",
    [NR_CLASS_MEASURE] = "measure",     [NR_CLASS_DATE] = "date",
    [NR_CLASS_TIME] = "time",           [NR_CLASS_YEAR] = "year",
    [NR_CLASS_DECADE] = "decade",       [NR_CLASS_RANGE] = "range",
    [NR_CLASS_SCORE] = "score",         [NR_CLASS_ROMAN] = "roman",
    [NR_CLASS_TITLE] = "title",         [NR_CLASS_ABBREVIATION] = "abbreviation",
    [NR_CLASS_INITIALS] = "initials",   [NR_CLASS_QUOTE] = "quote",
    [NR_CLASS_FOREIGN] = "foreign",     [NR_CLASS_FRACTION] = "fraction",
    [NR_CLASS_TELEPHONE] = "telephone", [NR_CLASS_ELECTRONIC] = "electronic",
    [NR_CLASS_ADDRESS] = "address",     [NR_CLASS_CODE] = "code",
    [NR_CLASS_ACRONYM] = "acronym",     [NR_CLASS_MATH] = "math",
    [NR_CLASS_SYMBOL] = "symbol",       [NR_CLASS_EMOJI] = "emoji",
    [NR_CLASS_SILENT] = "silent",
};

const char *nr_class_name(enum nr_class class)
{
    return class < NR_CLASS_COUNT ? class_names[class] : "unknown";
}

struct str context_token(const struct context *context, size_t index)
{
    if (index >= context->count)
        return STR("");
    return str_slice(context->text, context->tokens[index].start, context->tokens[index].end);
}

struct str context_gap(const struct context *context, size_t index)
{
    if (index + 1 >= context->count)
        return STR("");
    return str_slice(context->text, context->tokens[index].end, context->tokens[index + 1].start);
}

bool context_has(const struct context *context, size_t index, unsigned shape)
{
    return index < context->count && context->tokens[index].shape & shape;
}

static bool is_space(struct str gap)
{
    return str_equal(gap, STR(" ")) || str_equal(gap, STR("\u00a0"));
}

struct str context_before(const struct context *context, size_t index)
{
    return index > 0 && is_space(context_gap(context, index - 1)) ? context_token(context, index - 1) : STR("");
}

struct str context_behind(const struct context *context, size_t index, const struct value *value)
{
    size_t last = index + value->tokens - 1;
    return is_space(context_gap(context, last)) ? context_token(context, last + 1) : STR("");
}

const char *nr_rule_name(size_t index)
{
    return index < RULE_COUNT ? rules[index].name : NULL;
}

bool rule_find(struct str name, size_t *index)
{
    for (*index = 0; *index < RULE_COUNT; ++*index)
        if (str_equal(str_of(rules[*index].name), name))
            return true;
    return false;
}

/* All but the union, which is large, and which each rule sets itself. */
static void start_value(struct value *value, const struct rule *rule)
{
    value->class = rule->class;
    value->kind = rule->kind;
    value->rule = rule->name;
    value->tokens = 1;
    value->end = 0;
    value->suffix = STR("");
    value->in_brackets = false;
}

/* By the bit of a shape, the rules that it calls for, a bit each. */
static uint64_t called[SHAPE_BITS][RULE_WORDS];
static pthread_once_t called_once = PTHREAD_ONCE_INIT;

static void index_rules(void)
{
    for (size_t bit = 0; bit < SHAPE_BITS; bit++)
        for (size_t i = 0; i < RULE_COUNT; i++)
            if (rules[i].shape >> bit & 1)
                called[bit][i / 64] |= (uint64_t)1 << i % 64;
}

/* The first rule at or behind `from` that the shape calls for; RULE_COUNT: none. */
static size_t next_rule(const uint64_t asked[RULE_WORDS], size_t from)
{
    for (size_t word = from / 64; word < RULE_WORDS; word++) {
        uint64_t left = asked[word] >> (word == from / 64 ? from % 64 : 0);
        if (left)
            return (word == from / 64 ? from : word * 64) + (size_t)__builtin_ctzll(left);
    }
    return RULE_COUNT;
}

bool classify(const struct context *context, size_t index, struct value *value)
{
    uint64_t asked[RULE_WORDS] = {0};
    pthread_once(&called_once, index_rules);
    for (unsigned shape = context->tokens[index].shape, bit = 0; shape; shape >>= 1, bit++)
        for (size_t word = 0; shape & 1 && word < RULE_WORDS; word++)
            asked[word] |= called[bit][word];
    for (size_t i = next_rule(asked, 0); i < RULE_COUNT; i = next_rule(asked, i + 1)) {
        if (context->rules_off && context->rules_off[i])
            continue;
        start_value(value, &rules[i]);
        if (rules[i].fits(context, index, value))
            return true;
    }
    *value = (struct value){.class = NR_CLASS_WORD, .tokens = 1};
    return false;
}
