#include "vorbis.h"

#include "comments.h"
#include "fail.h"
#include "pages.h"
#include "pour.h"

#include <vorbis/vorbisenc.h>

/* -q 4 of the usual tools: speech at 22,050 Hz takes 54 kb/s. */
#define QUALITY 0.4f

struct encoder {
    vorbis_info info;
    vorbis_dsp_state state;
    vorbis_block block;
    struct pages pages;
};

/* Adds the packets that libvorbis has ready. */
static bool drain(struct encoder *encoder, struct nr_error *error)
{
    ogg_packet packet;
    while (vorbis_analysis_blockout(&encoder->state, &encoder->block) == 1) {
        vorbis_analysis(&encoder->block, NULL);
        vorbis_bitrate_addblock(&encoder->block);
        while (vorbis_bitrate_flushpacket(&encoder->state, &packet))
            if (!pages_add(&encoder->pages, &packet, error))
                return false;
    }
    return true;
}

static bool encode(void *context, const int16_t *frames, size_t count, struct nr_error *error)
{
    struct encoder *encoder = context;
    float *samples = vorbis_analysis_buffer(&encoder->state, (int)count)[0];
    for (size_t i = 0; i < count; i++)
        samples[i] = (float)frames[i] / 32768.0f;
    vorbis_analysis_wrote(&encoder->state, (int)count);
    return drain(encoder, error);
}

static bool encode_end(struct encoder *encoder, struct nr_error *error)
{
    vorbis_analysis_wrote(&encoder->state, 0);
    return drain(encoder, error) && pages_flush(&encoder->pages, error);
}

/* Vorbis I, A.2: the first header has a page of its own, and no audio shares a page with the others. */
static bool write_headers(struct encoder *encoder, vorbis_comment *comment, struct nr_error *error)
{
    ogg_packet identification, comments, setup;
    if (vorbis_analysis_headerout(&encoder->state, comment, &identification, &comments, &setup) != 0)
        return fail(error, NR_FAILED, "%s: libvorbis makes no headers", encoder->pages.sink->name);
    return pages_add(&encoder->pages, &identification, error) && pages_flush(&encoder->pages, error) &&
           pages_add(&encoder->pages, &comments, error) && pages_add(&encoder->pages, &setup, error) &&
           pages_flush(&encoder->pages, error);
}

static void add_comment(void *context, const char *comment)
{
    vorbis_comment_add(context, comment);
}

static bool begin(struct encoder *encoder, const struct output *output, struct nr_error *error)
{
    vorbis_comment comment;
    vorbis_comment_init(&comment);
    comments_each(output, add_comment, &comment);
    /* In Vorbis libsndfile, and so nr_output_is_ours(), looks for the encoder under this name. */
    vorbis_comment_add_tag(&comment, "SOFTWARE", vorbis_comment_query(&comment, "ENCODER", 0));
    bool ok = write_headers(encoder, &comment, error);
    vorbis_comment_clear(&comment);
    return ok;
}

static bool write_stream(struct encoder *encoder, const struct output *output, struct nr_error *error)
{
    vorbis_analysis_init(&encoder->state, &encoder->info);
    vorbis_block_init(&encoder->state, &encoder->block);
    pages_begin(&encoder->pages, output->sink);
    bool ok = begin(encoder, output, error) && pour_recording(output, encode, encoder, error) &&
              encode_end(encoder, error);
    pages_end(&encoder->pages);
    vorbis_block_clear(&encoder->block);
    vorbis_dsp_clear(&encoder->state);
    return ok;
}

bool vorbis_write(const struct output *output, struct nr_error *error)
{
    struct encoder encoder;
    unsigned rate = output->recording->sample_rate;
    vorbis_info_init(&encoder.info);
    bool ok =
        vorbis_encode_init_vbr(&encoder.info, 1, (long)rate, QUALITY) == 0
            ? write_stream(&encoder, output, error)
            : fail(error, NR_FAILED, "%s: Vorbis can't do %u frames a second; use wav", output->sink->name, rate);
    vorbis_info_clear(&encoder.info);
    return ok;
}
