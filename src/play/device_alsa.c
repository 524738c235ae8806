/* ALSA: for a machine without a sound server. */
#include "device.h"

#include "fail.h"
#include "memory.h"

#include <alsa/asoundlib.h>
#include <stdlib.h>
#include <string.h>

struct alsa {
    snd_pcm_t *pcm;
    struct pollfd *polls; /* ALSA's, then the caller's */
    size_t poll_capacity;
};

/* ALSA prints what it thinks; who plays is told in one line. */
static void keep_quiet(const char *file, int line, const char *function, int code, const char *format, ...)
{
    (void)file, (void)line, (void)function, (void)code, (void)format;
}

static const char *name_of(const struct device *device)
{
    return device->target ? device->target : "default";
}

static bool broken(const struct device *device, long code, struct nr_error *error)
{
    return fail(error, NR_FAILED, "alsa: %s: %s", name_of(device), snd_strerror((int)code));
}

static void alsa_close(struct device *device)
{
    struct alsa *alsa = device->state;
    if (alsa->pcm)
        snd_pcm_close(alsa->pcm);
    snd_config_update_free_global();
    free(alsa->polls);
    free(alsa);
}

static bool alsa_open(struct device *device, struct nr_error *error)
{
    struct alsa *alsa = memory_alloc(sizeof *alsa);
    device->state = alsa;
    snd_lib_error_set_handler(keep_quiet);
    int code = snd_pcm_open(&alsa->pcm, name_of(device), SND_PCM_STREAM_PLAYBACK, SND_PCM_NONBLOCK);
    if (code == 0)
        code = snd_pcm_set_params(alsa->pcm, SND_PCM_FORMAT_S16, SND_PCM_ACCESS_RW_INTERLEAVED, 1,
                                  device->sample_rate, 1, DEVICE_BUFFER_MS * 1000);
    if (code == 0)
        return true;
    broken(device, code, error);
    alsa_close(device);
    return false;
}

static size_t alsa_room(struct device *device)
{
    struct alsa *alsa = device->state;
    snd_pcm_sframes_t room = snd_pcm_avail_update(alsa->pcm);
    if (room < 0 && snd_pcm_recover(alsa->pcm, (int)room, 1) == 0)
        room = snd_pcm_avail_update(alsa->pcm);
    return room > 0 ? (size_t)room : 0;
}

/* A small write leaves the device waiting for more before it starts. */
static void start(struct alsa *alsa)
{
    if (snd_pcm_state(alsa->pcm) == SND_PCM_STATE_PREPARED)
        snd_pcm_start(alsa->pcm);
}

static bool alsa_write(struct device *device, const int16_t *frames, size_t count, struct nr_error *error)
{
    struct alsa *alsa = device->state;
    while (count > 0) {
        snd_pcm_sframes_t done = snd_pcm_writei(alsa->pcm, frames, count);
        if (done == -EAGAIN)
            done = snd_pcm_wait(alsa->pcm, DEVICE_BUFFER_MS) < 0 ? -EIO : 0;
        else if (done < 0)
            done = snd_pcm_recover(alsa->pcm, (int)done, 1);
        if (done < 0)
            return broken(device, done, error);
        frames += done;
        count -= (size_t)done;
    }
    start(alsa);
    return true;
}

static size_t alsa_pending(struct device *device)
{
    struct alsa *alsa = device->state;
    snd_pcm_sframes_t delay = 0;
    return snd_pcm_delay(alsa->pcm, &delay) == 0 && delay > 0 ? (size_t)delay : 0;
}

static bool alsa_is_drained(struct device *device)
{
    return alsa_pending(device) == 0;
}

static void alsa_drop(struct device *device)
{
    struct alsa *alsa = device->state;
    snd_pcm_drop(alsa->pcm);
    snd_pcm_prepare(alsa->pcm);
}

/* Without frames a device stops, and the next ones wake it late. */
static void alsa_idle(struct device *device, bool awake)
{
    static const int16_t silence[1024];
    struct nr_error error;
    size_t room;
    if (!awake)
        alsa_drop(device);
    while (awake && (room = alsa_room(device)) > 0)
        if (!alsa_write(device, silence, room < 1024 ? room : 1024, &error))
            return;
}

static bool alsa_wait(struct device *device, bool for_room, struct pollfd *others, size_t count, int timeout_ms,
                      struct nr_error *error)
{
    struct alsa *alsa = device->state;
    int own = for_room ? snd_pcm_poll_descriptors_count(alsa->pcm) : 0;
    size_t own_count = own > 0 ? (size_t)own : 0;
    void *polls = alsa->polls;
    memory_reserve(&polls, &alsa->poll_capacity, own_count + count, sizeof *others);
    alsa->polls = polls;
    if (own_count)
        snd_pcm_poll_descriptors(alsa->pcm, alsa->polls, (unsigned)own_count);
    if (count)
        memcpy(alsa->polls + own_count, others, count * sizeof *others);
    bool polled = poll(alsa->polls, own_count + count, timeout_ms) >= 0;
    for (size_t i = 0; i < count; i++)
        others[i].revents = polled ? alsa->polls[own_count + i].revents : 0;
    unsigned short events;
    if (polled && own_count)
        snd_pcm_poll_descriptors_revents(alsa->pcm, alsa->polls, (unsigned)own_count, &events);
    return snd_pcm_state(alsa->pcm) != SND_PCM_STATE_DISCONNECTED || broken(device, -ENODEV, error);
}

const struct device_kind device_alsa = {
    .name = "alsa",
    .target = "DEVICE",
    .automatic = true,
    .open = alsa_open,
    .room = alsa_room,
    .write = alsa_write,
    .pending = alsa_pending,
    .is_drained = alsa_is_drained,
    .drop = alsa_drop,
    .idle = alsa_idle,
    .wait = alsa_wait,
    .close = alsa_close,
};
