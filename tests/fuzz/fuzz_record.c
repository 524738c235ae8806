/* Any bytes as a line of an archive -> a refusal, or an article. */
#include "checking.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    nr_article_free(check_reading(data, size, NR_INPUT_JSONL));
    return 0;
}
