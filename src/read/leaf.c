#include "leaf.h"

#include "clean.h"
#include "utf8.h"

#include <string.h>

/* Roles that the words of a plain paragraph may choose. */
#define BY_WORDS                                                                                                  \
    (NR_ROLE_BIT(NR_BYLINE) | NR_ROLE_BIT(NR_BOILERPLATE) | NR_ROLE_BIT(NR_SUMMARY) | NR_ROLE_BIT(NR_QUOTE))

/* The words that stand nowhere take the source between what was taken last and `end`: the mark-up that asked for
 * them, or the last character where there is none. */
static void write_lead(struct leaf *leaf, size_t end)
{
    size_t start = leaf->reached < end ? leaf->reached : end;
    while (start < end && strchr(" \t\r\n", leaf->source.at[start]))
        start++;
    start = start < end ? start : end ? end - 1 : 0;
    inline_words(&leaf->text, buf_str(&leaf->lead), start, end > start ? end : start + 1);
    buf_clear(&leaf->lead);
}

static void prepare(struct leaf *leaf, size_t start)
{
    if (!leaf->begun)
        leaf->first = leaf->draft->count;
    if (leaf->asides)
        return;
    leaf->text_first |= !leaf->begun;
    leaf->begun = true;
    leaf->unemphasised |= !leaf->emphases && !leaf->strongs;
    leaf->unstrong |= !leaf->strongs;
    if (leaf->lead.length)
        write_lead(leaf, start);
}

static bool is_visible(uint32_t code)
{
    return !utf8_is_space(code) && !clean_drops(code);
}

/* Past what nobody sees. */
static size_t visible_from(struct str source, size_t start, size_t end)
{
    size_t length;
    while (start < end && !is_visible(utf8_at(source, start, &length)))
        start += length;
    return start;
}

void leaf_copy(struct leaf *leaf, size_t start, size_t end)
{
    size_t seen = visible_from(leaf->source, start, end);
    if (leaf->lead.length && !leaf->asides)
        start = seen;
    if (seen < end)
        prepare(leaf, seen);
    inline_copy(leaf->asides ? &leaf->aside : &leaf->text, leaf->source, start, end);
    leaf->reached = end;
}

void leaf_code(struct leaf *leaf, uint32_t code, size_t start, size_t end)
{
    if (is_visible(code))
        prepare(leaf, start);
    inline_code(leaf->asides ? &leaf->aside : &leaf->text, code, start, end);
    leaf->reached = end;
}

void leaf_open_aside(struct leaf *leaf)
{
    leaf->asides++;
}

void leaf_close_aside(struct leaf *leaf, struct markup markup)
{
    if (--leaf->asides)
        return;
    if (!leaf->begun)
        leaf->first = leaf->draft->count;
    leaf->begun = true;
    draft_add_marked(leaf->draft, &leaf->aside.tracing, markup);
    inline_clear(&leaf->aside);
}

static bool follows(const struct leaf *leaf, enum nr_role role)
{
    size_t count = leaf->first;
    return count && leaf->draft->evidence[count - 1].roles == NR_ROLE_BIT(role);
}

/* The first heading is the headline, unless front matter named one and this opens a section of the body. */
static struct markup markup_of_heading(struct leaf *leaf)
{
    bool first = !leaf->has_heading &&
                 (leaf->titled ? leaf->level == 1 && leaf->first == leaf->top : leaf->level == 1 || !leaf->first);
    leaf->has_heading |= first;
    leaf->sectioned |= !first;
    return first ? (struct markup){.why = "first heading", .role = NR_HEADLINE}
                 : (struct markup){.why = "heading", .role = NR_CROSSHEAD};
}

/* All in italics or bold under the headline is a standfirst, under a picture its caption, before text a heading.
 */
static struct markup markup_of_paragraph(const struct leaf *leaf)
{
    struct markup markup = {.why = "paragraph", .role = NR_BODY, .others = BY_WORDS};
    if (leaf->sectioned)
        markup.others &= ~NR_ROLE_BIT(NR_SUMMARY);
    if (leaf->figure)
        return (struct markup){.why = "figcaption", .role = NR_CAPTION};
    if (leaf->unemphasised)
        return markup;
    if ((leaf->pictured || !leaf->text_first) && leaf->unstrong)
        return (struct markup){.why = "in italics under an image", .role = NR_CAPTION};
    if (follows(leaf, NR_HEADLINE) || follows(leaf, NR_BYLINE))
        return (struct markup){.why = "emphasised under the headline", .role = NR_SUMMARY, .others = BY_WORDS};
    if (!leaf->unstrong)
        markup.others |= NR_ROLE_BIT(NR_CROSSHEAD);
    return markup;
}

static struct markup markup_of(struct leaf *leaf, enum leaf_place place)
{
    if (place == LEAF_FOOTNOTE)
        return (struct markup){.why = "footnote", .role = NR_BOILERPLATE};
    if (leaf->kind == LEAF_CODE)
        return (struct markup){.why = "code block", .role = NR_CODE};
    if (leaf->kind == LEAF_ROW)
        return (struct markup){.why = "row of a table", .role = NR_TABLE};
    if (place == LEAF_QUOTE)
        return (struct markup){.why = "block quote", .role = NR_QUOTE};
    if (leaf->kind == LEAF_HEADING)
        return markup_of_heading(leaf);
    if (place == LEAF_ITEM)
        return (struct markup){.why = "item of a list",
                               .role = NR_LIST_ITEM,
                               .others =
                                   NR_ROLE_BIT(NR_BOILERPLATE) | (leaf->sectioned ? 0 : NR_ROLE_BIT(NR_SUMMARY))};
    return markup_of_paragraph(leaf);
}

/* Front matter named the title already: the heading says it again, or in other words. */
static void join_headlines(struct draft *draft)
{
    size_t last = draft->count - 1;
    if (!last || draft->evidence[last].roles != NR_ROLE_BIT(NR_HEADLINE) ||
        draft->evidence[0].roles != NR_ROLE_BIT(NR_HEADLINE))
        return;
    if (str_equal(draft_text(draft, 0), draft_text(draft, last)))
        draft->count--;
    else
        draft_move_last(draft, 1);
}

static void add_block(struct leaf *leaf, enum leaf_place place)
{
    struct draft *draft = leaf->draft;
    size_t count = draft->count;
    draft_add_marked(draft, &leaf->text.tracing, markup_of(leaf, place));
    if (draft->count == count)
        return;
    inline_give_links(&leaf->text, &draft->blocks[count], draft->arena);
    if (place == LEAF_ITEM && leaf->kind == LEAF_PARAGRAPH)
        draft->evidence[count].features |= leaf->numbered ? FEATURE_BIT(NUMBERED_RUN) : FEATURE_BIT(BULLETED);
    if (draft->count > leaf->first + 1 && leaf->text_first)
        draft_move_last(draft, leaf->first);
    else
        join_headlines(draft);
}

void leaf_close(struct leaf *leaf, enum leaf_place place)
{
    bool aside_alone = leaf->begun && !leaf->text.tracing.text.length;
    add_block(leaf, place);
    leaf->pictured = aside_alone || (leaf->pictured && !leaf->begun);
    inline_clear(&leaf->text);
    buf_clear(&leaf->lead);
    leaf->kind = LEAF_PARAGRAPH;
    leaf->begun = leaf->text_first = leaf->unemphasised = leaf->unstrong = leaf->figure = false;
}

void leaf_free(struct leaf *leaf)
{
    inline_free(&leaf->text);
    inline_free(&leaf->aside);
    buf_free(&leaf->lead);
}
