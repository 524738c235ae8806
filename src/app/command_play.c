#include "command.h"

#include "fail.h"
#include "messages.h"
#include "narrator/playback.h"
#include "paths.h"
#include "queue.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* What all articles of a run share. */
struct playing {
    const struct options *options;
    struct nr_settings settings;
    struct nr_playback playback;
    struct nr_player *player;
    size_t failed;
    bool ready;   /* there was something to play, and sound */
    bool silent;  /* there is no sound to be had */
    bool skipped; /* some of a folder were heard before */
};

static bool is_set(const struct options *options, const char *name)
{
    return options_setting(options, name)->origin != ORIGIN_DEFAULT;
}

/* Keys come from the terminal even if the article or the commands come from standard input. */
static int open_terminal(const struct options *options)
{
    bool article = false, control = options->control && strcmp(options->control, "-") == 0;
    for (size_t i = 0; i < options->operand_count; i++)
        article = article || strcmp(options->operands[i], "-") == 0;
    if (control)
        return -1;
    if (!article)
        return isatty(STDIN_FILENO) ? STDIN_FILENO : -1;
    return isatty(STDERR_FILENO) ? open("/dev/tty", O_RDWR | O_CLOEXEC) : -1;
}

/* A FIFO opened for writing too does not end with the first who writes to it. */
static bool open_control(const char *path, int *fd, struct nr_error *error)
{
    *fd = -1;
    if (!path)
        return true;
    *fd = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDWR | O_CLOEXEC);
    if (*fd < 0 && errno == EACCES)
        *fd = open(path, O_RDONLY | O_CLOEXEC);
    return *fd >= 0 || fail_errno(error, "%s: can't take commands from it", path);
}

static void tell(const struct playing *playing, const struct nr_article *article, const struct nr_plan *plan)
{
    if (playing->options->quiet)
        return;
    message_notes(article);
    if (plan)
        message_unspoken(plan, &playing->settings);
}

struct last_rate {
    unsigned wpm;
};

static void take_rate(void *context, const struct nr_place *place)
{
    struct last_rate *last = context;
    if (!last->wpm)
        last->wpm = place->rate_wpm;
}

/* A rate is the listener's: an article never heard before is read as the last one was. */
static unsigned choose_rate(const struct playing *playing, const struct nr_place *place)
{
    struct last_rate last = {place->rate_wpm};
    if (is_set(playing->options, "rate"))
        return playing->options->rate_wpm;
    if (!last.wpm && playing->playback.state_dir)
        nr_place_list(playing->playback.state_dir, take_rate, &last);
    return last.wpm;
}

/* The voice that the article was heard in, unless it is gone. */
static bool load_voice(const struct playing *playing, const struct nr_place *place, struct nr_voice **voice,
                       struct nr_error *error)
{
    bool kept = place->voice && *place->voice && !is_set(playing->options, "voice");
    if (kept && nr_voice_load(place->voice, &playing->settings, voice, error))
        return true;
    return nr_voice_load(playing->options->voice, &playing->settings, voice, error);
}

static bool get_ready(struct playing *playing, unsigned sample_rate, struct nr_error *error)
{
    playing->ready = nr_player_ready(playing->player, sample_rate, error);
    playing->silent = !playing->ready;
    return playing->ready;
}

static bool play_article(struct playing *playing, struct nr_article *article, const struct nr_place *place,
                         enum nr_play_end *end, struct nr_error *error)
{
    struct nr_voice *voice;
    const struct nr_plan *plan = NULL;
    if (!load_voice(playing, place, &voice, error))
        return false;
    bool done = nr_plan_article(article, voice, &playing->settings, &plan, error) &&
                get_ready(playing, plan->sample_rate, error) &&
                nr_player_play(playing->player, plan, voice, choose_rate(playing, place), end, error);
    tell(playing, article, plan);
    nr_voice_free(voice);
    return done;
}

static bool play_path(struct playing *playing, const char *path, bool optional, enum nr_play_end *end,
                      struct nr_error *error)
{
    struct nr_article *article;
    struct nr_place place = {0};
    *end = NR_PLAY_FINISHED;
    if (!nr_read_article_file(path, &playing->settings, &article, error))
        return false;
    bool known = nr_place_find(playing->playback.state_dir, article, &place);
    bool heard = known && optional && place.finished;
    bool done = heard || play_article(playing, article, &place, end, error);
    playing->skipped = playing->skipped || heard;
    nr_article_free(article);
    return done;
}

/* One article that can't be played doesn't stop the rest. */
static bool play_all(struct playing *playing, const struct queue *queue, struct nr_error *error)
{
    enum nr_play_end end = NR_PLAY_FINISHED;
    bool back = false;
    for (size_t i = 0; i < queue->count && end != NR_PLAY_QUIT;) {
        bool optional = queue->optional[i] && !back;
        if (!play_path(playing, queue->paths[i], optional, &end, error)) {
            if (queue->count == 1 || error->status == NR_STOPPED || playing->silent)
                return false;
            message("%s", error->message);
            playing->failed++;
        }
        back = end == NR_PLAY_PREVIOUS;
        i = !back ? i + 1 : i > 0 ? i - 1 : 0;
    }
    if (playing->failed > 0)
        return fail(error, NR_SOME_FAILED, "%zu of %zu articles could not be played", playing->failed,
                    queue->count);
    if (!playing->ready && playing->skipped && !playing->options->quiet)
        message("all of it was heard; name an article to hear it again");
    return true;
}

static void print_place(void *context, const struct nr_place *place)
{
    (void)context;
    const char *name = *place->title ? place->title : place->path;
    printf("%s\t%u\t%s\n", place->finished ? "finished" : "unfinished", place->minutes_left, name);
}

bool command_play(const struct options *options, struct nr_error *error)
{
    struct playing playing = {.options = options, .settings = options_settings(options)};
    struct nr_playback *playback = &playing.playback;
    struct queue queue;
    *playback = (struct nr_playback){.output = options->device,
                                     .keys = options->keys,
                                     .state_dir = paths_state(options->arena),
                                     .keys_fd = -1,
                                     .pauses = options->pauses,
                                     .show_text = options->show_text};
    if (options->list) {
        if (playback->state_dir)
            nr_place_list(playback->state_dir, print_place, NULL);
        return true;
    }
    if (!open_control(options->control, &playback->control_fd, error))
        return false;
    playback->keys_fd = open_terminal(options);
    bool done = queue_make(options, playback->state_dir, &queue, error) &&
                nr_player_open(playback, &playing.settings, &playing.player, error) &&
                play_all(&playing, &queue, error);
    nr_player_close(playing.player);
    queue_free(&queue);
    return done;
}
