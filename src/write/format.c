#include "format.h"

#include "flac.h"
#include "mp3.h"
#include "oggopus.h"
#include "path.h"
#include "str.h"
#include "vorbis.h"
#include "wav.h"

static const struct nr_format formats[] = {
    /* Opus takes the lowest sounds away when it is told that it is given a voice. */
    {"ogg", true, 0, 0.8, vorbis_write, &vorbis_streaming, found_in_ogg},
    {"wav", false, 0, 0, wav_write, &wav_streaming, found_in_wav},
    {"opus", true, 0.4, 3, opus_write, &opus_streaming, found_in_ogg},
    {"flac", false, 0, 0, flac_write, NULL, found_in_flac},
    {"mp3", true, 0, 0.3, mp3_write, NULL, found_in_mp3},
};

#define FORMAT_COUNT (sizeof formats / sizeof formats[0])

const char *nr_format_name(const struct nr_format *format)
{
    return format->name;
}

const struct nr_format *nr_format_at(size_t index)
{
    return index < FORMAT_COUNT ? &formats[index] : NULL;
}

const struct nr_format *nr_format_of_path(const char *path)
{
    struct str extension = path_extension(path);
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        if (str_equal_caseless(extension, str_of(formats[i].name)))
            return &formats[i];
    return NULL;
}

const struct nr_format *nr_format_find(const char *name)
{
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        if (str_equal(str_of(name), str_of(formats[i].name)))
            return &formats[i];
    return NULL;
}
