#include "html_jsonld.h"

#include "buf.h"
#include "memory.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#define OBJECTS_MAX 4096 /* looked at in one script */

/* Types of schema.org that are articles; others, such as the site's, say nothing about one. */
static const char *const endings[] = {"Article", "Posting", "Report", "Review", "Blog", "LiveBlogPosting"};

static void offer(struct html_facts *facts, enum html_fact fact, const json_t *value)
{
    if (json_is_string(value))
        html_facts_offer(facts, fact, HTML_BY_JSON_LD,
                         (struct str){json_string_value(value), json_string_length(value)});
    else if (json_is_boolean(value))
        html_facts_offer(facts, fact, HTML_BY_JSON_LD, json_is_true(value) ? STR("true") : STR("false"));
    else if (json_is_integer(value) && json_integer_value(value) > 0) {
        struct buf text = {0};
        buf_printf(&text, "%lld", (long long)json_integer_value(value));
        html_facts_offer(facts, fact, HTML_BY_JSON_LD, buf_str(&text));
        buf_free(&text);
    }
}

/* A thing may be given by its name or as an object, and several in an array, of which the first counts. */
static const json_t *first_of(const json_t *value)
{
    return json_is_array(value) ? json_array_get(value, 0) : value;
}

static const json_t *named(const json_t *value, const char *key)
{
    value = first_of(value);
    return json_is_object(value) ? json_object_get(value, key) : value;
}

/* "Ann Lee", "Ann Lee and Bo Chen", "Ann Lee, Bo Chen and Cy Dee". */
static void offer_names(struct html_facts *facts, const json_t *value)
{
    struct buf names = {0};
    size_t count = json_is_array(value) ? json_array_size(value) : value ? 1 : 0;
    for (size_t i = 0; i < count; i++) {
        const json_t *name = named(json_is_array(value) ? json_array_get(value, i) : value, "name");
        name = first_of(name);
        if (!json_is_string(name) || !json_string_length(name) || strstr(json_string_value(name), "://"))
            continue;
        if (names.length)
            buf_append(&names, i + 1 == count ? STR(" and ") : STR(", "));
        buf_append(&names, (struct str){json_string_value(name), json_string_length(name)});
    }
    html_facts_offer(facts, HTML_FACT_BYLINE, HTML_BY_JSON_LD, buf_str(&names));
    buf_free(&names);
}

static bool is_article(const json_t *object)
{
    const json_t *type = json_object_get(object, "@type");
    size_t count = json_is_array(type) ? json_array_size(type) : 1;
    for (size_t i = 0; i < count; i++) {
        const json_t *one = json_is_array(type) ? json_array_get(type, i) : type;
        for (size_t k = 0; json_is_string(one) && k < sizeof endings / sizeof *endings; k++)
            if (str_ends(str_of(json_string_value(one)), str_of(endings[k])))
                return true;
    }
    return false;
}

static void read_article(struct html_facts *facts, const json_t *article)
{
    offer(facts, HTML_FACT_TITLE, json_object_get(article, "headline"));
    offer_names(facts, json_object_get(article, "author"));
    offer(facts, HTML_FACT_DATE, json_object_get(article, "datePublished"));
    offer(facts, HTML_FACT_LANGUAGE, named(json_object_get(article, "inLanguage"), "alternateName"));
    offer(facts, HTML_FACT_SITE, named(json_object_get(article, "publisher"), "name"));
    offer(facts, HTML_FACT_IMAGE, named(json_object_get(article, "image"), "url"));
    offer(facts, HTML_FACT_DESCRIPTION, json_object_get(article, "description"));
    offer(facts, HTML_FACT_TEXT, json_object_get(article, "articleBody"));
    offer(facts, HTML_FACT_WORDS, json_object_get(article, "wordCount"));
    offer(facts, HTML_FACT_FREE, json_object_get(article, "isAccessibleForFree"));
    offer(facts, HTML_FACT_KIND, first_of(json_object_get(article, "@type")));
}

/* Objects in a queue: of arrays, "@graph" and "mainEntity" the members. */
static void read_objects(struct html_facts *facts, const json_t *root)
{
    const json_t **queue = memory_alloc(OBJECTS_MAX * sizeof *queue);
    size_t count = 0;
    queue[count++] = root;
    for (size_t i = 0; i < count; i++) {
        const json_t *value = queue[i];
        const json_t *members[] = {json_object_get(value, "@graph"), json_object_get(value, "mainEntity")};
        for (size_t k = 0; k < json_array_size(value) && count < OBJECTS_MAX; k++)
            queue[count++] = json_array_get(value, k);
        for (size_t k = 0; k < sizeof members / sizeof *members; k++)
            if (members[k] && count < OBJECTS_MAX)
                queue[count++] = members[k];
        if (is_article(value))
            read_article(facts, value);
    }
    free(queue);
}

/* Some write line ends into strings, which JSON forbids, or wrap all in a comment. */
void html_jsonld_read(struct str script, struct html_facts *facts)
{
    struct buf text = {0};
    size_t start = 0, end = script.length;
    while (start < end && script.at[start] != '{' && script.at[start] != '[')
        start++;
    while (end > start && script.at[end - 1] != '}' && script.at[end - 1] != ']')
        end--;
    buf_append(&text, str_slice(script, start, end));
    for (size_t i = 0; i < text.length; i++)
        if ((unsigned char)text.at[i] < ' ')
            text.at[i] = ' ';
    json_t *root = text.length ? json_loadb(text.at, text.length, JSON_ALLOW_NUL, NULL) : NULL;
    if (root)
        read_objects(facts, root);
    json_decref(root);
    buf_free(&text);
}
