/* What the user chose.  One table drives arguments, environment, config file, help and --print-config. */
#ifndef APP_OPTIONS_H
#define APP_OPTIONS_H

#include "arena.h"
#include "command.h"
#include "narrator/output.h"
#include "narrator/show.h"

#define OPTIONS_MAX 80

/* Where a value comes from; the higher wins. */
enum origin {
    ORIGIN_DEFAULT,
    ORIGIN_CONFIG,
    ORIGIN_CONFIG_COMMAND, /* "show.as = spoken" */
    ORIGIN_ENVIRONMENT,
    ORIGIN_FLAG
};

/* A value as written, and the place to blame for it. */
struct setting {
    enum origin origin;
    const char *place; /* "FILE:LINE", "NARRATE_RATE", "--rate" */
    const char *value;
};

enum progress_choice { PROGRESS_AUTO, PROGRESS_PLAIN, PROGRESS_NONE };

struct loudness {
    enum nr_loudness rule;
    double lufs;
};

struct options {
    struct nr_arena *arena;
    const struct command *command;
    const char **operands;
    size_t operand_count;
    struct setting settings[OPTIONS_MAX]; /* in the table's order */

    /* Filled through the table. */
    const char *output;             /* NULL: beside the article */
    const struct nr_format *format; /* NULL: from the output's name */
    const char *device;             /* NULL: the first that works */
    const char *voice;              /* NULL: the default */
    const char *locale;
    const char *engine; /* NULL: espeak-ng */
    const char *title;
    unsigned rate_wpm;     /* 0: the voice's */
    unsigned from;         /* enum nr_input */
    unsigned quotes;       /* enum nr_quotes */
    unsigned verbosity;    /* enum nr_verbosity */
    unsigned punctuation;  /* enum nr_punctuation */
    unsigned capitals;     /* enum nr_capitals */
    const char *rules_off; /* NULL: none */
    unsigned speak_roles;
    unsigned skip_roles;
    unsigned jobs; /* 0: the processors */
    struct loudness loudness;
    unsigned quality;           /* 0: good for speech */
    unsigned bitrate_kbps;      /* 0: as the quality has it */
    const char *cover;          /* NULL: the article's */
    const char *lexicons;       /* paths with ':' between; NULL: none */
    unsigned chapters;          /* enum nr_chapters */
    unsigned progress;          /* enum progress_choice */
    const struct nr_view *view; /* NULL: the first */
    const char *respelling;     /* NULL: say the text itself */
    const char *to;             /* NULL: the user's own lexicon */
    const char *sample;         /* NULL: no samples */
    const char *include;        /* comma lists of patterns; NULL: the usual files, none */
    const char *exclude;
    unsigned remake;        /* enum batch_remake; 0: the usual */
    unsigned timeout_s;     /* 0: as the article's length has it */
    const char *list_title; /* NULL: the folder's name */
    const char *feed;       /* NULL: no feed */
    const char *digest;     /* NULL: none */
    bool feed_public;
    bool watch;
    bool no_index;
    const char *log; /* NULL: none, here and below */
    const char *junit;
    const char *shard;
    bool merge;
    bool print0;
    bool dry_run;
    bool retry_failed;
    bool fail_fast;
    bool prune;
    unsigned pauses; /* percent; 0: 100 */
    const char *keys;
    const char *control; /* NULL: none */
    bool show_text;
    bool list;
    bool quiet;
    bool force;
    bool join;
    bool json;
    bool verify;
    bool stream;
    bool strict;
    bool any_page;
    bool print_config;
    bool help;
    bool version;
};

enum option_kind {
    OPTION_FLAG,
    OPTION_TEXT,
    OPTION_NUMBER,
    OPTION_FORMAT,
    OPTION_VIEW,
    OPTION_INPUT,
    OPTION_QUOTES,
    OPTION_VERBOSITY,
    OPTION_PUNCTUATION,
    OPTION_CAPITALS,
    OPTION_PROGRESS,
    OPTION_CHAPTERS,
    OPTION_LOUDNESS,
    OPTION_ROLES,
    OPTION_FILES,
    OPTION_REMAKE,
    OPTION_LIST,
    OPTION_RULES,
    OPTION_KIND_COUNT
};

struct option {
    const char *name;     /* long, without dashes */
    char letter;          /* 0: none */
    const char *argument; /* as help names it; NULL for flags */
    const char *help;
    const char *fallback; /* what --print-config shows when nothing is set */
    unsigned commands;    /* FOR_... bits */
    enum option_kind kind;
    size_t offset;  /* of its field in struct options */
    unsigned least; /* numbers only */
    unsigned most;
    bool line_only; /* stands on the command line alone */
};

/* The option at `index`, NULL past the last. */
const struct option *option_at(size_t index);

/* Finds an option by its long name; NULL if there is none.  Of several the first, which alone may stand in the
 * config: their commands differ, and all take an argument or none does. */
const struct option *option_find(struct str name);

/* The option of the same name that is the command's; NULL if there is none. */
const struct option *option_find_for(const struct option *option, const struct command *command);

/* Finds an option by its letter; NULL if there is none. */
const struct option *option_find_letter(char letter);

/* The option's permitted value at `index`, NULL past the last or when any value will do. */
const char *option_choice(const struct option *option, size_t index);

/* Where the option's value comes from. */
const struct setting *options_setting(const struct options *options, const char *name);

/* Sets an option from `setting` unless a higher origin has; checks the value in any case.
 * Fails with NR_USAGE, blaming the setting's place.  The setting's strings must outlive the options. */
bool options_set(struct options *options, const struct option *option, struct setting setting,
                 struct nr_error *error);

/* The library's settings for these options, with the helper and the data that belong to this program. */
struct nr_settings options_settings(const struct options *options);

#endif
