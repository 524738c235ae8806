#include "task.h"

#include <stdio.h>

static const char *const cause_texts[] = {
    [CAUSE_NONE] = "nothing changed",
    [CAUSE_NEW] = "new",
    [CAUSE_TEXT] = "what is said changed",
    [CAUSE_SETTINGS] = "the settings changed",
    [CAUSE_VERSIONS] = "another version speaks",
    [CAUSE_MISSING] = "the recording is missing or was changed",
    [CAUSE_RETRY] = "it failed before",
    [CAUSE_ASKED] = "asked for",
};

const char *cause_text(enum cause cause)
{
    return cause_texts[cause];
}

struct outcome outcome_failed(enum fault fault, const char *message)
{
    struct outcome outcome = {.fate = FATE_FAILED, .fault = fault};
    snprintf(outcome.message, sizeof outcome.message, "%s", message);
    return outcome;
}
