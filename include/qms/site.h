/* SPDX-License-Identifier: Apache-2.0 */
/* A static web site of a system, for posting: pages in Vietnamese that need no server, no network and no script (the search in
 * the catalogue is the only one). A site is a set of named files in memory; the caller writes them into one folder. */
#ifndef QMS_SITE_H
#define QMS_SITE_H

#include <qms/base.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct QmsSite QmsSite; /* the files of a site; immutable */

/* For whom a site is: everybody (policy, objectives, administrative procedures, announcements, documents in force), or the
 * agency's own staff (also procedures in full, risks, audits, nonconformities, management reviews and findings). */
enum { QMS_SITE_PUBLIC = 0, QMS_SITE_INTERNAL = 1 };

/* Makes the site of a system (type heThong). `edition` is QMS_SITE_PUBLIC or QMS_SITE_INTERNAL; `findings` is a report on the
 * system for a page of the internal edition, NULL for none, and stays out of the public one. One system (and report) gives one
 * sequence of bytes. A procedure of which no flow chart can be drawn goes without. The caller frees `*site` with qms_site_free;
 * it keeps nothing of the document. QMS_ERROR_ARGUMENT if `system` is no system or `edition` is none, QMS_ERROR_LIMIT if the
 * site would have more than 256 MiB. One thread at a time per document. */
QMS_API QmsStatus qms_site_new (const QmsNode *system, int32_t edition, const QmsReport *findings, QmsSite **site,
                                QmsError **error);
/* Frees a site; NULL is allowed. */
QMS_API void qms_site_free (QmsSite *site);
/* Number of files; 0 for NULL. */
QMS_API size_t qms_site_count (const QmsSite *site);
/* Name of the file at `index`, from 0: unique whatever the capitals, of at most 100 characters, only "a" to "z", digits, "-" and
 * single ".", beginning with a letter. The page to open is "index.html". Owned by the site; NULL if there is no such file. */
QMS_API const char *qms_site_name (const QmsSite *site, size_t index);
/* Contents of that file in UTF-8, owned by the site; `*size` (may be NULL) counts its bytes. NULL if there is no such file. */
QMS_API const char *qms_site_file (const QmsSite *site, size_t index, size_t *size);

#ifdef __cplusplus
}
#endif
#endif
