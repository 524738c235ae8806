#include "mhtml.h"

#include "fail.h"
#include "html_charset.h"

#include <string.h>

#define LOOK_BYTES     ((size_t)4096)
#define BOUNDARIES_MAX 8 /* parts in parts */

/* A part's header fields, as far as they matter here. */
struct header {
    struct str type; /* the whole value, "text/html; charset=utf-8" */
    struct str encoding;
};

struct message {
    struct str rest;
    struct str boundaries[BOUNDARIES_MAX];
    size_t count;
};

bool mhtml_is(struct str bytes)
{
    struct str start = str_slice(bytes, 0, LOOK_BYTES);
    size_t end = str_find(start, STR("\r\n\r\n")), other = str_find(start, STR("\n\n"));
    struct str head = str_slice(start, 0, end < other ? end : other);
    bool mime = false, page = false;
    for (struct str rest = head, line; str_take_line(&rest, &line);) {
        mime |= str_starts_caseless(line, STR("MIME-Version:"));
        page |= str_starts_caseless(line, STR("Content-Type: multipart/related")) ||
                str_starts_caseless(line, STR("Content-Type: multipart/alternative")) ||
                str_starts_caseless(line, STR("Content-Type: text/html"));
    }
    return mime && page;
}

/* The value of "; name=value" in a header field. */
static struct str parameter(struct str field, struct str name)
{
    for (size_t at = str_find(field, STR(";")); at < field.length; at++) {
        struct str rest = str_trim(str_slice(field, at + 1, field.length));
        if (field.at[at] != ';' || !str_starts_caseless(rest, name) || rest.length <= name.length ||
            rest.at[name.length] != '=')
            continue;
        rest = str_trim(str_slice(rest, name.length + 1, rest.length));
        if (rest.length && rest.at[0] == '"') {
            rest = str_slice(rest, 1, rest.length);
            return str_slice(rest, 0, str_find(rest, STR("\"")));
        }
        size_t end = 0;
        while (end < rest.length && !strchr("; \t\r\n", rest.at[end]))
            end++;
        return str_slice(rest, 0, end);
    }
    return STR("");
}

/* A field goes on in lines that begin with white space; all of them are one view of the message. */
static struct header take_header(struct message *message)
{
    struct header header = {STR(""), STR("")};
    struct str *field = NULL;
    for (struct str line; str_take_line(&message->rest, &line) && line.length;) {
        bool more = line.at[0] == ' ' || line.at[0] == '\t';
        if (more && field)
            field->length = (size_t)(line.at + line.length - field->at);
        if (more)
            continue;
        field = str_starts_caseless(line, STR("Content-Type:"))                ? &header.type
                : str_starts_caseless(line, STR("Content-Transfer-Encoding:")) ? &header.encoding
                                                                               : NULL;
        size_t colon = str_find(line, STR(":")) + 1;
        if (field)
            *field = str_trim(str_slice(line, colon, line.length));
    }
    return header;
}

static bool is_boundary(const struct message *message, struct str line)
{
    for (size_t i = 0; i < message->count; i++)
        if (line.length > 2 && str_starts(line, STR("--")) &&
            str_starts(str_slice(line, 2, line.length), message->boundaries[i]))
            return true;
    return false;
}

/* The lines up to the next boundary, or to the end. */
static struct str take_body(struct message *message)
{
    struct str body = {message->rest.at, 0}, line;
    while (str_take_line(&message->rest, &line) && !is_boundary(message, line))
        body.length = (size_t)(line.at + line.length - body.at);
    return body;
}

static int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    char lower = (char)(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/* RFC 2045, section 6.7. */
static void decode_quoted(struct str body, struct buf *page)
{
    for (size_t at = 0; at < body.length; at++) {
        struct str rest = str_slice(body, at + 1, body.length);
        if (body.at[at] != '=') {
            buf_append_char(page, body.at[at]);
        } else if (str_starts(rest, STR("\r\n")) || str_starts(rest, STR("\n"))) {
            at += rest.at[0] == '\r' ? 2 : 1;
        } else if (rest.length > 1 && hex_value(rest.at[0]) >= 0 && hex_value(rest.at[1]) >= 0) {
            buf_append_char(page, (char)(hex_value(rest.at[0]) << 4 | hex_value(rest.at[1])));
            at += 2;
        } else {
            buf_append_char(page, '=');
        }
    }
}

/* RFC 2045, section 6.8: other characters are passed over. */
static void decode_base64(struct str body, struct buf *page)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    uint32_t bits = 0;
    unsigned count = 0;
    for (size_t at = 0; at < body.length && body.at[at] != '='; at++) {
        const char *digit = body.at[at] ? strchr(digits, body.at[at]) : NULL;
        if (!digit)
            continue;
        bits = bits << 6 | (uint32_t)(digit - digits);
        count += 6;
        if (count < 8)
            continue;
        count -= 8;
        buf_append_char(page, (char)(unsigned char)(bits >> count & 0xFF));
    }
}

static void decode(struct str encoding, struct str body, struct buf *page)
{
    if (str_starts_caseless(encoding, STR("quoted-printable")))
        decode_quoted(body, page);
    else if (str_starts_caseless(encoding, STR("base64")))
        decode_base64(body, page);
    else
        buf_append(page, body);
}

static void add_boundary(struct message *message, struct str type)
{
    struct str boundary = parameter(type, STR("boundary"));
    if (boundary.length && message->count < BOUNDARIES_MAX)
        message->boundaries[message->count++] = boundary;
}

bool mhtml_read(const char *name, struct str bytes, struct buf *page, const char **charset, struct nr_error *error)
{
    struct message message = {.rest = bytes};
    while (message.rest.length) {
        struct header header = take_header(&message);
        add_boundary(&message, header.type);
        struct str body = take_body(&message);
        if (!str_starts_caseless(header.type, STR("text/html")) &&
            !str_starts_caseless(header.type, STR("application/xhtml")))
            continue;
        *charset = html_charset_of(parameter(header.type, STR("charset")));
        decode(header.encoding, body, page);
        return true;
    }
    return fail(error, NR_REFUSED, "%s: no page in this web archive; save it again as HTML", name);
}
