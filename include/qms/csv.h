/* SPDX-License-Identifier: Apache-2.0 */
/* Tables of a system as CSV, as spreadsheets save it, in and out (docs/csv.md).
 *
 * A table is named "tthc" (administrative procedures), "risks" (risks) or "records" (records of the agency and of its
 * procedures). */
#ifndef QMS_CSV_H
#define QMS_CSV_H

#include <qms/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A table of the system (QMS_TYPE_SYSTEM): UTF-8 with a byte order mark, semicolons, CRLF, headings and values in Vietnamese.
 * `*csv` is NUL-terminated, `*size` (may be NULL) counts its bytes; free it with qms_free. QMS_ERROR_NOT_FOUND if there is no
 * such table. One thread at a time per document. */
QMS_API QmsStatus qms_csv_export (const QmsNode *system, const char *table, char **csv, size_t *size, QmsError **error);
/* Reads `size` bytes at `csv` into a table of the document's system. Columns stand in any order and are known by their
 * headings; rows are known by their keys: one that is there is updated, never doubled, and what the file has no column or no
 * row for stays. A cell that says what the system says changes nothing; an empty one takes the value away. `*added` and
 * `*changed` (may be NULL) become the numbers of rows that were new and that changed something. On error the document is
 * unchanged, and `*error` has up to 100 problems with line, column and heading. `name` stands for the file in messages; may
 * be NULL. One thread at a time per document. */
QMS_API QmsStatus qms_csv_import (QmsDocument *document, const char *table, const void *csv, size_t size, const char *name,
                                  size_t *added, size_t *changed, QmsError **error);

#ifdef __cplusplus
}
#endif
#endif
