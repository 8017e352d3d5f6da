/* SPDX-License-Identifier: Apache-2.0 */
/* Tables of phases and of outcomes of steps, which the shipped template has. */
#pragma once

#include "interop/docx_import.h"

/* Whether the headings in a row are those of phases, of outcomes; DOCX_TABLE_OTHER if neither. */
DocxTableKind docx_flow_kind (const QmsWordRow *headings);
/* Reads these tables, once steps are there. */
void docx_read_flow (DocxImport *import);
