/* The parts of batch that need no process: ids, places, names, patterns, shards, keys, what is remembered. */
#include "batch/batch.h"
#include "batch/hash.h"
#include "batch/id.h"
#include "batch/names.h"
#include "batch/record.h"
#include "batch/select.h"
#include "batch/shard.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* FIPS 180-2, appendix B.1. */
static void keys_are_sha_256(void **state)
{
    (void)state;
    struct key key = hash_of(str_of("abc"));
    assert_string_equal(key.text, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    struct hash one = hash_begin(), two = hash_begin();
    hash_text(&one, "ab");
    hash_text(&one, "c");
    hash_text(&two, "a");
    hash_text(&two, "bc");
    struct key first = hash_end(&one), second = hash_end(&two);
    assert_false(key_equal(&first, &second));
}

static void ids_are_text_and_lead_back(void **state)
{
    (void)state;
    static const char *const paths[] = {
        "news/storm.txt", "100%.txt", "two\nlines", "caf\xE9", "\xC3\xA9t\xC3\xA9", "%41", "\x7F\x01", "%", "a%4"};
    static const char *const ids[] = {"news/storm.txt", "100%25.txt", "two%0Alines", "caf%E9", "\xC3\xA9t\xC3\xA9",
                                      "%2541",          "%7F%01",     "%25",         "a%254"};
    struct nr_arena *arena = arena_new();
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        assert_string_equal(id_of(arena, paths[i]), ids[i]);
        assert_string_equal(id_path(arena, ids[i]), paths[i]);
    }
    assert_string_equal(id_url(arena, "a b/\xC3\xA9#?.ogg"), "a%20b/%C3%A9%23%3F.ogg");
    assert_string_equal(id_readable(arena, "caf\xE9\n"), "caf\xEF\xBF\xBD ");
    arena_free(arena);
}

static void expect_outputs(const char *const *names, const char *const *outputs, size_t count)
{
    struct items items = {.arena = arena_new()};
    for (size_t i = count; i-- > 0;)
        items_add(&items, names[i], names[i]);
    items_sort(&items);
    names_assign(&items, "ogg");
    assert_int_equal(items.count, count);
    for (size_t i = 0; i < count; i++) {
        const struct item *item = items_find(&items, names[i]);
        assert_non_null(item);
        assert_string_equal(item->output, outputs[i]);
    }
    assert_null(items_find(&items, "no such"));
    arena_free(items.arena);
    items_free(&items);
}

static void names_depend_on_what_is_there(void **state)
{
    (void)state;
    static const char *const names[] = {"a/x.txt", "b.html", "b.md",     "b.md.txt",
                                        "c",       "d.e.md", "Upper.md", "upper.txt"};
    static const char *const outputs[] = {"a/x.ogg", "b.html.ogg", "b.md.ogg",     "b.md.txt.ogg",
                                          "c.ogg",   "d.e.ogg",    "Upper.md.ogg", "upper.txt.ogg"};
    expect_outputs(names, outputs, sizeof names / sizeof *names);
}

static void long_names_are_shortened_and_stay_apart(void **state)
{
    (void)state;
    struct items items = {.arena = arena_new()};
    char name[256] = {0};
    memset(name, 'x', 255);
    memcpy(name + 251, ".txt", 4);
    items_add(&items, name, name);
    memcpy(name + 245, "yyyyyy", 6);
    items_add(&items, name, name);
    items_sort(&items);
    names_assign(&items, "opus");
    assert_true(strlen(items.at[0].output) <= 255 - strlen(".chapters.json"));
    assert_string_not_equal(items.at[0].output, items.at[1].output);
    arena_free(items.arena);
    items_free(&items);
}

static void nothing_leads_out_of_the_folder(void **state)
{
    (void)state;
    struct items items = {.arena = arena_new()};
    assert_string_equal(items_add(&items, "../../etc/a.txt", "x")->name, "etc/a.txt");
    assert_string_equal(items_add(&items, "/abs//./b.txt", "x")->name, "abs/b.txt");
    assert_string_equal(items_add(&items, "./a/../b.txt", "x")->name, "a/b.txt");
    items_add(&items, "abs/b.txt", "again");
    items_sort(&items);
    assert_int_equal(items.count, 3);
    arena_free(items.arena);
    items_free(&items);
}

static void patterns_choose(void **state)
{
    (void)state;
    assert_true(select_includes(NULL, "a/b.TXT") && select_includes(NULL, "b.jsonl") &&
                select_includes(NULL, "c.htm"));
    assert_false(select_includes(NULL, "txt") || select_includes(NULL, "a.ogg") ||
                 select_includes(NULL, "a.txt~"));
    assert_true(select_includes("*.rst, *.md", "deep/er/x.md"));
    assert_false(select_includes("news/*.md", "sport/x.md"));
    assert_true(select_includes("news/*.md", "news/x.md"));
    assert_false(select_excludes(NULL, "a"));
    assert_true(select_excludes("draft*", "a/draft-1.md"));
}

static void every_article_is_of_one_shard(void **state)
{
    (void)state;
    size_t counts[7] = {0};
    for (unsigned i = 0; i < 7000; i++) {
        char id[32];
        unsigned owners = 0;
        snprintf(id, sizeof id, "news/%u.txt", i);
        for (unsigned shard = 0; shard < 7; shard++)
            if (shard_has((struct batch_shard){shard, 7}, id)) {
                owners++;
                counts[shard]++;
            }
        assert_int_equal(owners, 1);
    }
    for (unsigned shard = 0; shard < 7; shard++)
        assert_in_range(counts[shard], 850, 1150);
    assert_true(shard_has((struct batch_shard){0, 0}, "any"));
}

static void lengths_are_read(void **state)
{
    (void)state;
    static const struct {
        const char *written;
        unsigned minutes; /* 0: wrong */
    } cases[] = {{"45min", 45}, {"2h", 120}, {"30", 30}, {"7m", 7},   {"", 0},
                 {"h", 0},      {"0", 0},    {"-5", 0},  {"5 min", 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        unsigned minutes = 0;
        struct nr_error error;
        assert_int_equal(batch_minutes_find(cases[i].written, &minutes, &error), cases[i].minutes > 0);
        assert_int_equal(minutes, cases[i].minutes);
    }
}

static void count_record(void *count, struct record *record)
{
    assert_non_null(record->id);
    ++*(size_t *)count;
}

static void what_is_saved_is_remembered(void **state)
{
    (void)state;
    char out[] = "/tmp/narrate-test-XXXXXX";
    assert_non_null(mkdtemp(out));
    struct nr_arena *arena = arena_new();
    struct nr_error error;
    struct record record = {.id = "a%0Ab.txt",
                            .source = "/tmp/a\nb\xE9.txt",
                            .content = hash_of(str_of("x")),
                            .output = "a\nb.ogg",
                            .bytes = UINT64_C(5000000000),
                            .frames = 7,
                            .sample_rate = 22050,
                            .title = "T\xFF",
                            .first_seen = 1795441821,
                            .fault = FAULT_TRANSIENT,
                            .message = "full",
                            .attempts = 2};
    assert_true(record_prepare(out, &error));
    assert_null(record_load(out, record.id, arena));
    assert_true(record_save(out, &record, &error));
    const struct record *loaded = record_load(out, record.id, arena);
    assert_non_null(loaded);
    assert_string_equal(loaded->source, record.source);
    assert_string_equal(loaded->output, record.output);
    assert_string_equal(loaded->title, "T\xEF\xBF\xBD");
    assert_true(key_equal(&loaded->content, &record.content));
    assert_true(loaded->bytes == record.bytes && loaded->first_seen == record.first_seen);
    assert_int_equal(loaded->fault, FAULT_TRANSIENT);
    assert_null(loaded->url);
    size_t count = 0;
    record_each(out, arena, count_record, &count);
    assert_int_equal(count, 1);
    record_remove(out, record.id);
    assert_null(record_load(out, record.id, arena));
    arena_free(arena);
    char command[64];
    snprintf(command, sizeof command, "rm -r %s", out);
    assert_int_equal(system(command), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_are_sha_256),
        cmocka_unit_test(ids_are_text_and_lead_back),
        cmocka_unit_test(names_depend_on_what_is_there),
        cmocka_unit_test(long_names_are_shortened_and_stay_apart),
        cmocka_unit_test(nothing_leads_out_of_the_folder),
        cmocka_unit_test(patterns_choose),
        cmocka_unit_test(every_article_is_of_one_shard),
        cmocka_unit_test(lengths_are_read),
        cmocka_unit_test(what_is_saved_is_remembered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
