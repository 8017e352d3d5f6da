/* SPDX-License-Identifier: Apache-2.0 */
/* What is said about an imported Word document: each field with source, confidence and reason, and what was not understood. */
#pragma once

#include "core/error.h"
#include "core/node.h"

#include <qms/docx.h>

/* Where in a document a person looks. */
typedef enum { DOCX_BODY, DOCX_HEADER, DOCX_FOOTER } DocxPart;

typedef struct {
  DocxPart part;
  size_t paragraph;  /* 0: none */
  size_t table, row; /* 0: in none */
} DocxPlace;

/* A piece of a document: where it stands and what it says, as it stands. */
typedef struct {
  DocxPlace place;
  const char *text;
} DocxSource;

/* How sure a field is, in percent; below DOCX_DOUBTFUL a person should look. */
enum { DOCX_SURE = 100, DOCX_FIRM = 95, DOCX_LIKELY = 85, DOCX_DOUBTFUL = 80, DOCX_GUESS = 60, DOCX_KEPT = 40 };

typedef struct {
  QmsNode *node; /* NULL for a note without a node */
  uint32_t field;
  int32_t severity; /* QMS_SEVERITY_…; 0: a field that was filled */
  int32_t confidence;
  const char *id; /* of the message */
  char *text[2];  /* the message */
  char *place[2];
  char *source;
  char *path, *value; /* by docx_report_close */
  char *shown;        /* the value for people: of a reference the name; NULL: the value itself */
} DocxItem;

struct QmsDocxReport {
  char *file;
  char *procedure, *code, *title; /* path, code and title of what was imported; NULL if nothing was */
  GPtrArray *fields, *notes;      /* of DocxItem */
  GHashTable *seen;               /* set: message and text of notes, so that none is said twice in one place */
};

QmsDocxReport *docx_report_new (const char *file);
/* A field of `node` was filled from `source` (NULL: from the whole) for the reason that the message gives. Values are those of
 * the message. */
void docx_report_field (QmsDocxReport *report, QmsNode *node, uint32_t field, const DocxSource *source, int confidence,
                        int message, const QmsValue *values, size_t n_values);
/* Something that a person should know: what was not understood, what was left as it was. */
void docx_report_note (QmsDocxReport *report, int severity, const DocxSource *source, int message,
                       const QmsValue *values, size_t n_values);
/* Writes down paths and values, so that the report needs the document no more. */
void docx_report_close (QmsDocxReport *report, const QmsNode *procedure);

/* docx_report_html.c */
void docx_report_write_html (const QmsDocxReport *const *reports, size_t count, int lang, GString *out);