/* plan -> ears: speaks while it plays, and does what the listener's keys say. */
#ifndef NARRATOR_PLAYBACK_H
#define NARRATOR_PLAYBACK_H

#include "narrator/plan.h"

/* How to play.  A zeroed struct with descriptors of -1 is a valid choice of all defaults. */
struct nr_playback {
    const char *output;    /* "pulse", "alsa:DEVICE", "file:PATH" ...; NULL: the first that works */
    const char *keys;      /* "KEY=COMMAND, ..." beyond the usual ones; NULL: none */
    const char *state_dir; /* keeps the places; NULL: nothing is kept */
    int keys_fd;           /* a terminal whose keys command; -1: none */
    int control_fd;        /* commands, a line each, answered on standard output; -1: none */
    unsigned pauses;       /* percent of their length; 0: 100 */
    unsigned rate_wpm;     /* up to 900; 0: as the place or the plan has it */
    bool show_text;        /* print each sentence as it starts */
};

/* Why an article is played no longer. */
enum nr_play_end {
    NR_PLAY_FINISHED, /* all of it was heard */
    NR_PLAY_NEXT,     /* the listener wants the next article, or the one before */
    NR_PLAY_PREVIOUS,
    NR_PLAY_QUIT
};

struct nr_player;

/* Opens the sound output and the speaker for voices of `sample_rate`, and takes the terminal.  *player is the
 * caller's.  Fails with NR_USAGE on an output or key that does not exist, NR_FAILED if there is no sound. */
NR_API bool nr_player_open(const struct nr_playback *playback, const struct nr_settings *settings,
                           unsigned sample_rate, struct nr_player **player, struct nr_error *error);

/* Plays `plan`, made for `voice`, from where it was left.  Fails with NR_STOPPED on a signal, the place kept, and
 * NR_FAILED when sound or engine are gone for good. */
NR_API bool nr_player_play(struct nr_player *player, const struct nr_plan *plan, const struct nr_voice *voice,
                           enum nr_play_end *end, struct nr_error *error);

/* Gives the terminal back and closes all.  NULL is allowed. */
NR_API void nr_player_close(struct nr_player *player);

/* The sound output at `index` and what it is, for help; NULL past the last. */
NR_API const char *nr_play_output_at(size_t index, const char **about);

#endif
