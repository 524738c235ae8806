#include "ending.h"

#include "utf8.h"

static const struct {
    uint32_t code;
    enum ending ending;
} endings[] = {
    {'.', ENDING_STOP},    {'?', ENDING_ASK},    {'!', ENDING_ASK},      {':', ENDING_COLON},
    {0x2026, ENDING_STOP}, {0x203D, ENDING_ASK}, {0x3002, ENDING_STOP},  {0xFF01, ENDING_ASK},
    {0xFF1F, ENDING_ASK},  {0x61F, ENDING_ASK},  {0x6D4, ENDING_STOP},   {0x964, ENDING_STOP},
    {0x1362, ENDING_STOP}, {0x589, ENDING_STOP}, {0xFF1A, ENDING_COLON},
};

static bool is_closing(uint32_t code)
{
    return utf8_is_quote(code) || utf8_is_space(code) || code == ')' || code == ']' || code == '}' ||
           code == 0x300D || code == 0x300F;
}

/* "as follows:--", as old texts have it. */
static struct str without_dashes(struct str text)
{
    struct str cut = text;
    while (str_ends(cut, STR("-")))
        cut.length--;
    return str_ends(cut, STR(":")) ? cut : text;
}

enum ending ending_of(struct str text)
{
    size_t length;
    text = without_dashes(text);
    while (is_closing(utf8_before(text, text.length, &length)))
        text.length -= length;
    uint32_t code = utf8_before(text, text.length, &length);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (endings[i].code == code)
            return endings[i].ending;
    return ENDING_OPEN;
}
