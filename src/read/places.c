#include "places.h"

#include <unicode/uloc.h>
#include <unicode/ustring.h>

#define NAME_UNITS 64

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* Sections that are no countries. */
static const char *const others[] = {
    "England",   "Scotland", "Wales",   "Northern Ireland", "US", "U.S.",         "USA",           "America",
    "UK",        "U.K.",     "Britain", "Middle East",      "EU", "Asia Pacific", "Latin America", "North America",
    "California"};

/* UN M49: the parts of the world. */
static const char *const parts[] = {"002", "009", "019", "142", "150", "005", "419"};

static bool is_named(struct str text, const char *region)
{
    char locale[8] = "und_", name[NAME_UNITS * 3 + 1];
    UChar units[NAME_UNITS];
    UErrorCode status = U_ZERO_ERROR;
    for (size_t i = 0; i < 3 && region[i]; i++)
        locale[4 + i] = region[i];
    int32_t length = uloc_getDisplayCountry(locale, "en", units, NAME_UNITS, &status), bytes = 0;
    u_strToUTF8(name, sizeof name, &bytes, units, length, &status);
    return U_SUCCESS(status) && str_equal_caseless(text, (struct str){name, (size_t)bytes});
}

bool place_is_region(struct str text)
{
    for (size_t i = 0; i < COUNT(others); i++)
        if (str_equal_caseless(text, str_of(others[i])))
            return true;
    for (size_t i = 0; i < COUNT(parts); i++)
        if (is_named(text, parts[i]))
            return true;
    for (const char *const *country = uloc_getISOCountries(); *country; country++)
        if (is_named(text, *country))
            return true;
    return false;
}
