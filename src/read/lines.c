#include "lines.h"

#include "clean.h"
#include "utf8.h"

static size_t skip_unseen(struct str source, size_t at)
{
    for (size_t length; at < source.length; at += length) {
        uint32_t code = utf8_at(source, at, &length);
        if (!utf8_is_space(code) && !clean_drops(code))
            break;
    }
    return at;
}

static size_t skip_unseen_back(struct str source, size_t start, size_t end)
{
    for (size_t length; end > start; end -= length) {
        uint32_t code = utf8_before(source, end, &length);
        if (!utf8_is_space(code) && !clean_drops(code))
            break;
    }
    return end;
}

bool line_is_blank(const struct line *line)
{
    return line->start == line->end;
}

struct str line_visible(struct str text)
{
    return str_slice(text, skip_unseen(text, 0), text.length);
}

struct str line_text(struct str source, const struct line *line)
{
    size_t start = skip_unseen(str_slice(source, 0, line->end), line->start + line->marker.length);
    return str_slice(source, start, line->end);
}

bool line_take(struct str source, size_t *at, struct line *line)
{
    size_t start = *at, end = start;
    if (start >= source.length)
        return false;
    while (end < source.length && source.at[end] != '\n' && source.at[end] != '\r')
        end++;
    bool crlf = end + 1 < source.length && source.at[end] == '\r' && source.at[end + 1] == '\n';
    *at = end + (crlf ? 2 : 1);
    line->start = skip_unseen(str_slice(source, 0, end), start);
    line->end = skip_unseen_back(source, line->start, end);
    line->indent = line->start - start;
    line->marker = marker_of(str_slice(source, line->start, line->end));
    return true;
}
