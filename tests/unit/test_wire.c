#include "speak/wire_stream.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmocka.h>

static const struct wire_event events[] = {{0, 0}, {7, 5}};
static const struct wire_word words[] = {{0, 5}, {3, 6}};
static const uint32_t said[] = {1, 4};

#define VIEW(array) ((struct str){(const char *)(array), sizeof(array)})

/* One of every type; the sound comes last. */
static void put_all(struct buf *out)
{
    wire_put(out,
             &(struct wire_message){.type = WIRE_HELLO, .hello = {1, 7, STR("tone"), {STR("/own"), STR("")}}});
    wire_put(out, &(struct wire_message){.type = WIRE_READY, .ready = {1, 22050, 30000, STR("tone 1")}});
    wire_put(out, &(struct wire_message){.type = WIRE_REFUSAL, .refusal = {2, STR("unknown engine 'x'")}});
    wire_put(out, &(struct wire_message){
                      .type = WIRE_ORDER,
                      .order = {9, 175, 42, 58, 90, 1, 3, STR("en-gb"), STR("Hello."), STR("said"), VIEW(words)}});
    wire_put(out, &(struct wire_message){.type = WIRE_CANCEL});
    wire_put(out, &(struct wire_message){.type = WIRE_SOUND,
                                         .sound = {9, WIRE_SPOKEN, 22050, 5, STR(""), VIEW(said), VIEW(events)}});
}

static void assert_str(struct str got, struct str wanted)
{
    assert_int_equal(got.length, wanted.length);
    assert_memory_equal(got.at, wanted.at, wanted.length);
}

static void messages_come_back_as_they_were(void **state)
{
    (void)state;
    struct buf bytes = {0};
    struct wire_message message;
    put_all(&bytes);
    struct str rest = buf_str(&bytes);
    assert_int_equal(wire_take(&rest, &message), WIRE_WHOLE);
    assert_int_equal(message.hello.jobs, 7);
    assert_str(message.hello.engine, STR("tone"));
    assert_str(message.hello.variants[0], STR("/own"));
    assert_str(message.hello.variants[1], STR(""));
    assert_int_equal(wire_take(&rest, &message), WIRE_WHOLE);
    assert_int_equal(message.ready.order_ms, 30000);
    assert_str(message.ready.engine, STR("tone 1"));
    assert_int_equal(wire_take(&rest, &message), WIRE_WHOLE);
    assert_int_equal(message.refusal.status, 2);
    assert_int_equal(wire_take(&rest, &message), WIRE_WHOLE);
    assert_int_equal(message.order.volume, 90);
    assert_int_equal(message.order.bare, 1);
    assert_str(message.order.voice, STR("en-gb"));
    assert_str(message.order.text, STR("Hello."));
    assert_str(message.order.pronunciations, STR("said"));
    assert_int_equal(wire_word_count(&message.order), 2);
    assert_int_equal(wire_word_at(&message.order, 1).start, 3);
    assert_int_equal(wire_take(&rest, &message), WIRE_WHOLE);
    assert_int_equal(message.type, WIRE_CANCEL);
    assert_int_equal(wire_take(&rest, &message), WIRE_WHOLE);
    assert_int_equal(wire_event_count(&message.sound), 2);
    assert_int_equal(wire_event_at(&message.sound, 1).offset, 7);
    assert_int_equal(message.sound.frame_count, 5);
    assert_true(wire_is_said(&message.sound, 4) && !wire_is_said(&message.sound, 0));
    assert_int_equal(wire_take(&rest, &message), WIRE_MORE);
    buf_free(&bytes);
}

static void a_message_is_whole_with_its_last_byte_only(void **state)
{
    (void)state;
    struct buf bytes = {0};
    put_all(&bytes);
    for (size_t cut = 0; cut < bytes.length; cut++) {
        struct str rest = str_slice(buf_str(&bytes), 0, cut);
        struct wire_message message;
        enum wire_state got;
        while ((got = wire_take(&rest, &message)) == WIRE_WHOLE)
            assert_int_not_equal(message.type, WIRE_SOUND);
        assert_int_equal(got, WIRE_MORE);
    }
    buf_free(&bytes);
}

static void bytes_one_by_one_are_the_same_messages(void **state)
{
    (void)state;
    int ends[2];
    struct buf bytes = {0};
    struct wire_in in = {0};
    struct wire_message message;
    enum wire_type last = 0;
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    put_all(&bytes);
    for (size_t i = 0; i < bytes.length; i++) {
        assert_int_equal(write(ends[0], bytes.at + i, 1), 1);
        assert_true(wire_in_read(&in, ends[1]));
        if (wire_in_next(&in, &message) == WIRE_WHOLE)
            assert_int_equal(message.type, ++last);
    }
    assert_int_equal(last, WIRE_SOUND);
    close(ends[0]);
    assert_false(wire_in_read(&in, ends[1]));
    close(ends[1]);
    wire_in_free(&in);
    buf_free(&bytes);
}

static void put_words(struct buf *bytes, const uint32_t *numbers, size_t count)
{
    buf_clear(bytes);
    buf_append(bytes, (struct str){(const char *)numbers, count * sizeof *numbers});
}

static void nonsense_is_bad_at_once(void **state)
{
    (void)state;
    static const uint32_t rows[][9] = {
        {0},                                                      /* no such type */
        {WIRE_SOUND + 1},                                         /* nor this */
        {WIRE_SOUND, WIRE_PAYLOAD_MAX + 1},                       /* too long */
        {WIRE_HELLO, 16385},                                      /* too long for a hello */
        {WIRE_CANCEL, 4},                                         /* a payload where there is none */
        {WIRE_REFUSAL, 8, 0, 1},                                  /* a text beyond the payload */
        {WIRE_REFUSAL, 12, 0, 0, 0},                              /* a payload beyond the text */
        {WIRE_SOUND, 28, 1, WIRE_NO_VOICE + 1, 22050, 0, 0, 0},   /* no such outcome */
        {WIRE_SOUND, 28, 1, 0, 22050, WIRE_FRAMES_MAX + 1, 0, 0}, /* too many frames */
    };
    struct buf bytes = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct wire_message message;
        put_words(&bytes, rows[i], 9);
        struct str rest = buf_str(&bytes);
        assert_int_equal(wire_take(&rest, &message), WIRE_BAD);
    }
    buf_free(&bytes);
}

static void assert_bad(const struct wire_message *sent)
{
    struct buf bytes = {0};
    struct wire_message message;
    wire_put(&bytes, sent);
    struct str rest = buf_str(&bytes);
    assert_int_equal(wire_take(&rest, &message), WIRE_BAD);
    buf_free(&bytes);
}

static void an_event_beyond_the_sound_is_bad(void **state)
{
    (void)state;
    static const struct wire_event late[] = {{0, 6}};
    assert_bad(&(struct wire_message){.type = WIRE_SOUND, .sound = {.frame_count = 5, .events = VIEW(late)}});
}

static void a_word_beyond_the_text_or_before_the_last_is_bad(void **state)
{
    (void)state;
    static const struct wire_word rows[][2] = {{{0, 2}, {3, 7}}, {{2, 3}, {1, 3}}, {{2, 1}, {2, 2}}};
    for (size_t i = 0; i < 3; i++)
        assert_bad(
            &(struct wire_message){.type = WIRE_ORDER, .order = {.text = STR("Hello."), .words = VIEW(rows[i])}});
    assert_bad(&(struct wire_message){.type = WIRE_ORDER, .order = {.slot = WIRE_SLOTS_MAX}});
}

static void a_full_socket_keeps_the_rest_for_later(void **state)
{
    (void)state;
    int ends[2];
    struct wire_out out = {0};
    struct wire_in in = {0};
    size_t length = (size_t)4 << 20;
    char *zeros = calloc(1, length);
    struct wire_message message = {.type = WIRE_SOUND, .sound = {.id = 1, .events = {zeros, length}}};
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    assert_true(wire_unblock(ends[0]));
    wire_put(&out.bytes, &message);
    assert_true(wire_out_flush(&out, ends[0]));
    assert_true(wire_out_waiting(&out) > 0);
    while (wire_in_next(&in, &message) == WIRE_MORE) {
        assert_true(wire_in_read(&in, ends[1]));
        assert_true(wire_out_flush(&out, ends[0]));
    }
    assert_int_equal(message.sound.events.length, length);
    assert_int_equal(wire_out_waiting(&out), 0);
    close(ends[1]);
    wire_put(&out.bytes, &(struct wire_message){.type = WIRE_CANCEL});
    assert_false(wire_out_flush(&out, ends[0]));
    close(ends[0]);
    wire_in_free(&in);
    wire_out_free(&out);
    free(zeros);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(messages_come_back_as_they_were),
        cmocka_unit_test(a_message_is_whole_with_its_last_byte_only),
        cmocka_unit_test(bytes_one_by_one_are_the_same_messages),
        cmocka_unit_test(nonsense_is_bad_at_once),
        cmocka_unit_test(an_event_beyond_the_sound_is_bad),
        cmocka_unit_test(a_word_beyond_the_text_or_before_the_last_is_bad),
        cmocka_unit_test(a_full_socket_keeps_the_rest_for_later),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
