/* The commands that `narrate` knows, in one table. */
#ifndef APP_COMMAND_H
#define APP_COMMAND_H

#include "narrator/error.h"
#include "str.h"

struct options;

/* Bits for the options table: which commands an option belongs to. */
enum {
    FOR_NARRATE = 1 << 0,
    FOR_SHOW = 1 << 1,
    FOR_NORMALISE = 1 << 2,
    FOR_VOICES = 1 << 3,
    FOR_SAY = 1 << 4,
    FOR_LEXICON = 1 << 5,
    FOR_BATCH = 1 << 6,
    FOR_PLAY = 1 << 7,
    FOR_ALL = FOR_PLAY | FOR_BATCH | FOR_NARRATE | FOR_SHOW | FOR_NORMALISE | FOR_VOICES | FOR_SAY | FOR_LEXICON
};

struct command {
    const char *name; /* "narrate" is the one without a word of its own */
    unsigned bit;
    const char *usage;
    const char *about;
    const char *examples; /* three lines; help starts with them */
    const char *operand;  /* what it works on, for messages; NULL: takes nothing, or can do without */
    size_t operands_max;
    bool (*run)(const struct options *options, struct nr_error *error);
};

/* The command at `index`, NULL past the last; the first is "narrate". */
const struct command *command_at(size_t index);

/* Finds a command by name; NULL if there is none. */
const struct command *command_find(struct str name);

/* Speaks articles while it plays them. */
bool command_play(const struct options *options, struct nr_error *error);

/* Turns each article into a recording. */
bool command_narrate(const struct options *options, struct nr_error *error);

/* Narrates a folder, or what a list names. */
bool command_batch(const struct options *options, struct nr_error *error);

/* Prints a view of one article. */
bool command_show(const struct options *options, struct nr_error *error);

/* A filter: a line in, its spoken form out. */
bool command_normalise(const struct options *options, struct nr_error *error);

/* Writes a phrase as it would be read. */
bool command_say(const struct options *options, struct nr_error *error);

/* Checks lexicons, adds to them, finds what an entry changes. */
bool command_lexicon(const struct options *options, struct nr_error *error);

/* Lists the voice profiles, or writes a sample of each. */
bool command_voices(const struct options *options, struct nr_error *error);

#endif
