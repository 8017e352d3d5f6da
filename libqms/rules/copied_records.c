/* SPDX-License-Identifier: Apache-2.0 */
/* The rule about records tables that were copied from another procedure.
 *
 * Procedures with the very same records are compared. What the records are about is the pair of words (a Vietnamese
 * word is often two syllables, "khai sinh") that most of them name and that the title of one of those procedures names
 * too, but not all titles do: words like "đăng ký", which every title has, tell nothing. A procedure whose title does
 * not name it has copied the table. */
#include "core/text.h"
#include "rules/facts.h"
#include "rules/procedure.h"

#include <string.h>

enum { LEAST_NAMES = 2 }; /* records that must name the subject */

/* The words of a name between single spaces, folded, without punctuation: " sổ đăng ký khai sinh ". */
static char *
words_of (const char *name)
{
  g_autofree char *folded = qms_fold_name (name);
  GString *words = g_string_new (" ");

  for (const char *p = folded, *next; *p; p = next) {
    gunichar character = (guchar)*p < 0x80 ? (gunichar)*p : g_utf8_get_char (p);
    next = g_utf8_next_char (p);
    if (g_unichar_isalnum (character) || g_unichar_ismark (character))
      g_string_append_len (words, p, next - p);
    else if (words->str[words->len - 1] != ' ')
      g_string_append_c (words, ' ');
  }
  if (words->str[words->len - 1] != ' ')
    g_string_append_c (words, ' ');
  return g_string_free (words, FALSE);
}

/* Adds 1 for each pair of words in `words`, each pair once. */
static void
count_pairs (GHashTable *counts, const char *words)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (const char *first = words; first[1] != '\0'; first = strchr (first + 1, ' ')) {
    const char *second = strchr (first + 1, ' ');
    const char *end = strchr (second + 1, ' ');
    char *pair = end ? g_strndup (first, (gsize)(end + 1 - first)) : NULL;
    if (pair && g_hash_table_add (seen, pair))
      g_hash_table_insert (counts, g_strdup (pair),
                           GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (counts, pair)) + 1));
  }
}

/* The words of all names of one-stop forms: a pair of them is about no subject. */
static const char *
words_of_forms (void)
{
  static gsize forms;

  if (g_once_init_enter (&forms)) {
    GString *words = g_string_new (NULL);
    for (int32_t kind = QMS_FORM_KIND_RECEIPT; kind <= QMS_FORM_KIND_OTHER; kind++) {
      g_autofree char *name = words_of (qms_label (QMS_FORM_KIND, kind, QMS_LANG_VI));
      g_string_append_printf (words, "%s\n", name);
    }
    g_once_init_leave (&forms, (gsize)g_string_free (words, FALSE));
  }
  return (const char *)forms;
}

/* ---- a group of procedures with the same records */

typedef struct {
  GPtrArray *procedures;
  GPtrArray *titles; /* words_of each title, filled in to compare */
} Group;

static Group *
group_new (void)
{
  Group *group = g_new0 (Group, 1);

  group->procedures = g_ptr_array_new ();
  group->titles = g_ptr_array_new_with_free_func (g_free);
  return group;
}

static void
group_free (gpointer data)
{
  Group *group = data;

  g_ptr_array_unref (group->procedures);
  g_ptr_array_unref (group->titles);
  g_free (group);
}

static guint
titles_with (const Group *group, const char *pair)
{
  guint count = 0;

  for (guint i = 0; i < group->titles->len; i++)
    count += strstr (group->titles->pdata[i], pair) != NULL;
  return count;
}

enum { MOST_PAIRS = 16 }; /* that are tried as subject: keeps the work linear in the procedures */

/* A pair of words and how many records name it. */
typedef struct {
  const char *pair;
  int count;
} Candidate;

static gint
compare_candidates (gconstpointer left, gconstpointer right)
{
  const Candidate *a = left, *b = right;

  return a->count != b->count ? b->count - a->count : strcmp (a->pair, b->pair);
}

/* What the records may be about, most named first. */
static GArray *
candidates_of (GHashTable *counts)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GHashTableIter iterator;
  gpointer pair, count;

  g_hash_table_iter_init (&iterator, counts);
  while (g_hash_table_iter_next (&iterator, &pair, &count)) {
    Candidate candidate = { pair, GPOINTER_TO_INT (count) };
    if (candidate.count >= LEAST_NAMES && !strstr (words_of_forms (), pair))
      g_array_append_val (candidates, candidate);
  }
  g_array_sort (candidates, compare_candidates);
  return candidates;
}

static GHashTable *
count_records (const QmsNode *procedure)
{
  QmsItems records = qms_items (procedure, QMS_PROCEDURE_RECORDS);
  GHashTable *counts = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL);

  for (size_t i = 0; i < records.count; i++) {
    g_autofree char *words = words_of (qms_text (records.slots[i].node, QMS_RECORD_NAME));
    count_pairs (counts, words);
  }
  return counts;
}

static void
read_titles (Group *group)
{
  for (guint i = 0; i < group->procedures->len; i++)
    g_ptr_array_add (group->titles, words_of (qms_text (group->procedures->pdata[i], QMS_PROCEDURE_TITLE)));
}

/* What the records are about, as in words_of; NULL if that cannot be told. Free with g_free. */
static char *
subject_of (Group *group)
{
  g_autoptr (GHashTable) counts = count_records (group->procedures->pdata[0]);
  g_autoptr (GArray) candidates = candidates_of (counts);

  if (candidates->len > 0)
    read_titles (group);
  for (guint i = 0; i < MIN (candidates->len, MOST_PAIRS); i++) {
    const char *pair = g_array_index (candidates, Candidate, i).pair;
    guint titles = titles_with (group, pair);
    if (titles > 0 && titles < group->titles->len)
      return g_strdup (pair);
  }
  return NULL;
}

static const char *
owner_of (const Group *group, const char *subject)
{
  for (guint i = 0; i < group->titles->len; i++)
    if (strstr (group->titles->pdata[i], subject))
      return qms_text (group->procedures->pdata[i], QMS_PROCEDURE_TITLE);
  return "";
}

static void
check_group (QmsCheck *check, Group *group)
{
  g_autofree char *subject = subject_of (group);

  for (guint i = 0; subject && i < group->procedures->len; i++) {
    const QmsNode *procedure = group->procedures->pdata[i];
    g_autofree char *words = g_strstrip (g_strdup (subject));
    if (!strstr (group->titles->pdata[i], subject))
      qms_check_report (check, QMS_RULE_RECORDS_OF_ANOTHER_PROCEDURE, procedure, QMS_PROCEDURE_RECORDS, "title",
                        qms_text (procedure, QMS_PROCEDURE_TITLE), "other", owner_of (group, subject), "subject", words,
                        NULL);
  }
}

/* ---- all procedures */

/* The names of the records, one after the other. */
static char *
records_of (const QmsNode *procedure)
{
  QmsItems records = qms_items (procedure, QMS_PROCEDURE_RECORDS);
  GString *names = g_string_new (NULL);

  for (size_t i = 0; i < records.count; i++) {
    g_string_append (names, qms_text (records.slots[i].node, QMS_RECORD_NAME));
    g_string_append_c (names, '\n');
  }
  return g_string_free (names, FALSE);
}

static void
add_procedure (GHashTable *groups, GPtrArray *order, const QmsNode *procedure)
{
  char *records = records_of (procedure);
  Group *group = g_hash_table_lookup (groups, records);

  if (group)
    g_free (records);
  else {
    group = group_new ();
    g_hash_table_insert (groups, records, group);
    g_ptr_array_add (order, group);
  }
  g_ptr_array_add (group->procedures, (gpointer)procedure);
}

void
qms_rule_records_of_another_procedure (QmsCheck *check, const QmsNode *system)
{
  QmsItems procedures = qms_items (system, QMS_SYSTEM_PROCEDURES);
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, group_free);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  for (size_t i = 0; i < procedures.count; i++)
    if (qms_procedure_is_tthc (procedures.slots[i].node)
        && qms_procedure_count_records (procedures.slots[i].node) >= LEAST_NAMES)
      add_procedure (groups, order, procedures.slots[i].node);
  for (guint i = 0; i < order->len; i++)
    if (((Group *)order->pdata[i])->procedures->len > 1)
      check_group (check, order->pdata[i]);
}
