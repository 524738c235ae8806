/* narrate's speech helper: holds an engine ready and has a child speak each order.  The library talks to it over a
 * socket on its standard input; of the two it is the one that may die. */
#include "fail.h"
#include "helper_serve.h"
#include "sanitized.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

#define JOBS_MAX   256
#define EXIT_USAGE 2

/* Engines and the C library chat on standard error, which is the user's terminal; what matters goes over the
 * wire.  The sanitizers' reports are wanted. */
static void hush(void)
{
    if (SANITIZED)
        return;
    int nothing = open("/dev/null", O_WRONLY);
    dup2(nothing, STDERR_FILENO);
    close(nothing);
}

static bool is_socket(int fd)
{
    int type;
    socklen_t size = sizeof type;
    return getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &size) == 0;
}

/* Signals to all of a terminal or of a service are the library's to answer, which ends the helper by its socket: a
 * helper that died of them would leave its files. */
static void set_signals(void)
{
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    signal(SIGINT, SIG_IGN);
    signal(SIGTERM, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGCHLD, SIG_DFL);
}

static bool read_hello(struct service *service, struct wire_message *message)
{
    enum wire_state state;
    while ((state = wire_in_next(&service->in, message)) == WIRE_MORE) {
        struct pollfd library = {.fd = service->fd, .events = POLLIN};
        poll(&library, 1, -1);
        if (!wire_in_read(&service->in, service->fd))
            return false;
    }
    return state == WIRE_WHOLE && message->type == WIRE_HELLO;
}

static bool agree(struct service *service, const struct wire_hello *hello, struct engine_about *about,
                  struct nr_error *error)
{
    if (hello->version != WIRE_VERSION)
        return fail(error, NR_FAILED, "the speech helper is of another version; install narrate anew");
    if (hello->jobs < 1 || hello->jobs > JOBS_MAX)
        return fail(error, NR_USAGE, "%u jobs; 1 to %d are possible", hello->jobs, JOBS_MAX);
    const struct engine *engine = engine_find(hello->engine);
    if (!engine)
        return fail(error, NR_USAGE, "unknown engine '%.*s'", (int)hello->engine.length, hello->engine.at);
    if (!engine->open(hello, about, error))
        return false;
    service->engine = engine;
    service->jobs = hello->jobs;
    service->sample_rate = about->sample_rate;
    return true;
}

static void answer(struct service *service, const struct engine_about *about, const struct nr_error *error)
{
    struct wire_message message = {.type = WIRE_REFUSAL};
    message.refusal = (struct wire_refusal){(uint32_t)error->status, str_of(error->message)};
    if (service->engine) {
        message.type = WIRE_READY;
        message.ready = (struct wire_ready){WIRE_VERSION, about->sample_rate, service->engine->limits.wall_ms,
                                            str_of(about->title)};
    }
    wire_put(&service->out.bytes, &message);
    wire_out_flush(&service->out, service->fd);
}

int main(void)
{
    struct service service = {.fd = STDIN_FILENO};
    struct engine_about about = {0};
    struct nr_error error = {0};
    struct wire_message message;
    if (!is_socket(service.fd) || fcntl(WIRE_SOUND_FD, F_GETFD) < 0 || !wire_unblock(service.fd)) {
        fputs("speak: this is narrate's speech helper, started by it; run narrate instead\n", stderr);
        return EXIT_USAGE;
    }
    hush();
    set_signals();
    if (read_hello(&service, &message)) {
        agree(&service, &message.hello, &about, &error);
        answer(&service, &about, &error);
    }
    if (service.engine) {
        serve(&service);
        service.engine->close();
    }
    wire_in_free(&service.in);
    wire_out_free(&service.out);
    return 0;
}
