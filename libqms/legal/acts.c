/* SPDX-License-Identifier: Apache-2.0 */
/* The table of legal acts: read from data, linked once, looked up by number. */
#include "legal/acts.h"

#include "core/error.h"
#include "core/kind.h"
#include "core/resource.h"
#include "core/text.h"
#include "gen/rules.h"
#include "legal/number.h"
#include "qms_data.h"

#include <gio/gio.h>
#include <qms/model.h>

#define FOLDER "legal/"

/* A number that is given anew every year is also entered with each date by which a citation may tell its acts apart. */
struct QmsActs {
  GHashTable *by_key;   /* key of a number, or of another spelling → first QmsAct of it */
  GPtrArray *acts;      /* of QmsAct */
  GPtrArray *documents; /* that hold their nodes */
  int64_t last_change;
};

/* ---- reading */

static int64_t
day_of (const QmsNode *act, uint32_t field, int64_t absent)
{
  int32_t year, month, day;

  if (qms_node_get_date (act, field, &year, &month, &day) != QMS_OK)
    return absent;
  return qms_date_pack (year, month, day).integer;
}

static QmsAct *
make_act (const QmsNode *node)
{
  QmsAct *act = g_new0 (QmsAct, 1);

  act->node = node;
  act->issued = day_of (node, QMS_LEGAL_ACT_ISSUED, G_MININT64);
  act->first = day_of (node, QMS_LEGAL_ACT_EFFECTIVE, act->issued);
  act->end = day_of (node, QMS_LEGAL_ACT_EXPIRED, G_MAXINT64);
  if (act->end != G_MAXINT64)
    act->end++;
  act->sure = act->end;
  act->confirmed = qms_legal_act_get_certainty (node) == QMS_CERTAINTY_CONFIRMED;
  return act;
}

static int
year_of (int64_t day)
{
  int year, month, date;

  qms_date_unpack ((QmsSlot){ .integer = day }, &year, &month, &date);
  return year;
}

/* A number's key together with what tells its acts apart: a year, a day, or that the act has no date. No key holds a line
 * end. */
enum { DATED_MAX = QMS_NUMBER_MAX + 24 };

static const char *
dated_key (char dated[DATED_MAX], const char *key, const char *sort, int64_t date)
{
  g_snprintf (dated, DATED_MAX, "%s\n%s%" G_GINT64_FORMAT, key, sort, date);
  return dated;
}

static const char *
year_key (char dated[DATED_MAX], const char *key, int64_t day)
{
  return day == G_MININT64 ? dated_key (dated, key, "?", 0) : dated_key (dated, key, "", year_of (day));
}

static void
enter_key (QmsActs *acts, const char *key, QmsAct *act)
{
  if (!g_hash_table_contains (acts->by_key, key))
    g_hash_table_insert (acts->by_key, g_strdup (key), act);
}

static void
enter (QmsActs *acts, const char *number, QmsAct *act)
{
  char key[QMS_NUMBER_MAX], dated[DATED_MAX];
  const QmsSlot *dates;
  size_t count = qms_node_items (act->node, qms_field_by_id (QMS_LEGAL_ACT_OTHER_DATES), &dates);

  if (!number || !qms_number_key (number, key))
    return;
  enter_key (acts, key, act);
  if (qms_number_has_year (key))
    return;
  enter_key (acts, year_key (dated, key, act->issued), act);
  for (size_t i = 0; i < count; i++)
    enter_key (acts, dated_key (dated, key, "@", dates[i].integer), act);
}

static void
add_act (QmsActs *acts, const QmsNode *node)
{
  QmsAct *act = make_act (node);

  act->order = acts->acts->len;
  g_ptr_array_add (acts->acts, act);
  enter (acts, qms_legal_act_get_number (node), act);
  for (size_t i = 0; i < qms_legal_act_count_aliases (node); i++)
    enter (acts, qms_legal_act_get_aliases (node, i), act);
}

/* Takes the document over. */
static void
add_document (QmsActs *acts, QmsDocument *document)
{
  const QmsNode *root = document->root;

  g_ptr_array_add (acts->documents, document);
  for (size_t i = 0; i < qms_legal_acts_count_acts (root); i++)
    add_act (acts, qms_legal_acts_get_acts (root, i));
}

static void
add_resource (QmsActs *acts, const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  QmsDocument *document = NULL;
  size_t size;
  const char *text = qms_resource_text (path, &size);

  if (text && qms_document_parse (text, size, &document, NULL) == QMS_OK)
    add_document (acts, document);
}

static void
add_shipped (QmsActs *acts)
{
  g_auto (GStrv) names = g_resource_enumerate_children (qms_data_get_resource (), "/qms/" FOLDER, 0, NULL);

  for (char **name = names; name && *name; name++)
    add_resource (acts, *name);
}

/* ---- links */

static const QmsAct *
successor_at (const QmsActs *acts, const QmsAct *act, size_t index)
{
  return qms_acts_find (acts, qms_legal_act_get_replaced_by (act->node, index), G_MININT64);
}

/* Without a last day of its own, an act ends when the first of its successors begins, at the latest when it can have. */
static void
infer_end (QmsAct *act, int64_t begins)
{
  int64_t latest = day_of (act->node, QMS_LEGAL_ACT_ENDED_BY, G_MAXINT64);

  if (latest != G_MAXINT64)
    act->sure = latest + 1;
  act->end = MIN (begins, act->sure);
  act->end_inferred = act->end != G_MAXINT64;
}

/* Tells the acts that replace `act` so. */
static void
link_successors (QmsActs *acts, QmsAct *act)
{
  int64_t begins = G_MAXINT64;

  for (size_t i = 0; i < qms_legal_act_count_replaced_by (act->node); i++) {
    QmsAct *successor = (QmsAct *)successor_at (acts, act, i);
    if (!successor)
      continue;
    successor->replaces = true;
    if (successor->first != G_MININT64)
      begins = MIN (begins, successor->first);
  }
  if (act->end == G_MAXINT64)
    infer_end (act, begins);
}

static QmsActs *
acts_new (void)
{
  QmsActs *acts = g_new0 (QmsActs, 1);

  acts->by_key = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL);
  acts->acts = g_ptr_array_new_with_free_func (g_free);
  acts->documents = g_ptr_array_new_with_free_func ((GDestroyNotify)qms_document_unref);
  return acts;
}

static void
complete (QmsActs *acts)
{
  add_shipped (acts);
  for (guint i = 0; i < acts->acts->len; i++)
    link_successors (acts, acts->acts->pdata[i]);
  acts->last_change = G_MININT64;
  for (guint i = 0; i < acts->acts->len; i++) {
    const QmsAct *act = acts->acts->pdata[i];
    if (act->replaces)
      acts->last_change = MAX (acts->last_change, act->first);
    if (act->end != G_MAXINT64)
      acts->last_change = MAX (acts->last_change, act->end);
  }
}

int64_t
qms_acts_last_change (const QmsActs *acts)
{
  return acts->last_change;
}

const QmsActs *
qms_acts_shipped (void)
{
  static QmsActs *shipped;

  if (g_once_init_enter (&shipped)) {
    QmsActs *acts = acts_new ();
    complete (acts);
    g_once_init_leave (&shipped, acts);
  }
  return shipped;
}

QmsStatus
qms_acts_load (const char *file, QmsActs **acts, QmsError **error)
{
  g_autoptr (QmsDocument) document = NULL;
  const QmsType *expected = qms_type_by_id (QMS_TYPE_LEGAL_ACTS);
  QmsStatus status = qms_document_load (file, &document, error);

  if (status)
    return status;
  if (document->root->type != expected)
    return qms_fail (error, QMS_MSG_FRAMEWORK_ROOT, &(QmsPlace){ .file = file, .line = document->root->line },
                     "expected", expected->xml, "found", document->root->type->xml, NULL);
  *acts = acts_new ();
  add_document (*acts, g_steal_pointer (&document));
  complete (*acts);
  return QMS_OK;
}

QmsDocument *
qms_acts_document (const QmsActs *acts)
{
  return acts->documents->pdata[0];
}

void
qms_acts_free (QmsActs *acts)
{
  if (!acts)
    return;
  g_hash_table_unref (acts->by_key);
  g_ptr_array_unref (acts->acts);
  g_ptr_array_unref (acts->documents);
  g_free (acts);
}

/* ---- looking up */

bool
qms_act_has_other_date (const QmsAct *act, int64_t day)
{
  const QmsSlot *dates;
  size_t count = qms_node_items (act->node, qms_field_by_id (QMS_LEGAL_ACT_OTHER_DATES), &dates);

  for (size_t i = 0; i < count; i++)
    if (dates[i].integer == day)
      return true;
  return false;
}

static const QmsAct *
earlier (const QmsAct *a, const QmsAct *b)
{
  return !a || (b && b->order < a->order) ? b : a;
}

/* Of the acts of a number: one of the year of `day`, one that has no date, or one known under that very day. */
static const QmsAct *
find_dated (const QmsActs *acts, const char *key, int64_t day)
{
  char dated[DATED_MAX];
  const QmsAct *same_year = g_hash_table_lookup (acts->by_key, year_key (dated, key, day));
  const QmsAct *undated = g_hash_table_lookup (acts->by_key, year_key (dated, key, G_MININT64));
  const QmsAct *same_day = g_hash_table_lookup (acts->by_key, dated_key (dated, key, "@", day));

  return earlier (earlier (same_year, undated), same_day);
}

const QmsAct *
qms_acts_find (const QmsActs *acts, const char *number, int64_t day)
{
  char key[QMS_NUMBER_MAX];

  if (!qms_number_key (number, key))
    return NULL;
  return day == G_MININT64 || qms_number_has_year (key) ? g_hash_table_lookup (acts->by_key, key)
                                                        : find_dated (acts, key, day);
}

static bool
is_in_force (const QmsAct *act, int64_t day)
{
  return act->first != G_MININT64 && act->first <= day && day < act->end;
}

/* The successor of an act that prescribes forms; NULL if there is none. */
static const QmsAct *
next_forms (const QmsActs *acts, const QmsAct *act)
{
  for (size_t i = 0; i < qms_legal_act_count_replaced_by (act->node); i++) {
    const QmsAct *successor = successor_at (acts, act, i);
    if (successor && qms_legal_act_has_forms (successor->node))
      return successor;
  }
  return NULL;
}

const QmsNode *
qms_act_form (const QmsAct *act, int32_t kind)
{
  size_t count = act && kind != 0 ? qms_legal_act_count_forms (act->node) : 0;

  for (size_t i = 0; i < count; i++) {
    const QmsNode *form = qms_legal_act_get_forms (act->node, i);
    if (qms_form_get_kind (form) == kind)
      return form;
  }
  return NULL;
}

const QmsAct *
qms_acts_form_on (const QmsActs *acts, int32_t kind, int64_t day)
{
  for (guint i = 0; i < acts->acts->len; i++) {
    const QmsAct *act = acts->acts->pdata[i];
    if (is_in_force (act, day) && qms_act_form (act, kind))
      return act;
  }
  return NULL;
}

const QmsAct *
qms_acts_forms_for (const QmsActs *acts, const QmsAct *act, int32_t kind, int64_t day)
{
  const QmsAct *next = next_forms (acts, act), *other = NULL;

  if (!next || !is_in_force (next, day))
    other = qms_acts_form_on (acts, kind, day);
  return other ? other : next;
}

const QmsNode *
qms_legal_find (const char *number)
{
  const QmsAct *act = number ? qms_acts_find (qms_acts_shipped (), number, G_MININT64) : NULL;

  return act ? act->node : NULL;
}

/* The act that a node describes: one of the shipped acts, or any other as far as its own data go. */
static QmsAct
act_of (const QmsNode *node)
{
  const QmsAct *shipped = qms_acts_find (qms_acts_shipped (), qms_legal_act_get_number (node), G_MININT64);
  g_autofree QmsAct *own = shipped && shipped->node == node ? NULL : make_act (node);

  return own ? *own : *shipped;
}

int32_t
qms_legal_status (const QmsNode *node, int32_t year, int32_t month, int32_t day)
{
  QmsAct act;
  int64_t when;

  if (!node || node->type->id != QMS_TYPE_LEGAL_ACT || !qms_legal_act_has_number (node)
      || !qms_date_valid (year, month, day))
    return QMS_ACT_UNKNOWN;
  act = act_of (node);
  when = qms_date_pack (year, month, day).integer;
  if (when >= act.end)
    return QMS_ACT_EXPIRED;
  if (act.first == G_MININT64)
    return QMS_ACT_UNKNOWN;
  return when < act.first ? QMS_ACT_NOT_YET : QMS_ACT_IN_FORCE;
}
