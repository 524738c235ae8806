/* Messages over a descriptor that does not block: what has come so far, what has yet to go. */
#ifndef SPEAK_WIRE_STREAM_H
#define SPEAK_WIRE_STREAM_H

#include "wire.h"

/* Zeroed structs are empty. */
struct wire_in {
    struct buf bytes;
    size_t used;
};

struct wire_out {
    struct buf bytes;
    size_t sent;
};

/* Milliseconds that passed while the process ran: a stop by SIGSTOP counts as a second at most, or
 * everything would be overdue when a stopped job goes on. */
struct wire_clock {
    uint64_t seen_ms;
    uint64_t passed_ms;
};

/* Reads what is there; false when nothing will come any more. */
bool wire_in_read(struct wire_in *in, int fd);

/* The next message, valid until wire_in_read(). */
enum wire_state wire_in_next(struct wire_in *in, struct wire_message *message);

void wire_in_free(struct wire_in *in);

/* Sends what the socket takes now; false when the other end is gone. */
bool wire_out_flush(struct wire_out *out, int fd);

/* Bytes that have yet to go. */
size_t wire_out_waiting(const struct wire_out *out);

void wire_out_free(struct wire_out *out);

/* Makes reading and writing return at once. */
bool wire_unblock(int fd);

uint64_t wire_clock_tick(struct wire_clock *clock);

#endif
