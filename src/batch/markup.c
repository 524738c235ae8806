#include "markup.h"

static const xmlChar *xml(const char *text)
{
    return (const xmlChar *)text;
}

bool markup_begin(struct markup *markup)
{
    markup->bytes = xmlBufferCreate();
    markup->writer = markup->bytes ? xmlNewTextWriterMemory(markup->bytes, 0) : NULL;
    if (!markup->writer && markup->bytes)
        xmlBufferFree(markup->bytes);
    return markup->writer;
}

void markup_open(struct markup *markup, const char *element)
{
    xmlTextWriterStartElement(markup->writer, xml(element));
}

void markup_close(struct markup *markup)
{
    xmlTextWriterEndElement(markup->writer);
}

void markup_attribute(struct markup *markup, const char *name, const char *value)
{
    xmlTextWriterWriteAttribute(markup->writer, xml(name), xml(value));
}

void markup_text(struct markup *markup, const char *text)
{
    xmlTextWriterWriteString(markup->writer, xml(text));
}

void markup_element(struct markup *markup, const char *element, const char *text)
{
    if (text && *text)
        xmlTextWriterWriteElement(markup->writer, xml(element), xml(text));
}

void markup_end(struct markup *markup, struct buf *out)
{
    xmlTextWriterEndDocument(markup->writer);
    xmlFreeTextWriter(markup->writer);
    buf_append(out, str_of((const char *)xmlBufferContent(markup->bytes)));
    xmlBufferFree(markup->bytes);
}
