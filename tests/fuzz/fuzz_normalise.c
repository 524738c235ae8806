/* Any UTF-8 as a line to normalise: no digit is left, little becomes much, and without rules nothing changes. */
#include "../unit/planning.h"

#include "utf8.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define GROWTH_MAX 40 /* times the written length, and a word or two */
#define WORDS_MAX  80

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct nr_voice *voice(void)
{
    static struct nr_voice *made;
    struct nr_error error;
    if (!made && !nr_voice_parse("fuzz", "", 0, &made, &error))
        abort();
    return made;
}

static void require(bool held)
{
    if (!held)
        abort();
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The text of the utterances; false when one is left to another language's voice, which reads its own digits. */
static bool read_out(const char *text, const char *rules_off, struct buf *said)
{
    static const enum nr_role role = NR_BODY;
    struct nr_settings settings = {.locale = strlen(text) % 2 ? "en-GB" : "en-US", .rules_off = rules_off};
    struct nr_article *article = planning_article(&role, &text, 1);
    const struct nr_plan *plan;
    struct nr_error error;
    bool own = true;
    buf_clear(said);
    if (nr_plan_article(article, voice(), &settings, &plan, &error)) {
        for (size_t i = 0; i < plan->utterance_count; i++) {
            own &= strcmp(plan->utterances[i].style->engine_voice, voice()->styles[NR_BODY].engine_voice) == 0;
            buf_append(said, (struct str){plan->utterances[i].text, plan->utterances[i].length});
        }
    }
    nr_article_free(article);
    return own;
}

/* Letters and digits come through in their order when every rule is off. */
static void require_same(const char *written, const char *said)
{
    for (; *said; said++) {
        if (!is_digit(*said) && !((*said | 32) >= 'a' && (*said | 32) <= 'z'))
            continue;
        while (*written && *written != *said)
            written++;
        require(*written == *said);
        written++;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct buf text = {0}, said = {0};
    struct str bytes = {(const char *)data, size};
    for (size_t at = 0, length; at < size; at += length) {
        uint32_t code = utf8_at(bytes, at, &length);
        buf_append_code(&text, code == UTF8_BAD || code < ' ' ? ' ' : code);
    }
    if (text.length) {
        bool own = read_out(text.at, NULL, &said);
        require(said.length <= GROWTH_MAX * text.length + WORDS_MAX);
        for (size_t i = 0; own && i < said.length; i++)
            require(!is_digit(said.at[i]));
        read_out(text.at, "all", &said);
        require_same(text.at, said.length ? said.at : "");
    }
    buf_free(&text);
    buf_free(&said);
    return 0;
}
