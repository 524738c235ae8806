#include "junit.h"

#include "fail.h"
#include "folders.h"
#include "id.h"

#include <libxml/xmlwriter.h>

static const xmlChar *xml(const char *text)
{
    return (const xmlChar *)text;
}

static void put_number(xmlTextWriterPtr writer, const char *name, size_t number)
{
    xmlTextWriterWriteFormatAttribute(writer, xml(name), "%zu", number);
}

static void put_task(xmlTextWriterPtr writer, const struct task *task, struct nr_arena *arena)
{
    const struct outcome *outcome = &task->outcome;
    bool failed = outcome->fate == FATE_FAILED;
    xmlTextWriterStartElement(writer, xml("testcase"));
    xmlTextWriterWriteAttribute(writer, xml("classname"), xml("narrate"));
    xmlTextWriterWriteAttribute(writer, xml("name"), xml(id_readable(arena, task->item->id)));
    xmlTextWriterWriteFormatAttribute(writer, xml("time"), "%.3f", task->seconds);
    if (failed || outcome->fate == FATE_STOPPED) {
        const char *message = failed ? id_readable(arena, outcome->message) : "not reached";
        xmlTextWriterStartElement(writer, xml(failed ? "failure" : "skipped"));
        if (failed)
            xmlTextWriterWriteAttribute(writer, xml("type"), xml(fault_name(outcome->fault)));
        xmlTextWriterWriteAttribute(writer, xml("message"), xml(message));
        xmlTextWriterEndElement(writer);
    }
    xmlTextWriterEndElement(writer);
}

static void put_suite(xmlTextWriterPtr writer, const struct run *run, struct nr_arena *arena)
{
    const struct report *report = &run->report;
    xmlTextWriterStartElement(writer, xml("testsuite"));
    xmlTextWriterWriteAttribute(writer, xml("name"), xml(id_readable(arena, run->batch->out)));
    put_number(writer, "tests", run->task_count);
    put_number(writer, "failures", report->fates[FATE_FAILED]);
    put_number(writer, "skipped", run->task_count - report->done);
    xmlTextWriterWriteFormatAttribute(writer, xml("time"), "%.3f",
                                      (double)(worker_clock_ms() - report->started_ms) / 1000);
    for (size_t i = 0; i < run->task_count; i++)
        put_task(writer, &run->tasks[i], arena);
    xmlTextWriterEndElement(writer);
}

bool junit_write(const struct run *run, struct nr_error *error)
{
    xmlBufferPtr buffer = xmlBufferCreate();
    xmlTextWriterPtr writer = buffer ? xmlNewTextWriterMemory(buffer, 0) : NULL;
    struct nr_arena *arena = arena_new();
    bool ok = writer || fail(error, NR_FAILED, "%s: no memory for the report", run->batch->junit);
    if (ok) {
        xmlTextWriterSetIndent(writer, 1);
        xmlTextWriterStartDocument(writer, NULL, "UTF-8", NULL);
        put_suite(writer, run, arena);
        xmlTextWriterEndDocument(writer);
        xmlFreeTextWriter(writer);
        ok = folders_make_for(run->batch->junit, error) &&
             folders_write(run->batch->junit, str_of((const char *)xmlBufferContent(buffer)), error);
    }
    if (buffer)
        xmlBufferFree(buffer);
    arena_free(arena);
    return ok;
}
