/* SPDX-License-Identifier: Apache-2.0 */
/* Operations on lifetime and threads. */
#include "run.h"

#include <string.h>

/* Reads the text `count` times, keeps of each document only the first unit of its agency, drops the documents, and tells how many
 * of the units still have their name. In C a node is kept by a reference to its document. */
static void
op_keep_children (Call *call)
{
  const char *text = arg_text (call, 0);
  size_t count = (size_t)arg_int (call, 1, 1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify)value_free);
  int64_t good = 0;

  for (size_t i = 0; i < count; i++) {
    QmsDocument *document = NULL;
    qms_document_parse (text, strlen (text), &document, NULL);
    g_ptr_array_add (kept, value_node (qms_node_at (qms_document_root (document), "agency/units[1]", NULL)));
    qms_document_unref (document);
  }
  for (size_t i = 0; i < count; i++)
    good += g_strcmp0 (qms_unit_get_name (((Value *)kept->pdata[i])->handle), arg_text (call, 2)) == 0;
  give_int (call, good);
}

/* The report of a text for a day as JSON; free it with qms_free. */
static char *
report_of (const char *text)
{
  QmsValidator *validator = qms_validator_new ();
  QmsDocument *document = NULL;
  QmsReport *report = NULL;
  char *json = NULL;

  qms_validator_set_as_of (validator, 2026, 6, 1, NULL);
  if (qms_document_parse (text, strlen (text), &document, NULL) == QMS_OK
      && qms_validator_run (validator, document, &report, NULL) == QMS_OK)
    qms_report_write ((const QmsReport *const *)&report, 1, "json", QMS_LANG_VI, 0, &json, NULL, NULL);
  qms_report_free (report);
  qms_document_unref (document);
  qms_validator_free (validator);
  return json;
}

static gpointer
validate_in_thread (gpointer text)
{
  return report_of (text);
}

/* Reads and validates a file in `count` threads at once, each with a document of its own; tells how many reports are as one made
 * in this thread. */
static void
op_parallel (Call *call)
{
  g_autofree char *path = file_path (call, arg_text (call, 0));
  g_autofree char *text = NULL;
  GThread *threads[64];
  int64_t count = CLAMP (arg_int (call, 1, 1), 1, 64), good = 0;

  g_file_get_contents (path, &text, NULL, NULL);
  for (int64_t i = 0; i < count; i++)
    threads[i] = g_thread_new ("validate", validate_in_thread, text);
  char *expected = report_of (text);
  for (int64_t i = 0; i < count; i++) {
    char *found = g_thread_join (threads[i]);
    good += found && g_strcmp0 (found, expected) == 0;
    qms_free (found);
  }
  qms_free (expected);
  give_int (call, good);
}

const Operation stress_operations[] = {
  { "keep_children", op_keep_children },
  { "parallel", op_parallel },
  { NULL, NULL },
};
