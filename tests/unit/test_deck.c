/* What commands make of the place and the sound, without any sound. */
#include "planning.h"

#include "play/deck.h"
#include "play/keymap.h"
#include "play/keys.h"
#include "play/tape.h"
#include "play/walk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const enum nr_role roles[] = {NR_HEADLINE, NR_BODY, NR_CROSSHEAD, NR_LIST_ITEM, NR_LIST_ITEM, NR_BODY};
static const char *const texts[] = {"Storm hits coast", "It came at night. Dr. Hall saw it. A wall fell.",
                                    "What comes next",  "Sand for bags",
                                    "Rope for boats",   "Nobody knows the cost. Caf\u00E9s are shut."};
#define BLOCKS (sizeof roles / sizeof *roles)
#define LAST   8u /* sentence */

struct stage {
    struct nr_article *article;
    struct nr_voice *voice;
    struct deck deck;
};

static int set_up(void **state)
{
    static struct stage stage;
    struct nr_error error;
    static const struct nr_settings settings = {0};
    static const char text[] = "description = A test\n";
    stage = (struct stage){.article = planning_article(roles, texts, BLOCKS)};
    if (!nr_voice_parse("test", text, strlen(text), &stage.voice, &error) ||
        !nr_plan_article(stage.article, stage.voice, &settings, &stage.deck.plan, &error)) {
        print_error("%s\n", error.message);
        return -1;
    }
    stage.deck.voice = stage.voice;
    stage.deck.playing = true;
    stage.deck.rate_wpm = stage.deck.usual_rate_wpm = 175;
    stage.deck.volume = stage.deck.pauses = 100;
    *state = &stage;
    return 0;
}

static int tear_down(void **state)
{
    struct stage *stage = *state;
    buf_free(&stage->deck.say);
    buf_free(&stage->deck.show);
    nr_article_free(stage->article);
    nr_voice_free(stage->voice);
    return 0;
}

static unsigned command(struct deck *deck, const char *line)
{
    struct str argument;
    const struct control *control = control_find(str_of(line), &argument);
    if (!control)
        fail_msg("no command '%s'", line);
    return deck_do(deck, control, argument);
}

static void the_plan_is_as_expected(void **state)
{
    struct stage *stage = *state;
    assert_int_equal(stage->deck.plan->utterance_count, LAST + 1);
}

static void moves_go_where_they_say(void **state)
{
    static const struct {
        uint32_t from;
        uint64_t heard_ms;
        const char *line;
        uint32_t to;
    } moves[] = {
        {0, 0, "next sentence", 1},
        {3, 0, "next sentence", 4},
        {2, 1000, "previous sentence", 1},
        {2, 1501, "previous sentence", 2},
        {0, 0, "previous sentence", 0},
        {1, 0, "next paragraph", 4},
        {3, 0, "previous paragraph", 1},
        {1, 0, "previous paragraph", 0},
        {1, 2000, "previous paragraph", 1},
        {2, 0, "next section", 4},
        {8, 0, "previous section", 4},
        {4, 0, "previous section", 1},
        {5, 0, "skip", 7},
        {6, 0, "skip", 7},
        {2, 0, "skip", 4},
        {7, 0, "repeat sentence", 7},
        {8, 0, "repeat paragraph", 7},
        {8, 0, "start", 0},
        {0, 0, "end", LAST},
        {0, 0, "find HALL", 2},
        {2, 0, "find wall", 3},
        {4, 0, "find CAME", 1},
        {0, 0, "find Caf\u00E9", 8},
        {0, 0, "go 0", 0},
        {0, 0, "go 100", LAST},
    };
    struct deck *deck = &((struct stage *)*state)->deck;
    for (size_t i = 0; i < sizeof moves / sizeof *moves; i++) {
        deck->at = (struct spot){.utterance = moves[i].from, .word = 1, .part = 0.5};
        deck->sentence_ms = moves[i].heard_ms;
        deck->playing = i % 2 == 0;
        unsigned effects = command(deck, moves[i].line);
        if (deck->at.utterance != moves[i].to)
            fail_msg("%s from %u: %u, not %u", moves[i].line, moves[i].from, deck->at.utterance, moves[i].to);
        assert_true(effects & EFFECT_MOVE && deck->playing && deck->at.word == 0 && deck->at.part == 0);
    }
}

static void where_nothing_comes_it_is_said(void **state)
{
    static const struct {
        uint32_t from;
        const char *line;
        const char *said;
    } ends[] = {
        {LAST, "next sentence", "last sentence"}, {LAST, "next paragraph", "last paragraph"},
        {7, "next section", "last section"},      {7, "skip", "Nothing comes"},
        {1, "find zebra", "Not found: zebra."},   {1, "next bookmark", "no bookmarks"},
    };
    struct deck *deck = &((struct stage *)*state)->deck;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        deck->at = (struct spot){.utterance = ends[i].from, .word = 1};
        unsigned effects = command(deck, ends[i].line);
        assert_true(effects & EFFECT_SAY && !(effects & EFFECT_MOVE));
        assert_non_null(strstr(deck->say.at, ends[i].said));
        assert_int_equal(deck->at.utterance, ends[i].from);
        assert_int_equal(deck->at.word, 1);
    }
}

static void a_pause_goes_on_at_the_word_and_a_long_one_at_the_sentence(void **state)
{
    struct deck *deck = &((struct stage *)*state)->deck;
    for (uint64_t ms = 9999; ms <= 10002; ms += 3) {
        deck->at = (struct spot){2, 2, 0.7};
        deck->now_ms = 1000;
        assert_true(command(deck, "toggle") & EFFECT_HOLD);
        assert_false(deck->playing);
        deck->now_ms += ms;
        assert_true(command(deck, "toggle") & EFFECT_MOVE);
        assert_true(deck->playing && deck->at.utterance == 2 && deck->at.part == 0);
        assert_int_equal(deck->at.word, ms > 10000 ? 0 : 2);
    }
    assert_int_equal(command(deck, "resume"), EFFECT_NONE);
    command(deck, "pause");
    deck->now_ms += 20000;
    command(deck, "pause"); /* the pause has begun before */
    command(deck, "resume");
    assert_int_equal(deck->at.word, 0);
}

static void rate_and_volume_keep_their_limits(void **state)
{
    struct deck *deck = &((struct stage *)*state)->deck;
    unsigned before = deck->rate_wpm;
    assert_true(command(deck, "faster") & EFFECT_RATE);
    assert_in_range(deck->rate_wpm, before * 109 / 100, before * 111 / 100);
    command(deck, "slower");
    assert_int_equal(deck->rate_wpm, before);
    for (int i = 0; i < 40; i++)
        command(deck, "faster");
    assert_int_equal(deck->rate_wpm, DECK_RATE_MAX);
    assert_non_null(strstr(deck->say.at, "900 words a minute is the limit"));
    for (int i = 0; i < 60; i++)
        command(deck, "slower");
    assert_int_equal(deck->rate_wpm, DECK_RATE_MIN);
    command(deck, "usual rate");
    assert_int_equal(deck->rate_wpm, 175);
    static const char *const wrong[] = {"rate 79", "rate 901",   "rate x", "rate 100000",
                                        "rate -5", "volume 141", "volume", "go 101"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_true(command(deck, wrong[i]) & EFFECT_WRONG);
    for (int i = 0; i < 20; i++)
        command(deck, "softer");
    assert_int_equal(deck->volume, 0);
    for (int i = 0; i < 20; i++)
        command(deck, "louder");
    assert_int_equal(deck->volume, DECK_VOLUME_MAX);
    command(deck, "mute");
    assert_true(deck->muted);
    command(deck, "softer");
    assert_false(deck->muted);
}

static void a_word_is_spelled_and_then_by_the_alphabet(void **state)
{
    struct deck *deck = &((struct stage *)*state)->deck;
    deck->at = (struct spot){.utterance = 2, .word = 1};
    command(deck, "spell word");
    assert_string_equal(deck->say.at, "capital aitch, ay, ell, ell.");
    command(deck, "spell word");
    assert_string_equal(deck->say.at, "capital Hotel, Alfa, Lima, Lima.");
    command(deck, "where");
    command(deck, "spell word");
    assert_string_equal(deck->say.at, "capital aitch, ay, ell, ell.");
    deck->at = (struct spot){.utterance = 8, .word = 0};
    command(deck, "spell word");
    assert_string_equal(deck->say.at, "capital see, ay, eff, \u00E9, ess.");
}

static void where_tells_the_place(void **state)
{
    struct deck *deck = &((struct stage *)*state)->deck;
    deck->at = (struct spot){.utterance = 5};
    command(deck, "where");
    assert_non_null(strstr(deck->say.at, "Sentence 6 of 9, "));
    assert_non_null(strstr(deck->say.at, "less than a minute left.\nSection: What comes next."));
}

static void modes_go_round_and_take_names(void **state)
{
    struct deck *deck = &((struct stage *)*state)->deck;
    static const struct {
        const char *line;
        const char *say;
        unsigned effects;
    } steps[] = {
        {"next verbosity", "Verbosity all.", EFFECT_SAY | EFFECT_MODES},
        {"next verbosity", "Verbosity some.", EFFECT_SAY | EFFECT_MODES},
        {"next verbosity", "Verbosity most.", EFFECT_SAY | EFFECT_MODES},
        {"verbosity most", "Verbosity most.", EFFECT_SAY},
        {"punctuation some", "Punctuation some.", EFFECT_SAY | EFFECT_MODES},
        {"next punctuation", "Punctuation all.", EFFECT_SAY | EFFECT_MODES},
        {"punctuation loud", "There is no level loud, but none, some, all.", EFFECT_WRONG},
        {"next capitals", "Capitals say.", EFFECT_SAY | EFFECT_MODES},
        {"next capitals", "Capitals none.", EFFECT_SAY | EFFECT_MODES},
    };
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        assert_int_equal(command(deck, steps[i].line), steps[i].effects);
        assert_string_equal(deck->say.at, steps[i].say);
    }
    assert_int_equal(deck->modes[MODE_PUNCTUATION], NR_PUNCTUATION_ALL);
}

/* A key that is a mark is heard by its name, and printed as it is. */
static void help_names_every_key(void **state)
{
    struct deck *deck = &((struct stage *)*state)->deck;
    assert_int_equal(command(deck, "help"), EFFECT_SAY | EFFECT_SHOW);
    assert_non_null(strstr(deck->say.at, "full stop: name more marks"));
    assert_non_null(strstr(deck->show.at, ".: name more marks"));
    assert_non_null(strstr(deck->say.at, "question mark: say and print the keys."));
}

static void links_are_told_shortly_and_printed_whole(void **state)
{
    struct stage *stage = *state;
    struct deck *deck = &stage->deck;
    static const struct {
        const char *url;
        const char *told;
    } targets[] = {
        {"https://www.bbc.co.uk/x?y", "bbc.co.uk"},
        {"//user@cdn.example:80", "cdn.example"},
        {"/go?to=https://b.example", "on this site"},
        {"a:b/c", "on this site"},
        {"#part", "on this page"},
        {"MAILTO:ann@b.example?subject=x", "mail to ann@b.example"},
        {"tel:+44", "telephone +44"},
    };
    deck->at = (struct spot){.utterance = 2};
    assert_int_equal(command(deck, "links"), EFFECT_SAY | EFFECT_LINKS);
    assert_string_equal(deck->say.at, "No links in this sentence.");
    struct nr_block *block = &((struct nr_block *)(uintptr_t)stage->article->blocks)[1];
    struct nr_link links[] = {{3, 7, "x"}, {18, 26, "x"}, {31, 34, "http://a.example/"}};
    block->links = links; /* "came" is in the sentence before, "Dr. Hall", "it" in this one */
    block->link_count = 3;
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        struct buf wanted = {0};
        links[1].url = targets[i].url;
        buf_printf(&wanted, "2 links: Dr. Hall, %s; it., a.example.", targets[i].told);
        command(deck, "links");
        assert_string_equal(deck->say.at, wanted.at);
        buf_free(&wanted);
    }
    assert_int_equal(command(deck, "show links"), EFFECT_SAY | EFFECT_SHOW | EFFECT_LINKS);
    assert_string_equal(deck->show.at, "tel:+44\nhttp://a.example/");
    assert_string_equal(deck->say.at, "2 addresses printed.");
    deck->at = (struct spot){.utterance = 1};
    command(deck, "links");
    assert_string_equal(deck->say.at, "One link: came, on this site.");
    struct nr_sentence_link found;
    assert_true(nr_plan_link(deck->plan, 2, 0, &found));
    assert_int_equal(found.token_count, 2);
    assert_int_equal(found.first_token, deck->plan->utterances[2].first_token);
    assert_false(nr_plan_link(deck->plan, 2, 2, &found));
}

static void code_is_told_line_by_line(void **state)
{
    struct stage *stage = *state;
    struct deck *deck = &stage->deck;
    command(deck, "next line");
    assert_string_equal(deck->say.at, "No code and no table from here on.");
    struct nr_block *blocks = (struct nr_block *)(uintptr_t)stage->article->blocks;
    blocks[2].role = NR_TABLE; /* its source is one line */
    deck->at = (struct spot){.utterance = 1};
    command(deck, "next line");
    assert_string_equal(deck->say.at, "Row 1: What comes next");
    command(deck, "next line");
    assert_string_equal(deck->say.at, "That was the last line.");
    command(deck, "next line");
    assert_string_equal(deck->say.at, "Row 1: What comes next");
    blocks[3].role = NR_TABLE;
    command(deck, "next line");
    assert_string_equal(deck->say.at, "Row 2: Sand for bags");
    deck->at = (struct spot){.utterance = LAST};
    command(deck, "next line");
    assert_string_equal(deck->say.at, "No code and no table from here on.");
}

/* What was a reference or stood between tags is told as it is seen, with its marks. */
static void lines_of_code_are_those_of_the_page(void **state)
{
    (void)state;
    static const char markdown[] =
        "# A\n\nIt is here.\n\n```\nif (a &amp;&amp; b)\n{\n\n    x_1 = 2.5; ------\n}\n```\n";
    static const char *const lines[] = {
        "Line 1: if left bracket a ampersand amp semicolon ampersand amp semicolon b right bracket",
        "Line 2: left brace",
        "Line 3: empty",
        "Line 4: x underscore 1 equals 2 dot 5 semicolon hyphen",
        "Line 5: right brace",
        "That was the last line."};
    struct nr_settings settings = {.from = NR_INPUT_MARKDOWN};
    struct nr_article *article;
    struct nr_voice *voice;
    struct nr_error error;
    struct deck deck = {.rate_wpm = 175, .pauses = 100};
    assert_true(nr_read_article("a.md", markdown, sizeof markdown - 1, &settings, &article, &error));
    assert_true(nr_voice_parse("test", "", 0, &voice, &error));
    assert_true(nr_plan_article(article, voice, &settings, &deck.plan, &error));
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        command(&deck, "next line");
        assert_string_equal(deck.say.at, lines[i]);
    }
    buf_free(&deck.say);
    buf_free(&deck.show);
    nr_voice_free(voice);
    nr_article_free(article);
}

static void pauses_have_a_length_of_their_own(void **state)
{
    struct deck *deck = &((struct stage *)*state)->deck;
    command(deck, "longer pauses");
    assert_string_equal(deck->say.at, "Pauses 125 percent.");
    for (unsigned i = 0; i < 20; i++)
        command(deck, "shorter pauses");
    assert_int_equal(deck->pauses, DECK_PAUSES_MIN);
    assert_int_equal(command(deck, "pauses 400"), EFFECT_SAY);
    assert_int_equal(deck->pauses, 400);
    assert_int_equal(command(deck, "pauses 401"), EFFECT_WRONG);
    assert_int_equal(deck->rate_wpm, 175);
}

static void bookmarks_are_kept_in_order(void **state)
{
    struct deck *deck = &((struct stage *)*state)->deck;
    static const uint32_t places[] = {7, 2, 4};
    for (size_t i = 0; i < 3; i++) {
        deck->at = (struct spot){.utterance = places[i]};
        command(deck, "bookmark");
    }
    deck->at = (struct spot){.utterance = 2};
    command(deck, "next bookmark");
    assert_int_equal(deck->at.utterance, 4);
    command(deck, "bookmark"); /* once more removes it */
    command(deck, "next bookmark");
    assert_int_equal(deck->at.utterance, 7);
    command(deck, "next bookmark");
    assert_int_equal(deck->at.utterance, 2);
    command(deck, "bookmarks");
    assert_string_equal(deck->say.at,
                        "Bookmarks: 2.\nSentence 3: Dr. Hall saw it.\nSentence 8: Nobody knows the cost.");
}

static void commands_are_found_by_their_longest_words(void **state)
{
    (void)state;
    struct str argument;
    assert_string_equal(control_find(str_of(" bookmarks "), &argument)->words, "bookmarks");
    assert_string_equal(control_find(str_of("find a b"), &argument)->words, "find");
    assert_true(str_equal(argument, STR("a b")));
    assert_string_equal(control_find(str_of("next article"), &argument)->words, "next article");
    static const char *const none[] = {"", "next", "nextsentence", "pause now", "Pause", "find_x"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_null(control_find(str_of(none[i]), &argument));
}

static void every_frame_has_a_place_and_back(void **state)
{
    (void)state;
    static const uint32_t marks[] = {120, 700, 700, 1500}, slower[] = {240, 1400, 1400, 3000};
    for (uint32_t frame = 0; frame <= 2000; frame += 7) {
        struct spot spot = spot_at(3, frame, marks, 4, 2000);
        uint64_t back = spot_frame(spot, marks, 4, 2000);
        assert_in_range(back + 1, frame, frame + 1);
        uint64_t twice = spot_frame(spot, slower, 4, 4000);
        assert_in_range(twice + 2, 2 * frame, 2 * frame + 2);
    }
    assert_int_equal(spot_at(3, 5000, marks, 4, 2000).word, 4);
    assert_int_equal(spot_at(3, 10, NULL, 0, 0).word, 0);
}

static void the_tape_tells_what_is_heard(void **state)
{
    (void)state;
    struct tape tape = {0};
    struct cursor heard;
    assert_false(tape_heard(&tape, 0, &heard));
    for (uint64_t frame = 0; frame < 1000; frame += 100)
        tape_push(&tape, (struct cursor){.index = 4, .frame = frame}, 100);
    tape_push(&tape, (struct cursor){.index = 5}, 300);
    assert_true(tape_heard(&tape, 900, &heard));
    assert_true(heard.index == 4 && heard.frame == 400);
    assert_true(tape_heard(&tape, 5000, &heard)); /* a device that claims more than it got */
    assert_true(heard.index == 4 && heard.frame == 0);
    assert_true(tape_heard(&tape, 100, &heard));
    assert_int_equal(heard.index, 5);
    assert_true(tape_heard(&tape, 100, &heard));
    assert_true(heard.index == 5 && heard.frame == 200);
    assert_true(tape_heard(&tape, 0, &heard));
    assert_true(heard.index == 5 && heard.frame == 300);
}

static void keys_are_told_apart(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        const char *names; /* spaces between; - for a key without a name */
    } inputs[] = {
        {"a\033[C\033OD \r", "a right left space enter"},
        {"\033[5~\033[6~\033[1~\033[4~", "pageup pagedown home end"},
        {"\033[1;5C\033[99~x", "- - x"},
        {"\033", "escape"},
        {"\033\033", "escape"},
        {"\033x", "-"},
        {"\303\251\342\202\254", "\303\251 \342\202\254"},
        {"\303x", "- x"},
        {"\177\004\001?", "backspace ctrl-d - ?"},
        {"\033[", "-"},
    };
    for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++) {
        struct keys keys = {0};
        struct buf names = {0};
        char name[KEY_NAME_MAX];
        for (const char *at = inputs[i].bytes; *at; at++) { /* a byte at a time */
            keys_add(&keys, at, 1);
            while (keys_take(&keys, at[1] == '\0', name))
                buf_printf(&names, "%s%s", names.length ? " " : "", *name ? name : "-");
        }
        assert_string_equal(names.at, inputs[i].names);
        buf_free(&names);
    }
}

static void keys_can_be_changed(void **state)
{
    (void)state;
    struct nr_arena *arena = arena_new();
    struct keymap *map;
    struct nr_error error;
    struct str argument;
    assert_true(keymap_make("n=next sentence, 1 = rate 150,q=,==louder,,=softer", arena, &map, &error));
    assert_string_equal(keymap_find(map, "n", &argument)->words, "next sentence");
    assert_string_equal(keymap_find(map, "1", &argument)->words, "rate");
    assert_true(str_equal(argument, STR("150")));
    assert_null(keymap_find(map, "q", &argument));
    assert_string_equal(keymap_find(map, "=", &argument)->words, "louder");
    assert_string_equal(keymap_find(map, ",", &argument)->words, "softer");
    assert_string_equal(keymap_find(map, "right", &argument)->words, "next sentence");
    assert_string_equal(keymap_keys(map, control_find(STR("quit"), &argument)), "ctrl-c, ctrl-d");
    assert_string_equal(keymap_keys(map, control_find(STR("next article"), &argument)), "");
    static const char *const wrong[] = {"n", "nn=quit", "n=jump", "f99=quit", "=quit", "n=pause now"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_false(keymap_make(wrong[i], arena, &map, &error));
        assert_int_equal(error.status, NR_USAGE);
    }
    arena_free(arena);
}

/* The table itself: words are unlike, keys exist and are given once. */
static void the_table_is_sound(void **state)
{
    (void)state;
    struct buf seen = {0};
    for (size_t i = 0; control_at(i); i++) {
        struct str rest = str_of(control_at(i)->keys), argument;
        assert_ptr_equal(control_find(str_of(control_at(i)->words), &argument), control_at(i));
        while (rest.length) {
            size_t end = str_find(rest, STR(" "));
            char key[KEY_NAME_MAX + 2];
            snprintf(key, sizeof key, " %.*s ", (int)end, rest.at);
            if (str_find(buf_str(&seen), str_of(key)) < seen.length)
                fail_msg("key '%s' stands twice", key);
            buf_append(&seen, str_of(key));
            key[end + 1] = '\0';
            assert_true(keys_know(key + 1));
            rest = str_slice(rest, end + 1, rest.length);
        }
        assert_true(!control_at(i)->argument == (control_at(i)->ask == WORDS_NONE));
    }
    buf_free(&seen);
}

#define ON_DECK(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_DECK(the_plan_is_as_expected),
        ON_DECK(moves_go_where_they_say),
        ON_DECK(where_nothing_comes_it_is_said),
        ON_DECK(a_pause_goes_on_at_the_word_and_a_long_one_at_the_sentence),
        ON_DECK(rate_and_volume_keep_their_limits),
        ON_DECK(a_word_is_spelled_and_then_by_the_alphabet),
        ON_DECK(where_tells_the_place),
        ON_DECK(modes_go_round_and_take_names),
        ON_DECK(help_names_every_key),
        ON_DECK(links_are_told_shortly_and_printed_whole),
        ON_DECK(code_is_told_line_by_line),
        cmocka_unit_test(lines_of_code_are_those_of_the_page),
        ON_DECK(pauses_have_a_length_of_their_own),
        ON_DECK(bookmarks_are_kept_in_order),
        cmocka_unit_test(commands_are_found_by_their_longest_words),
        cmocka_unit_test(every_frame_has_a_place_and_back),
        cmocka_unit_test(the_tape_tells_what_is_heard),
        cmocka_unit_test(keys_are_told_apart),
        cmocka_unit_test(keys_can_be_changed),
        cmocka_unit_test(the_table_is_sound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
