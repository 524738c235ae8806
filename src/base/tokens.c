#include "tokens.h"

#include "fail.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#define TURN_MS 100 /* a wish to stop waits no longer */

static bool put(const struct nr_tokens *tokens)
{
    ssize_t written;
    do
        written = write(tokens->give_fd, "+", 1);
    while (written < 0 && errno == EINTR);
    return written == 1;
}

static bool get(const struct nr_tokens *tokens)
{
    char token;
    ssize_t got;
    do
        got = read(tokens->take_fd, &token, 1);
    while (got < 0 && errno == EINTR);
    return got == 1;
}

bool tokens_open(struct nr_tokens *tokens, unsigned count, struct nr_error *error)
{
    int ends[2];
    if (pipe(ends) != 0)
        return fail_errno(error, "can't make a pipe");
    *tokens = (struct nr_tokens){.take_fd = ends[0], .give_fd = ends[1]};
    bool ok = fcntl(ends[0], F_SETFD, FD_CLOEXEC) == 0 && fcntl(ends[1], F_SETFD, FD_CLOEXEC) == 0 &&
              fcntl(ends[0], F_SETFL, O_NONBLOCK) == 0;
    for (unsigned i = 0; ok && i < count; i++)
        ok = put(tokens);
    if (!ok) {
        fail_errno(error, "can't set up a pipe");
        tokens_close(tokens);
    }
    return ok;
}

void tokens_close(struct nr_tokens *tokens)
{
    close(tokens->take_fd);
    close(tokens->give_fd);
}

bool tokens_take(const struct nr_tokens *tokens)
{
    if (!tokens)
        return true;
    if (!get(tokens))
        return false;
    if (tokens->held)
        atomic_fetch_add(tokens->held, 1);
    return true;
}

bool tokens_wait(const struct nr_tokens *tokens, const volatile sig_atomic_t *stop)
{
    while (!tokens_take(tokens)) {
        struct pollfd pipe = {.fd = tokens->take_fd, .events = POLLIN};
        if (stop && *stop)
            return false;
        poll(&pipe, 1, TURN_MS);
    }
    return true;
}

void tokens_give(const struct nr_tokens *tokens)
{
    if (!tokens)
        return;
    if (tokens->held)
        atomic_fetch_sub(tokens->held, 1);
    put(tokens);
}

void tokens_put_back(const struct nr_tokens *tokens, atomic_uint *held)
{
    for (unsigned left = atomic_exchange(held, 0); left > 0; left--)
        put(tokens);
}

void tokens_restore(const struct nr_tokens *tokens, unsigned count)
{
    unsigned left = 0;
    while (get(tokens))
        left++;
    for (unsigned i = 0; i < (left > count ? left : count); i++)
        put(tokens);
}
