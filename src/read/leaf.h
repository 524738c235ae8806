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
    struct inline_text alt; /* of the image being read */
    struct buf lead;        /* words that stand nowhere, to come before the next ones: "2. ", "Price: " */
    size_t reached;         /* end of the source text taken last */
    size_t first;           /* the block's index in the draft, unless images came first */
    enum leaf_kind kind;
    unsigned level;  /* of a heading */
    unsigned images; /* depth of what is open */
    unsigned emphases;
    unsigned strongs;
    bool begun;        /* there was text or an image */
    bool text_first;   /* text before any image */
    bool unemphasised; /* there was text outside emphasis */
    bool unstrong;
    bool figure;      /* a figcaption of HTML */
    bool numbered;    /* the item has a number */
    bool pictured;    /* the block before was an image alone */
    bool has_heading; /* a headline was found */
    bool titled;      /* front matter named the title */
    size_t top;       /* the first block behind front matter */
};

/* Takes source bytes start..end as words. */
void leaf_copy(struct leaf *leaf, size_t start, size_t end);

/* Takes source bytes start..end as one character, white space included. */
void leaf_code(struct leaf *leaf, uint32_t code, size_t start, size_t end);

/* An image opens, and its alternative text; closes. */
void leaf_open_image(struct leaf *leaf);
void leaf_close_image(struct leaf *leaf);

/* Ends the block, if there is any text in it, and is ready for the next. */
void leaf_close(struct leaf *leaf, enum leaf_place place);

void leaf_free(struct leaf *leaf);

#endif
