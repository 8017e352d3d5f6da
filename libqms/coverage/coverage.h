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
  char *warning[2];    /* by QMS_LANG_…; NULL: none */
  GPtrArray *evidence; /* of QmsNode */
} QmsCoverageRow;

struct QmsCoverage {
  QmsDocument *system, *clauses, *framework; /* `framework` NULL: none is known */
  GArray *rows;                              /* of QmsCoverageRow */
};

static inline const QmsCoverageRow *
qms_coverage_row (const QmsCoverage *coverage, size_t index)
{
  return coverage && index < coverage->rows->len ? &g_array_index (coverage->rows, QmsCoverageRow, index) : NULL;
}

/* Words for a state. */
const char *qms_coverage_state_label (int state, int lang);

/* Writers; false: a row cannot be written. */
bool qms_coverage_write_text (const QmsCoverage *coverage, int lang, GString *out);
bool qms_coverage_write_json (const QmsCoverage *coverage, int lang, GString *out);
bool qms_coverage_write_csv (const QmsCoverage *coverage, int lang, GString *out);
bool qms_coverage_write_html (const QmsCoverage *coverage, int lang, GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsCoverage, qms_coverage_free)
