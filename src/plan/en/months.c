#include "en.h"

static const struct month months[] = {
    {"apr", "April"},       {"april", "April"},       {"aug", "August"},        {"august", "August"},
    {"dec", "December"},    {"december", "December"}, {"feb", "February"},      {"february", "February"},
    {"jan", "January"},     {"january", "January"},   {"jul", "July"},          {"july", "July"},
    {"jun", "June"},        {"june", "June"},         {"mar", "March"},         {"march", "March"},
    {"may", "May"},         {"nov", "November"},      {"november", "November"}, {"oct", "October"},
    {"october", "October"}, {"sep", "September"},     {"sept", "September"},    {"september", "September"},
};

const struct table en_months = TABLE(months);

static const char *const month_names[] = {"January", "February", "March",     "April",   "May",      "June",
                                          "July",    "August",   "September", "October", "November", "December"};

const struct table en_month_names = TABLE(month_names);

static const struct wording weekdays[] = {
    {"Fri", "Friday"},          {"Friday", "Friday"},     {"Mon", "Monday"},      {"Monday", "Monday"},
    {"Sat", "Saturday"},        {"Saturday", "Saturday"}, {"Sun", "Sunday"},      {"Sunday", "Sunday"},
    {"Thu", "Thursday"},        {"Thur", "Thursday"},     {"Thurs", "Thursday"},  {"Thursday", "Thursday"},
    {"Tue", "Tuesday"},         {"Tues", "Tuesday"},      {"Tuesday", "Tuesday"}, {"Wed", "Wednesday"},
    {"Wednesday", "Wednesday"}, {"Weds", "Wednesday"},
};
const struct table en_weekdays = TABLE(weekdays);
