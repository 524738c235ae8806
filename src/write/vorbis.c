/* The sound is encoded in pieces, by several encoders at a time, and their packets become one stream. */
#include "vorbis.h"

#include "comments.h"
#include "crew.h"
#include "cuts.h"
#include "fail.h"
#include "memory.h"
#include "packets.h"
#include "pages.h"
#include "pour.h"

#include <stdlib.h>
#include <vorbis/vorbisenc.h>

/* -q 4 of the usual tools: speech at 22,050 Hz takes 54 kb/s. */
#define QUALITY 4u

/* What all pieces share. */
struct stream {
    const struct output *output;
    vorbis_info info;
    struct cuts cuts;
    struct packets *silence; /* its first packet is a short block of silence */
    struct pages pages;
    int64_t landed;  /* frames that a decoder has when all packets so far are in */
    long last_block; /* length of the last packet's block; 0 before the first packet */
};

/* One piece being encoded. */
struct encoder {
    vorbis_info *info;
    vorbis_dsp_state state;
    vorbis_block block;
    struct packets *packets;
};

/* Keeps the packets that libvorbis has ready. */
static void drain(struct encoder *encoder)
{
    ogg_packet packet;
    while (vorbis_analysis_blockout(&encoder->state, &encoder->block) == 1) {
        vorbis_analysis(&encoder->block, NULL);
        vorbis_bitrate_addblock(&encoder->block);
        while (vorbis_bitrate_flushpacket(&encoder->state, &packet))
            packets_add(encoder->packets, (struct str){(const char *)packet.packet, (size_t)packet.bytes},
                        vorbis_packet_blocksize(encoder->info, &packet));
    }
}

static bool encode(void *context, const int16_t *frames, size_t count, struct nr_error *error)
{
    (void)error;
    struct encoder *encoder = context;
    float *samples = vorbis_analysis_buffer(&encoder->state, (int)count)[0];
    for (size_t i = 0; i < count; i++)
        samples[i] = (float)frames[i] / 32768.0f;
    vorbis_analysis_wrote(&encoder->state, (int)count);
    drain(encoder);
    return true;
}

static void begin_piece(struct encoder *encoder, struct stream *stream)
{
    encoder->info = &stream->info;
    encoder->packets = memory_alloc(sizeof *encoder->packets);
    vorbis_analysis_init(&encoder->state, encoder->info);
    vorbis_block_init(&encoder->state, &encoder->block);
}

static struct packets *end_piece(struct encoder *encoder)
{
    vorbis_analysis_wrote(&encoder->state, 0);
    drain(encoder);
    vorbis_block_clear(&encoder->block);
    vorbis_dsp_clear(&encoder->state);
    return encoder->packets;
}

static void *make_piece(void *context, size_t index, struct nr_error *error)
{
    struct stream *stream = context;
    struct encoder encoder;
    begin_piece(&encoder, stream);
    const uint64_t *cut = stream->cuts.at + index;
    bool ok = pour_range(stream->output, cut[0], cut[1], &(struct pour_to){encode, &encoder}, error);
    struct packets *packets = end_piece(&encoder);
    if (ok)
        return packets;
    packets_drop(packets);
    return NULL;
}

static bool add(struct stream *stream, const struct packets *packets, size_t index, bool last,
                struct nr_error *error)
{
    int64_t all = (int64_t)stream->output->recording->frame_count;
    struct str bytes = packets_get(packets, index);
    long block = packets->at[index].span;
    stream->landed += stream->last_block ? (stream->last_block + block) / 4 : 0;
    stream->last_block = block;
    ogg_packet packet = {.packet = (unsigned char *)bytes.at,
                         .bytes = (long)bytes.length,
                         .e_o_s = last,
                         .granulepos = last || stream->landed > all ? all : stream->landed};
    return pages_add(&stream->pages, &packet, error);
}

/* Where the sound behind would start if `block` came next: it starts with a short block, whose first half
 * completes the block before. */
static int64_t next_start(struct stream *stream, long block)
{
    int64_t landed = stream->last_block ? stream->landed + (stream->last_block + block) / 4 : 0;
    return landed + (block + vorbis_info_blocksize(&stream->info, 0)) / 4;
}

/* Leaves silent blocks out, or adds some, so that the next piece starts on its very frame: that is silence of
 * silence, since cuts lie in the midst of pauses. */
static bool add_up_to(struct stream *stream, const struct packets *packets, int64_t end, struct nr_error *error)
{
    for (size_t i = 0; i < packets->count && next_start(stream, packets->at[i].span) <= end; i++)
        if (!add(stream, packets, i, false, error))
            return false;
    while (next_start(stream, stream->silence->at[0].span) <= end)
        if (!add(stream, stream->silence, 0, false, error))
            return false;
    return true;
}

static bool add_last(struct stream *stream, const struct packets *packets, struct nr_error *error)
{
    for (size_t i = 0; i < packets->count; i++)
        if (!add(stream, packets, i, i + 1 == packets->count, error))
            return false;
    return pages_flush(&stream->pages, error);
}

static bool take_piece(void *context, size_t index, void *packets, struct nr_error *error)
{
    struct stream *stream = context;
    uint64_t end = stream->cuts.at[index + 1];
    bool last = index + 1 == stream->cuts.count;
    bool ok = last ? add_last(stream, packets, error) : add_up_to(stream, packets, (int64_t)end, error);
    if (ok && end > 0)
        pour_report(stream->output, end);
    return ok;
}

/* Vorbis I, A.2: the first header has a page of its own, and no audio shares a page with the others. */
static bool write_headers(struct stream *stream, vorbis_dsp_state *state, vorbis_comment *comment,
                          struct nr_error *error)
{
    ogg_packet identification, comments, setup;
    struct pages *pages = &stream->pages;
    if (vorbis_analysis_headerout(state, comment, &identification, &comments, &setup) != 0)
        return fail(error, NR_FAILED, "%s: libvorbis makes no headers", pages->sink->name);
    return pages_add(pages, &identification, error) && pages_flush(pages, error) &&
           pages_add(pages, &comments, error) && pages_add(pages, &setup, error) && pages_flush(pages, error);
}

static void add_comment(void *context, const char *comment)
{
    vorbis_comment_add(context, comment);
}

/* The headers come from an encoder that is fed silence: its packets fill up the ends of pieces. */
static bool begin(struct stream *stream, struct nr_error *error)
{
    static const int16_t silence[4096];
    vorbis_comment comment;
    struct encoder encoder;
    begin_piece(&encoder, stream);
    vorbis_comment_init(&comment);
    comments_each(stream->output, add_comment, &comment);
    comments_cover(stream->output, add_comment, &comment);
    bool ok = write_headers(stream, &encoder.state, &comment, error) && encode(&encoder, silence, 4096, error);
    vorbis_comment_clear(&comment);
    stream->silence = end_piece(&encoder);
    return ok;
}

static bool write_stream(struct stream *stream, struct nr_error *error)
{
    const struct output *output = stream->output;
    stream->cuts = cuts_of(output, (unsigned)vorbis_info_blocksize(&stream->info, 0) / 2);
    const struct crew_work work = {stream->cuts.count, stream, make_piece, take_piece, packets_drop};
    pages_begin(&stream->pages, output->sink);
    bool ok = begin(stream, error) && crew_run(output->settings, &work, error);
    packets_drop(stream->silence);
    pages_end(&stream->pages);
    return ok;
}

/* Without rate management a bitrate stands for the quality that has it on average. */
static bool set_up(vorbis_info *info, const struct output *output, struct nr_error *error)
{
    long rate = (long)output->recording->sample_rate;
    unsigned quality = output->settings->quality ? output->settings->quality : QUALITY;
    long bitrate = (long)output->settings->bitrate_kbps * 1000;
    bool ok = bitrate ? vorbis_encode_setup_managed(info, 1, rate, -1, bitrate, -1) == 0 &&
                            vorbis_encode_ctl(info, OV_ECTL_RATEMANAGE2_SET, NULL) == 0
                      : vorbis_encode_setup_vbr(info, 1, rate, (float)quality / 10) == 0;
    if (ok && vorbis_encode_setup_init(info) == 0)
        return true;
    return bitrate ? fail(error, NR_USAGE, "Ogg Vorbis can't do %ld kb/s at %ld frames a second; try 48",
                          bitrate / 1000, rate)
                   : fail(error, NR_FAILED, "%s: Vorbis can't do %ld frames a second; use wav", output->sink->name,
                          rate);
}

bool vorbis_write(const struct output *output, struct nr_error *error)
{
    struct stream stream = {.output = output};
    vorbis_info_init(&stream.info);
    bool ok = set_up(&stream.info, output, error) && write_stream(&stream, error);
    vorbis_info_clear(&stream.info);
    return ok;
}

/* While the sound is made there is one piece. */
struct live {
    struct stream stream;
    struct encoder encoder;
    struct nr_recording recording; /* as long as what has been added, at the end */
    struct output output;
    uint64_t added;
};

static bool begin_stream(const struct output *output, void **stream, struct nr_error *error)
{
    struct live *live = memory_alloc(sizeof *live);
    *stream = live;
    live->recording = *output->recording;
    live->output = *output;
    live->output.recording = &live->recording;
    live->stream.output = &live->output;
    vorbis_info_init(&live->stream.info);
    pages_begin(&live->stream.pages, output->sink);
    if (!set_up(&live->stream.info, output, error))
        return false;
    begin_piece(&live->encoder, &live->stream);
    return begin(&live->stream, error);
}

/* Writes what is encoded; with a page of its own for each call, so that it is heard. */
static bool add_packets(struct live *live, bool last, struct nr_error *error)
{
    struct packets *packets = live->encoder.packets;
    for (size_t i = 0; i < packets->count; i++)
        if (!add(&live->stream, packets, i, last && i + 1 == packets->count, error))
            return false;
    packets_clear(packets);
    return pages_flush(&live->stream.pages, error);
}

static bool add_frames(void *stream, const int16_t *frames, size_t count, struct nr_error *error)
{
    struct live *live = stream;
    live->added += count;
    return encode(&live->encoder, frames, count, error) && add_packets(live, false, error);
}

static bool end_stream(void *stream, struct nr_error *error)
{
    struct live *live = stream;
    live->recording.frame_count = live->added;
    vorbis_analysis_wrote(&live->encoder.state, 0);
    drain(&live->encoder);
    return add_packets(live, true, error);
}

static void drop_stream(void *stream)
{
    struct live *live = stream;
    if (live->encoder.packets)
        packets_drop(end_piece(&live->encoder));
    if (live->stream.silence)
        packets_drop(live->stream.silence);
    pages_end(&live->stream.pages);
    vorbis_info_clear(&live->stream.info);
    free(live);
}

const struct streaming vorbis_streaming = {begin_stream, add_frames, end_stream, drop_stream};
