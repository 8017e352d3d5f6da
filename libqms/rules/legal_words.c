/* SPDX-License-Identifier: Apache-2.0 */
/* What the rules about legal acts say of an act, and when they keep silent. */
#include "rules/legal.h"

#include "rules/index.h"
#include "rules/procedure.h"

const char *
qms_act_number (const QmsAct *act)
{
  return qms_legal_act_get_number (act->node);
}

int
qms_act_severity (const QmsAct *act)
{
  return act->confirmed && !act->end_inferred ? 0 : QMS_SEVERITY_INFO;
}

QmsValue
qms_act_doubt (const QmsAct *act)
{
  if (!act->confirmed)
    return qms_value_both ("doubt", " (thông tin gián tiếp, cần tra cứu lại)", " (second-hand, to be looked up)");
  if (act->end_inferred)
    return qms_value_both ("doubt", " (suy ra từ ngày của văn bản thay thế)", " (inferred from its successor's date)");
  return qms_value ("doubt", "");
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
    return qms_check_has_expired (check, node) || qms_filled (node, QMS_EXTERNAL_DOCUMENT_REPLACED_BY);
  if (parent && parent->type->id == QMS_TYPE_PROCEDURE && qms_procedure_has_status (parent)
      && qms_procedure_get_status (parent) > QMS_DOCUMENT_STATUS_IN_FORCE)
    return true;
  return node->type->id == QMS_TYPE_CITATION && qms_check_is_ended (check, qms_text (node, QMS_CITATION_NUMBER));
}
