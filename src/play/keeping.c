#include "keeping.h"

#include "utf8.h"
#include "walk.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#define CONTEXT_CHARACTERS 80 /* of a sentence, by which it is known again */

static struct str context_of(const struct nr_plan *plan, uint32_t utterance)
{
    struct str text = walk_written(plan, utterance);
    return str_slice(text, 0, utf8_offset(text, CONTEXT_CHARACTERS));
}

/* Of the sentences that start as `text` does the one nearest to where it was; one behind `before` is it for sure.
 */
static bool find_sentence(const struct nr_plan *plan, const char *text, const char *before, uint32_t index,
                          uint32_t *found)
{
    struct str wanted = str_of(text), behind = str_of(before);
    uint64_t best = UINT64_MAX;
    for (uint32_t i = 0; i < plan->utterance_count && wanted.length; i++) {
        if (!str_equal(context_of(plan, i), wanted))
            continue;
        bool follows = i > 0 && behind.length && str_equal(context_of(plan, i - 1), behind);
        uint64_t distance = (i > index ? i - index : index - i) + (follows ? 0 : plan->utterance_count);
        if (distance < best) {
            best = distance;
            *found = i;
        }
    }
    return best < UINT64_MAX;
}

/* The sentence itself is gone: the one behind what stood before it, else as far into the article. */
static bool find_near(const struct deck *deck, const struct kept_place *kept, uint32_t *found)
{
    const struct nr_plan *plan = deck->plan;
    uint32_t last = (uint32_t)plan->utterance_count - 1, before = kept->at.index ? kept->at.index - 1 : 0;
    if (find_sentence(plan, kept->before, "", before, found) && *found < last) {
        ++*found;
        return true;
    }
    *found = kept->at.index < last ? kept->at.index : last;
    return false;
}

static void open_bookmarks(const struct kept_place *kept, struct deck *deck)
{
    for (size_t i = 0; i < kept->bookmark_count && deck->bookmark_count < DECK_BOOKMARKS_MAX; i++) {
        const struct kept_sentence *mark = &kept->bookmarks[i];
        uint32_t at;
        if (find_sentence(deck->plan, mark->text, "", mark->index, &at) &&
            (!deck->bookmark_count || deck->bookmarks[deck->bookmark_count - 1] < at))
            deck->bookmarks[deck->bookmark_count++] = at;
    }
}

bool keeping_open(struct keeping *place, const char *state_dir, struct deck *deck)
{
    const struct nr_article *article = deck->plan->article;
    uint32_t at = 0;
    *place = (struct keeping){.state_dir = state_dir, .arena = article->arena, .hash = kept_hash(article)};
    if (state_dir)
        kept_sweep(state_dir);
    place->known = state_dir && kept_find(state_dir, place->hash, kept_path(article, place->arena), place->arena,
                                          &place->before);
    if (!place->known)
        return true;
    const struct kept_place *kept = &place->before;
    open_bookmarks(kept, deck);
    if (kept->about.finished)
        return true;
    bool found =
        find_sentence(deck->plan, kept->at.text, kept->before, kept->at.index, &at) || find_near(deck, kept, &at);
    deck->at.utterance = at;
    return found;
}

static uint64_t clock_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

static struct kept_sentence sentence_at(const struct deck *deck, uint32_t utterance, struct nr_arena *arena)
{
    return (struct kept_sentence){utterance, arena_string(arena, context_of(deck->plan, utterance))};
}

static void describe(const struct deck *deck, bool finished, struct nr_arena *arena, struct kept_place *kept)
{
    const struct nr_article *article = deck->plan->article;
    uint32_t at = finished ? 0 : deck->at.utterance;
    kept->about = (struct nr_place){
        .path = kept_path(article, arena),
        .title = article->title,
        .voice = deck->voice->name,
        .rate_wpm = deck->rate_wpm,
        .sentence = at + 1,
        .sentence_count = (uint32_t)deck->plan->utterance_count,
        .percent = finished ? 100 : walk_percent(deck->plan, at),
        .minutes_left = finished ? 0 : deck_minutes_left(deck),
        .finished = finished,
        .updated_ms = clock_ms(),
    };
    kept->at = sentence_at(deck, at, arena);
    kept->before = at > 0 ? sentence_at(deck, at - 1, arena).text : "";
    for (size_t i = 0; i < deck->bookmark_count; i++)
        kept->bookmarks[kept->bookmark_count++] = sentence_at(deck, deck->bookmarks[i], arena);
}

bool keeping_save(const struct keeping *place, const struct deck *deck, bool finished, bool to_disk,
                  struct nr_error *error)
{
    struct kept_place kept = {0};
    if (!place->state_dir)
        return true;
    struct nr_arena *arena = arena_new();
    describe(deck, finished, arena, &kept);
    bool done = kept_write(place->state_dir, place->hash, &kept, to_disk, error);
    arena_free(arena);
    return done;
}

void keeping_restore(const struct keeping *place)
{
    struct nr_error error;
    if (place->state_dir && place->known)
        kept_write(place->state_dir, place->hash, &place->before, false, &error);
    else if (place->state_dir)
        kept_remove(place->state_dir, place->hash);
}
