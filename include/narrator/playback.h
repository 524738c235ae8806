/* plan -> ears: speaks while it plays, and does what the listener's keys say. */
#ifndef NARRATOR_PLAYBACK_H
#define NARRATOR_PLAYBACK_H

#include "narrator/plan.h"

/* How to play.  A zeroed struct with descriptors of -1 is a valid choice of all defaults. */
struct nr_playback {
    const char *output;    /* "pulse", "alsa:DEVICE", "speechd", "file:PATH" ...; NULL: the first that works */
    const char *keys;      /* "KEY=COMMAND, ..." beyond the usual ones; NULL: none */
    const char *state_dir; /* keeps the places; NULL: nothing is kept */
    int keys_fd;           /* a terminal whose keys command; -1: none */
    int control_fd;        /* commands, a line each, answered on standard output; -1: none */
    unsigned pauses;       /* percent of their length; 0: 100 */
    bool show_text;        /* print each sentence as it starts */
};

/* Why an article is played no longer. */
enum nr_play_end {
    NR_PLAY_FINISHED, /* all of it was heard */
    NR_PLAY_NEXT,     /* the listener wants the next article, or the one before */
    NR_PLAY_PREVIOUS,
    NR_PLAY_QUIT
};

/* What is kept of an article that was played. */
struct nr_place {
    const char *path;
    const char *title; /* "" if it has none */
    const char *voice; /* the profile's name */
    unsigned rate_wpm;
    uint32_t sentence; /* counts from 1 */
    uint32_t sentence_count;
    unsigned percent;
    unsigned minutes_left;
    bool finished;
    uint64_t updated_ms; /* since 1970 */
};

/* Finds what is kept of `article`; its texts live in the article's arena.  False if nothing is. */
NR_API bool nr_place_find(const char *state_dir, const struct nr_article *article, struct nr_place *place);

/* Calls `each` for every place that is kept, the latest first. */
NR_API void nr_place_list(const char *state_dir, void (*each)(void *context, const struct nr_place *place),
                          void *context);

struct nr_player;

/* Starts the speaker, which gets ready while the caller reads and plans.  *player is the caller's.  Fails with
 * NR_USAGE on a key that does not exist, NR_FAILED if there is no speech. */
NR_API bool nr_player_open(const struct nr_playback *playback, const struct nr_settings *settings,
                           struct nr_player **player, struct nr_error *error);

/* Opens the sound output for voices of `sample_rate`, unless it is open for them, waits for the speaker, and takes
 * the terminal.  Fails with NR_USAGE on an output that does not exist, NR_FAILED if there is no sound. */
NR_API bool nr_player_ready(struct nr_player *player, unsigned sample_rate, struct nr_error *error);

/* Plays `plan`, made for `voice` with the player's settings and of the rate that the player is ready for, from
 * where it was left, at `rate_wpm` (up to 900; 0: the plan's).  Fails with NR_STOPPED on a signal, the place kept,
 * and NR_FAILED when sound or engine are gone for good. */
NR_API bool nr_player_play(struct nr_player *player, const struct nr_plan *plan, const struct nr_voice *voice,
                           unsigned rate_wpm, enum nr_play_end *end, struct nr_error *error);

/* Gives the terminal back and closes all.  NULL is allowed. */
NR_API void nr_player_close(struct nr_player *player);

/* A command of the listener's: its words, its usual keys ("" if it has none), what it does. */
struct nr_play_command {
    const char *words;
    const char *argument; /* what must follow the words, "WPM"; NULL: nothing */
    const char *keys;     /* with spaces between */
    const char *about;
};

/* The command at `index`, for lists in help; false past the last. */
NR_API bool nr_play_command_at(size_t index, struct nr_play_command *command);

#endif
