/* Tokens between processes: none is made, none is lost, whatever becomes of who holds them. */
#include "scratch.h"
#include "tokens.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define COUNT 3u

static unsigned take_all(const struct nr_tokens *tokens)
{
    unsigned taken = 0;
    while (tokens_take(tokens))
        taken++;
    return taken;
}

static void there_are_as_many_as_were_made(void **state)
{
    (void)state;
    struct nr_tokens tokens;
    struct nr_error error;
    atomic_uint held = 0;
    assert_true(tokens_open(&tokens, COUNT, &error));
    tokens.held = &held;
    assert_int_equal(take_all(&tokens), COUNT);
    assert_int_equal(held, COUNT);
    tokens_give(&tokens);
    assert_int_equal(held, COUNT - 1);
    assert_true(tokens_wait(&tokens, NULL));
    assert_false(tokens_take(&tokens));
    tokens_close(&tokens);
}

static void who_waits_can_be_stopped(void **state)
{
    (void)state;
    struct nr_tokens tokens;
    struct nr_error error;
    volatile sig_atomic_t stop = 1;
    assert_true(tokens_open(&tokens, 1, &error));
    assert_true(tokens_wait(&tokens, &stop));
    assert_false(tokens_wait(&tokens, &stop));
    tokens_close(&tokens);
}

static void what_the_dead_held_comes_back(void **state)
{
    (void)state;
    struct nr_tokens tokens;
    struct nr_error error;
    int fd = scratch_open();
    assert_int_equal(ftruncate(fd, sizeof(atomic_uint)), 0);
    atomic_uint *held = mmap(NULL, sizeof *held, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    assert_true(held != MAP_FAILED);
    assert_true(tokens_open(&tokens, COUNT, &error));
    pid_t child = fork();
    if (child == 0) {
        tokens.held = held;
        bool took = tokens_take(&tokens) && tokens_take(&tokens);
        _exit(took ? 0 : 1);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    tokens_put_back(&tokens, held);
    assert_int_equal(*held, 0);
    assert_int_equal(take_all(&tokens), COUNT);
    tokens_close(&tokens);
    munmap(held, sizeof *held);
    close(fd);
}

static void lost_ones_are_made_again(void **state)
{
    (void)state;
    struct nr_tokens tokens;
    struct nr_error error;
    assert_true(tokens_open(&tokens, COUNT, &error));
    assert_true(tokens_take(&tokens)); /* counted nowhere */
    tokens_restore(&tokens, COUNT);
    tokens_restore(&tokens, COUNT);
    assert_int_equal(take_all(&tokens), COUNT);
    tokens_close(&tokens);
}

static void nobody_to_share_with_is_a_wealth_of_tokens(void **state)
{
    (void)state;
    assert_true(tokens_take(NULL));
    assert_true(tokens_wait(NULL, NULL));
    tokens_give(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(there_are_as_many_as_were_made),
        cmocka_unit_test(who_waits_can_be_stopped),
        cmocka_unit_test(what_the_dead_held_comes_back),
        cmocka_unit_test(lost_ones_are_made_again),
        cmocka_unit_test(nobody_to_share_with_is_a_wealth_of_tokens),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
