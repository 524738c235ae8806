#include "keys.h"

#include "utf8.h"

#include <string.h>

/* ECMA-48 cursor keys, as xterm, rxvt, the Linux console and screen send them. */
static const struct {
    const char *bytes;
    const char *name;
} sequences[] = {
    {"\033[A", "up"},       {"\033OA", "up"},        {"\033[B", "down"},    {"\033OB", "down"},
    {"\033[C", "right"},    {"\033OC", "right"},     {"\033[D", "left"},    {"\033OD", "left"},
    {"\033[5~", "pageup"},  {"\033[6~", "pagedown"}, {"\033[H", "home"},    {"\033OH", "home"},
    {"\033[1~", "home"},    {"\033[7~", "home"},     {"\033[F", "end"},     {"\033OF", "end"},
    {"\033[4~", "end"},     {"\033[8~", "end"},      {"\033[2~", "insert"}, {"\033[3~", "delete"},
    {"\033OP", "f1"},       {"\033[11~", "f1"},      {"\033[[A", "f1"},     {"\033OQ", "f2"},
    {"\033[12~", "f2"},     {"\033[[B", "f2"},       {"\033OR", "f3"},      {"\033[13~", "f3"},
    {"\033[[C", "f3"},      {"\033OS", "f4"},        {"\033[14~", "f4"},    {"\033[[D", "f4"},
    {" ", "space"},         {"\r", "enter"},         {"\n", "enter"},       {"\t", "tab"},
    {"\177", "backspace"},  {"\b", "backspace"},     {"\003", "ctrl-c"},    {"\004", "ctrl-d"},
    {"\033\033", "escape"},
};

#define SEQUENCE_COUNT (sizeof sequences / sizeof *sequences)

void keys_add(struct keys *keys, const char *bytes, size_t count)
{
    size_t room = sizeof keys->bytes - keys->count;
    if (count > room)
        count = room;
    memcpy(keys->bytes + keys->count, bytes, count);
    keys->count += count;
}

static void take(struct keys *keys, size_t count)
{
    keys->count -= count;
    memmove(keys->bytes, keys->bytes + count, keys->count);
}

static const char *find_sequence(const struct keys *keys, size_t *length)
{
    for (size_t i = 0; i < SEQUENCE_COUNT; i++) {
        *length = strlen(sequences[i].bytes);
        if (*length <= keys->count && memcmp(keys->bytes, sequences[i].bytes, *length) == 0)
            return sequences[i].name;
    }
    return NULL;
}

/* The length of an ECMA-48 sequence whose name is unknown: 0 while its end has not come. */
static size_t sequence_length(const struct keys *keys)
{
    const char *bytes = keys->bytes;
    if (keys->count < 2)
        return 0;
    if (bytes[1] == 'O')
        return keys->count < 3 ? 0 : 3;
    if (bytes[1] != '[')
        return 2; /* Alt and a key */
    for (size_t i = 2; i < keys->count; i++)
        if (bytes[i] >= '@' && bytes[i] <= '~' && !(i == 2 && bytes[i] == '['))
            return i + 1;
    return keys->count == sizeof keys->bytes ? keys->count : 0;
}

static bool take_escape(struct keys *keys, bool complete, char name[KEY_NAME_MAX])
{
    size_t length = sequence_length(keys);
    if (!length && !complete)
        return false;
    strcpy(name, keys->count == 1 ? "escape" : "");
    take(keys, length ? length : keys->count);
    return true;
}

/* Some character; a byte that is none has no name. */
static bool take_character(struct keys *keys, bool complete, char name[KEY_NAME_MAX])
{
    struct str text = {keys->bytes, keys->count};
    size_t length;
    uint32_t code = utf8_at(text, 0, &length);
    unsigned char first = (unsigned char)text.at[0];
    size_t whole = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
    if (code == UTF8_BAD && keys->count < whole && !complete)
        return false;
    bool named = code != UTF8_BAD && code >= ' ';
    memcpy(name, text.at, length);
    name[named ? length : 0] = '\0';
    take(keys, length);
    return true;
}

bool keys_take(struct keys *keys, bool complete, char name[KEY_NAME_MAX])
{
    size_t length;
    if (!keys->count)
        return false;
    const char *known = find_sequence(keys, &length);
    if (known) {
        strcpy(name, known);
        take(keys, length);
        return true;
    }
    return keys->bytes[0] == '\033' ? take_escape(keys, complete, name) : take_character(keys, complete, name);
}

bool keys_know(const char *name)
{
    struct str text = str_of(name);
    if (strcmp(name, "escape") == 0 || (text.length && utf8_count(text) == 1 && (unsigned char)name[0] > ' '))
        return utf8_invalid(text) == text.length;
    for (size_t i = 0; i < SEQUENCE_COUNT; i++)
        if (strcmp(sequences[i].name, name) == 0)
            return true;
    return false;
}
