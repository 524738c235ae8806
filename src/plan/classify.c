#include "classify.h"

#include "rules.h"

struct rule {
    const char *name;
    enum nr_class class;
    unsigned shape; /* the token has one of these bits, or the rule is not asked */
    bool (*fits)(const struct context *context, size_t index, struct value *value);
};

/* In the order of how much of the writing a rule explains: "£2.5m" before "2.5" before "2". */
static const struct rule rules[] = {
    {"money", NR_CLASS_MONEY, SHAPE_DIGIT, rule_money},
    {"time", NR_CLASS_TIME, SHAPE_DIGIT, rule_time},
    {"date", NR_CLASS_DATE, SHAPE_DIGIT | SHAPE_LETTER, rule_date},
    {"numeric date", NR_CLASS_DATE, SHAPE_DIGIT, rule_numeric_date},
    {"decade", NR_CLASS_DECADE, SHAPE_DIGIT, rule_decade},
    {"percent", NR_CLASS_PERCENT, SHAPE_DIGIT, rule_percent},
    {"ordinal", NR_CLASS_ORDINAL, SHAPE_DIGIT, rule_ordinal},
    {"measure", NR_CLASS_MEASURE, SHAPE_DIGIT, rule_measure},
    {"score", NR_CLASS_SCORE, SHAPE_DIGIT, rule_score},
    {"range", NR_CLASS_RANGE, SHAPE_DIGIT, rule_range},
    {"year", NR_CLASS_YEAR, SHAPE_DIGIT, rule_year},
    {"decimal", NR_CLASS_DECIMAL, SHAPE_DIGIT, rule_decimal},
    {"cardinal", NR_CLASS_CARDINAL, SHAPE_DIGIT, rule_cardinal},
    {"title", NR_CLASS_TITLE, SHAPE_CAPITAL, rule_title},
    {"street", NR_CLASS_ABBREVIATION, SHAPE_CAPITAL, rule_street},
    {"month", NR_CLASS_ABBREVIATION, SHAPE_CAPITAL, rule_month},
    {"numbered", NR_CLASS_ABBREVIATION, SHAPE_LETTER, rule_numbered},
    {"abbreviation", NR_CLASS_ABBREVIATION, SHAPE_LETTER, rule_abbreviation},
    {"regnal", NR_CLASS_ROMAN, SHAPE_CAPITAL, rule_regnal},
    {"roman", NR_CLASS_ROMAN, SHAPE_CAPITAL, rule_roman},
    {"initials", NR_CLASS_INITIALS, SHAPE_STOP_INSIDE | SHAPE_STOP_BEHIND, rule_initials},
};

static const char *const class_names[NR_CLASS_COUNT] = {
    [NR_CLASS_WORD] = "word",         [NR_CLASS_CARDINAL] = "cardinal",
    [NR_CLASS_ORDINAL] = "ordinal",   [NR_CLASS_DECIMAL] = "decimal",
    [NR_CLASS_PERCENT] = "percent",   [NR_CLASS_MONEY] = "money",
    [NR_CLASS_MEASURE] = "measure",   [NR_CLASS_DATE] = "date",
    [NR_CLASS_TIME] = "time",         [NR_CLASS_YEAR] = "year",
    [NR_CLASS_DECADE] = "decade",     [NR_CLASS_RANGE] = "range",
    [NR_CLASS_SCORE] = "score",       [NR_CLASS_ROMAN] = "roman",
    [NR_CLASS_TITLE] = "title",       [NR_CLASS_ABBREVIATION] = "abbreviation",
    [NR_CLASS_INITIALS] = "initials", [NR_CLASS_QUOTE] = "quote",
    [NR_CLASS_FOREIGN] = "foreign",
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

bool classify(const struct context *context, size_t index, struct value *value)
{
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        if (!(rules[i].shape & context->tokens[index].shape))
            continue;
        *value = (struct value){.class = rules[i].class, .rule = rules[i].name, .tokens = 1};
        if (rules[i].fits(context, index, value))
            return true;
    }
    *value = (struct value){.class = NR_CLASS_WORD, .tokens = 1};
    return false;
}
