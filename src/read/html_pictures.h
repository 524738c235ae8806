/* What a page says in place of its pictures. */
#ifndef READ_HTML_PICTURES_H
#define READ_HTML_PICTURES_H

#include "html_text.h"

/* Appends the texts of the article's pictures at nodes first..end-1, each as a caption. */
void html_pictures_add(struct html_writer *writer, uint32_t first, uint32_t end);

#endif
