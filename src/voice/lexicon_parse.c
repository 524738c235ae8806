#include "lexicon.h"

#include "arena.h"
#include "fail.h"
#include "lexicon_words.h"
#include "memory.h"
#include "utf8.h"

#include <stdlib.h>
#include <string.h>

#define WRITTEN_BYTES_MAX 120
#define SPOKEN_BYTES_MAX  200
#define FIELDS            3
#define EXACT             "exact"

struct parser {
    const struct lexicon_file *file;
    struct nr_arena *arena;
    size_t line;
    struct str text; /* of the line */
    struct nr_error *error;
};

/* A condition's name, and where its value goes. */
static const struct {
    const char *name;
    size_t offset;
    bool is_words; /* a list of words with '|' between */
} conditions[] = {
    {"locale=", offsetof(struct nr_lexicon_entry, locale), false},
    {"after=", offsetof(struct nr_lexicon_entry, after), true},
    {"before=", offsetof(struct nr_lexicon_entry, before), true},
};

#define CONDITION_COUNT (sizeof conditions / sizeof *conditions)

/* Fails at the place of `at`, which points into the line. */
static bool wrong(const struct parser *parser, const char *at, const char *what)
{
    size_t column = (size_t)utf8_count((struct str){parser->text.at, (size_t)(at - parser->text.at)}) + 1;
    return fail(parser->error, NR_FAILED, "%s:%zu:%zu: %s", parser->file->path, parser->line, column, what);
}

/* Words with single spaces or hyphens between them. */
static bool check_written(const struct parser *parser, struct str written)
{
    char key[WORD_KEY_MAX];
    if (!written.length)
        return wrong(parser, written.at, "nothing is written before the tab");
    if (written.length > WRITTEN_BYTES_MAX)
        return wrong(parser, written.at, "what is written is too long; at most 120 bytes");
    for (size_t at = 0;;) {
        size_t end = word_end(written, at);
        if (end == at)
            return wrong(parser, written.at + at,
                         "this is no part of a word; write letters and digits, with one space or hyphen between "
                         "words");
        if (!word_fold(str_slice(written, at, end), key))
            return wrong(parser, written.at + at, "the word is too long");
        if (end == written.length)
            return true;
        at = word_separator(written, end);
        if (at == end)
            return wrong(parser, written.at + end,
                         "this is no part of a word; write letters and digits, with one space or hyphen between "
                         "words");
    }
}

static bool store_phonemes(const struct parser *parser, struct str said, struct nr_lexicon_entry *entry)
{
    size_t at;
    const char *why;
    if (said.length < 3 || !str_ends(said, STR("/")))
        return wrong(parser, said.at, "phonemes stand between slashes, as in /s'i:/");
    said = str_slice(said, 1, said.length - 1);
    if (memchr(said.at, '\0', said.length))
        return wrong(parser, said.at, "this holds a NUL byte");
    entry->phonemes = arena_string(parser->arena, said);
    if (nr_phonemes_check(entry->phonemes, &at, &why))
        return true;
    return wrong(parser, said.at + at, arena_printf(parser->arena, "%s; docs/lexicon.md lists them", why));
}

static bool has_word(struct str text)
{
    for (size_t at = 0, length; at < text.length; at += length) {
        utf8_at(text, at, &length);
        if (word_end(text, at) > at)
            return true;
    }
    return false;
}

static bool store_spoken(const struct parser *parser, struct str said, struct nr_lexicon_entry *entry)
{
    if (str_starts(said, STR("/")))
        return store_phonemes(parser, said, entry);
    for (size_t i = 0; i < said.length; i++)
        if ((unsigned char)said.at[i] < ' ')
            return wrong(parser, said.at + i, "this holds a control character");
    if (!has_word(said))
        return wrong(parser, said.at, "there is nothing to say; give words, or phonemes between slashes");
    if (said.length > SPOKEN_BYTES_MAX)
        return wrong(parser, said.at, "what is said is too long; at most 200 bytes");
    entry->spoken = arena_string(parser->arena, said);
    return true;
}

/* "in|near": words with bars between. */
static bool check_list(const struct parser *parser, struct str list)
{
    char key[WORD_KEY_MAX];
    for (size_t at = 0;;) {
        size_t end = word_end(list, at);
        if (end == at || !word_fold(str_slice(list, at, end), key))
            return wrong(parser, list.at + at, "a word is missing; give one, or several with '|' between");
        if (end == list.length)
            return true;
        if (list.at[end] != '|')
            return wrong(parser, list.at + end, "this is no part of a word; words have '|' between them");
        at = end + 1;
    }
}

static bool check_locale(const struct parser *parser, struct str tag)
{
    for (size_t i = 0; i < tag.length; i++) {
        char c = tag.at[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!letter && (c != '-' || i == 0 || i + 1 == tag.length))
            return wrong(parser, tag.at + i, "this is no locale; give one such as en-GB");
    }
    return tag.length > 0 || wrong(parser, tag.at, "this is no locale; give one such as en-GB");
}

static bool store_condition(const struct parser *parser, struct str text, struct nr_lexicon_entry *entry)
{
    if (str_equal(text, STR(EXACT))) {
        entry->exact = true;
        return true;
    }
    for (size_t i = 0; i < CONDITION_COUNT; i++) {
        struct str name = str_of(conditions[i].name), value = str_slice(text, name.length, text.length);
        const char *old;
        if (!str_starts(text, name))
            continue;
        memcpy(&old, (char *)entry + conditions[i].offset, sizeof old);
        if (old)
            return wrong(parser, text.at, "this condition was given before");
        if (!(conditions[i].is_words ? check_list(parser, value) : check_locale(parser, value)))
            return false;
        const char *kept = arena_string(parser->arena, value);
        memcpy((char *)entry + conditions[i].offset, &kept, sizeof kept);
        return true;
    }
    return wrong(parser, text.at, "unknown condition; there are locale=, after=, before= and " EXACT);
}

static bool store_conditions(const struct parser *parser, struct str text, struct nr_lexicon_entry *entry)
{
    while ((text = str_trim(text)).length) {
        size_t end = str_find(text, STR(" "));
        if (!store_condition(parser, str_slice(text, 0, end), entry))
            return false;
        text = str_slice(text, end, text.length);
    }
    return true;
}

/* Takes the next field, and the tabs behind it, off *rest. */
static struct str take_field(struct str *rest)
{
    size_t end = str_find(*rest, STR("\t")), next = end;
    while (next < rest->length && rest->at[next] == '\t')
        next++;
    struct str field = str_trim(str_slice(*rest, 0, end));
    *rest = str_slice(*rest, next, rest->length);
    return field;
}

static void add(struct lexicon_draft *draft, struct nr_lexicon_entry entry)
{
    void *entries = draft->entries;
    memory_reserve(&entries, &draft->capacity, draft->count + 1, sizeof entry);
    draft->entries = entries;
    draft->entries[draft->count++] = entry;
}

static bool parse_line(struct lexicon_draft *draft, const struct parser *parser)
{
    struct str rest = parser->text, fields[FIELDS];
    struct nr_lexicon_entry entry = {.layer = parser->file->layer,
                                     .path = parser->file->path,
                                     .name = parser->file->name,
                                     .line = parser->line};
    if (!str_trim(rest).length || rest.at[0] == '#')
        return true;
    size_t bad = utf8_invalid(rest);
    if (bad < rest.length)
        return wrong(parser, rest.at + bad, "this is not UTF-8");
    if (!memchr(rest.at, '\t', rest.length))
        return wrong(parser, rest.at, "there is no tab between what is written and what is said");
    for (size_t i = 0; i < FIELDS; i++)
        fields[i] = take_field(&rest);
    if (rest.length)
        return wrong(parser, rest.at, "too many fields; there are what is written, what is said, and conditions");
    if (fields[0].length > 1 && str_ends(fields[0], STR(".")))
        fields[0].length--;
    if (!check_written(parser, fields[0]) || !store_spoken(parser, fields[1], &entry) ||
        !store_conditions(parser, fields[2], &entry))
        return false;
    entry.written = arena_string(parser->arena, fields[0]);
    add(draft, entry);
    return true;
}

/* The text without a byte order mark. */
static struct str behind_mark(struct str text)
{
    return str_slice(text, str_starts(text, STR("\xEF\xBB\xBF")) ? 3 : 0, text.length);
}

bool lexicon_read(struct lexicon_draft *draft, const struct lexicon_file *file, struct nr_error *error)
{
    struct parser parser = {.file = file, .arena = draft->arena, .error = error};
    struct str rest = behind_mark(file->text);
    while (str_take_line(&rest, &parser.text)) {
        parser.line++;
        if (!parse_line(draft, &parser))
            return false;
    }
    return true;
}

void lexicon_mistakes(struct nr_arena *arena, const struct lexicon_file *file,
                      void (*each)(void *context, const char *message), void *context)
{
    struct nr_error error;
    struct lexicon_draft draft = {.arena = arena};
    struct parser parser = {.file = file, .arena = arena, .error = &error};
    struct str rest = behind_mark(file->text);
    while (str_take_line(&rest, &parser.text)) {
        parser.line++;
        if (!parse_line(&draft, &parser))
            each(context, error.message);
    }
    free(draft.entries);
}

struct nr_lexicon *lexicon_finish(struct lexicon_draft *draft)
{
    struct nr_lexicon *lexicon = arena_alloc(draft->arena, sizeof *lexicon);
    arena_defer(draft->arena, free, draft->entries);
    *lexicon = (struct nr_lexicon){.arena = draft->arena,
                                   .entries = draft->entries,
                                   .count = draft->count,
                                   .index = lexicon_index(draft->arena, draft->entries, draft->count)};
    return lexicon;
}

void lexicon_drop(struct lexicon_draft *draft)
{
    free(draft->entries);
    arena_free(draft->arena);
}

void nr_lexicon_free(struct nr_lexicon *lexicon)
{
    if (lexicon)
        arena_free(lexicon->arena);
}

bool nr_lexicon_parse(const char *name, const char *text, size_t length, struct nr_lexicon **lexicon,
                      struct nr_error *error)
{
    struct lexicon_draft draft = {.arena = arena_new()};
    const char *path = arena_string(draft.arena, str_of(name));
    struct lexicon_file file = {path, path, NR_LAYER_GIVEN, {text, length}};
    if (!lexicon_read(&draft, &file, error)) {
        lexicon_drop(&draft);
        return false;
    }
    *lexicon = lexicon_finish(&draft);
    return true;
}
