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
    "adrian",    "albert",      "alexander", "alexandra", "alfonso",   "amenhotep", "artaxerxes", "baldwin",
    "benedict",  "boniface",    "calixtus",  "carl",      "catherine", "cesare",    "charles",    "christian",
    "clement",   "constantine", "cosimo",    "darius",    "edward",    "eleanor",   "elizabeth",  "eric",
    "eugenius",  "ferdinand",   "francis",   "franz",     "frederick", "george",    "gregory",    "gustav",
    "gustavus",  "haakon",      "harald",    "harold",    "henri",     "henry",     "innocent",   "isabella",
    "ivan",      "james",       "joan",      "john",      "joseph",    "juan",      "julius",     "justinian",
    "katherine", "kenneth",     "leo",       "leopold",   "louis",     "ludwig",    "margaret",   "maria",
    "mary",      "maximilian",  "mehmed",    "mehmet",    "menelik",   "murad",     "napoleon",   "nicholas",
    "olaf",      "otto",        "paul",      "pedro",     "peter",     "philip",    "pius",       "ptolemy",
    "pyotr",     "rama",        "rameses",   "ramesses",  "richard",   "robert",    "rudolf",     "rudolph",
    "selim",     "sigismund",   "stephen",   "sylvester", "thutmose",  "urban",     "valdemar",   "victor",
    "vittorio",  "wilhelm",     "william",   "xerxes",
};
const struct table en_regnal_names = TABLE(regnal_names);

static const char *const starters[] = {
    "a",          "about",       "above",       "according",    "additionally",
    "after",      "again",       "against",     "ahead",        "all",
    "almost",     "also",        "although",    "amid",         "among",
    "an",         "and",         "another",     "any",          "anyone",
    "anything",   "apart",       "are",         "around",       "as",
    "asked",      "at",          "away",        "because",      "before",
    "behind",     "below",       "beneath",     "beside",       "besides",
    "between",    "beyond",      "both",        "but",          "by",
    "can",        "clearly",     "could",       "critics",      "despite",
    "did",        "do",          "does",        "dozens",       "during",
    "each",       "earlier",     "either",      "elsewhere",    "even",
    "eventually", "every",       "everybody",   "everyone",     "everything",
    "experts",    "few",         "fewer",       "finally",      "five",
    "for",        "fortunately", "four",        "from",         "generally",
    "hardly",     "has",         "have",        "he",           "hence",
    "her",        "here",        "his",         "how",          "however",
    "hundreds",   "i",           "if",          "in",           "inside",
    "instead",    "into",        "is",          "it",           "its",
    "later",      "likewise",    "many",        "maybe",        "meanwhile",
    "millions",   "more",        "moreover",    "most",         "much",
    "my",         "neither",     "never",       "nevertheless", "no",
    "nobody",     "none",        "nonetheless", "nor",          "not",
    "nothing",    "now",         "nowadays",    "obviously",    "officials",
    "often",      "on",          "once",        "one",          "only",
    "other",      "otherwise",   "our",         "outside",      "over",
    "people",     "perhaps",     "please",      "police",       "previously",
    "quite",      "rather",      "recently",    "researchers",  "residents",
    "scientists", "seven",       "several",     "she",          "should",
    "since",      "so",          "some",        "sometimes",    "somewhere",
    "soon",       "still",       "such",        "ten",          "thanks",
    "that",       "the",         "their",       "then",         "there",
    "therefore",  "these",       "they",        "this",         "those",
    "though",     "thousands",   "three",       "throughout",   "thus",
    "to",         "today",       "together",    "tomorrow",     "tonight",
    "toward",     "towards",     "two",         "under",        "unfortunately",
    "unless",     "unlike",      "until",       "upon",         "usually",
    "very",       "was",         "we",          "were",         "what",
    "whatever",   "when",        "whenever",    "where",        "whether",
    "which",      "while",       "who",         "whoever",      "whose",
    "why",        "will",        "with",        "within",       "without",
    "would",      "yes",         "yesterday",   "yet",          "you",
    "your",       "yours",
};
const struct table en_starters = TABLE(starters);

static const char *const exclaimed[] = {
    "airplane", "jeopardy", "joomla", "kahoot", "oklahoma", "wham", "yahoo",
};
const struct table en_exclaimed = TABLE(exclaimed);

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
