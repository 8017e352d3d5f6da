/* SPDX-License-Identifier: Apache-2.0 */
/* What is done once in each backend. */
#include "functions.h"
#include "input.h"

#include "utils/guc.h"

void
pgqms_start (void)
{
  DefineCustomIntVariable (
      "qms.max_document_size", "Largest document that the functions of qms read.",
      "Reading takes up to one and a half times as much memory, which the server cannot refuse in between.",
      &pgqms_max_document_size, 64 * 1024, 1, 512 * 1024, PGC_SUSET, GUC_UNIT_KB, NULL, NULL, NULL);
  MarkGUCPrefixReserved ("qms");
}
