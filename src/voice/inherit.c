#include "inherit.h"

#include "fail.h"
#include "profile.h"

#define DEPTH_MAX 8

/* A profile's file and text. */
struct ancestor {
    struct found file;
    struct buf text;
};

/* From the profile asked for to the one that inherits from none. */
struct line {
    struct ancestor ancestors[DEPTH_MAX];
    size_t count;
};

static bool stands_in(const struct line *line, const struct found *file)
{
    for (size_t i = 0; i < line->count; i++)
        if (line->ancestors[i].file.node == file->node && line->ancestors[i].file.device == file->device)
            return true;
    return false;
}

/* Adds the parent of the last; *more tells whether there is one. */
static bool add_parent(struct line *line, const struct nr_settings *settings, bool *more, struct nr_error *error)
{
    const struct ancestor *child = &line->ancestors[line->count - 1];
    const char *path = child->file.path.at;
    struct found parent = {0};
    size_t at;
    struct str name = profile_parent(buf_str(&child->text), &at);
    *more = name.length > 0;
    if (!*more)
        return true;
    bool found = find_parent(&child->file, name, settings, &parent);
    if (!found)
        fail(error, NR_FAILED, "%s:%zu: there is no voice '%.*s' to inherit from", path, at, (int)name.length,
             name.at);
    else if (stands_in(line, &parent))
        found = fail(error, NR_FAILED, "%s:%zu: inherits from itself by way of '%.*s'", path, at, (int)name.length,
                     name.at);
    else if (line->count == DEPTH_MAX)
        found =
            fail(error, NR_FAILED, "%s:%zu: more than %d profiles inherit one from another", path, at, DEPTH_MAX);
    struct buf text = {0};
    if (found && find_read(parent.path.at, VOICE_BYTES_MAX, VOICE_KIND, &text, error)) {
        line->ancestors[line->count++] = (struct ancestor){parent, text};
        return true;
    }
    buf_free(&parent.path);
    buf_free(&text);
    return false;
}

static bool add_parents(struct line *line, const struct nr_settings *settings, struct nr_error *error)
{
    bool more = true;
    while (more)
        if (!add_parent(line, settings, &more, error))
            return false;
    return true;
}

/* The eldest first. */
static bool apply_all(const struct line *line, struct nr_voice **voice, struct nr_error *error)
{
    struct profile profile = profile_new(line->ancestors[0].file.path.at);
    for (size_t i = line->count; i-- > 0;) {
        const struct ancestor *ancestor = &line->ancestors[i];
        if (!profile_apply(&profile, ancestor->file.path.at, buf_str(&ancestor->text), error)) {
            nr_voice_free(profile.voice);
            return false;
        }
    }
    profile_finish(&profile);
    *voice = profile.voice;
    return true;
}

bool inherit_parse(const struct found *file, struct str text, const struct nr_settings *settings,
                   struct nr_voice **voice, struct nr_error *error)
{
    struct line line = {.count = 1};
    struct ancestor *self = &line.ancestors[0];
    self->file = (struct found){.device = file->device, .node = file->node};
    buf_append(&self->file.path, buf_str(&file->path));
    buf_append(&self->text, text);
    bool parsed = add_parents(&line, settings, error) && apply_all(&line, voice, error);
    for (size_t i = 0; i < line.count; i++) {
        buf_free(&line.ancestors[i].file.path);
        buf_free(&line.ancestors[i].text);
    }
    return parsed;
}

bool nr_voice_parse(const char *name, const char *text, size_t length, struct nr_voice **voice,
                    struct nr_error *error)
{
    struct nr_settings settings = {0};
    struct found file = {0};
    buf_printf(&file.path, "%s", name);
    bool parsed = inherit_parse(&file, (struct str){text, length}, &settings, voice, error);
    buf_free(&file.path);
    return parsed;
}
