#include "pages.h"

#include "fail.h"

/* The same input gives the same bytes, so the serial number is no random one: there is but one stream. */
#define SERIAL 0x6E617272

static bool write_page(struct pages *pages, const ogg_page *page, struct nr_error *error)
{
    return sink_write(pages->sink, page->header, (size_t)page->header_len, error) &&
           sink_write(pages->sink, page->body, (size_t)page->body_len, error);
}

void pages_begin(struct pages *pages, const struct sink *sink)
{
    pages->sink = sink;
    ogg_stream_init(&pages->stream, SERIAL);
}

bool pages_add(struct pages *pages, ogg_packet *packet, struct nr_error *error)
{
    if (ogg_stream_packetin(&pages->stream, packet) != 0)
        return fail(error, NR_FAILED, "%s: libogg takes no more packets", pages->sink->name);
    ogg_page page;
    while (ogg_stream_pageout(&pages->stream, &page))
        if (!write_page(pages, &page, error))
            return false;
    return true;
}

bool pages_flush(struct pages *pages, struct nr_error *error)
{
    ogg_page page;
    while (ogg_stream_flush(&pages->stream, &page))
        if (!write_page(pages, &page, error))
            return false;
    return true;
}

void pages_end(struct pages *pages)
{
    ogg_stream_clear(&pages->stream);
}
