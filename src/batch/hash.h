/* SHA-256 of things that are compared between runs. */
#ifndef BATCH_HASH_H
#define BATCH_HASH_H

#include "narrator/error.h"
#include "str.h"

#include <sha2.h>
#include <stdint.h>

#define HASH_SIZE (2 * SHA256_DIGEST_LENGTH + 1)

struct hash {
    SHA2_CTX context;
};

/* In hexadecimal; "" where there is none. */
struct key {
    char text[HASH_SIZE];
};

struct hash hash_begin(void);

/* Every part is hashed with its length, so that parts can't flow into each other. */
void hash_bytes(struct hash *hash, struct str bytes);
void hash_text(struct hash *hash, const char *text); /* NULL is allowed, and not "" */
void hash_number(struct hash *hash, uint64_t number);
void hash_key(struct hash *hash, const struct key *key);

struct key hash_end(struct hash *hash);

struct key hash_of(struct str bytes);

/* Opens a file that has an end; -1 with *error. */
int hash_open(const char *path, struct nr_error *error);

/* Of a file's content.  Fails with NR_FAILED. */
bool hash_file(const char *path, struct key *key, struct nr_error *error);

bool key_equal(const struct key *a, const struct key *b);

#endif
