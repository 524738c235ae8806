#include "verbalise.h"

#include "say.h"

void say(const struct newsreader *to, const char *words)
{
    buf_append(to->out, str_of(words));
}

void say_str(const struct newsreader *to, struct str words)
{
    buf_append(to->out, words);
}

void say_space(const struct newsreader *to)
{
    if (to->out->length > to->start && to->out->at[to->out->length - 1] != ' ')
        buf_append_char(to->out, ' ');
}

static void (*const verbalisers[KIND_COUNT])(const struct newsreader *, const struct value *) = {
    [KIND_WORDS] = say_words,
    [KIND_EMOJI] = say_emoji,
    [KIND_NET] = say_net,
    [KIND_HANDLE] = say_handle,
    [KIND_MONEY] = say_money,
    [KIND_NUMBERED] = say_numbered,
    [KIND_TIMES] = say_time,
    [KIND_ZONE] = say_zone,
    [KIND_HOURS] = say_hours,
    [KIND_DATE] = say_date,
    [KIND_WEEKDAYS] = say_weekdays,
    [KIND_TELEPHONE] = say_telephone,
    [KIND_DIGITS] = say_digits,
    [KIND_VERSION] = say_version,
    [KIND_PAIRS] = say_house,
    [KIND_YEARS] = say_year,
    [KIND_PAIR] = say_pair,
    [KIND_PERIOD] = say_period,
    [KIND_CODE] = say_code,
    [KIND_PERCENT] = say_percent,
    [KIND_ORDINAL] = say_ordinal,
    [KIND_MEASURE] = say_measure,
    [KIND_AMOUNT] = say_amount,
    [KIND_SCORE] = say_score,
    [KIND_NUMBER] = say_number,
    [KIND_SUM] = say_sum,
    [KIND_POWER] = say_power,
    [KIND_AS_WRITTEN] = say_as_written,
    [KIND_UNIT_NAME] = say_unit_name,
    [KIND_ROMAN] = say_roman,
    [KIND_INITIALS] = say_letters,
};

void verbalise(const struct context *context, const struct speller *speller, const struct value *value,
               struct buf *out)
{
    struct newsreader to = {context, speller, out, out->length};
    verbalisers[value->kind](&to, value);
    buf_append(out, value->suffix);
}
