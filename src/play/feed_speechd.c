/* Through speech-dispatcher: the listener's own voice and settings, a message a sentence.  What it tells is when a
 * message begins and ends, so the place is the sentence. */
#include "fail.h"
#include "feed.h"
#include "script.h"
#include "speechd.h"

static bool is_active(const struct nr_player *player)
{
    return player->aside_count > 0 || player->deck.playing;
}

static size_t line_count(const struct nr_player *player)
{
    return player->aside_count > 0 ? player->aside_count : player->plan->utterance_count;
}

static void speechd_seek(struct nr_player *player)
{
    speechd_cancel(player->speechd);
    bool aside = player->aside_count > 0;
    player->cursor = (struct cursor){.aside = aside, .index = aside ? 0 : player->deck.at.utterance};
    player->saying = false;
    player->next_ms = 0;
    player->heard_generation = player->generation;
}

/* Its volume is the listener's to set. */
static void speechd_again(struct nr_player *player)
{
    (void)player;
}

static bool speechd_is_ready(const struct nr_player *player)
{
    (void)player;
    return false;
}

/* Pauses of its own stand between sentences; ours are longer between paragraphs. */
static void end_line(struct nr_player *player)
{
    size_t pause = script_pause(player, player->cursor) * 1000 / player->sample_rate;
    bool last = player->cursor.aside || player->cursor.index + 1 >= player->plan->utterance_count;
    const struct nr_utterance *said = last ? NULL : &player->plan->utterances[player->cursor.index];
    player->saying = false;
    player->next_ms = said && said[0].block != said[1].block ? player->deck.now_ms + pause : 0;
    player->cursor.index++;
}

static bool speechd_work(struct nr_player *player, struct nr_error *error)
{
    if (player->generation != player->heard_generation && !player->saying)
        player->heard_generation = player->generation;
    if (!is_active(player) || player->saying || player->deck.now_ms < player->next_ms ||
        player->cursor.index >= line_count(player))
        return true;
    struct buf text = {0};
    buf_append(&text, script_text(player, player->cursor));
    speechd_set_rate(player->speechd, player->deck.rate_wpm * 100 / player->deck.usual_rate_wpm);
    player->saying = true;
    bool said = speechd_say(player->speechd, text.at ? text.at : " ");
    buf_free(&text);
    return said ||
           fail(error, NR_FAILED, "speechd: the connection is lost; start it anew, or choose another output");
}

static bool speechd_hear(struct nr_player *player)
{
    enum speechd_event event;
    bool another = false;
    if (player->generation != player->heard_generation && player->saying)
        speechd_seek(player);
    while (player->saying && (event = speechd_next(player->speechd)) != SPEECHD_NOTHING) {
        if (event == SPEECHD_BEGUN && !player->cursor.aside) {
            player->deck.at = (struct spot){.utterance = player->cursor.index};
            player->written_ms = player->deck.now_ms;
            another = player->started != player->cursor.index;
            player->started = player->cursor.index;
        } else if (event == SPEECHD_ENDED) {
            end_line(player);
        }
    }
    player->deck.sentence_ms = player->deck.now_ms - player->written_ms;
    return another;
}

static bool speechd_is_over(const struct nr_player *player)
{
    return is_active(player) && !player->saying && player->cursor.index >= line_count(player);
}

static void speechd_idle(struct nr_player *player)
{
    (void)player;
}

const struct feed feed_speechd = {
    .seek = speechd_seek,
    .again = speechd_again,
    .is_ready = speechd_is_ready,
    .work = speechd_work,
    .hear = speechd_hear,
    .is_over = speechd_is_over,
    .idle = speechd_idle,
};
