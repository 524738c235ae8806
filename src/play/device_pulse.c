/* PulseAudio, and PipeWire in its guise: one stream, driven from the caller's loop without a thread. */
#include "device.h"

#include "fail.h"
#include "memory.h"

#include <pulse/pulseaudio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define CONNECT_MS 5000
#define START_MS   10u /* sound starts, and starts again after it ran dry, once this much is there */
#define FRAME      sizeof(int16_t)

struct pulse {
    pa_mainloop *loop;
    pa_context *context;
    pa_stream *stream;
    struct pollfd *polls; /* the loop's, then the caller's */
    size_t poll_capacity;
    struct pollfd *others;
    size_t other_count;
    pa_operation *drain; /* NULL: none was asked for */
    bool begun;
    bool asleep;
    size_t written; /* frames since the last drop, as far as that can matter */
};

/* The loop's own descriptors and the caller's are waited for at once. */
static int poll_all(struct pollfd *own, unsigned long count, int timeout_ms, void *context)
{
    struct pulse *pulse = context;
    size_t all = count + pulse->other_count;
    void *polls = pulse->polls;
    memory_reserve(&polls, &pulse->poll_capacity, all, sizeof *own);
    pulse->polls = polls;
    memcpy(pulse->polls, own, count * sizeof *own);
    if (pulse->other_count)
        memcpy(pulse->polls + count, pulse->others, pulse->other_count * sizeof *own);
    int ready = poll(pulse->polls, all, timeout_ms);
    if (ready < 0)
        return ready;
    memcpy(own, pulse->polls, count * sizeof *own);
    if (pulse->other_count)
        memcpy(pulse->others, pulse->polls + count, pulse->other_count * sizeof *own);
    ready = 0;
    for (size_t i = 0; i < count; i++)
        ready += own[i].revents != 0;
    return ready;
}

static bool lost(const struct pulse *pulse, const char *what, struct nr_error *error)
{
    return fail(error, NR_FAILED, "pulse: %s: %s", what, pa_strerror(pa_context_errno(pulse->context)));
}

static bool is_alive(const struct pulse *pulse)
{
    return PA_CONTEXT_IS_GOOD(pa_context_get_state(pulse->context)) &&
           (!pulse->stream || PA_STREAM_IS_GOOD(pa_stream_get_state(pulse->stream)));
}

/* One turn of the loop.  Being interrupted by a signal is a turn too. */
static void turn(struct pulse *pulse, int timeout_ms)
{
    if (pa_mainloop_prepare(pulse->loop, timeout_ms < 0 ? -1 : timeout_ms * 1000) >= 0 &&
        pa_mainloop_poll(pulse->loop) >= 0)
        pa_mainloop_dispatch(pulse->loop);
}

static long long now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Turns until `is_ready`; false when the server says no or is silent. */
static bool await(struct pulse *pulse, bool (*is_ready)(const struct pulse *pulse))
{
    long long end = now_ms() + CONNECT_MS, now;
    while (is_alive(pulse) && !is_ready(pulse) && (now = now_ms()) < end)
        turn(pulse, (int)(end - now));
    return is_alive(pulse) && is_ready(pulse);
}

static bool context_is_ready(const struct pulse *pulse)
{
    return pa_context_get_state(pulse->context) == PA_CONTEXT_READY;
}

static bool stream_is_ready(const struct pulse *pulse)
{
    return pa_stream_get_state(pulse->stream) == PA_STREAM_READY;
}

static bool connect_context(struct pulse *pulse, struct nr_error *error)
{
    pulse->loop = pa_mainloop_new();
    pulse->context = pulse->loop ? pa_context_new(pa_mainloop_get_api(pulse->loop), "narrate") : NULL;
    if (!pulse->context)
        return fail(error, NR_FAILED, "pulse: can't be used");
    pa_mainloop_set_poll_func(pulse->loop, poll_all, pulse);
    if (pa_context_connect(pulse->context, NULL, PA_CONTEXT_NOFLAGS, NULL) < 0 || !await(pulse, context_is_ready))
        return lost(pulse, "no sound server", error);
    return true;
}

/* The server's default buffer is two seconds; here it is small, and the rest is the server's choice. */
static bool connect_stream(struct pulse *pulse, const struct device *device, struct nr_error *error)
{
    pa_sample_spec spec = {.format = PA_SAMPLE_S16NE, .rate = device->sample_rate, .channels = 1};
    uint32_t whole = (uint32_t)(FRAME * (device->sample_rate * DEVICE_BUFFER_MS / 1000));
    pa_buffer_attr buffer = {.maxlength = UINT32_MAX,
                             .tlength = whole,
                             .prebuf = (uint32_t)(FRAME * (device->sample_rate * START_MS / 1000)),
                             .minreq = UINT32_MAX,
                             .fragsize = UINT32_MAX};
    pa_stream_flags_t flags =
        PA_STREAM_ADJUST_LATENCY | PA_STREAM_INTERPOLATE_TIMING | PA_STREAM_AUTO_TIMING_UPDATE;
    pa_proplist *about = pa_proplist_new();
    pa_proplist_sets(about, PA_PROP_MEDIA_ROLE, "a11y");
    pulse->stream = pa_stream_new_with_proplist(pulse->context, "article", &spec, NULL, about);
    pa_proplist_free(about);
    if (!pulse->stream ||
        pa_stream_connect_playback(pulse->stream, device->target, &buffer, flags, NULL, NULL) < 0 ||
        !await(pulse, stream_is_ready))
        return lost(pulse, device->target ? device->target : "can't play", error);
    return true;
}

static void forget(pa_operation *operation)
{
    if (operation)
        pa_operation_unref(operation);
}

static void note_drained(pa_stream *stream, int success, void *context)
{
    (void)stream, (void)success, (void)context;
}

/* The latency never falls to 0, for the sink's own is always in it; so the server is asked. */
static bool pulse_is_drained(struct device *device)
{
    struct pulse *pulse = device->state;
    if (!pulse->drain && is_alive(pulse))
        pulse->drain = pa_stream_drain(pulse->stream, note_drained, NULL);
    return !pulse->drain || pa_operation_get_state(pulse->drain) != PA_OPERATION_RUNNING;
}

static void end_drain(struct pulse *pulse)
{
    forget(pulse->drain);
    pulse->drain = NULL;
}

static void pulse_close(struct device *device)
{
    struct pulse *pulse = device->state;
    end_drain(pulse);
    if (pulse->stream) {
        pa_stream_disconnect(pulse->stream);
        pa_stream_unref(pulse->stream);
    }
    if (pulse->context) {
        pa_context_disconnect(pulse->context);
        pa_context_unref(pulse->context);
    }
    if (pulse->loop)
        pa_mainloop_free(pulse->loop);
    free(pulse->polls);
    free(pulse);
}

static bool pulse_open(struct device *device, struct nr_error *error)
{
    struct pulse *pulse = memory_alloc(sizeof *pulse);
    device->state = pulse;
    if (connect_context(pulse, error) && connect_stream(pulse, device, error))
        return true;
    pulse_close(device);
    return false;
}

static size_t pulse_room(struct device *device)
{
    struct pulse *pulse = device->state;
    size_t bytes = is_alive(pulse) ? pa_stream_writable_size(pulse->stream) : 0;
    return bytes == (size_t)-1 ? 0 : bytes / FRAME;
}

/* A device that wakes may miss the first milliseconds: it gets silence to miss. */
static bool begin(struct pulse *pulse, const struct device *device)
{
    size_t bytes = FRAME * (device->sample_rate * START_MS / 1000);
    if (pulse->begun)
        return true;
    void *silence = memory_alloc(bytes);
    pulse->begun = pa_stream_write(pulse->stream, silence, bytes, NULL, 0, PA_SEEK_RELATIVE) == 0;
    free(silence);
    return pulse->begun;
}

/* A stream that is not corked keeps the sink running, also without frames. */
static void pulse_idle(struct device *device, bool awake)
{
    struct pulse *pulse = device->state;
    if (pulse->asleep == !awake || !is_alive(pulse))
        return;
    pulse->asleep = !awake;
    pulse->begun = pulse->begun && awake;
    forget(pa_stream_cork(pulse->stream, pulse->asleep, NULL, NULL));
}

static bool pulse_write(struct device *device, const int16_t *frames, size_t count, struct nr_error *error)
{
    struct pulse *pulse = device->state;
    pulse_idle(device, true);
    pulse->written += count;
    return (begin(pulse, device) &&
            pa_stream_write(pulse->stream, frames, count * FRAME, NULL, 0, PA_SEEK_RELATIVE) == 0) ||
           lost(pulse, "the sound device is gone", error);
}

/* Without a word from the server yet, a full buffer is the best guess. */
static size_t pulse_pending(struct device *device)
{
    struct pulse *pulse = device->state;
    pa_usec_t latency_us = DEVICE_BUFFER_MS * 1000;
    int before = 0;
    if (is_alive(pulse) && pa_stream_get_latency(pulse->stream, &latency_us, &before) < 0)
        latency_us = DEVICE_BUFFER_MS * 1000;
    size_t frames = before ? 0 : (size_t)(latency_us * device->sample_rate / 1000000);
    return frames < pulse->written ? frames : pulse->written;
}

static void pulse_drop(struct device *device)
{
    struct pulse *pulse = device->state;
    pulse->written = 0;
    end_drain(pulse);
    if (is_alive(pulse))
        forget(pa_stream_flush(pulse->stream, NULL, NULL));
}

static bool pulse_wait(struct device *device, bool for_room, struct pollfd *others, size_t count, int timeout_ms,
                       struct nr_error *error)
{
    struct pulse *pulse = device->state;
    pulse->others = others;
    pulse->other_count = count;
    for (size_t i = 0; i < count; i++)
        others[i].revents = 0;
    turn(pulse, for_room && pulse_room(device) ? 0 : timeout_ms);
    pulse->other_count = 0;
    return is_alive(pulse) || lost(pulse, "the sound device is gone", error);
}

const struct device_kind device_pulse = {
    .name = "pulse",
    .target = "SINK",
    .automatic = true,
    .open = pulse_open,
    .room = pulse_room,
    .write = pulse_write,
    .pending = pulse_pending,
    .is_drained = pulse_is_drained,
    .drop = pulse_drop,
    .idle = pulse_idle,
    .wait = pulse_wait,
    .close = pulse_close,
};
