/* Any bytes as keys, as lines of commands and as changes of the keys: the deck stays in its limits. */
#include "checking.h"
#include "narrator/voice.h"
#include "play/deck.h"
#include "play/keymap.h"
#include "play/keys.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char text[] = "headline\tThe wall\nbody\tIt fell. It rose 5%. Caf\303\251s shut.\nlist-item\tSand\n"
                           "list-item\tRope\ncrosshead\tNext\nbody\tNobody knows.\n";

static const struct nr_plan *make_plan(void)
{
    static const char profile[] = "description = A test\n";
    static const struct nr_settings settings = {.from = NR_INPUT_BLOCKS};
    struct nr_article *article;
    struct nr_voice *voice;
    struct nr_error error;
    const struct nr_plan *plan;
    require(nr_read_article("fuzz", text, sizeof text - 1, &settings, &article, &error));
    require(nr_voice_parse("test", profile, sizeof profile - 1, &voice, &error));
    require(nr_plan_article(article, voice, &settings, &plan, &error));
    nr_voice_free(voice);
    return plan;
}

static void obey(struct deck *deck, const struct control *control, struct str argument)
{
    unsigned effects = deck_do(deck, control, argument);
    require(deck->at.utterance < deck->plan->utterance_count && deck->at.part >= 0 && deck->at.part <= 1);
    require(deck->rate_wpm >= DECK_RATE_MIN && deck->rate_wpm <= DECK_RATE_MAX && deck->volume <= DECK_VOLUME_MAX);
    require(deck->pauses >= DECK_PAUSES_MIN && deck->pauses <= DECK_PAUSES_MAX);
    require(!(effects & (EFFECT_SAY | EFFECT_WRONG)) || deck->say.length > 0);
    require(!(effects & EFFECT_SHOW) || deck->show.length > 0);
    for (unsigned mode = 0; mode < MODE_COUNT; mode++)
        require(deck_level((enum mode)mode, deck->modes[mode]) != NULL);
    for (size_t i = 0; i < deck->bookmark_count; i++)
        require(deck->bookmarks[i] < deck->plan->utterance_count &&
                (i == 0 || deck->bookmarks[i - 1] < deck->bookmarks[i]));
    deck->now_ms += 700;
    deck->sentence_ms += 700;
    deck->at.word = (uint32_t)(deck->now_ms / 700 % 4);
}

static void obey_lines(struct deck *deck, struct str rest)
{
    struct str line, argument;
    while (str_take_line(&rest, &line)) {
        const struct control *control = control_find(line, &argument);
        if (control && utf8_invalid(line) == line.length)
            obey(deck, control, argument);
    }
}

static void obey_keys(struct deck *deck, const struct keymap *map, struct str bytes)
{
    struct keys keys = {0};
    struct str argument;
    char name[KEY_NAME_MAX];
    for (size_t at = 0; at < bytes.length; at += 5) {
        struct str part = str_slice(bytes, at, at + 5);
        keys_add(&keys, part.at, part.length);
        while (keys_take(&keys, at + 5 >= bytes.length, name)) {
            require(strlen(name) < KEY_NAME_MAX && utf8_invalid(str_of(name)) == strlen(name));
            const struct control *control = keymap_find(map, name, &argument);
            if (control)
                obey(deck, control, argument);
        }
    }
    require(keys.count == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct nr_plan *plan;
    if (!plan)
        plan = make_plan();
    struct str bytes = {(const char *)data, size};
    struct deck deck = {
        .plan = plan, .playing = true, .rate_wpm = 175, .usual_rate_wpm = 175, .volume = 100, .pauses = 100};
    struct nr_arena *arena = arena_new();
    struct keymap *usual, *changed;
    struct nr_error error = {0};
    require(keymap_make(NULL, arena, &usual, &error));
    if (!keymap_make(arena_string(arena, bytes), arena, &changed, &error))
        require(error.status == NR_USAGE && error.message[0]);
    obey_lines(&deck, bytes);
    obey_keys(&deck, usual, bytes);
    buf_free(&deck.say);
    buf_free(&deck.show);
    arena_free(arena);
    return 0;
}
