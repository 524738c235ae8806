#include "crew.h"

#include "fail.h"
#include "memory.h"
#include "tokens.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#define JOBS_MAX 64u
#define AHEAD    2u /* pieces per thread that wait to be taken */

struct slot {
    bool ready;
    void *piece; /* NULL: it failed, see error */
    struct nr_error error;
};

struct crew {
    const struct nr_settings *settings;
    const struct crew_work *work;
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    struct slot *slots; /* piece i lies in slot i % slot_count */
    size_t slot_count;
    size_t begun;
    size_t taken;
    bool ending;
};

/* The next piece to make; false when there is none.  The mutex is held. */
static bool next_piece(struct crew *crew, size_t *index)
{
    while (!crew->ending && crew->begun < crew->work->count && crew->begun >= crew->taken + crew->slot_count)
        pthread_cond_wait(&crew->changed, &crew->mutex);
    if (crew->ending || crew->begun >= crew->work->count)
        return false;
    *index = crew->begun++;
    return true;
}

static struct slot make_piece(struct crew *crew, size_t index)
{
    const struct nr_settings *settings = crew->settings;
    struct slot made = {.ready = true};
    if (!tokens_wait(settings->tokens, settings->stop)) {
        fail(&made.error, NR_STOPPED, "stopped");
        return made;
    }
    made.piece = crew->work->make(crew->work->context, index, &made.error);
    tokens_give(settings->tokens);
    return made;
}

static void *make_pieces(void *context)
{
    struct crew *crew = context;
    size_t index;
    pthread_mutex_lock(&crew->mutex);
    while (next_piece(crew, &index)) {
        pthread_mutex_unlock(&crew->mutex);
        struct slot made = make_piece(crew, index);
        pthread_mutex_lock(&crew->mutex);
        crew->slots[index % crew->slot_count] = made;
        pthread_cond_broadcast(&crew->changed);
    }
    pthread_mutex_unlock(&crew->mutex);
    return NULL;
}

static bool take_piece(struct crew *crew, struct nr_error *error)
{
    size_t index = crew->taken;
    struct slot *slot = &crew->slots[index % crew->slot_count];
    pthread_mutex_lock(&crew->mutex);
    while (!slot->ready)
        pthread_cond_wait(&crew->changed, &crew->mutex);
    pthread_mutex_unlock(&crew->mutex);
    if (!slot->piece) {
        *error = slot->error;
        return false;
    }
    bool ok = crew->work->take(crew->work->context, index, slot->piece, error);
    crew->work->drop(slot->piece);
    pthread_mutex_lock(&crew->mutex);
    *slot = (struct slot){0};
    crew->taken++;
    pthread_cond_broadcast(&crew->changed);
    pthread_mutex_unlock(&crew->mutex);
    return ok;
}

/* Signals are for the threads of whoever uses the library. */
static unsigned start(struct crew *crew, pthread_t *threads, unsigned wanted)
{
    sigset_t all, before;
    unsigned started = 0;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    while (started < wanted && pthread_create(&threads[started], NULL, make_pieces, crew) == 0)
        started++;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return started;
}

static void finish(struct crew *crew, const pthread_t *threads, unsigned started)
{
    pthread_mutex_lock(&crew->mutex);
    crew->ending = true;
    pthread_cond_broadcast(&crew->changed);
    pthread_mutex_unlock(&crew->mutex);
    for (unsigned i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
    for (size_t i = 0; i < crew->slot_count; i++)
        if (crew->slots[i].piece)
            crew->work->drop(crew->slots[i].piece);
}

static unsigned thread_count(unsigned jobs, size_t pieces)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    unsigned wanted = jobs ? jobs : processors > 0 ? (unsigned)processors : 1;
    wanted = wanted < JOBS_MAX ? wanted : JOBS_MAX;
    return wanted < pieces ? wanted : (unsigned)pieces;
}

bool crew_run(const struct nr_settings *settings, const struct crew_work *work, struct nr_error *error)
{
    pthread_t threads[JOBS_MAX];
    unsigned wanted = thread_count(settings->jobs, work->count);
    struct crew crew = {.settings = settings, .work = work, .slot_count = (size_t)wanted * AHEAD};
    crew.slots = memory_alloc(crew.slot_count * sizeof *crew.slots);
    pthread_mutex_init(&crew.mutex, NULL);
    pthread_cond_init(&crew.changed, NULL);
    unsigned started = start(&crew, threads, wanted);
    bool ok = started > 0 || wanted == 0 || fail_errno(error, "can't start a thread");
    while (ok && crew.taken < work->count)
        ok = take_piece(&crew, error);
    finish(&crew, threads, started);
    pthread_cond_destroy(&crew.changed);
    pthread_mutex_destroy(&crew.mutex);
    free(crew.slots);
    return ok;
}
