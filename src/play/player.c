#include "player.h"

#include "arena.h"
#include "fail.h"
#include "feed.h"
#include "level.h"
#include "memory.h"
#include "script.h"

#include <errno.h>
#include <stdlib.h>
#include <time.h>

#define TURN_MS 100 /* a wish to stop waits no longer */

uint64_t player_now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

static bool wait(struct nr_player *player, struct nr_error *error)
{
    struct pollfd polls[4];
    size_t count = 0;
    int speaker = fetch_is_waiting(player->fetch) ? nr_speaker_fd(player->speaker) : -1;
    if (speaker >= 0)
        polls[count++] = (struct pollfd){.fd = speaker, .events = POLLIN};
    return player->device.kind->wait(&player->device, feed_is_ready(player), polls, count, TURN_MS, error);
}

static bool turn(struct nr_player *player, struct nr_error *error)
{
    const volatile sig_atomic_t *stop = player->settings.stop;
    player->deck.now_ms = player_now_ms();
    if (stop && *stop)
        return fail(error, NR_STOPPED, "stopped");
    if (!feed_work(player, error) || !wait(player, error))
        return false;
    feed_hear(player);
    return true;
}

static void start(struct nr_player *player, const struct nr_plan *plan, const struct nr_voice *voice)
{
    unsigned own = voice->styles[NR_BODY].rate_wpm;
    player->plan = plan;
    player->voice = voice;
    player->plan_rate_wpm = player->settings.rate_wpm ? player->settings.rate_wpm : own;
    player->started = UINT32_MAX;
    player->generation++;
    player->fetch =
        fetch_open(player->speaker, player->sample_rate, level_of(&player->settings, voice, player->sample_rate));
    player->deck = (struct deck){.plan = plan, .voice = voice, .playing = true, .volume = 100};
    player->deck.rate_wpm = player->playback.rate_wpm ? player->playback.rate_wpm : player->plan_rate_wpm;
    player->deck.usual_rate_wpm = player->deck.rate_wpm;
    feed_seek(player);
}

static void finish(struct nr_player *player)
{
    if (player->device.kind)
        player->device.kind->drop(&player->device);
    fetch_close(player->fetch);
    buf_free(&player->deck.say);
    player->fetch = NULL;
    player->plan = NULL;
}

bool nr_player_play(struct nr_player *player, const struct nr_plan *plan, const struct nr_voice *voice,
                    enum nr_play_end *end, struct nr_error *error)
{
    start(player, plan, voice);
    bool going = true;
    while (going && !feed_is_over(player))
        going = turn(player, error);
    *end = player->deck.end;
    finish(player);
    return going;
}

bool nr_player_open(const struct nr_playback *playback, const struct nr_settings *settings, unsigned sample_rate,
                    struct nr_player **player, struct nr_error *error)
{
    struct nr_player *made = memory_alloc(sizeof *made);
    made->playback = *playback;
    made->settings = *settings;
    made->sample_rate = sample_rate;
    if (nr_speaker_open(settings, &made->speaker, error) &&
        device_open(&made->device, playback->output, sample_rate, error)) {
        *player = made;
        return true;
    }
    nr_player_close(made);
    return false;
}

void nr_player_close(struct nr_player *player)
{
    if (!player)
        return;
    device_close(&player->device);
    nr_speaker_close(player->speaker);
    buf_free(&player->aside);
    free(player->words);
    free(player);
}

const char *nr_play_output_at(size_t index, const char **about)
{
    const struct device_kind *kind = device_kind_at(index);
    if (kind)
        *about = kind->about;
    return kind ? kind->name : NULL;
}
