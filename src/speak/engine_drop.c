/* espeak-ng with holes, for tests: it leaves out every 50th word, and "vanish" always, and says nothing of it. */
#include "engine.h"

#include "memory.h"
#include "utf8.h"

#define EVERY  50
#define ALWAYS STR("vanish")

/* Is the word that starts at byte `at` to be left out?  `count` words were before it. */
static bool is_dropped(struct str text, size_t at, size_t count)
{
    struct str rest = str_slice(text, at, text.length);
    struct str word = str_slice(rest, 0, str_find(rest, STR(" ")));
    return (count + 1) % EVERY == 0 || str_equal(word, ALWAYS);
}

static void copy_kept(struct guarded *kept, const struct guarded *text)
{
    struct str all = buf_str(&text->text);
    bool dropped = false, inside = false;
    size_t words = 0;
    kept->origins = memory_alloc(text->count * sizeof *kept->origins);
    for (size_t at = 0, index = 0, length; at < all.length; at += length, index++) {
        uint32_t code = utf8_at(all, at, &length);
        bool space = code == ' ';
        if (!space && !inside)
            dropped = is_dropped(all, at, words++);
        inside = !space;
        if (inside && dropped)
            continue;
        kept->origins[kept->count++] = text->origins[index];
        buf_append_code(&kept->text, code);
    }
}

static bool open_drop(const struct wire_hello *hello, struct engine_about *about, struct nr_error *error)
{
    return engine_espeak.open(hello, about, error);
}

static bool set_voice(const struct wire_order *order, unsigned *sample_rate, struct nr_error *error)
{
    return engine_espeak.set_voice(order, sample_rate, error);
}

/* The words are left out first, for phonemes hold spaces. */
static void pronounce(struct guarded *text, struct str pronunciations)
{
    struct guarded kept = {.pronounceable = text->pronounceable};
    copy_kept(&kept, text);
    guard_free(text);
    *text = kept;
    engine_espeak.pronounce(text, pronunciations);
    text->has_phonemes = true;
}

static bool speak(const struct guarded *text, struct sound *sound, struct nr_error *error)
{
    struct guarded kept = {0};
    if (text->has_phonemes)
        return engine_espeak.speak(text, sound, error);
    copy_kept(&kept, text);
    bool spoken = engine_espeak.speak(&kept, sound, error);
    guard_free(&kept);
    return spoken;
}

static bool transcribe(const struct guarded *text, struct buf *out)
{
    struct guarded kept = {0};
    if (text->has_phonemes)
        return engine_espeak.transcribe(text, out);
    copy_kept(&kept, text);
    bool done = !kept.text.length || engine_espeak.transcribe(&kept, out);
    guard_free(&kept);
    return done;
}

static void close_drop(void)
{
    engine_espeak.close();
}

const struct engine engine_drop = {
    .name = "espeak-drop",
    .limits = {.processor_s = 10, .wall_ms = 30000, .sound_s = 120},
    .open = open_drop,
    .set_voice = set_voice,
    .pronounce = pronounce,
    .speak = speak,
    .transcribe = transcribe,
    .close = close_drop,
};
