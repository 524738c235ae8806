#include "tongue.h"

#include "utf8.h"

#include <pthread.h>
#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#define LOOK_BYTES_MAX   8192 /* of a text: enough to tell */
#define WORDS_LEAST      4    /* fewer different common words prove nothing */
#define WORD_BYTES_MAX   64
#define COMMON_WORDS_MAX 1024 /* there are fewer in all lists */

/* Each language's commonest words that few others have; those shared count for both. */
static const struct common {
    struct tongue tongue;
    const char *words; /* with spaces between */
} commons[] = {
    {{"en", "en"},
     " the of and to in is that was for it with as his on be at by had not are but from have they "
     "which one were her all she there would their we him been has when who will more no if out so "
     "said what up its about than into them can only other new some could time these two may then "
     "do first any my now such like our over me even most made after also did many off before must "
     "a an i you he this "},
    {{"de", "de"},
     " der die und das ist nicht ein eine einen dem den des mit sich auf für auch es im von zu wird "
     "sie wie noch nach bei aus dass oder aber hat sind werden wurde über mehr er ich war haben um "
     "am zum zur vom durch nur wenn kann wir "},
    {{"fr", "fr-fr"},
     " le la les de des et est une un du à dans que qui pour pas sur au avec ce il elle par plus sont "
     "ne se nous vous aux cette ou mais son sa ses ont été comme être fait deux leur avant après selon "},
    {{"es", "es"},
     " el la los las de que y en un una es por con para del se no su al lo como más pero sus le ya "
     "este está entre cuando muy sin sobre también hasta hay donde han "},
    {{"it", "it"},
     " il lo la gli che di è un una per non con sono del della dei delle nel nella si da al alla come "
     "più anche ha ma questo stato essere dal dopo loro tra "},
    {{"pt", "pt"},
     " o os as que de em um uma para com não do da dos das no na por mais se foi ao como mas são "
     "também pela pelo seu sua entre está ser "},
    {{"nl", "nl"},
     " de het een en van is dat niet op te zijn met voor die er aan ook als bij maar om door naar "
     "werd uit nog wordt heeft deze dit hij zij over kan "},
    {{"sv", "sv"},
     " och att det som en är på för av med inte den till har ett om var jag men från så vi kan när "
     "hade under efter eller nu också "},
    {{"da", "da"},
     " og at det er en til af på for med ikke den der har et som om var jeg men fra så vi kan når "
     "havde blev efter eller også "},
    {{"nb", "nb"},
     " og å det er en til av på for med ikke den som har et om var jeg men fra så vi kan når hadde "
     "ble etter eller også "},
    {{"pl", "pl"},
     " i w nie na się z do to że jest o jak po za od ale przez co dla oraz był tym jego są może przy "
     "tylko już "},
    {{"fi", "fi"}, " ja on ei että se oli hän mutta ovat kun niin kuin myös joka mukaan sekä vain jo ole "},
    {{"cs", "cs"}, " a se na je že v to s z do o by jako ale jsou ve pro po který byl podle jeho také "},
    {{"tr", "tr"}, " ve bir bu da de için ile olarak çok daha olan gibi ne sonra kadar ama en var ise "},
    {{"ro", "ro"}, " și de la în a cu nu o că este pe un să din care mai pentru au fost sunt după "},
    {{"hu", "hu"}, " a az és hogy nem is egy ez meg volt csak de mint már még lehet vagy ki "},
};

static const struct script {
    UScriptCode script;
    struct tongue tongue;
} scripts[] = {
    {USCRIPT_CYRILLIC, {"ru", "ru"}}, {USCRIPT_ARABIC, {"ar", "ar"}},   {USCRIPT_GREEK, {"el", "el"}},
    {USCRIPT_HAN, {"zh", "cmn"}},     {USCRIPT_HIRAGANA, {"ja", "ja"}}, {USCRIPT_KATAKANA, {"ja", "ja"}},
    {USCRIPT_HANGUL, {"ko", "ko"}},   {USCRIPT_HEBREW, {"he", "he"}},   {USCRIPT_DEVANAGARI, {"hi", "hi"}},
    {USCRIPT_GEORGIAN, {"ka", "ka"}}, {USCRIPT_ARMENIAN, {"hy", "hy"}}, {USCRIPT_BENGALI, {"bn", "bn"}},
    {USCRIPT_TAMIL, {"ta", "ta"}},
};
#define SCRIPT_COUNT (sizeof scripts / sizeof *scripts)
#define COMMON_COUNT (sizeof commons / sizeof *commons)

/* Letters that one language of a script has and the one it is taken for has not. */
static const struct mark {
    uint32_t code;
    const char *instead_of;
    struct tongue tongue;
} marks[] = {
    {0x0456, "ru", {"uk", "uk"}}, {0x0457, "ru", {"uk", "uk"}}, {0x0454, "ru", {"uk", "uk"}},
    {0x067E, "ar", {"fa", "fa"}}, {0x06AF, "ar", {"fa", "fa"}}, {0x0686, "ar", {"fa", "fa"}},
};

/* Languages that a page may state and no text shows here: the engine has a voice of the same name. */
static const struct tongue stated[] = {
    {"no", "nb"},   {"af", "af"},   {"am", "am"},   {"an", "an"},   {"as", "as"},   {"az", "az"},   {"ba", "ba"},
    {"be", "be"},   {"bg", "bg"},   {"bpy", "bpy"}, {"bs", "bs"},   {"ca", "ca"},   {"cv", "cv"},   {"cy", "cy"},
    {"eo", "eo"},   {"et", "et"},   {"eu", "eu"},   {"ga", "ga"},   {"gd", "gd"},   {"gn", "gn"},   {"grc", "grc"},
    {"gu", "gu"},   {"hak", "hak"}, {"haw", "haw"}, {"hr", "hr"},   {"ht", "ht"},   {"hyw", "hyw"}, {"ia", "ia"},
    {"id", "id"},   {"io", "io"},   {"is", "is"},   {"kk", "kk"},   {"kl", "kl"},   {"kn", "kn"},   {"kok", "kok"},
    {"ku", "ku"},   {"ky", "ky"},   {"la", "la"},   {"lb", "lb"},   {"lfn", "lfn"}, {"lt", "lt"},   {"ltg", "ltg"},
    {"lv", "lv"},   {"mi", "mi"},   {"mk", "mk"},   {"ml", "ml"},   {"mr", "mr"},   {"ms", "ms"},   {"mt", "mt"},
    {"my", "my"},   {"nci", "nci"}, {"ne", "ne"},   {"nog", "nog"}, {"om", "om"},   {"or", "or"},   {"pa", "pa"},
    {"pap", "pap"}, {"py", "py"},   {"qu", "qu"},   {"quc", "quc"}, {"sd", "sd"},   {"shn", "shn"}, {"si", "si"},
    {"sk", "sk"},   {"sl", "sl"},   {"smj", "smj"}, {"sq", "sq"},   {"sr", "sr"},   {"sw", "sw"},   {"te", "te"},
    {"th", "th"},   {"tk", "tk"},   {"tn", "tn"},   {"tt", "tt"},   {"ug", "ug"},   {"ur", "ur"},   {"uz", "uz"},
    {"vi", "vi"},   {"yue", "yue"},
};

static const struct tongue *refine(struct str text, const struct tongue *tongue)
{
    size_t length;
    for (size_t at = 0; at < text.length; at += length) {
        uint32_t code = (uint32_t)u_tolower((UChar32)utf8_at(text, at, &length));
        for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
            if (marks[i].code == code && str_equal(str_of(marks[i].instead_of), str_of(tongue->tag)))
                return &marks[i].tongue;
    }
    return tongue;
}

/* Kana decide for Japanese even where Han is more. */
static size_t strongest(const size_t counts[SCRIPT_COUNT])
{
    size_t best = 0;
    for (size_t i = 1; i < SCRIPT_COUNT; i++)
        if (counts[i] > counts[best])
            best = i;
    for (size_t i = 0; i < SCRIPT_COUNT && scripts[best].script == USCRIPT_HAN; i++)
        if (scripts[i].script == USCRIPT_HIRAGANA && counts[i] * 10 > counts[best])
            best = i;
    return best;
}

const struct tongue *tongue_of_script(struct str text)
{
    size_t counts[SCRIPT_COUNT] = {0}, letters = 0, length;
    for (size_t at = 0; at < text.length; at += length) {
        uint32_t code = utf8_at(text, at, &length);
        UErrorCode status = U_ZERO_ERROR;
        if (code == UTF8_BAD || !u_isalpha((UChar32)code))
            continue;
        letters++;
        UScriptCode script = code < 0x370 ? USCRIPT_LATIN : uscript_getScript((UChar32)code, &status);
        for (size_t i = 0; i < SCRIPT_COUNT; i++)
            counts[i] += scripts[i].script == script;
    }
    size_t best = strongest(counts);
    return counts[best] * 2 > letters ? refine(text, &scripts[best].tongue) : NULL;
}

/* Takes the next run of letters, in small ones; false at the end. */
static bool take_word(struct str text, size_t *at, char word[WORD_BYTES_MAX], size_t *used)
{
    size_t length;
    bool letters = false;
    *used = 0;
    for (; *at < text.length; *at += length) {
        uint32_t code = utf8_at(text, *at, &length);
        bool letter = code != UTF8_BAD && u_isalpha((UChar32)code);
        if (!letter && letters)
            break;
        if (letter && *used + UTF8_BYTES_MAX <= WORD_BYTES_MAX)
            *used += utf8_encode((uint32_t)u_tolower((UChar32)code), word + *used);
        letters |= letter;
    }
    return letters;
}

/* The common words of all languages, in order, each once. */
static struct common_word {
    struct str word;
    uint32_t languages; /* a bit for each of commons that has it */
} common_words[COMMON_WORDS_MAX];
static size_t common_word_count;
static pthread_once_t common_words_once = PTHREAD_ONCE_INIT;
_Static_assert(COMMON_COUNT <= 32, "a bit each");

static int compare_words(const void *a, const void *b)
{
    return str_compare(((const struct common_word *)a)->word, ((const struct common_word *)b)->word);
}

static void index_words(void)
{
    size_t count = 0;
    for (size_t i = 0; i < COMMON_COUNT; i++)
        for (struct str rest = str_trim(str_of(commons[i].words)); rest.length && count < COMMON_WORDS_MAX;
             count++) {
            size_t end = str_find(rest, STR(" "));
            common_words[count] = (struct common_word){str_slice(rest, 0, end), (uint32_t)1 << i};
            rest = str_slice(rest, end + 1, rest.length);
        }
    qsort(common_words, count, sizeof *common_words, compare_words);
    for (size_t i = 0; i < count; i++) {
        struct common_word *last = common_word_count ? &common_words[common_word_count - 1] : NULL;
        if (last && str_equal(last->word, common_words[i].word))
            last->languages |= common_words[i].languages;
        else
            common_words[common_word_count++] = common_words[i];
    }
}

/* How often, and how many different, common words of each language stand in a text. */
struct tally {
    size_t count[COMMON_COUNT];
    size_t different[COMMON_COUNT];
    bool seen[COMMON_WORDS_MAX];
};

static void count_word(struct tally *tally, struct str word)
{
    struct common_word wanted = {word, 0};
    const struct common_word *found =
        bsearch(&wanted, common_words, common_word_count, sizeof wanted, compare_words);
    if (!found)
        return;
    bool *seen = &tally->seen[found - common_words];
    for (size_t i = 0; i < COMMON_COUNT; i++) {
        bool has = found->languages >> i & 1;
        tally->count[i] += has;
        tally->different[i] += has && !*seen;
    }
    *seen = true;
}

/* Common words are over a third of any running text; another language's has few of them. */
static const struct tongue *tongue_of_words(struct str text)
{
    struct tally tally = {{0}, {0}, {0}};
    size_t words = 0, best = 0, at = 0, length;
    char word[WORD_BYTES_MAX];
    pthread_once(&common_words_once, index_words);
    for (; take_word(text, &at, word, &length); words++)
        count_word(&tally, (struct str){word, length});
    for (size_t i = 1; i < COMMON_COUNT; i++)
        if (tally.count[i] > tally.count[best])
            best = i;
    bool sure = tally.different[best] >= WORDS_LEAST && tally.count[best] * 5 >= words;
    bool clear = best == 0 || tally.count[best] >= 3 * tally.count[0];
    return sure && clear ? &commons[best].tongue : NULL;
}

const struct tongue *tongue_of_text(struct str text)
{
    struct str look = str_slice(text, 0, LOOK_BYTES_MAX);
    const struct tongue *tongue = tongue_of_script(look);
    return tongue ? tongue : tongue_of_words(look);
}

const struct tongue *tongue_of_tag(struct str tag)
{
    struct str base = str_slice(tag, 0, str_find(tag, STR("-")));
    for (size_t i = 0; i < COMMON_COUNT; i++)
        if (str_equal_caseless(base, str_of(commons[i].tongue.tag)))
            return &commons[i].tongue;
    for (size_t i = 0; i < SCRIPT_COUNT; i++)
        if (str_equal_caseless(base, str_of(scripts[i].tongue.tag)))
            return &scripts[i].tongue;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_equal_caseless(base, str_of(marks[i].tongue.tag)))
            return &marks[i].tongue;
    for (size_t i = 0; i < sizeof stated / sizeof *stated; i++)
        if (str_equal_caseless(base, str_of(stated[i].tag)))
            return &stated[i];
    return NULL;
}
