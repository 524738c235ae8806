/* One output: may it be written, the writing, and what is told of it. */
#ifndef APP_OUTPUT_H
#define APP_OUTPUT_H

#include "outputs.h"

/* May the output be made of `article`?  Asked before anything is spoken. */
bool output_may_write(const struct options *options, const struct nr_article *article, const struct output *output,
                      struct nr_error *error);

/* Writes the recording to its file or to standard output, and the side file that was asked for. */
bool output_write(const struct options *options, const struct output *output, const struct nr_recording *recording,
                  const struct nr_settings *settings, struct nr_error *error);

/* Prints the file's path unless a receipt tells it, and what of the article is not heard in it.  Fails with
 * NR_WORDS_LOST when words are missing, which undoes nothing. */
bool output_tell(const struct options *options, const struct output *output, const struct nr_recording *recording,
                 struct nr_error *error);

#endif
