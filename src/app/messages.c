#include "messages.h"

#include "buf.h"
#include "fail.h"

#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* One, and several. */
static const char *const role_nouns[NR_ROLE_COUNT][2] = {
    [NR_HEADLINE] = {"headline", "headlines"},
    [NR_SUMMARY] = {"summary point", "summary points"},
    [NR_BYLINE] = {"byline", "bylines"},
    [NR_BODY] = {"paragraph", "paragraphs"},
    [NR_CROSSHEAD] = {"crosshead", "crossheads"},
    [NR_QUOTE] = {"quote", "quotes"},
    [NR_LIST_ITEM] = {"list item", "list items"},
    [NR_CAPTION] = {"caption", "captions"},
    [NR_TABLE] = {"table", "tables"},
    [NR_CODE] = {"code block", "code blocks"},
    [NR_BOILERPLATE] = {"boilerplate line", "boilerplate lines"},
};

static void append(struct buf *list, const char *separator, const char *text)
{
    buf_printf(list, "%s%s", list->length > 0 ? separator : "", text);
}

/* The way to hear it, for the roles that people may want and did not forbid. */
static void append_remedy(struct buf *line, const struct nr_plan *plan, unsigned skipped)
{
    struct buf roles = {0};
    for (unsigned role = 0; role < NR_ROLE_COUNT; role++) {
        bool wanted = role != NR_HEADLINE && role != NR_BOILERPLATE && !(skipped & NR_ROLE_BIT(role));
        if (wanted && plan->unspoken[role] > 0)
            append(&roles, ",", nr_role_name((enum nr_role)role));
    }
    if (roles.length > 0)
        buf_printf(line, " (--speak %s)", roles.at);
    buf_free(&roles);
}

void message_unspoken(const struct nr_plan *plan, const struct nr_settings *settings)
{
    struct buf line = {0};
    for (unsigned role = 0; role < NR_ROLE_COUNT; role++) {
        unsigned count = plan->unspoken[role];
        if (count > 0) {
            append(&line, ", ", "");
            buf_printf(&line, "%u %s", count, role_nouns[role][count > 1]);
        }
    }
    if (line.length > 0) {
        append_remedy(&line, plan, settings->skip_roles);
        message("%s: not spoken: %s", plan->article->name, line.at);
    }
    buf_free(&line);
}

void message_notes(const struct nr_article *article)
{
    for (const struct nr_note *note = article->notes->first; note; note = note->next)
        message("%s", note->message);
}

bool stdout_is_gone(void)
{
    struct pollfd out = {.fd = STDOUT_FILENO};
    return poll(&out, 1, 0) > 0 && (out.revents & POLLERR);
}

bool stdout_flush(struct nr_error *error)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return true;
    fail_errno(error, "standard output: can't write");
    if (stdout_is_gone())
        *error = (struct nr_error){.status = NR_OK};
    return false;
}
