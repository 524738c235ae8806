#include "record.h"

#include "fail.h"
#include "folders.h"
#include "id.h"
#include "memory.h"
#include "path.h"
#include "temporary.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define RECORD_VERSION 1
#define NAME_DIGITS    40 /* of the hash of an id */
#define WAIT_NS        50000000L

static const char *const fault_names[] = {
    [FAULT_NONE] = "none",
    [FAULT_LIMIT] = "limit",
    [FAULT_NOT_ARTICLE] = "not-article",
    [FAULT_INCOMPLETE] = "incomplete",
    [FAULT_PERMANENT] = "permanent",
    [FAULT_TRANSIENT] = "transient",
};

#define FAULT_COUNT (sizeof fault_names / sizeof *fault_names)

const char *fault_name(enum fault fault)
{
    return fault_names[fault];
}

static enum fault fault_of(const char *name)
{
    for (size_t i = 0; i < FAULT_COUNT; i++)
        if (name && strcmp(fault_names[i], name) == 0)
            return (enum fault)i;
    return FAULT_NONE;
}

/* The fields, in the order of the file. */
enum kind { KIND_TEXT, KIND_PATH, KIND_KEY, KIND_NUMBER, KIND_TIME, KIND_UNSIGNED, KIND_FAULT };

static const struct field {
    const char *name;
    enum kind kind;
    size_t offset;
} fields[] = {
    {"id", KIND_TEXT, offsetof(struct record, id)},
    {"source", KIND_PATH, offsetof(struct record, source)},
    {"content", KIND_KEY, offsetof(struct record, content)},
    {"inputs", KIND_KEY, offsetof(struct record, inputs)},
    {"output", KIND_PATH, offsetof(struct record, output)},
    {"text", KIND_KEY, offsetof(struct record, text)},
    {"settings", KIND_KEY, offsetof(struct record, settings)},
    {"versions", KIND_KEY, offsetof(struct record, versions)},
    {"image", KIND_PATH, offsetof(struct record, image)},
    {"bytes", KIND_NUMBER, offsetof(struct record, bytes)},
    {"frames", KIND_NUMBER, offsetof(struct record, frames)},
    {"characters", KIND_NUMBER, offsetof(struct record, characters)},
    {"words_lost", KIND_NUMBER, offsetof(struct record, words_lost)},
    {"sample_rate", KIND_UNSIGNED, offsetof(struct record, sample_rate)},
    {"title", KIND_TEXT, offsetof(struct record, title)},
    {"byline", KIND_TEXT, offsetof(struct record, byline)},
    {"site", KIND_TEXT, offsetof(struct record, site)},
    {"date", KIND_TEXT, offsetof(struct record, date)},
    {"url", KIND_TEXT, offsetof(struct record, url)},
    {"language", KIND_TEXT, offsetof(struct record, language)},
    {"about", KIND_TEXT, offsetof(struct record, about)},
    {"guid", KIND_TEXT, offsetof(struct record, guid)},
    {"first_seen", KIND_TIME, offsetof(struct record, first_seen)},
    {"made", KIND_TIME, offsetof(struct record, made)},
    {"fault", KIND_FAULT, offsetof(struct record, fault)},
    {"message", KIND_TEXT, offsetof(struct record, message)},
    {"failed_inputs", KIND_KEY, offsetof(struct record, failed_inputs)},
    {"attempts", KIND_UNSIGNED, offsetof(struct record, attempts)},
};

#define FIELD_COUNT (sizeof fields / sizeof *fields)

static json_t *pack_text(const char *text, enum kind kind, struct nr_arena *arena)
{
    if (!text)
        return NULL;
    return json_string(kind == KIND_PATH ? id_of(arena, text) : id_readable(arena, text));
}

/* NULL: the field is left out. */
static json_t *pack(const struct field *field, const struct record *record, struct nr_arena *arena)
{
    const void *at = (const char *)record + field->offset;
    const char *key = at;
    switch (field->kind) {
    case KIND_TEXT:
    case KIND_PATH:
        return pack_text(*(const char *const *)at, field->kind, arena);
    case KIND_KEY:
        return *key ? json_string(key) : NULL;
    case KIND_NUMBER:
        return json_integer((json_int_t) * (const uint64_t *)at);
    case KIND_TIME:
        return json_integer(*(const int64_t *)at);
    case KIND_UNSIGNED:
        return json_integer(*(const unsigned *)at);
    case KIND_FAULT:
        return *(const enum fault *)at ? json_string(fault_name(*(const enum fault *)at)) : NULL;
    }
    return NULL;
}

static void unpack(const struct field *field, const json_t *value, struct record *record, struct nr_arena *arena)
{
    void *at = (char *)record + field->offset;
    const char *text = json_string_value(value);
    json_int_t number = json_integer_value(value);
    switch (field->kind) {
    case KIND_TEXT:
        *(const char **)at = text ? arena_string(arena, str_of(text)) : NULL;
        break;
    case KIND_PATH:
        *(const char **)at = text ? id_path(arena, text) : NULL;
        break;
    case KIND_KEY:
        if (text && strlen(text) == HASH_SIZE - 1)
            memcpy(at, text, HASH_SIZE);
        break;
    case KIND_NUMBER:
        *(uint64_t *)at = number > 0 ? (uint64_t)number : 0;
        break;
    case KIND_TIME:
        *(int64_t *)at = number;
        break;
    case KIND_UNSIGNED:
        *(unsigned *)at = number > 0 ? (unsigned)number : 0;
        break;
    case KIND_FAULT:
        *(enum fault *)at = fault_of(text);
        break;
    }
}

static const char *path_of(const char *out, const char *id, struct nr_arena *arena)
{
    struct key name = hash_of(str_of(id));
    return arena_printf(arena, "%s/" FOLDERS_OWN "/articles/%.2s/%.*s.json", out, name.text, NAME_DIGITS,
                        name.text + 2);
}

/* What can't be read is as good as nothing: the article is made again. */
static struct record *load(const char *path, struct nr_arena *arena)
{
    json_t *object = json_load_file(path, JSON_REJECT_DUPLICATES, NULL);
    if (!object)
        return NULL;
    struct record *record = arena_alloc(arena, sizeof *record);
    for (size_t i = 0; i < FIELD_COUNT; i++)
        unpack(&fields[i], json_object_get(object, fields[i].name), record, arena);
    bool known = json_integer_value(json_object_get(object, "v")) == RECORD_VERSION && record->id;
    json_decref(object);
    return known ? record : NULL;
}

struct record *record_load(const char *out, const char *id, struct nr_arena *arena)
{
    struct record *record = load(path_of(out, id, arena), arena);
    return record && strcmp(record->id, id) == 0 ? record : NULL;
}

static char *text_of(const struct record *record, struct nr_arena *arena)
{
    json_t *object = json_object();
    json_object_set_new(object, "v", json_integer(RECORD_VERSION));
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        json_t *value = pack(&fields[i], record, arena);
        if (value)
            json_object_set_new(object, fields[i].name, value);
    }
    char *text = json_dumps(object, JSON_INDENT(1));
    json_decref(object);
    return text;
}

bool record_save(const char *out, const struct record *record, struct nr_error *error)
{
    struct nr_arena *arena = arena_new();
    const char *path = path_of(out, record->id, arena);
    char *text = text_of(record, arena);
    bool ok = folders_make_for(path, error) && folders_write(path, str_of(text), error);
    free(text);
    arena_free(arena);
    return ok;
}

void record_remove(const char *out, const char *id)
{
    struct nr_arena *arena = arena_new();
    unlink(path_of(out, id, arena));
    arena_free(arena);
}

bool record_prepare(const char *out, struct nr_error *error)
{
    struct nr_arena *arena = arena_new();
    bool ok = folders_make_for(arena_printf(arena, "%s/" FOLDERS_OWN "/articles/any", out), error);
    arena_free(arena);
    return ok;
}

struct records {
    struct nr_arena *arena;
    struct record **at;
    size_t count;
    size_t capacity;
};

static void load_folder(struct records *records, const char *folder)
{
    DIR *entries = opendir(folder);
    if (!entries)
        return;
    for (const struct dirent *entry; (entry = readdir(entries));) {
        bool named = entry->d_name[0] != '.';
        struct record *record =
            named ? load(path_join(records->arena, folder, entry->d_name), records->arena) : NULL;
        if (!record)
            continue;
        void *at = records->at;
        memory_reserve(&at, &records->capacity, records->count + 1, sizeof *records->at);
        records->at = at;
        records->at[records->count++] = record;
    }
    closedir(entries);
}

static int by_id(const void *a, const void *b)
{
    return strcmp((*(struct record *const *)a)->id, (*(struct record *const *)b)->id);
}

void record_each(const char *out, struct nr_arena *arena, void (*each)(void *context, struct record *record),
                 void *context)
{
    struct records records = {.arena = arena};
    for (unsigned i = 0; i < 256; i++)
        load_folder(&records, arena_printf(arena, "%s/" FOLDERS_OWN "/articles/%02x", out, i));
    if (records.count)
        qsort(records.at, records.count, sizeof *records.at, by_id);
    for (size_t i = 0; i < records.count; i++)
        each(context, records.at[i]);
    free(records.at);
}

/* A byte of one file for each article, so that no lock leaves anything behind.  Locks of POSIX end with their
 * process and work on network file systems. */
static struct flock byte_of(const char *id)
{
    struct key name = hash_of(str_of(id));
    char digits[16] = {0};
    memcpy(digits, name.text, sizeof digits - 1);
    return (struct flock){
        .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = (off_t)strtoull(digits, NULL, 16), .l_len = 1};
}

bool record_lock(const char *out, const char *id, const volatile sig_atomic_t *stop, int *lock,
                 struct nr_error *error)
{
    struct nr_arena *arena = arena_new();
    const char *path = arena_printf(arena, "%s/" FOLDERS_OWN "/lock", out);
    struct flock byte = byte_of(id);
    *lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    bool ok = *lock >= 0;
    while (ok && fcntl(*lock, F_SETLK, &byte) != 0 && (errno == EACCES || errno == EAGAIN)) {
        if (stop && *stop) {
            close(*lock);
            arena_free(arena);
            return fail(error, NR_STOPPED, "stopped");
        }
        nanosleep(&(struct timespec){.tv_nsec = WAIT_NS}, NULL);
    }
    if (!ok)
        fail_errno(error, "%s: can't be opened", path);
    arena_free(arena);
    return ok;
}
