/* By hand: libsndfile writes no chapter titles, and of chunks over 50 kB it writes none, silently (1.2.0). */
#include "wav.h"

#include "buf.h"
#include "fail.h"
#include "id3.h"
#include "memory.h"
#include "pour.h"
#include "tags.h"

#include <stdlib.h>

#define FRAME_BYTES sizeof(int16_t)
#define PCM         1u
#define LATER       UINT32_MAX /* RF64: see ds64 for the length; RIFF: it is not known, as many readers have it */

static void put_number(struct buf *out, uint64_t number, unsigned bytes)
{
    for (unsigned i = 0; i < bytes; i++)
        buf_append_char(out, (char)(number >> 8 * i & 0xFF));
}

static void put_u32(struct buf *out, uint64_t number)
{
    put_number(out, number, 4);
}

/* A chunk's id, its length and its bytes, padded to an even length. */
static void put_chunk(struct buf *out, const char *id, struct str bytes)
{
    buf_append(out, str_of(id));
    put_u32(out, bytes.length);
    buf_append(out, bytes);
    if (bytes.length % 2 != 0)
        buf_append_char(out, '\0');
}

static void put_and_free(struct buf *out, const char *id, struct buf *bytes)
{
    put_chunk(out, id, buf_str(bytes));
    buf_free(bytes);
}

/* The NUL at the end is part of the text. */
static struct str with_nul(const char *text)
{
    struct str bytes = str_of(text);
    bytes.length++;
    return bytes;
}

static void put_format(struct buf *out, unsigned sample_rate)
{
    struct buf format = {0};
    put_number(&format, PCM, 2);
    put_number(&format, 1, 2);
    put_u32(&format, sample_rate);
    put_u32(&format, sample_rate * FRAME_BYTES);
    put_number(&format, FRAME_BYTES, 2);
    put_number(&format, 8 * FRAME_BYTES, 2);
    put_and_free(out, "fmt ", &format);
}

static void put_tags(struct buf *out, const struct output *output)
{
    struct buf list = {0};
    buf_append(&list, STR("INFO"));
    struct tags tags = tags_of(output);
    for (size_t i = 0; i < tags.count; i++)
        put_chunk(&list, tags.at[i].info, with_nul(tags.at[i].value));
    put_and_free(out, "LIST", &list);
}

static void put_cues(struct buf *out, const struct nr_recording *recording)
{
    struct buf cues = {0};
    put_u32(&cues, recording->plan->chapter_count);
    for (size_t i = 0; i < recording->plan->chapter_count; i++) {
        put_u32(&cues, i + 1);
        put_u32(&cues, recording->chapter_starts[i]);
        buf_append(&cues, STR("data"));
        put_u32(&cues, 0);
        put_u32(&cues, 0);
        put_u32(&cues, recording->chapter_starts[i]);
    }
    put_and_free(out, "cue ", &cues);
}

static void put_labels(struct buf *out, const struct nr_plan *plan)
{
    struct buf list = {0};
    buf_append(&list, STR("adtl"));
    for (size_t i = 0; i < plan->chapter_count; i++) {
        struct buf label = {0};
        put_u32(&label, i + 1);
        buf_append(&label, with_nul(plan->chapters[i].title));
        put_and_free(&list, "labl", &label);
    }
    put_and_free(out, "LIST", &list);
}

/* RIFF has no place for a picture; readers look for it in an ID3 tag. */
static void put_cover(struct buf *out, const struct output *output)
{
    struct buf tag = {0};
    id3_append_cover(&tag, output);
    put_and_free(out, "id3 ", &tag);
}

static void put_body(struct buf *out, const struct output *output)
{
    put_format(out, output->recording->sample_rate);
    put_tags(out, output);
    if (output->recording->plan->chapter_count > 0) {
        put_cues(out, output->recording);
        put_labels(out, output->recording->plan);
    }
    if (output->cover)
        put_cover(out, output);
}

#define DS64_BYTES 28u

/* EBU Tech 3306: lengths of 64 bits stand in a ds64 chunk. */
static void put_ds64(struct buf *out, uint64_t riff_bytes, uint64_t frames)
{
    struct buf lengths = {0};
    put_number(&lengths, riff_bytes, 8);
    put_number(&lengths, frames * FRAME_BYTES, 8);
    put_number(&lengths, frames, 8);
    put_u32(&lengths, 0);
    put_and_free(out, "ds64", &lengths);
}

static void put_header(struct buf *out, const struct output *output)
{
    struct buf body = {0};
    put_body(&body, output);
    uint64_t frames = output->recording->frame_count;
    bool endless = frames == ENDLESS;
    uint64_t riff_bytes = 4 + body.length + 8 + frames * FRAME_BYTES;
    bool large = !endless && riff_bytes >= LATER;
    buf_append(out, large ? STR("RF64") : STR("RIFF"));
    put_u32(out, large || endless ? LATER : riff_bytes);
    buf_append(out, STR("WAVE"));
    if (large)
        put_ds64(out, riff_bytes + 8 + DS64_BYTES, frames);
    buf_append(out, buf_str(&body));
    buf_append(out, STR("data"));
    put_u32(out, large || endless ? LATER : frames * FRAME_BYTES);
    buf_free(&body);
}

struct frames {
    const struct sink *sink;
    unsigned char bytes[POUR_FRAMES_MAX * FRAME_BYTES];
};

static bool write_frames(void *context, const int16_t *frames, size_t count, struct nr_error *error)
{
    struct frames *out = context;
    for (size_t i = 0; i < count; i++) {
        uint16_t bits = (uint16_t)frames[i];
        out->bytes[2 * i] = (unsigned char)(bits & 0xFF);
        out->bytes[2 * i + 1] = (unsigned char)(bits >> 8);
    }
    return sink_write(out->sink, out->bytes, count * FRAME_BYTES, error);
}

static bool write_header(const struct output *output, struct nr_error *error)
{
    struct buf header = {0};
    put_header(&header, output);
    bool ok = sink_write(output->sink, header.at, header.length, error);
    buf_free(&header);
    return ok;
}

bool wav_write(const struct output *output, struct nr_error *error)
{
    if (output->recording->frame_count > UINT32_MAX)
        return fail(error, NR_FAILED, "%s: too long for the chapters of a WAV file; use ogg", output->sink->name);
    struct frames frames = {.sink = output->sink};
    return write_header(output, error) && pour_all(output, &(struct pour_to){write_frames, &frames}, error);
}

static bool begin_stream(const struct output *output, void **stream, struct nr_error *error)
{
    struct frames *frames = memory_alloc(sizeof *frames);
    frames->sink = output->sink;
    *stream = frames;
    return write_header(output, error);
}

static bool end_stream(void *stream, struct nr_error *error)
{
    (void)stream, (void)error;
    return true;
}

const struct streaming wav_streaming = {begin_stream, write_frames, end_stream, free};
