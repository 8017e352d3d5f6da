/* SPDX-License-Identifier: Apache-2.0 */
/* The matrix inside the library, and its writers. */
#pragma once

#include "core/document.h"

#include <qms/coverage.h>

typedef struct {
  int kind, state; /* QMS_COVERAGE_… */
  const char *id;  /* strings live in the documents of the matrix */
  const char *title[2];
  char *note;          /* NULL: none */
  char *lack[2];       /* what a partial row lacks, by QMS_LANG_…; NULL: nothing */
  char *warning[2];    /* by QMS_LANG_…; NULL: none */
  GPtrArray *evidence; /* of QmsNode */
} QmsCoverageRow;

struct QmsCoverage {
  QmsDocument *system, *framework; /* `framework` NULL: none is known */
  const QmsNode *clauses;          /* of the system's edition of the standard */
  const char *named;               /* framework that the system names */
  int64_t today;                   /* day of the check, as days since 1970-01-01 */
  GHashTable *open;                /* QmsNode → whether something in it still has to be filled in */
  GArray *rows;                    /* of QmsCoverageRow */
};

static inline const QmsCoverageRow *
qms_coverage_row (const QmsCoverage *coverage, size_t index)
{
  return coverage && index < coverage->rows->len ? &g_array_index (coverage->rows, QmsCoverageRow, index) : NULL;
}

/* Whether a document is a draft, or something in the element still has to be filled in: it answers to nothing yet. */
bool qms_coverage_is_open (QmsCoverage *coverage, const QmsNode *element);
/* Takes note in a row that all that answers is open. */
void qms_coverage_note_open (QmsCoverageRow *row);
/* Appends a place where answers are looked for: "taiLieuNoiBo[loai=boiCanh]"; `place` is a requirement or a further place. */
void qms_coverage_name_place (GString *names, const QmsNode *place);
/* What matrices say of themselves, such as the agency; "" if it is not known. */
const char *qms_coverage_agency (const QmsCoverage *coverage);
const char *qms_coverage_framework (const QmsCoverage *coverage);
/* That the framework which the system names is not known; NULL if it is, or none is named. Free with g_free. */
char *qms_coverage_complaint (const QmsCoverage *coverage, int lang);

/* Words for a state. */
const char *qms_coverage_state_label (int state, int lang);

/* html.c: a writer; false: a row cannot be written. */
bool qms_coverage_write_html (const QmsCoverage *coverage, int lang, GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsCoverage, qms_coverage_free)
