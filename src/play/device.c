#include "device.h"

#include "buf.h"
#include "fail.h"
#include "speechd.h"

static const struct device_kind *const kinds[] = {&device_pulse, &device_alsa, &device_null, &device_file,
                                                  &device_paced};

const struct device_kind *device_kind_at(size_t index)
{
    return index < sizeof kinds / sizeof *kinds ? kinds[index] : NULL;
}

static void list_kinds(struct buf *list)
{
    for (size_t i = 0; device_kind_at(i); i++)
        buf_printf(list, "%s%s%s%s", i > 0 ? ", " : "", kinds[i]->name, kinds[i]->needs_target ? ":" : "",
                   kinds[i]->needs_target ? kinds[i]->target : "");
    buf_printf(list, ", " SPEECHD_NAME); /* no device, but an output all the same */
}

static bool open_kind(struct device *device, const struct device_kind *kind, const char *target,
                      unsigned sample_rate, struct nr_error *error)
{
    *device = (struct device){kind, target, sample_rate, NULL};
    if (kind->open(device, error))
        return true;
    *device = (struct device){0};
    return false;
}

static bool open_named(struct device *device, const char *output, unsigned sample_rate, struct nr_error *error)
{
    struct str all = str_of(output);
    size_t colon = str_find(all, STR(":"));
    const char *target = colon + 1 < all.length ? output + colon + 1 : NULL;
    for (size_t i = 0; device_kind_at(i); i++) {
        bool named = str_equal(str_of(kinds[i]->name), str_slice(all, 0, colon));
        if (named && (target || !kinds[i]->needs_target) && (!target || kinds[i]->target))
            return open_kind(device, kinds[i], target, sample_rate, error);
    }
    struct buf list = {0};
    list_kinds(&list);
    fail(error, NR_USAGE, "'%s' is no sound output; there are: %s", output, list.at);
    buf_free(&list);
    return false;
}

static bool open_first(struct device *device, unsigned sample_rate, struct nr_error *error)
{
    struct buf list = {0}, reasons = {0};
    bool done = false;
    for (size_t i = 0; !done && device_kind_at(i); i++) {
        struct nr_error why;
        if (!kinds[i]->automatic)
            continue;
        done = open_kind(device, kinds[i], NULL, sample_rate, &why);
        if (!done)
            buf_printf(&reasons, "%s%s", reasons.length > 0 ? "; " : "", why.message);
    }
    list_kinds(&list);
    if (!done)
        fail(error, NR_FAILED, "no sound output works (%s); start a sound server, or choose another output: %s",
             reasons.at, list.at);
    buf_free(&list);
    buf_free(&reasons);
    return done;
}

bool device_open(struct device *device, const char *output, unsigned sample_rate, struct nr_error *error)
{
    return output ? open_named(device, output, sample_rate, error) : open_first(device, sample_rate, error);
}

void device_close(struct device *device)
{
    if (device->kind)
        device->kind->close(device);
    *device = (struct device){0};
}
