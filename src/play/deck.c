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
    {"toggle", "space p k", NULL, WORDS_NONE, "pause, or go on", do_toggle},
    {"pause", "escape", NULL, WORDS_NONE, "be silent", do_hold},
    {"resume", "", NULL, WORDS_NONE, "go on", do_resume},
    {"next sentence", "right l", NULL, WORDS_NONE, "next sentence", do_next_sentence},
    {"previous sentence", "left h", NULL, WORDS_NONE, "this sentence again, or the one before",
     do_previous_sentence},
    {"next paragraph", "down", NULL, WORDS_NONE, "next paragraph", do_next_paragraph},
    {"previous paragraph", "up", NULL, WORDS_NONE, "this paragraph again, or the one before",
     do_previous_paragraph},
    {"next section", "pagedown }", NULL, WORDS_NONE, "next section", do_next_section},
    {"previous section", "pageup {", NULL, WORDS_NONE, "this section again, or the one before",
     do_previous_section},
    {"next article", "n", NULL, WORDS_NONE, "next article", do_next_article},
    {"previous article", "N", NULL, WORDS_NONE, "previous article", do_previous_article},
    {"repeat sentence", "r", NULL, WORDS_NONE, "repeat the sentence", do_repeat_sentence},
    {"repeat paragraph", "R", NULL, WORDS_NONE, "repeat the paragraph", do_repeat_paragraph},
    {"skip", "x", NULL, WORDS_NONE, "skip this list, table or paragraph", do_skip_block},
    {"start", "home", NULL, WORDS_NONE, "to the start", do_go_start},
    {"end", "end", NULL, WORDS_NONE, "to the last sentence", do_go_end},
    {"go", "g", "PERCENT", WORDS_GO_WHERE, "go to so many percent", do_go_percent},
    {"find", "/", "TEXT", WORDS_FIND_WHAT, "find a text and go on there", do_find_text},
    {"faster", "+ ]", NULL, WORDS_NONE, "faster", do_faster},
    {"slower", "- [", NULL, WORDS_NONE, "slower", do_slower},
    {"usual rate", "backspace", NULL, WORDS_NONE, "the usual rate", do_usual_rate},
    {"rate", "", "WPM", WORDS_WHICH_RATE, "so many words a minute", do_rate},
    {"longer pauses", ">", NULL, WORDS_NONE, "longer pauses", do_longer_pauses},
    {"shorter pauses", "<", NULL, WORDS_NONE, "shorter pauses", do_shorter_pauses},
    {"pauses", "", "PERCENT", WORDS_WHICH_PAUSES, "pauses of so many percent", do_pauses},
    {"louder", "0", NULL, WORDS_NONE, "louder", do_louder},
    {"softer", "9", NULL, WORDS_NONE, "softer", do_softer},
    {"volume", "", "PERCENT", WORDS_WHICH_VOLUME, "so loud", do_volume},
    {"mute", "m", NULL, WORDS_NONE, "mute, or not", do_mute},
    {"next verbosity", "v", NULL, WORDS_NONE, "tell more of what stands there, or less: some, most, all",
     do_next_verbosity},
    {"verbosity", "", "LEVEL", WORDS_WHICH_LEVEL, "tell so much: some, most, all", do_verbosity},
    {"next punctuation", ".", NULL, WORDS_NONE, "name more marks, or fewer: none, some, all", do_next_punctuation},
    {"punctuation", "", "LEVEL", WORDS_WHICH_LEVEL, "name these marks: none, some, all", do_punctuation},
    {"next capitals", "C", NULL, WORDS_NONE, "tell capitals, or not", do_next_capitals},
    {"capitals", "", "LEVEL", WORDS_WHICH_LEVEL, "tell capitals: say, or none", do_capitals},
    {"spell word", "s", NULL, WORDS_NONE, "spell the word; again: by the alphabet", do_spell_word},
    {"spell sentence", "S", NULL, WORDS_NONE, "spell the sentence", do_spell_sentence},
    {"links", "L", NULL, WORDS_NONE, "the links of this sentence", do_links},
    {"show links", "o", NULL, WORDS_NONE, "print where the links of this sentence lead", do_show_links},
    {"where", "w i", NULL, WORDS_NONE, "where am I", do_where},
    {"bookmark", "b", NULL, WORDS_NONE, "set a bookmark, or remove it", do_bookmark},
    {"bookmarks", "B", NULL, WORDS_NONE, "list the bookmarks", do_list_bookmarks},
    {"next bookmark", "'", NULL, WORDS_NONE, "to the next bookmark", do_next_bookmark},
    {"next line", "c", NULL, WORDS_NONE, "the next line of this code or table, or of the one that comes",
     do_next_line},
    {"note word", "e", NULL, WORDS_NONE, "note this word for correction", do_note_word},
    {"help", "?", NULL, WORDS_NONE, "say and print the keys", do_help},
    {"describe", "f1", NULL, WORDS_NONE, "tell what the next key does", do_describe},
    {"quit", "q ctrl-c ctrl-d", NULL, WORDS_NONE, "stop and keep the place", do_quit},
    {"abandon", "Q", NULL, WORDS_NONE, "stop and forget this time's place", do_abandon},
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
    buf_clear(&deck->show);
    if (control->run != do_spell_word)
        deck->spelled_times = 0;
    return control->run(deck, argument);
}
