#include "near.h"

#define LEADING_WORDS 9 /* and in a colon, before a list */
#define ASKING_WORDS  8 /* a paragraph may end in "?"; a shorter one is a heading */

bool near_has(const struct draft *draft, size_t index, uint64_t features)
{
    return index < draft->count && draft->evidence[index].features & features;
}

void near_add(struct draft *draft, size_t index, uint64_t features)
{
    draft->evidence[index].features |= features;
}

unsigned near_words(const struct draft *draft, size_t index)
{
    return index < draft->count ? draft->evidence[index].words : 0;
}

bool near_is_paragraph(const struct draft *draft, size_t index)
{
    if (index >= draft->count || near_has(draft, index, NEAR_APART))
        return false;
    bool leads_on = near_has(draft, index, FEATURE_BIT(COLON)) && draft->evidence[index].words >= LEADING_WORDS;
    return near_has(draft, index, FEATURE_BIT(STOPPED)) || leads_on ||
           (index && near_has(draft, index, FEATURE_BIT(ASKING)) && draft->evidence[index].words >= ASKING_WORDS);
}

bool near_is_text(const struct draft *draft, size_t index)
{
    uint64_t site = FEATURE_BIT(SITE_VERB) | FEATURE_BIT(SITE_NOUN) | FEATURE_BIT(SITE_HINT) | FEATURE_BIT(PLEA) |
                    FEATURE_BIT(AMONG_SITE);
    return near_is_paragraph(draft, index) && !near_has(draft, index, site);
}
