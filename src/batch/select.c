#include "select.h"

#include "path.h"

#include <fnmatch.h>
#include <stdio.h>
#include <string.h>

#define PATTERN_BYTES 512

static const char *const extensions[] = {"txt",   "text", "md",    "markdown", "html",
                                         "xhtml", "htm",  "mhtml", "mht",      "jsonl"};

static bool matches(struct str pattern, const char *name)
{
    char text[PATTERN_BYTES];
    snprintf(text, sizeof text, "%.*s", (int)pattern.length, pattern.at);
    return fnmatch(text, strchr(text, '/') ? name : path_name(name), 0) == 0;
}

static bool matches_any(const char *patterns, const char *name)
{
    struct str rest = str_of(patterns);
    while (rest.length) {
        size_t comma = str_find(rest, STR(","));
        if (matches(str_trim(str_slice(rest, 0, comma)), name))
            return true;
        rest = str_slice(rest, comma + 1, rest.length);
    }
    return false;
}

bool select_includes(const char *patterns, const char *name)
{
    struct str extension = path_extension(name);
    if (patterns)
        return matches_any(patterns, name);
    for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++)
        if (str_equal_caseless(extension, str_of(extensions[i])))
            return true;
    return false;
}

bool select_excludes(const char *patterns, const char *name)
{
    return patterns && matches_any(patterns, name);
}
