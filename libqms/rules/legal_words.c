/* SPDX-License-Identifier: Apache-2.0 */
/* What the rules about legal acts say of an act, and when they keep silent. */
#include "rules/legal.h"

#include "rules/engine.h"
#include "rules/procedure.h"

const char *
qms_act_number (const QmsAct *act)
{
  return qms_legal_act_get_number (act->node);
}

int
qms_act_severity (const QmsAct *act)
{
  return act->confirmed ? 0 : QMS_SEVERITY_INFO;
}

int
qms_act_end_severity (const QmsCheck *check, const QmsAct *act)
{
  return check->today < act->sure ? QMS_SEVERITY_INFO : qms_act_severity (act);
}

QmsValue
qms_act_doubt (const QmsAct *act)
{
  if (!act->confirmed)
    return qms_value_both ("doubt", " (thông tin gián tiếp, cần tra cứu lại)", " (second-hand, to be looked up)");
  return qms_value ("doubt", "");
}

QmsValue
qms_act_end_doubt (const QmsAct *act)
{
  if (!act->confirmed || !act->end_inferred)
    return qms_act_doubt (act);
  if (act->end == act->sure)
    return qms_value_both ("doubt", " (muộn nhất)", " (at the latest)");
  return qms_value_both ("doubt", " (suy ra từ ngày của văn bản thay thế)", " (inferred from its successor's date)");
}

QmsWords
qms_act_words_successor (const QmsAct *act)
{
  g_autoptr (GString) numbers = g_string_new (NULL);
  size_t count = qms_legal_act_count_replaced_by (act->node);

  for (size_t i = 0; i < count; i++)
    g_string_append_printf (numbers, "%s«%s»", i > 0 ? ", " : "", qms_legal_act_get_replaced_by (act->node, i));
  return (QmsWords){ { g_strconcat (count > 0 ? ", được thay thế bởi " : "", numbers->str, NULL),
                       g_strconcat (count > 0 ? ", replaced by " : "", numbers->str, NULL) } };
}

bool
qms_act_is_settled (QmsCheck *check, const QmsNode *node)
{
  const QmsNode *parent = node->parent;

  if (node->type->id == QMS_TYPE_EXTERNAL_DOCUMENT)
    return qms_check_has_ended (check, node);
  if (parent && parent->type->id == QMS_TYPE_PROCEDURE && qms_procedure_has_status (parent)
      && qms_procedure_get_status (parent) > QMS_DOCUMENT_STATUS_IN_FORCE)
    return true;
  return node->type->id == QMS_TYPE_CITATION && qms_check_is_ended (check, qms_text (node, QMS_CITATION_NUMBER));
}
