#include "repetition.h"

#define PERIOD_MAX 16
#define TIMES_MIN  20

static bool has_letter(struct str text)
{
    for (size_t i = 0; i < text.length; i++)
        if (((text.at[i] | 32) >= 'a' && (text.at[i] | 32) <= 'z') || (unsigned char)text.at[i] >= 0x80)
            return true;
    return false;
}

/* The first run of `period` bytes, over and over, that is long enough. */
static struct str run_of(struct str text, size_t period)
{
    size_t start = 0;
    for (size_t i = period; i <= text.length; i++) {
        if (i < text.length && text.at[i] == text.at[i - period])
            continue;
        if (i - start >= period * TIMES_MIN && has_letter(str_slice(text, start, start + period)))
            return str_slice(text, start, i);
        start = i + 1 - period;
    }
    return STR("");
}

struct str repetition_in(struct str text, size_t *times)
{
    for (size_t period = 1; period <= PERIOD_MAX; period++) {
        struct str run = run_of(text, period);
        *times = run.length / period;
        /* The last one may lack its space. */
        if (run.length % period)
            *times += str_equal(str_trim(str_slice(run, 0, period)), str_slice(run, *times * period, run.length));
        if (run.length)
            return str_trim(str_slice(run, 0, period));
    }
    return STR("");
}
