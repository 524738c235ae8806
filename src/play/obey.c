#include "obey.h"

#include "correction.h"
#include "feed.h"
#include "modes.h"
#include "report.h"
#include "script.h"
#include "words.h"

void obey_say(struct nr_player *player)
{
    script_aside(player);
    player->deck.at.part = 0;
    feed_seek(player);
}

void obey_aside_over(struct nr_player *player)
{
    player->aside_count = 0;
    feed_seek(player);
}

void obey_keep(struct nr_player *player, bool finished, bool to_disk)
{
    struct nr_error error;
    if (keeping_save(&player->keeping, &player->deck, finished, to_disk, &error))
        return;
    player->keeping.state_dir = NULL;
    report_trouble(player, error.message);
}

static void show(const struct nr_player *player)
{
    struct str rest = buf_str(&player->deck.show), line;
    while (str_take_line(&rest, &line))
        report_text(player, line);
}

static void note_word(struct nr_player *player)
{
    struct deck plain = modes_plain(player);
    if (correction_note(player->keeping.state_dir, &plain))
        return;
    buf_clear(&player->deck.say);
    words_add(&player->deck.say, WORDS_NOT_NOTED, "", NULL);
}

/* The sound follows: what was said between is over, whatever comes next. */
static void follow(struct nr_player *player, unsigned effects, bool interrupted)
{
    if (effects & EFFECT_RATE)
        player->generation++;
    if (effects & EFFECT_MOVE && player->deck.at.word == 0)
        player->started = UINT32_MAX; /* it starts anew */
    if (effects & (EFFECT_SAY | EFFECT_WRONG) && player->deck.say.length)
        obey_say(player);
    else if (effects & (EFFECT_MOVE | EFFECT_HOLD) || interrupted)
        feed_seek(player);
    else if (effects & EFFECT_LEVEL)
        feed_again(player);
}

unsigned obey(struct nr_player *player, const struct control *control, struct str argument)
{
    bool interrupted = player->aside_count > 0;
    player->deck.now_ms = player_now_ms();
    feed_hear(player);
    unsigned effects = deck_do(&player->deck, control, argument);
    if (interrupted && effects & EFFECT_LEVEL)
        interrupted = false; /* it goes on, louder */
    else
        player->aside_count = 0;
    if (effects & EFFECT_MODES && !modes_change(player)) {
        buf_clear(&player->deck.say);
        words_add(&player->deck.say, WORDS_NO_PLAN, "", NULL);
        effects = EFFECT_SAY | EFFECT_NONE;
    }
    if (effects & EFFECT_NOTE)
        note_word(player);
    if (effects & EFFECT_SHOW)
        show(player);
    follow(player, effects, interrupted);
    if (effects & EFFECT_DESCRIBE)
        player->describing = true;
    if (effects & EFFECT_LEAVE)
        player->leaving = true;
    if (effects & EFFECT_KEEP && !player->leaving)
        obey_keep(player, false, false);
    return effects;
}
