#include "found.h"

#include "memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct found_chapter *found_at(struct found *found, size_t index)
{
    if (index >= FOUND_MAX)
        return NULL;
    void *all = found->all;
    memory_reserve(&all, &found->capacity, index + 1, sizeof *found->all);
    found->all = all;
    while (found->count <= index)
        found->all[found->count++] = (struct found_chapter){.title = ""};
    return &found->all[index];
}

/* "001NAME" -> 1; *rest is what follows the digits. */
static size_t number_of(struct str key, struct str *rest)
{
    size_t number = 0, at = 0;
    for (; at < key.length && key.at[at] >= '0' && key.at[at] <= '9' && number < FOUND_MAX; at++)
        number = number * 10 + (size_t)(key.at[at] - '0');
    *rest = str_slice(key, at, key.length);
    return number;
}

static bool read_time(const char *text, uint64_t *ms)
{
    unsigned hours, minutes, seconds, rest;
    int end = 0;
    if (sscanf(text, "%4u:%2u:%2u.%3u%n", &hours, &minutes, &seconds, &rest, &end) != 4 || text[end])
        return false;
    *ms = ((hours * UINT64_C(60) + minutes) * 60 + seconds) * 1000 + rest;
    return true;
}

void found_comment(struct found *found, struct str comment)
{
    static const struct str prefix = {"CHAPTER", 7};
    size_t equals = str_find(comment, STR("="));
    struct str key = str_slice(comment, 0, equals), rest;
    if (!str_starts_caseless(key, prefix))
        return;
    size_t number = number_of(str_slice(key, prefix.length, key.length), &rest);
    struct found_chapter *chapter = number > 0 ? found_at(found, number - 1) : NULL;
    const char *value = arena_string(found->arena, str_slice(comment, equals + 1, comment.length));
    if (chapter && str_equal_caseless(rest, STR("NAME")))
        chapter->title = value;
    else if (chapter && !rest.length)
        chapter->has_start = read_time(value, &chapter->start_ms);
}

void found_free(struct found *found)
{
    free(found->all);
    *found = (struct found){0};
}
