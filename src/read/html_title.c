#include "html_title.h"

#include <string.h>

#define HEAD_WORDS_MIN 3 /* sections are cut off behind so many words */

static const char *const separators[] = {" | ",
                                         " - ",
                                         " \342\200\223 ",
                                         " \342\200\224 ",
                                         " \302\267 ",
                                         " \342\200\242 ",
                                         " \302\273 ",
                                         " :: ",
                                         " \342\200\271 ",
                                         " < "};

/* Letters and digits alone, small: "The Gazette" is in "www.thegazette.example". */
static size_t squeeze(struct str text, char *out, size_t size)
{
    size_t length = 0;
    for (size_t i = 0; i < text.length && length + 1 < size; i++) {
        unsigned char c = (unsigned char)text.at[i];
        if (c >= 'A' && c <= 'Z')
            c |= 0x20;
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80)
            out[length++] = (char)c;
    }
    out[length] = '\0';
    return length;
}

/* "www.thegazette.example" of a URL. */
static struct str host_of(struct str url)
{
    size_t at = str_find(url, STR("://"));
    struct str rest = at < url.length ? str_slice(url, at + 3, url.length) : STR("");
    return str_slice(rest, 0, str_find(rest, STR("/")));
}

bool html_title_is_site(struct str text, const struct html_facts *facts)
{
    char name[128], site[128], host[128];
    size_t length = squeeze(text, name, sizeof name);
    squeeze(html_fact(facts, HTML_FACT_SITE), site, sizeof site);
    squeeze(host_of(html_fact(facts, HTML_FACT_URL)), host, sizeof host);
    return length > 2 && (strcmp(name, site) == 0 || strstr(host, name) != NULL ||
                          (site[0] && length > strlen(site) && strstr(name, site) && length < 2 * strlen(site)));
}

/* Where the last separator begins, and where what follows it; text.length if there is none. */
static size_t last_separator(struct str text, size_t *behind)
{
    size_t found = text.length;
    for (size_t at = text.length; at > 0 && found == text.length; at--)
        for (size_t i = 0; i < sizeof separators / sizeof *separators; i++)
            if (str_starts(str_slice(text, at - 1, text.length), str_of(separators[i]))) {
                found = at - 1;
                *behind = found + str_of(separators[i]).length;
                break;
            }
    return found;
}

static size_t count_words(struct str text)
{
    size_t count = text.length > 0;
    for (size_t i = 0; i < text.length; i++)
        count += text.at[i] == ' ';
    return count;
}

/* Behind "|" stand sections too, once the site is gone. */
struct str html_title_clean(struct str title, const struct html_facts *facts)
{
    size_t behind = 0;
    bool cut = false;
    for (size_t at; (at = last_separator(title, &behind)) < title.length;) {
        bool section = cut && title.at[at + 1] == '|' && count_words(str_slice(title, 0, at)) >= HEAD_WORDS_MIN;
        if (!section && !html_title_is_site(str_slice(title, behind, title.length), facts))
            break;
        title = str_trim(str_slice(title, 0, at));
        cut = true;
    }
    return title;
}
