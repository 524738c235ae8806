#include "engine_espeak_phonemes.h"

#include "memory.h"
#include "narrator/voice.h"
#include "utf8.h"
#include "wire.h"

#include <stdlib.h>

/* Nothing that could end the marks or open others. */
static bool is_plain(struct str phonemes)
{
    for (size_t i = 0; i < phonemes.length; i++)
        if (phonemes.at[i] < ' ' || phonemes.at[i] > '~' || phonemes.at[i] == '[' || phonemes.at[i] == ']')
            return false;
    return phonemes.length > 0 && phonemes.length <= NR_PHONEMES_BYTES_MAX;
}

static bool take(struct str *rest, struct wire_pronunciation *next)
{
    size_t behind = next->end;
    bool taken = wire_take_pronunciation(rest, next) && next->start >= behind && next->start < next->end &&
                 is_plain(next->phonemes);
    if (!taken)
        *rest = str_slice(*rest, rest->length, rest->length);
    return taken;
}

static void append(struct guarded *out, struct str bytes, uint32_t origin)
{
    void *origins = out->origins;
    memory_reserve(&origins, &out->capacity, out->count + bytes.length, sizeof *out->origins);
    out->origins = origins;
    for (size_t i = 0; i < bytes.length; i++)
        out->origins[out->count++] = origin;
    buf_append(&out->text, bytes);
}

/* espeak-ng skips the marks, and all in them, right behind an opening bracket or quotation mark. */
static void append_phonemes(struct guarded *out, const struct wire_pronunciation *said)
{
    if (out->text.length && out->text.at[out->text.length - 1] != ' ')
        append(out, STR(" "), said->start);
    append(out, STR("[["), said->start);
    append(out, said->phonemes, said->start);
    append(out, STR("]]"), said->start);
    out->has_phonemes = true;
}

/* A code point of several bytes has one origin. */
static void append_code(struct guarded *out, struct str bytes, uint32_t origin)
{
    append(out, str_slice(bytes, 0, 1), origin);
    buf_append(&out->text, str_slice(bytes, 1, bytes.length));
}

void espeak_pronounce(struct guarded *text, struct str pronunciations)
{
    struct guarded out = {.pronounceable = text->pronounceable, .broken = text->broken};
    struct wire_pronunciation next = {0};
    struct str all = buf_str(&text->text);
    bool is_next = take(&pronunciations, &next), is_said = false;
    for (size_t i = 0, at = 0, length; i < text->count; i++, at += length) {
        uint32_t origin = text->origins[i];
        utf8_at(all, at, &length);
        while (is_next && origin >= next.end) {
            is_next = take(&pronunciations, &next);
            is_said = false;
        }
        bool inside = is_next && origin >= next.start;
        if (inside && !is_said)
            append_phonemes(&out, &next);
        if (!inside)
            append_code(&out, str_slice(all, at, at + length), origin);
        is_said = inside;
    }
    guard_free(text);
    *text = out;
}
