#include "comments.h"

#include "buf.h"
#include "tags.h"

#include <inttypes.h>

/* HH:MM:SS.mmm, cut to the millisecond: a mark may stand before its first sound, never behind it. */
static const char *clock_time(struct nr_arena *arena, uint64_t frame, unsigned sample_rate)
{
    uint64_t ms = frame * 1000 / sample_rate;
    return arena_printf(arena, "%02" PRIu64 ":%02" PRIu64 ":%02" PRIu64 ".%03" PRIu64, ms / 3600000,
                        ms / 60000 % 60, ms / 1000 % 60, ms % 1000);
}

/* RFC 4648, section 4. */
static void append_base64(struct buf *out, struct str bytes)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const unsigned char *at = (const unsigned char *)bytes.at;
    for (size_t left = bytes.length; left > 0; left -= left < 3 ? left : 3, at += 3) {
        unsigned group = (unsigned)at[0] << 16 | (left > 1 ? (unsigned)at[1] << 8 : 0) | (left > 2 ? at[2] : 0u);
        for (unsigned i = 0; i < 4; i++)
            buf_append_char(out, i <= left ? digits[group >> (18 - 6 * i) & 63] : '=');
    }
}

void comments_cover(const struct output *output, void (*add)(void *context, const char *comment), void *context)
{
    struct buf block = {0}, comment = {0};
    if (!output->cover)
        return;
    cover_block(output->cover, &block);
    buf_append(&comment, STR("METADATA_BLOCK_PICTURE="));
    append_base64(&comment, buf_str(&block));
    add(context, comment.at);
    buf_free(&comment);
    buf_free(&block);
}

void comments_each(const struct output *output, void (*add)(void *context, const char *comment), void *context)
{
    const struct nr_recording *recording = output->recording;
    struct nr_arena *arena = output->arena;
    struct tags tags = tags_of(output);
    for (size_t i = 0; i < tags.count; i++)
        add(context, arena_printf(arena, "%s=%s", tags.at[i].comment, tags.at[i].value));
    /* In Vorbis and FLAC libsndfile, and so nr_output_is_ours(), looks for the encoder under this name. */
    add(context, arena_printf(arena, "SOFTWARE=%s", tags.at[0].value));
    /* The Chapter Extension of wiki.xiph.org; players want 001 first, no gap, and the name behind its time. */
    for (size_t i = 0; i < recording->plan->chapter_count; i++) {
        const char *start = clock_time(arena, recording->chapter_starts[i], recording->sample_rate);
        add(context, arena_printf(arena, "CHAPTER%03zu=%s", i + 1, start));
        add(context, arena_printf(arena, "CHAPTER%03zuNAME=%s", i + 1, recording->plan->chapters[i].title));
    }
}
