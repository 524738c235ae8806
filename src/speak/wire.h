/* The language between the library and the speech helper, and between the helper and its children: frames of
 * a type, a length and a payload.  Numbers are in host order, for both ends run on one machine.  Neither end
 * believes the other: whatever does not decode in full is WIRE_BAD. */
#ifndef SPEAK_WIRE_H
#define SPEAK_WIRE_H

#include "buf.h"

#define WIRE_VERSION 5u

/* No payload is longer: an event for every byte of the longest order would fit. */
#define WIRE_PAYLOAD_MAX ((size_t)8 << 20)
#define WIRE_HEADER_SIZE ((size_t)8)

/* The helper's open file for frames, which is the library's too.  It has slots: an order tells which one its
 * frames go to, and it is that order's until the library has taken what became of it. */
#define WIRE_SOUND_FD   3
#define WIRE_FRAMES_MAX ((size_t)6 << 20) /* two minutes at 48000 a second */
#define WIRE_SLOT_BYTES (WIRE_FRAMES_MAX * sizeof(int16_t))
#define WIRE_SLOTS_MAX  1024u

#define WIRE_VARIANTS 2

enum wire_type {
    WIRE_HELLO = 1, /* library: how to work; always first */
    WIRE_READY,     /* helper: the answer to a hello */
    WIRE_REFUSAL,   /* helper: the other answer to a hello */
    WIRE_ORDER,     /* library: speak this */
    WIRE_CANCEL,    /* library: forget all orders so far */
    WIRE_SOUND      /* helper: what became of an order; also of a child to the helper, where the last one counts */
};

/* The numbers of a message come first, its texts last: the layout table in wire.c relies on it. */
struct wire_hello {
    uint32_t version;
    uint32_t jobs; /* orders spoken at a time */
    struct str engine;
    struct str variants[WIRE_VARIANTS]; /* folders of voice variants, the first wins; "": none */
};

struct wire_ready {
    uint32_t version;
    uint32_t sample_rate;
    uint32_t order_ms; /* no order takes longer */
    struct str engine; /* its name and version */
};

struct wire_refusal {
    uint32_t status; /* an enum nr_status */
    struct str why;
};

struct wire_order {
    uint32_t id;
    uint32_t rate_wpm;
    uint32_t pitch;
    uint32_t range;
    uint32_t volume;
    uint32_t bare; /* 1: without the marks that upset engines */
    uint32_t slot;
    struct str voice;
    struct str text;
    struct str pronunciations; /* use wire_take_pronunciation() */
    struct str words;          /* in order; use wire_word_at() */
};

/* Bytes start..end of an order's text. */
struct wire_word {
    uint32_t start;
    uint32_t end;
};

/* Bytes start..end of an order's text are said as `phonemes`. */
struct wire_pronunciation {
    uint32_t start;
    uint32_t end;
    struct str phonemes;
};

enum wire_outcome {
    WIRE_SPOKEN,
    WIRE_DIED,     /* see why; another try may help */
    WIRE_HUNG,     /* died of its time limit: every other try may take as long */
    WIRE_TOO_LONG, /* the sound would be; part of it would not */
    WIRE_NO_VOICE  /* the engine does not have the order's voice */
};

/* A word starts: byte `offset` of the order's text, `frame` of its sound. */
struct wire_event {
    uint32_t offset;
    uint32_t frame;
};

struct wire_sound {
    uint32_t id;
    uint32_t outcome;
    uint32_t sample_rate;
    uint32_t frame_count; /* int16_t each, in the order's slot */
    struct str why;
    struct str said;   /* indexes, uint32_t each, of words that were spoken though no event names them */
    struct str events; /* use wire_event_at() */
};

struct wire_message {
    enum wire_type type;
    union {
        struct wire_hello hello;
        struct wire_ready ready;
        struct wire_refusal refusal;
        struct wire_order order;
        struct wire_sound sound;
    };
};

enum wire_state {
    WIRE_MORE, /* no whole message yet */
    WIRE_WHOLE,
    WIRE_BAD /* not of this language; nothing that follows can be trusted */
};

size_t wire_word_count(const struct wire_order *order);
struct wire_word wire_word_at(const struct wire_order *order, size_t index);

bool wire_is_said(const struct wire_sound *sound, size_t word);

size_t wire_event_count(const struct wire_sound *sound);
struct wire_event wire_event_at(const struct wire_sound *sound, size_t index);

/* Appends one to the pronunciations of an order. */
void wire_put_pronunciation(struct buf *out, const struct wire_pronunciation *pronunciation);

/* Takes one off an order's; false at their end or when they make no sense. */
bool wire_take_pronunciation(struct str *bytes, struct wire_pronunciation *pronunciation);

/* Appends the message as a frame. */
void wire_put(struct buf *out, const struct wire_message *message);

/* Takes one message off *bytes; its texts are views of them. */
enum wire_state wire_take(struct str *bytes, struct wire_message *message);

#endif
