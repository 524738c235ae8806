/* Elements of XML and HTML, written by libxml2. */
#ifndef BATCH_MARKUP_H
#define BATCH_MARKUP_H

#include "buf.h"

#include <libxml/xmlwriter.h>

struct markup {
    xmlBufferPtr bytes;
    xmlTextWriterPtr writer;
};

/* False when there is no memory. */
bool markup_begin(struct markup *markup);

void markup_open(struct markup *markup, const char *element);
void markup_close(struct markup *markup);

/* Only directly behind markup_open(). */
void markup_attribute(struct markup *markup, const char *name, const char *value);

void markup_text(struct markup *markup, const char *text);

/* An element with text alone; nothing when the text is NULL or empty. */
void markup_element(struct markup *markup, const char *element, const char *text);

/* Moves all to *out. */
void markup_end(struct markup *markup, struct buf *out);

#endif
