#include "html_meta.h"

#include "buf.h"
#include "html_jsonld.h"
#include "html_values.h"

#define VALUE_BYTES_MAX ((size_t)2000)

/* Names of <meta>, in `name` or `property`. */
static const struct {
    const char *name;
    enum html_fact fact;
    enum html_witness witness;
} metas[] = {
    {"og:title", HTML_FACT_TITLE, HTML_BY_OPEN_GRAPH},
    {"og:description", HTML_FACT_DESCRIPTION, HTML_BY_OPEN_GRAPH},
    {"og:site_name", HTML_FACT_SITE, HTML_BY_OPEN_GRAPH},
    {"og:url", HTML_FACT_URL, HTML_BY_OPEN_GRAPH},
    {"og:image", HTML_FACT_IMAGE, HTML_BY_OPEN_GRAPH},
    {"og:locale", HTML_FACT_LANGUAGE, HTML_BY_NOBODY},
    {"og:type", HTML_FACT_KIND, HTML_BY_OPEN_GRAPH},
    {"article:author", HTML_FACT_BYLINE, HTML_BY_OPEN_GRAPH},
    {"article:published_time", HTML_FACT_DATE, HTML_BY_OPEN_GRAPH},
    {"author", HTML_FACT_BYLINE, HTML_BY_META},
    {"byl", HTML_FACT_BYLINE, HTML_BY_META},
    {"dc.creator", HTML_FACT_BYLINE, HTML_BY_META},
    {"dcterms.creator", HTML_FACT_BYLINE, HTML_BY_META},
    {"parsely-author", HTML_FACT_BYLINE, HTML_BY_META},
    {"sailthru.author", HTML_FACT_BYLINE, HTML_BY_META},
    {"citation_author", HTML_FACT_BYLINE, HTML_BY_META},
    {"citation_title", HTML_FACT_TITLE, HTML_BY_META},
    {"citation_publication_date", HTML_FACT_DATE, HTML_BY_META},
    {"citation_journal_title", HTML_FACT_SITE, HTML_BY_META},
    {"date", HTML_FACT_DATE, HTML_BY_META},
    {"pubdate", HTML_FACT_DATE, HTML_BY_META},
    {"publish-date", HTML_FACT_DATE, HTML_BY_META},
    {"parsely-pub-date", HTML_FACT_DATE, HTML_BY_META},
    {"sailthru.date", HTML_FACT_DATE, HTML_BY_META},
    {"dc.date", HTML_FACT_DATE, HTML_BY_META},
    {"dc.date.issued", HTML_FACT_DATE, HTML_BY_META},
    {"dcterms.created", HTML_FACT_DATE, HTML_BY_META},
    {"dc.title", HTML_FACT_TITLE, HTML_BY_META},
    {"dcterms.title", HTML_FACT_TITLE, HTML_BY_META},
    {"twitter:title", HTML_FACT_TITLE, HTML_BY_META},
    {"parsely-title", HTML_FACT_TITLE, HTML_BY_META},
    {"description", HTML_FACT_DESCRIPTION, HTML_BY_META},
    {"twitter:description", HTML_FACT_DESCRIPTION, HTML_BY_META},
    {"twitter:image", HTML_FACT_IMAGE, HTML_BY_META},
    {"application-name", HTML_FACT_SITE, HTML_BY_META},
    {"dc.language", HTML_FACT_LANGUAGE, HTML_BY_META},
};

static const struct {
    const char *name;
    enum html_fact fact;
} itemprops[] = {
    {"headline", HTML_FACT_TITLE},
    {"datePublished", HTML_FACT_DATE},
    {"inLanguage", HTML_FACT_LANGUAGE},
    {"isAccessibleForFree", HTML_FACT_FREE},
};

void html_facts_offer(struct html_facts *facts, enum html_fact fact, enum html_witness witness, struct str value)
{
    if (facts->all[fact].text && facts->all[fact].witness <= witness)
        return;
    if (fact != HTML_FACT_TEXT && value.length > VALUE_BYTES_MAX)
        return;
    value = html_value_clean(facts->arena, fact, value);
    if (!value.length)
        return;
    facts->all[fact].text = arena_string(facts->arena, value);
    facts->all[fact].witness = witness;
}

struct str html_fact(const struct html_facts *facts, enum html_fact fact)
{
    return str_of(facts->all[fact].text);
}

static bool is_address(struct str value)
{
    return str_starts_caseless(value, STR("http")) || str_starts(value, STR("/")) || str_starts(value, STR("@"));
}

static void take_meta(const struct html_tree *tree, uint32_t node, struct html_facts *facts)
{
    struct str name = html_attribute(tree, node, HTML_PROPERTY), value = html_attribute(tree, node, HTML_CONTENT);
    if (!name.length)
        name = html_attribute(tree, node, HTML_NAME);
    for (size_t i = 0; name.length && i < sizeof metas / sizeof *metas; i++)
        if (str_equal_caseless(str_of(metas[i].name), name) &&
            (metas[i].fact != HTML_FACT_BYLINE || !is_address(value)))
            html_facts_offer(facts, metas[i].fact, metas[i].witness, value);
}

static void offer_text(const struct html_tree *tree, uint32_t node, struct html_facts *facts, enum html_fact fact,
                       enum html_witness witness)
{
    struct buf text = {0};
    html_gather(tree, node, &text);
    html_facts_offer(facts, fact, witness, buf_str(&text));
    buf_free(&text);
}

static void take_itemprop(const struct html_tree *tree, uint32_t node, struct html_facts *facts)
{
    struct str name = html_attribute(tree, node, HTML_ITEMPROP);
    for (size_t i = 0; name.length && i < sizeof itemprops / sizeof *itemprops; i++) {
        if (!str_equal(str_of(itemprops[i].name), name))
            continue;
        struct str value = html_attribute(tree, node, HTML_CONTENT);
        if (!value.length)
            value = html_attribute(tree, node, HTML_DATETIME);
        if (value.length)
            html_facts_offer(facts, itemprops[i].fact, HTML_BY_ITEMPROP, value);
        else
            offer_text(tree, node, facts, itemprops[i].fact, HTML_BY_ITEMPROP);
    }
}

/* libxml2 gives a script in parts. */
static void take_script(const struct html_tree *tree, uint32_t node, struct html_facts *facts)
{
    struct buf script = {0};
    for (uint32_t i = node + 1; i < tree->nodes[node].end; i++)
        if (tree->nodes[i].tag == HTML_TEXT)
            buf_append(&script, html_text(tree, i));
    html_jsonld_read(buf_str(&script), facts);
    buf_free(&script);
}

static void take_element(const struct html_tree *tree, uint32_t node, struct html_facts *facts)
{
    switch (tree->nodes[node].tag) {
    case HTML_META:
        take_meta(tree, node, facts);
        break;
    case HTML_TITLE:
        if (html_ancestor(tree, node, HTML_HIDDEN) == HTML_NONE)
            offer_text(tree, node, facts, HTML_FACT_TITLE, HTML_BY_ELEMENT);
        break;
    case HTML_TIME:
        html_facts_offer(facts, HTML_FACT_DATE, HTML_BY_ELEMENT, html_attribute(tree, node, HTML_DATETIME));
        break;
    case HTML_HTML:
        html_facts_offer(facts, HTML_FACT_LANGUAGE, HTML_BY_ELEMENT, html_attribute(tree, node, HTML_LANG));
        break;
    case HTML_LINK:
        if (str_equal_caseless(html_attribute(tree, node, HTML_REL), STR("canonical")))
            html_facts_offer(facts, HTML_FACT_URL, HTML_BY_JSON_LD, html_attribute(tree, node, HTML_HREF));
        break;
    case HTML_SCRIPT:
        if (str_equal_caseless(html_attribute(tree, node, HTML_TYPE), STR("application/ld+json")))
            take_script(tree, node, facts);
        break;
    default:
        break;
    }
}

void html_facts_find(const struct html_tree *tree, struct html_facts *facts)
{
    *facts = (struct html_facts){.arena = tree->arena};
    for (uint32_t i = 0; i < tree->count; i++) {
        if (tree->nodes[i].tag == HTML_TEXT)
            continue;
        take_element(tree, i, facts);
        take_itemprop(tree, i, facts);
    }
}
