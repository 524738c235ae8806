/* The first block holds the sum and the length of all the sound, so the file is made in a spool: a pipe gets it
 * complete. */
#include "flac.h"

#include "comments.h"
#include "fail.h"
#include "found.h"
#include "pour.h"
#include "spool.h"

#include <FLAC/metadata.h>
#include <FLAC/stream_encoder.h>

#define LEVEL       5u /* of 8; speech gets 4 % smaller with the highest, which takes half as long again */
#define SAMPLE_BITS 16u

struct maker {
    const struct output *output;
    FLAC__StreamEncoder *encoder;
    FLAC__StreamMetadata *blocks[2];
    unsigned block_count;
    struct spool spool;
};

static FLAC__StreamEncoderWriteStatus put(const FLAC__StreamEncoder *encoder, const FLAC__byte bytes[],
                                          size_t length, uint32_t samples, uint32_t frame, void *spool)
{
    (void)encoder;
    (void)samples;
    (void)frame;
    return spool_put(spool, bytes, length) ? FLAC__STREAM_ENCODER_WRITE_STATUS_OK
                                           : FLAC__STREAM_ENCODER_WRITE_STATUS_FATAL_ERROR;
}

static FLAC__StreamEncoderSeekStatus seek(const FLAC__StreamEncoder *encoder, FLAC__uint64 at, void *spool)
{
    (void)encoder;
    ((struct spool *)spool)->at = (off_t)at;
    return FLAC__STREAM_ENCODER_SEEK_STATUS_OK;
}

static FLAC__StreamEncoderTellStatus tell(const FLAC__StreamEncoder *encoder, FLAC__uint64 *at, void *spool)
{
    (void)encoder;
    *at = (FLAC__uint64)((struct spool *)spool)->at;
    return FLAC__STREAM_ENCODER_TELL_STATUS_OK;
}

static void add_comment(void *context, const char *comment)
{
    struct str text = str_of(comment);
    const FLAC__StreamMetadata_VorbisComment_Entry entry = {(FLAC__uint32)text.length, (FLAC__byte *)text.at};
    FLAC__metadata_object_vorbiscomment_append_comment(context, entry, true);
}

static bool add_cover(struct maker *maker)
{
    const struct cover *cover = maker->output->cover;
    FLAC__StreamMetadata *block = FLAC__metadata_object_new(FLAC__METADATA_TYPE_PICTURE);
    if (!block)
        return false;
    maker->blocks[maker->block_count++] = block;
    block->data.picture.type = FLAC__STREAM_METADATA_PICTURE_TYPE_FRONT_COVER;
    block->data.picture.width = cover->width;
    block->data.picture.height = cover->height;
    block->data.picture.depth = cover->depth;
    /* libFLAC wants what it copies to be writable; it writes nothing. */
    return FLAC__metadata_object_picture_set_mime_type(block, (char *)cover->mime, true) &&
           FLAC__metadata_object_picture_set_data(block, (FLAC__byte *)cover->bytes.at,
                                                  (FLAC__uint32)cover->bytes.length, true);
}

static bool add_blocks(struct maker *maker)
{
    FLAC__StreamMetadata *comments = FLAC__metadata_object_new(FLAC__METADATA_TYPE_VORBIS_COMMENT);
    if (!comments)
        return false;
    maker->blocks[maker->block_count++] = comments;
    comments_each(maker->output, add_comment, comments);
    return (!maker->output->cover || add_cover(maker)) &&
           FLAC__stream_encoder_set_metadata(maker->encoder, maker->blocks, maker->block_count);
}

static bool begin(struct maker *maker)
{
    const struct nr_recording *recording = maker->output->recording;
    FLAC__StreamEncoder *encoder = maker->encoder;
    return FLAC__stream_encoder_set_channels(encoder, 1) &&
           FLAC__stream_encoder_set_bits_per_sample(encoder, SAMPLE_BITS) &&
           FLAC__stream_encoder_set_sample_rate(encoder, recording->sample_rate) &&
           FLAC__stream_encoder_set_compression_level(encoder, LEVEL) &&
           FLAC__stream_encoder_set_total_samples_estimate(encoder, recording->frame_count) && add_blocks(maker) &&
           FLAC__stream_encoder_init_stream(encoder, put, seek, tell, NULL, &maker->spool) ==
               FLAC__STREAM_ENCODER_INIT_STATUS_OK;
}

static bool fail_state(const struct maker *maker, struct nr_error *error)
{
    FLAC__StreamEncoderState state = FLAC__stream_encoder_get_state(maker->encoder);
    if (state == FLAC__STREAM_ENCODER_CLIENT_ERROR || state == FLAC__STREAM_ENCODER_IO_ERROR)
        return spool_fail(maker->output->sink, error);
    return fail(error, NR_FAILED, "%s: libFLAC fails: %s", maker->output->sink->name,
                FLAC__StreamEncoderStateString[state]);
}

static bool encode(void *context, const int16_t *frames, size_t count, struct nr_error *error)
{
    const struct maker *maker = context;
    FLAC__int32 samples[POUR_FRAMES_MAX];
    for (size_t i = 0; i < count; i++)
        samples[i] = frames[i];
    return FLAC__stream_encoder_process_interleaved(maker->encoder, samples, (uint32_t)count) ||
           fail_state(maker, error);
}

static bool encode_all(struct maker *maker, struct nr_error *error)
{
    const struct pour_to to = {encode, maker};
    return (begin(maker) || fail_state(maker, error)) && pour_all(maker->output, &to, error) &&
           (FLAC__stream_encoder_finish(maker->encoder) || fail_state(maker, error));
}

bool flac_write(const struct output *output, struct nr_error *error)
{
    struct maker maker = {.output = output, .encoder = FLAC__stream_encoder_new()};
    if (!maker.encoder)
        return fail(error, NR_FAILED, "%s: libFLAC makes no encoder", output->sink->name);
    bool ok = spool_open(&maker.spool, output->sink, error) && encode_all(&maker, error) &&
              spool_pour(&maker.spool, output->sink, error);
    FLAC__stream_encoder_delete(maker.encoder);
    for (unsigned i = 0; i < maker.block_count; i++)
        FLAC__metadata_object_delete(maker.blocks[i]);
    spool_close(&maker.spool);
    return ok;
}

bool found_in_flac(const char *path, struct found *found, struct nr_error *error)
{
    FLAC__StreamMetadata *tags;
    if (!FLAC__metadata_get_tags(path, &tags))
        return fail(error, NR_FAILED, "%s: no FLAC file with comments", path);
    const FLAC__StreamMetadata_VorbisComment *comments = &tags->data.vorbis_comment;
    for (FLAC__uint32 i = 0; i < comments->num_comments; i++)
        found_comment(found,
                      (struct str){(const char *)comments->comments[i].entry, comments->comments[i].length});
    FLAC__metadata_object_delete(tags);
    return true;
}
