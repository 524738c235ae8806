/* The menu that a page copied whole has above its headline. */
#ifndef READ_MENU_H
#define READ_MENU_H

#include "draft.h"

/* Adds FEATURE_SITE to the lines of a menu above the first paragraph. */
void menu_find(struct draft *draft);

#endif
