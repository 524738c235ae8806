#include "hash.h"

#include "fail.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define READ_BYTES ((size_t)64 << 10)

struct hash hash_begin(void)
{
    struct hash hash;
    SHA256Init(&hash.context);
    return hash;
}

static void add(struct hash *hash, const void *bytes, size_t length)
{
    SHA256Update(&hash->context, bytes, length);
}

void hash_number(struct hash *hash, uint64_t number)
{
    unsigned char bytes[8];
    for (unsigned i = 0; i < 8; i++)
        bytes[i] = (unsigned char)(number >> 8 * i);
    add(hash, bytes, sizeof bytes);
}

void hash_bytes(struct hash *hash, struct str bytes)
{
    hash_number(hash, bytes.length);
    if (bytes.length)
        add(hash, bytes.at, bytes.length);
}

void hash_text(struct hash *hash, const char *text)
{
    if (text)
        hash_bytes(hash, str_of(text));
    else
        hash_number(hash, UINT64_MAX);
}

void hash_key(struct hash *hash, const struct key *key)
{
    hash_text(hash, key->text);
}

struct key hash_end(struct hash *hash)
{
    static const char digits[] = "0123456789abcdef";
    unsigned char bytes[SHA256_DIGEST_LENGTH];
    struct key key;
    SHA256Final(bytes, &hash->context);
    for (size_t i = 0; i < sizeof bytes; i++) {
        key.text[2 * i] = digits[bytes[i] >> 4];
        key.text[2 * i + 1] = digits[bytes[i] & 15];
    }
    key.text[HASH_SIZE - 1] = '\0';
    return key;
}

struct key hash_of(struct str bytes)
{
    struct hash hash = hash_begin();
    if (bytes.length)
        add(&hash, bytes.at, bytes.length);
    return hash_end(&hash);
}

/* A pipe or a device might never end. */
int hash_open(const char *path, struct nr_error *error)
{
    struct stat status;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) {
        fail_errno(error, "%s: can't be opened", path);
        return -1;
    }
    if (fstat(fd, &status) == 0 && S_ISREG(status.st_mode))
        return fd;
    close(fd);
    fail(error, NR_FAILED, "%s: is no file", path);
    return -1;
}

bool hash_file(const char *path, struct key *key, struct nr_error *error)
{
    char part[READ_BYTES];
    ssize_t got;
    struct hash hash = hash_begin();
    int fd = hash_open(path, error);
    if (fd < 0)
        return false;
    while ((got = read(fd, part, sizeof part)) > 0 || (got < 0 && errno == EINTR))
        if (got > 0)
            add(&hash, part, (size_t)got);
    bool ok = got == 0 || fail_errno(error, "%s: can't be read", path);
    close(fd);
    *key = hash_end(&hash);
    return ok;
}

bool key_equal(const struct key *a, const struct key *b)
{
    return memcmp(a->text, b->text, HASH_SIZE) == 0;
}
