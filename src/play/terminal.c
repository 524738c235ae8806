#include "terminal.h"

#include <signal.h>
#include <stddef.h>
#include <termios.h>
#include <unistd.h>

static struct {
    int fd;
    volatile sig_atomic_t taken;
    volatile sig_atomic_t stop;
    bool catching;
    struct termios before;
} terminal = {.fd = -1};

static const int deadly[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGQUIT};

/* POSIX lets a handler call tcsetattr(). */
void terminal_give_back(void)
{
    if (terminal.taken)
        tcsetattr(terminal.fd, TCSANOW, &terminal.before);
    terminal.taken = 0;
}

static void die(int number)
{
    terminal_give_back();
    raise(number); /* its handler is the default again */
}

static void ask_to_stop(int number)
{
    (void)number;
    terminal.stop = 1;
}

static void catch (int number, void (*handler)(int number), int flags)
{
    struct sigaction old, action = {.sa_handler = handler, .sa_flags = flags};
    sigemptyset(&action.sa_mask);
    if (sigaction(number, NULL, &old) == 0 && old.sa_handler == SIG_DFL)
        sigaction(number, &action, NULL);
}

static void catch_signals(void)
{
    if (terminal.catching)
        return;
    terminal.catching = true;
    for (size_t i = 0; i < sizeof deadly / sizeof *deadly; i++)
        catch (deadly[i], die, (int)SA_RESETHAND);
    catch (SIGTSTP, ask_to_stop, 0);
}

/* A player that was killed could not give the terminal back: what make_raw() makes, and hardly anyone else, is put
 * right in what will be given back. */
static void mend(struct termios *before)
{
    bool left_raw = !(before->c_lflag & (ICANON | ECHO)) && !(before->c_iflag & (IXON | ICRNL)) &&
                    before->c_lflag & ISIG && before->c_oflag & OPOST;
    if (!left_raw)
        return;
    before->c_lflag |= ICANON | ECHO;
    before->c_iflag |= IXON | ICRNL;
}

/* Keys come at once and unseen; Ctrl-C and Ctrl-Z are signals still; Ctrl-S stops nothing. */
static bool make_raw(void)
{
    struct termios raw = terminal.before;
    raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
    raw.c_iflag &= ~(tcflag_t)(IXON | ICRNL);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    terminal.taken = 1;
    if (tcsetattr(terminal.fd, TCSANOW, &raw) == 0)
        return true;
    terminal.taken = 0;
    return false;
}

/* To change a terminal from the background would stop this process. */
static bool is_ours(void)
{
    return tcgetpgrp(terminal.fd) == getpgrp();
}

bool terminal_take(int fd)
{
    terminal.fd = fd;
    if (!isatty(fd) || !is_ours() || tcgetattr(fd, &terminal.before) != 0)
        return false;
    mend(&terminal.before);
    catch_signals();
    return make_raw();
}

bool terminal_wants_stop(void)
{
    return terminal.stop != 0;
}

bool terminal_stop(void)
{
    terminal_give_back();
    terminal.stop = 0;
    raise(SIGSTOP);
    return is_ours() && tcgetattr(terminal.fd, &terminal.before) == 0 && make_raw();
}
