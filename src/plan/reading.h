/* How an article is read: what is known of its language, and the reader's ways.  Fixed for the article. */
#ifndef PLAN_READING_H
#define PLAN_READING_H

#include "foreign.h"
#include "language.h"
#include "narrator/lexicon.h"
#include "spell.h"
#include "style.h"
#include "tongue.h"

struct reading {
    struct nr_arena *arena;
    const struct language *language; /* NULL: no rules, text is spoken as written */
    bool british;
    bool is_forced;     /* by the caller: no sentence is taken for another language of the same script */
    const char *locale; /* of the article: "en-GB" */
    const struct nr_lexicon *lexicon; /* NULL: none */
    const struct tongue *tongue;      /* the article's, when it is not the voice's own; else NULL */
    const struct speller *speller;
    struct romaniser *romaniser;
    struct styles *styles;
    enum nr_quotes quotes;
    enum nr_punctuation punctuation;
    enum nr_capitals capitals;
    const bool *rules_off; /* by the rule's index; NULL: none */
    bool keeps_case;       /* rules that are not classify's: off */
    bool keeps_gaps;
    bool keeps_scripts;
    bool ignores_lexicon;
    bool ignores_heteronyms;
    unsigned sentence_pause_ms;
    unsigned clause_pause_ms; /* where a sentence is too long for one utterance */
};

#endif
