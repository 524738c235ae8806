#include "modes.h"

#include "walk.h"

static unsigned index_of(const unsigned modes[MODE_COUNT])
{
    unsigned index = 0;
    for (unsigned mode = 0; mode < MODE_COUNT; mode++)
        index = index * MODE_LEVELS + modes[mode];
    return index;
}

static void take_modes(struct nr_player *player, const unsigned modes[MODE_COUNT])
{
    player->settings.verbosity = (enum nr_verbosity)modes[MODE_VERBOSITY];
    player->settings.punctuation = (enum nr_punctuation)modes[MODE_PUNCTUATION];
    player->settings.capitals = (enum nr_capitals)modes[MODE_CAPITALS];
}

static void give_modes(const struct nr_settings *settings, unsigned modes[MODE_COUNT])
{
    modes[MODE_VERBOSITY] = settings->verbosity;
    modes[MODE_PUNCTUATION] = settings->punctuation;
    modes[MODE_CAPITALS] = settings->capitals;
}

/* The article's plan for the player's settings, made once; what there is to note of it was noted with the first.
 * NULL if there is none. */
static const struct nr_plan *plan_of(struct nr_player *player, const struct nr_article *article)
{
    unsigned modes[MODE_COUNT];
    struct nr_notes notes = *article->notes;
    struct nr_error error;
    give_modes(&player->settings, modes);
    const struct nr_plan **plan = &player->plans[index_of(modes)];
    if (*plan)
        return *plan;
    bool planned = nr_plan_article(article, player->voice, &player->settings, plan, &error);
    *article->notes = notes;
    if (notes.last)
        notes.last->next = NULL;
    *plan = planned ? *plan : NULL;
    return *plan;
}

void modes_open(struct nr_player *player, const struct nr_plan *plan)
{
    unsigned given[MODE_COUNT], chosen[MODE_COUNT];
    give_modes(&player->given, given);
    give_modes(&player->settings, chosen);
    for (size_t i = 0; i < PLANS_MAX; i++)
        player->plans[i] = NULL;
    player->plans[index_of(given)] = plan;
    const struct nr_plan *other = plan_of(player, plan->article);
    player->plan = other ? other : plan;
    give_modes(other ? &player->settings : &player->given, player->deck.modes);
    player->deck.plan = player->plan;
}

bool modes_change(struct nr_player *player)
{
    struct deck *deck = &player->deck;
    unsigned before[MODE_COUNT];
    give_modes(&player->settings, before);
    take_modes(player, deck->modes);
    const struct nr_plan *plan = plan_of(player, player->plan->article);
    if (!plan) {
        take_modes(player, before);
        give_modes(&player->settings, deck->modes);
        return false;
    }
    bool begun = player->started == deck->at.utterance;
    deck->at = walk_same(player->plan, deck->at, plan);
    size_t count = 0;
    for (size_t i = 0; i < deck->bookmark_count; i++) {
        uint32_t at = walk_same(player->plan, (struct spot){.utterance = deck->bookmarks[i]}, plan).utterance;
        if (!count || deck->bookmarks[count - 1] < at)
            deck->bookmarks[count++] = at;
    }
    deck->bookmark_count = count;
    deck->plan = player->plan = plan;
    player->started = begun ? deck->at.utterance : UINT32_MAX;
    player->generation++;
    return true;
}

struct deck modes_plain(struct nr_player *player)
{
    unsigned chosen[MODE_COUNT];
    struct deck deck = player->deck;
    give_modes(&player->settings, chosen);
    player->settings.punctuation = NR_PUNCTUATION_NONE;
    player->settings.capitals = NR_CAPITALS_NONE;
    const struct nr_plan *plan = plan_of(player, player->plan->article);
    take_modes(player, chosen);
    if (plan) {
        deck.at = walk_same(player->plan, deck.at, plan);
        deck.plan = plan;
    }
    return deck;
}
