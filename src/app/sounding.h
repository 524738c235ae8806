/* Does a pronunciation change what is heard?  The engine is asked: it speaks the word both ways. */
#ifndef APP_SOUNDING_H
#define APP_SOUNDING_H

#include "narrator/lexicon.h"

/* Remarks on the entries of the layer, and of higher ones, whose sound is the engine's own anyway.  Fails as
 * nr_speaker_next() does. */
bool sounding_check(const struct nr_lexicon *lexicon, enum nr_layer layer, const struct nr_settings *settings,
                    void (*each)(void *context, const struct nr_lexicon_remark *remark), void *context,
                    struct nr_error *error);

#endif
