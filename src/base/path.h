/* Paths: their parts, and whether a file can be made there. */
#ifndef BASE_PATH_H
#define BASE_PATH_H

#include "arena.h"
#include "narrator/error.h"

/* What stands behind the last '/'; all of it when there is none. */
const char *path_name(const char *path);

/* What stands behind the name's last '.'; empty when there is none. */
struct str path_extension(const char *path);

/* The folder that the path's file lies in, "." for a bare name. */
const char *path_folder(struct nr_arena *arena, const char *path);

/* The path of `name` in `folder`. */
const char *path_join(struct nr_arena *arena, const char *folder, const char *name);

/* Is `path` a device or a pipe: one writes to it as it is and never puts a file in its place. */
bool path_is_special(const char *path);

/* Can a file be made at `path`: its folder is there and can be written to, and it is no folder itself. */
bool path_check(const char *path, struct nr_error *error);

#endif
