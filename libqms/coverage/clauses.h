/* SPDX-License-Identifier: Apache-2.0 */
/* What answers to the clauses of the standard: as data of data/standards/ and the fields of the model say. */
#pragma once

#include "coverage/coverage.h"

/* The clauses of the system's edition of the standard. */
QmsStatus qms_clauses_read (const QmsNode *system, QmsDocument **clauses, QmsError **error);
/* Appends a row for each clause. */
void qms_clauses_add_rows (QmsCoverage *coverage);
