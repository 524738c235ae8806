#include "narrator/article.h"

#include "str.h"

static const char *const names[NR_ROLE_COUNT] = {
    [NR_HEADLINE] = "headline",   [NR_SUMMARY] = "summary",         [NR_BYLINE] = "byline",
    [NR_BODY] = "body",           [NR_CROSSHEAD] = "crosshead",     [NR_QUOTE] = "quote",
    [NR_LIST_ITEM] = "list-item", [NR_CAPTION] = "caption",         [NR_TABLE] = "table",
    [NR_CODE] = "code",           [NR_BOILERPLATE] = "boilerplate",
};

const char *nr_role_name(enum nr_role role)
{
    return names[role];
}

bool nr_role_find(const char *name, enum nr_role *role)
{
    for (int i = 0; i < NR_ROLE_COUNT; i++)
        if (str_equal(str_of(names[i]), str_of(name))) {
            *role = (enum nr_role)i;
            return true;
        }
    return false;
}
