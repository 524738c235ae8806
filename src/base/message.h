/* What a command says on standard error. */
#ifndef BASE_MESSAGE_H
#define BASE_MESSAGE_H

/* Prints "narrate: " and a line on standard error. */
void message(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
