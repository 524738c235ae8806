#include "speaker_known.h"

/* FNV-1a */
#define HASH_START 14695981039346656037u
#define HASH_PRIME 1099511628211u

static uint64_t hash(uint64_t key, struct str bytes)
{
    for (size_t i = 0; i < bytes.length; i++)
        key = (key ^ (unsigned char)bytes.at[i]) * HASH_PRIME;
    return key;
}

static uint64_t hash_number(uint64_t key, uint64_t number)
{
    return hash(key, (struct str){(const char *)&number, sizeof number});
}

uint64_t known_key(const struct wire_order *order, size_t offset)
{
    uint64_t key = hash(hash_number(HASH_START, order->voice.length), order->voice);
    key = hash(hash_number(hash_number(key, order->bare), order->rate_wpm), order->text);
    key = hash(hash_number(key, order->pronunciations.length), order->pronunciations);
    return hash_number(key, offset) | 1; /* 0 is an empty slot */
}

bool known_has(const struct known *known, uint64_t key)
{
    return known->keys[key / 2 % KNOWN_SLOTS] == key;
}

void known_add(struct known *known, uint64_t key)
{
    known->keys[key / 2 % KNOWN_SLOTS] = key;
}
