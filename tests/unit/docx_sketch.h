/* SPDX-License-Identifier: Apache-2.0 */
/* Word documents for tests from sketches that a person can read: a line is a paragraph, lines with " | " are rows of a table. */
#pragma once

#include <glib.h>

/* How a program writes what a sketch says: LibreOffice plainly, Word in pieces with marks of its own between them. */
typedef enum { SKETCH_LIBREOFFICE, SKETCH_WORD } SketchDialect;

/* A .docx of a sketch:
 *   "*text"      a paragraph in bold             "#text"   one that Word numbers
 *   "a | b"      a row; an empty line ends a table; "/" in a cell begins a paragraph ("//" is a slash)
 *   "v:text"     a cell merged with those below   "^"      one that it covers
 *   "2:text"     a cell over two columns          "#"      a number that Word counts and nothing else
 * `footer` (NULL: none) is the text of its footer, lines as in a sketch. */
GBytes *sketch_docx (const char *sketch, const char *footer, SketchDialect dialect);
