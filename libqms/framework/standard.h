/* SPDX-License-Identifier: Apache-2.0 */
/* The clauses of the standard, as data of data/standards/ has them. */
#pragma once

#include "core/document.h"

/* The clauses (type standard_clauses) of the system's edition of the standard. They live for ever. Thread-safe. */
const QmsNode *qms_clauses_of (const QmsNode *system);
/* Whether `clause` is `number` or, with a further part, below it. */
bool qms_clause_is_below (const char *clause, const char *number);
