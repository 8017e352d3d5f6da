/* SPDX-License-Identifier: Apache-2.0 */
/* The papers of a new case: those that the administrative procedure asks for. */
#include "core/text.h"
#include "workflow/case_handle.h"

#include <qms/model.h>

#include <string.h>

/* The composition for all cases, and that for the one that bears the name of the scenario. */
static bool
is_asked (const QmsNode *dossier, const char *scenario)
{
  const char *name = qms_dossier_get_case (dossier);
  g_autofree char *folded = name ? qms_fold_name (name) : NULL;

  return !folded || !*folded || (scenario && strcmp (folded, scenario) == 0);
}

static QmsStatus
copy_papers (QmsNode *file, const QmsNode *dossier, QmsError **error)
{
  QmsStatus status = QMS_OK;

  for (size_t i = 0; i < qms_dossier_count_items (dossier) && status == QMS_OK; i++)
    status = qms_node_attach (file, QMS_CASE_FILE_PAPERS, QMS_APPEND,
                              qms_node_copy (qms_dossier_get_items (dossier, i), file->document), error);
  return status;
}

QmsStatus
qms_case_fill_papers (QmsNode *file, const QmsNode *tthc, QmsError **error)
{
  const QmsNode *scenario = qms_case_file_has_scenario (file) ? qms_node_resolve (file, QMS_CASE_FILE_SCENARIO) : NULL;
  const char *name = qms_scenario_get_name (scenario);
  g_autofree char *folded = name ? qms_fold_name (name) : NULL;
  QmsStatus status = QMS_OK;

  if (qms_case_file_has_papers (file))
    return QMS_OK;
  for (size_t i = 0; i < qms_administrative_procedure_count_dossiers (tthc) && status == QMS_OK; i++) {
    const QmsNode *dossier = qms_administrative_procedure_get_dossiers (tthc, i);
    if (is_asked (dossier, folded))
      status = copy_papers (file, dossier, error);
  }
  return status;
}
