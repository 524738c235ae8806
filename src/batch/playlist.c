/* index.m3u8: extended M3U in UTF-8. */
#include "id.h"
#include "listen.h"

#include <string.h>

/* Players take a line for a path as it is; what can't be a line, or no UTF-8, is written as in a URL. */
static const char *path_of(const struct listing *listing, const char *output)
{
    const char *readable = id_readable(listing->arena, output);
    if (strcmp(readable, output) != 0)
        return id_url(listing->arena, output);
    return *output == '#' ? arena_printf(listing->arena, "./%s", output) : output;
}

void playlist_put(struct buf *out, const struct listing *listing)
{
    buf_append(out, STR("#EXTM3U\n# written by narrate\n"));
    buf_printf(out, "#PLAYLIST:%s\n", listing->title);
    for (size_t i = 0; i < listing->count; i++) {
        const struct record *record = listing->at[i];
        buf_printf(out, "#EXTINF:%.0f,%s\n%s\n", listen_seconds(record), listen_title(listing, record),
                   path_of(listing, record->output));
    }
}
