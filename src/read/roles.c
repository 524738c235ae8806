#include "roles.h"

#include "str.h"

#include <string.h>

/* As people read it: block->why. */
static const char *const feature_names[FEATURE_COUNT] = {
    [FEATURE_ANY] = "nothing says otherwise",
    [FEATURE_BULLETED] = "bullet",
    [FEATURE_QUOTED_LINE] = "quoted line",
    [FEATURE_STOPPED] = "ends like a sentence",
    [FEATURE_ASKING] = "ends in ? or !",
    [FEATURE_COLON] = "ends in a colon",
    [FEATURE_COMMA] = "ends in a comma",
    [FEATURE_UNSTOPPED] = "no full stop",
    [FEATURE_BRIEF] = "up to 7 words",
    [FEATURE_MIDDLING] = "8 to 35 words",
    [FEATURE_LONG] = "long",
    [FEATURE_CAPITALS] = "in capitals",
    [FEATURE_TITLE_CASE] = "words capitalised",
    [FEATURE_QUESTION_WORD] = "question word",
    [FEATURE_OPENS_QUOTE] = "opens a quotation",
    [FEATURE_WHOLE_QUOTE] = "all a quotation",
    [FEATURE_SEVERAL_SENTENCES] = "several sentences",
    [FEATURE_FIRST_PERSON] = "first person",
    [FEATURE_RUNS_ON] = "goes on from before",
    [FEATURE_DATA] = "figures or a link",
    [FEATURE_ITEM_LIKE] = "starts like an item",
    [FEATURE_NO_WORDS] = "no words",
    [FEATURE_DIGITS] = "a number alone",
    [FEATURE_NUMERAL] = "a numeral alone",
    [FEATURE_CREDIT] = "picture credit",
    [FEATURE_PICTURED] = "speaks of a picture",
    [FEATURE_SITE] = "phrase of a website",
    [FEATURE_RELATED] = "heads links",
    [FEATURE_SITE_HINT] = "perhaps a link",
    [FEATURE_SITE_VERB] = "asks the reader",
    [FEATURE_SITE_NOUN] = "names a service",
    [FEATURE_NETWORK] = "names a network",
    [FEATURE_WRITER] = "names the writer",
    [FEATURE_DATE] = "a date alone",
    [FEATURE_POSTED] = "says when published",
    [FEATURE_POST] = "a writer's post",
    [FEATURE_NAME] = "a name alone",
    [FEATURE_NAME_PLACE] = "a name and a place",
    [FEATURE_SALUTE] = "greets the reader",
    [FEATURE_SIGN_OFF] = "ends a letter",
    [FEATURE_KICKER] = "names a section",
    [FEATURE_SIGNATURE] = "signs the text above",
    [FEATURE_OPENING] = "opens the text",
    [FEATURE_LEAD] = "before the body",
    [FEATURE_AMID] = "amid the body",
    [FEATURE_TAIL] = "after the body",
    [FEATURE_REPEATS_HEADLINE] = "repeats the headline",
    [FEATURE_UNDER_HEADLINE] = "under the headline",
    [FEATURE_UNDER_KICKER] = "under a kicker",
    [FEATURE_BEFORE_BYLINE] = "above the byline",
    [FEATURE_BY_BYLINE] = "beside the byline",
    [FEATURE_HEADS] = "text follows",
    [FEATURE_AMONG_SITE] = "between phrases of a website",
    [FEATURE_ECHO] = "repeats the body",
    [FEATURE_NUMBERED_RUN] = "numbered in a row",
    [FEATURE_NUMBERED_ALONE] = "numbered",
    [FEATURE_INSERT] = "stands between paragraphs",
    [FEATURE_PLEA] = "pleads with the reader",
    [FEATURE_PAST_END] = "past the end of the article",
    [FEATURE_CONTENTS] = "comes again as a heading",
    [FEATURE_ITEMS] = "one of a list",
    [FEATURE_INTERVIEW] = "asked in an interview",
    [FEATURE_FAQ] = "one of several questions",
    [FEATURE_TIDY] = "other paragraphs have full stops",
};

/* What each feature is worth for each role.  The highest sum wins; body starts with 10, so that a role needs
 * two or three witnesses.  A role that is not spoken by default (caption, boilerplate, repeated quote) must
 * not be reached by shape alone where the text shows signs of being somebody's sentences. */
static const struct weight {
    enum feature feature;
    enum nr_role role;
    int points;
} weights[] = {
    {FEATURE_ANY, NR_BODY, 10},
    {FEATURE_STOPPED, NR_BODY, 1},
    {FEATURE_LONG, NR_BODY, 2},
    {FEATURE_COLON, NR_BODY, 2},
    {FEATURE_SALUTE, NR_BODY, 4},
    {FEATURE_SIGN_OFF, NR_BODY, 6},
    {FEATURE_INTERVIEW, NR_BODY, 8},

    {FEATURE_OPENING, NR_HEADLINE, 8},
    {FEATURE_UNSTOPPED, NR_HEADLINE, 4},
    {FEATURE_ASKING, NR_HEADLINE, 4},
    {FEATURE_LEAD, NR_HEADLINE, 4},
    {FEATURE_WHOLE_QUOTE, NR_HEADLINE, 2},
    {FEATURE_BEFORE_BYLINE, NR_HEADLINE, 3},
    {FEATURE_SITE_HINT, NR_HEADLINE, -6},
    {FEATURE_COLON, NR_HEADLINE, -4},
    {FEATURE_COMMA, NR_HEADLINE, -8},
    {FEATURE_SALUTE, NR_HEADLINE, -8},
    {FEATURE_REPEATS_HEADLINE, NR_HEADLINE, 13},
    {FEATURE_UNDER_KICKER, NR_HEADLINE, 13},
    {FEATURE_LONG, NR_HEADLINE, -4},
    {FEATURE_SEVERAL_SENTENCES, NR_HEADLINE, -1},
    {FEATURE_BULLETED, NR_HEADLINE, -10},

    {FEATURE_LEAD, NR_SUMMARY, 7},
    {FEATURE_BULLETED, NR_SUMMARY, 8},
    {FEATURE_UNSTOPPED, NR_SUMMARY, 1},
    {FEATURE_MIDDLING, NR_SUMMARY, 3},
    {FEATURE_BEFORE_BYLINE, NR_SUMMARY, 6},
    {FEATURE_UNDER_HEADLINE, NR_SUMMARY, 5},
    {FEATURE_OPENING, NR_SUMMARY, -12},
    {FEATURE_LONG, NR_SUMMARY, -3},
    {FEATURE_REPEATS_HEADLINE, NR_SUMMARY, -6},
    {FEATURE_UNDER_KICKER, NR_SUMMARY, -6},
    {FEATURE_SITE_HINT, NR_SUMMARY, -6},
    {FEATURE_DATA, NR_SUMMARY, -3},

    {FEATURE_WRITER, NR_BYLINE, 16},
    {FEATURE_DATE, NR_BYLINE, 16},
    {FEATURE_POSTED, NR_BYLINE, 16},
    {FEATURE_BY_BYLINE, NR_BYLINE, 16},
    {FEATURE_SIGNATURE, NR_BYLINE, 26},
    {FEATURE_LEAD, NR_BYLINE, 4},
    {FEATURE_TAIL, NR_BYLINE, 4},
    {FEATURE_AMID, NR_BYLINE, -10},
    {FEATURE_PAST_END, NR_BYLINE, -30},

    {FEATURE_BRIEF, NR_CROSSHEAD, 4},
    {FEATURE_UNSTOPPED, NR_CROSSHEAD, 2},
    {FEATURE_ASKING, NR_CROSSHEAD, 2},
    {FEATURE_HEADS, NR_CROSSHEAD, 3},
    {FEATURE_AMID, NR_CROSSHEAD, 2},
    {FEATURE_LEAD, NR_CROSSHEAD, 2},
    {FEATURE_OPENING, NR_CROSSHEAD, -6},
    {FEATURE_UNDER_HEADLINE, NR_CROSSHEAD, -6},
    {FEATURE_CAPITALS, NR_CROSSHEAD, 5},
    {FEATURE_TITLE_CASE, NR_CROSSHEAD, 5},
    {FEATURE_QUESTION_WORD, NR_CROSSHEAD, 3},
    {FEATURE_NUMBERED_ALONE, NR_CROSSHEAD, 4},
    {FEATURE_KICKER, NR_CROSSHEAD, 4},
    {FEATURE_NUMERAL, NR_CROSSHEAD, 8},
    {FEATURE_SITE_HINT, NR_CROSSHEAD, -4},
    {FEATURE_PICTURED, NR_CROSSHEAD, -5},
    {FEATURE_DATA, NR_CROSSHEAD, -6},
    {FEATURE_RUNS_ON, NR_CROSSHEAD, -3},
    {FEATURE_SEVERAL_SENTENCES, NR_CROSSHEAD, -4},
    {FEATURE_BULLETED, NR_CROSSHEAD, -8},
    {FEATURE_COMMA, NR_CROSSHEAD, -8},
    {FEATURE_TAIL, NR_CROSSHEAD, -5},
    {FEATURE_STOPPED, NR_CROSSHEAD, -2},
    {FEATURE_FAQ, NR_CROSSHEAD, 10},
    {FEATURE_ITEMS, NR_CROSSHEAD, -8},
    {FEATURE_ECHO, NR_CROSSHEAD, -6},

    {FEATURE_QUOTED_LINE, NR_QUOTE, 24},
    {FEATURE_WHOLE_QUOTE, NR_QUOTE, 2},
    {FEATURE_ECHO, NR_QUOTE, 14},
    {FEATURE_BRIEF, NR_QUOTE, -2},
    {FEATURE_OPENING, NR_QUOTE, -6},

    {FEATURE_BULLETED, NR_LIST_ITEM, 14},
    {FEATURE_NUMBERED_RUN, NR_LIST_ITEM, 14},
    {FEATURE_ITEMS, NR_LIST_ITEM, 16},

    {FEATURE_CREDIT, NR_CAPTION, 20},
    {FEATURE_PICTURED, NR_CAPTION, 4},
    {FEATURE_UNSTOPPED, NR_CAPTION, 3},
    {FEATURE_MIDDLING, NR_CAPTION, 4},
    {FEATURE_AMID, NR_CAPTION, 3},
    {FEATURE_TIDY, NR_CAPTION, 2},
    {FEATURE_OPENING, NR_CAPTION, -8},
    {FEATURE_COLON, NR_CAPTION, -4},
    {FEATURE_STOPPED, NR_CAPTION, -2},
    {FEATURE_COMMA, NR_CAPTION, -6},
    {FEATURE_ASKING, NR_CAPTION, -4},
    {FEATURE_DATA, NR_CAPTION, -6},
    {FEATURE_SITE_HINT, NR_CAPTION, -4},
    {FEATURE_OPENS_QUOTE, NR_CAPTION, -4},
    {FEATURE_SEVERAL_SENTENCES, NR_CAPTION, -2},
    {FEATURE_FIRST_PERSON, NR_CAPTION, -4},
    {FEATURE_RUNS_ON, NR_CAPTION, -4},
    {FEATURE_ITEM_LIKE, NR_CAPTION, -4},
    {FEATURE_CAPITALS, NR_CAPTION, -4},
    {FEATURE_TITLE_CASE, NR_CAPTION, -4},
    {FEATURE_QUESTION_WORD, NR_CAPTION, -4},
    {FEATURE_BULLETED, NR_CAPTION, -6},
    {FEATURE_NUMBERED_RUN, NR_CAPTION, -6},
    {FEATURE_ITEMS, NR_CAPTION, -8},
    {FEATURE_NUMBERED_ALONE, NR_CAPTION, -4},
    {FEATURE_QUOTED_LINE, NR_CAPTION, -8},

    {FEATURE_SITE, NR_BOILERPLATE, 20},
    {FEATURE_SITE_HINT, NR_BOILERPLATE, 7},
    {FEATURE_AMONG_SITE, NR_BOILERPLATE, 17},
    {FEATURE_PAST_END, NR_BOILERPLATE, 12},
    {FEATURE_CONTENTS, NR_BOILERPLATE, 30},
    {FEATURE_UNSTOPPED, NR_BOILERPLATE, 4},
    {FEATURE_TAIL, NR_BOILERPLATE, 4},
    {FEATURE_OPENING, NR_BOILERPLATE, -8},
    {FEATURE_LONG, NR_BOILERPLATE, -4},
    {FEATURE_NO_WORDS, NR_BOILERPLATE, 20},
};

#define WEIGHT_COUNT (sizeof weights / sizeof *weights)

#define ALL_ROLES ((1u << NR_ROLE_COUNT) - 1)

/* A role needs a witness; at a tie what was assumed wins, then the role that is named first in enum nr_role. */
static enum nr_role best_role(const struct evidence *evidence)
{
    int scores[NR_ROLE_COUNT] = {0};
    enum nr_role best = evidence->assumed;
    unsigned roles = evidence->roles ? evidence->roles : ALL_ROLES;
    for (size_t i = 0; i < WEIGHT_COUNT; i++)
        if (evidence->features >> weights[i].feature & 1)
            scores[weights[i].role] += weights[i].points;
    if (scores[best] < 0)
        scores[best] = 0;
    for (int role = 0; role < NR_ROLE_COUNT; role++)
        if (roles & NR_ROLE_BIT(role) && scores[role] > scores[best])
            best = (enum nr_role)role;
    return best;
}

/* The features that spoke for `role`. */
static const char *reason(struct nr_arena *arena, enum nr_role role, uint64_t features)
{
    char text[512] = "";
    for (size_t i = 0; i < WEIGHT_COUNT; i++) {
        const struct weight *weight = &weights[i];
        if (weight->role != role || weight->points <= 0 || !(features >> weight->feature & 1))
            continue;
        if (weight->feature == FEATURE_ANY && features & (FEATURE_BIT(STOPPED) | FEATURE_BIT(COLON)))
            continue;
        size_t used = strlen(text);
        const char *name = feature_names[weight->feature];
        if (used + strlen(name) + 3 < sizeof text)
            strcat(strcat(text, used ? ", " : ""), name);
    }
    return arena_string(arena, str_of(text));
}

#define CACHE_SIZE 256

/* Blocks are much alike: the same evidence has one decision and one text. */
struct decision {
    uint64_t features;
    const char *markup;
    enum nr_role role;
    const char *why;
    uint16_t roles;
};

static struct decision decide(struct nr_arena *arena, const struct evidence *evidence)
{
    enum nr_role role = best_role(evidence);
    bool marked = evidence->markup && role == evidence->assumed;
    const char *why = marked ? evidence->markup : reason(arena, role, evidence->features);
    return (struct decision){evidence->features, evidence->markup, role, why, evidence->roles};
}

void roles_choose(struct draft *draft)
{
    struct decision cache[CACHE_SIZE] = {0};
    for (size_t i = 0; i < draft->count; i++) {
        const struct evidence *evidence = &draft->evidence[i];
        struct decision *known = &cache[evidence->features * UINT64_C(0x9E3779B97F4A7C15) >> 56];
        if (!known->why || known->features != evidence->features || known->markup != evidence->markup ||
            known->roles != evidence->roles)
            *known = decide(draft->arena, evidence);
        draft->blocks[i].role = known->role;
        draft->blocks[i].why = known->why;
    }
}
