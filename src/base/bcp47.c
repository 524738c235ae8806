#include "bcp47.h"

#define SUBTAG_MAX 8

static bool is_letter(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static size_t subtag_length(struct str text, bool first)
{
    size_t length = 0;
    while (length < text.length &&
           (is_letter(text.at[length]) || (!first && text.at[length] >= '0' && text.at[length] <= '9')))
        length++;
    return length;
}

bool bcp47_is_tag(struct str text)
{
    size_t length = subtag_length(text, true);
    if (length < 2 || length > SUBTAG_MAX)
        return false;
    for (text = str_slice(text, length, text.length); text.length;
         text = str_slice(text, length + 1, text.length)) {
        length = text.at[0] == '-' ? subtag_length(str_slice(text, 1, text.length), false) : 0;
        if (!length || length > SUBTAG_MAX)
            return false;
    }
    return true;
}

struct str bcp47_of_line(struct str text)
{
    struct str none = str_slice(text, 0, 0);
    if (!str_starts(text, STR(BCP47_LINE)))
        return none;
    struct str tag = str_slice(text, sizeof BCP47_LINE - 1, text.length);
    return bcp47_is_tag(tag) ? tag : none;
}
