/* SPDX-License-Identifier: Apache-2.0 */
/* Walk the procedures of a system and print their steps, who does them and in what time: read FILE. */
#include <qms.h>

#include <stdio.h>

static const char *
or_dash (const char *text)
{
  return text ? text : "-";
}

static void
print_step (const QmsNode *step, size_t number)
{
  const QmsNode *role = qms_node_resolve (step, QMS_STEP_ROLE);
  char *time = qms_node_get_text (qms_step_get_durations (step, 0), QMS_STEP_DURATION_VALUE, 0);
  printf ("  %zu. %s | %s | %s\n", number, or_dash (qms_step_get_name (step)), or_dash (qms_role_get_name (role)),
          or_dash (time));
  qms_free (time);
}

static void
print_procedure (const QmsNode *procedure)
{
  printf ("%s %s\n", or_dash (qms_procedure_get_code (procedure)), or_dash (qms_procedure_get_title (procedure)));
  for (size_t i = 0; i < qms_procedure_count_steps (procedure); i++)
    print_step (qms_procedure_get_steps (procedure, i), i + 1);
}

int
main (int argc, char **argv)
{
  QmsDocument *document = NULL;
  QmsError *error = NULL;
  if (argc != 2 || qms_document_load (argv[1], &document, &error) != QMS_OK) {
    fprintf (stderr, "%s\n", error ? qms_error_message (error, QMS_LANG_VI) : "read FILE");
    qms_error_free (error);
    return 2;
  }
  const QmsNode *system = qms_document_root (document);
  for (size_t i = 0; i < qms_system_count_procedures (system); i++)
    print_procedure (qms_system_get_procedures (system, i));
  qms_document_unref (document);
  return 0;
}
