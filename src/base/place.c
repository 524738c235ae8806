#include "place.h"

#include "utf8.h"

struct place place_of(struct str text, size_t offset)
{
    struct place place = {1, 1};
    size_t line_start = 0;
    if (offset > text.length)
        offset = text.length;
    for (size_t i = 0; i < offset; i++) {
        bool crlf = text.at[i] == '\r' && i + 1 < text.length && text.at[i + 1] == '\n';
        if (text.at[i] == '\n' || (text.at[i] == '\r' && !crlf)) {
            place.line++;
            line_start = i + 1;
        }
    }
    place.column = utf8_count(str_slice(text, line_start, offset)) + 1;
    return place;
}
