#include "report.h"

#include "utf8.h"
#include "walk.h"

#include <errno.h>
#include <jansson.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define LINKS_BYTES_MAX 1500 /* of their words and addresses */
#define TEXT_MAX        600  /* characters of a sentence that are told; a line fits into a pipe's PIPE_BUF */

/* Sound must not wait for a reader: what he has no room for is not told. */
static void put(struct str line)
{
    struct pollfd out = {.fd = STDOUT_FILENO, .events = POLLOUT};
    while (line.length && poll(&out, 1, 0) == 1 && (out.revents & POLLOUT)) {
        ssize_t done = write(STDOUT_FILENO, line.at, line.length);
        if (done < 0 && errno != EINTR)
            return;
        line = str_slice(line, done > 0 ? (size_t)done : 0, line.length);
    }
}

static json_t *text_of(struct str text)
{
    return json_stringn_nocheck(text.at ? text.at : "", utf8_offset(text, TEXT_MAX));
}

static void put_json(json_t *object)
{
    char *text = object ? json_dumps(object, JSON_COMPACT) : NULL;
    struct buf line = {0};
    if (!text)
        abort(); /* out of memory */
    buf_printf(&line, "%s\n", text);
    put(buf_str(&line));
    buf_free(&line);
    free(text);
    json_decref(object);
}

static const char *const modes[MODE_COUNT] = {
    [MODE_VERBOSITY] = "verbosity", [MODE_PUNCTUATION] = "punctuation", [MODE_CAPITALS] = "capitals"};

static void add_place(const struct nr_player *player, json_t *object)
{
    const struct deck *deck = &player->deck;
    const struct nr_token *token = spot_token(deck->plan, deck->at.utterance, deck->at.word);
    struct str source = {deck->plan->article->source, deck->plan->article->source_length};
    struct str word = token ? str_slice(source, token->written.start, token->written.end) : STR("");
    json_t *place = json_pack(
        "{s:I, s:I, s:o, s:I, s:i, s:i, s:i, s:i, s:i, s:b}", "sentence", (json_int_t)deck->at.utterance + 1,
        "sentences", (json_int_t)deck->plan->utterance_count, "word", text_of(word), "word_index",
        (json_int_t)deck->at.word, "percent", (int)walk_percent(deck->plan, deck->at.utterance), "minutes_left",
        (int)deck_minutes_left(deck), "rate", (int)deck->rate_wpm, "volume", deck->muted ? 0 : (int)deck->volume,
        "pauses", (int)deck->pauses, "playing", (int)deck->playing);
    json_object_update_new(object, place);
    for (unsigned mode = 0; mode < MODE_COUNT; mode++)
        json_object_set_new(object, modes[mode], json_string(deck_level((enum mode)mode, deck->modes[mode])));
}

/* Whole addresses, as many as there is room for in a line, which a pipe takes whole; how many more there are. */
static void add_links(const struct deck *deck, json_t *object)
{
    const struct nr_utterance *said = &deck->plan->utterances[deck->at.utterance];
    const struct nr_block *block = &deck->plan->article->blocks[said->block];
    struct nr_sentence_link found;
    json_t *links = json_array();
    size_t room = LINKS_BYTES_MAX, more = 0;
    for (size_t i = 0; nr_plan_link(deck->plan, deck->at.utterance, i, &found); i++) {
        struct str text = {block->text, block->length};
        struct str words = str_slice(text, found.link->start, found.link->end);
        size_t needed = words.length + strlen(found.link->url);
        if (needed > room) {
            more++;
            continue;
        }
        room -= needed;
        json_array_append_new(
            links, json_pack("{s:o, s:o}", "text", text_of(words), "url", json_string_nocheck(found.link->url)));
    }
    json_object_set_new(object, "links", links);
    if (more)
        json_object_set_new(object, "more_links", json_integer((json_int_t)more));
}

void report_answer(const struct nr_player *player, const char *command, unsigned effects)
{
    struct str said = buf_str(&player->deck.say);
    json_t *object = json_pack("{s:o, s:b}", "command", text_of(str_of(command)), "ok",
                               !(effects & (EFFECT_WRONG | EFFECT_NONE)));
    if (said.length)
        json_object_set_new(object, "say", text_of(said));
    if (effects & EFFECT_LINKS)
        add_links(&player->deck, object);
    add_place(player, object);
    put_json(object);
}

void report_event(const struct nr_player *player, const char *event, const char *text)
{
    if (player->playback.control_fd < 0)
        return;
    json_t *object = json_pack("{s:s}", "event", event);
    if (text)
        json_object_set_new(object, "text", text_of(str_of(text)));
    add_place(player, object);
    put_json(object);
}

void report_text(const struct nr_player *player, struct str text)
{
    struct buf line = {0};
    for (size_t i = 0; i < text.length; i++) /* an article may hold commands for a terminal */
        buf_append_char(&line, (unsigned char)text.at[i] < ' ' || text.at[i] == 0x7F ? '?' : text.at[i]);
    if (player->playback.control_fd >= 0) {
        report_event(player, "said", line.at ? line.at : "");
    } else {
        buf_append_char(&line, '\n');
        put(buf_str(&line));
    }
    buf_free(&line);
}

void report_trouble(const struct nr_player *player, const char *text)
{
    fprintf(stderr, "narrate: %s\n", text);
    report_event(player, "trouble", text);
}
