#include "script.h"

#include "memory.h"

#include <string.h>

#define AHEAD           3 /* sentences asked for at a time: the current one and those behind it */
#define ENGINE_RATE_MAX 449u
#define ENGINE_RATE_MIN 80u
#define PAUSE_MIN_MS    80u
#define ASIDE_PAUSE_MS  200u
#define ASIDE_SENTENCES ((uint64_t)1 << 20)
#define ASIDE_BIT       ((uint64_t)1 << 63)

uint64_t script_id(const struct nr_player *player, struct cursor cursor, uint32_t generation)
{
    if (cursor.aside)
        return ASIDE_BIT | player->aside_serial * ASIDE_SENTENCES | cursor.index;
    return (uint64_t)generation << 32 | cursor.index;
}

/* As a file at that rate would have it; what the engine can't do is left to the stretcher. */
static void set_rate(const struct nr_player *player, struct line *line, unsigned role_rate_wpm)
{
    unsigned own = player->voice->styles[NR_BODY].rate_wpm;
    unsigned wanted = (role_rate_wpm * player->deck.rate_wpm + own / 2) / own;
    line->speed = 1;
    if (player->deck.rate_wpm == player->plan_rate_wpm)
        return;
    if (wanted > ENGINE_RATE_MAX) {
        line->speed = (double)wanted / ENGINE_RATE_MAX;
        wanted = ENGINE_RATE_MAX;
    }
    line->style.rate_wpm = wanted < ENGINE_RATE_MIN ? ENGINE_RATE_MIN : wanted;
}

static struct nr_unit_word *room_for(struct nr_player *player, size_t count)
{
    void *words = player->words;
    memory_reserve(&words, &player->word_capacity, count, sizeof *player->words);
    return player->words = words;
}

static struct line utterance_line(struct nr_player *player, uint32_t index)
{
    const struct nr_utterance *said = &player->plan->utterances[index];
    struct line line = {.text = said->text,
                        .length = said->length,
                        .pronunciations = said->pronunciations,
                        .pronunciation_count = said->pronunciation_count,
                        .style = *said->style};
    struct nr_unit_word *words = room_for(player, said->token_count);
    line.word_count = spot_words(player->plan, index, words);
    line.pronunciations = said->pronunciations;
    line.pronunciation_count = said->pronunciation_count;
    line.words = words;
    set_rate(player, &line, player->voice->styles[player->plan->article->blocks[said->block].role].rate_wpm);
    return line;
}

struct str script_text(const struct nr_player *player, struct cursor cursor)
{
    struct str rest = buf_str(&player->aside), text = {0};
    if (!cursor.aside) {
        const struct nr_utterance *said = &player->plan->utterances[cursor.index];
        return (struct str){said->text, said->length};
    }
    for (uint32_t i = 0; i <= cursor.index; i++)
        str_take_line(&rest, &text);
    return text;
}

/* Asides are short: one word each is enough for what is asked of their marks, which is nothing. */
static struct line aside_line(struct nr_player *player, uint32_t index)
{
    struct str text = script_text(player, (struct cursor){.aside = true, .index = index});
    struct line line = {.text = text.at, .length = text.length, .style = player->voice->styles[NR_BODY]};
    set_rate(player, &line, line.style.rate_wpm);
    return line;
}

static bool exists(const struct nr_player *player, struct cursor cursor)
{
    return cursor.index < (cursor.aside ? player->aside_count : player->plan->utterance_count);
}

bool script_want(struct nr_player *player, struct cursor from, struct nr_error *error)
{
    bool done = true;
    for (size_t i = 0; done && i < AHEAD && exists(player, from); i++, from.index++) {
        uint64_t id = script_id(player, from, player->generation);
        if (fetch_has(player->fetch, id))
            continue;
        struct line line = from.aside ? aside_line(player, from.index) : utterance_line(player, from.index);
        line.id = id;
        done = fetch_want(player->fetch, &line, i == 0, error);
    }
    return done;
}

static unsigned scaled_ms(const struct nr_player *player, unsigned pause_ms)
{
    unsigned ms = pause_ms;
    if (player->deck.rate_wpm != player->plan_rate_wpm)
        ms = pause_ms * player->plan_rate_wpm / player->deck.rate_wpm;
    if (ms < PAUSE_MIN_MS)
        ms = pause_ms < PAUSE_MIN_MS ? pause_ms : PAUSE_MIN_MS;
    return ms * player->deck.pauses / 100;
}

size_t script_pause(const struct nr_player *player, struct cursor cursor)
{
    unsigned ms =
        cursor.aside ? ASIDE_PAUSE_MS : scaled_ms(player, player->plan->utterances[cursor.index].pause_after_ms);
    return (size_t)ms * player->sample_rate / 1000;
}

void script_aside(struct nr_player *player)
{
    struct str rest, line;
    buf_clear(&player->aside);
    buf_append(&player->aside, buf_str(&player->deck.say));
    rest = buf_str(&player->aside);
    player->aside_serial++;
    player->aside_count = 0;
    while (str_take_line(&rest, &line))
        player->aside_count++;
}
