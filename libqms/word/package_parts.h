/* SPDX-License-Identifier: Apache-2.0 */
/* A package from within. */
#pragma once

#include "word/package.h"

#define QMS_PACKAGE_TYPES "[Content_Types].xml"
#define QMS_PACKAGE_LINKS "_rels/.rels"

typedef struct {
  char *name;
  GBytes *bytes;
} QmsPackagePart;

struct QmsPackage {
  char *file;          /* NULL if it has no name */
  GPtrArray *parts;    /* of QmsPackagePart */
  GHashTable *by_name; /* lower-case name → QmsPackagePart */
};

/* Fails because there is no main part. */
QmsStatus qms_package_fail_main (const QmsPackage *package, QmsError **error);
/* NULL if there is none. */
QmsPackagePart *qms_package_find (const QmsPackage *package, const char *name);
/* Fails because of a limit; `what`: "bytes of the file" in both languages. */
QmsStatus qms_package_fail_limit (const QmsPackage *package, size_t limit, const char *const what[2], QmsError **error);
