/* SPDX-License-Identifier: Apache-2.0 */
/* The rows that a system has, found again by what they are known by. */
#include "interop/csv_rows.h"

#include "core/text.h"

/* Rows that are known by the same. */
typedef struct {
  GQueue nodes;  /* that no row of the file was matched with yet */
  uint32_t line; /* of the last row that was; 0: none */
} Same;

struct CsvRows {
  GHashTable *same; /* place and key → Same */
};

/* ---- all rows */

static void
add_rows (GPtrArray *rows, const QmsNode *owner, uint32_t list)
{
  for (size_t i = 0; i < qms_node_count (owner, list); i++)
    g_ptr_array_add (rows, qms_node_get_node_at (owner, list, i));
}

GPtrArray *
csv_rows (const CsvTable *table, const QmsNode *system)
{
  GPtrArray *rows = g_ptr_array_new ();
  size_t n_owners = table->owner ? qms_node_count (system, table->owner) : 0;

  add_rows (rows, system, table->list);
  for (size_t i = 0; i < n_owners; i++)
    add_rows (rows, qms_node_get_node_at (system, table->owner, i), table->owned);
  return rows;
}

/* ---- keys */

static void
free_same (gpointer data)
{
  Same *same = data;

  g_queue_clear (&same->nodes);
  g_free (same);
}

/* A key in normal form C without white space at its ends; NULL if nothing is left. Free with g_free. */
static char *
clean (const char *text)
{
  char *key = text ? g_strstrip (qms_text_to_nfc (text)) : NULL;

  if (key && *key == '\0')
    g_clear_pointer (&key, g_free);
  return key;
}

/* Which rows have that key, or that name and no key. */
static Same *
find (CsvRows *rows, const QmsNode *owner, const char *key, const char *name, bool make)
{
  g_autofree char *own = clean (key), *called = own ? NULL : clean (name);
  g_autofree char *place = g_strdup_printf ("%p%c%s", (const void *)owner, own ? 'k' : 'n',
                                            own      ? own
                                            : called ? called
                                                     : "");
  Same *same = g_hash_table_lookup (rows->same, place);

  if (!same && make) {
    same = g_new0 (Same, 1);
    g_hash_table_insert (rows->same, g_steal_pointer (&place), same);
  }
  return same;
}

CsvRows *
csv_rows_new (const CsvTable *table, const QmsNode *system)
{
  CsvRows *rows = g_new0 (CsvRows, 1);
  g_autoptr (GPtrArray) all = csv_rows (table, system);

  rows->same = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, free_same);
  for (guint i = 0; i < all->len; i++) {
    QmsNode *node = all->pdata[i];
    const char *name = table->name_key ? qms_node_get_string (node, table->name_key) : NULL;
    Same *same = find (rows, qms_node_parent (node), qms_node_get_string (node, table->key), name, true);
    g_queue_push_tail (&same->nodes, node);
  }
  return rows;
}

void
csv_rows_free (CsvRows *rows)
{
  if (!rows)
    return;
  g_hash_table_unref (rows->same);
  g_free (rows);
}

bool
csv_rows_have (CsvRows *rows, const QmsNode *owner, const char *key)
{
  return find (rows, owner, key, NULL, false) != NULL;
}

CsvMatch
csv_rows_match (CsvRows *rows, const QmsNode *owner, const char *key, const char *name, uint32_t line)
{
  Same *same = find (rows, owner, key, name, true), *named = name ? find (rows, owner, NULL, name, false) : NULL;
  CsvMatch match = { .known = g_queue_pop_head (&same->nodes) };

  if (!match.known && same->line == 0 && named) /* it had no key so far */
    match.known = g_queue_pop_head (&named->nodes);
  if (!match.known)
    match.repeats = same->line;
  same->line = line;
  return match;
}
