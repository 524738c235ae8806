#include "deck_actions.h"

#include <string.h>

#define NUMBER_DIGITS 5

unsigned deck_say(struct deck *deck, enum words words)
{
    words_add(&deck->say, words, "", NULL);
    return EFFECT_SAY;
}

const char *deck_number(char text[24], uint64_t value)
{
    char digits[24];
    size_t count = 0, at = 0;
    do
        digits[count++] = (char)('0' + value % 10);
    while (value /= 10);
    while (count > 0)
        text[at++] = digits[--count];
    text[at] = '\0';
    return text;
}

bool deck_read_number(struct str text, unsigned least, unsigned most, unsigned *value)
{
    unsigned read = 0;
    text = str_trim(text);
    if (text.length == 0 || text.length > NUMBER_DIGITS)
        return false;
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] < '0' || text.at[i] > '9')
            return false;
        read = read * 10 + (unsigned)(text.at[i] - '0');
    }
    *value = read;
    return read >= least && read <= most;
}

static unsigned leave(struct deck *deck, enum nr_play_end end)
{
    deck->end = end;
    return EFFECT_LEAVE | EFFECT_KEEP;
}

unsigned do_next_article(struct deck *deck, struct str argument)
{
    (void)argument;
    return leave(deck, NR_PLAY_NEXT);
}

unsigned do_previous_article(struct deck *deck, struct str argument)
{
    (void)argument;
    return leave(deck, NR_PLAY_PREVIOUS);
}

unsigned do_quit(struct deck *deck, struct str argument)
{
    (void)argument;
    return leave(deck, NR_PLAY_QUIT);
}

unsigned do_abandon(struct deck *deck, struct str argument)
{
    (void)argument;
    deck->forget = true;
    return leave(deck, NR_PLAY_QUIT);
}

static const struct control controls[] = {
    {"toggle", "space p k", NULL, "pause, or go on", do_toggle},
    {"pause", "escape", NULL, "be silent", do_hold},
    {"resume", "", NULL, "go on", do_resume},
    {"next sentence", "right l", NULL, "next sentence", do_next_sentence},
    {"previous sentence", "left h", NULL, "this sentence again, or the one before", do_previous_sentence},
    {"next paragraph", "down", NULL, "next paragraph", do_next_paragraph},
    {"previous paragraph", "up", NULL, "this paragraph again, or the one before", do_previous_paragraph},
    {"next section", "pagedown }", NULL, "next section", do_next_section},
    {"previous section", "pageup {", NULL, "this section again, or the one before", do_previous_section},
    {"next article", "n", NULL, "next article", do_next_article},
    {"previous article", "N", NULL, "previous article", do_previous_article},
    {"repeat sentence", "r", NULL, "repeat the sentence", do_repeat_sentence},
    {"repeat paragraph", "R", NULL, "repeat the paragraph", do_repeat_paragraph},
    {"skip", "x", NULL, "skip this list, table or paragraph", do_skip_block},
    {"start", "home", NULL, "to the start", do_go_start},
    {"end", "end", NULL, "to the last sentence", do_go_end},
    {"go", "g", "PERCENT", "go to so many percent", do_go_percent},
    {"find", "/", "TEXT", "find a text and go on there", do_find_text},
    {"faster", "+ ]", NULL, "faster", do_faster},
    {"slower", "- [", NULL, "slower", do_slower},
    {"usual rate", "backspace", NULL, "the usual rate", do_usual_rate},
    {"rate", "", "WPM", "so many words a minute", do_rate},
    {"louder", "0", NULL, "louder", do_louder},
    {"softer", "9", NULL, "softer", do_softer},
    {"volume", "", "PERCENT", "so loud", do_volume},
    {"mute", "m", NULL, "mute, or not", do_mute},
    {"spell word", "s", NULL, "spell the word; again: by the alphabet", do_spell_word},
    {"spell sentence", "S", NULL, "spell the sentence", do_spell_sentence},
    {"where", "w i", NULL, "where am I", do_where},
    {"bookmark", "b", NULL, "set a bookmark, or remove it", do_bookmark},
    {"bookmarks", "B", NULL, "list the bookmarks", do_list_bookmarks},
    {"next bookmark", "'", NULL, "to the next bookmark", do_next_bookmark},
    {"note word", "e", NULL, "note this word for correction", do_note_word},
    {"help", "?", NULL, "say and print the keys", do_help},
    {"describe", "f1", NULL, "tell what the next key does", do_describe},
    {"quit", "q ctrl-c ctrl-d", NULL, "stop and keep the place", do_quit},
    {"abandon", "Q", NULL, "stop and forget this time's place", do_abandon},
};

const struct control *control_at(size_t index)
{
    return index < sizeof controls / sizeof *controls ? &controls[index] : NULL;
}

const struct control *control_find(struct str line, struct str *argument)
{
    const struct control *found = NULL;
    line = str_trim(line);
    for (size_t i = 0; i < sizeof controls / sizeof *controls; i++) {
        struct str words = str_of(controls[i].words);
        bool whole = line.length == words.length || (line.length > words.length && line.at[words.length] == ' ');
        if (whole && str_starts(line, words) && (!found || words.length > strlen(found->words))) {
            found = &controls[i];
            *argument = str_trim(str_slice(line, words.length, line.length));
        }
    }
    return found && (found->argument || !argument->length) ? found : NULL;
}

unsigned deck_do(struct deck *deck, const struct control *control, struct str argument)
{
    buf_clear(&deck->say);
    if (control->run != do_spell_word)
        deck->spelled_times = 0;
    return control->run(deck, argument);
}
