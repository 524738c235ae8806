#include "speaker_cut.h"

#include "utf8.h"

static bool is_clause_mark(uint32_t code)
{
    return code == ',' || code == ';' || code == ':' || code == '.' || code == '!' || code == '?' ||
           (code >= 0x2012 && code <= 0x2015) || code == 0x2026;
}

/* Is there a space right before byte `at`, with text on both of its sides? */
static bool is_behind_space(struct str text, size_t at)
{
    size_t length;
    return at < text.length && utf8_is_space(utf8_before(text, at, &length)) && at > length;
}

static bool is_behind_clause(struct str text, size_t at)
{
    size_t length;
    utf8_before(text, at, &length);
    return is_behind_space(text, at) && is_clause_mark(utf8_before(text, at - length, &length));
}

size_t cut_long(struct str text, size_t code_points)
{
    size_t most = utf8_offset(text, code_points), length;
    if (most >= text.length)
        return text.length;
    for (size_t at = most; at > most / 2; at -= length) {
        if (is_behind_clause(text, at))
            return at;
        utf8_before(text, at, &length);
    }
    for (size_t at = most; at > 0; at -= length) {
        if (is_behind_space(text, at))
            return at;
        utf8_before(text, at, &length);
    }
    return most;
}

size_t cut_middle(struct str text)
{
    size_t middle = text.length / 2;
    for (size_t away = 0; away <= middle; away++) {
        if (is_behind_space(text, middle - away))
            return middle - away;
        if (is_behind_space(text, middle + away))
            return middle + away;
    }
    return 0;
}
