#include "html_parse.h"

#include "entity.h"
#include "fail.h"
#include "memory.h"
#include "utf8.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <libxml/uri.h>
#include <string.h>

/* A closing tag is looked for in all open elements, so that these two bound the time (depth x errors). */
#define DEPTH_MAX  1000
#define ERRORS_MAX ((size_t)1 << 20)
#define NODES_MAX  ((size_t)1 << 20)

#define VALUE_BYTES_MAX     ((size_t)16 << 10)
#define CODE_BYTES_MAX      8  /* of what a reference stands for: some are two characters */
#define REFERENCE_BYTES_MAX 40 /* "&CounterClockwiseContourIntegral;" */

enum limit { LIMIT_NONE, LIMIT_DEPTH, LIMIT_NODES, LIMIT_ERRORS };

struct parser {
    htmlParserCtxtPtr context;
    struct html_tree *tree;
    uint32_t open;  /* the element that takes what comes */
    uint32_t depth; /* of it */
    size_t reached; /* source bytes that are known to be done with */
    size_t errors;
    enum limit limit;
};

static size_t position(const struct parser *parser)
{
    long at = xmlByteConsumed(parser->context);
    size_t length = parser->tree->source.length;
    return at < 0 ? 0 : (size_t)at < length ? (size_t)at : length;
}

static void stop(struct parser *parser, enum limit limit)
{
    if (parser->limit)
        return;
    parser->limit = limit;
    xmlStopParser(parser->context);
}

static struct html_node *add_node(struct parser *parser, enum html_tag tag)
{
    struct html_tree *tree = parser->tree;
    void *nodes = tree->nodes;
    memory_reserve(&nodes, &tree->capacity, tree->count + 1, sizeof *tree->nodes);
    tree->nodes = nodes;
    if (tree->count >= NODES_MAX)
        stop(parser, LIMIT_NODES);
    struct html_node *node = &tree->nodes[tree->count++];
    *node = (struct html_node){.tag = tag, .parent = parser->open, .end = (uint32_t)tree->count};
    return node;
}

/* Where the value of the attribute stands between the tag's "<" and its end, without its quotes. */
static void locate(struct str source, size_t start, size_t end, const char *name, struct html_value *value)
{
    struct str wanted = str_of(name), tag = str_slice(source, 0, end);
    for (size_t at = start; at + wanted.length + 1 < end; at++) {
        if (!strchr(" \t\r\n\"'/", source.at[at]) || !str_starts_caseless(str_slice(tag, at + 1, end), wanted))
            continue;
        size_t from = at + 1 + wanted.length;
        while (from < end && strchr(" \t\r\n", source.at[from]))
            from++;
        if (from >= end || source.at[from++] != '=')
            continue;
        while (from < end && strchr(" \t\r\n", source.at[from]))
            from++;
        bool quoted = from < end && (source.at[from] == '"' || source.at[from] == '\'');
        size_t to = from + quoted;
        while (to < end && (quoted ? source.at[to] != source.at[from] : !strchr(" \t\r\n>", source.at[to])))
            to++;
        value->start = (uint32_t)(from + quoted);
        value->end = (uint32_t)to;
        return;
    }
}

static void add_value(struct parser *parser, const char *name, const char *text, size_t tag_start, size_t tag_end)
{
    struct html_tree *tree = parser->tree;
    enum html_attribute attribute = html_attribute_of(name);
    if (attribute == HTML_NO_ATTRIBUTE)
        return;
    void *values = tree->values;
    memory_reserve(&values, &tree->value_capacity, tree->value_count + 1, sizeof *tree->values);
    tree->values = values;
    struct str value = str_slice(str_of(text), 0, VALUE_BYTES_MAX);
    while (value.length && text[value.length] && ((unsigned char)text[value.length] & 0xC0) == 0x80)
        value.length--;
    struct html_value *added = &tree->values[tree->value_count++];
    *added = (struct html_value){attribute, (uint32_t)value.length, arena_string(tree->arena, value), 0, 0};
    if (attribute == HTML_ALT || attribute == HTML_ATTR_TITLE || attribute == HTML_CONTENT)
        locate(tree->source, tag_start, tag_end, name, added);
}

/* The "<" of the tag that ends at `end`: between what was reached and it there are at most tags nobody opened. */
static size_t tag_start(const struct parser *parser, const char *name, size_t end)
{
    struct str source = parser->tree->source, wanted = str_of(name);
    for (size_t at = parser->reached; at + wanted.length < end; at++)
        if (source.at[at] == '<' && str_starts_caseless(str_slice(source, at + 1, end), wanted))
            return at;
    return end;
}

/* Elements that the page leaves out begin where the text ends that made them necessary. */
static bool is_written(struct str source, const char *name, size_t end)
{
    struct str wanted = str_of(name);
    while (end > 0 && strchr(" \t\r\n/", source.at[end - 1]))
        end--;
    return end > wanted.length && source.at[end - wanted.length - 1] == '<' &&
           str_starts_caseless(str_slice(source, end - wanted.length, end), wanted);
}

static void start_element(void *data, const xmlChar *name, const xmlChar **attributes)
{
    struct parser *parser = data;
    if (parser->limit)
        return;
    size_t end = position(parser), start = attributes ? tag_start(parser, (const char *)name, end) : end;
    uint32_t index = (uint32_t)parser->tree->count;
    struct html_node *node = add_node(parser, html_tag_of((const char *)name));
    node->first = (uint32_t)parser->tree->value_count;
    for (const xmlChar **at = attributes; at && at[0]; at += 2)
        add_value(parser, (const char *)at[0], at[1] ? (const char *)at[1] : "", start, end);
    parser->tree->nodes[index].last = (uint32_t)parser->tree->value_count;
    parser->open = index;
    if (attributes || is_written(parser->tree->source, (const char *)name, end))
        parser->reached = end;
    if (++parser->depth > DEPTH_MAX)
        stop(parser, LIMIT_DEPTH);
}

static void close_open(struct parser *parser)
{
    struct html_node *node = &parser->tree->nodes[parser->open];
    node->end = (uint32_t)parser->tree->count;
    if (node->parent == HTML_NONE)
        return;
    parser->open = node->parent;
    parser->depth--;
}

static void end_element(void *data, const xmlChar *name)
{
    struct parser *parser = data;
    (void)name;
    if (!parser->limit)
        close_open(parser);
}

static bool stands_at(struct str source, size_t at, struct str text)
{
    return at + text.length <= source.length && memcmp(source.at + at, text.at, text.length) == 0;
}

/* Does the "<" at `at` begin a tag or a comment? */
static bool opens_tag(struct str source, size_t at)
{
    char next = at + 1 < source.length ? source.at[at + 1] : ' ';
    return next == '/' || next == '!' || next == '?' || ((next | 0x20) >= 'a' && (next | 0x20) <= 'z');
}

/* Where `text` is written that the parser gave at `end`: before it, right there if it is a "<" that begins no tag,
 * or a character off where the parser flushes a long text; source.length if it is not written so.  Nothing goes
 * back. */
static size_t find_text(struct str source, struct str text, size_t reached, size_t end)
{
    size_t start = end - (text.length < end ? text.length : end);
    if (start >= reached && stands_at(source, start, text))
        return start;
    if (str_equal(text, STR("<")) && stands_at(source, end, text) && !opens_tag(source, end))
        return end;
    /* What is short is a reference: it may stand for what is written beside it. */
    for (size_t off = 1; text.length > CODE_BYTES_MAX && off <= UTF8_BYTES_MAX * 2; off++) {
        if (start >= off + reached && stands_at(source, start - off, text))
            return start - off;
        if (start + off >= reached && stands_at(source, start + off, text))
            return start + off;
    }
    return source.length;
}

/* Text that is not written so is a character reference that ends at `end`. */
static void place_text(struct html_tree *tree, struct html_node *node, struct str text, size_t reached, size_t end)
{
    size_t start = find_text(tree->source, text, reached, end);
    node->first = (uint32_t)start;
    node->last = (uint32_t)(start + text.length);
    if (start < tree->source.length)
        return;
    size_t least = end > reached + REFERENCE_BYTES_MAX ? end - REFERENCE_BYTES_MAX : reached;
    for (start = end > least ? end - 1 : least; start > least && tree->source.at[start] != '&';)
        start--;
    node->text = arena_string(tree->arena, text);
    node->text_length = (uint32_t)text.length;
    start -= start > 0 && start == tree->source.length;
    node->first = (uint32_t)start;
    /* "&name" without its ";" comes as two texts. */
    node->last = (uint32_t)(str_equal(text, STR("&")) || end <= start ? start + 1 : end);
}

static void take_text(void *data, const xmlChar *text, int size)
{
    struct parser *parser = data;
    if (parser->limit)
        return;
    struct html_node *node = add_node(parser, HTML_TEXT);
    place_text(parser->tree, node, (struct str){(const char *)text, (size_t)size}, parser->reached,
               position(parser));
    parser->reached = node->last;
}

/* What a script holds: JSON-LD is one. */
static void take_data(void *data, const xmlChar *text, int size)
{
    struct parser *parser = data;
    if (parser->limit || parser->tree->nodes[parser->open].tag != HTML_SCRIPT)
        return;
    struct html_node *node = add_node(parser, HTML_TEXT);
    node->text = arena_string(parser->tree->arena, (struct str){(const char *)text, (size_t)size});
    node->text_length = (uint32_t)size;
    parser->reached = position(parser);
}

static void take_comment(void *data, const xmlChar *text)
{
    struct parser *parser = data;
    (void)text;
    if (!parser->limit)
        parser->reached = position(parser);
}

static void count_error(void *data, xmlErrorPtr problem)
{
    struct parser *parser = data;
    (void)problem;
    if (++parser->errors > ERRORS_MAX)
        stop(parser, LIMIT_ERRORS);
}

static const char *const limits[] = {
    [LIMIT_DEPTH] = "elements stand in each other more than 1000 deep",
    [LIMIT_NODES] = "more than 1048576 elements and pieces of text",
    [LIMIT_ERRORS] = "more than 1048576 mistakes in the mark-up",
};

static bool check_limits(const struct parser *parser, const char *name, struct nr_error *error)
{
    return !parser->limit || fail_limit(error, "%s: %s; save the page as plain text", name, limits[parser->limit]);
}

static void run(struct parser *parser)
{
    xmlSAXHandler sax = {
        .startElement = start_element,
        .endElement = end_element,
        .characters = take_text,
        .ignorableWhitespace = take_text,
        .cdataBlock = take_data,
        .comment = take_comment,
        .serror = count_error,
        .initialized = XML_SAX2_MAGIC,
    };
    htmlParserCtxtPtr context = parser->context;
    htmlCtxtUseOptions(context, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    context->options |= XML_PARSE_HUGE;
    *context->sax = sax;
    context->userData = parser;
    xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8);
    htmlParseDocument(context);
}

bool html_parse(const char *name, struct str source, struct nr_arena *arena, struct html_tree *tree,
                struct nr_error *error)
{
    struct parser parser = {.tree = tree, .open = HTML_NONE};
    *tree = (struct html_tree){.arena = arena, .source = source};
    parser.context = htmlCreateMemoryParserCtxt(source.at, (int)source.length);
    if (!parser.context)
        return fail(error, NR_FAILED, "%s: libxml2 can't read it; try --from text", name);
    add_node(&parser, HTML_BLOCK);
    parser.open = 0;
    run(&parser);
    while (parser.open)
        close_open(&parser);
    close_open(&parser);
    htmlFreeParserCtxt(parser.context);
    return check_limits(&parser, name, error);
}

const char *html_resolve(struct nr_arena *arena, const char *base, const char *reference)
{
    xmlChar *whole = base ? xmlBuildURI((const xmlChar *)reference, (const xmlChar *)base) : NULL;
    const char *resolved = arena_string(arena, str_of(whole ? (const char *)whole : reference));
    xmlFree(whole);
    return resolved;
}
