#include "markdown.h"

#include "entity.h"
#include "fail.h"
#include "footnotes.h"
#include "front.h"
#include "leaf.h"
#include "memory.h"
#include "tables.h"
#include "tags.h"

#include <md4c.h>
#include <stdlib.h>

#define BYTES_MAX         ((size_t)16 << 20) /* md4c keeps up to 60 bytes for each */
#define COLUMNS_MAX       128                /* md4c fills up short rows: a wide and long table would take hours */
#define NUMBER_MAX        999999999u         /* CommonMark 5.2 */
#define STOPPED_BY_LIMITS (-1)               /* md4c goes on at others */

struct list {
    bool ordered;
    unsigned number; /* of the next item */
};

struct reader {
    struct leaf leaf;
    struct footnotes footnotes;
    struct tags tags;
    const char *input; /* what md4c reads: as long as the source */
    size_t skip_to;    /* end of a reference to a footnote */
    unsigned quotes;
    struct list *lists; /* that are open */
    size_t list_count;
    size_t list_capacity;
    const char **headers; /* of a small table; else NULL */
    unsigned column;
    bool html;
    bool in_header;
    bool in_footnote;
    bool wide_table;
};

static void close_leaf(struct reader *reader)
{
    leaf_close(&reader->leaf, reader->in_footnote  ? LEAF_FOOTNOTE
                              : reader->quotes     ? LEAF_QUOTE
                              : reader->list_count ? LEAF_ITEM
                                                   : LEAF_PAGE);
}

static void open_list(struct reader *reader, bool ordered, unsigned number)
{
    void *lists = reader->lists;
    memory_reserve(&lists, &reader->list_capacity, reader->list_count + 1, sizeof *reader->lists);
    reader->lists = lists;
    reader->lists[reader->list_count++] = (struct list){ordered, number};
}

static void open_item(struct reader *reader)
{
    struct list *list = &reader->lists[reader->list_count - 1];
    reader->leaf.numbered = list->ordered;
    if (list->ordered && list->number <= NUMBER_MAX)
        buf_printf(&reader->leaf.lead, "%u. ", list->number++);
}

static bool open_table(struct reader *reader, const MD_BLOCK_TABLE_DETAIL *table)
{
    bool small = table->col_count <= TABLE_SMALL_COLUMNS && table->body_row_count &&
                 table->body_row_count <= TABLE_SMALL_ROWS;
    reader->headers = NULL;
    if (small)
        reader->headers = arena_alloc(reader->leaf.draft->arena, TABLE_SMALL_COLUMNS * sizeof *reader->headers);
    reader->wide_table = table->col_count > COLUMNS_MAX;
    return !reader->wide_table;
}

/* Between two cells a pause; before a value of a small table what it is the value of. */
static void open_cell(struct reader *reader)
{
    struct leaf *leaf = &reader->leaf;
    const char *header = reader->headers && !reader->in_header ? reader->headers[reader->column] : NULL;
    buf_clear(&leaf->lead);
    if (leaf->text.tracing.text.length)
        buf_append(&leaf->lead, STR("; "));
    if (header && *header)
        buf_printf(&leaf->lead, "%s%s", header, str_ends(str_of(header), STR(":")) ? " " : ": ");
}

static void close_cell(struct reader *reader)
{
    struct leaf *leaf = &reader->leaf;
    if (reader->headers && reader->in_header) {
        reader->headers[reader->column] = arena_string(leaf->draft->arena, buf_str(&leaf->text.tracing.text));
        inline_clear(&leaf->text);
    }
    reader->column++;
}

static bool open_block(struct reader *reader, MD_BLOCKTYPE type, void *detail)
{
    struct leaf *leaf = &reader->leaf;
    switch (type) {
    case MD_BLOCK_QUOTE:
        reader->quotes++;
        break;
    case MD_BLOCK_UL:
        open_list(reader, false, 0);
        break;
    case MD_BLOCK_OL:
        open_list(reader, true, ((const MD_BLOCK_OL_DETAIL *)detail)->start);
        break;
    case MD_BLOCK_LI:
        open_item(reader);
        break;
    case MD_BLOCK_H:
        leaf->kind = LEAF_HEADING;
        leaf->level = ((const MD_BLOCK_H_DETAIL *)detail)->level;
        break;
    case MD_BLOCK_CODE:
        leaf->kind = LEAF_CODE;
        break;
    case MD_BLOCK_HTML:
        reader->tags = (struct tags){0};
        reader->html = true;
        break;
    case MD_BLOCK_TABLE:
        return open_table(reader, detail);
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
        reader->in_header = type == MD_BLOCK_THEAD;
        break;
    case MD_BLOCK_TR:
        leaf->kind = LEAF_ROW;
        reader->column = 0;
        break;
    default:
        break;
    }
    return true;
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *context)
{
    struct reader *reader = context;
    if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) {
        open_cell(reader);
        return 0;
    }
    if (reader->leaf.begun)
        close_leaf(reader);
    return open_block(reader, type, detail) ? 0 : STOPPED_BY_LIMITS;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *context)
{
    struct reader *reader = context;
    (void)detail;
    if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) {
        close_cell(reader);
        return 0;
    }
    close_leaf(reader);
    reader->html = false;
    reader->quotes -= type == MD_BLOCK_QUOTE;
    reader->list_count -= type == MD_BLOCK_UL || type == MD_BLOCK_OL;
    return reader->leaf.draft->count > DRAFT_BLOCKS_MAX ? STOPPED_BY_LIMITS : 0;
}

/* What is written in a sentence and is not of it. */
static const struct markup asides[] = {
    [MD_SPAN_IMG] = {.why = "text of an image", .role = NR_CAPTION},
    [MD_SPAN_DEL] = {.why = "struck out", .role = NR_BOILERPLATE},
};

/* Where a link leads, with its character references read. */
static const char *address_of(const MD_ATTRIBUTE *address, struct nr_arena *arena)
{
    struct buf text = {0};
    for (unsigned i = 0; address->size && address->substr_offsets[i] < address->size; i++) {
        struct str part = {address->text + address->substr_offsets[i],
                           address->substr_offsets[i + 1] - address->substr_offsets[i]};
        uint32_t code = address->substr_types[i] == MD_TEXT_ENTITY ? entity_code(part) : 0;
        if (code)
            buf_append_code(&text, code);
        else
            buf_append(&text, part);
    }
    const char *kept = text.length ? arena_string(arena, buf_str(&text)) : NULL;
    buf_free(&text);
    return kept;
}

static int enter_span(MD_SPANTYPE type, void *detail, void *context)
{
    struct leaf *leaf = &((struct reader *)context)->leaf;
    if (type == MD_SPAN_A && !leaf->asides)
        inline_open_link(&leaf->text, address_of(&((const MD_SPAN_A_DETAIL *)detail)->href, leaf->draft->arena));
    leaf->emphases += type == MD_SPAN_EM;
    leaf->strongs += type == MD_SPAN_STRONG;
    if (type == MD_SPAN_IMG || type == MD_SPAN_DEL)
        leaf_open_aside(leaf);
    return 0;
}

/* An image's title is one more caption; md4c gives it with the image, wherever it is written. */
static void take_title(struct reader *reader, const MD_ATTRIBUTE *title)
{
    struct leaf *leaf = &reader->leaf;
    size_t length = leaf->source.length, reached = leaf->reached;
    if (!title->text || title->text < reader->input || title->text + title->size > reader->input + length)
        return;
    size_t start = (size_t)(title->text - reader->input);
    leaf_open_aside(leaf);
    leaf_copy(leaf, start, start + title->size);
    leaf_close_aside(leaf, asides[MD_SPAN_IMG]);
    leaf->reached = reached;
}

/* The first image, unless front matter names one. */
static void take_image(struct draft *draft, const MD_ATTRIBUTE *path)
{
    if (!draft->image && path->size)
        draft->image = arena_string(draft->arena, (struct str){path->text, path->size});
}

static int leave_span(MD_SPANTYPE type, void *detail, void *context)
{
    struct reader *reader = context;
    struct leaf *leaf = &reader->leaf;
    leaf->emphases -= type == MD_SPAN_EM;
    leaf->strongs -= type == MD_SPAN_STRONG;
    if (type == MD_SPAN_A && !leaf->asides)
        inline_close_link(&leaf->text);
    if (type == MD_SPAN_IMG || type == MD_SPAN_DEL)
        leaf_close_aside(leaf, asides[type]);
    if (type == MD_SPAN_IMG)
        take_image(leaf->draft, &((const MD_SPAN_IMG_DETAIL *)detail)->src);
    if (type == MD_SPAN_IMG && !leaf->asides)
        take_title(reader, &((const MD_SPAN_IMG_DETAIL *)detail)->title);
    return 0;
}

/* Normal text; references to footnotes are not said. */
static void take_words(struct reader *reader, size_t start, size_t end)
{
    struct str source = reader->leaf.source;
    if (start < reader->skip_to)
        start = reader->skip_to < end ? reader->skip_to : end;
    for (size_t at = start; at < end; at++) {
        size_t length = source.at[at] == '[' && !reader->in_footnote
                            ? footnotes_reference(&reader->footnotes, str_slice(source, at, source.length))
                            : 0;
        if (!length)
            continue;
        leaf_copy(&reader->leaf, start, at);
        reader->skip_to = at + length;
        start = reader->skip_to < end ? reader->skip_to : end;
        at = start - 1;
    }
    if (start < end)
        leaf_copy(&reader->leaf, start, end);
}

static void take_entity(struct reader *reader, size_t start, size_t end)
{
    uint32_t code = entity_code(str_slice(reader->leaf.source, start, end));
    if (code)
        leaf_code(&reader->leaf, code, start, end);
    else
        leaf_copy(&reader->leaf, start, end);
}

/* md4c gives line ends and indents as text of its own: they stand where the text before ended. */
static void take_space(struct reader *reader)
{
    struct leaf *leaf = &reader->leaf;
    if (leaf->reached < leaf->source.length)
        inline_space(leaf->asides ? &leaf->aside : &leaf->text, leaf->reached, leaf->reached + 1);
}

/* In a block the text between the tags; in a line the tags alone. */
static void take_html(struct reader *reader, size_t start, size_t end)
{
    if (reader->html)
        tags_strip(&reader->tags, &reader->leaf, start, end);
    else if (str_starts_caseless(str_slice(reader->leaf.source, start, end), STR("<br")))
        leaf_code(&reader->leaf, '\n', start, end);
    else
        tags_link(&reader->leaf, str_slice(reader->leaf.source, start, end));
}

static int take_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *context)
{
    struct reader *reader = context;
    struct str source = reader->leaf.source;
    bool inside = text >= reader->input && text + size <= reader->input + source.length;
    size_t start = inside ? (size_t)(text - reader->input) : 0, end = start + size;
    if (!inside || type == MD_TEXT_BR || type == MD_TEXT_SOFTBR)
        take_space(reader);
    else if (type == MD_TEXT_NORMAL)
        take_words(reader, start, end);
    else if (type == MD_TEXT_ENTITY)
        take_entity(reader, start, end);
    else if (type == MD_TEXT_CODE)
        leaf_copy(&reader->leaf, start, end);
    else if (type == MD_TEXT_HTML)
        take_html(reader, start, end);
    return 0;
}

static const MD_PARSER parser = {
    .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS,
    .enter_block = enter_block,
    .leave_block = leave_block,
    .enter_span = enter_span,
    .leave_span = leave_span,
    .text = take_text,
};

static bool parse(struct reader *reader, const char *name, size_t start, size_t end, struct nr_error *error)
{
    size_t most = DRAFT_BLOCKS_MAX;
    if (!md_parse(reader->input + start, (MD_SIZE)(end - start), &parser, reader))
        return true;
    if (reader->wide_table)
        return fail_limit(error, "%s: a table has more than %d columns; leave it out", name, COLUMNS_MAX);
    if (reader->leaf.draft->count > most)
        return fail_limit(error, "%s: more than %zu paragraphs; split it into articles", name, most);
    return fail(error, NR_FAILED, "%s: the Markdown parser gave up; try --from text", name);
}

static bool parse_all(struct reader *reader, const char *name, char *copy, struct nr_error *error)
{
    struct str source = reader->leaf.source;
    struct draft *draft = reader->leaf.draft;
    size_t start = front_read(draft, source);
    reader->leaf.top = draft->count;
    reader->leaf.titled = draft->count && draft->evidence[0].assumed == NR_HEADLINE;
    footnotes_find(&reader->footnotes, source, copy);
    reader->input = copy;
    bool done = parse(reader, name, start, source.length, error);
    if (draft->count && !reader->leaf.titled && !reader->leaf.has_heading && draft->evidence[0].assumed == NR_BODY)
        draft->evidence[0].roles |= NR_ROLE_BIT(NR_HEADLINE);
    footnotes_by_place(&reader->footnotes);
    reader->in_footnote = true;
    reader->input = source.at;
    for (size_t i = 0; done && i < reader->footnotes.count; i++) {
        struct str text = reader->footnotes.all[i].text;
        size_t at = (size_t)(text.at - source.at);
        reader->leaf.reached = at;
        done = parse(reader, name, at, at + text.length, error);
    }
    return done;
}

bool markdown_read(struct draft *draft, const char *name, struct str source, struct nr_error *error)
{
    struct reader reader = {.leaf = {.draft = draft, .source = source}};
    if (source.length > BYTES_MAX)
        return fail_limit(error, "%s: more than %zu MiB of Markdown; split it, or try --from text", name,
                          BYTES_MAX >> 20);
    char *copy = memory_alloc(source.length + 1);
    for (size_t i = 0; i < source.length; i++)
        copy[i] = source.at[i];
    bool done = parse_all(&reader, name, copy, error);
    leaf_free(&reader.leaf);
    footnotes_free(&reader.footnotes);
    free(reader.lists);
    free(copy);
    return done;
}
