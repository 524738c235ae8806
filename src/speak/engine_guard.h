/* Makes any text safe to give to an engine: nothing in it commands the engine, and what is known to make
 * engines overrun their buffers is broken up.  Every code point that is left knows where it came from. */
#ifndef SPEAK_ENGINE_GUARD_H
#define SPEAK_ENGINE_GUARD_H

#include "buf.h"

/* A zeroed struct is empty. */
struct guarded {
    struct buf text;
    uint32_t *origins; /* per code point of the text: its byte offset in the text that was guarded */
    size_t count;
    size_t capacity;
    bool pronounceable; /* more than white space and punctuation */
    bool has_phonemes;  /* the engine's marks for them were put in */
    bool broken;        /* a run of text, not of punctuation, was too long for engines and has a space now */
};

/* `bare` drops apostrophes and dots too: engines fail at long runs of them. */
void guard_text(struct guarded *guarded, struct str text, bool bare);

void guard_free(struct guarded *guarded);

#endif
