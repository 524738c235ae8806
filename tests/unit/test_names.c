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

static bool differs(struct nr_speaker *speaker, const struct nr_lexicon_entry *entry, const char *voice)
{
    submit(speaker, entry, voice, false);
    submit(speaker, entry, voice, true);
    struct buf own = take(speaker, entry, false), told = take(speaker, entry, true);
    bool same = str_equal(buf_str(&own), buf_str(&told));
    buf_free(&own);
    buf_free(&told);
    return !same;
}

static void each_name_is_said_otherwise_than_by_the_engine(void **state)
{
    (void)state;
    struct nr_lexicon *lexicon = load();
    struct nr_speaker *speaker = speaking_open("espeak-ng", 2);
    size_t same = 0;
    for (size_t i = 0; i < lexicon->count; i++) {
        const struct nr_lexicon_entry *entry = &lexicon->entries[i];
        assert_non_null(entry->phonemes);
        bool british = differs(speaker, entry, "en"), american = differs(speaker, entry, "en-us");
        if (!british && !american)
            print_error("names.lexicon:%zu: '%s' is said so by espeak-ng itself\n", entry->line, entry->written);
        same += !british && !american;
    }
    assert_int_equal(same, 0);
    nr_speaker_close(speaker);
    nr_lexicon_free(lexicon);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_name_is_there_twice),
        cmocka_unit_test(each_name_is_said_otherwise_than_by_the_engine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
