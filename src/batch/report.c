#include "report.h"

#include "fail.h"
#include "log.h"
#include "message.h"
#include "worker.h"

#include <stdio.h>
#include <string.h>

#define REDRAW_MS 100
#define PLAIN_MS  5000

bool report_begin(struct report *report, const struct batch *batch, size_t count, struct nr_error *error)
{
    *report = (struct report){.batch = batch, .all = count};
    report->started_ms = report->drawn_ms = worker_clock_ms();
    struct nr_arena *arena = arena_new();
    bool ok = (!batch->log || log_open(batch->log, &report->log, error)) &&
              (!batch->shard.count || log_open(log_shard_path(batch, arena), &report->shard_log, error));
    arena_free(arena);
    return ok;
}

bool report_close(struct report *report, struct nr_error *error)
{
    bool shard_closed = log_close(report->shard_log, "the shard's log", error);
    return log_close(report->log, report->batch->log, error) && shard_closed;
}

static void clear(struct report *report)
{
    if (report->drawn)
        fputs("\r\033[K", stderr);
    report->drawn = false;
}

void report_line(struct report *report, const char *line)
{
    if (report->batch->quiet)
        return;
    clear(report);
    message("%s", line);
}

static void tell_failure(struct report *report, const struct task *task)
{
    clear(report);
    message("%s [%s]", task->outcome.message, fault_name(task->outcome.fault));
}

/* Data, on standard output. */
static void tell_output(const struct report *report, const struct task *task)
{
    const struct batch *batch = report->batch;
    if (batch->dry_run)
        printf("%s\t%s/%s\t%s\n", task->item->id, batch->out, task->item->output,
               task->outcome.fate == FATE_MOVED ? "renamed" : cause_text(task->outcome.cause));
    else
        printf("%s/%s\n", batch->out, task->item->output);
    fflush(stdout);
}

void report_task(struct report *report, const struct task *task)
{
    const struct outcome *outcome = &task->outcome;
    report->fates[outcome->fate]++;
    report->faults[outcome->fault]++;
    log_task(report->log, report->batch, task);
    log_task(report->shard_log, report->batch, task);
    if (outcome->fate == FATE_STOPPED)
        return;
    report->done++;
    report->bytes_done += task->seconds > 0 ? task->item->bytes : 0;
    if (outcome->sample_rate)
        report->sound_s += (double)outcome->frames / outcome->sample_rate;
    if (outcome->fate == FATE_FAILED || outcome->fault == FAULT_INCOMPLETE)
        tell_failure(report, task);
    if (outcome->fate == FATE_MADE || outcome->fate == FATE_MOVED || outcome->fate == FATE_WOULD) {
        clear(report);
        tell_output(report, task);
    }
}

void report_old(struct report *report, const struct task *task)
{
    report->fates[FATE_FAILED]++;
    report->faults[task->outcome.fault]++;
    report->done++;
    report->old++;
}

bool report_has_news(const struct report *report)
{
    return report->fates[FATE_MADE] + report->fates[FATE_MOVED] + report->fates[FATE_FAILED] > report->old;
}

static void put_time(char *text, size_t size, double seconds)
{
    unsigned long s = (unsigned long)(seconds + 0.5);
    if (s >= 3600)
        snprintf(text, size, "%lu:%02lu:%02lu", s / 3600, s / 60 % 60, s % 60);
    else
        snprintf(text, size, "%lu:%02lu", s / 60, s % 60);
}

static double seconds_since(uint64_t then_ms)
{
    return (double)(worker_clock_ms() - then_ms) / 1000;
}

/* What is left is counted in characters: articles differ too much in length. */
static void put_left(const struct report *report, char *text, size_t size, uint64_t bytes, double passed)
{
    char time[32];
    text[0] = '\0';
    if (passed < 1 || !bytes || bytes > report->bytes_all)
        return;
    put_time(time, sizeof time, passed * (double)(report->bytes_all - bytes) / (double)bytes);
    snprintf(text, size, ", %s left", time);
}

void report_progress(struct report *report, uint64_t bytes_now)
{
    bool redrawn = report->batch->progress == BATCH_PROGRESS_REDRAWN;
    uint64_t now_ms = worker_clock_ms();
    if (report->batch->progress == BATCH_PROGRESS_NONE || report->batch->quiet ||
        now_ms - report->drawn_ms < (redrawn ? REDRAW_MS : PLAIN_MS))
        return;
    report->drawn_ms = now_ms;
    char left[48];
    double passed = seconds_since(report->started_ms);
    uint64_t bytes = report->bytes_done + bytes_now;
    size_t failed = report->fates[FATE_FAILED];
    unsigned percent = report->bytes_all ? (unsigned)(100 * (double)bytes / (double)report->bytes_all) : 100;
    put_left(report, left, sizeof left, bytes, passed);
    fprintf(stderr, "%snarrate: %zu of %zu, %u %%, %.1f articles/s, %.0f s of sound/s", redrawn ? "\r" : "",
            report->done, report->all, percent < 100 ? percent : 100,
            passed > 0 ? (double)(report->done - report->fates[FATE_UNCHANGED]) / passed : 0,
            passed > 0 ? report->sound_s / passed : 0);
    if (failed)
        fprintf(stderr, ", %zu failed", failed);
    fprintf(stderr, "%s%s", left, redrawn ? "\033[K" : "\n");
    report->drawn = redrawn;
}

static void print_count(const char *what, size_t count)
{
    if (count)
        fprintf(stderr, "  %-24s %8zu\n", what, count);
}

static void print_faults(const struct report *report)
{
    char name[32];
    for (unsigned fault = FAULT_LIMIT; fault < FAULTS; fault++) {
        snprintf(name, sizeof name, "  %s", fault_name((enum fault)fault));
        if (fault != FAULT_INCOMPLETE || report->batch->strict)
            print_count(name, report->faults[fault]);
    }
}

void report_end(struct report *report)
{
    char took[32], sound[32];
    clear(report);
    if (report->batch->quiet)
        return;
    put_time(took, sizeof took, seconds_since(report->started_ms));
    put_time(sound, sizeof sound, report->sound_s);
    message("%zu articles in %s, %s of sound", report->all, took, sound);
    print_count("made", report->fates[FATE_MADE]);
    print_count("would be made", report->fates[FATE_WOULD]);
    print_count("unchanged", report->fates[FATE_UNCHANGED]);
    print_count("renamed", report->fates[FATE_MOVED]);
    print_count("with words missing", report->batch->strict ? 0 : report->faults[FAULT_INCOMPLETE]);
    print_count("failed", report->fates[FATE_FAILED]);
    print_faults(report);
    print_count("not reached", report->all - report->done);
    print_count("article gone", report->gone);
    print_count("deleted", report->pruned);
}

bool report_status(const struct report *report, struct nr_error *error)
{
    const struct batch *batch = report->batch;
    size_t failed = report->fates[FATE_FAILED], lost = report->faults[FAULT_INCOMPLETE];
    if (batch->settings.stop && *batch->settings.stop)
        return fail(error, NR_STOPPED, "stopped");
    if (failed)
        return fail(error, NR_SOME_FAILED, "%zu of %zu articles failed; the others are in %s", failed, report->all,
                    batch->out);
    if (lost && !batch->dry_run)
        return fail(error, NR_WORDS_LOST, "%zu of %zu recordings lack words", lost, report->all);
    return true;
}
