#include "narrator/speaker.h"

#include "arena.h"
#include "fail.h"
#include "memory.h"
#include "speaker_link.h"
#include "speaker_retry.h"
#include "tokens.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define DEFAULT_ENGINE "espeak-ng"
#define JOBS_MAX       256
#define NAME_MAX_BYTES 64
#define DEATHS_MAX     5

struct nr_speaker {
    struct nr_arena *arena; /* holds the settings' texts */
    struct link link;
    size_t window;
    struct unit *first; /* submitted and not yet taken, oldest first */
    struct unit **end;
    size_t count;
    struct unit *taken; /* its sound is lent to the caller */
    uint32_t last_id;
    unsigned deaths; /* of helpers, since anything was last spoken */
};

static uint32_t jobs_of(const struct nr_settings *settings)
{
    long processors = settings->jobs ? (long)settings->jobs : sysconf(_SC_NPROCESSORS_ONLN);
    return processors < 1 ? 1 : processors > JOBS_MAX ? JOBS_MAX : (uint32_t)processors;
}

/* Finds the piece that an order was made of; NULL when it was cancelled meanwhile. */
static struct piece *find_piece(const struct nr_speaker *speaker, uint32_t id, struct unit **owner)
{
    for (struct unit *unit = speaker->first; unit; unit = unit->next)
        for (size_t i = 0; i < unit->piece_count; i++) {
            struct piece *piece = &unit->pieces[i];
            *owner = unit;
            if (piece->state == PIECE_SENT && piece->id == id)
                return piece;
        }
    return NULL;
}

/* Has `each` called for the pieces of all open units, in order. */
static void each_piece(struct nr_speaker *speaker,
                       void (*each)(struct nr_speaker *speaker, struct unit *unit, struct piece *piece,
                                    size_t *counter),
                       size_t *counter)
{
    for (struct unit *unit = speaker->first; unit; unit = unit->next)
        for (size_t i = 0; i < unit->piece_count && unit->fate == UNIT_OPEN; i++)
            each(speaker, unit, &unit->pieces[i], counter);
}

static void count_suspect(struct nr_speaker *speaker, struct unit *unit, struct piece *piece, size_t *counter)
{
    (void)speaker, (void)unit;
    *counter += piece->suspect;
}

static void count_sent(struct nr_speaker *speaker, struct unit *unit, struct piece *piece, size_t *counter)
{
    (void)speaker, (void)unit;
    *counter += piece->state == PIECE_SENT;
}

/* Sends a due piece; while there are suspects only them, and `counter` keeps that to one at a time, so that it is
 * known which one the helper dies of. */
static void send_piece(struct nr_speaker *speaker, struct unit *unit, struct piece *piece, size_t *counter)
{
    bool held = counter && (*counter || !piece->suspect);
    if (piece->state != PIECE_DUE || held || speaker->link.hungry)
        return;
    if (!link_take_slot(&speaker->link, &piece->slot))
        return;
    speaker->link.hungry = !tokens_take(speaker->link.tokens);
    if (speaker->link.hungry) {
        link_free_slot(&speaker->link, piece->slot);
        return;
    }
    struct wire_message message = {.type = WIRE_ORDER};
    piece->id = ++speaker->last_id;
    piece->state = PIECE_SENT;
    message.order = unit_order(unit, piece);
    wire_put(&speaker->link.out.bytes, &message);
    if (counter)
        ++*counter;
}

static void send_due(struct nr_speaker *speaker)
{
    size_t suspects = 0, sent = 0;
    each_piece(speaker, count_suspect, &suspects);
    each_piece(speaker, count_sent, &sent);
    if (!sent)
        link_expect(&speaker->link);
    speaker->link.hungry = false;
    each_piece(speaker, send_piece, suspects ? &sent : NULL);
}

/* After a helper's death: all that it had is due again, and what it may have been speaking is suspect.  A
 * suspect was alone with the helper, so it is what killed it. */
static void take_back(struct nr_speaker *speaker, struct unit *unit, struct piece *piece, size_t *counter)
{
    if (piece->state != PIECE_SENT)
        return;
    piece->state = PIECE_DUE;
    tokens_give(speaker->link.tokens);
    if (piece->suspect)
        retry_give_up(unit, piece, STR("the speech helper died of it twice"));
    piece->suspect = (*counter)++ < speaker->link.jobs && !piece->suspect;
}

static bool revive(struct nr_speaker *speaker, struct nr_error *error)
{
    size_t taken_back = 0;
    link_kill(&speaker->link);
    if (++speaker->deaths > DEATHS_MAX)
        return fail(error, NR_FAILED, "the speech helper %s died %u times in a row", speaker->link.path,
                    speaker->deaths);
    each_piece(speaker, take_back, &taken_back);
    return link_start(&speaker->link, error);
}

/* False when the helper has not got the frames that it tells of. */
static bool accept(struct nr_speaker *speaker, const struct wire_sound *sound)
{
    struct unit *unit = NULL;
    struct piece *piece = find_piece(speaker, sound->id, &unit);
    if (!piece)
        return true;
    piece_clear(piece);
    piece->frames = memory_resize(NULL, sound->frame_count, sizeof *piece->frames);
    if (!link_read(&speaker->link, piece->slot, piece->frames, sound->frame_count))
        return false;
    link_free_slot(&speaker->link, piece->slot);
    tokens_give(speaker->link.tokens);
    retry_hear(unit, piece, sound);
    speaker->deaths = 0;
    return true;
}

/* Takes all messages that have come; false if one makes no sense. */
static bool accept_all(struct nr_speaker *speaker)
{
    struct wire_message message;
    enum wire_state state;
    while ((state = wire_in_next(&speaker->link.in, &message)) == WIRE_WHOLE)
        if (message.type != WIRE_SOUND || !accept(speaker, &message.sound))
            return false;
    return state == WIRE_MORE;
}

static bool work_on(struct nr_speaker *speaker, int wait_ms, struct nr_error *error)
{
    if (link_stopped(&speaker->link))
        return fail(error, NR_STOPPED, "stopped");
    if (!speaker->link.pid)
        return revive(speaker, error);
    send_due(speaker);
    bool alive = link_exchange(&speaker->link, wait_ms);
    bool sane = accept_all(speaker);
    return (alive && sane) || revive(speaker, error);
}

static const char *variants_in(struct nr_arena *arena, const char *folder)
{
    return folder ? arena_printf(arena, "%s/voices/variants", folder) : NULL;
}

bool nr_speaker_begin(const struct nr_settings *settings, struct nr_speaker **speaker, struct nr_error *error)
{
    const char *engine = settings->engine ? settings->engine : DEFAULT_ENGINE;
    if (strlen(engine) > NAME_MAX_BYTES)
        return fail(error, NR_USAGE, "unknown engine '%.64s...'", engine);
    struct nr_speaker *made = memory_alloc(sizeof *made);
    made->arena = arena_new();
    made->link.path =
        arena_string(made->arena, str_of(settings->helper_path ? settings->helper_path : NR_HELPER_PATH));
    made->link.engine = arena_string(made->arena, str_of(engine));
    made->link.variants[0] = variants_in(made->arena, settings->user_dir);
    made->link.variants[1] = variants_in(made->arena, settings->data_dir ? settings->data_dir : NR_DATA_DIR);
    made->link.jobs = jobs_of(settings);
    made->link.stop = settings->stop;
    made->link.tokens = settings->tokens;
    made->window = made->link.slot_count = (size_t)made->link.jobs * 2 + 2;
    made->link.sound_fd = -1;
    made->end = &made->first;
    if (!link_begin(&made->link, error)) {
        nr_speaker_close(made);
        return false;
    }
    *speaker = made;
    return true;
}

bool nr_speaker_await(struct nr_speaker *speaker, struct nr_error *error)
{
    return speaker->link.title[0] || link_await(&speaker->link, error);
}

bool nr_speaker_open(const struct nr_settings *settings, struct nr_speaker **speaker, struct nr_error *error)
{
    struct nr_speaker *made;
    if (!nr_speaker_begin(settings, &made, error))
        return false;
    if (nr_speaker_await(made, error)) {
        *speaker = made;
        return true;
    }
    nr_speaker_close(made);
    return false;
}

size_t nr_speaker_room(const struct nr_speaker *speaker)
{
    return speaker->window - speaker->count;
}

static bool check_pronunciations(const struct nr_unit *unit, struct nr_error *error)
{
    uint32_t behind = 0;
    for (size_t i = 0; i < unit->pronunciation_count; behind = unit->pronunciations[i++].end) {
        const struct nr_pronunciation *said = &unit->pronunciations[i];
        if (said->start < behind || said->end <= said->start || said->end > unit->length)
            return fail(error, NR_FAILED, "pronunciation %zu does not lie in its sentence behind the one before",
                        i + 1);
        if (strlen(said->phonemes) > NR_PHONEMES_BYTES_MAX)
            return fail(error, NR_FAILED, "pronunciation %zu is over %u bytes", i + 1, NR_PHONEMES_BYTES_MAX);
    }
    return true;
}

/* The caller's promises, kept: what a speaker can't hold must not reach the helper. */
static bool check_unit(const struct nr_speaker *speaker, const struct nr_unit *unit, struct nr_error *error)
{
    if (!nr_speaker_room(speaker))
        return fail(error, NR_FAILED, "no room for another sentence; take one first");
    if (unit->length > NR_UNIT_BYTES_MAX)
        return fail(error, NR_REFUSED, "a sentence of %zu bytes; at most %u can be spoken", unit->length,
                    NR_UNIT_BYTES_MAX);
    if (strlen(unit->style->engine_voice) > NAME_MAX_BYTES)
        return fail(error, NR_USAGE, "'%.64s...' is no name of a voice", unit->style->engine_voice);
    if (!check_pronunciations(unit, error))
        return false;
    uint32_t start = 0;
    for (size_t i = 0; i < unit->word_count; start = unit->words[i++].start)
        if (unit->words[i].start < start || unit->words[i].end < unit->words[i].start ||
            unit->words[i].end > unit->length)
            return fail(error, NR_FAILED, "word %zu does not lie in its sentence behind the one before", i + 1);
    return true;
}

bool nr_speaker_submit(struct nr_speaker *speaker, const struct nr_unit *unit, struct nr_error *error)
{
    if (!check_unit(speaker, unit, error))
        return false;
    link_expect(&speaker->link); /* it may have had nothing to say for long */
    *speaker->end = unit_new(unit);
    speaker->end = &(*speaker->end)->next;
    speaker->count++;
    if (speaker->link.pid) {
        send_due(speaker);
        link_flush(&speaker->link); /* a helper that is gone is noticed by who waits for a sound */
    }
    return true;
}

static struct unit *remove_first(struct nr_speaker *speaker)
{
    struct unit *unit = speaker->first;
    speaker->first = unit->next;
    if (!speaker->first)
        speaker->end = &speaker->first;
    speaker->count--;
    return unit;
}

bool nr_speaker_ready(struct nr_speaker *speaker, bool *ready, struct nr_error *error)
{
    *ready = false;
    if (!speaker->first)
        return true;
    if (!unit_is_done(speaker->first) && !work_on(speaker, 0, error))
        return false;
    *ready = unit_is_done(speaker->first);
    if (!*ready && speaker->link.pid) {
        send_due(speaker); /* what came may ask for more */
        link_flush(&speaker->link);
    }
    return true;
}

int nr_speaker_fd(const struct nr_speaker *speaker)
{
    return speaker->link.pid ? speaker->link.fd : -1;
}

/* Its slot is free at once: a helper that is told to cancel starts nothing before it is done with that. */
static void forget_order(struct nr_speaker *speaker, const struct piece *piece)
{
    tokens_give(speaker->link.tokens);
    if (speaker->link.pid)
        link_free_slot(&speaker->link, piece->slot);
}

static void drop_all(struct nr_speaker *speaker)
{
    while (speaker->first) {
        struct unit *unit = remove_first(speaker);
        for (size_t i = 0; i < unit->piece_count; i++)
            if (unit->pieces[i].state == PIECE_SENT)
                forget_order(speaker, &unit->pieces[i]);
        unit_free(unit);
    }
}

bool nr_speaker_next(struct nr_speaker *speaker, struct nr_sound *sound, struct nr_error *error)
{
    unit_free(speaker->taken);
    speaker->taken = NULL;
    if (!speaker->first)
        return fail(error, NR_FAILED, "no sentence was submitted");
    link_expect(&speaker->link);
    while (!unit_is_done(speaker->first))
        if (!work_on(speaker, LINK_TURN_MS, error))
            return false;
    if (speaker->first->fate == UNIT_NO_VOICE)
        return fail(error, NR_USAGE, "%s", speaker->first->why);
    speaker->taken = remove_first(speaker);
    unit_sound(speaker->taken, speaker->link.sample_rate, sound);
    return true;
}

void nr_speaker_cancel(struct nr_speaker *speaker)
{
    drop_all(speaker);
    if (!speaker->link.pid)
        return;
    wire_put(&speaker->link.out.bytes, &(struct wire_message){.type = WIRE_CANCEL});
    link_flush(&speaker->link);
}

const char *nr_speaker_engine(const struct nr_speaker *speaker)
{
    return speaker->link.title;
}

void nr_speaker_close(struct nr_speaker *speaker)
{
    if (!speaker)
        return;
    drop_all(speaker);
    unit_free(speaker->taken);
    link_end(&speaker->link);
    arena_free(speaker->arena);
    free(speaker);
}
