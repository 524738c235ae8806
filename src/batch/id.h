/* Names of articles as text: a path may hold any bytes, a log may not. */
#ifndef BATCH_ID_H
#define BATCH_ID_H

#include "arena.h"

/* The path with '%', controls and what is no UTF-8 as %XX (RFC 3986, 2.1). */
const char *id_of(struct nr_arena *arena, const char *path);

/* The path that id_of() was given. */
const char *id_path(struct nr_arena *arena, const char *id);

/* The path as a part of a URL: all but letters, digits and "-._~/" as %XX. */
const char *id_url(struct nr_arena *arena, const char *path);

/* Any bytes as UTF-8, for people: what is none becomes U+FFFD. */
const char *id_readable(struct nr_arena *arena, const char *text);

#endif
