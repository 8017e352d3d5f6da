/* SPDX-License-Identifier: Apache-2.0 */
/* What the unit tests share: documents from text and back, and the promises that every document keeps. */
#pragma once

#include "core/node.h"

#include <qms.h>

#include <check.h>
#include <glib.h>

#define SYSTEM(inside) "<heThong xmlns=\"urn:libqms:1\">" inside "</heThong>"

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

/* Document of an XML or JSON text that must be right. */
QmsDocument *read_text (const char *text);
/* The same, read leniently. */
QmsDocument *read_leniently (const char *text);
/* Text of a document; free it with qms_free. */
char *write_text (QmsDocument *document, int32_t format);
/* The document is written as `expected`. */
void assert_written (QmsDocument *document, const char *expected);
/* The text is written as `expected` once it is read, and that is read and written unchanged. */
void assert_canonical (const char *text, const char *expected);
/* What is written comes back equal, and is written the same again. */
void assert_comes_back (QmsDocument *document);
/* Parents, indexes, presence bits and the index of identifiers agree with a walk of the tree. */
void assert_sound (QmsDocument *document);
/* How many random documents a property is tried on: `usual`, or what QMS_TEST_SEEDS says, which is fewer where each takes long
 * (under valgrind). */
int count_seeds (int usual);
/* The error has this identifier; frees it. */
void assert_error (QmsStatus status, QmsError *error, QmsStatus expected, const char *id);
