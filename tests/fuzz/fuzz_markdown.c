/* Any bytes as Markdown -> an article or a refusal. */
#include "checking.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    nr_article_free(check_reading(data, size, NR_INPUT_MARKDOWN));
    return 0;
}
