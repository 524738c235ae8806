/* The helper at work: orders in, a child for each, sounds out. */
#ifndef SPEAK_HELPER_SERVE_H
#define SPEAK_HELPER_SERVE_H

#include "engine.h"
#include "wire_stream.h"

/* What was agreed with the library. */
struct service {
    const struct engine *engine;
    unsigned sample_rate;
    size_t jobs;
    int fd; /* to the library */
    struct wire_in in;
    struct wire_out out;
};

/* Serves until the library is gone or talks nonsense; no child outlives it. */
void serve(struct service *service);

#endif
