#include "helper_work.h"

#include "fail.h"
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

static void set_limits(const struct engine_limits *limits)
{
    limit(RLIMIT_CPU, limits->processor_s, limits->processor_s + 1);
    limit(RLIMIT_CORE, 0, 0);
    if (!SANITIZED) /* the address sanitizer reserves terabytes */
        limit(RLIMIT_AS, MEMORY_MAX, MEMORY_MAX);
}

/* An order without anything to say is spoken by silence: engines make noises at bare punctuation. */
static void speak_order(const struct engine *engine, const struct wire_order *order, struct sound *sound,
                        struct wire_sound *result, struct nr_error *error)
{
    struct guarded text = {0};
    guard_text(&text, order->text, order->bare);
    if (engine->pronounce && order->pronunciations.length)
        engine->pronounce(&text, order->pronunciations);
    if (!engine_voice_is_plain(order->voice)) {
        fail(error, NR_USAGE, "'%.*s' is no name of a voice", (int)order->voice.length, order->voice.at);
        result->outcome = WIRE_NO_VOICE;
    } else if (!engine->set_voice(order, &result->sample_rate, error)) {
        result->outcome = WIRE_NO_VOICE;
    } else {
        sound->frames_max = (size_t)engine->limits.sound_s * result->sample_rate;
        bool spoken = !text.pronounceable || engine->speak(&text, sound, error);
        if (sound->full)
            fail(error, NR_FAILED, "the engine spoke for more than %u s", engine->limits.sound_s);
        result->outcome = sound->full ? WIRE_TOO_LONG : spoken ? WIRE_SPOKEN : WIRE_DIED;
        if (text.broken && result->outcome == WIRE_SPOKEN)
            result->why = STR("no engine can take so much without a space");
    }
    guard_free(&text);
}

static bool write_all(struct str bytes)
{
    while (bytes.length) {
        ssize_t count = write(STDOUT_FILENO, bytes.at, bytes.length);
        if (count < 0 && errno != EINTR)
            return false;
        bytes = str_slice(bytes, count > 0 ? (size_t)count : 0, bytes.length);
    }
    return true;
}

void work(const struct engine *engine, const struct wire_order *order, unsigned sample_rate, pid_t helper)
{
    signal(SIGPIPE, SIG_DFL);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != helper)
        _exit(1);
    set_limits(&engine->limits);
    struct nr_error error = {0};
    struct sound sound = {0};
    struct wire_message message = {.type = WIRE_SOUND};
    message.sound = (struct wire_sound){.id = order->id, .sample_rate = sample_rate};
    speak_order(engine, order, &sound, &message.sound, &error);
    if (message.sound.outcome != WIRE_SPOKEN) {
        message.sound.why = str_of(error.message);
    } else {
        message.sound.events = buf_str(&sound.events);
        message.sound.frames = buf_str(&sound.frames);
    }
    struct buf bytes = {0};
    wire_put(&bytes, &message);
    _exit(write_all(buf_str(&bytes)) ? 0 : 1);
}
