/* SPDX-License-Identifier: Apache-2.0 */
/* Procedures as flow charts in SVG: to print, to post, to put into a web page. A chart needs no font, file or script of its own,
 * and one procedure gives one sequence of bytes. Its words are Vietnamese, as those of the procedure. */
#ifndef QMS_SVG_H
#define QMS_SVG_H

#include <qms/base.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct QmsSvg QmsSvg; /* the pages of a chart; immutable */

/* How a chart is divided: pages of A4 in landscape, with marks where lines go on; or everything on one page as large as it needs. */
enum { QMS_SVG_PAGES = 0, QMS_SVG_WHOLE = 1 };

/* Draws the flow chart of a procedure (type quyTrinh), the same picture as qms_bpmn_export. `division` is QMS_SVG_PAGES or
 * QMS_SVG_WHOLE. The caller frees `*svg` with qms_svg_free; it keeps nothing of the document. QMS_ERROR_STRUCTURE if the procedure
 * has no steps, QMS_ERROR_REFERENCE if an outcome leads to a step that is not there, QMS_ERROR_LIMIT if it needs more than 500
 * pages. One thread at a time per document. */
QMS_API QmsStatus qms_svg_new (const QmsNode *procedure, int32_t division, QmsSvg **svg, QmsError **error);
/* Frees a chart; NULL is allowed. */
QMS_API void qms_svg_free (QmsSvg *svg);
/* Number of pages, at least 1; 0 for NULL. */
QMS_API size_t qms_svg_pages (const QmsSvg *svg);
/* A page, from 0: a whole SVG document in UTF-8, owned by the chart; `*size` (may be NULL) counts its bytes. NULL if there is no
 * such page. */
QMS_API const char *qms_svg_page (const QmsSvg *svg, size_t page, size_t *size);

#ifdef __cplusplus
}
#endif
#endif
