/* The sound is encoded in pieces, by several encoders at a time, and their packets become one stream. */
#include "oggopus.h"

#include "comments.h"
#include "crew.h"
#include "cuts.h"
#include "fail.h"
#include "memory.h"
#include "packets.h"
#include "pages.h"
#include "pour.h"
#include "resample.h"

#include <opus.h>
#include <stdlib.h>
#include <string.h>

#define KBPS         32u /* speech at half the bytes of Vorbis */
#define COMPLEXITY   5   /* half the time of 10, and nobody hears it */
#define CLOCK        48000u
#define PACKETS_HERE 50u /* packets a second, each of 20 ms */
#define BYTES_MAX    1500

/* What all pieces share. */
struct stream {
    const struct output *output;
    unsigned rate; /* of the encoder */
    unsigned skip; /* frames that the encoder is late */
    struct cuts cuts;
    struct pages pages;
    uint64_t packets; /* added so far */
};

/* One piece being encoded. */
struct encoder {
    OpusEncoder *opus;
    struct packets *packets;
    float frames[CLOCK / PACKETS_HERE];
    size_t filled;
    size_t packet_frames;
};

static bool encode_packet(struct encoder *encoder, struct nr_error *error)
{
    unsigned char bytes[BYTES_MAX];
    opus_int32 length =
        opus_encode_float(encoder->opus, encoder->frames, (int)encoder->packet_frames, bytes, sizeof bytes);
    if (length < 0)
        return fail(error, NR_FAILED, "libopus fails: %s", opus_strerror(length));
    packets_add(encoder->packets, (struct str){(const char *)bytes, (size_t)length}, 1);
    encoder->filled = 0;
    return true;
}

static bool encode(void *context, const float *frames, size_t count, struct nr_error *error)
{
    struct encoder *encoder = context;
    for (size_t i = 0; i < count; i++) {
        encoder->frames[encoder->filled++] = frames[i];
        if (encoder->filled == encoder->packet_frames && !encode_packet(encoder, error))
            return false;
    }
    return true;
}

/* Leaves a piece with exactly `wanted` packets, which silence fills up; the resampler may be a frame off. */
static bool fill_up(struct encoder *encoder, uint64_t wanted, struct nr_error *error)
{
    static const float silence[CLOCK / PACKETS_HERE];
    while (encoder->packets->count < wanted)
        if (!encode(encoder, silence, encoder->packet_frames - encoder->filled, error))
            return false;
    encoder->packets->count = (size_t)wanted;
    return true;
}

static OpusEncoder *new_encoder(const struct stream *stream, struct nr_error *error)
{
    int status;
    const struct nr_settings *settings = stream->output->settings;
    unsigned kbps = settings->bitrate_kbps ? settings->bitrate_kbps
                    : settings->quality    ? 8 * settings->quality
                                           : KBPS;
    OpusEncoder *opus = opus_encoder_create((opus_int32)stream->rate, 1, OPUS_APPLICATION_VOIP, &status);
    if (!opus) {
        fail(error, NR_FAILED, "libopus fails: %s", opus_strerror(status));
        return NULL;
    }
    opus_encoder_ctl(opus, OPUS_SET_BITRATE((opus_int32)kbps * 1000));
    opus_encoder_ctl(opus, OPUS_SET_COMPLEXITY(COMPLEXITY));
    opus_encoder_ctl(opus, OPUS_SET_SIGNAL(OPUS_SIGNAL_VOICE));
    return opus;
}

/* Frames of the recording as frames of `rate`, rounded up. */
static uint64_t frames_at(const struct stream *stream, uint64_t frames, unsigned rate)
{
    unsigned from = stream->output->recording->sample_rate;
    return frames / from * rate + (frames % from * rate + from - 1) / from;
}

/* Packets for frames 0..end.  The last piece goes on until the encoder has given all of its sound back. */
static uint64_t packets_until(const struct stream *stream, size_t cut)
{
    unsigned packet = stream->rate / PACKETS_HERE;
    uint64_t late = cut == stream->cuts.count ? stream->skip : 0;
    return (frames_at(stream, stream->cuts.at[cut], stream->rate) + late + packet - 1) / packet;
}

static bool encode_piece(struct encoder *encoder, const struct stream *stream, size_t index,
                         struct nr_error *error)
{
    const uint64_t *cut = stream->cuts.at + index;
    return resample_range(stream->output, cut[0], cut[1], stream->rate, encode, encoder, error) &&
           fill_up(encoder, packets_until(stream, index + 1) - packets_until(stream, index), error);
}

static void *make_piece(void *context, size_t index, struct nr_error *error)
{
    const struct stream *stream = context;
    struct encoder encoder = {.opus = new_encoder(stream, error), .packet_frames = stream->rate / PACKETS_HERE};
    if (!encoder.opus)
        return NULL;
    encoder.packets = memory_alloc(sizeof *encoder.packets);
    bool ok = encode_piece(&encoder, stream, index, error);
    opus_encoder_destroy(encoder.opus);
    if (ok)
        return encoder.packets;
    packets_drop(encoder.packets);
    return NULL;
}

/* RFC 7845, 4: a page's position counts what is skipped at the start; the last one cuts the end. */
static bool add_packets(struct stream *stream, const struct packets *packets, bool last_piece,
                        struct nr_error *error)
{
    uint64_t skip = (uint64_t)stream->skip * (CLOCK / stream->rate);
    for (size_t i = 0; i < packets->count; i++) {
        bool last = last_piece && i + 1 == packets->count;
        struct str bytes = packets_get(packets, i);
        uint64_t end = ++stream->packets * (CLOCK / PACKETS_HERE);
        uint64_t all = skip + frames_at(stream, stream->output->recording->frame_count, CLOCK);
        ogg_packet packet = {.packet = (unsigned char *)bytes.at,
                             .bytes = (long)bytes.length,
                             .e_o_s = last,
                             .granulepos = (ogg_int64_t)(last ? all : end)};
        if (!pages_add(&stream->pages, &packet, error))
            return false;
    }
    return true;
}

static bool take_piece(void *context, size_t index, void *piece, struct nr_error *error)
{
    struct stream *stream = context;
    bool last = index + 1 == stream->cuts.count;
    if (!add_packets(stream, piece, last, error))
        return false;
    if (stream->cuts.at[index + 1] > 0)
        pour_report(stream->output, stream->cuts.at[index + 1]);
    return !last || pages_flush(&stream->pages, error);
}

static void put_number(struct buf *out, size_t number, unsigned bytes)
{
    for (unsigned i = 0; i < bytes; i++)
        buf_append_char(out, (char)(number >> 8 * i & 0xFF));
}

/* A packet on pages of its own. */
static bool add_header(struct stream *stream, struct buf *bytes, bool first, struct nr_error *error)
{
    ogg_packet packet = {.packet = (unsigned char *)bytes->at, .bytes = (long)bytes->length, .b_o_s = first};
    bool ok = pages_add(&stream->pages, &packet, error) && pages_flush(&stream->pages, error);
    buf_free(bytes);
    return ok;
}

static bool write_head(struct stream *stream, struct nr_error *error)
{
    struct buf head = {0};
    buf_append(&head, STR("OpusHead\x01\x01")); /* version 1, a channel */
    put_number(&head, (size_t)stream->skip * (CLOCK / stream->rate), 2);
    put_number(&head, stream->output->recording->sample_rate, 4);
    put_number(&head, 0, 3); /* no gain; mono or stereo */
    return add_header(stream, &head, true, error);
}

struct comment_list {
    struct buf bytes;
    size_t count;
};

static void add_comment(void *context, const char *comment)
{
    struct comment_list *list = context;
    put_number(&list->bytes, strlen(comment), 4);
    buf_append(&list->bytes, str_of(comment));
    list->count++;
}

static bool write_tags(struct stream *stream, struct nr_error *error)
{
    struct comment_list list = {0};
    struct buf tags = {0};
    struct str maker = str_of(opus_get_version_string());
    comments_each(stream->output, add_comment, &list);
    comments_cover(stream->output, add_comment, &list);
    buf_append(&tags, STR("OpusTags"));
    put_number(&tags, maker.length, 4);
    buf_append(&tags, maker);
    put_number(&tags, list.count, 4);
    buf_append(&tags, buf_str(&list.bytes));
    buf_free(&list.bytes);
    return add_header(stream, &tags, false, error);
}

/* The least rate of Opus that keeps all of the sound. */
static unsigned opus_rate(unsigned rate)
{
    static const unsigned rates[] = {8000, 12000, 16000, 24000, CLOCK};
    size_t i = 0;
    while (rates[i] < rate && rates[i] < CLOCK)
        i++;
    return rates[i];
}

static bool find_skip(struct stream *stream, struct nr_error *error)
{
    opus_int32 skip;
    OpusEncoder *opus = new_encoder(stream, error);
    if (!opus)
        return false;
    opus_encoder_ctl(opus, OPUS_GET_LOOKAHEAD(&skip));
    opus_encoder_destroy(opus);
    stream->skip = (unsigned)skip;
    return true;
}

/* The least number of frames that makes whole packets: 441 at 22,050 frames a second. */
static unsigned grid_of(unsigned rate)
{
    unsigned packets = 1;
    while (rate * packets % PACKETS_HERE != 0)
        packets++;
    return rate * packets / PACKETS_HERE;
}

bool opus_write(const struct output *output, struct nr_error *error)
{
    unsigned rate = output->recording->sample_rate;
    struct stream stream = {.output = output, .rate = opus_rate(rate), .cuts = cuts_of(output, grid_of(rate))};
    const struct crew_work work = {stream.cuts.count, &stream, make_piece, take_piece, packets_drop};
    if (!find_skip(&stream, error))
        return false;
    pages_begin(&stream.pages, output->sink);
    bool ok = write_head(&stream, error) && write_tags(&stream, error) && crew_run(output->settings, &work, error);
    pages_end(&stream.pages);
    return ok;
}

/* While the sound is made there is one piece. */
struct live {
    struct stream stream;
    struct encoder encoder;
    struct resampler resampler;
    struct nr_recording recording; /* as long as what has been added, at the end */
    struct output output;
    uint64_t added;
};

static bool begin_stream(const struct output *output, void **stream, struct nr_error *error)
{
    struct live *live = memory_alloc(sizeof *live);
    unsigned rate = output->recording->sample_rate;
    *stream = live;
    live->recording = *output->recording;
    live->output = *output;
    live->output.recording = &live->recording;
    live->stream.output = &live->output;
    live->stream.rate = opus_rate(rate);
    live->encoder.packet_frames = live->stream.rate / PACKETS_HERE;
    live->encoder.packets = memory_alloc(sizeof *live->encoder.packets);
    live->resampler = (struct resampler){.take = encode, .context = &live->encoder};
    pages_begin(&live->stream.pages, output->sink);
    live->encoder.opus = new_encoder(&live->stream, error);
    return live->encoder.opus && resample_open(&live->resampler, rate, live->stream.rate, error) &&
           find_skip(&live->stream, error) && write_head(&live->stream, error) && write_tags(&live->stream, error);
}

static bool flush_packets(struct live *live, bool last, struct nr_error *error)
{
    bool ok =
        add_packets(&live->stream, live->encoder.packets, last, error) && pages_flush(&live->stream.pages, error);
    packets_clear(live->encoder.packets);
    return ok;
}

static bool add_frames(void *stream, const int16_t *frames, size_t count, struct nr_error *error)
{
    struct live *live = stream;
    live->added += count;
    return resample_push(&live->resampler, frames, count, error) && flush_packets(live, false, error);
}

/* The packets that were written are not among those that are left to fill up. */
static bool end_stream(void *stream, struct nr_error *error)
{
    struct live *live = stream;
    const uint64_t cuts[] = {0, live->added};
    live->recording.frame_count = live->added;
    live->stream.cuts = (struct cuts){cuts, 1};
    bool ok = resample_push(&live->resampler, NULL, 0, error) &&
              fill_up(&live->encoder, packets_until(&live->stream, 1) - live->stream.packets, error) &&
              flush_packets(live, true, error);
    live->stream.cuts = (struct cuts){0};
    return ok;
}

static void drop_stream(void *stream)
{
    struct live *live = stream;
    if (live->encoder.opus)
        opus_encoder_destroy(live->encoder.opus);
    packets_drop(live->encoder.packets);
    resample_close(&live->resampler);
    pages_end(&live->stream.pages);
    free(live);
}

const struct streaming opus_streaming = {begin_stream, add_frames, end_stream, drop_stream};
