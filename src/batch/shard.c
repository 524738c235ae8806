#include "shard.h"

#include "fail.h"
#include "hash.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SHARDS_MAX 1000000ul

/* How a scheduler tells a task of an array its number. */
static const struct {
    const char *index;
    const char *count; /* NULL: it does not tell */
    const char *least; /* the number of the first task; NULL: 0 */
    const char *most;
} schedulers[] = {
    {"SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_COUNT", "SLURM_ARRAY_TASK_MIN", "SLURM_ARRAY_TASK_MAX"},
    {"JOB_COMPLETION_INDEX", NULL, NULL, NULL}, /* Kubernetes, an Indexed Job */
    {"AWS_BATCH_JOB_ARRAY_INDEX", "AWS_BATCH_JOB_ARRAY_SIZE", NULL, NULL},
};

static bool read_number(const char *text, unsigned long *number)
{
    char *end;
    if (!text || *text < '0' || *text > '9')
        return false;
    *number = strtoul(text, &end, 10);
    return *end == '\0' && *number <= SHARDS_MAX;
}

static bool read_variable(const char *name, unsigned long *number)
{
    return name && read_number(getenv(name), number);
}

/* A job of some numbers only, such as those that failed, has holes: its count is not that of the shards. */
static bool has_holes(size_t scheduler, unsigned long count)
{
    unsigned long least, most;
    return read_variable(schedulers[scheduler].least, &least) &&
           read_variable(schedulers[scheduler].most, &most) && most - least + 1 != count;
}

/* `count` is 0 when it is to be found, too. */
static bool find_automatic(unsigned long count, struct batch_shard *shard, struct nr_error *error)
{
    unsigned long index = 0, told = 0, least = 0;
    size_t i = 0;
    while (i < sizeof schedulers / sizeof *schedulers && !read_variable(schedulers[i].index, &index))
        i++;
    if (i == sizeof schedulers / sizeof *schedulers)
        return fail(error, NR_USAGE, "--shard auto: no scheduler tells a number in the environment; give I/N");
    if (!count && (!read_variable(schedulers[i].count, &told) || !told))
        return fail(error, NR_USAGE, "--shard auto: %s is there but not how many shards; give auto/N",
                    schedulers[i].index);
    if (!count && has_holes(i, told))
        return fail(error, NR_USAGE, "--shard auto: the job's numbers have holes; give auto/N");
    if (!count && read_variable(schedulers[i].least, &least))
        index -= least;
    count = count ? count : told;
    *shard = (struct batch_shard){(unsigned)(index % count), (unsigned)count};
    return true;
}

bool batch_shard_find(const char *written, struct batch_shard *shard, struct nr_error *error)
{
    char index[32];
    unsigned long number, count = 0;
    size_t slash = strcspn(written, "/");
    snprintf(index, sizeof index, "%.*s", (int)(slash < sizeof index ? slash : sizeof index - 1), written);
    bool counted = written[slash] == '/';
    bool good = !counted || (read_number(written + slash + 1, &count) && count > 0);
    if (good && strcmp(index, "auto") == 0)
        return find_automatic(count, shard, error);
    if (!good || !counted || !read_number(index, &number) || number < 1 || number > count)
        return fail(error, NR_USAGE, "--shard: '%s' is neither I/N with I from 1 to N, nor auto, nor auto/N",
                    written);
    *shard = (struct batch_shard){(unsigned)number - 1, (unsigned)count};
    return true;
}

bool shard_has(struct batch_shard shard, const char *id)
{
    char digits[9] = {0};
    if (!shard.count)
        return true;
    struct key key = hash_of(str_of(id));
    memcpy(digits, key.text, sizeof digits - 1);
    return strtoul(digits, NULL, 16) % shard.count == shard.index;
}
