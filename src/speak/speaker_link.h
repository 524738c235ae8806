/* The library's end: the helper process, started and listened to. */
#ifndef SPEAK_SPEAKER_LINK_H
#define SPEAK_SPEAKER_LINK_H

#include "narrator/error.h"
#include "wire_stream.h"

#include <signal.h>
#include <sys/types.h>

#define LINK_TURN_MS 100 /* a wish to stop waits no longer */

struct link {
    const char *path;
    const char *engine;
    const char *variants[WIRE_VARIANTS];
    uint32_t jobs;
    const volatile sig_atomic_t *stop; /* NULL: is never stopped */
    const struct nr_tokens *tokens;    /* NULL: no need for any */
    bool hungry;                       /* for a token */
    pid_t pid;                         /* 0: no helper runs */
    int fd;
    int sound_fd;     /* the file of slots, made anew with every helper */
    bool *slots_used; /* by orders */
    size_t slot_count;
    struct wire_in in;
    struct wire_out out;
    struct wire_clock clock;
    uint64_t heard_ms; /* when the helper last said something, or was last waited for */
    uint64_t patience_ms;
    char title[64]; /* of the engine, when ready */
    unsigned sample_rate;
};

/* Starts a helper, which is of no use before link_await(). */
bool link_begin(struct link *link, struct nr_error *error);

/* Waits until the helper is ready; kills one that does not get so. */
bool link_await(struct link *link, struct nr_error *error);

/* Starts a helper and waits until it is ready. */
bool link_start(struct link *link, struct nr_error *error);

/* Asks the helper to leave, which ends its children, and waits for that. */
void link_end(struct link *link);

/* Kills a helper that can't be trusted any more. */
void link_kill(struct link *link);

/* A slot for an order; false when none is free. */
bool link_take_slot(struct link *link, uint32_t *slot);

void link_free_slot(struct link *link, uint32_t slot);

/* Copies what lies in the slot; false when the helper did not keep its word. */
bool link_read(const struct link *link, uint32_t slot, int16_t *frames, size_t count);

/* Counts the helper's silence from now on. */
void link_expect(struct link *link);

/* Sends what is waiting, and listens for at most `wait_ms`, when hungry for a token too.  False when the helper is
 * gone, or silent for too long. */
bool link_exchange(struct link *link, int wait_ms);

/* Sends what can be sent without waiting. */
bool link_flush(struct link *link);

bool link_stopped(const struct link *link);

#endif
