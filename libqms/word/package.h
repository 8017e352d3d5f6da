/* SPDX-License-Identifier: Apache-2.0 */
/* An Office Open XML package: named parts in a zip archive, read within limits and written so that Word takes it. */
#pragma once

#include "core/error.h"

#include <stdbool.h>
#include <stddef.h>

/* What a package may hold; docs/limits.md gives the reasons. */
enum {
  QMS_PACKAGE_MAX_BYTES = 64 << 20,     /* of the file */
  QMS_PACKAGE_MAX_PARTS = 4000,         /* entries of the archive */
  QMS_PACKAGE_MAX_XML = 32 << 20,       /* bytes of a part in XML */
  QMS_PACKAGE_MAX_UNPACKED = 112 << 20, /* bytes of all parts */
};

/* Parts by name ("word/document.xml"), in the order of the archive; names are compared as OPC wants: ASCII letters without
 * regard to case. */
typedef struct QmsPackage QmsPackage;

/* A package without parts. `file` is its name in messages; may be NULL. */
QmsPackage *qms_package_new (const char *file);
/* Unpacks a file. Refused are: an old .doc, what is encrypted, damaged or no zip archive, an archive beyond the limits, with a
 * name that leads out of it or is there twice, and one without [Content_Types].xml or a main part. */
QmsPackage *qms_package_read (const void *data, size_t size, const char *file, QmsError **error);
void qms_package_free (QmsPackage *package);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsPackage, qms_package_free)

/* The name in messages; NULL if none was given. */
const char *qms_package_file (const QmsPackage *package);
size_t qms_package_count (const QmsPackage *package);
const char *qms_package_name (const QmsPackage *package, size_t index);
/* Bytes of a part; the package's own, NULL if it has no such part. */
GBytes *qms_package_part (const QmsPackage *package, const char *name);
/* Gives a part new bytes, or adds it at the end. Keeps a reference to `bytes`. */
void qms_package_put (QmsPackage *package, const char *name, GBytes *bytes);

/* The whole as a zip archive: [Content_Types].xml first, one fixed time, so that equal parts give equal bytes. */
GBytes *qms_package_write (const QmsPackage *package, QmsError **error);

/* ---- relationships (package_links.c) */

/* The relationships of a part, or of the package itself. What leads out or to no part is left out. */
typedef struct QmsPackageLinks QmsPackageLinks;

/* `part` NULL: of the package. None is no error; NULL and an error if they are damaged. */
QmsPackageLinks *qms_package_links_read (const QmsPackage *package, const char *part, QmsError **error);
void qms_package_links_free (QmsPackageLinks *links);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsPackageLinks, qms_package_links_free)
/* Name of the part at the other end of a relationship ("rId1"); NULL if there is none. */
const char *qms_package_link (const QmsPackageLinks *links, const char *id);
/* The same for the first of a type, named by the last word of its address ("styles"). */
const char *qms_package_link_of_type (const QmsPackageLinks *links, const char *type);
/* Name of the main document part ("word/document.xml" as a rule), the package's own; NULL if one put together by hand has
 * none. */
const char *qms_package_main (const QmsPackage *package);
