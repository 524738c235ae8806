#include "input.h"

#include "feed.h"
#include "obey.h"
#include "report.h"
#include "utf8.h"
#include "words.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define LINE_MAX_BYTES 4096

size_t input_polls(const struct nr_player *player, struct pollfd polls[INPUT_POLLS])
{
    size_t count = 0;
    if (player->has_terminal)
        polls[count++] = (struct pollfd){.fd = player->playback.keys_fd, .events = POLLIN};
    if (player->playback.control_fd >= 0 && !player->control_ended)
        polls[count++] = (struct pollfd){.fd = player->playback.control_fd, .events = POLLIN};
    return count;
}

int input_patience_ms(const struct nr_player *player, int most)
{
    return player->keys.count && most > KEYS_ESCAPE_MS ? KEYS_ESCAPE_MS : most;
}

static void leave(struct nr_player *player)
{
    player->deck.end = NR_PLAY_QUIT;
    player->leaving = true;
}

static void print(const char *text)
{
    fputs(text, stderr);
    fflush(stderr);
}

/* Reading rests while the listener types. */
static void open_prompt(struct nr_player *player, const struct control *control)
{
    struct buf text = {0};
    words_add(&text, control->ask, "", NULL);
    print(text.at);
    buf_free(&text);
    player->prompt = control;
    player->prompt_played = player->deck.playing;
    player->deck.playing = false;
    player->aside_count = 0;
    feed_seek(player);
}

static void close_prompt(struct nr_player *player, bool done)
{
    const struct control *control = player->prompt;
    player->prompt = NULL;
    player->deck.playing = player->prompt_played;
    print("\n");
    feed_seek(player);
    if (done && player->prompted.length)
        obey(player, control, buf_str(&player->prompted));
    buf_clear(&player->prompted);
}

static void type(struct nr_player *player, const char *key)
{
    struct buf *typed = &player->prompted;
    size_t length;
    if (strcmp(key, "enter") == 0 || strcmp(key, "escape") == 0 || strcmp(key, "ctrl-d") == 0) {
        close_prompt(player, strcmp(key, "enter") == 0);
    } else if (strcmp(key, "backspace") == 0) {
        utf8_before(buf_str(typed), typed->length, &length);
        typed->length -= length;
        if (length)
            print("\b \b");
    } else if (strcmp(key, "space") == 0 || utf8_count(str_of(key)) == 1) {
        const char *text = strcmp(key, "space") == 0 ? " " : key;
        buf_append(typed, str_of(text));
        print(text);
    }
}

static void describe(struct nr_player *player, const char *key)
{
    struct str argument;
    const struct control *control = keymap_find(player->keymap, key, &argument);
    player->describing = false;
    struct buf said = {0};
    buf_clear(&player->deck.say);
    words_keys(&said, str_of(key));
    words_add(&player->deck.say, control ? WORDS_KEYS : WORDS_KEY_FREE, said.at ? said.at : "",
              control ? control->about : "", NULL);
    buf_free(&said);
    obey_say(player);
}

static void press(struct nr_player *player, const char *key)
{
    struct str argument;
    const struct control *control = keymap_find(player->keymap, key, &argument);
    if (player->prompt)
        type(player, key);
    else if (player->describing)
        describe(player, key);
    else if (control && control->argument && !argument.length)
        open_prompt(player, control);
    else if (control)
        obey(player, control, argument);
}

static void take_keys(struct nr_player *player)
{
    char name[KEY_NAME_MAX];
    bool complete = player_now_ms() - player->key_ms >= KEYS_ESCAPE_MS;
    while (!player->leaving && keys_take(&player->keys, complete, name))
        press(player, name);
}

static void read_keys(struct nr_player *player)
{
    char bytes[sizeof player->keys.bytes];
    ssize_t count = read(player->playback.keys_fd, bytes, sizeof bytes - player->keys.count);
    if (count > 0) {
        player->key_ms = player_now_ms();
        keys_add(&player->keys, bytes, (size_t)count);
    } else if (count == 0 || errno != EINTR) {
        leave(player); /* the terminal is gone */
    }
}

static void obey_line(struct nr_player *player, struct str line)
{
    struct str argument = {0};
    struct buf command = {0};
    const struct control *control = control_find(line, &argument);
    unsigned effects = EFFECT_WRONG;
    buf_append(&command, line);
    buf_clear(&player->deck.say);
    if (control && control->argument && !argument.length)
        words_add(&player->deck.say, WORDS_NEEDS, control->words, control->argument, NULL);
    else if (control)
        effects = obey(player, control, argument);
    else
        words_add(&player->deck.say, WORDS_NO_COMMAND, command.at ? command.at : "", NULL);
    report_answer(player, command.at ? command.at : "", effects);
    buf_free(&command);
}

static void take_lines(struct nr_player *player)
{
    for (;;) {
        struct str all = buf_str(&player->line);
        size_t end = str_find(all, STR("\n"));
        if (end == all.length || player->leaving)
            break;
        struct buf rest = {0};
        struct str line = str_trim(str_slice(all, 0, end));
        buf_append(&rest, str_slice(all, end + 1, all.length));
        if (line.length && utf8_invalid(line) == line.length)
            obey_line(player, line);
        buf_free(&player->line);
        player->line = rest;
    }
    if (player->line.length > LINE_MAX_BYTES)
        buf_clear(&player->line);
}

/* Who commanded has gone; what he began goes on to the end. */
static void read_lines(struct nr_player *player)
{
    char bytes[1024];
    ssize_t count = read(player->playback.control_fd, bytes, sizeof bytes);
    if (count > 0)
        buf_append(&player->line, (struct str){bytes, (size_t)count});
    else if (count == 0 || (errno != EINTR && errno != EAGAIN))
        player->control_ended = true;
}

void input_take(struct nr_player *player, const struct pollfd *polls, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!polls[i].revents)
            continue;
        if (player->has_terminal && polls[i].fd == player->playback.keys_fd)
            read_keys(player);
        else
            read_lines(player);
    }
    take_keys(player);
    take_lines(player);
}
