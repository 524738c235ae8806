/* Evidence -> roles. */
#ifndef READ_ROLES_H
#define READ_ROLES_H

#include "draft.h"

/* Gives every block its role and says why. */
void roles_choose(struct draft *draft);

#endif
