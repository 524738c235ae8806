#include "stretch.h"

#include "memory.h"

#include <limits.h>
#include <sonic.h>
#include <stdlib.h>

/* What it puts in, it must get back whole: sonic keeps the end until it is flushed. */
static size_t squeeze(sonicStream stream, int16_t *frames, size_t count, double speed)
{
    size_t made = 0;
    int got;
    sonicSetSpeed(stream, (float)speed);
    if (!sonicWriteShortToStream(stream, frames, (int)count) || !sonicFlushStream(stream))
        return count;
    while (made < count && (got = sonicReadShortFromStream(stream, frames + made, (int)(count - made))) > 0)
        made += (size_t)got;
    return made;
}

size_t stretch_apply(int16_t *frames, size_t count, unsigned sample_rate, double speed)
{
    sonicStream stream = speed > 1 && count < INT_MAX ? sonicCreateStream((int)sample_rate, 1) : NULL;
    if (!stream)
        return count;
    size_t made = squeeze(stream, frames, count, speed);
    sonicDestroyStream(stream);
    return made;
}
