/* A block of a marked-up text while its parts come in: words, images, cells; and what the mark-up makes of it. */
#ifndef READ_LEAF_H
#define READ_LEAF_H

#include "draft.h"
#include "inline.h"

enum leaf_kind { LEAF_PARAGRAPH, LEAF_HEADING, LEAF_CODE, LEAF_ROW };

/* Where the block stands. */
enum leaf_place { LEAF_PAGE, LEAF_QUOTE, LEAF_ITEM, LEAF_FOOTNOTE };

/* A zeroed struct with draft and source is ready. */
struct leaf {
    struct draft *draft;
    struct str source;
    struct inline_text text;
    struct inline_text aside;
    struct buf lead; /* words that stand nowhere, to come before the next ones: "2. ", "Price: " */
    size_t reached;  /* end of the source text taken last */
    size_t first;    /* the block's index in the draft, unless asides came first */
    enum leaf_kind kind;
    unsigned level;  /* of a heading */
    unsigned asides; /* depth of what is open */
    unsigned emphases;
    unsigned strongs;
    bool begun;        /* there was text or an aside */
    bool text_first;   /* text before any aside */
    bool unemphasised; /* there was text outside emphasis */
    bool unstrong;
    bool figure;      /* a figcaption of HTML */
    bool numbered;    /* the item has a number */
    bool pictured;    /* the block before was an aside alone */
    bool has_heading; /* a headline was found */
    bool sectioned;   /* there was a crosshead */
    bool titled;      /* front matter named the title */
    size_t top;       /* the first block behind front matter */
};

/* Takes source bytes start..end as words. */
void leaf_copy(struct leaf *leaf, size_t start, size_t end);

/* Takes source bytes start..end as one character, white space included. */
void leaf_code(struct leaf *leaf, uint32_t code, size_t start, size_t end);

/* What is not of the sentence opens, such as the text of an image; closes, and becomes a block of its own. */
void leaf_open_aside(struct leaf *leaf);
void leaf_close_aside(struct leaf *leaf, struct markup markup);

/* Ends the block, if there is any text in it, and is ready for the next. */
void leaf_close(struct leaf *leaf, enum leaf_place place);

void leaf_free(struct leaf *leaf);

#endif
