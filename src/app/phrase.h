/* A phrase: a short text of no structure, played, or made into a file. */
#ifndef APP_PHRASE_H
#define APP_PHRASE_H

#include "output.h"

struct phrase {
    const char *name; /* in messages, and as the file's source */
    const char *text;
    const char *respelling; /* said instead, letter for letter, or phonemes between slashes; NULL: the text as it
                               would be read */
    const char *voice;      /* NULL: the default */
};

/* Speaks the phrase and writes it to `output`, whose path it prints. */
bool phrase_write(const struct phrase *phrase, const struct options *options, const struct output *output,
                  struct nr_error *error);

/* Speaks the phrase aloud. */
bool phrase_play(const struct phrase *phrase, const struct options *options, struct nr_error *error);

#endif
