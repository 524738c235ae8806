/* The names that narrate ships, said by the real espeak-ng: each is heard, and not as the engine says it itself.
 */
#include "speaking.h"

#include "narrator/lexicon.h"

static struct nr_lexicon *load(void)
{
    struct nr_settings settings = speaking_settings("espeak-ng", 2);
    struct nr_lexicon *lexicon;
    struct nr_error error;
    if (!nr_lexicon_load(NULL, &settings, &lexicon, &error))
        fail_msg("%s", error.message);
    return lexicon;
}

static void count_remark(void *context, const struct nr_lexicon_remark *remark)
{
    print_error("%s:%zu: '%s' %s\n", remark->entry->path, remark->entry->line, remark->entry->written,
                remark->what);
    ++*(size_t *)context;
}

/* What a listener of the news is promised. */
#define NAMES_LEAST 500

static void no_name_is_there_twice(void **state)
{
    (void)state;
    struct nr_lexicon *lexicon = load();
    size_t remarks = 0;
    nr_lexicon_check(lexicon, count_remark, &remarks);
    assert_int_equal(remarks, 0);
    assert_true(lexicon->count >= NAMES_LEAST);
    nr_lexicon_free(lexicon);
}

/* A sentence of the name and a word behind it. */
static void submit(struct nr_speaker *speaker, const struct nr_lexicon_entry *entry, const char *voice, bool told)
{
    struct nr_style style = plain_style;
    struct nr_error error;
    char text[256];
    int length = snprintf(text, sizeof text, "%s again.", entry->written);
    uint32_t end = (uint32_t)strlen(entry->written);
    struct nr_unit_word words[] = {{0, end}, {end + 1, end + 6}};
    struct nr_pronunciation said = {0, end, entry->phonemes};
    style.engine_voice = voice;
    struct nr_unit unit = {.text = text,
                           .length = (size_t)length,
                           .words = words,
                           .word_count = 2,
                           .style = &style,
                           .pronunciations = &said,
                           .pronunciation_count = told};
    if (!nr_speaker_submit(speaker, &unit, &error))
        fail_msg("%s", error.message);
}

/* Takes the sound of a name; its marks must both be heard. */
static struct buf take(struct nr_speaker *speaker, const struct nr_lexicon_entry *entry, bool told)
{
    struct nr_sound sound;
    struct nr_error error;
    struct buf frames = {0};
    if (!nr_speaker_next(speaker, &sound, &error))
        fail_msg("%s", error.message);
    bool heard = sound.state == NR_SOUND_WHOLE && sound.marks[0].heard && sound.marks[1].heard &&
                 sound.marks[1].start_frame > sound.sample_rate / 20;
    if (told && !heard)
        fail_msg("line %zu: '%s' is not heard as /%s/", entry->line, entry->written, entry->phonemes);
    buf_append(&frames, (struct str){(const char *)sound.frames, sound.frame_count * sizeof *sound.frames});
    return frames;
}

/* Says all names of the lexicon in both ways, some ahead of those that are heard, and marks those that sound
 * alike. */
static void mark_alike(struct nr_speaker *speaker, const struct nr_lexicon *lexicon, const char *voice,
                       bool *alike)
{
    size_t sent = 0;
    for (size_t i = 0; i < lexicon->count; i++) {
        for (; sent < lexicon->count && nr_speaker_room(speaker) >= 2; sent++) {
            if (!alike[sent])
                continue;
            submit(speaker, &lexicon->entries[sent], voice, false);
            submit(speaker, &lexicon->entries[sent], voice, true);
        }
        if (!alike[i])
            continue;
        struct buf own = take(speaker, &lexicon->entries[i], false);
        struct buf told = take(speaker, &lexicon->entries[i], true);
        alike[i] = str_equal(buf_str(&own), buf_str(&told));
        buf_free(&own);
        buf_free(&told);
    }
}

static void each_name_is_said_otherwise_than_by_the_engine(void **state)
{
    (void)state;
    struct nr_lexicon *lexicon = load();
    struct nr_speaker *speaker = speaking_open("espeak-ng", 2);
    bool *alike = memory_alloc(lexicon->count * sizeof *alike);
    size_t same = 0;
    memset(alike, true, lexicon->count * sizeof *alike);
    mark_alike(speaker, lexicon, "en", alike);
    mark_alike(speaker, lexicon, "en-us", alike);
    for (size_t i = 0; i < lexicon->count; i++) {
        const struct nr_lexicon_entry *entry = &lexicon->entries[i];
        assert_non_null(entry->phonemes);
        if (alike[i])
            print_error("names.lexicon:%zu: '%s' is said so by espeak-ng itself\n", entry->line, entry->written);
        same += alike[i];
    }
    assert_int_equal(same, 0);
    free(alike);
    nr_speaker_close(speaker);
    nr_lexicon_free(lexicon);
}

#define ROW 12 /* names in a sentence */

/* "Keir met Xi and Lviv met Kyiv and ...", each name said as the lexicon has it. */
struct crowd {
    char text[2048];
    struct nr_unit_word words[2 * ROW];
    struct nr_pronunciation said[ROW];
    size_t word_count;
};

static void crowd_fill(struct crowd *crowd, const struct nr_lexicon_entry *entries)
{
    size_t length = 0;
    crowd->word_count = 0;
    for (size_t i = 0; i < ROW; i++) {
        const char *const texts[] = {entries[i].written, i + 1 == ROW ? "again" : i % 2 ? "and" : "met"};
        for (size_t t = 0; t < 2; t++) {
            struct nr_unit_word *word = &crowd->words[crowd->word_count++];
            word->start = (uint32_t)length;
            length += (size_t)snprintf(crowd->text + length, sizeof crowd->text - length, "%s", texts[t]);
            word->end = (uint32_t)length;
            length += (size_t)snprintf(crowd->text + length, sizeof crowd->text - length, " ");
        }
        const struct nr_unit_word *name = &crowd->words[crowd->word_count - 2];
        crowd->said[i] = (struct nr_pronunciation){name->start, name->end, entries[i].phonemes};
    }
}

static void crowd_submit(struct nr_speaker *speaker, const struct crowd *crowd)
{
    struct nr_error error;
    struct nr_unit unit = {.text = crowd->text,
                           .length = strlen(crowd->text),
                           .words = crowd->words,
                           .word_count = crowd->word_count,
                           .style = &plain_style,
                           .pronunciations = crowd->said,
                           .pronunciation_count = ROW};
    if (!nr_speaker_submit(speaker, &unit, &error))
        fail_msg("%s", error.message);
}

/* All of it was said, and each name has a mark of its own. */
static void crowd_take(struct nr_speaker *speaker, const struct crowd *crowd)
{
    struct nr_sound sound;
    struct nr_error error;
    if (!nr_speaker_next(speaker, &sound, &error))
        fail_msg("%s", error.message);
    if (sound.state != NR_SOUND_WHOLE)
        fail_msg("%s: %s", crowd->text, sound.why);
    for (size_t i = 0; i < crowd->word_count; i++) {
        const struct nr_unit_word *word = &crowd->words[i];
        assert_false(sound.marks[i].lost);
        assert_true(i == 0 || sound.marks[i].start_frame >= sound.marks[i - 1].start_frame);
        if (i % 2 == 0 && !sound.marks[i].heard)
            fail_msg("%s: '%.*s' has no mark", crowd->text, (int)(word->end - word->start),
                     crowd->text + word->start);
    }
}

static void sentences_full_of_names_lose_none(void **state)
{
    (void)state;
    struct nr_lexicon *lexicon = load();
    struct nr_speaker *speaker = speaking_open("espeak-ng", 2);
    struct crowd *crowd = memory_alloc(sizeof *crowd);
    for (size_t i = 0; i + ROW <= lexicon->count; i += ROW) {
        crowd_fill(crowd, &lexicon->entries[i]);
        crowd_submit(speaker, crowd);
        crowd_take(speaker, crowd);
    }
    free(crowd);
    nr_speaker_close(speaker);
    nr_lexicon_free(lexicon);
}

/* The engine leaves out every fiftieth word and says nothing of it. */
static void names_that_are_left_out_are_found(void **state)
{
    (void)state;
    struct nr_speaker *speaker = speaking_open("espeak-drop", 2);
    struct nr_sound sound;
    struct nr_error error;
    struct nr_pronunciation said[60];
    struct nr_unit_word words[60];
    struct buf text = {0};
    for (size_t i = 0; i < 60; i++) {
        words[i].start = (uint32_t)text.length;
        buf_printf(&text, "Xi");
        words[i].end = (uint32_t)text.length;
        said[i] = (struct nr_pronunciation){words[i].start, words[i].end, "S'i:"};
        buf_printf(&text, ", ");
    }
    struct nr_unit unit = {.text = text.at,
                           .length = text.length,
                           .words = words,
                           .word_count = 60,
                           .style = &plain_style,
                           .pronunciations = said,
                           .pronunciation_count = 60};
    assert_true(nr_speaker_submit(speaker, &unit, &error));
    assert_true(nr_speaker_next(speaker, &sound, &error));
    assert_int_equal(sound.state, NR_SOUND_WHOLE);
    for (size_t i = 0; i < 60; i++)
        assert_true(sound.marks[i].heard && !sound.marks[i].lost);
    buf_free(&text);
    nr_speaker_close(speaker);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_name_is_there_twice),
        cmocka_unit_test(each_name_is_said_otherwise_than_by_the_engine),
        cmocka_unit_test(sentences_full_of_names_lose_none),
        cmocka_unit_test(names_that_are_left_out_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
