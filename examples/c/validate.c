/* SPDX-License-Identifier: Apache-2.0 */
/* Load a system, validate it, print the findings: validate FILE [vi|en]. Exit 1 if there is an error among them. */
#include <qms.h>

#include <stdio.h>
#include <string.h>

static void
print_errors (const QmsError *error, int32_t lang)
{
  for (; error; error = qms_error_next (error))
    fprintf (stderr, "%s:%u:%u: %s [%s]\n", qms_error_file (error), qms_error_line (error), qms_error_column (error),
             qms_error_message (error, lang), qms_error_id (error));
}

static void
print_finding (const QmsReport *report, size_t index, int32_t lang)
{
  const QmsRule *rule = qms_report_rule (report, index);
  printf ("%u:%u: %s [%s]\n", qms_report_line (report, index), qms_report_column (report, index),
          qms_report_message (report, index, lang), qms_rule_id (rule));
  printf ("  → %s\n", qms_rule_remedy (rule, lang));
}

int
main (int argc, char **argv)
{
  int32_t lang = argc > 2 && strcmp (argv[2], "en") == 0 ? QMS_LANG_EN : QMS_LANG_VI;
  QmsDocument *document = NULL;
  QmsReport *report = NULL;
  QmsError *error = NULL;
  int code = 2;

  if (argc > 1 && qms_document_load (argv[1], &document, &error) == QMS_OK
      && qms_document_validate (document, &report, &error) == QMS_OK) {
    for (size_t i = 0; i < qms_report_count (report); i++)
      print_finding (report, i, lang);
    code = qms_report_severity_count (report, QMS_SEVERITY_ERROR) > 0;
  }
  print_errors (error, lang);

  qms_error_free (error);
  qms_report_free (report);
  qms_document_unref (document);
  return code;
}
