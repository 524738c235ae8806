#include "speaker_marks.h"

#include "utf8.h"

static void hear(struct nr_word_mark *marks, const struct nr_unit_word *words, size_t count,
                 const struct wire_event *events, size_t event_count)
{
    size_t next = 0; /* words before it have their mark or will get none */
    uint32_t last_frame = 0;
    for (size_t i = 0; i < event_count; i++) {
        size_t word = next;
        while (word < count && words[word].end <= events[i].offset)
            word++;
        if (word == count || words[word].start > events[i].offset || events[i].frame < last_frame)
            continue;
        last_frame = events[i].frame;
        marks[word] = (struct nr_word_mark){last_frame, true};
        next = word + 1;
    }
}

static uint64_t letters(struct str text, struct nr_unit_word word)
{
    return utf8_count(str_slice(text, word.start, word.end));
}

/* Words first..end share the frames from..to by their letters; heard ones keep their mark. */
static void share(struct nr_word_mark *marks, struct str text, const struct nr_unit_word *words, size_t first,
                  size_t end, uint64_t from, uint64_t to)
{
    uint64_t all = 0, before = 0;
    for (size_t i = first; i < end; i++)
        all += letters(text, words[i]);
    for (size_t i = first; i < end; i++) {
        if (!marks[i].heard)
            marks[i].start_frame = (uint32_t)(from + (all ? (to - from) * before / all : 0));
        before += letters(text, words[i]);
    }
}

void marks_fill(struct nr_word_mark *marks, struct str text, const struct nr_unit_word *words, size_t count,
                const struct wire_event *events, size_t event_count, size_t frame_count)
{
    hear(marks, words, count, events, event_count);
    for (size_t i = 0, end; i < count; i = end) {
        end = i + 1;
        if (marks[i].heard)
            continue;
        while (end < count && !marks[end].heard)
            end++;
        uint64_t from = i ? marks[i - 1].start_frame : 0;
        uint64_t to = end < count ? marks[end].start_frame : frame_count;
        share(marks, text, words, i ? i - 1 : 0, end, from, to);
    }
}
