/* Any bytes as a saved page or a web archive -> an article or a refusal; the first byte chooses. */
#include "checking.h"

#include "buf.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char archive[] = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n";
    if (!size)
        return 0;
    struct buf page = {0};
    buf_append(&page, data[0] % 4 ? STR("") : str_of(archive));
    buf_append(&page, (struct str){(const char *)data + 1, size - 1});
    nr_article_free(check_reading(buf_str(&page).at, page.length, NR_INPUT_HTML));
    buf_free(&page);
    return 0;
}
