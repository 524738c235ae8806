#include "tongue.h"

#include "utf8.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#define LOOK_BYTES_MAX   8192 /* of a text: enough to tell */
#define WORDS_LEAST      4    /* fewer different common words prove nothing */
#define COMMON_BYTES_MAX 640  /* no list of common words is longer */

/* Each language's commonest words that few others have; those shared count for both. */
static const struct common {
    struct tongue tongue;
    const char *words; /* each between spaces */
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

/* Takes the next run of letters, lower-cased between spaces; false at the end. */
static bool take_word(struct str text, size_t *at, char word[64])
{
    size_t length, used = 0;
    bool letters = false;
    word[used++] = ' ';
    for (; *at < text.length; *at += length) {
        uint32_t code = utf8_at(text, *at, &length);
        bool letter = code != UTF8_BAD && u_isalpha((UChar32)code);
        if (!letter && letters)
            break;
        if (letter && used < 56)
            used += utf8_encode((uint32_t)u_tolower((UChar32)code), word + used);
        letters |= letter;
    }
    word[used++] = ' ';
    word[used] = '\0';
    return letters;
}

/* How often, and how many different, common words of a language stand in a text. */
struct tally {
    size_t count;
    size_t different;
    bool seen[COMMON_BYTES_MAX]; /* by where a word stands in the list */
};

static void count_word(struct tally *tally, const struct common *common, const char *word)
{
    struct str list = str_of(common->words);
    size_t found = str_find(list, str_of(word));
    if (found == list.length)
        return;
    tally->count++;
    tally->different += !tally->seen[found];
    tally->seen[found] = true;
}

/* Common words are over a third of any running text; another language's has few of them. */
static const struct tongue *tongue_of_words(struct str text)
{
    struct tally tallies[COMMON_COUNT] = {0};
    size_t words = 0, best = 0, at = 0;
    char word[64];
    for (; take_word(text, &at, word); words++)
        for (size_t i = 0; i < COMMON_COUNT; i++)
            count_word(&tallies[i], &commons[i], word);
    for (size_t i = 1; i < COMMON_COUNT; i++)
        if (tallies[i].count > tallies[best].count)
            best = i;
    bool sure = tallies[best].different >= WORDS_LEAST && tallies[best].count * 5 >= words;
    bool clear = best == 0 || tallies[best].count >= 3 * tallies[0].count;
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
