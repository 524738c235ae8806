#include "charset_icu.h"

#include "memory.h"

#include <stdlib.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>

#define CONFIDENCE_MIN 10 /* of 100: below, the detector knows nothing */

/* As the detector names them -> what is read: a page that says ISO-8859-1 means windows-1252 (WHATWG Encoding). */
static const struct {
    const char *detected;
    const char *charset;
} charsets[] = {
    {"ISO-8859-1", "windows-1252"},
    {"windows-1252", "windows-1252"},
    {"ISO-8859-2", "ISO-8859-2"},
    {"windows-1250", "windows-1250"},
    {"ISO-8859-5", "ISO-8859-5"},
    {"windows-1251", "windows-1251"},
    {"KOI8-R", "KOI8-R"},
    {"ISO-8859-7", "ISO-8859-7"},
    {"windows-1253", "windows-1253"},
    {"ISO-8859-9", "windows-1254"},
    {"windows-1254", "windows-1254"},
    {"GB18030", "GB18030"},
    {"Big5", "Big5"},
    {"Shift_JIS", "Shift_JIS"},
    {"EUC-JP", "EUC-JP"},
    {"EUC-KR", "EUC-KR"},
    {"windows-1256", "windows-1256"},
    {"ISO-8859-8", "windows-1255"},
    {"ISO-8859-8-I", "windows-1255"},
    {"windows-1255", "windows-1255"},
};

static const char *charset_of(struct str detected)
{
    for (size_t i = 0; i < sizeof charsets / sizeof *charsets; i++)
        if (str_equal(str_of(charsets[i].detected), detected))
            return charsets[i].charset;
    return NULL;
}

const char *charset_guess(struct str sample)
{
    UErrorCode status = U_ZERO_ERROR;
    UCharsetDetector *detector = ucsdet_open(&status);
    int32_t count = 0;
    ucsdet_setText(detector, sample.at, (int32_t)sample.length, &status);
    const UCharsetMatch **matches = ucsdet_detectAll(detector, &count, &status);
    const char *charset = NULL;
    for (int32_t i = 0; !charset && U_SUCCESS(status) && i < count; i++)
        if (ucsdet_getConfidence(matches[i], &status) >= CONFIDENCE_MIN)
            charset = charset_of(str_of(ucsdet_getName(matches[i], &status)));
    ucsdet_close(detector);
    return charset;
}

static bool convert(UConverter *converter, struct str bytes, struct buf *text, UErrorCode *status)
{
    int32_t size = (int32_t)bytes.length;
    int32_t length = ucnv_toAlgorithmic(UCNV_UTF8, converter, NULL, 0, bytes.at, size, status);
    if (*status != U_BUFFER_OVERFLOW_ERROR)
        return U_SUCCESS(*status);
    *status = U_ZERO_ERROR;
    char *utf8 = memory_alloc((size_t)length + 1);
    ucnv_toAlgorithmic(UCNV_UTF8, converter, utf8, length + 1, bytes.at, size, status);
    if (U_SUCCESS(*status))
        buf_append(text, (struct str){utf8, (size_t)length});
    free(utf8);
    return U_SUCCESS(*status);
}

static bool convert_with(UConverterToUCallback bad, const char *charset, struct str bytes, struct buf *text)
{
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(charset, &status);
    if (U_FAILURE(status))
        return false;
    ucnv_setToUCallBack(converter, bad, NULL, NULL, NULL, &status);
    bool done = U_SUCCESS(status) && convert(converter, bytes, text, &status);
    ucnv_close(converter);
    return done;
}

bool charset_convert(const char *charset, struct str bytes, struct buf *text)
{
    return convert_with(UCNV_TO_U_CALLBACK_STOP, charset, bytes, text);
}

bool charset_convert_damaged(const char *charset, struct str bytes, struct buf *text)
{
    return convert_with(UCNV_TO_U_CALLBACK_SUBSTITUTE, charset, bytes, text);
}
