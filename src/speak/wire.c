#include "wire.h"

#include <string.h>

/* What a message is made of: leading numbers, then texts from `texts_at` within its struct. */
struct layout {
    size_t numbers;
    size_t texts_at;
    size_t texts;
    size_t payload_max;
};

#define TEXTS_MAX 4

static const struct layout layouts[] = {
    [WIRE_HELLO] = {2, offsetof(struct wire_hello, engine), 1 + WIRE_VARIANTS, 16384},
    [WIRE_READY] = {3, offsetof(struct wire_ready, engine), 1, 256},
    [WIRE_REFUSAL] = {1, offsetof(struct wire_refusal, why), 1, 1024},
    [WIRE_ORDER] = {7, offsetof(struct wire_order, voice), 4, 262144},
    [WIRE_CANCEL] = {0, 0, 0, 0},
    [WIRE_SOUND] = {4, offsetof(struct wire_sound, why), 3, WIRE_PAYLOAD_MAX},
};

static void put_number(struct buf *out, size_t number)
{
    uint32_t value = (uint32_t)number;
    buf_append(out, (struct str){(const char *)&value, sizeof value});
}

static bool take_number(struct str *bytes, uint32_t *number)
{
    if (bytes->length < sizeof *number)
        return false;
    memcpy(number, bytes->at, sizeof *number);
    *bytes = str_slice(*bytes, sizeof *number, bytes->length);
    return true;
}

static bool take_text(struct str *bytes, struct str *text)
{
    uint32_t length;
    if (!take_number(bytes, &length) || bytes->length < length)
        return false;
    *text = str_slice(*bytes, 0, length);
    *bytes = str_slice(*bytes, length, bytes->length);
    return true;
}

static bool order_is_sane(const struct wire_order *order)
{
    uint32_t behind = 0;
    if (order->slot >= WIRE_SLOTS_MAX || order->words.length % sizeof(struct wire_word))
        return false;
    for (size_t i = 0; i < wire_word_count(order); i++) {
        struct wire_word word = wire_word_at(order, i);
        if (word.start < behind || word.end < word.start || word.end > order->text.length)
            return false;
        behind = word.start;
    }
    return true;
}

static bool sound_is_sane(const struct wire_sound *sound)
{
    if (sound->outcome > WIRE_NO_VOICE || sound->frame_count > WIRE_FRAMES_MAX ||
        sound->said.length % sizeof(uint32_t) || sound->events.length % sizeof(struct wire_event))
        return false;
    for (size_t i = 0; i < wire_event_count(sound); i++)
        if (wire_event_at(sound, i).frame > sound->frame_count)
            return false;
    return true;
}

static bool is_sane(const struct wire_message *message)
{
    switch (message->type) {
    case WIRE_ORDER:
        return order_is_sane(&message->order);
    case WIRE_SOUND:
        return sound_is_sane(&message->sound);
    default:
        return true;
    }
}

static bool decode(const struct layout *layout, struct str payload, struct wire_message *message)
{
    char *body = (char *)&message->hello;
    for (size_t i = 0; i < layout->numbers; i++) {
        uint32_t number;
        if (!take_number(&payload, &number))
            return false;
        memcpy(body + i * sizeof number, &number, sizeof number);
    }
    for (size_t i = 0; i < layout->texts; i++) {
        struct str text;
        if (!take_text(&payload, &text))
            return false;
        memcpy(body + layout->texts_at + i * sizeof text, &text, sizeof text);
    }
    return !payload.length && is_sane(message);
}

size_t wire_word_count(const struct wire_order *order)
{
    return order->words.length / sizeof(struct wire_word);
}

struct wire_word wire_word_at(const struct wire_order *order, size_t index)
{
    struct wire_word word;
    memcpy(&word, order->words.at + index * sizeof word, sizeof word);
    return word;
}

bool wire_is_said(const struct wire_sound *sound, size_t word)
{
    for (size_t at = 0; at < sound->said.length; at += sizeof(uint32_t)) {
        uint32_t said;
        memcpy(&said, sound->said.at + at, sizeof said);
        if (said == word)
            return true;
    }
    return false;
}

size_t wire_event_count(const struct wire_sound *sound)
{
    return sound->events.length / sizeof(struct wire_event);
}

struct wire_event wire_event_at(const struct wire_sound *sound, size_t index)
{
    struct wire_event event;
    memcpy(&event, sound->events.at + index * sizeof event, sizeof event);
    return event;
}

void wire_put(struct buf *out, const struct wire_message *message)
{
    const struct layout *layout = &layouts[message->type];
    const char *body = (const char *)&message->hello;
    struct str texts[TEXTS_MAX];
    size_t length = layout->numbers * sizeof(uint32_t);
    for (size_t i = 0; i < layout->texts; i++) {
        memcpy(&texts[i], body + layout->texts_at + i * sizeof *texts, sizeof *texts);
        length += sizeof(uint32_t) + texts[i].length;
    }
    put_number(out, message->type);
    put_number(out, length);
    buf_append(out, (struct str){body, layout->numbers * sizeof(uint32_t)});
    for (size_t i = 0; i < layout->texts; i++) {
        put_number(out, texts[i].length);
        buf_append(out, texts[i]);
    }
}

void wire_put_pronunciation(struct buf *out, const struct wire_pronunciation *pronunciation)
{
    put_number(out, pronunciation->start);
    put_number(out, pronunciation->end);
    put_number(out, pronunciation->phonemes.length);
    buf_append(out, pronunciation->phonemes);
}

bool wire_take_pronunciation(struct str *bytes, struct wire_pronunciation *pronunciation)
{
    return take_number(bytes, &pronunciation->start) && take_number(bytes, &pronunciation->end) &&
           take_text(bytes, &pronunciation->phonemes);
}

enum wire_state wire_take(struct str *bytes, struct wire_message *message)
{
    struct str rest = *bytes;
    uint32_t type, length;
    if (!take_number(&rest, &type))
        return WIRE_MORE;
    if (type < WIRE_HELLO || type > WIRE_SOUND)
        return WIRE_BAD;
    if (!take_number(&rest, &length))
        return WIRE_MORE;
    if (length > layouts[type].payload_max)
        return WIRE_BAD;
    if (rest.length < length)
        return WIRE_MORE;
    *message = (struct wire_message){.type = (enum wire_type)type};
    if (!decode(&layouts[type], str_slice(rest, 0, length), message))
        return WIRE_BAD;
    *bytes = str_slice(rest, length, rest.length);
    return WIRE_WHOLE;
}
