/* recording -> files: audio with titled chapters and tags. */
#ifndef NARRATOR_OUTPUT_H
#define NARRATOR_OUTPUT_H

#include "narrator/recording.h"

struct nr_format; /* a container and its codec */

/* Finds a format by name ("ogg"); NULL if there is none. */
NR_API const struct nr_format *nr_format_find(const char *name);

/* Finds a format by a path's extension; NULL if it has none that is known. */
NR_API const struct nr_format *nr_format_of_path(const char *path);

/* The format's name, which is also its file extension. */
NR_API const char *nr_format_name(const struct nr_format *format);

/* The format at `index`, NULL past the last: for lists in help. */
NR_API const struct nr_format *nr_format_at(size_t index);

/* May `path` be written for `article`: it does not exist, or narrate made it from a source of that name.
 * Fails with NR_FAILED and says why not. */
NR_API bool nr_output_is_ours(const char *path, const struct nr_article *article, struct nr_error *error);

/* Can the format do what the settings ask of it, and can the cover be read: worth asking before hours of speech.
 * Fails with NR_USAGE. */
NR_API bool nr_output_check(const struct nr_format *format, const struct nr_settings *settings,
                            struct nr_error *error);

/* Writes the recording to `path`: a temporary file beside it, fsync, rename.  Nothing is left behind on failure.
 */
NR_API bool nr_write_recording(const struct nr_recording *recording, const struct nr_format *format,
                               const char *path, const struct nr_settings *settings, struct nr_error *error);

/* Writes the recording's bytes, the same as the file's, to an open descriptor. */
NR_API bool nr_write_recording_fd(const struct nr_recording *recording, const struct nr_format *format, int fd,
                                  const struct nr_settings *settings, struct nr_error *error);

/* Sound that is written while it is recorded: with the gain that the voice's profile tells, and without chapters.
 */
struct nr_stream;

/* Writes the start of a stream of the plan, spoken by `engine`, to `fd`.  *stream is the caller's, to drop; what
 * it is given must outlive it.  Fails with NR_USAGE when the format can't be streamed. */
NR_API bool nr_stream_open(const struct nr_plan *plan, const char *engine, const struct nr_format *format, int fd,
                           const struct nr_settings *settings, struct nr_stream **stream, struct nr_error *error);

/* Adds frames of the plan's rate, as they were spoken. */
NR_API bool nr_stream_add(struct nr_stream *stream, const int16_t *frames, size_t count, struct nr_error *error);

/* Writes the end; nothing may be added after that. */
NR_API bool nr_stream_end(struct nr_stream *stream, struct nr_error *error);

/* Frees the stream.  NULL is allowed. */
NR_API void nr_stream_drop(struct nr_stream *stream);

/* What is found in a file by decoding it. */
struct nr_proof {
    uint64_t bytes;
    double seconds;
    size_t chapters;
    size_t words;      /* of the plan's that are heard */
    double lufs;       /* EBU R128, integrated; -HUGE_VAL for silence */
    double peak_db;    /* below full scale */
    const char *wrong; /* in what it differs from the recording, in the article's arena; NULL: in nothing */
};

/* Decodes the file at `path`, which nr_write_recording() wrote with the same arguments, and compares duration,
 * chapters, loudness and each word with the recording.  Fails with NR_WORDS_LOST if it can't be decoded; a
 * difference is no failure. */
NR_API bool nr_prove_recording(const struct nr_recording *recording, const struct nr_format *format,
                               const char *path, const struct nr_settings *settings, struct nr_proof *proof,
                               struct nr_error *error);

/* Kinds of side files. */
enum nr_chapters {
    NR_CHAPTERS_NONE,
    NR_CHAPTERS_JSON, /* Podcasting 2.0 */
    NR_CHAPTERS_TXT   /* labels of Audacity */
};

/* Writes the recording's chapters, of a kind that is not NR_CHAPTERS_NONE, to `path`, as nr_write_recording(). */
NR_API bool nr_write_chapters(const struct nr_recording *recording, enum nr_chapters kind, const char *path,
                              struct nr_error *error);

#endif
