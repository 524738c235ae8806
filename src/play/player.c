#include "player.h"

#include "arena.h"
#include "fail.h"
#include "feed.h"
#include "input.h"
#include "level.h"
#include "modes.h"
#include "obey.h"
#include "report.h"
#include "script.h"
#include "speechd.h"
#include "terminal.h"
#include "walk.h"
#include "words.h"

#include "memory.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#define TURN_MS    100   /* a wish to stop waits no longer */
#define RETRY_MS   500   /* a lost device is looked for so often */
#define GIVE_UP_MS 60000 /* and for so long */

uint64_t player_now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

static void tell(const struct nr_player *player, enum words words)
{
    struct buf text = {0};
    words_add(&text, words, "", NULL);
    report_trouble(player, text.at);
    buf_free(&text);
}

/* A sound server may be started anew, headphones be plugged in again; a full disk stays full. */
static bool lose(struct nr_player *player, struct nr_error *error)
{
    const struct device_kind *kind = player->device.kind;
    player->lost = false;
    if (!kind->automatic) {
        *error = player->lost_why;
        return false;
    }
    feed_hear(player);
    player->deck.at.part = 0;
    const char *target = player->device.target;
    player->output = arena_printf(player->arena, "%s%s%s", kind->name, target ? ":" : "", target ? target : "");
    device_close(&player->device);
    feed_seek(player);
    player->retry_ms = player->deck.now_ms + RETRY_MS;
    player->give_up_ms = player->deck.now_ms + GIVE_UP_MS;
    obey_keep(player, false, true);
    tell(player, WORDS_DEVICE_LOST);
    return true;
}

static bool find_device(struct nr_player *player, struct nr_error *error)
{
    if (player->speechd || player->device.kind || player->deck.now_ms < player->retry_ms)
        return true;
    player->retry_ms = player->deck.now_ms + RETRY_MS;
    if (!device_open(&player->device, player->output, player->sample_rate, &player->lost_why)) {
        if (player->deck.now_ms < player->give_up_ms)
            return true;
        *error = player->lost_why;
        return false;
    }
    tell(player, WORDS_DEVICE_BACK);
    feed_seek(player);
    return true;
}

static void wait(struct nr_player *player)
{
    struct pollfd polls[INPUT_POLLS + 1];
    size_t count = input_polls(player, polls), all = count;
    int speaker = fetch_is_waiting(player->fetch) ? nr_speaker_fd(player->speaker) : -1;
    int most_ms = input_patience_ms(player, TURN_MS);
    if (player->speechd)
        speaker = speechd_fd(player->speechd);
    if (speaker >= 0)
        polls[all++] = (struct pollfd){.fd = speaker, .events = POLLIN};
    if (player->lost || feed_is_over(player))
        most_ms = 0;
    if (!player->device.kind || player->lost)
        count = poll(polls, all, most_ms) < 0 ? 0 : count;
    else
        player->lost = !player->device.kind->wait(&player->device, feed_is_ready(player), polls, all, most_ms,
                                                  &player->lost_why);
    input_take(player, polls, count);
}

/* Ctrl-Z: silent and with the terminal as it was, until the job goes on. */
static void rest(struct nr_player *player)
{
    feed_hear(player);
    player->deck.at.part = 0;
    feed_seek(player);
    obey_keep(player, false, false);
    player->has_terminal = terminal_stop();
}

static void start_sentence(struct nr_player *player)
{
    struct buf text = {0};
    buf_append(&text, walk_written(player->plan, player->deck.at.utterance));
    if (player->playback.control_fd >= 0)
        report_event(player, "sentence", text.at ? text.at : "");
    else if (player->playback.show_text)
        report_text(player, buf_str(&text));
    buf_free(&text);
    obey_keep(player, false, false);
}

static bool turn(struct nr_player *player, struct nr_error *error)
{
    const volatile sig_atomic_t *stop = player->settings.stop;
    player->deck.now_ms = player_now_ms();
    if (stop && *stop)
        return fail(error, NR_STOPPED, "stopped");
    if (player->has_terminal && terminal_wants_stop())
        rest(player);
    if (!find_device(player, error) || !feed_work(player, error))
        return false;
    feed_idle(player);
    wait(player);
    if (player->lost && !lose(player, error))
        return false;
    if (feed_hear(player))
        start_sentence(player);
    if (player->aside_count > 0 && feed_is_over(player))
        obey_aside_over(player);
    return true;
}

static void open_place(struct nr_player *player)
{
    if (keeping_open(&player->keeping, player->playback.state_dir, &player->deck))
        return;
    words_add(&player->deck.say, WORDS_NEAR, "", NULL);
    obey_say(player);
}

static void start(struct nr_player *player, const struct nr_plan *plan, const struct nr_voice *voice,
                  unsigned rate_wpm)
{
    unsigned own = voice->styles[NR_BODY].rate_wpm;
    player->voice = voice;
    player->plan_rate_wpm = player->settings.rate_wpm ? player->settings.rate_wpm : own;
    player->started = UINT32_MAX;
    player->generation++;
    player->leaving = false;
    player->aside_count = 0;
    player->fetch =
        fetch_open(player->speaker, player->sample_rate, level_of(&player->settings, voice, player->sample_rate));
    player->deck = (struct deck){.voice = voice,
                                 .keys_of = keymap_keys,
                                 .keys_context = player->keymap,
                                 .playing = true,
                                 .volume = player->volume,
                                 .muted = player->muted,
                                 .pauses = player->pauses,
                                 .end = NR_PLAY_FINISHED};
    player->deck.rate_wpm = rate_wpm ? rate_wpm : player->plan_rate_wpm;
    player->deck.usual_rate_wpm = player->plan_rate_wpm;
    modes_open(player, plan);
    feed_seek(player);
    open_place(player);
}

static void finish(struct nr_player *player, bool heard)
{
    feed_hear(player);
    if (player->device.kind)
        player->device.kind->drop(&player->device);
    if (player->speechd)
        speechd_cancel(player->speechd);
    if (player->deck.forget)
        keeping_restore(&player->keeping);
    else
        obey_keep(player, heard, true);
    report_event(player, heard ? "finished" : "left", NULL);
    player->volume = player->deck.volume;
    player->muted = player->deck.muted;
    player->pauses = player->deck.pauses;
    fetch_close(player->fetch);
    buf_free(&player->deck.say);
    buf_free(&player->deck.show);
    player->fetch = NULL;
    player->plan = NULL;
}

bool nr_player_play(struct nr_player *player, const struct nr_plan *plan, const struct nr_voice *voice,
                    unsigned rate_wpm, enum nr_play_end *end, struct nr_error *error)
{
    bool going = true, heard = false;
    start(player, plan, voice, rate_wpm);
    while (going && !player->leaving && !heard) {
        going = turn(player, error);
        heard = going && !player->leaving && player->aside_count == 0 && feed_is_over(player);
    }
    *end = heard ? NR_PLAY_FINISHED : player->deck.end;
    finish(player, heard);
    return going;
}

static const char *copy(struct nr_arena *arena, const char *text)
{
    return text ? arena_string(arena, str_of(text)) : NULL;
}

bool nr_player_open(const struct nr_playback *playback, const struct nr_settings *settings,
                    struct nr_player **player, struct nr_error *error)
{
    struct nr_player *made = memory_alloc(sizeof *made);
    made->arena = arena_new();
    made->playback = *playback;
    made->playback.state_dir = copy(made->arena, playback->state_dir);
    made->output = copy(made->arena, playback->output);
    made->settings = made->given = *settings;
    made->volume = 100;
    made->pauses = playback->pauses ? playback->pauses : 100;
    bool other_voice = made->output && strcmp(made->output, SPEECHD_NAME) == 0;
    made->feed = other_voice ? &feed_speechd : &feed_sound;
    if (keymap_make(playback->keys, made->arena, &made->keymap, error) &&
        (other_voice || nr_speaker_begin(&made->settings, &made->speaker, error))) {
        *player = made;
        return true;
    }
    nr_player_close(made);
    return false;
}

static bool open_output(struct nr_player *player, unsigned sample_rate, struct nr_error *error)
{
    if (player->feed == &feed_speechd)
        return player->speechd || speechd_open(&player->speechd, error);
    if (player->device.kind && player->sample_rate == sample_rate)
        return true;
    device_close(&player->device);
    return device_open(&player->device, player->output, sample_rate, error) &&
           nr_speaker_await(player->speaker, error);
}

bool nr_player_ready(struct nr_player *player, unsigned sample_rate, struct nr_error *error)
{
    if (!open_output(player, sample_rate, error))
        return false;
    player->sample_rate = sample_rate;
    if (!player->has_terminal)
        player->has_terminal = player->playback.keys_fd >= 0 && terminal_take(player->playback.keys_fd);
    return true;
}

void nr_player_close(struct nr_player *player)
{
    if (!player)
        return;
    if (player->has_terminal)
        terminal_give_back();
    speechd_close(player->speechd);
    device_close(&player->device);
    nr_speaker_close(player->speaker);
    buf_free(&player->aside);
    buf_free(&player->prompted);
    buf_free(&player->line);
    arena_free(player->arena);
    free(player->words);
    free(player);
}

bool nr_play_command_at(size_t index, struct nr_play_command *command)
{
    const struct control *control = control_at(index);
    if (control)
        *command = (struct nr_play_command){control->words, control->argument, control->keys, control->about};
    return control;
}
