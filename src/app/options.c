#include "options.h"

#include "buf.h"
#include "fail.h"
#include "option_ways.h"
#include "paths.h"
#include "signals.h"

#include <stdlib.h>
#include <string.h>

#define ENGINE_RATE_MAX 449
#define FIELD(name)     offsetof(struct options, name)
#define FOR_READING     (FOR_NARRATE | FOR_SHOW | FOR_BATCH | FOR_PLAY)
#define FOR_WORDS       (FOR_READING | FOR_NORMALISE | FOR_SAY)
#define FOR_SOUND       (FOR_NARRATE | FOR_SAY | FOR_BATCH)
#define FOR_FILES       (FOR_NARRATE | FOR_BATCH)

static const struct option options_table[] = {
    {"output", 'o', "PATH", "a file, a folder, or - for standard output", "beside the article", FOR_SOUND,
     OPTION_TEXT, FIELD(output), 0, 0, false},
    {"output", 'o', "OUTPUT", "where it is heard: pulse, alsa:DEVICE, speechd, null, file:FILE, paced:FILE",
     "the first that works", FOR_PLAY, OPTION_TEXT, FIELD(device), 0, 0, false},
    {"device", 0, "OUTPUT", "where it is heard: pulse, alsa:DEVICE, speechd, null, file:FILE, paced:FILE",
     "the first that works", FOR_SAY, OPTION_TEXT, FIELD(device), 0, 0, false},
    {"format", 'f', "FORMAT", "kind of file; else the output's extension decides", "from the output, else ogg",
     FOR_SOUND, OPTION_FORMAT, FIELD(format), 0, 0, false},
    {"voice", 'v', "VOICE", "who speaks: a name of 'narrate voices', or a path", "the default voice", FOR_WORDS,
     OPTION_TEXT, FIELD(voice), 0, 0, false},
    {"engine", 0, "ENGINE", "what speaks: espeak-ng, or tone and tone-wild for tests", "espeak-ng",
     FOR_SOUND | FOR_PLAY, OPTION_TEXT, FIELD(engine), 0, 0, false},
    {"rate", 'r', "WPM", "words a minute, 80 to 449", "the voice's own", FOR_FILES | FOR_SHOW | FOR_SAY,
     OPTION_NUMBER, FIELD(rate_wpm), 80, 449, false},
    {"rate", 'r', "WPM", "words a minute, 80 to 900", "as last time, else the voice's own", FOR_PLAY,
     OPTION_NUMBER, FIELD(rate_wpm), 80, 900, false},
    {"pauses", 0, "PERCENT", "how long pauses are, 10 to 400 percent of the voice's own", "100", FOR_PLAY,
     OPTION_NUMBER, FIELD(pauses), 10, 400, false},
    {"keys", 0, "KEY=COMMAND", "other keys, comma list: 'n=next sentence, 1=rate 150'", "as help '?' says",
     FOR_PLAY, OPTION_TEXT, FIELD(keys), 0, 0, false},
    {"control", 0, "FILE", "take commands from there, a line each; - is standard input", "none", FOR_PLAY,
     OPTION_TEXT, FIELD(control), 0, 0, false},
    {"show-text", 0, NULL, "print each sentence as it is spoken", "no", FOR_PLAY, OPTION_FLAG, FIELD(show_text), 0,
     0, false},
    {"list", 0, NULL, "list what was played: state, minutes left, title", NULL, FOR_PLAY, OPTION_FLAG, FIELD(list),
     0, 0, true},
    {"locale", 0, "LOCALE", "how numbers and dates are read: en-GB, en-US", "the article's", FOR_WORDS,
     OPTION_TEXT, FIELD(locale), 0, 0, false},
    {"lexicon", 0, "FILE", "how words and names are said; repeatable, or with : between", "none",
     FOR_WORDS | FOR_LEXICON, OPTION_FILES, FIELD(lexicons), 0, 0, false},
    {"title", 0, "TITLE", "the recording's title", "the article's", FOR_NARRATE | FOR_SHOW, OPTION_TEXT,
     FIELD(title), 0, 0, false},
    {"title", 0, "TITLE", "of the lists of recordings", "the folder's name", FOR_BATCH, OPTION_TEXT,
     FIELD(list_title), 0, 0, true},
    {"from", 0, "KIND", "how to read the input; prose has no headlines", "auto", FOR_READING, OPTION_INPUT,
     FIELD(from), 0, 0, false},
    {"any-page", 0, NULL, "read web pages that are no article too: indexes, logins, errors", "no", FOR_READING,
     OPTION_FLAG, FIELD(any_page), 0, 0, false},
    {"no-rule", 0, "RULE", "read without this rule; 'all', a comma list, repeatable", "none", FOR_WORDS,
     OPTION_RULES, FIELD(rules_off), 0, 0, false},
    {"quotes", 0, "HOW", "how quotations sound", "voice", FOR_WORDS, OPTION_QUOTES, FIELD(quotes), 0, 0, false},
    {"verbosity", 0, "LEVEL", "what is told of: running text alone, most things, or all, announced", "most",
     FOR_READING, OPTION_VERBOSITY, FIELD(verbosity), 0, 0, false},
    {"punctuation", 0, "LEVEL", "which marks are named: none, brackets and the like, or all", "none", FOR_WORDS,
     OPTION_PUNCTUATION, FIELD(punctuation), 0, 0, false},
    {"capitals", 0, "HOW", "'say' puts 'cap' before each word with a capital", "none", FOR_WORDS, OPTION_CAPITALS,
     FIELD(capitals), 0, 0, false},
    {"speak", 0, "ROLE", "speak these too; comma list, repeatable", "the usual roles", FOR_READING, OPTION_ROLES,
     FIELD(speak_roles), 0, 0, false},
    {"skip", 0, "ROLE", "do not speak these; comma list, repeatable", "none", FOR_READING, OPTION_ROLES,
     FIELD(skip_roles), 0, 0, false},
    {"loudness", 0, "HOW", "podcast (-19 LUFS), acx, ebur128 (-23), none, or LUFS: -40 to -9", "podcast",
     FOR_SOUND | FOR_PLAY, OPTION_LOUDNESS, FIELD(loudness), 0, 0, false},
    {"quality", 0, "N", "of ogg, opus and mp3: 1 to 10, 10 is the best", "good for speech", FOR_FILES,
     OPTION_NUMBER, FIELD(quality), 1, 10, false},
    {"bitrate", 0, "KBPS", "of ogg, opus and mp3, on average, 8 to 320", "as the quality has it", FOR_FILES,
     OPTION_NUMBER, FIELD(bitrate_kbps), 8, 320, false},
    {"cover", 0, "FILE", "cover art, a JPEG or PNG picture, or none", "the article's own image", FOR_FILES,
     OPTION_TEXT, FIELD(cover), 0, 0, false},
    {"chapters", 0, "KIND", "a side file with the chapters, beside the output", "none", FOR_FILES, OPTION_CHAPTERS,
     FIELD(chapters), 0, 0, false},
    {"stream", 0, NULL, "to a pipe, heard from the first sentence on, without chapters", "no", FOR_NARRATE,
     OPTION_FLAG, FIELD(stream), 0, 0, false},
    {"json", 0, NULL, "print a receipt of each file instead of its path, a line of JSON", "no", FOR_NARRATE,
     OPTION_FLAG, FIELD(json), 0, 0, false},
    {"verify", 0, NULL, "decode each file and compare it with what was spoken", "no", FOR_NARRATE, OPTION_FLAG,
     FIELD(verify), 0, 0, false},
    {"join", 0, NULL, "one recording of all articles, a chapter each; needs --output", "no", FOR_NARRATE,
     OPTION_FLAG, FIELD(join), 0, 0, true},
    {"jobs", 'j', "N", "sentences spoken, pieces written at a time", "the processors", FOR_FILES, OPTION_NUMBER,
     FIELD(jobs), 1, 64, false},
    {"force", 0, NULL, "overwrite files that narrate did not make", "no", FOR_SOUND | FOR_VOICES, OPTION_FLAG,
     FIELD(force), 0, 0, false},
    {"strict", 0, NULL, "write no file when words would be missing", "no", FOR_FILES, OPTION_FLAG, FIELD(strict),
     0, 0, false},
    {"progress", 0, "HOW", "show progress; auto: on a terminal only", "auto", FOR_FILES, OPTION_PROGRESS,
     FIELD(progress), 0, 0, false},
    {"as", 0, "VIEW", "what to print", "blocks", FOR_SHOW, OPTION_VIEW, FIELD(view), 0, 0, false},
    {"as", 0, "SOUND", "say this instead, words or /phonemes/: a way to try a pronunciation", NULL, FOR_SAY,
     OPTION_TEXT, FIELD(respelling), 0, 0, true},
    {"to", 0, "FILE", "the lexicon that 'add' adds to", "your own", FOR_LEXICON, OPTION_TEXT, FIELD(to), 0, 0,
     true},
    {"sample", 0, "DIR", "write a sample of each voice there, DIR/VOICE.wav", NULL, FOR_VOICES, OPTION_TEXT,
     FIELD(sample), 0, 0, true},
    {"include", 0, "GLOB", "only files of these names; comma list, repeatable", "txt, md, html, mhtml, jsonl",
     FOR_BATCH, OPTION_LIST, FIELD(include), 0, 0, false},
    {"exclude", 0, "GLOB", "no files or folders of these names; comma list, repeatable", "none", FOR_BATCH,
     OPTION_LIST, FIELD(exclude), 0, 0, false},
    {"print0", '0', NULL, "the names of a list end in NUL, as find -print0 prints them", "no", FOR_BATCH,
     OPTION_FLAG, FIELD(print0), 0, 0, false},
    {"remake", 0, "WHAT", "what counts as a change; comma list, repeatable", "text,settings", FOR_BATCH,
     OPTION_REMAKE, FIELD(remake), 0, 0, false},
    {"timeout", 0, "SECONDS", "give an article up after so long", "600, and 1 a kilobyte", FOR_BATCH,
     OPTION_NUMBER, FIELD(timeout_s), 1, 999999, false},
    {"watch", 0, NULL, "go on, and narrate what is put into the folder", "no", FOR_BATCH, OPTION_FLAG,
     FIELD(watch), 0, 0, true},
    {"digest", 0, "LENGTH", "join the recordings to files of about 45min, 2h ...", "no", FOR_BATCH, OPTION_TEXT,
     FIELD(digest), 0, 0, false},
    {"feed", 0, "URL", "write feed.xml, a podcast; URL is where OUT will be found", "none", FOR_BATCH, OPTION_TEXT,
     FIELD(feed), 0, 0, false},
    {"feed-public", 0, NULL, "podcast directories may list the feed", "no", FOR_BATCH, OPTION_FLAG,
     FIELD(feed_public), 0, 0, false},
    {"no-index", 0, NULL, "write no index.html and index.m3u8", "no", FOR_BATCH, OPTION_FLAG, FIELD(no_index), 0,
     0, false},
    {"log", 0, "FILE", "a line of JSON for each article", "none", FOR_BATCH, OPTION_TEXT, FIELD(log), 0, 0, false},
    {"junit", 0, "FILE", "a report as JUnit's, for build servers", "none", FOR_BATCH, OPTION_TEXT, FIELD(junit), 0,
     0, false},
    {"shard", 0, "I/N", "only part I of N, or auto, auto/N: as the job's scheduler says", "all", FOR_BATCH,
     OPTION_TEXT, FIELD(shard), 0, 0, false},
    {"merge", 0, NULL, "add up what the shards did; print what is missing or poisoned", "no", FOR_BATCH,
     OPTION_FLAG, FIELD(merge), 0, 0, true},
    {"dry-run", 'n', NULL, "print what would be made, and why: article, file, cause", "no", FOR_BATCH, OPTION_FLAG,
     FIELD(dry_run), 0, 0, true},
    {"retry-failed", 0, NULL, "try again what failed for good", "no", FOR_BATCH, OPTION_FLAG, FIELD(retry_failed),
     0, 0, true},
    {"fail-fast", 0, NULL, "start no more articles when one has failed", "no", FOR_BATCH, OPTION_FLAG,
     FIELD(fail_fast), 0, 0, false},
    {"prune", 0, NULL, "delete the recordings of articles that are gone", "no", FOR_BATCH, OPTION_FLAG,
     FIELD(prune), 0, 0, false},
    {"quiet", 'q', NULL, "print errors only", "no", FOR_WORDS | FOR_VOICES | FOR_LEXICON, OPTION_FLAG,
     FIELD(quiet), 0, 0, false},
    {"print-config", 0, NULL, "print every value and where it comes from", NULL, FOR_ALL, OPTION_FLAG,
     FIELD(print_config), 0, 0, true},
    {"help", 'h', NULL, "print this help", NULL, FOR_ALL, OPTION_FLAG, FIELD(help), 0, 0, true},
    {"version", 'V', NULL, "print the version", NULL, FOR_ALL, OPTION_FLAG, FIELD(version), 0, 0, true},
};

#define OPTION_COUNT (sizeof options_table / sizeof *options_table)
_Static_assert(OPTION_COUNT <= OPTIONS_MAX, "OPTIONS_MAX holds a setting per option");

const struct option *option_at(size_t index)
{
    return index < OPTION_COUNT ? &options_table[index] : NULL;
}

const struct option *option_find(struct str name)
{
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        if (str_equal(str_of(options_table[i].name), name))
            return &options_table[i];
    }
    return NULL;
}

const struct option *option_find_for(const struct option *option, const struct command *command)
{
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        if (options_table[i].commands & command->bit && strcmp(options_table[i].name, option->name) == 0)
            return &options_table[i];
    }
    return NULL;
}

const struct option *option_find_letter(char letter)
{
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        if (options_table[i].letter != '\0' && options_table[i].letter == letter)
            return &options_table[i];
    }
    return NULL;
}

const char *option_choice(const struct option *option, size_t index)
{
    return option_ways[option->kind].choice ? option_ways[option->kind].choice(index) : NULL;
}

const struct setting *options_setting(const struct options *options, const char *name)
{
    const struct option *first = option_find(str_of(name));
    const struct option *own = option_find_for(first, options->command);
    return &options->settings[(own ? own : first) - options_table];
}

/* Lists of one origin add up; those of a higher one replace them. */
static void make_room(struct options *options, const struct option *option, void *field, struct setting *setting)
{
    const struct setting *old = &options->settings[option - options_table];
    char between = option_ways[option->kind].between;
    if (!between)
        return;
    if (old->origin == setting->origin)
        setting->value = arena_printf(options->arena, "%s%c%s", old->value, between, setting->value);
    else if (option_way_is_set(option))
        *(unsigned *)field = 0;
}

bool options_set(struct options *options, const struct option *option, struct setting setting,
                 struct nr_error *error)
{
    struct options scratch = {0};
    struct setting *old = &options->settings[option - options_table];
    bool wins = setting.origin >= old->origin && (option->commands & options->command->bit);
    void *field = (char *)(wins ? options : &scratch) + option->offset;
    if (wins)
        make_room(options, option, field, &setting);
    struct nr_error wrong;
    if (!option_ways[option->kind].store(option, field, setting.value, &wrong))
        return fail(error, wrong.status, "%s: %s", setting.place, wrong.message);
    if (wins)
        *old = setting;
    return true;
}

/* Silence at both ends, as each set of rules wants it.  ACX: 0.5 to 1 s, 1 to 5 s. */
static const struct {
    unsigned head_ms;
    unsigned tail_ms;
} ends[] = {
    [NR_LOUDNESS_PODCAST] = {250, 500}, [NR_LOUDNESS_ACX] = {750, 1500}, [NR_LOUDNESS_EBUR128] = {250, 500},
    [NR_LOUDNESS_NONE] = {0, 0},        [NR_LOUDNESS_LUFS] = {250, 500},
};

/* "a:b" as a list that ends with NULL; NULL for NULL. */
static const char *const *split_files(struct nr_arena *arena, const char *files)
{
    struct str rest = str_of(files);
    size_t count = 0;
    if (!files)
        return NULL;
    const char **list = arena_alloc(arena, (rest.length + 2) * sizeof *list);
    while (rest.length) {
        struct str file = str_slice(rest, 0, str_find(rest, STR(":")));
        if (file.length)
            list[count++] = arena_string(arena, file);
        rest = str_slice(rest, file.length + 1, rest.length);
    }
    return list;
}

struct nr_settings options_settings(const struct options *options)
{
    unsigned skipped = options->skip_roles;
    if (options_setting(options, "speak")->origin > options_setting(options, "skip")->origin)
        skipped &= ~options->speak_roles;
    return (struct nr_settings){
        .from = (enum nr_input)options->from,
        .any_page = options->any_page,
        .quotes = (enum nr_quotes)options->quotes,
        .verbosity = (enum nr_verbosity)options->verbosity,
        .punctuation = (enum nr_punctuation)options->punctuation,
        .capitals = (enum nr_capitals)options->capitals,
        .rules_off = options->rules_off,
        .lexicons = split_files(options->arena, options->lexicons),
        .engine = options->engine,
        .locale = options->locale,
        .title = options->title,
        .speak_roles = options->speak_roles,
        .skip_roles = skipped,
        .rate_wpm = options->rate_wpm > ENGINE_RATE_MAX ? ENGINE_RATE_MAX : options->rate_wpm,
        .jobs = options->jobs,
        .head_ms = ends[options->loudness.rule].head_ms,
        .tail_ms = ends[options->loudness.rule].tail_ms,
        .loudness = options->loudness.rule,
        .lufs = options->loudness.lufs,
        .quality = options->quality,
        .bitrate_kbps = options->bitrate_kbps,
        .cover = options->cover && strcmp(options->cover, "none") == 0 ? "" : options->cover,
        .data_dir = paths_data(options->arena),
        .user_dir = paths_user(options->arena),
        .helper_path = paths_helper(options->arena),
        .stop = signals_stop(),
    };
}
