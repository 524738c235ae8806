#include "helper_work.h"

#include "fail.h"
#include "helper_said.h"
#include "sanitized.h"

#include <errno.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#define MEMORY_MAX ((rlim_t)512 << 20)

static void limit(int resource, rlim_t soft, rlim_t hard)
{
    setrlimit(resource, &(struct rlimit){soft, hard});
}

static void set_limits(const struct engine_limits *limits, uint64_t file_bytes)
{
    limit(RLIMIT_CPU, limits->processor_s, limits->processor_s + 1);
    limit(RLIMIT_CORE, 0, 0);
    limit(RLIMIT_FSIZE, file_bytes, file_bytes);
    if (!SANITIZED) /* the address sanitizer reserves terabytes */
        limit(RLIMIT_AS, MEMORY_MAX, MEMORY_MAX);
}

/* An order without anything to say is spoken by silence: engines make noises at bare punctuation. */
static void speak_order(const struct engine *engine, const struct wire_order *order, struct sound *sound,
                        struct wire_sound *result, struct nr_error *error)
{
    struct guarded text = said_text(engine, order, order->text, order->pronunciations);
    if (!engine_voice_is_plain(order->voice)) {
        fail(error, NR_USAGE, "'%.*s' is no name of a voice", (int)order->voice.length, order->voice.at);
        result->outcome = WIRE_NO_VOICE;
    } else if (!engine->set_voice(order, &result->sample_rate, error)) {
        result->outcome = WIRE_NO_VOICE;
    } else {
        sound->frames_max = (size_t)engine->limits.sound_s * result->sample_rate;
        bool spoken = !text.pronounceable || engine->speak(&text, sound, error);
        spoken = (sound_flush(sound) || fail_errno(error, "there is no room for the sound")) && spoken;
        if (sound->full)
            fail(error, NR_FAILED, "the engine spoke for more than %u s", engine->limits.sound_s);
        result->outcome = sound->full ? WIRE_TOO_LONG : spoken ? WIRE_SPOKEN : WIRE_DIED;
        if (text.broken && result->outcome == WIRE_SPOKEN)
            result->why = STR("no engine can take so much without a space");
    }
    guard_free(&text);
}

static void write_sound(const struct wire_sound *result)
{
    struct wire_message message = {.type = WIRE_SOUND, .sound = *result};
    struct buf bytes = {0};
    wire_put(&bytes, &message);
    for (struct str rest = buf_str(&bytes); rest.length;) {
        ssize_t count = write(STDOUT_FILENO, rest.at, rest.length);
        if (count < 0 && errno != EINTR)
            _exit(1);
        rest = str_slice(rest, count > 0 ? (size_t)count : 0, rest.length);
    }
    buf_free(&bytes);
}

void work(const struct engine *engine, const struct wire_order *order, unsigned sample_rate, pid_t helper)
{
    signal(SIGPIPE, SIG_DFL);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != helper)
        _exit(1);
    uint64_t slot = order->slot * (uint64_t)WIRE_SLOT_BYTES;
    set_limits(&engine->limits, slot + WIRE_SLOT_BYTES);
    struct nr_error error = {0};
    struct sound sound = {.fd = WIRE_SOUND_FD, .next = slot};
    struct wire_sound result = {.id = order->id, .sample_rate = sample_rate};
    speak_order(engine, order, &sound, &result, &error);
    if (result.outcome != WIRE_SPOKEN) {
        result.why = str_of(error.message);
    } else {
        result.frame_count = (uint32_t)sound.frame_count;
        result.events = buf_str(&sound.events);
    }
    write_sound(&result);
    /* The sound is safe now, whatever becomes of this. */
    struct buf said = {0};
    if (result.outcome == WIRE_SPOKEN)
        said_find(engine, order, &sound, &said);
    result.said = buf_str(&said);
    if (said.length)
        write_sound(&result);
    _exit(0);
}
