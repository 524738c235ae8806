#include "speechd.h"

#include "fail.h"
#include "memory.h"

#include <fcntl.h>
#include <libspeechd.h>
#include <math.h>
#include <stdlib.h>
#include <unistd.h>

#define RATE_LIMIT                                                                                                \
    100 /* SSIP: -100 to 100, which synthesisers take for about a third and three times the rate                  \
         */
#define RATE_FACTOR 3.0

/* What the library's thread tells. */
struct told {
    int message;
    enum speechd_event event;
};

struct speechd {
    SPDConnection *connection;
    int ends[2];
    int message; /* the last that was said; 0: none */
    int own_rate;
};

/* Callbacks know nothing but a message and a client: there is one connection at a time. */
static int told_fd = -1;

static void tell(size_t message, enum speechd_event event)
{
    struct told told = {(int)message, event};
    ssize_t done = write(told_fd, &told, sizeof told);
    (void)done; /* a full pipe: nobody takes any */
}

static void note_begin(size_t message, size_t client, SPDNotificationType type)
{
    (void)client, (void)type;
    tell(message, SPEECHD_BEGUN);
}

static void note_end(size_t message, size_t client, SPDNotificationType type)
{
    (void)client, (void)type;
    tell(message, SPEECHD_ENDED);
}

static void listen(struct speechd *speechd)
{
    SPDConnection *connection = speechd->connection;
    connection->callback_begin = note_begin;
    connection->callback_end = connection->callback_cancel = note_end;
    spd_set_notification_on(connection, SPD_BEGIN);
    spd_set_notification_on(connection, SPD_END);
    spd_set_notification_on(connection, SPD_CANCEL);
    spd_set_data_mode(connection, SPD_DATA_TEXT);
    speechd->own_rate = spd_get_voice_rate(connection);
}

bool speechd_open(struct speechd **speechd, struct nr_error *error)
{
    struct speechd *made = memory_alloc(sizeof *made);
    char *why = NULL;
    if (pipe(made->ends) != 0) {
        free(made);
        return fail_errno(error, "speechd");
    }
    for (int i = 0; i < 2; i++) {
        fcntl(made->ends[i], F_SETFD, FD_CLOEXEC);
        fcntl(made->ends[i], F_SETFL, O_NONBLOCK);
    }
    told_fd = made->ends[1];
    made->connection = spd_open2("narrate", "article", NULL, SPD_MODE_THREADED, NULL, 1, &why);
    if (made->connection) {
        listen(made);
        *speechd = made;
        return true;
    }
    free(why); /* paragraphs, about autospawning */
    speechd_close(made);
    return fail(error, NR_FAILED,
                "speechd: speech-dispatcher does not answer; start it, or choose another output");
}

bool speechd_say(struct speechd *speechd, const char *text)
{
    speechd->message = spd_say(speechd->connection, SPD_TEXT, text);
    return speechd->message >= 0;
}

void speechd_cancel(struct speechd *speechd)
{
    if (speechd->message)
        spd_cancel(speechd->connection);
    speechd->message = 0;
}

void speechd_set_rate(struct speechd *speechd, unsigned percent)
{
    double rate = speechd->own_rate + RATE_LIMIT * log(percent / 100.0) / log(RATE_FACTOR);
    rate = rate > RATE_LIMIT ? RATE_LIMIT : rate < -RATE_LIMIT ? -RATE_LIMIT : rate;
    spd_set_voice_rate(speechd->connection, (int)lround(rate));
}

enum speechd_event speechd_next(struct speechd *speechd)
{
    struct told told;
    while (read(speechd->ends[0], &told, sizeof told) == (ssize_t)sizeof told)
        if (speechd->message && told.message == speechd->message)
            return told.event;
    return SPEECHD_NOTHING;
}

int speechd_fd(const struct speechd *speechd)
{
    return speechd->ends[0];
}

void speechd_close(struct speechd *speechd)
{
    if (!speechd)
        return;
    if (speechd->connection) {
        spd_cancel(speechd->connection);
        spd_close(speechd->connection);
    }
    close(speechd->ends[0]);
    close(speechd->ends[1]);
    told_fd = -1;
    free(speechd);
}
