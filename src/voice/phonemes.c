#include "narrator/lexicon.h"

#include "str.h"

#include <string.h>

#define WORD_BYTES_MAX 48 /* longer ones overrun a word buffer of the engine together with what it is written in  \
                           */

/* The mnemonics of English that each of espeak-ng's English voices says; the r of "A@" is heard where the accent
 * has it.  espeak-ng itself says nothing at all of a word with one that it does not know. */
static const char *const mnemonics[] = {
    "0",  "3", "3:", "@",  "@L", "A:", "A@", "D", "E",  "I",   "I2", "N",   "O:", "O@", "OI",
    "S",  "T", "U",  "U@", "V",  "VR", "Z",  "a", "aI", "aI@", "aU", "aU@", "aa", "b",  "d",
    "dZ", "e", "e:", "e@", "eI", "f",  "g",  "h", "i",  "i:",  "i@", "i@3", "j",  "k",  "l",
    "m",  "n", "o@", "oU", "p",  "r",  "s",  "t", "tS", "u",   "u:", "v",   "w",  "x",  "z",
};

/* Before the vowel of a syllable: stressed, half stressed, not stressed. */
static const char stresses[] = "',%";

/* The longest mnemonic that the text starts with, as espeak-ng takes them; 0 when there is none. */
static size_t take_mnemonic(struct str text)
{
    size_t longest = 0;
    for (size_t i = 0; i < sizeof mnemonics / sizeof *mnemonics; i++) {
        struct str mnemonic = str_of(mnemonics[i]);
        if (mnemonic.length > longest && str_starts(text, mnemonic))
            longest = mnemonic.length;
    }
    return longest;
}

static bool is_vowel(char first)
{
    return memchr("0378@AEIOUVaeiou", first, 16) != NULL;
}

static bool wrong_at(size_t at, const char *what, size_t *wrong, const char **why)
{
    *wrong = at;
    *why = what;
    return false;
}

bool nr_phonemes_check(const char *phonemes, size_t *wrong, const char **why)
{
    struct str text = str_of(phonemes);
    size_t word = 0, taken;
    bool vowel = false;
    if (text.length > NR_PHONEMES_BYTES_MAX)
        return wrong_at(NR_PHONEMES_BYTES_MAX, "these are too many phonemes for one entry", wrong, why);
    for (size_t at = 0; at < text.length; at += taken) {
        taken = memchr(stresses, text.at[at], sizeof stresses - 1) || text.at[at] == ' '
                    ? 1
                    : take_mnemonic(str_slice(text, at, text.length));
        if (!taken)
            return wrong_at(at, "no phoneme of English that espeak-ng knows", wrong, why);
        if (text.at[at] == ' ' && (at == word || at + 1 == text.length))
            return wrong_at(at, "a space has phonemes on both sides", wrong, why);
        word = text.at[at] == ' ' ? at + 1 : word;
        vowel = vowel || is_vowel(text.at[at]);
        if (at + taken - word > WORD_BYTES_MAX)
            return wrong_at(at, "these are too many phonemes without a space", wrong, why);
    }
    return vowel || wrong_at(0, "there is no vowel among the phonemes", wrong, why);
}
