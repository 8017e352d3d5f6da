/* SPDX-License-Identifier: Apache-2.0 */
/* Small Word documents for tests. */
#pragma once

#include "word/package.h"

#define W_P(inside) "<w:p>" inside "</w:p>"
#define W_R(text) "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define W_T(text) W_P (W_R (text))
#define W_TC(inside) "<w:tc><w:tcPr><w:tcW w:w=\"3000\" w:type=\"dxa\"/></w:tcPr>" inside "</w:tc>"
#define W_TR(cells) "<w:tr>" cells "</w:tr>"
#define W_TBL(rows)                                                                                                    \
  "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"3000\"/><w:gridCol w:w=\"3000\"/></w:tblGrid>" rows "</w:tbl>"

/* A package whose main document has that body; free with qms_package_free. */
QmsPackage *docx_package (const char *body);
/* Gives a part that text. */
void docx_put (QmsPackage *package, const char *name, const char *text);
/* The root of a part, "document" or "hdr", with all namespaces around `inside`. Free with g_free. */
char *docx_root (const char *name, const char *inside);
/* The package as a file. */
GBytes *docx_bytes (const QmsPackage *package);
/* Text of a part. Free with g_free. */
char *docx_part (const void *docx, size_t size, const char *name);
/* What a person sees: "a; b" for paragraphs, "{c|d}" for each row of a table; "⏎" for a line break. Free with g_free. */
char *docx_shown (const void *docx, size_t size);
