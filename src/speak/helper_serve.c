#include "helper_serve.h"

#include "helper_child.h"
#include "memory.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>

/* A child that is killed from outside ends its pipe; waking now and then is for the overdue only. */
#define TURN_MS 250

/* While the library takes nothing, no more is made than this. */
#define WAITING_MAX ((size_t)8 << 20)

/* An order waiting for its turn; the texts lie behind the struct. */
struct waiting {
    struct waiting *next;
    struct wire_order order;
    char bytes[];
};

struct server {
    struct service *service;
    struct child *children;
    struct pollfd *polls; /* the library, then every child */
    struct waiting *first;
    struct waiting **end;
    struct wire_clock clock;
    uint64_t now_ms;
};

/* Copies the text to *end, and moves that behind it. */
static void keep_text(struct str *text, char **end)
{
    if (text->length)
        memcpy(*end, text->at, text->length);
    text->at = *end;
    *end += text->length;
}

static void enqueue(struct server *server, const struct wire_order *order)
{
    size_t length = order->voice.length + order->text.length + order->pronunciations.length + order->words.length;
    struct waiting *added = memory_alloc(sizeof *added + length);
    char *end = added->bytes;
    added->order = *order;
    keep_text(&added->order.voice, &end);
    keep_text(&added->order.text, &end);
    keep_text(&added->order.pronunciations, &end);
    keep_text(&added->order.words, &end);
    *server->end = added;
    server->end = &added->next;
}

static void dequeue(struct server *server)
{
    struct waiting *done = server->first;
    server->first = done->next;
    if (!server->first)
        server->end = &server->first;
    free(done);
}

static void cancel(struct server *server)
{
    while (server->first)
        dequeue(server);
    for (size_t i = 0; i < server->service->jobs; i++)
        if (server->children[i].pid)
            child_kill(&server->children[i]);
}

static bool start(struct server *server, struct child *child)
{
    const struct service *service = server->service;
    int *inherited = memory_alloc((service->jobs + 1) * sizeof *inherited);
    size_t count = 0;
    inherited[count++] = service->fd;
    for (size_t i = 0; i < service->jobs; i++)
        if (server->children[i].pid)
            inherited[count++] = server->children[i].fd;
    bool started =
        child_start(child, service->engine, &server->first->order, service->sample_rate, inherited, count);
    child->due_ms = server->now_ms + service->engine->limits.wall_ms;
    free(inherited);
    return started;
}

static void refuse(struct server *server)
{
    struct wire_message message = {.type = WIRE_SOUND};
    message.sound = (struct wire_sound){
        .id = server->first->order.id, .outcome = WIRE_DIED, .why = STR("no process could be started for it")};
    wire_put(&server->service->out.bytes, &message);
}

static void start_due(struct server *server)
{
    for (size_t i = 0; i < server->service->jobs && server->first; i++) {
        if (server->children[i].pid || wire_out_waiting(&server->service->out) > WAITING_MAX)
            continue;
        if (!start(server, &server->children[i]))
            refuse(server);
        dequeue(server);
    }
}

static bool listen_to_library(struct server *server)
{
    struct service *service = server->service;
    struct wire_message message;
    enum wire_state state;
    if (!wire_in_read(&service->in, service->fd))
        return false;
    while ((state = wire_in_next(&service->in, &message)) == WIRE_WHOLE) {
        if (message.type == WIRE_ORDER)
            enqueue(server, &message.order);
        else if (message.type == WIRE_CANCEL)
            cancel(server);
        else
            return false;
    }
    return state == WIRE_MORE;
}

static void look_after(struct server *server, struct child *child, bool readable)
{
    if (!child->pid)
        return;
    bool overdue = server->now_ms >= child->due_ms;
    bool done = readable && !child_read(child);
    if (done || overdue)
        child_end(child, server->service->engine, overdue && !done, &server->service->out.bytes);
}

static void wait_for_news(struct server *server)
{
    const struct service *service = server->service;
    bool busy = false;
    short flush = wire_out_waiting(&service->out) ? POLLOUT : 0;
    server->polls[0] = (struct pollfd){.fd = service->fd, .events = (short)(POLLIN | flush)};
    for (size_t i = 0; i < service->jobs; i++) {
        const struct child *child = &server->children[i];
        server->polls[i + 1] = (struct pollfd){.fd = child->pid ? child->fd : -1, .events = POLLIN};
        busy = busy || child->pid;
    }
    if (poll(server->polls, (nfds_t)(service->jobs + 1), busy ? TURN_MS : -1) < 0)
        for (size_t i = 0; i <= service->jobs; i++)
            server->polls[i].revents = 0;
    server->now_ms = wire_clock_tick(&server->clock);
}

static bool turn(struct server *server)
{
    start_due(server);
    wait_for_news(server);
    for (size_t i = 0; i < server->service->jobs; i++)
        look_after(server, &server->children[i], server->polls[i + 1].revents);
    bool heard = !(server->polls[0].revents & ~POLLOUT) || listen_to_library(server);
    return heard && wire_out_flush(&server->service->out, server->service->fd);
}

void serve(struct service *service)
{
    struct server server = {.service = service};
    server.end = &server.first;
    server.children = memory_alloc(service->jobs * sizeof *server.children);
    server.polls = memory_alloc((service->jobs + 1) * sizeof *server.polls);
    server.now_ms = wire_clock_tick(&server.clock);
    while (turn(&server))
        ;
    cancel(&server);
    free(server.children);
    free(server.polls);
}
