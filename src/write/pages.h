/* Ogg (RFC 3533): packets of one logical stream into pages, and pages into a sink. */
#ifndef WRITE_PAGES_H
#define WRITE_PAGES_H

#include "sink.h"

#include <ogg/ogg.h>

struct pages {
    ogg_stream_state stream;
    const struct sink *sink;
};

/* Starts the stream.  End with pages_end(), also after a failure. */
void pages_begin(struct pages *pages, const struct sink *sink);

/* Adds a packet and writes the pages that are full, all of them after the last packet. */
bool pages_add(struct pages *pages, ogg_packet *packet, struct nr_error *error);

/* Ends the page: what follows starts a new one. */
bool pages_flush(struct pages *pages, struct nr_error *error);

void pages_end(struct pages *pages);

#endif
