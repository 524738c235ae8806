#include "entity.h"

#include <stdlib.h>
#include <string.h>

/* U+00A0 to U+00FF in order (HTML 4, section 24.2). */
static const char latin1[] =
    "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute "
    "micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring "
    "AElig "
    "Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times "
    "Oslash "
    "Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute "
    "ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute "
    "ucirc "
    "uuml yacute thorn yuml";

static const struct {
    const char *name;
    uint32_t code;
} others[] = {
    {"amp", '&'},       {"lt", '<'},        {"gt", '>'},        {"quot", '"'},      {"apos", '\''},
    {"ndash", 0x2013},  {"mdash", 0x2014},  {"lsquo", 0x2018},  {"rsquo", 0x2019},  {"sbquo", 0x201A},
    {"ldquo", 0x201C},  {"rdquo", 0x201D},  {"bdquo", 0x201E},  {"hellip", 0x2026}, {"bull", 0x2022},
    {"lsaquo", 0x2039}, {"rsaquo", 0x203A}, {"euro", 0x20AC},   {"trade", 0x2122},  {"ensp", 0x2002},
    {"emsp", 0x2003},   {"thinsp", 0x2009}, {"zwnj", 0x200C},   {"zwj", 0x200D},    {"minus", 0x2212},
    {"ne", 0x2260},     {"le", 0x2264},     {"ge", 0x2265},     {"asymp", 0x2248},  {"infin", 0x221E},
    {"larr", 0x2190},   {"uarr", 0x2191},   {"rarr", 0x2192},   {"darr", 0x2193},   {"prime", 0x2032},
    {"Prime", 0x2033},  {"OElig", 0x152},   {"oelig", 0x153},   {"Scaron", 0x160},  {"scaron", 0x161},
    {"dagger", 0x2020}, {"Dagger", 0x2021}, {"permil", 0x2030}, {"frasl", 0x2044},  {"pi", 0x3C0},
    {"alpha", 0x3B1},   {"beta", 0x3B2},    {"gamma", 0x3B3},   {"delta", 0x3B4},   {"mu", 0x3BC},
};

static uint32_t numeric(struct str digits)
{
    char text[ENTITY_BYTES_MAX + 1] = "", *end;
    memcpy(text, digits.at, digits.length);
    bool hex = text[0] == 'x' || text[0] == 'X';
    const char *start = hex ? text + 1 : text;
    unsigned long code = strtoul(start, &end, hex ? 16 : 10);
    bool scalar = code > 0 && code < 0x110000 && !(code >= 0xD800 && code < 0xE000);
    return scalar && end > start && !*end && *start != '-' && *start != '+' ? (uint32_t)code : 0;
}

static uint32_t latin1_code(struct str name)
{
    uint32_t code = 0xA0;
    for (struct str rest = str_of(latin1); rest.length; code++) {
        size_t space = str_find(rest, STR(" "));
        if (str_equal(str_slice(rest, 0, space), name))
            return code;
        rest = str_slice(rest, space + 1, rest.length);
    }
    return 0;
}

uint32_t entity_code(struct str entity)
{
    if (entity.length < 3 || entity.length > ENTITY_BYTES_MAX || entity.at[entity.length - 1] != ';')
        return 0;
    struct str name = str_slice(entity, 1, entity.length - 1);
    if (name.at[0] == '#')
        return numeric(str_slice(name, 1, name.length));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (str_equal(str_of(others[i].name), name))
            return others[i].code;
    return latin1_code(name);
}
