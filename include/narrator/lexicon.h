/* Lexicons: how words and names are said that the engine reads wrong.  File format: docs/lexicon.md. */
#ifndef NARRATOR_LEXICON_H
#define NARRATOR_LEXICON_H

#include "narrator/voice.h"

/* Where an entry stands; the higher wins. */
enum nr_layer { NR_LAYER_SYSTEM, NR_LAYER_USER, NR_LAYER_ARTICLE, NR_LAYER_GIVEN };

/* One line of a lexicon. */
struct nr_lexicon_entry {
    const char *written;
    const char *spoken;   /* the words that are said instead; NULL: phonemes are */
    const char *phonemes; /* mnemonics of espeak-ng, for English; NULL: words are said */
    const char *locale;   /* "en-GB" or "en"; NULL: any */
    const char *after;    /* "in|near": it holds behind one of these words; NULL: behind any */
    const char *before;   /* the same of the word that follows */
    bool exact;           /* only as written: no other case, no plural, no possessive */
    enum nr_layer layer;
    const char *path; /* of its file */
    const char *name; /* the same, short: for people */
    size_t line;
};

struct nr_lexicon_index;

struct nr_lexicon {
    struct nr_arena *arena;
    const struct nr_lexicon_entry *entries; /* by layer, then file, then line */
    size_t count;
    const struct nr_lexicon_index *index;
};

/* The longest phrase at a word of a text, and the entry for it. */
struct nr_lexicon_match {
    const struct nr_lexicon_entry *entry;
    size_t stem_end; /* behind what the entry writes */
    size_t end;      /* behind its plural or possessive ending too */
};

/* A remark on an entry, for nr_lexicon_check(). */
struct nr_lexicon_remark {
    const struct nr_lexicon_entry *entry;
    const struct nr_lexicon_entry *other; /* the one that it clashes with; NULL: none */
    const char *what;
    bool is_wrong; /* else it is only worth knowing */
};

/* Loads all layers: data_dir/voices, user_dir/voices, beside the article at `article_path` (NULL: none), then
 * settings->lexicons.  *lexicon is the caller's.  Fails with NR_FAILED at FILE:LINE:COL. */
NR_API bool nr_lexicon_load(const char *article_path, const struct nr_settings *settings,
                            struct nr_lexicon **lexicon, struct nr_error *error);

/* Calls `each` with a message, "FILE:LINE:COL: what", for every line of the file that is no entry.  Fails if it
 * can't be read. */
NR_API bool nr_lexicon_mistakes(const char *path, void (*each)(void *context, const char *message), void *context,
                                struct nr_error *error);

/* Reads one file's text; `name` is for messages.  As nr_lexicon_load(). */
NR_API bool nr_lexicon_parse(const char *name, const char *text, size_t length, struct nr_lexicon **lexicon,
                             struct nr_error *error);

/* Frees a lexicon.  NULL is allowed. */
NR_API void nr_lexicon_free(struct nr_lexicon *lexicon);

/* The path of the lexicon beside an article, "storm.lexicon" for "storm.txt"; to free(). */
NR_API char *nr_lexicon_beside(const char *article_path);

/* Finds the longest phrase that starts at byte `at` of `text`, where a word starts, and whose entry holds there.
 * `locale` is the text's.  False: there is none. */
NR_API bool nr_lexicon_match(const struct nr_lexicon *lexicon, const char *locale, const char *text, size_t length,
                             size_t at, struct nr_lexicon_match *match);

/* Calls `each` for entries that never hold because of others, or say what is written anyway. */
NR_API void nr_lexicon_check(const struct nr_lexicon *lexicon,
                             void (*each)(void *context, const struct nr_lexicon_remark *remark), void *context);

/* Are these mnemonics that espeak-ng knows in English, as many as it can take?  False: *wrong is the byte where
 * they stop being so, *why what is wrong. */
NR_API bool nr_phonemes_check(const char *phonemes, size_t *wrong, const char **why);

#endif
