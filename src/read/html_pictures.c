#include "html_pictures.h"

#include "html_headline.h"
#include "html_hints.h"

#define ALT_WORDS_MIN    3   /* fewer: "logo", "photo" */
#define FIGURE_NODES_MAX 200 /* more is a gallery */
#define SAME_LIKENESS    70  /* percent: the caption says the same */

/* What is no text for a reader. */
#define NO_PICTURE (HINT_JUNK | HINT_COMMENT | HINT_FRAME | HINT_HIDDEN)

static bool is_shown(const struct html_page *page, uint32_t node)
{
    for (uint32_t at = node; at != HTML_NONE && at != page->article.top; at = page->tree.nodes[at].parent)
        if (page->lines.hints[at] & NO_PICTURE)
            return false;
    return true;
}

static bool is_file_name(struct str text)
{
    return str_find(text, STR(" ")) == text.length || str_ends(text, STR(".jpg")) || str_ends(text, STR(".png"));
}

static size_t count_words(struct str text)
{
    size_t count = text.length > 0;
    for (size_t i = 0; i < text.length; i++)
        count += text.at[i] == ' ';
    return count;
}

/* The picture before, the title or its own caption says the same. */
static bool is_said(const struct html_writer *writer, uint32_t node, struct str text)
{
    const struct html_page *page = writer->page;
    const struct html_value *last = writer->picture;
    if ((last && str_equal((struct str){last->text, last->length}, text)) ||
        html_likeness(text, html_fact(&page->facts, HTML_FACT_TITLE)) >= SAME_LIKENESS)
        return true;
    struct buf caption = {0};
    uint32_t figure = html_ancestor(&page->tree, node, HTML_FIGURE);
    if (figure != HTML_NONE && page->tree.nodes[figure].end - figure < FIGURE_NODES_MAX)
        html_gather(&page->tree, figure, &caption);
    bool same = caption.length && html_likeness(text, buf_str(&caption)) >= SAME_LIKENESS;
    buf_free(&caption);
    return same;
}

void html_pictures_add(struct html_writer *writer, uint32_t first, uint32_t end)
{
    const struct html_page *page = writer->page;
    for (uint32_t i = first; i < end; i++) {
        const struct html_value *alt =
            page->tree.nodes[i].tag == HTML_IMG ? html_value(&page->tree, i, HTML_ALT) : NULL;
        struct str text = alt ? (struct str){alt->text, alt->length} : STR("");
        if (count_words(text) < ALT_WORDS_MIN || alt->end <= alt->start || is_file_name(text) ||
            !is_shown(page, i) || is_said(writer, i, text))
            continue;
        html_text_take_value(writer, alt);
        writer->picture = alt;
        html_text_finish(writer, (struct markup){.why = "text of an image", .role = NR_CAPTION});
    }
}
