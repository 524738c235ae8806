/* How a text ends: like a sentence, or not. */
#ifndef READ_ENDING_H
#define READ_ENDING_H

#include "str.h"

enum ending { ENDING_OPEN, ENDING_STOP, ENDING_ASK, ENDING_COLON };

/* What stands last, behind closing quotation marks and brackets. */
enum ending ending_of(struct str text);

#endif
