#include "phrase.h"

#include "fail.h"
#include "messages.h"
#include "narrator/lexicon.h"
#include "narrator/playback.h"

#include <string.h>

/* What is made on the way, in this order. */
struct making {
    struct nr_settings settings;
    struct nr_voice *voice;
    struct nr_article *article;
    const struct nr_plan *plan;
    struct nr_speaker *speaker;
};

/* "/S'i:/": phonemes, said in the place of all that was written. */
static bool respell_by_phonemes(struct nr_utterance *utterance, const struct nr_article *article,
                                const char *respelling, struct nr_error *error)
{
    struct nr_arena *arena = article->arena;
    struct nr_pronunciation *said = arena_alloc(arena, sizeof *said);
    size_t wrong, length = strlen(article->blocks[0].text);
    const char *why;
    const char *phonemes = arena_string(arena, (struct str){respelling + 1, strlen(respelling) - 2});
    if (!nr_phonemes_check(phonemes, &wrong, &why))
        return fail(error, NR_USAGE, "--as: at '%s': %s; docs/lexicon.md lists them", phonemes + wrong, why);
    if (length > NR_UTTERANCE_BYTES_MAX)
        return fail(error, NR_USAGE, "%zu bytes are too long for one phrase", length);
    *said = (struct nr_pronunciation){0, (uint32_t)length, phonemes};
    utterance->text = article->blocks[0].text;
    utterance->length = (uint32_t)length;
    utterance->pronunciations = said;
    utterance->pronunciation_count = 1;
    return true;
}

static bool is_phonemes(struct str respelling)
{
    return respelling.length > 2 && str_starts(respelling, STR("/")) && str_ends(respelling, STR("/"));
}

/* All that was written is one token, and the respelling is what it is spoken as. */
static bool respell(struct making *making, const char *respelling, struct nr_error *error)
{
    struct nr_arena *arena = making->article->arena;
    size_t length = strlen(respelling);
    if (length > NR_UTTERANCE_BYTES_MAX)
        return fail(error, NR_USAGE, "--as: %zu bytes are too long for one phrase", length);
    struct nr_plan *plan = arena_copy(arena, making->plan, sizeof *plan);
    struct nr_token *token = arena_alloc(arena, sizeof *token);
    struct nr_utterance *utterance = arena_copy(arena, &plan->utterances[0], sizeof *utterance);
    utterance->text = respelling;
    utterance->length = (uint32_t)length;
    utterance->token_count = 1;
    utterance->pronunciation_count = 0;
    if (is_phonemes(str_of(respelling)) && !respell_by_phonemes(utterance, making->article, respelling, error))
        return false;
    *token = (struct nr_token){
        .written = {0, making->article->source_length}, .spoken_end = utterance->length, .rule = "as told"};
    plan->utterances = utterance;
    plan->tokens = token;
    plan->utterance_count = plan->token_count = plan->chapter_count = 1;
    making->plan = plan;
    return true;
}

static bool plan_phrase(struct making *making, const struct phrase *phrase, struct nr_error *error)
{
    const struct nr_settings *settings = &making->settings;
    return nr_voice_load(phrase->voice, settings, &making->voice, error) &&
           nr_read_article(phrase->name, phrase->text, strlen(phrase->text), settings, &making->article, error) &&
           nr_plan_article(making->article, making->voice, settings, &making->plan, error) &&
           (!phrase->respelling || respell(making, phrase->respelling, error));
}

/* Sound that is missing from what was played can't be told apart from silence by ear alone: the notes tell. */
bool phrase_play(const struct phrase *phrase, const struct options *options, struct nr_error *error)
{
    struct making making = {.settings = options_settings(options)};
    struct nr_playback playback = {.output = options->device, .keys_fd = -1, .control_fd = -1};
    struct nr_player *player = NULL;
    enum nr_play_end end;
    making.settings.from = NR_INPUT_PROSE;
    bool done = nr_player_open(&playback, &making.settings, &player, error) &&
                plan_phrase(&making, phrase, error) && nr_player_ready(player, making.plan->sample_rate, error) &&
                nr_player_play(player, making.plan, making.voice, 0, &end, error);
    nr_player_close(player);
    if (making.article && !options->quiet)
        message_notes(making.article);
    nr_article_free(making.article);
    nr_voice_free(making.voice);
    return done;
}

bool phrase_write(const struct phrase *phrase, const struct options *options, const struct output *output,
                  struct nr_error *error)
{
    struct making making = {.settings = options_settings(options)};
    const struct nr_recording *recording;
    making.settings.from = NR_INPUT_PROSE;
    bool done = plan_phrase(&making, phrase, error) && output_may_write(options, making.article, output, error) &&
                nr_speaker_open(&making.settings, &making.speaker, error) &&
                nr_record_plan(making.plan, making.speaker, &making.settings, &recording, error) &&
                output_write(options, output, recording, &making.settings, error);
    if (making.article && !options->quiet)
        message_notes(making.article);
    done = done && output_tell(options, output, recording, error);
    nr_speaker_close(making.speaker);
    nr_article_free(making.article);
    nr_voice_free(making.voice);
    return done;
}
