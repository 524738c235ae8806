#include "tape.h"

#include <string.h>

static void remove_first(struct tape *tape)
{
    memmove(tape->pieces, tape->pieces + 1, --tape->piece_count * sizeof *tape->pieces);
}

void tape_push(struct tape *tape, struct cursor start, size_t count)
{
    struct tape_piece *last = tape->piece_count ? &tape->pieces[tape->piece_count - 1] : NULL;
    if (last && last->start.aside == start.aside && last->start.index == start.index &&
        last->start.frame + last->count == start.frame) {
        last->count += count;
        return;
    }
    if (tape->piece_count == TAPE_PIECES_MAX)
        remove_first(tape);
    tape->pieces[tape->piece_count++] = (struct tape_piece){start, count};
}

bool tape_heard(struct tape *tape, size_t pending, struct cursor *heard)
{
    size_t all = 0;
    if (!tape->piece_count)
        return false;
    for (size_t i = 0; i < tape->piece_count; i++)
        all += tape->pieces[i].count;
    size_t done = all > pending ? all - pending : 0;
    struct tape_piece *first = &tape->pieces[0];
    if (done >= first->count && tape->piece_count > 1) {
        done = 0;
        remove_first(tape);
    }
    *heard = first->start;
    heard->frame += done < first->count ? done : first->count;
    return true;
}

void tape_clear(struct tape *tape)
{
    tape->piece_count = 0;
}
