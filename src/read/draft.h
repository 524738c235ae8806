/* An article in the making: its blocks, and beside each the evidence for its role. */
#ifndef READ_DRAFT_H
#define READ_DRAFT_H

#include "feature.h"
#include "marker.h"
#include "pieces.h"

#include "narrator/article.h"

/* More paragraphs than this are no article; it bounds memory for hostile input. */
#define DRAFT_BLOCKS_MAX ((size_t)1 << 20)

/* Words of a block are counted up to here: past it a block is long, and that is all. */
#define EVIDENCE_WORDS_MAX 100

struct evidence {
    uint64_t features; /* FEATURE_BIT()s */
    uint16_t words;
    uint16_t number; /* of a numbered item */
    enum marker_kind marker;
    uint16_t roles;       /* NR_ROLE_BIT()s that the mark-up allows; 0: it says nothing */
    enum nr_role assumed; /* of those, unless the features speak for another */
    const char *markup;   /* what the mark-up was, for people */
};

/* What mark-up says of a block. */
struct markup {
    const char *why;
    enum nr_role role;
    unsigned others; /* NR_ROLE_BIT()s that the words may choose instead */
};

struct draft {
    struct nr_arena *arena;
    struct nr_notes *notes;             /* of the article; may be NULL in tests */
    const struct nr_settings *settings; /* the caller's */
    struct nr_block *blocks;
    struct evidence *evidence; /* one per block */
    size_t count;
    size_t blocks_capacity;
    size_t evidence_capacity;
    const char *language; /* BCP 47; NULL if the text does not state it */
    const char *site;     /* as in struct nr_article */
    const char *image;    /* as in struct nr_article */
    const char *url;      /* as in struct nr_article */
    const char *title;    /* stated beside the text; NULL: the headline is it, as for the next two */
    const char *byline;
    const char *date;
};

/* Appends the text traced, if any, as a block that began with `marker`. */
void draft_add(struct draft *draft, const struct tracing *tracing, struct marker marker);

/* Appends the text traced, if any, as a block that was marked up. */
void draft_add_marked(struct draft *draft, const struct tracing *tracing, struct markup markup);

/* Moves the last block to `index`. */
void draft_move_last(struct draft *draft, size_t index);

/* The text of block `index`. */
struct str draft_text(const struct draft *draft, size_t index);

/* Frees what is not in the arena. */
void draft_free(struct draft *draft);

#endif
