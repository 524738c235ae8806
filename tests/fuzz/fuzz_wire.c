/* Any bytes from the other end: nothing is read beyond them, and what is taken can be put back the same. */
#include "speak/wire.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool good)
{
    if (!good)
        abort();
}

static enum wire_state take_all(struct str *rest, struct buf *again)
{
    struct wire_message message;
    enum wire_state state;
    while ((state = wire_take(rest, &message)) == WIRE_WHOLE)
        wire_put(again, &message);
    return state;
}

/* The same bytes, one more each time, as they come over a slow line. */
static enum wire_state take_slowly(const uint8_t *data, size_t size, struct buf *again)
{
    enum wire_state state = WIRE_MORE;
    size_t used = 0;
    for (size_t length = 0; length <= size && state == WIRE_MORE; length++) {
        struct str rest = {(const char *)data + used, length - used};
        state = take_all(&rest, again);
        used = length - rest.length;
    }
    return state;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str rest = {(const char *)data, size};
    struct buf whole = {0}, slow = {0};
    enum wire_state state = take_all(&rest, &whole);
    check(!whole.length || !memcmp(data, whole.at, whole.length));
    check(whole.length + rest.length == size);
    if (size < 4096) {
        check(take_slowly(data, size, &slow) == state);
        check(str_equal(buf_str(&whole), buf_str(&slow)));
    }
    buf_free(&whole);
    buf_free(&slow);
    return 0;
}
