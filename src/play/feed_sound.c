/* Through our own speaker to a sound output. */
#include "feed.h"

#include "script.h"

#include <string.h>

#define CHUNK_FRAMES 2048u
#define FADE_MS      4u     /* a start in mid-wave would click */
#define AWAKE_MS     10000u /* wireless headphones cut the first syllable when they wake */
#define LATE_MS      2000u  /* a device that says it still plays by then is not believed */

static const struct spoken *sound_of(const struct nr_player *player, struct cursor cursor)
{
    return fetch_find(player->fetch, script_id(player, cursor, player->heard_generation));
}

static bool is_active(const struct nr_player *player)
{
    return player->aside_count > 0 || player->deck.playing;
}

static bool is_at_end(const struct nr_player *player)
{
    size_t count = player->aside_count > 0 ? player->aside_count : player->plan->utterance_count;
    return !player->seeking && player->cursor.index >= count;
}

static void drop(struct nr_player *player)
{
    if (player->device.kind)
        player->device.kind->drop(&player->device);
    tape_clear(&player->tape);
}

static void sound_seek(struct nr_player *player)
{
    drop(player);
    player->heard_generation = player->generation;
    player->seeking = true;
}

static void sound_again(struct nr_player *player)
{
    struct cursor heard;
    size_t pending = player->device.kind ? player->device.kind->pending(&player->device) : 0;
    if (player->seeking || !tape_heard(&player->tape, pending, &heard))
        return;
    player->cursor = heard;
    drop(player);
}

/* What is to be fetched first. */
static struct cursor wanted(const struct nr_player *player)
{
    struct cursor start = {.aside = player->aside_count > 0};
    if (!player->seeking && player->cursor.aside == start.aside)
        start.index = player->cursor.index;
    else if (!start.aside)
        start.index = player->deck.at.utterance;
    if (!start.aside && player->generation != player->heard_generation)
        start.index = player->deck.at.utterance;
    return start;
}

/* The cursor goes where deck.at is, once the sound is there that says at which frame. */
static void settle(struct nr_player *player)
{
    struct cursor to = {.aside = player->aside_count > 0, .index = player->deck.at.utterance};
    to.index = to.aside ? 0 : to.index;
    const struct spoken *spoken = sound_of(player, to);
    if (!player->seeking || !spoken || !is_active(player))
        return;
    if (!to.aside)
        to.frame = spot_frame(player->deck.at, spoken->marks, spoken->mark_count, spoken->count);
    player->fade = to.frame > 0 ? (size_t)player->sample_rate * FADE_MS / 1000 : 0;
    player->cursor = to;
    player->seeking = false;
}

/* After a change of the rate the old sound goes on until the new one is there. */
static void switch_rate(struct nr_player *player)
{
    struct cursor here = {.index = player->deck.at.utterance};
    if (player->generation == player->heard_generation || player->aside_count > 0)
        return;
    if (player->seeking || fetch_find(player->fetch, script_id(player, here, player->generation)))
        sound_seek(player);
}

static void amplify(const struct nr_player *player, int16_t *frames, size_t count)
{
    int32_t percent = player->deck.muted ? 0 : (int32_t)player->deck.volume;
    for (size_t i = 0; percent != 100 && i < count; i++) {
        int32_t loud = frames[i] * percent / 100;
        frames[i] = (int16_t)(loud > INT16_MAX ? INT16_MAX : loud < INT16_MIN ? INT16_MIN : loud);
    }
}

static void fade_in(struct nr_player *player, int16_t *frames, size_t count)
{
    int32_t whole = (int32_t)(player->sample_rate * FADE_MS / 1000);
    for (size_t i = 0; i < count && player->fade > 0; i++, player->fade--)
        frames[i] = (int16_t)(frames[i] * (whole - (int32_t)player->fade) / whole);
}

/* The next frames of the sound at the cursor, and of the silence behind it. */
static size_t render(struct nr_player *player, const struct spoken *spoken, int16_t *frames, size_t count)
{
    uint64_t at = player->cursor.frame;
    size_t all = spoken->count + script_pause(player, player->cursor);
    if (count > CHUNK_FRAMES)
        count = CHUNK_FRAMES;
    if (at >= all)
        return 0;
    if (count > all - at)
        count = (size_t)(all - at);
    size_t sound = at < spoken->count ? spoken->count - (size_t)at : 0;
    sound = sound < count ? sound : count;
    if (sound)
        memcpy(frames, spoken->frames + at, sound * sizeof *frames);
    memset(frames + sound, 0, (count - sound) * sizeof *frames);
    amplify(player, frames, sound);
    fade_in(player, frames, sound);
    return count;
}

static bool sound_is_ready(const struct nr_player *player)
{
    return player->device.kind && is_active(player) && !player->seeking && !is_at_end(player) &&
           sound_of(player, player->cursor);
}

/* Up to the end of one sound; the rest is for the next turn. */
static void give(struct nr_player *player)
{
    const struct device_kind *kind = player->device.kind;
    const struct spoken *spoken;
    int16_t frames[CHUNK_FRAMES];
    size_t room, count;
    while (!player->lost && sound_is_ready(player) && (room = kind->room(&player->device)) > 0) {
        spoken = sound_of(player, player->cursor);
        count = render(player, spoken, frames, room);
        if (count > 0) {
            player->lost = !kind->write(&player->device, frames, count, &player->lost_why);
            tape_push(&player->tape, player->cursor, count);
            player->written_ms = player->deck.now_ms;
            player->cursor.frame += count;
        } else {
            player->cursor.index++;
            player->cursor.frame = 0;
            break;
        }
    }
}

static bool sound_work(struct nr_player *player, struct nr_error *error)
{
    if (!fetch_work(player->fetch, error))
        return false;
    if (is_active(player) && !script_want(player, wanted(player), error))
        return false;
    switch_rate(player);
    settle(player);
    if (player->device.kind)
        give(player);
    return true;
}

static bool sound_hear(struct nr_player *player)
{
    struct cursor heard;
    size_t pending = player->device.kind ? player->device.kind->pending(&player->device) : 0;
    if (player->seeking || !tape_heard(&player->tape, pending, &heard) || heard.aside)
        return false;
    const struct spoken *spoken = sound_of(player, heard);
    if (spoken)
        player->deck.at = spot_at(heard.index, heard.frame, spoken->marks, spoken->mark_count, spoken->count);
    player->deck.sentence_ms = heard.frame * 1000 / player->sample_rate;
    bool another = player->started != heard.index;
    player->started = heard.index;
    return another;
}

static bool sound_is_over(const struct nr_player *player)
{
    struct device *device = (struct device *)&player->device;
    if (!is_active(player) || !is_at_end(player) || !device->kind)
        return false;
    return device->kind->is_drained(device) || player->deck.now_ms - player->written_ms > LATE_MS;
}

static void sound_idle(struct nr_player *player)
{
    const struct device_kind *kind = player->device.kind;
    if (kind && kind->idle && !is_active(player))
        kind->idle(&player->device, player->deck.now_ms - player->written_ms < AWAKE_MS);
}

const struct feed feed_sound = {
    .seek = sound_seek,
    .again = sound_again,
    .is_ready = sound_is_ready,
    .work = sound_work,
    .hear = sound_hear,
    .is_over = sound_is_over,
    .idle = sound_idle,
};
