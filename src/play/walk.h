/* Ways through a plan, by sentence, paragraph, section and text. */
#ifndef PLAY_WALK_H
#define PLAY_WALK_H

#include "narrator/plan.h"
#include "spot.h"
#include "str.h"

/* What one can go by: sentence, paragraph (a block), section (a chapter). */
enum step { STEP_SENTENCE, STEP_PARAGRAPH, STEP_SECTION };

/* The first utterance of the step that `from` lies in, of the next one, or of the one before.  At the ends of the
 * plan there is none: false. */
uint32_t walk_start(const struct nr_plan *plan, enum step step, uint32_t from);
bool walk_next(const struct nr_plan *plan, enum step step, uint32_t from, uint32_t *to);
bool walk_previous(const struct nr_plan *plan, enum step step, uint32_t from, uint32_t *to);

/* Behind the list, table, code or other run of blocks of one role that `from` lies in. */
bool walk_past(const struct nr_plan *plan, uint32_t from, uint32_t *to);

/* The next sentence behind `from` that holds `text`, round the end; letters of ASCII match without their case. */
bool walk_find(const struct nr_plan *plan, struct str text, uint32_t from, uint32_t *to);

/* The utterance at so many percent of the text, and the percentage read before one. */
uint32_t walk_at_percent(const struct nr_plan *plan, unsigned percent);
unsigned walk_percent(const struct nr_plan *plan, uint32_t utterance);

/* Where the word at `spot` of one plan stands in another of the same article; what comes next, if it is not spoken
 * there. */
struct spot walk_same(const struct nr_plan *plan, struct spot spot, const struct nr_plan *other);

/* The chapter that the utterance lies in. */
size_t walk_chapter(const struct nr_plan *plan, uint32_t utterance);

/* The sentence as it is written. */
struct str walk_written(const struct nr_plan *plan, uint32_t utterance);

#endif
