/* SPDX-License-Identifier: Apache-2.0 */
/* Runs the conformance suite against the C library: conformance PROJECT-DIRECTORY [FOLDER], where other cases than those of the suite
 * are. docs/conformance.md describes the suite. */
#include "run.h"

#include <stdio.h>
#include <string.h>

static const Operation *const rooms[] = { document_operations, node_operations,     model_operations,
                                          check_operations,    exchange_operations, coverage_operations,
                                          workflow_operations, office_operations,   docx_operations,
                                          work_operations,     stress_operations };

static const Operation *
find_operation (const char *name)
{
  for (size_t room = 0; room < G_N_ELEMENTS (rooms); room++)
    for (const Operation *operation = rooms[room]; operation->name; operation++)
      if (g_strcmp0 (operation->name, name) == 0)
        return operation;
  return NULL;
}

/* ---- what was expected */

static const char *const status_names[] = { "ok",        "argument", "io",          "syntax",    "structure", "value",
                                            "reference", "limit",    "unsupported", "not-found", "internal" };

static json_t *
describe_error (QmsStatus status, const QmsError *error)
{
  return json_pack ("{s:s, s:s?, s:s?, s:s?, s:s?, s:s?, s:s?, s:s?, s:i, s:i}", "status", status_names[status],
                    "message", error ? qms_error_message (error, QMS_LANG_VI) : NULL, "message_en",
                    error ? qms_error_message (error, QMS_LANG_EN) : NULL, "remedy",
                    error ? qms_error_remedy (error, QMS_LANG_VI) : NULL, "remedy_en",
                    error ? qms_error_remedy (error, QMS_LANG_EN) : NULL, "id", error ? qms_error_id (error) : NULL,
                    "file", qms_error_file (error), "path", qms_error_path (error), "line", (int)qms_error_line (error),
                    "column", (int)qms_error_column (error));
}

static json_t *
describe_value (const Value *value)
{
  static const char *const names[] = { "data", "document", "node", "report", "calendar", "workflow", "case",
                                       "report on an import" };

  if (!value)
    return json_null ();
  if (value->kind == VALUE_DATA)
    return json_incref (value->data);
  return json_sprintf ("<%s>", names[value->kind]);
}

/* Whether the members that are expected are there; an error may have more. */
static int
has_members (json_t *found, json_t *expected)
{
  const char *key;
  json_t *value;

  json_object_foreach (expected, key, value)
    if (!json_equal (json_object_get (found, key), value))
      return 0;
  return 1;
}

static int
is_expected (Call *call, json_t *expected)
{
  const char *name = json_string_value (json_object_get (expected, "var"));
  const Value *other = name ? g_hash_table_lookup (call->variables, name) : NULL;

  if (!name)
    return call->result && call->result->kind == VALUE_DATA && json_equal (call->result->data, expected);
  return call->result && other && call->result->kind == other->kind && call->result->handle == other->handle;
}

static int
complain (const char *where, size_t step, const char *call, json_t *expected, json_t *found)
{
  char *expected_text = json_dumps (expected, JSON_ENCODE_ANY | JSON_COMPACT);
  char *found_text = json_dumps (found, JSON_ENCODE_ANY | JSON_COMPACT);

  printf ("C: %s: step %zu: %s: expected %s, found %s\n", where, step + 1, call, expected_text, found_text);
  free (expected_text);
  free (found_text);
  json_decref (found);
  return 0;
}

static int
check_outcome (Call *call, json_t *step, const char *where, size_t number)
{
  const char *name = json_string_value (json_object_get (step, "call"));
  json_t *fails = json_object_get (step, "fails"), *gives = json_object_get (step, "gives");
  json_t *found = describe_error (call->status, call->error);

  if (fails ? call->status == QMS_OK || !has_members (found, fails) : call->status != QMS_OK)
    return complain (where, number, name, fails, found);
  json_decref (found);
  if (gives && !fails && !is_expected (call, gives))
    return complain (where, number, name, gives, describe_value (call->result));
  return 1;
}

/* ---- cases */

static int
run_step (Call *call, json_t *step, const char *where, size_t number)
{
  const char *name = json_string_value (json_object_get (step, "call"));
  const char *on = json_string_value (json_object_get (step, "on"));
  const char *as = json_string_value (json_object_get (step, "as"));
  const Operation *operation = find_operation (name);

  call->self = on ? g_hash_table_lookup (call->variables, on) : NULL;
  call->args = json_object_get (step, "args");
  call->status = QMS_OK;
  call->error = NULL;
  call->result = NULL;
  if (!operation || (on && !call->self)) {
    printf ("C: %s: step %zu: %s: no such operation or variable\n", where, number + 1, name);
    return 0;
  }
  operation->run (call);
  int good = check_outcome (call, step, where, number);
  qms_error_free (call->error);
  if (as && call->result)
    g_hash_table_insert (call->variables, g_strdup (as), call->result);
  else
    value_free (call->result);
  return good;
}

/* The input of a case: text, or the name of a file. */
static json_t *
input_step (json_t *input)
{
  const char *text = json_string_value (input);

  return json_pack ("{s:s, s:[O], s:s}", "call", text[0] == '<' || text[0] == '{' ? "parse" : "load", "args", input,
                    "as", "doc");
}

static int
run_case (const char *root, const char *file, json_t *item)
{
  g_autofree char *where = g_strdup_printf ("%s: %s", file, json_string_value (json_object_get (item, "name")));
  Call call = { .root = root };
  json_t *input = json_object_get (item, "input"), *step;
  size_t number;
  int good = 1;

  call.variables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)value_free);
  if (input) {
    json_t *first = input_step (input);
    good = run_step (&call, first, where, 0);
    json_decref (first);
  }
  json_array_foreach (json_object_get (item, "steps"), number, step)
    if (good)
      good = run_step (&call, step, where, number);
  g_hash_table_unref (call.variables);
  return good;
}

/* Says so if C cannot run the case. */
static int
is_skipped (const char *file, json_t *item)
{
  if (g_strcmp0 (json_string_value (json_object_get (item, "needs")), "nul") != 0)
    return 0;
  printf ("C: skipped %s: %s: a C string ends at NUL\n", file, json_string_value (json_object_get (item, "name")));
  return 1;
}

static void
run_file (const char *root, const char *folder, const char *name, size_t *passed, size_t *failed)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  json_error_t error;
  json_t *file = json_load_file (path, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &error), *item;
  size_t index;

  if (!file) {
    printf ("C: %s:%d: %s\n", path, error.line, error.text);
    *failed += 1;
    return;
  }
  json_array_foreach (json_object_get (file, "cases"), index, item)
    if (!is_skipped (name, item))
      *(run_case (root, name, item) ? passed : failed) += 1;
  json_decref (file);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

int
main (int argc, char **argv)
{
  g_autofree char *suite = g_build_filename (argc > 1 ? argv[1] : ".", "tests", "conformance", NULL);
  const char *folder = argc > 2 ? argv[2] : suite;
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  size_t passed = 0, failed = 0;
  const char *name;

  while (directory && (name = g_dir_read_name (directory)))
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    run_file (argc > 1 ? argv[1] : ".", folder, names->pdata[i], &passed, &failed);
  if (failed)
    printf ("C: %zu cases failed\n", failed);
  printf ("C: %zu cases passed\n", passed);
  return failed || !passed;
}
