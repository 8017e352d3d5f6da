/* SPDX-License-Identifier: Apache-2.0 */
/* Catches a foreign element while it is read, and gives it as an extra: canonical text that can be written back anywhere. */
#pragma once

#include "codec/xml_sax.h"
#include "core/document.h"

typedef struct {
  GString *text;
  size_t depth;      /* elements that are open; 0: nothing is being caught */
  bool tag_open;     /* the ">" of the last start tag is still to be written */
  GPtrArray *names;  /* qualified names of the open elements */
  GArray *declared;  /* of Declared: prefixes declared inside */
  GArray *bindings;  /* of QmsBinding: prefixes that come from outside */
  const char *uri;   /* of the outermost element */
  char *name;        /* its qualified name */
} QmsForeign;

void qms_foreign_init (QmsForeign *foreign);
void qms_foreign_clear (QmsForeign *foreign);
void qms_foreign_start (QmsForeign *foreign, const QmsXmlElement *element);
void qms_foreign_end (QmsForeign *foreign);
void qms_foreign_text (QmsForeign *foreign, const char *text, size_t length);
void qms_foreign_comment (QmsForeign *foreign, const char *text);
void qms_foreign_instruction (QmsForeign *foreign, const char *target, const char *text);
/* The extra, once depth is 0 again, in the memory of `document`; its place is left to the caller. */
QmsExtra *qms_foreign_take (QmsForeign *foreign, QmsDocument *document);

/* A foreign attribute as an extra. */
QmsExtra *qms_foreign_attribute (const QmsXmlAttribute *attribute, QmsDocument *document);
