/* SPDX-License-Identifier: Apache-2.0 */
/* A BPMN file as a tree of elements, as far as it is of any use: pictures are left out. */
#pragma once

#include "codec/xml_tree.h"
#include "core/error.h"
#include "rules/report.h"

#define BPMN_NAMESPACE "http://www.omg.org/spec/BPMN/20100524/MODEL"
#define BPMN_OWN_NAMESPACE "urn:libqms:bpmn:1"

typedef QmsXmlTreeAttribute BpmnAttribute;
typedef QmsXmlTreeNode BpmnElement;
typedef QmsXmlTree BpmnTree;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BpmnTree, qms_xml_tree_free)

/* bpmn_read_source.c: the bytes of a file as UTF-8 that has passed the guard; NULL and an error if they are refused. Free with
 * g_free. */
char *bpmn_source_read (const void *data, size_t size, const char *file, QmsReport *report, size_t *length,
                        QmsError **error);
/* Limits that hold for BPMN. */
const QmsReader *bpmn_source_limits (void);

/* bpmn_read_tree.c */
BpmnTree *bpmn_tree_read (const char *text, size_t size, const char *file, QmsError **error);
/* An element of that name in BPMN's namespace. */
bool bpmn_is (const BpmnElement *element, const char *name);
/* Value of an attribute without prefix; NULL if absent or empty. */
const char *bpmn_value (const BpmnElement *element, const char *name);
/* Value of the first attribute of that local name in any namespace but BPMN's; NULL if absent or empty. */
const char *bpmn_foreign_value (const BpmnElement *element, const char *name);
/* First child of that name in BPMN's namespace; NULL if absent. */
BpmnElement *bpmn_child (const BpmnElement *element, const char *name);
/* The next one beside it. */
BpmnElement *bpmn_next (const BpmnElement *element, const char *name);
/* Child of extensionElements of that name in our namespace; the next one beside it. */
BpmnElement *bpmn_own (const BpmnElement *element, const char *name);
BpmnElement *bpmn_next_own (const BpmnElement *element, const char *name);
/* All text inside an element, in normal form C, without white space at its ends; NULL if there is none. */
char *bpmn_text_of (const BpmnElement *element);
/* A name on one line in normal form C; NULL if there is none. */
char *bpmn_one_line (const char *text);

/* bpmn_read_note.c: a finding at an element; NULL: about the file. */
void bpmn_note (QmsReport *report, int rule, const BpmnElement *at, const QmsValue *values, size_t n_values);
/* Takes the findings out of a report that another has as well, at the same place. */
void bpmn_note_forget (QmsReport *report, const QmsReport *known);
