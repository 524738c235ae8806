#include "listen.h"

#include "article.h"
#include "fail.h"
#include "folders.h"
#include "id.h"
#include "message.h"
#include "path.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAKER      "narrate"
#define LOOK_BYTES 1024

static bool put_playlist(struct buf *out, const struct listing *listing)
{
    playlist_put(out, listing);
    return true;
}

static const struct {
    const char *name;
    bool feed; /* wanted with a feed only */
    bool (*put)(struct buf *out, const struct listing *listing);
} lists[] = {{"index.m3u8", false, put_playlist}, {"index.html", false, page_put}, {"feed.xml", true, feed_put}};

double listen_seconds(const struct record *record)
{
    return record->sample_rate ? (double)record->frames / record->sample_rate : 0;
}

const char *listen_title(const struct listing *listing, const struct record *record)
{
    return record->title && *record->title ? record->title : id_readable(listing->arena, record->output);
}

static bool is_ours(const char *path)
{
    char head[LOOK_BYTES];
    FILE *file = fopen(path, "rb");
    if (!file)
        return true;
    struct str bytes = {head, fread(head, 1, sizeof head, file)};
    fclose(file);
    return str_find(bytes, STR(MAKER)) < bytes.length;
}

static void load_records(struct listing *listing, const struct items *items)
{
    listing->at = arena_alloc(listing->arena, (items->count + 1) * sizeof *listing->at);
    for (size_t i = 0; i < items->count; i++) {
        struct record *record = record_load(listing->batch->out, items->at[i].id, listing->arena);
        if (record && article_is_there(listing->batch, record))
            listing->at[listing->count++] = record;
    }
}

/* The name of the articles' folder is better than none; that of the output folder would make equal runs differ. */
static const char *title_of(const struct batch *batch, struct nr_arena *arena)
{
    char real[PATH_MAX];
    struct stat status;
    if (batch->title)
        return id_readable(arena, batch->title);
    bool named = realpath(batch->source, real) && stat(real, &status) == 0 && S_ISDIR(status.st_mode);
    return named ? id_readable(arena, path_name(real)) : "Recordings";
}

static bool write_list(const struct listing *listing, size_t index, struct nr_error *error)
{
    const struct batch *batch = listing->batch;
    const char *path = path_join(listing->arena, batch->out, lists[index].name);
    struct buf text = {0};
    if (!batch->force && !is_ours(path)) {
        if (!batch->quiet)
            message("%s: is not narrate's and is left as it is; --force overwrites it", path);
        return true;
    }
    bool ok = lists[index].put(&text, listing) || fail(error, NR_FAILED, "%s: no memory to write it", path);
    ok = ok && folders_update(path, buf_str(&text), error);
    buf_free(&text);
    return ok;
}

bool listen_write(const struct batch *batch, const struct items *items, struct nr_error *error)
{
    struct listing listing = {.batch = batch, .arena = arena_new()};
    bool ok = true;
    listing.title = title_of(batch, listing.arena);
    load_records(&listing, items);
    for (size_t i = 0; ok && i < sizeof lists / sizeof *lists; i++)
        if (lists[i].feed ? batch->feed != NULL : !batch->no_index)
            ok = write_list(&listing, i, error);
    arena_free(listing.arena);
    return ok;
}
