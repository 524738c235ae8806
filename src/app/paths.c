#include "paths.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The folder of this program's file; false where /proc is not mounted. */
static bool program_folder(char folder[PATH_MAX])
{
    ssize_t length = readlink("/proc/self/exe", folder, PATH_MAX - 1);
    if (length <= 0)
        return false;
    folder[length] = '\0';
    char *slash = strrchr(folder, '/');
    if (slash)
        *slash = '\0';
    return slash;
}

/* The build tree keeps both beside the program, an installation one folder up. */
static const char *find(struct nr_arena *arena, const char *what, const char *proof, int mode)
{
    static const char *const ways[] = {"", "/.."};
    char folder[PATH_MAX];
    if (!program_folder(folder))
        return NULL;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        if (access(arena_printf(arena, "%s%s/%s%s", folder, ways[i], what, proof), mode) == 0)
            return arena_printf(arena, "%s%s/%s", folder, ways[i], what);
    }
    return NULL;
}

const char *paths_helper(struct nr_arena *arena)
{
    return find(arena, "libexec/narrate/speak", "", X_OK);
}

const char *paths_data(struct nr_arena *arena)
{
    return find(arena, "share/narrate", "/voices", R_OK | X_OK);
}

/* XDG Base Directory Specification: a relative path is to be ignored. */
static const char *folder_of_user(struct nr_arena *arena, const char *variable, const char *usual)
{
    const char *xdg = getenv(variable);
    const char *home = getenv("HOME");
    if (xdg && *xdg == '/')
        return arena_printf(arena, "%s/narrate", xdg);
    return home && *home ? arena_printf(arena, "%s/%s/narrate", home, usual) : NULL;
}

const char *paths_user(struct nr_arena *arena)
{
    return folder_of_user(arena, "XDG_DATA_HOME", ".local/share");
}

const char *paths_state(struct nr_arena *arena)
{
    return folder_of_user(arena, "XDG_STATE_HOME", ".local/state");
}
