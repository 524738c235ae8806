#include "en.h"

static const char *const numbered[] = {
    "act",      "annex",   "appendix", "article",   "bk",       "book",          "bowl",    "canto", "cap",
    "chap",     "chapter", "class",    "corollary", "division", "division/part", "episode", "fig",   "figure",
    "grade",    "group",   "lesson",   "letter",    "level",    "lib",           "mark",    "note",  "number",
    "olympiad", "page",    "part",     "phase",     "plate",    "proposition",   "psalm",   "scene", "schedule",
    "sec",      "section", "series",   "stage",     "stanza",   "table",         "theorem", "title", "tome",
    "type",     "verse",   "vol",      "volume",    "war",
};
const struct table en_numbered = TABLE(numbered);

static const char *const clock_tails[] = {
    "aest",   "april",    "august",  "bst",     "cdt",       "central", "cest",     "cet",      "cst",
    "ct",     "december", "eastern", "edt",     "est",       "et",      "february", "friday",   "gmt",
    "ist",    "january",  "july",    "june",    "local",     "march",   "may",      "mdt",      "monday",
    "mst",    "november", "october", "pacific", "pdt",       "pst",     "pt",       "saturday", "september",
    "sunday", "thursday", "tuesday", "utc",     "wednesday",
};
const struct table en_clock_tails = TABLE(clock_tails);

static const char *const regnal_names[] = {
    "adrian",    "albert",      "alexander",  "alexandra", "alfonso",   "amenhotep", "artaxerxes", "baldwin",
    "benedict",  "boniface",    "calixtus",   "carl",      "catherine", "cesare",    "charles",    "christian",
    "clement",   "constantine", "cosimo",     "darius",    "edward",    "eleanor",   "elizabeth",  "eric",
    "eugenius",  "ferdinand",   "francis",    "franz",     "frederick", "george",    "gregory",    "gustav",
    "gustavus",  "haakon",      "harald",     "harold",    "henri",     "henry",     "innocent",   "isabella",
    "ivan",      "james",       "joan",       "john",      "joseph",    "juan",      "julius",     "justinian",
    "katherine", "kenneth",     "leo",        "leopold",   "louis",     "ludwig",    "malcolm",    "margaret",
    "maria",     "mary",        "maximilian", "mehmed",    "mehmet",    "menelik",   "murad",      "napoleon",
    "nicholas",  "olaf",        "otto",       "paul",      "pedro",     "peter",     "philip",     "pius",
    "ptolemy",   "pyotr",       "rama",       "rameses",   "ramesses",  "richard",   "robert",     "rudolf",
    "rudolph",   "selim",       "sigismund",  "stephen",   "sylvester", "thutmose",  "urban",      "valdemar",
    "victor",    "vittorio",    "wilhelm",    "william",   "xerxes",
};
const struct table en_regnal_names = TABLE(regnal_names);

static const char *const starters[] = {
    "a",       "after",   "all",    "also",      "although", "an",    "and",       "another",   "are",   "as",
    "at",      "because", "before", "between",   "both",     "but",   "by",        "can",       "could", "despite",
    "did",     "do",      "does",   "during",    "each",     "even",  "every",     "for",       "from",  "has",
    "have",    "he",      "her",    "here",      "his",      "how",   "however",   "i",         "if",    "in",
    "instead", "is",      "it",     "its",       "many",     "maybe", "meanwhile", "most",      "my",    "no",
    "nor",     "not",     "now",    "officials", "on",       "once",  "one",       "only",      "other", "our",
    "over",    "perhaps", "police", "she",       "should",   "since", "so",        "some",      "still", "such",
    "that",    "the",     "their",  "then",      "there",    "these", "they",      "this",      "those", "though",
    "to",      "today",   "two",    "under",     "was",      "we",    "were",      "what",      "when",  "where",
    "while",   "who",     "why",    "will",      "with",     "would", "yes",       "yesterday", "yet",   "you",
};
const struct table en_starters = TABLE(starters);

static const char *const year_cues[] = {
    "ad",   "after",  "around", "autumn",      "before", "born",    "built",  "by",   "c",    "circa",
    "died", "during", "early",  "established", "fall",   "founded", "from",   "in",   "late", "mid",
    "of",   "since",  "spring", "summer",      "till",   "until",   "winter", "year",
};
const struct table en_year_cues = TABLE(year_cues);

static const char *const score_cues[] = {
    "aggregate", "beat",     "beaten",    "beating", "beats",     "defeat",    "defeated",   "defeats", "down",
    "draw",      "draws",    "drew",      "edged",   "equalised", "equaliser", "final",      "goal",    "goals",
    "half-time", "hammered", "lead",      "leading", "leads",     "led",       "lose",       "loses",   "losing",
    "lost",      "match",    "penalties", "score",   "scored",    "scoreline", "semi-final", "set",     "sets",
    "shoot-out", "thrashed", "thrashing", "trailed", "trailing",  "up",        "victories",  "victory", "win",
    "winner",    "winners",  "winning",   "wins",    "won",
};
const struct table en_score_cues = TABLE(score_cues);

static const char *const determiners[] = {
    "a",   "an",  "another", "each", "every", "her",   "his",  "its",  "my",
    "new", "one", "our",     "that", "the",   "their", "this", "your",
};
const struct table en_determiners = TABLE(determiners);

static const char *const function_words[] = {
    "a",     "a-year", "an",    "and",  "are",  "as",   "at",     "be",   "been", "but",  "by",   "can",   "could",
    "did",   "do",     "does",  "for",  "from", "had",  "has",    "have", "he",   "her",  "his",  "i",     "if",
    "in",    "into",   "is",    "it",   "its",  "may",  "might",  "more", "most", "no",   "not",  "of",    "off",
    "on",    "or",     "our",   "over", "per",  "she",  "should", "so",   "than", "that", "the",  "their", "them",
    "then",  "there",  "these", "they", "this", "to",   "under",  "up",   "was",  "we",   "were", "what",  "when",
    "where", "which",  "while", "who",  "will", "with", "would",  "you",  "your",
};
const struct table en_function_words = TABLE(function_words);
