/* Commands that tell something. */
#include "deck_actions.h"
#include "utf8.h"
#include "walk.h"

#define SHORT_CHARACTERS 60 /* of a sentence that a list names */

static void spell(struct deck *deck, struct str text, bool alphabet)
{
    size_t length;
    for (size_t at = 0; at < text.length; at += length) {
        utf8_at(text, at, &length);
        words_spell(&deck->say, str_slice(text, at, at + length), alphabet);
        buf_append(&deck->say, at + length < text.length ? STR(", ") : STR("."));
    }
}

static struct str written_word(const struct deck *deck)
{
    const struct nr_token *token = spot_token(deck->plan, deck->at.utterance, deck->at.word);
    struct str source = {deck->plan->article->source, deck->plan->article->source_length};
    return token ? str_slice(source, token->written.start, token->written.end) : STR("");
}

/* The second time in a row it is spelled by the alphabet. */
unsigned do_spell_word(struct deck *deck, struct str argument)
{
    (void)argument;
    bool same = deck->spelled_times > 0 && deck->spelled.utterance == deck->at.utterance &&
                deck->spelled.word == deck->at.word;
    deck->spelled_times = same ? deck->spelled_times + 1 : 1;
    deck->spelled = deck->at;
    spell(deck, written_word(deck), deck->spelled_times % 2 == 0);
    return EFFECT_SAY;
}

unsigned do_spell_sentence(struct deck *deck, struct str argument)
{
    (void)argument;
    spell(deck, walk_written(deck->plan, deck->at.utterance), false);
    return EFFECT_SAY;
}

/* Words at the rate, and the pauses between them. */
unsigned deck_minutes_left(const struct deck *deck)
{
    const struct nr_plan *plan = deck->plan;
    uint64_t ms = 0;
    for (size_t i = deck->at.utterance; i < plan->utterance_count; i++) {
        const struct nr_utterance *said = &plan->utterances[i];
        ms += (uint64_t)said->token_count * 60000 / deck->rate_wpm + said->pause_after_ms;
    }
    return (unsigned)((ms + 30000) / 60000);
}

unsigned do_where(struct deck *deck, struct str argument)
{
    const struct nr_plan *plan = deck->plan;
    char sentence[24], all[24], percent[24], minutes[24];
    struct buf left = {0};
    unsigned count = deck_minutes_left(deck);
    (void)argument;
    words_add(&left,
              count == 0   ? WORDS_NO_TIME_LEFT
              : count == 1 ? WORDS_MINUTE_LEFT
                           : WORDS_MINUTES_LEFT,
              deck_number(minutes, count), NULL);
    words_add(&deck->say, WORDS_WHERE, deck_number(sentence, deck->at.utterance + 1),
              deck_number(all, plan->utterance_count),
              deck_number(percent, walk_percent(plan, deck->at.utterance)), left.at, NULL);
    if (plan->chapter_count > 1) {
        buf_append_char(&deck->say, '\n');
        words_add(&deck->say, WORDS_WHERE_SECTION, plan->chapters[walk_chapter(plan, deck->at.utterance)].title,
                  NULL);
    }
    buf_free(&left);
    return EFFECT_SAY;
}

unsigned do_list_bookmarks(struct deck *deck, struct str argument)
{
    char text[24];
    (void)argument;
    if (!deck->bookmark_count)
        return deck_say(deck, WORDS_BOOKMARKS_NONE);
    words_add(&deck->say, WORDS_BOOKMARKS_COUNT, deck_number(text, deck->bookmark_count), NULL);
    for (size_t i = 0; i < deck->bookmark_count; i++) {
        struct str sentence = walk_written(deck->plan, deck->bookmarks[i]);
        struct buf start = {0};
        size_t end = utf8_offset(sentence, SHORT_CHARACTERS);
        buf_append(&start, str_slice(sentence, 0, end));
        buf_append_char(&deck->say, '\n');
        words_add(&deck->say, WORDS_BOOKMARK, deck_number(text, deck->bookmarks[i] + 1), start.at, NULL);
        buf_free(&start);
    }
    return EFFECT_SAY;
}

unsigned do_note_word(struct deck *deck, struct str argument)
{
    struct str word = written_word(deck);
    struct buf text = {0};
    (void)argument;
    buf_append(&text, word);
    words_add(&deck->say, WORDS_NOTED, text.at ? text.at : "", NULL);
    buf_free(&text);
    return EFFECT_NOTE | EFFECT_SAY;
}

unsigned do_help(struct deck *deck, struct str argument)
{
    const struct control *control;
    struct buf said = {0};
    (void)argument;
    for (size_t i = 0; (control = control_at(i)); i++) {
        const char *keys = deck->keys_of ? deck->keys_of(deck->keys_context, control) : control->keys;
        if (!*keys)
            continue;
        if (deck->say.length) {
            buf_append_char(&deck->say, '\n');
            buf_append_char(&deck->show, '\n');
        }
        buf_clear(&said);
        words_keys(&said, str_of(keys));
        words_add(&deck->say, WORDS_KEYS, said.at, control->about, NULL);
        words_add(&deck->show, WORDS_KEYS, keys, control->about, NULL);
    }
    buf_free(&said);
    return EFFECT_SAY | EFFECT_SHOW;
}

unsigned do_describe(struct deck *deck, struct str argument)
{
    (void)argument;
    return deck_say(deck, WORDS_KEY_WHICH) | EFFECT_DESCRIBE;
}
