#include "en.h"

static const char *const uncounted[] = {
    "across",  "afterwards", "always",   "appears",  "as",        "backwards", "becomes",   "begins",
    "besides", "brings",     "comes",    "does",     "downwards", "ends",      "forwards",  "gets",
    "gives",   "goes",       "has",      "his",      "hits",      "indoors",   "is",        "its",
    "less",    "lies",       "looks",    "makes",    "marks",     "means",     "needs",     "nevertheless",
    "news",    "onwards",    "outdoors", "overseas", "perhaps",   "plus",      "remains",   "runs",
    "saw",     "says",       "seems",    "sees",     "shows",     "sits",      "sometimes", "stands",
    "takes",   "this",       "thus",     "towards",  "unless",    "upwards",   "versus",    "wants",
    "was"};
const struct table en_uncounted = TABLE(uncounted);
static const char *const code_cues[] = {
    "airbase", "airbus",     "apartment",  "apt",   "boeing", "bus",  "channel", "flight",   "form", "gate",
    "highway", "interstate", "locomotive", "model", "psalm",  "room", "route",   "squadron", "train"};
const struct table en_code_cues = TABLE(code_cues);
static const char *const phone_cues[] = {"call",    "called",   "calling", "calls",     "dial",      "dialed",
                                         "dialled", "dialling", "dials",   "fax",       "freephone", "helpline",
                                         "hotline", "phone",    "phoned",  "phoning",   "rang",      "ring",
                                         "ringing", "rung",     "tel",     "telephone", "text",      "texted"};
const struct table en_phone_cues = TABLE(phone_cues);
static const char *const heat_cues[] = {
    "bake",        "baked",      "celsius",    "centigrade", "climate",     "cold",         "cool",
    "cooler",      "degrees",    "fahrenheit", "fever",      "freezing",    "heat",         "heated",
    "heatwave",    "high",       "highs",      "hot",        "hotter",      "low",          "lows",
    "mercury",     "oven",       "preheat",    "summer",     "temperature", "temperatures", "thermal",
    "thermometer", "thermostat", "warm",       "warmer",     "warming",     "weather",      "winter"};
const struct table en_heat_cues = TABLE(heat_cues);
static const char *const clock_cues[] = {"at", "from", "till", "until"};
const struct table en_clock_cues = TABLE(clock_cues);
static const char *const date_cues[] = {"dated",  "friday",   "monday",  "on",    "saturday", "since",
                                        "sunday", "thursday", "tuesday", "until", "wednesday"};
const struct table en_date_cues = TABLE(date_cues);
static const char *const extents[] = {
    "above",     "air",       "apart",   "away",  "backstroke", "below",  "breaststroke", "bridge",  "bronze",
    "butterfly", "champion",  "chimney", "dash",  "deep",       "dish",   "drop",         "event",   "fall",
    "final",     "freestyle", "from",    "gold",  "heat",       "high",   "hurdles",      "long",    "medley",
    "race",      "radius",    "record",  "relay", "runner",     "silver", "sprint",       "stretch", "swim",
    "tall",      "telescope", "title",   "tower", "wall",       "wide"};
const struct table en_extents = TABLE(extents);
static const char *const domains[] = {
    "ai",   "app", "at",     "au",   "be",  "biz",    "blog", "br",    "ca",     "cat",  "ch",  "cn",
    "co",   "com", "cz",     "de",   "dev", "dk",     "edu",  "es",    "eu",     "fi",   "fm",  "fr",
    "gg",   "gov", "ie",     "info", "int", "io",     "jp",   "kr",    "london", "ly",   "mil", "museum",
    "mx",   "net", "news",   "nl",   "nz",  "online", "org",  "pl",    "ru",     "scot", "se",  "shop",
    "site", "sm",  "travel", "tv",   "ua",  "uk",     "us",   "wales", "za"};
const struct table en_domains = TABLE(domains);
static const char *const zones[] = {"aedt", "aest", "bst", "cdt", "cest", "cet",  "cst", "ct",  "edt",
                                    "eest", "eet",  "est", "et",  "gmt",  "hkt",  "ist", "jst", "mdt",
                                    "msk",  "mst",  "pdt", "pst", "pt",   "sast", "utc"};
const struct table en_zones = TABLE(zones);
static const char *const captions[] = {"citation", "inset", "photographed", "pictured", "sic"};
const struct table en_captions = TABLE(captions);
static const char *const amount_verbs[] = {"cost", "costs", "counted",  "numbering", "raised", "scored",
                                           "sold", "spent", "totaling", "totalling", "weighs"};
const struct table en_amount_verbs = TABLE(amount_verbs);

static const char *const clock_words[] = {
    "am",        "arrive",  "arrives",   "began",    "begin",    "begins",   "bulletin", "closed",   "closes",
    "discussed", "doors",   "end",       "ended",    "ending",   "ends",     "finish",   "finishes", "friday",
    "kick-off",  "kicked",  "kicks",     "leave",    "leaves",   "meet",     "meeting",  "meets",    "monday",
    "open",      "opened",  "opens",     "pm",       "saturday", "session",  "show",     "shut",     "shuts",
    "start",     "started", "starting",  "starts",   "sunday",   "thursday", "today",    "tomorrow", "tonight",
    "train",     "tuesday", "wednesday", "yesterday"};
const struct table en_clock_words = TABLE(clock_words);

static const char *const rating_cues[] = {"awarded", "gave",   "give",   "gives", "grade",  "mark",
                                          "marks",   "rate",   "rated",  "rates", "rating", "review",
                                          "score",   "scored", "scores", "stars", "verdict"};
const struct table en_rating_cues = TABLE(rating_cues);

static const char *const odds_cues[] = {"backed",     "bet",       "bets",       "betting",
                                        "bookies",    "bookmaker", "bookmakers", "favourite",
                                        "favourites", "odds",      "outsider",   "priced"};
const struct table en_odds_cues = TABLE(odds_cues);
