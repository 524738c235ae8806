/* article -> plan: what will be said, by whom, with which pauses. */
#ifndef NARRATOR_PLAN_H
#define NARRATOR_PLAN_H

#include "narrator/voice.h"

/* Semiotic classes (Ebden and Sproat 2015): how a token's writing stands for words. */
enum nr_class {
    NR_CLASS_WORD,
    NR_CLASS_CARDINAL,
    NR_CLASS_ORDINAL,
    NR_CLASS_DECIMAL,
    NR_CLASS_PERCENT,
    NR_CLASS_MONEY,
    NR_CLASS_MEASURE,
    NR_CLASS_DATE,
    NR_CLASS_TIME,
    NR_CLASS_YEAR,
    NR_CLASS_DECADE,
    NR_CLASS_RANGE,
    NR_CLASS_SCORE,
    NR_CLASS_ROMAN,
    NR_CLASS_TITLE,
    NR_CLASS_ABBREVIATION,
    NR_CLASS_INITIALS,
    NR_CLASS_QUOTE,   /* a quotation mark that is said */
    NR_CLASS_FOREIGN, /* in another script */
    NR_CLASS_FRACTION,
    NR_CLASS_TELEPHONE,
    NR_CLASS_ELECTRONIC, /* an address of the net, a handle, an identifier */
    NR_CLASS_ADDRESS,
    NR_CLASS_CODE, /* letters and digits: "M25" */
    NR_CLASS_ACRONYM,
    NR_CLASS_MATH,
    NR_CLASS_SYMBOL,
    NR_CLASS_EMOJI,
    NR_CLASS_SILENT, /* a note's mark, markup: not said */
    NR_CLASS_COUNT
};

/* A written token and the words it became: bytes spoken_start..spoken_end of its utterance's text. */
struct nr_token {
    struct nr_span written; /* in the article's source */
    uint32_t spoken_start;
    uint32_t spoken_end;
    enum nr_class class;
    const char *rule;  /* the rule that changed it; NULL: spoken as written */
    const char *place; /* "FILE:LINE" of the lexicon's entry; NULL: no entry's */
};

/* One sentence, the unit of speech: recording, playback and retry take it whole. */
struct nr_utterance {
    const char *text;             /* UTF-8, NUL-terminated; what the engine gets */
    uint32_t length;              /* bytes, at most NR_UTTERANCE_BYTES_MAX */
    const struct nr_style *style; /* how it is spoken */
    uint32_t block;               /* index into the article's blocks */
    uint32_t written_start;       /* the sentence as written: bytes of its block's text */
    uint32_t written_end;
    uint32_t first_token;
    uint32_t token_count;
    uint32_t pause_after_ms;                       /* exact, already scaled by the rate */
    const struct nr_pronunciation *pronunciations; /* in order, apart */
    uint32_t pronunciation_count;
};

#define NR_UTTERANCE_BYTES_MAX 4096u

struct nr_chapter {
    const char *title; /* UTF-8, 1..120 characters */
    uint32_t first_utterance;
    bool inside; /* it belongs to the article whose chapter is the last one that is not inside */
};

struct nr_plan {
    const struct nr_article *article;
    const char *locale;   /* "en-GB"; "de" for a language that is spoken as written */
    unsigned sample_rate; /* frames a second of the recording */
    double loudness_lufs; /* of the voice, as its profile has it */
    const struct nr_utterance *utterances;
    size_t utterance_count;
    const struct nr_token *tokens;
    size_t token_count;
    const struct nr_chapter *chapters; /* the first starts at utterance 0 */
    size_t chapter_count;
    unsigned unspoken[NR_ROLE_COUNT]; /* blocks left out, by role */
};

/* Plans `article` as spoken by `voice`.  *plan lives in the article's arena.  Fails with NR_REFUSED
 * when nothing would be spoken, NR_USAGE on a locale that is not to be had. */
NR_API bool nr_plan_article(const struct nr_article *article, const struct nr_voice *voice,
                            const struct nr_settings *settings, const struct nr_plan **plan,
                            struct nr_error *error);

/* Makes one plan of several, at least one, and of their articles one, a chapter for each.  The new article, the
 * plan's, is the caller's, to free with nr_article_free(), which frees the others too; so they are even when this
 * fails, with NR_USAGE when their rates differ. */
NR_API bool nr_join_plans(const struct nr_plan *const *plans, size_t count, const struct nr_settings *settings,
                          const struct nr_plan **plan, struct nr_error *error);

/* A link of a sentence, and the tokens that are of it. */
struct nr_sentence_link {
    const struct nr_link *link;
    uint32_t first_token; /* of the plan's */
    uint32_t token_count;
};

/* Finds the link at `index` of those that the utterance's sentence holds, whole or in part; false past the last.
 */
NR_API bool nr_plan_link(const struct nr_plan *plan, size_t utterance, size_t index,
                         struct nr_sentence_link *found);

/* The name of a rule of reading, as in nr_token.rule and nr_settings.rules_off; NULL when there are no more. */
NR_API const char *nr_rule_name(size_t index);

/* The class's name, "cardinal". */
NR_API const char *nr_class_name(enum nr_class class);

#endif
