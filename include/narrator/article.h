/* bytes -> article: what the author wrote, as blocks with a role, in reading order. */
#ifndef NARRATOR_ARTICLE_H
#define NARRATOR_ARTICLE_H

#include "narrator/error.h"
#include "narrator/settings.h"

enum nr_role {
    NR_HEADLINE,
    NR_SUMMARY, /* standfirst and bullet points under the headline */
    NR_BYLINE,
    NR_BODY,
    NR_CROSSHEAD,
    NR_QUOTE, /* block or pull quote */
    NR_LIST_ITEM,
    NR_CAPTION,
    NR_TABLE,
    NR_CODE,
    NR_BOILERPLATE,
    NR_ROLE_COUNT
};

#define NR_ROLE_BIT(role) (1u << (role))

/* No input is larger (bytes). */
#define NR_ARTICLE_BYTES_MAX ((size_t)64 << 20)

/* A half-open byte range of an article's source text. */
struct nr_span {
    size_t start;
    size_t end;
};

struct nr_arena;
struct nr_pieces;

/* One of the articles that were joined to one: bytes of its source, from there to the next part. */
struct nr_part {
    const char *name; /* as errors name it */
    size_t source_start;
};

/* Bytes start..end of a block's text lead to `url`: absolute where the page says where it was, else as written. */
struct nr_link {
    uint32_t start;
    uint32_t end;
    const char *url;
};

/* One paragraph, headline, list item ...  `text` is clean: NFC as written, white space runs
 * are one space, no bullet; `pieces` maps it back to the source. */
struct nr_block {
    enum nr_role role;
    const char *text; /* UTF-8, NUL-terminated */
    size_t length;    /* bytes */
    const struct nr_pieces *pieces;
    const char *why;             /* the evidence for the role, for people */
    const char *language;        /* BCP 47, of all of it; NULL: the article's, or not stated */
    const struct nr_link *links; /* in order, apart */
    size_t link_count;
};

/* Everything hangs on `arena`: the plan and the recording made of the article too. */
struct nr_article {
    struct nr_arena *arena;
    struct nr_notes *notes;
    const char *name;   /* as errors name it: a path or "-" */
    const char *path;   /* of its file; NULL: it was read from elsewhere */
    const char *id;     /* in the archive that it is from; NULL: none */
    const char *source; /* decoded UTF-8 without BOM; spans count its bytes */
    size_t source_length;
    const char *title;    /* never NULL; "" when there is none */
    const char *byline;   /* name alone; NULL if none */
    const char *date;     /* as written; NULL if none */
    const char *site;     /* who publishes it, "The Harbour Gazette"; NULL if not stated */
    const char *url;      /* where it was published; NULL if not stated */
    const char *image;    /* its lead image, a path or a URL as written; NULL if none */
    const char *language; /* BCP 47; NULL if not stated */
    const struct nr_block *blocks;
    size_t block_count;
    const struct nr_part *parts; /* NULL unless articles were joined */
    size_t part_count;
};

/* Reads an article from `bytes`; `name` is for messages and detection.  On success *article is the
 * caller's, to free with nr_article_free().  Fails with NR_REFUSED on what is no text or over a limit. */
NR_API bool nr_read_article(const char *name, const char *bytes, size_t length, const struct nr_settings *settings,
                            struct nr_article **article, struct nr_error *error);

/* Reads the file at `path` ("-" is standard input) and then as nr_read_article(). */
NR_API bool nr_read_article_file(const char *path, const struct nr_settings *settings, struct nr_article **article,
                                 struct nr_error *error);

/* Frees the article and all that was made of it.  NULL is allowed. */
NR_API void nr_article_free(struct nr_article *article);

/* The source bytes that bytes start..end of the block's text were made of. */
NR_API struct nr_span nr_block_span(const struct nr_block *block, size_t start, size_t end);

/* The role's name as users write it, "list-item". */
NR_API const char *nr_role_name(enum nr_role role);

/* Finds a role by name; false if there is none of that name. */
NR_API bool nr_role_find(const char *name, enum nr_role *role);

#endif
