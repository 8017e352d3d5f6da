/* SPDX-License-Identifier: Apache-2.0 */
/* Which acts the nodes of a run name, looked up once for the rules that ask in a row. */
#include "core/text.h"
#include "rules/engine.h"
#include "rules/facts.h"
#include "rules/legal.h"

#include "legal/number.h"

const QmsActPlace *
qms_act_place (const QmsNode *node)
{
  static const QmsActPlace places[] = {
    { QMS_TYPE_CITATION, QMS_CITATION_NUMBER, QMS_CITATION_DATE, QMS_CITATION_EFFECTIVE_DATE, 0 },
    { QMS_TYPE_EXTERNAL_DOCUMENT, QMS_EXTERNAL_DOCUMENT_NUMBER, QMS_EXTERNAL_DOCUMENT_DATE,
      QMS_EXTERNAL_DOCUMENT_EFFECTIVE_DATE, QMS_EXTERNAL_DOCUMENT_EXPIRY_DATE },
    { QMS_TYPE_FORM, QMS_FORM_BASIS, 0, 0, 0 },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i].type == node->type->id)
      return &places[i];
  return NULL;
}

const QmsActs *
qms_check_acts (const QmsCheck *check)
{
  return check->acts ? check->acts : qms_acts_shipped ();
}

static const QmsAct *
find_act (const QmsCheck *check, const QmsNode *node)
{
  const QmsActPlace *place = qms_act_place (node);
  const char *number = qms_text (node, place->number);
  int64_t day = G_MININT64;

  if (*number == '\0')
    return NULL;
  qms_day (node, place->date, &day);
  return qms_acts_find (qms_check_acts (check), number, day);
}

const QmsAct *
qms_check_act (QmsCheck *check, const QmsNode *node)
{
  if (check->citing != node) {
    check->cited = find_act (check, node);
    check->citing = node;
  }
  return check->cited;
}

char *
qms_act_identity (const QmsNode *node)
{
  const QmsActPlace *place = qms_act_place (node);
  const char *number = qms_text (node, place->number);
  char key[QMS_NUMBER_MAX];
  int64_t day;

  if (!qms_number_key_of_whole (number, key))
    return g_strdup (number);
  if (qms_number_has_year (key) || !qms_day (node, place->date, &day))
    return g_strdup (key);
  return g_strdup_printf ("%s\n%d", key, qms_year_of (day));
}

/* Key of the act under its own number if it is known, so that a citation and a list may spell it differently. */
static char *
key_of (QmsCheck *check, const QmsNode *node)
{
  const QmsAct *act = qms_check_act (check, node);
  const char *number = act ? qms_legal_act_get_number (act->node) : qms_text (node, qms_act_place (node)->number);
  char key[QMS_NUMBER_MAX];

  return g_strdup (qms_number_key (number, key) ? key : number);
}

static GHashTable *
collect_listed (QmsCheck *check)
{
  GHashTable *listed = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL);
  QmsItems all = qms_items (check->scope, QMS_SYSTEM_EXTERNAL_DOCUMENTS);

  for (size_t i = 0; i < all.count; i++)
    g_hash_table_add (listed, key_of (check, all.slots[i].node));
  return listed;
}

bool
qms_check_is_unlisted (QmsCheck *check, const QmsNode *citation)
{
  if (qms_items (check->scope, QMS_SYSTEM_EXTERNAL_DOCUMENTS).count == 0)
    return false;
  if (!check->listed)
    check->listed = collect_listed (check);
  return g_hash_table_add (check->listed, key_of (check, citation));
}
