/* Any UTF-8 as two paragraphs: quotations lie in the text, in order, inner ones inside outer ones. */
#include "buf.h"
#include "plan/quotation.h"
#include "utf8.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool held)
{
    if (!held)
        abort();
}

static void check(const struct quotations *quotations, struct str text)
{
    for (size_t i = 0; i < quotations->count; i++) {
        const struct quotation *q = &quotations->all[i];
        const struct quotation *outermost = &quotations->all[q->outermost];
        require(q->start < q->end && q->end <= text.length);
        require(q->outermost <= i && outermost->start <= q->start && outermost->end >= q->end);
        require(!i || quotations->all[i - 1].start < q->start);
        require(!q->is_open || q->end == text.length);
        require(quotations_around(quotations, q->start, q->end) == outermost);
        quotation_is_scare(q, text);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct buf clean = {0};
    struct str bytes = {(const char *)data, size};
    for (size_t at = 0, length; at < size; at += length) {
        uint32_t code = utf8_at(bytes, at, &length);
        buf_append_code(&clean, code == UTF8_BAD || !code ? ' ' : code);
    }
    struct str text = buf_str(&clean);
    size_t line = str_find(text, STR("\n"));
    struct quotations quotations = {0};
    quotations_find(&quotations, str_slice(text, 0, line), str_slice(text, line + 1, text.length));
    check(&quotations, str_slice(text, 0, line));
    quotations_free(&quotations);
    buf_free(&clean);
    return 0;
}
