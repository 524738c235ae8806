/* Encoded packets kept in memory: a piece of sound is half a minute, which is some 150 kB. */
#ifndef WRITE_PACKETS_H
#define WRITE_PACKETS_H

#include "buf.h"

struct packet {
    size_t end; /* in packets.bytes; it starts where the one before ends */
    long span;  /* what the codec counts per packet: a block's length, frames */
};

/* A zeroed struct is empty. */
struct packets {
    struct buf bytes;
    struct packet *at;
    size_t count;
    size_t capacity;
};

void packets_add(struct packets *packets, struct str bytes, long span);

/* The bytes of packet `index`. */
struct str packets_get(const struct packets *packets, size_t index);

/* Forgets what is kept; keeps the memory. */
void packets_clear(struct packets *packets);

/* Frees what is kept, and the struct itself. */
void packets_drop(void *packets);

#endif
