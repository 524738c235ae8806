#include "arena.h"
#include "buf.h"
#include "fail.h"
#include "limiter.h"
#include "memory.h"
#include "pieces.h"
#include "place.h"
#include "utf8.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void assert_str(struct str got, const char *wanted)
{
    assert_int_equal(got.length, strlen(wanted));
    assert_memory_equal(got.at, wanted, got.length);
}

static void utf8_round_trips_every_scalar(void **state)
{
    (void)state;
    for (uint32_t code = 1; code <= 0x10FFFF; code++) {
        char bytes[UTF8_BYTES_MAX];
        size_t length;
        if (code >= 0xD800 && code <= 0xDFFF)
            continue;
        struct str text = {bytes, utf8_encode(code, bytes)};
        assert_int_equal(utf8_at(text, 0, &length), code);
        assert_int_equal(length, text.length);
        assert_int_equal(utf8_before(text, text.length, &length), code);
        assert_int_equal(length, text.length);
    }
}

static void utf8_finds_the_first_bad_byte(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t bad;
    } rows[] = {{"abc\xE9", 3},    {"\xC0\x80", 0}, {"a\xED\xA0\x80", 1}, {"\xF4\x90\x80\x80", 0},
                {"ab\xE2\x82", 2}, {"\x80", 0},     {"caf\xC3\xA9", 5},   {"\xF0\x9F\x98\x80", 4}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(utf8_invalid(str_of(rows[i].text)), rows[i].bad);
}

static void trim_takes_no_break_spaces(void **state)
{
    (void)state;
    assert_str(utf8_trim(STR(" \u00a0\tend. \u00a0\n")), "end.");
    assert_str(utf8_trim(STR("\u00a0")), "");
    assert_int_equal(utf8_count(STR("a\u00e9\u20ac")), 3);
    assert_int_equal(utf8_offset(STR("a\u00e9\u20ac!"), 3), 6);
}

static void lines_end_in_either_way(void **state)
{
    (void)state;
    struct str rest = STR("one\r\ntwo\n\nlast"), line;
    static const char *const wanted[] = {"one", "two", "", "last"};
    for (size_t i = 0; i < 4; i++) {
        assert_true(str_take_line(&rest, &line));
        assert_str(line, wanted[i]);
    }
    assert_false(str_take_line(&rest, &line));
    assert_int_equal(str_find(STR("abcabd"), STR("abd")), 3);
    assert_int_equal(str_find(STR("abc"), STR("x")), 3);
}

static void places_count_code_points(void **state)
{
    (void)state;
    struct str text = STR("ab\r\n\u00e9x\ry");
    struct place place = place_of(text, 6);
    assert_int_equal(place.line, 2);
    assert_int_equal(place.column, 2);
    place = place_of(text, 8);
    assert_int_equal(place.line, 3);
    assert_int_equal(place.column, 1);
}

static void arena_runs_what_was_deferred(void *context)
{
    int **next = context;
    *(*next)++ = 1;
}

static void arenas_keep_and_free(void **state)
{
    (void)state;
    int log[4] = {0}, *next = log;
    struct nr_arena *arena = arena_new();
    arena_defer(arena, arena_runs_what_was_deferred, &next);
    char *strings[200];
    for (int i = 0; i < 200; i++)
        strings[i] = arena_printf(arena, "%0*d", i * 40 + 1, i);
    for (int i = 0; i < 200; i++) {
        assert_true(i < 3 || strlen(strings[i]) == (size_t)i * 40 + 1);
        assert_int_equal(atoi(strings[i]), i);
        assert_int_equal((uintptr_t)strings[i] % 16, 0);
    }
    assert_int_equal(log[0], 0);
    arena_free(arena);
    assert_int_equal(log[0], 1);
}

/* "a&amp;b  c" cleaned to "a&b c": every clean byte knows its source. */
static void pieces_lead_back_to_the_source(void **state)
{
    (void)state;
    struct str source = STR("a&amp;b  c");
    struct tracing tracing = {0};
    struct nr_arena *arena = arena_new();
    tracing_copy(&tracing, source, 0, 1);
    tracing_replace(&tracing, STR("&"), 1, 6);
    tracing_copy(&tracing, source, 6, 7);
    tracing_replace(&tracing, STR(" "), 7, 9);
    tracing_copy(&tracing, source, 9, 10);
    assert_str(buf_str(&tracing.text), "a&b c");
    const struct nr_pieces *pieces = tracing_pieces(&tracing, arena);
    static const size_t wanted[][2] = {{0, 1}, {1, 6}, {6, 7}, {7, 9}, {9, 10}};
    for (size_t i = 0; i < 5; i++) {
        size_t from, to;
        pieces_source(pieces, i, i + 1, &from, &to);
        assert_int_equal(from, wanted[i][0]);
        assert_int_equal(to, wanted[i][1]);
    }
    size_t from, to;
    pieces_source(pieces, 0, 5, &from, &to);
    assert_int_equal(from, 0);
    assert_int_equal(to, 10);
    tracing_free(&tracing);
    arena_free(arena);
}

static void failing_says_why(void **state)
{
    (void)state;
    struct nr_error error;
    errno = ENOSPC;
    assert_false(fail_errno(&error, "out.ogg"));
    assert_int_equal(error.status, NR_FAILED);
    assert_string_equal(error.message, "out.ogg: No space left on device");
    struct nr_arena *arena = arena_new();
    struct nr_notes notes = {0};
    note(&notes, arena, "first %d", 1);
    note(&notes, arena, "second");
    assert_string_equal(notes.first->message, "first 1");
    assert_string_equal(notes.first->next->message, "second");
    assert_null(notes.last->next);
    arena_free(arena);
}

/* Sound that comes bit by bit is limited as a whole one is, some frames later. */
static void a_flow_is_limited_as_a_whole(void **state)
{
    (void)state;
    enum { RATE = 22050, FRAMES = 3 * RATE, AROUND = RATE };
    static int16_t spoken[AROUND + FRAMES + AROUND], whole[FRAMES], flown[FRAMES + AROUND];
    struct limiter limiter = limiter_of(RATE);
    assert_true(limiter_is_idle(&limiter));
    limiter_set(&limiter, 9, -3);
    assert_false(limiter_is_idle(&limiter));
    for (size_t i = 0; i < FRAMES; i++)
        spoken[AROUND + i] = (int16_t)((int)(i * i * 7919 % 20011) * (i / 3000 % 3 == 1) - (int)(i % 3000));
    limiter_apply(&limiter, spoken + AROUND - limiter_before(&limiter), whole, FRAMES);
    int peak = 0, lowest = 0;
    for (size_t i = 0; i < FRAMES; i++) {
        peak = abs(whole[i]) > peak ? abs(whole[i]) : peak;
        lowest = whole[i] < lowest ? whole[i] : lowest;
    }
    assert_in_range(peak, 23000, 23197);  /* -3 dB */
    assert_in_range(-lowest, 7000, 8600); /* what is soft has its 9 dB, away from the loud */
    struct limiter_flow flow;
    limiter_flow_begin(&flow, limiter);
    size_t late = limiter_behind(&limiter), at = 0;
    for (size_t step = 0; at < FRAMES + late; at += step) {
        step = (step * 7 + 3) % 5000;
        step = step < FRAMES + late - at ? step : FRAMES + late - at;
        memcpy(flown + at, limiter_flow_push(&flow, spoken + AROUND + at, step), step * sizeof *flown);
    }
    limiter_flow_end(&flow);
    assert_memory_equal(flown + late, whole, sizeof whole);
}

/* The gain that a frame needs by itself, of 65536 parts. */
static int32_t gain_needed(const struct limiter *limiter, int16_t frame)
{
    float product = (float)frame * limiter->gain;
    int64_t size = llabs((int32_t)(product + (product < 0 ? -0.5f : 0.5f)));
    return size > limiter->ceiling ? (int32_t)((int64_t)limiter->ceiling * 65536 / size) : 65536;
}

/* What the limiter is: the mean of what each of the frames around needs least, held. */
static int16_t limited_slowly(const struct limiter *limiter, const int16_t *spoken, size_t at)
{
    size_t slope = 2 * limiter->reach + 1, width = slope + limiter->hold;
    int64_t sum = 0;
    for (size_t i = at; i < at + slope; i++) {
        int32_t least = 65536;
        for (size_t k = i; k < i + width; k++) {
            int32_t needed = gain_needed(limiter, spoken[k]);
            least = needed < least ? needed : least;
        }
        sum += least;
    }
    float product = (float)spoken[at + limiter_before(limiter)] * limiter->gain;
    int64_t loud = (int32_t)(product + (product < 0 ? -0.5f : 0.5f));
    return (int16_t)(loud * (sum / (int64_t)slope) / 65536);
}

static void the_limiter_is_what_it_says(void **state)
{
    (void)state;
    enum { FRAMES = 6000, AROUND = 400 };
    static int16_t spoken[AROUND + FRAMES + AROUND], limited[FRAMES];
    struct limiter limiter = limiter_of(4000); /* a short sight, for slow sums */
    limiter_set(&limiter, 6, -3);
    for (size_t i = 0; i < sizeof spoken / sizeof *spoken; i++) {
        bool row = i % 1500 > 1000, peak = i * i % 977 == 5 && i % 1500 < 600;
        spoken[i] = (int16_t)(row ? -32768 + (int)(i * 31 % 9000) : peak ? 20000 : (int)(i * 7919 % 9001));
    }
    limiter_apply(&limiter, spoken, limited, FRAMES);
    for (size_t i = 0; i < FRAMES; i++)
        assert_int_equal(limited[i], limited_slowly(&limiter, spoken, i));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_round_trips_every_scalar),  cmocka_unit_test(utf8_finds_the_first_bad_byte),
        cmocka_unit_test(trim_takes_no_break_spaces),     cmocka_unit_test(lines_end_in_either_way),
        cmocka_unit_test(places_count_code_points),       cmocka_unit_test(arenas_keep_and_free),
        cmocka_unit_test(pieces_lead_back_to_the_source), cmocka_unit_test(failing_says_why),
        cmocka_unit_test(a_flow_is_limited_as_a_whole),   cmocka_unit_test(the_limiter_is_what_it_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
