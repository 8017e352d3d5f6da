/* SPDX-License-Identifier: Apache-2.0 */
/* What readers of administrative procedures share. */
#include "interop/tthc.h"

#include "core/document.h"

#include <qms/model.h>

void
qms_tthc_set_id (QmsNode *procedure)
{
  QmsDocument *document = procedure->document;
  const char *code = qms_administrative_procedure_get_code (procedure);
  g_autofree char *name = g_strconcat ("TT-", code, NULL), *id = NULL;
  size_t number = qms_system_count_administrative_procedures (document->root);

  g_strcanon (name, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_.", '-');
  id = g_strdup (name);
  while (qms_document_find (document, id)) {
    g_free (id);
    id = g_strdup_printf ("%s-%zu", name, ++number);
  }
  qms_node_set_string (procedure, QMS_ADMINISTRATIVE_PROCEDURE_ID, id, NULL);
}
