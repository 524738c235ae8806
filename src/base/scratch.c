#include "scratch.h"

#include "buf.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

const char *scratch_folder(void)
{
    const char *chosen = getenv("TMPDIR");
    return chosen && *chosen ? chosen : "/tmp";
}

int scratch_open(void)
{
    struct buf path = {0};
    buf_printf(&path, "%s/narrate-XXXXXX", scratch_folder());
    int fd = mkstemp(path.at);
    if (fd >= 0 && (unlink(path.at) != 0 || fcntl(fd, F_SETFD, FD_CLOEXEC) != 0)) {
        close(fd);
        fd = -1;
    }
    buf_free(&path);
    return fd;
}
