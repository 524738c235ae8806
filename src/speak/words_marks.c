#include "words_marks.h"

#include "utf8.h"

/* A clause ends in a pause of 150 ms or more; a stop consonant is silent for 50 ms and belongs to its word. */
#define PAUSE_FRAMES 2000
#define QUIET        100

void marks_hear(struct nr_word_mark *marks, const struct nr_unit_word *words, size_t count,
                const struct speech *speech)
{
    size_t next = 0; /* words before it have their mark or will get none */
    uint32_t last_frame = 0;
    for (size_t i = 0; i < speech->event_count; i++) {
        const struct wire_event *event = &speech->events[i];
        size_t word = next;
        while (word < count && words[word].end <= event->offset)
            word++;
        if (word == count || words[word].start > event->offset || event->frame < last_frame)
            continue;
        last_frame = event->frame;
        marks[word] = (struct nr_word_mark){.start_frame = last_frame, .heard = true};
        next = word + 1;
    }
}

/* Where the sound of from..to ends, when a pause follows it. */
static size_t end_of_sound(const struct speech *speech, size_t from, size_t to)
{
    size_t end = to;
    while (end > from && speech->frames[end - 1] >= -QUIET && speech->frames[end - 1] <= QUIET)
        end--;
    return to - end >= PAUSE_FRAMES ? end : to;
}

static uint64_t letters(struct str text, const struct nr_unit_word *word, const struct nr_word_mark *mark)
{
    return mark->lost ? 0 : utf8_count(str_slice(text, word->start, word->end));
}

/* Words first..end share the frames from..to by their letters; heard ones keep their mark. */
static void share(struct nr_word_mark *marks, struct str text, const struct nr_unit_word *words, size_t first,
                  size_t end, uint64_t from, uint64_t to)
{
    uint64_t all = 0, before = 0;
    for (size_t i = first; i < end; i++)
        all += letters(text, &words[i], &marks[i]);
    for (size_t i = first; i < end; i++) {
        if (!marks[i].heard)
            marks[i].start_frame = (uint32_t)(from + (all ? (to - from) * before / all : 0));
        before += letters(text, &words[i], &marks[i]);
    }
}

void marks_fill(struct nr_word_mark *marks, struct str text, const struct nr_unit_word *words, size_t count,
                const struct speech *speech)
{
    marks_hear(marks, words, count, speech);
    for (size_t i = 0, end; i < count; i = end) {
        end = i + 1;
        if (marks[i].heard)
            continue;
        while (end < count && !marks[end].heard)
            end++;
        size_t from = i ? marks[i - 1].start_frame : 0;
        size_t to = end < count ? marks[end].start_frame : speech->frame_count;
        share(marks, text, words, i ? i - 1 : 0, end, from, end_of_sound(speech, from, to));
    }
}
