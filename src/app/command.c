#include "command.h"

#include <stdint.h>

static const struct command commands[] = {
    {"narrate", FOR_NARRATE, "narrate [OPTION...] ARTICLE...",
     "turn articles into speech; each ARTICLE becomes ARTICLE.ogg beside it",
     "  narrate article.txt                  makes article.ogg beside it\n"
     "  narrate -o talk.wav -r 200 article.txt\n"
     "  narrate show article.txt --as spoken   shows what would be said\n",
     "article", SIZE_MAX, command_narrate},
    {"play", FOR_PLAY, "narrate play [OPTION...] [ARTICLE|DIR...]",
     "speak now, with keys to pause, move, change the rate; keep the place",
     "  narrate play article.txt\n"
     "  narrate play                        goes on with the last article\n"
     "  narrate play articles/              one after the other, without those that were heard\n",
     NULL, SIZE_MAX, command_play},
    {"batch", FOR_BATCH, "narrate batch [OPTION...] DIR|LIST -o OUT",
     "narrate a folder, several articles at a time; only what has changed is made again",
     "  narrate batch news/ -o spoken/             a recording in spoken/ for each article below news/\n"
     "  narrate batch news/ -o spoken/ --dry-run   what would be made, and why\n"
     "  find . -name '*.md' -print0 | narrate batch -0 - -o spoken/\n",
     "folder or list", 1, command_batch},
    {"show", FOR_SHOW, "narrate show [OPTION...] ARTICLE", "stop before the sound and print what was found",
     "  narrate show article.txt --as blocks    what each paragraph was taken for\n"
     "  narrate show article.txt --as spoken    what would be said\n"
     "  narrate show article.txt --as explain   why it would be said so\n",
     "article", 1, command_show},
    {"normalise", FOR_NORMALISE, "narrate normalise [OPTION...]",
     "a filter: a line of text in, the words that would be said out",
     "  echo 'It rose 5%.' | narrate normalise\n"
     "  narrate normalise <lines.txt >spoken.txt\n"
     "  narrate normalise --locale en-US <lines.txt\n",
     NULL, 0, command_normalise},
    {"say", FOR_SAY, "narrate say [OPTION...] TEXT...", "hear a phrase as it would be read",
     "  narrate say 'It rose 5% on 3 May.'\n"
     "  narrate say --as 'shee' Xi              tries a pronunciation\n"
     "  narrate say -v calm -o evening.wav Good evening.\n",
     "text", SIZE_MAX, command_say},
    {"lexicon", FOR_LEXICON, "narrate lexicon [OPTION...] check|add|affects ...",
     "how words and names are said: check, add, find what an entry changes",
     "  narrate lexicon check [FILE...]              finds what is wrong or without effect\n"
     "  narrate lexicon add Xi shee                  or /S'i:/: into your own, or with --to FILE\n"
     "  narrate lexicon affects Xi *.txt             the articles that say it\n",
     "task", SIZE_MAX, command_lexicon},
    {"voices", FOR_VOICES, "narrate voices [OPTION...]",
     "list the voices: name, language and description, apart by tabs",
     "  narrate voices\n"
     "  narrate voices --sample samples/     writes a sample of each\n"
     "  narrate -v \"$(narrate voices | head -n1 | cut -f1)\" article.txt\n",
     NULL, 0, command_voices},
};

const struct command *command_at(size_t index)
{
    return index < sizeof commands / sizeof *commands ? &commands[index] : NULL;
}

const struct command *command_find(struct str name)
{
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        if (str_equal(str_of(commands[i].name), name))
            return &commands[i];
    }
    return NULL;
}
