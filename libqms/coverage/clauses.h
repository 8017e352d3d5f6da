/* SPDX-License-Identifier: Apache-2.0 */
/* What answers to the clauses of the standard: as data of data/standards/ and the fields of the model say. */
#pragma once

#include "coverage/coverage.h"

/* Appends a row for each clause. */
void qms_clauses_add_rows (QmsCoverage *coverage);
