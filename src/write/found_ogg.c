#include "fail.h"
#include "found.h"

#include <ogg/ogg.h>
#include <stdio.h>

#define PART_BYTES     65536
#define HEAD_BYTES_MAX ((size_t)16 << 20) /* a cover and all chapters lie below */

struct head {
    FILE *file;
    ogg_sync_state sync;
    ogg_stream_state stream;
    bool streaming;
    size_t bytes;
};

static bool next_page(struct head *head, ogg_page *page)
{
    while (ogg_sync_pageout(&head->sync, page) != 1) {
        char *part = ogg_sync_buffer(&head->sync, PART_BYTES);
        size_t got = part ? fread(part, 1, PART_BYTES, head->file) : 0;
        if (got == 0 || (head->bytes += got) > HEAD_BYTES_MAX)
            return false;
        ogg_sync_wrote(&head->sync, (long)got);
    }
    return true;
}

/* Takes packets up to the second, the comments; false at the end of the file. */
static bool second_packet(struct head *head, ogg_packet *packet)
{
    ogg_page page;
    for (unsigned count = 0; next_page(head, &page);) {
        if (!head->streaming && ogg_stream_init(&head->stream, ogg_page_serialno(&page)) != 0)
            return false;
        head->streaming = true;
        ogg_stream_pagein(&head->stream, &page);
        while (ogg_stream_packetout(&head->stream, packet) == 1)
            if (++count == 2)
                return true;
    }
    return false;
}

static uint32_t take_number(struct str *bytes)
{
    uint32_t number = 0;
    for (size_t i = 0; i < 4 && i < bytes->length; i++)
        number |= (uint32_t)(unsigned char)bytes->at[i] << 8 * i;
    *bytes = str_slice(*bytes, 4, bytes->length);
    return number;
}

static struct str take_text(struct str *bytes)
{
    size_t length = take_number(bytes);
    struct str text = str_slice(*bytes, 0, length);
    *bytes = str_slice(*bytes, length, bytes->length);
    return text;
}

/* Vorbis I, 5.2: who made it, how many, and each with its length before it. */
static bool read_comments(struct found *found, struct str packet)
{
    static const struct str starts[] = {{"\x03vorbis", 7}, {"OpusTags", 8}};
    for (size_t i = 0; i < 2; i++) {
        if (!str_starts(packet, starts[i]))
            continue;
        packet = str_slice(packet, starts[i].length, packet.length);
        take_text(&packet);
        for (uint32_t count = take_number(&packet); count > 0 && packet.length; count--)
            found_comment(found, take_text(&packet));
        return true;
    }
    return false;
}

bool found_in_ogg(const char *path, struct found *found, struct nr_error *error)
{
    ogg_packet packet;
    struct head head = {.file = fopen(path, "rb")};
    if (!head.file)
        return fail_errno(error, "can't open %s", path);
    ogg_sync_init(&head.sync);
    bool ok = second_packet(&head, &packet) &&
              read_comments(found, (struct str){(const char *)packet.packet, (size_t)packet.bytes});
    if (head.streaming)
        ogg_stream_clear(&head.stream);
    ogg_sync_clear(&head.sync);
    fclose(head.file);
    return ok || fail(error, NR_FAILED, "%s: no Ogg Vorbis or Opus file", path);
}
