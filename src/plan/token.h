/* A sentence -> written tokens: runs without the white space and punctuation around them. */
#ifndef PLAN_TOKEN_H
#define PLAN_TOKEN_H

#include "str.h"

/* What a token is made of. */
enum shape {
    SHAPE_DIGIT = 1,           /* has a digit */
    SHAPE_CAPITAL = 2,         /* starts with a capital */
    SHAPE_STOP_INSIDE = 4,     /* has a '.' inside */
    SHAPE_STOP_BEHIND = 8,     /* a '.' follows at once */
    SHAPE_LETTER = 16,         /* has a letter */
    SHAPE_FOREIGN = 32,        /* has a letter of another script than Latin */
    SHAPE_SYMBOL = 64,         /* has a character that is no letter, digit or punctuation: "£", "+", "½" */
    SHAPE_MARKED = 128,        /* has one of "@ # _ / & '" or an apostrophe inside */
    SHAPE_EMOJI = 256,         /* is a row of emoji */
    SHAPE_BRACKETED = 1024,    /* a bracket opens right before it */
    SHAPE_COLON_BEHIND = 2048, /* a ':' follows at once */
    SHAPE_HUMPS = 4096,        /* has a capital behind its first letter, or a '_' */
    SHAPE_CAPITALS = 512       /* has no lower-case letter and at least one capital */
};

#define SHAPE_BITS 13

/* Bytes start..end of the text. */
struct token {
    size_t start;
    size_t end;
    unsigned shape;
};

/* No token is longer (bytes); a longer run becomes several. */
#define TOKEN_BYTES_MAX 240

/* Takes the next token that starts in *at..end of `text` and moves *at behind it; false when there is none.
 * A number is parted from the word that a hyphen ties to it: "12" "inch", "mid" "1980s". */
bool token_next(struct str text, size_t *at, size_t end, struct token *token);

#endif
