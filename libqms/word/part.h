/* SPDX-License-Identifier: Apache-2.0 */
/* XML parts of a package as trees, and looking around in them. */
#pragma once

#include "codec/xml_tree.h"
#include "word/package.h"

/* A part as a tree; NULL and an error if it is not there, is no sound XML or is beyond the limits. */
QmsXmlTree *qms_word_tree (const QmsPackage *package, const char *name, QmsError **error);

/* Names are those of WordprocessingML, in its everyday namespace or the one of strict files. */
bool qms_word_is (const QmsXmlTreeNode *element, const char *name);
/* First child of that name; the next one beside it. NULL if there is none. */
const QmsXmlTreeNode *qms_word_child (const QmsXmlTreeNode *element, const char *name);
const QmsXmlTreeNode *qms_word_next (const QmsXmlTreeNode *element, const char *name);
/* An attribute by its local name, whatever its namespace; NULL if absent. `element` may be NULL. */
const char *qms_word_attribute (const QmsXmlTreeNode *element, const char *name);
/* w:val of the child of that name; NULL if one of them is absent. `element` may be NULL. */
const char *qms_word_value (const QmsXmlTreeNode *element, const char *child);
/* A number of that child; `otherwise` if it is absent or none. */
int32_t qms_word_number (const QmsXmlTreeNode *element, const char *child, int32_t otherwise);
/* A switch such as <w:b/> or <w:b w:val="0"/>: 1, 0, or -1 if it is absent. */
int qms_word_switch (const QmsXmlTreeNode *element, const char *child);
