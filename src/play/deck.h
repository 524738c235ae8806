/* What the listener commands, and what becomes of it: no sound, no files, no clock of its own. */
#ifndef PLAY_DECK_H
#define PLAY_DECK_H

#include "buf.h"
#include "narrator/playback.h"
#include "spot.h"
#include "words.h"

#define DECK_RATE_MIN      80u
#define DECK_RATE_MAX      900u
#define DECK_VOLUME_MAX    140u
#define DECK_PAUSES_MIN    10u
#define DECK_PAUSES_MAX    400u
#define DECK_BOOKMARKS_MAX 64

/* What is left to do for who plays. */
enum effect {
    EFFECT_MOVE = 1 << 0,      /* go on at deck.at, now */
    EFFECT_RATE = 1 << 1,      /* go on in the current word at another rate */
    EFFECT_LEVEL = 1 << 2,     /* go on where we are at another volume */
    EFFECT_HOLD = 1 << 3,      /* be silent, now */
    EFFECT_SAY = 1 << 4,       /* say deck.say, then go on */
    EFFECT_SHOW = 1 << 5,      /* print deck.show */
    EFFECT_KEEP = 1 << 6,      /* what is kept of the article has changed */
    EFFECT_NOTE = 1 << 7,      /* note the current word for correction */
    EFFECT_LEAVE = 1 << 8,     /* deck.end says where to */
    EFFECT_NONE = 1 << 9,      /* it changed nothing; deck.say says why */
    EFFECT_WRONG = 1 << 10,    /* it makes no sense; deck.say says why */
    EFFECT_DESCRIBE = 1 << 11, /* the next key is told, not obeyed */
    EFFECT_LINKS = 1 << 12,    /* the sentence's links are the answer */
    EFFECT_MODES = 1 << 13     /* go on with a plan for deck.modes */
};

/* Reading modes; what they may be, and what that is called, is a table of deck_modes.c. */
enum mode { MODE_VERBOSITY, MODE_PUNCTUATION, MODE_CAPITALS, MODE_COUNT };

struct control;

struct deck {
    const struct nr_plan *plan;
    const struct nr_voice *voice;
    const char *(*keys_of)(void *context, const struct control *control); /* NULL: the usual ones */
    void *keys_context;
    struct spot at;       /* where reading is; the player keeps it up to date */
    uint64_t sentence_ms; /* of the sentence, heard */
    uint64_t now_ms;
    bool playing;
    uint64_t paused_ms; /* when it was paused */
    unsigned rate_wpm;
    unsigned usual_rate_wpm;
    unsigned volume; /* percent */
    bool muted;
    unsigned pauses;                        /* percent of their length */
    unsigned modes[MODE_COUNT];             /* enum nr_verbosity, nr_punctuation, nr_capitals */
    uint32_t bookmarks[DECK_BOOKMARKS_MAX]; /* utterances, rising */
    size_t bookmark_count;
    struct spot spelled; /* the word that was spelled last */
    unsigned spelled_times;
    uint32_t lined; /* the block whose lines are told */
    uint32_t line;  /* the next one */
    bool forget;    /* leave without keeping the place */
    struct buf say; /* a sentence a line */
    struct buf show;
    enum nr_play_end end;
};

/* A command: what a key, a line of --control, a config file can ask for. */
struct control {
    const char *words;    /* "next sentence" */
    const char *keys;     /* that do it unless the listener chose others; names with spaces between */
    const char *argument; /* "WPM"; NULL: takes none */
    enum words ask;       /* the question for the argument */
    const char *about;    /* one line, spoken and shown */
    unsigned (*run)(struct deck *deck, struct str argument); /* effects */
};

/* The command at `index`, NULL past the last. */
const struct control *control_at(size_t index);

/* Finds the command that `line` starts with, the longest; *argument is the rest.  NULL if there is none. */
const struct control *control_find(struct str line, struct str *argument);

/* The name of what a mode is, "most"; NULL: there is no such level. */
const char *deck_level(enum mode mode, unsigned level);

/* Minutes that the rest takes at the present rate, rounded. */
unsigned deck_minutes_left(const struct deck *deck);

/* Does it, and returns its effects. */
unsigned deck_do(struct deck *deck, const struct control *control, struct str argument);

#endif
