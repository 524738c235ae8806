#include "packets.h"

#include "memory.h"

#include <stdlib.h>

void packets_add(struct packets *packets, struct str bytes, long span)
{
    void *items = packets->at;
    memory_reserve(&items, &packets->capacity, packets->count + 1, sizeof *packets->at);
    packets->at = items;
    buf_append(&packets->bytes, bytes);
    packets->at[packets->count++] = (struct packet){packets->bytes.length, span};
}

struct str packets_get(const struct packets *packets, size_t index)
{
    size_t start = index ? packets->at[index - 1].end : 0;
    return str_slice(buf_str(&packets->bytes), start, packets->at[index].end);
}

void packets_clear(struct packets *packets)
{
    buf_clear(&packets->bytes);
    packets->count = 0;
}

void packets_drop(void *packets)
{
    struct packets *kept = packets;
    buf_free(&kept->bytes);
    free(kept->at);
    free(kept);
}
