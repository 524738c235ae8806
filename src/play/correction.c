#include "correction.h"

#include "place.h"
#include "walk.h"

#include <fcntl.h>
#include <unistd.h>

/* A tab or a line end would break the entry. */
static void append_field(struct buf *entry, struct str text, char end)
{
    for (size_t i = 0; i < text.length; i++)
        buf_append_char(entry, (unsigned char)text.at[i] < ' ' ? ' ' : text.at[i]);
    buf_append_char(entry, end);
}

static void append_entry(struct buf *entry, const struct deck *deck)
{
    const struct nr_article *article = deck->plan->article;
    const struct nr_utterance *said = &deck->plan->utterances[deck->at.utterance];
    const struct nr_token *token = spot_token(deck->plan, deck->at.utterance, deck->at.word);
    struct str source = {article->source, article->source_length};
    struct nr_token none = {.written = {0, 0}};
    token = token ? token : &none;
    buf_printf(entry, "# %s:%zu: ", article->name, place_of(source, token->written.start).line);
    append_field(entry, walk_written(deck->plan, deck->at.utterance), '\n');
    append_field(entry, str_slice(source, token->written.start, token->written.end), '\t');
    append_field(entry, str_slice((struct str){said->text, said->length}, token->spoken_start, token->spoken_end),
                 '\n');
}

bool correction_note(const char *state_dir, const struct deck *deck)
{
    struct buf path = {0}, entry = {0};
    if (!state_dir)
        return false;
    buf_printf(&path, "%s/corrections.lexicon", state_dir);
    append_entry(&entry, deck);
    int fd = open(path.at, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    bool done = fd >= 0 && write(fd, entry.at, entry.length) == (ssize_t)entry.length;
    if (fd >= 0 && close(fd) != 0)
        done = false;
    buf_free(&entry);
    buf_free(&path);
    return done;
}
