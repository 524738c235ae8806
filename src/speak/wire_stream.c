#include "wire_stream.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define READ_BYTES       ((size_t)64 << 10)
#define KEEP_BYTES       ((size_t)1 << 20)
#define MS_PER_S         1000
#define NS_PER_MS        1000000
#define LONGEST_PAUSE_MS 1000u

static bool is_passing(int reason)
{
    return reason == EAGAIN || reason == EWOULDBLOCK || reason == EINTR;
}

/* Memory of a long sound is given back once it is done with. */
static void empty(struct buf *buf)
{
    if (buf->capacity > KEEP_BYTES)
        buf_free(buf);
    else
        buf_clear(buf);
}

static void drop_front(struct buf *buf, size_t *count)
{
    size_t rest = buf->length - *count;
    if (rest) {
        memmove(buf->at, buf->at + *count, rest + 1);
        buf->length = rest;
    } else {
        empty(buf);
    }
    *count = 0;
}

bool wire_in_read(struct wire_in *in, int fd)
{
    char bytes[READ_BYTES];
    drop_front(&in->bytes, &in->used);
    ssize_t count = read(fd, bytes, sizeof bytes);
    if (count < 0)
        return is_passing(errno);
    buf_append(&in->bytes, (struct str){bytes, (size_t)count});
    return count > 0;
}

enum wire_state wire_in_next(struct wire_in *in, struct wire_message *message)
{
    struct str rest = buf_str(&in->bytes);
    rest = str_slice(rest, in->used, rest.length);
    enum wire_state state = wire_take(&rest, message);
    in->used = in->bytes.length - rest.length;
    return state;
}

void wire_in_free(struct wire_in *in)
{
    buf_free(&in->bytes);
    in->used = 0;
}

bool wire_out_flush(struct wire_out *out, int fd)
{
    bool good = true;
    while (good && wire_out_waiting(out)) {
        ssize_t count = send(fd, out->bytes.at + out->sent, wire_out_waiting(out), MSG_NOSIGNAL);
        if (count > 0)
            out->sent += (size_t)count;
        else if (is_passing(errno))
            break;
        else
            good = false;
    }
    if (out->sent >= wire_out_waiting(out))
        drop_front(&out->bytes, &out->sent);
    return good;
}

size_t wire_out_waiting(const struct wire_out *out)
{
    return out->bytes.length - out->sent;
}

void wire_out_free(struct wire_out *out)
{
    buf_free(&out->bytes);
    out->sent = 0;
}

bool wire_unblock(int fd)
{
    int flags = fcntl(fd, F_GETFL);
    return flags >= 0 && fcntl(fd, F_SETFL, flags | O_NONBLOCK) == 0;
}

uint64_t wire_clock_tick(struct wire_clock *clock)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    uint64_t now_ms = (uint64_t)now.tv_sec * MS_PER_S + (uint64_t)now.tv_nsec / NS_PER_MS;
    uint64_t passed = clock->seen_ms ? now_ms - clock->seen_ms : 0;
    clock->seen_ms = now_ms;
    clock->passed_ms += passed < LONGEST_PAUSE_MS ? passed : LONGEST_PAUSE_MS;
    return clock->passed_ms;
}
