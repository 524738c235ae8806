/* Processors shared among processes: a pipe holds a token for each, and who works takes one.  What a process holds
 * when it dies must be put back by the one that started it, so each counts what it holds where both can see it. */
#ifndef BASE_TOKENS_H
#define BASE_TOKENS_H

#include "narrator/error.h"

#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>

struct nr_tokens {
    int take_fd; /* does not block; readable while there may be a token */
    int give_fd;
    atomic_uint *held; /* by this process and its threads */
};

/* Makes a pipe with `count` tokens; `held` is left NULL.  End with tokens_close(). */
bool tokens_open(struct nr_tokens *tokens, unsigned count, struct nr_error *error);

void tokens_close(struct nr_tokens *tokens);

/* Takes a token if there is one.  NULL is a wealth of tokens, here and below. */
bool tokens_take(const struct nr_tokens *tokens);

/* Waits for a token; false when *stop (which may be NULL) became true meanwhile. */
bool tokens_wait(const struct nr_tokens *tokens, const volatile sig_atomic_t *stop);

/* Gives a token that was taken. */
void tokens_give(const struct nr_tokens *tokens);

/* Puts back what a dead process held, as its counter says. */
void tokens_put_back(const struct nr_tokens *tokens, atomic_uint *held);

/* While nobody works: makes sure that there are `count` tokens again.  A process that is killed between taking and
 * counting loses one. */
void tokens_restore(const struct nr_tokens *tokens, unsigned count);

#endif
