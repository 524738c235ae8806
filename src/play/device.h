/* Where sound is heard: a table of back-ends, one of which is open. */
#ifndef PLAY_DEVICE_H
#define PLAY_DEVICE_H

#include "narrator/error.h"

#include <poll.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What stands between a frame's writing and its hearing.  All that is spoken goes through it, so it is what a
 * listener would wait for if keys did not drop what is in it, and what a busy machine may be late by. */
#define DEVICE_BUFFER_MS 200u

struct device;

/* 16-bit mono sound, pushed.  Functions that return false say why, and the device is of no more use. */
struct device_kind {
    const char *name;
    const char *target; /* what may follow "NAME:"; NULL: nothing; must follow when `needs_target` */
    bool needs_target;
    bool automatic; /* is tried, in the table's order, when the user names none */
    bool (*open)(struct device *device, struct nr_error *error);
    size_t (*room)(struct device *device); /* frames that it takes now */
    bool (*write)(struct device *device, const int16_t *frames, size_t count, struct nr_error *error);
    size_t (*pending)(struct device *device);  /* frames written and not yet heard, about */
    bool (*is_drained)(struct device *device); /* all that was written is heard; nothing is written behind it */
    void (*drop)(struct device *device);       /* what is pending is never heard */
    /* Nothing is to be heard: silence keeps it awake, or it may sleep.  NULL: it needs neither. */
    void (*idle)(struct device *device, bool awake);
    /* Waits until it has room (if that is wanted), one of `others` has something, or the time is over. */
    bool (*wait)(struct device *device, bool for_room, struct pollfd *others, size_t count, int timeout_ms,
                 struct nr_error *error);
    void (*close)(struct device *device);
};

struct device {
    const struct device_kind *kind;
    const char *target; /* NULL: its default */
    unsigned sample_rate;
    void *state;
};

extern const struct device_kind device_pulse;
extern const struct device_kind device_alsa;
extern const struct device_kind device_file;
extern const struct device_kind device_paced;
extern const struct device_kind device_null;

/* The kind at `index`, NULL past the last. */
const struct device_kind *device_kind_at(size_t index);

/* Opens "NAME" or "NAME:TARGET"; NULL: the first that works.  `output` must outlive the device.  Fails with
 * NR_USAGE on a name that does not exist, NR_FAILED when there is no sound to be had. */
bool device_open(struct device *device, const char *output, unsigned sample_rate, struct nr_error *error);

/* Closes what was opened; a zeroed device is allowed. */
void device_close(struct device *device);

#endif
