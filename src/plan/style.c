#include "style.h"

#include "arena.h"

#include <string.h>

#define REFERENCE_RATE_WPM 175u /* pauses are given for it */
#define RATE_MIN_WPM       80u
#define RATE_MAX_WPM       449u
#define PITCH_MAX          99
#define RANGE_MAX          100

struct made {
    struct made *next;
    enum nr_role role;
    bool quoted;
    const char *language;
    struct nr_style style;
};

struct styles {
    struct nr_arena *arena;
    struct nr_style roles[NR_ROLE_COUNT]; /* at the chosen rate */
    int pitch_shift;                      /* of a quotation, on its role */
    int range_shift;
    struct made *made;
};

static unsigned clamp(unsigned value, unsigned least, unsigned most)
{
    return value < least ? least : value > most ? most : value;
}

struct styles *styles_new(struct nr_arena *arena, const struct nr_voice *voice, unsigned rate_wpm)
{
    struct styles *styles = arena_alloc(arena, sizeof *styles);
    unsigned own = voice->styles[NR_BODY].rate_wpm;
    styles->arena = arena;
    styles->pitch_shift = (int)voice->quotation.pitch - (int)voice->styles[NR_BODY].pitch;
    styles->range_shift = (int)voice->quotation.range - (int)voice->styles[NR_BODY].range;
    for (unsigned role = 0; role < NR_ROLE_COUNT; role++) {
        struct nr_style *style = &styles->roles[role];
        *style = voice->styles[role];
        style->engine_voice = arena_string(arena, str_of(style->engine_voice));
        if (rate_wpm)
            style->rate_wpm = clamp((style->rate_wpm * rate_wpm + own / 2) / own, RATE_MIN_WPM, RATE_MAX_WPM);
    }
    return styles;
}

/* "en+calm" in German is "de+calm": the variant is the speaker. */
static const char *voice_in(struct nr_arena *arena, const char *engine_voice, const char *language)
{
    const char *variant = strchr(engine_voice, '+');
    return arena_printf(arena, "%s%s", language, variant ? variant : "");
}

static unsigned shifted(unsigned value, int shift, int most)
{
    int sum = (int)value + shift;
    return (unsigned)(sum < 0 ? 0 : sum > most ? most : sum);
}

static struct nr_style make(const struct styles *styles, enum nr_role role, bool quoted, const char *language)
{
    struct nr_style style = styles->roles[role];
    if (quoted) {
        style.pitch = shifted(style.pitch, styles->pitch_shift, PITCH_MAX);
        style.range = shifted(style.range, styles->range_shift, RANGE_MAX);
    }
    if (language)
        style.engine_voice = voice_in(styles->arena, style.engine_voice, language);
    return style;
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && !strcmp(a, b));
}

const struct nr_style *styles_get(struct styles *styles, enum nr_role role, bool quoted, const char *language)
{
    for (struct made *made = styles->made; made; made = made->next)
        if (made->role == role && made->quoted == quoted && same_text(made->language, language))
            return &made->style;
    struct made *made = arena_alloc(styles->arena, sizeof *made);
    *made = (struct made){styles->made, role, quoted, language, make(styles, role, quoted, language)};
    styles->made = made;
    return &made->style;
}

unsigned styles_pause_ms(const struct styles *styles, unsigned pause_ms, unsigned least_ms)
{
    unsigned scaled = pause_ms * REFERENCE_RATE_WPM / styles->roles[NR_BODY].rate_wpm;
    return scaled < least_ms ? least_ms : scaled;
}
