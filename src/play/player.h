/* A player at work: what its parts share. */
#ifndef PLAY_PLAYER_H
#define PLAY_PLAYER_H

#include "deck.h"
#include "device.h"
#include "fetch.h"
#include "keeping.h"
#include "keymap.h"
#include "keys.h"
#include "tape.h"

struct feed;
struct speechd;

#define MODE_LEVELS 3
#define PLANS_MAX   27 /* MODE_LEVELS to the power of MODE_COUNT */

struct nr_player {
    struct nr_arena *arena; /* holds the choices' texts */
    struct nr_playback playback;
    struct nr_settings settings; /* with the modes that the listener chose */
    struct nr_settings given;    /* that plans are made with */
    struct nr_speaker *speaker;
    struct device device;
    const struct feed *feed; /* what makes it heard */
    struct speechd *speechd; /* NULL: our own sound */
    bool saying;             /* speech-dispatcher has a message */
    uint64_t next_ms;        /* when it gets the next one */
    unsigned sample_rate;

    /* The article being played. */
    const struct nr_plan *plan;
    const struct nr_plan *plans[PLANS_MAX]; /* by the modes; NULL: not made */
    const struct nr_voice *voice;
    unsigned plan_rate_wpm; /* that the plan's pauses were made for */
    struct fetch *fetch;
    struct deck deck;

    /* From the sounds to the device. */
    struct cursor cursor; /* what is written next */
    struct tape tape;
    uint32_t generation; /* of the sounds wanted: rises with each change of the rate */
    uint32_t heard_generation;
    bool seeking;        /* the cursor waits for the sound of deck.at */
    size_t fade;         /* frames of a soft start that are left */
    uint32_t started;    /* the sentence last heard to start; UINT32_MAX: none */
    uint64_t written_ms; /* when the device last got something */

    /* What is said between. */
    struct buf aside; /* a sentence a line */
    uint32_t aside_serial;
    uint32_t aside_count;       /* 0: nothing is being said */
    struct nr_unit_word *words; /* scratch, for the longest utterance */
    size_t word_capacity;

    /* What the listener does. */
    struct keymap *keymap;
    bool has_terminal;
    struct keys keys;
    uint64_t key_ms;              /* when the last bytes of keys came */
    bool describing;              /* the next key is told, not obeyed */
    const struct control *prompt; /* what is asked for its argument; NULL: nothing */
    struct buf prompted;
    bool prompt_played; /* it was playing before */
    struct buf line;    /* of --control, not whole yet */
    bool control_ended;
    bool leaving;
    unsigned volume; /* from article to article, and the next two */
    bool muted;
    unsigned pauses;

    /* What is kept, and what is lost. */
    struct keeping keeping;
    const char *output; /* what was opened */
    bool lost;          /* the device, just now */
    struct nr_error lost_why;
    uint64_t retry_ms;   /* when it is tried again */
    uint64_t give_up_ms; /* when no more */
};

uint64_t player_now_ms(void);

#endif
