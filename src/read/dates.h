/* Dates as articles print them under a headline. */
#ifndef READ_DATES_H
#define READ_DATES_H

#include "str.h"

/* The date in `text` as it is written, "Tue 7 March 2023"; empty if there is none. */
struct str date_in(struct str text);

/* Is `text` a date and what goes with one (a time, "Published:"), nothing else? */
bool date_is_all(struct str text);

/* The name of a month or a day of the week. */
bool date_is_name(struct str word);

/* Is `text` a date with a time of the day, and perhaps a publisher's name? */
bool date_with_publisher(struct str text);

#endif
