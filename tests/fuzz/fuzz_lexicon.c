/* Any bytes as a lexicon and, behind its first empty line, as a text that it is applied to: entries in range or
 * one error line, and matches that lie in the text. */
#include "narrator/lexicon.h"

#include "str.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool held)
{
    if (!held)
        abort();
}

static void check_entry(const struct nr_lexicon_entry *entry)
{
    size_t wrong;
    const char *why;
    require(*entry->written && strlen(entry->written) <= 120);
    require(!entry->spoken != !entry->phonemes);
    require(!entry->phonemes || nr_phonemes_check(entry->phonemes, &wrong, &why));
    require(!entry->phonemes || !strpbrk(entry->phonemes, "[]"));
    require(!entry->spoken || strlen(entry->spoken) <= 200);
    require(entry->line > 0);
}

static void check_matches(const struct nr_lexicon *lexicon, struct str text)
{
    for (size_t at = 0; at < text.length; at++) {
        struct nr_lexicon_match match;
        if (!nr_lexicon_match(lexicon, "en-GB", text.at, text.length, at, &match))
            continue;
        require(match.stem_end > at && match.end >= match.stem_end && match.end <= text.length);
        require(match.entry >= lexicon->entries && match.entry < lexicon->entries + lexicon->count);
    }
}

static void check_remark(void *context, const struct nr_lexicon_remark *remark)
{
    const struct nr_lexicon *lexicon = context;
    require(remark->entry >= lexicon->entries && remark->entry < lexicon->entries + lexicon->count);
    require(remark->what && remark->other != remark->entry);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str all = {(const char *)data, size};
    size_t end = str_find(all, STR("\n\n"));
    struct nr_lexicon *lexicon;
    struct nr_error error = {0};
    if (!nr_lexicon_parse("l", all.at, end, &lexicon, &error)) {
        require(error.status == NR_FAILED && strncmp(error.message, "l:", 2) == 0);
        return 0;
    }
    for (size_t i = 0; i < lexicon->count; i++)
        check_entry(&lexicon->entries[i]);
    check_matches(lexicon, str_slice(all, end, size));
    nr_lexicon_check(lexicon, check_remark, lexicon);
    nr_lexicon_free(lexicon);
    return 0;
}
