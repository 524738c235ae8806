/* The first frame says how long the sound is, so the frames are made in a spool: a pipe gets them complete. */
#include "mp3.h"

#include "fail.h"
#include "id3.h"
#include "pour.h"
#include "spool.h"

#include <sndfile.h>
#include <stdio.h>

#define QUALITY 5u /* of 10: LAME's -V 5, 65 kb/s for speech */

/* What libsndfile means by its modes. */
enum { MODE_CONSTANT, MODE_AVERAGE, MODE_VARIABLE };

static sf_count_t length(void *spool)
{
    return spool_length(spool);
}

static sf_count_t seek(sf_count_t offset, int whence, void *context)
{
    struct spool *spool = context;
    off_t from = whence == SEEK_CUR ? spool->at : whence == SEEK_END ? spool_length(spool) : 0;
    return spool->at = from + offset;
}

static sf_count_t get(void *bytes, sf_count_t count, void *spool)
{
    return (sf_count_t)spool_get(spool, bytes, (size_t)count);
}

static sf_count_t put(const void *bytes, sf_count_t count, void *spool)
{
    return spool_put(spool, bytes, (size_t)count) ? count : 0;
}

static sf_count_t tell(void *spool)
{
    return ((struct spool *)spool)->at;
}

struct maker {
    const struct output *output;
    SNDFILE *file;
};

static bool encode(void *context, const int16_t *frames, size_t count, struct nr_error *error)
{
    const struct maker *maker = context;
    return sf_writef_short(maker->file, frames, (sf_count_t)count) == (sf_count_t)count ||
           spool_fail(maker->output->sink, error);
}

/* Layer III has bitrates from 32 to 320 kb/s, at half the rate (MPEG-2) from 8 to 160, at a quarter to 64;
 * libsndfile takes the place between them, the highest first. */
static double place_of_bitrate(unsigned kbps, unsigned rate)
{
    double least = rate >= 32000 ? 32 : 8;
    double most = rate >= 32000 ? 320 : rate >= 16000 ? 160 : 64;
    double place = (most - kbps) / (most - least);
    return place < 0 ? 0 : place > 1 ? 1 : place;
}

static void set_quality(const struct maker *maker)
{
    const struct nr_settings *settings = maker->output->settings;
    unsigned quality = settings->quality ? settings->quality : QUALITY;
    int mode = settings->bitrate_kbps ? MODE_AVERAGE : MODE_VARIABLE;
    double place = settings->bitrate_kbps
                       ? place_of_bitrate(settings->bitrate_kbps, maker->output->recording->sample_rate)
                       : (10.0 - quality) / 10;
    sf_command(maker->file, SFC_SET_BITRATE_MODE, &mode, sizeof mode);
    sf_command(maker->file, SFC_SET_COMPRESSION_LEVEL, &place, sizeof place);
}

static bool encode_all(const struct output *output, struct spool *spool, struct nr_error *error)
{
    static const SF_VIRTUAL_IO on_spool = {length, seek, get, put, tell};
    SF_VIRTUAL_IO io = on_spool;
    SF_INFO info = {.samplerate = (int)output->recording->sample_rate,
                    .channels = 1,
                    .format = SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III};
    struct maker maker = {output, sf_open_virtual(&io, SFM_WRITE, &info, spool)};
    if (!maker.file)
        return fail(error, NR_FAILED, "%s: MP3 can't do %d frames a second; use ogg", output->sink->name,
                    info.samplerate);
    set_quality(&maker);
    bool ok = pour_all(output, &(struct pour_to){encode, &maker}, error);
    if (output->recording->frame_count == 0) /* without any frame it would be no MP3 to its readers */
        ok = ok && encode(&maker, &(int16_t){0}, 1, error);
    return (sf_close(maker.file) == 0 || spool_fail(output->sink, error)) && ok;
}

static bool write_tag(const struct output *output, struct nr_error *error)
{
    struct buf tag = {0};
    id3_append(&tag, output);
    bool ok = sink_write(output->sink, tag.at, tag.length, error);
    buf_free(&tag);
    return ok;
}

bool mp3_write(const struct output *output, struct nr_error *error)
{
    struct spool spool;
    bool ok = spool_open(&spool, output->sink, error) && encode_all(output, &spool, error) &&
              write_tag(output, error) && spool_pour(&spool, output->sink, error);
    spool_close(&spool);
    return ok;
}
