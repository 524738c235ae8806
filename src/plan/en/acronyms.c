#include "en.h"

/* What a reader of print says otherwise than an engine that sees the letters. */
static const struct wording acronyms[] = {
    {"CO2", "C O two"},
    {"COP", "Cop"},
    {"CO₂", "C O two"},
    {"DAX", "Dax"},
    {"FOMC", "F O M C"},
    {"FTSE", "Footsie"},
    {"GCSE", "G C S E"},
    {"GCSEs", "G C S E's"},
    {"JPEG", "jay peg"},
    {"OBEs", "O B E's"},
    {"OSCE", "O S C E"},
    {"PIN", "pin"},
    {"PMQs", "P M Q's"},
    {"PSNI", "P S N I"},
    {"SIM", "sim"},
    {"SMEs", "S M E's"},
    {"UNESCO", "Younesco"},
    {"Unesco", "Younesco"},
    {"WHO", "W H O"},
    {"WW1", "World War One"},
    {"WW2", "World War Two"},
    {"WWI", "World War One"},
    {"WWII", "World War Two"},
    {"w/", "with"},
};
const struct table en_acronyms = TABLE(acronyms);

/* Kept as capitals when a line in capitals is recased. */
static const char *const initialisms[] = {
    "aa",     "abc",    "ac",    "ad",     "afp",   "ai",    "am",   "anc",  "ap",    "atm",  "aws",    "ba",
    "bae",    "bafta",  "bbc",   "bc",     "bma",   "bmw",   "bnp",  "bp",   "brics", "bst",  "bt",     "caa",
    "cbe",    "cbi",    "cbs",   "cctv",   "cdc",   "ceo",   "ceos", "cern", "cfo",   "cgi",  "cia",    "cio",
    "cnn",    "cop",    "cpi",   "cps",    "cto",   "cv",    "dc",   "dea",  "defra", "dhs",  "diy",    "dj",
    "dna",    "dnc",    "doj",   "dpp",    "dr",    "dui",   "dup",  "dvd",  "dvla",  "dwp",  "ebitda", "ecb",
    "echr",   "eec",    "efl",   "ema",    "epa",   "er",    "erm",  "esg",  "eu",    "ev",   "evs",    "fa",
    "faa",    "farc",   "fbi",   "fca",    "fcc",   "fda",   "fdp",  "fema", "fifa",  "fm",   "ftse",   "gb",
    "gbh",    "gchq",   "gcse",  "gdp",    "gm",    "gmb",   "gmt",  "gop",  "gp",    "gps",  "hbo",    "hgv",
    "hiv",    "hmrc",   "hms",   "hq",     "hr",    "hs2",   "hsbc", "iaea", "ibm",   "icbm", "icc",    "ice",
    "icj",    "icu",    "id",    "idf",    "ifs",   "ilo",   "imf",  "ioc",  "ipo",   "iq",   "ira",    "irs",
    "isis",   "it",     "itn",   "itv",    "ivf",   "jcb",   "jfk",  "jp",   "kc",    "kfc",  "kgb",    "kkk",
    "la",     "lapd",   "led",   "lgbt",   "lgbtq", "lng",   "lse",  "m&s",  "mbe",   "mcc",  "mep",    "meps",
    "mi5",    "mi6",    "mit",   "mls",    "mmr",   "mod",   "mot",  "mp",   "mps",   "mri",  "msf",    "msp",
    "mtv",    "nasa",   "nato",  "nba",    "nbc",   "nca",   "nfl",  "ngo",  "ngos",  "nhl",  "nhs",    "ni",
    "nih",    "nra",    "nsa",   "nspcc",  "nyc",   "nypd",  "nyse", "nz",   "obe",   "obr",  "oecd",   "ofcom",
    "ofsted", "ok",     "ons",   "opec",   "osce",  "pa",    "pc",   "pcs",  "pfa",   "pkk",  "plo",    "pm",
    "pmqs",   "pms",    "pow",   "ppe",    "pr",    "psg",   "psni", "qc",   "qpr",   "rac",  "raf",    "rbs",
    "rfk",    "rmt",    "rnc",   "rnli",   "rspb",  "rspca", "ruc",  "sars", "sas",   "sdp",  "sec",    "sfo",
    "snp",    "sos",    "sse",   "stem",   "stv",   "suv",   "suvs", "swat", "tb",    "tfl",  "tnt",    "tuc",
    "tv",     "uae",    "uaw",   "uci",    "ucl",   "uda",   "uefa", "ufc",  "ufo",   "uk",   "ukip",   "ulez",
    "un",     "unesco", "unhcr", "unicef", "ups",   "us",    "usa",  "ussr", "uvf",   "var",  "vat",    "ve",
    "vip",    "vips",   "who",   "wto",    "wwf",   "wwi",   "wwii", "xl",   "ymca"};
const struct table en_initialisms = TABLE(initialisms);
