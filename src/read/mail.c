#include "mail.h"

#include "near.h"

#define MAIL_WITHIN 2
#define NOTE_BLOCKS 6 /* more than a note */

struct mail_field {
    const char *label;
    uint64_t features;
};

/* "From: ...", "To: ..." of a letter by e-mail (RFC 5322); NULL: `text` is none. */
static const struct mail_field *mail_field(struct str text)
{
    static const struct mail_field fields[] = {{"From: ", FEATURE_BIT(WRITER)},
                                               {"Date: ", FEATURE_BIT(DATE)},
                                               {"Sent: ", FEATURE_BIT(DATE)},
                                               {"To: ", FEATURE_BIT(SITE)},
                                               {"Cc: ", FEATURE_BIT(SITE)},
                                               {"Reply-To: ", FEATURE_BIT(SITE)},
                                               {"Subject: ", 0}};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (str_starts(text, str_of(fields[i].label)))
            return &fields[i];
    return NULL;
}

/* At the top they name the writer; further down they stand above a letter that is answered. */
void mail_find_heads(struct draft *draft)
{
    for (size_t i = 0, end; i < draft->count; i = end + 1) {
        for (end = i; end < draft->count && mail_field(draft_text(draft, end)); end++)
            ;
        for (size_t at = i; end > i + 1 && at < end; at++)
            near_add(draft, at,
                     i <= MAIL_WITHIN ? mail_field(draft_text(draft, at))->features : FEATURE_BIT(SITE));
    }
}

/* "---- Forwarded message ----", "On Monday Jane <jane@ledger.example> wrote:" */
static bool is_sent_on(const struct draft *draft, size_t index)
{
    struct str text = draft_text(draft, index);
    bool wrote = str_starts(text, STR("On ")) && str_ends(text, STR(" wrote:"));
    bool forwarded = str_equal_caseless(text, STR("Forwarded message")) ||
                     str_starts_caseless(text, STR("Begin forwarded message")) ||
                     str_ends(text, STR("Original Message"));
    return near_has(draft, index, FEATURE_BIT(SITE)) && (wrote || forwarded);
}

size_t mail_start(const struct draft *draft)
{
    size_t start = 0;
    for (size_t i = 1; i < draft->count && i <= NOTE_BLOCKS && !start; i++)
        start = is_sent_on(draft, i) ? i : 0;
    bool note = start && !mail_field(draft_text(draft, 0));
    while (note && start < draft->count && (is_sent_on(draft, start) || mail_field(draft_text(draft, start))))
        start++;
    return note && start + 1 < draft->count && !near_has(draft, start, FEATURE_BIT(QUOTED_LINE)) ? start : 0;
}
