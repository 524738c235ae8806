/* What speaks: a table of engines, each one file.  All of it runs in the helper process. */
#ifndef SPEAK_ENGINE_H
#define SPEAK_ENGINE_H

#include "engine_guard.h"
#include "engine_sound.h"
#include "narrator/error.h"
#include "wire.h"

/* What one order may cost. */
struct engine_limits {
    unsigned processor_s;
    unsigned wall_ms;
    unsigned sound_s;
};

struct engine_about {
    char title[64]; /* "eSpeak NG 1.51" */
    unsigned sample_rate;
};

/* open() and close() run in the helper itself, the others in a child of it that speaks one order and ends:
 * espeak-ng's samples depend on what the process said before. */
struct engine {
    const char *name;
    struct engine_limits limits;
    bool (*open)(const struct wire_hello *hello, struct engine_about *about, struct nr_error *error);
    bool (*set_voice)(const struct wire_order *order, unsigned *sample_rate, struct nr_error *error);
    /* Puts pronunciations, as a wire_order has them, into the text; NULL: the engine takes none.  What makes no
     * sense is left as it is written. */
    void (*pronounce)(struct guarded *text, struct str pronunciations);
    /* Stops early when the sound is full. */
    bool (*speak)(const struct guarded *text, struct sound *sound, struct nr_error *error);
    /* Appends what speak(), which has been called for an order, would say of another text: the same for the same
     * sounds, the longer the more they are. */
    bool (*transcribe)(const struct guarded *text, struct buf *out);
    void (*close)(void);
};

extern const struct engine engine_espeak;
extern const struct engine engine_tone;
extern const struct engine engine_wild;
extern const struct engine engine_drop;

/* NULL if there is none of that name. */
const struct engine *engine_find(struct str name);

/* "NAME" or "NAME+VARIANT", of 1 to 30 and 1 to 16 of a-z, 0-9, '-' and '_'.  Whatever else could name a file
 * anywhere or overrun a buffer of the engine. */
bool engine_voice_is_plain(struct str voice);

/* The same of a variant alone. */
bool engine_variant_is_plain(struct str variant);

#endif
