#include "cuts.h"

#define PIECE_SECONDS 30u
/* On both sides of a cut every encoder needs 35 ms of silence: two of the longest blocks of Vorbis. */
#define PAUSE_MS_MIN 120u

/* The multiple of `grid` that is nearest to the middle of the pause before utterance `next`; 0 if the pause is
 * too short for a cut. */
static uint64_t cut_before(const struct nr_recording *recording, size_t next, unsigned grid)
{
    uint64_t pause_ms = recording->plan->utterances[next - 1].pause_after_ms;
    uint64_t middle = recording->utterance_starts[next] - pause_ms * recording->sample_rate / 2000;
    return pause_ms >= PAUSE_MS_MIN ? (middle + grid / 2) / grid * grid : 0;
}

struct cuts cuts_of(const struct output *output, unsigned grid)
{
    const struct nr_recording *recording = output->recording;
    uint64_t least = (uint64_t)recording->sample_rate * PIECE_SECONDS;
    size_t utterances = recording->plan->utterance_count, count = 1;
    uint64_t *at = arena_alloc(output->arena, (utterances + 2) * sizeof *at);
    for (size_t next = 1; next < utterances; next++) {
        uint64_t cut = cut_before(recording, next, grid);
        if (cut >= at[count - 1] + least && cut + least <= recording->frame_count)
            at[count++] = cut;
    }
    at[count] = recording->frame_count;
    return (struct cuts){at, count};
}
