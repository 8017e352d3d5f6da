/* SPDX-License-Identifier: Apache-2.0 */
/* Embed cases: load a system, receive a dossier, ask for a supplement, walk to the result; print due times and the
 * control slip: case SYSTEM PROCEDURE. */
#include <qms.h>

#include <stdio.h>

/* A moment of March 2026 in Vietnam, seven hours ahead of UTC. */
static int64_t
march (int day, int hour, int minute)
{
  const int64_t first = 1772323200; /* 2026-03-01T00:00:00Z */
  return first + ((int64_t)(day - 1) * 24 + hour - 7) * 3600 + (int64_t)minute * 60;
}

static void
print_moment (const char *what, int64_t time)
{
  int64_t minutes = (time - march (1, 0, 0)) / 60;
  printf ("%s %02d:%02d, %02d/03/2026\n", what, (int)(minutes / 60 % 24), (int)(minutes % 60),
          (int)(minutes / 1440) + 1);
}

/* Who has the case now, and until when. */
static void
print_state (const QmsCase *dossier)
{
  const QmsWorkflow *workflow = qms_case_workflow (dossier);
  const QmsEnum *statuses = qms_field_enum (qms_field_by_id (QMS_CASE_FILE_STATUS));
  int64_t due;

  printf ("[%d] %s\n", qms_case_status (dossier),
          qms_enum_value_label (statuses, qms_case_status (dossier), QMS_LANG_VI));
  for (size_t i = 0; i < qms_case_open_steps (dossier); i++) {
    size_t step = qms_case_open_step (dossier, i);
    printf ("    %s %s\n", qms_workflow_step_id (workflow, step), qms_workflow_step_name (workflow, step));
    if (qms_case_step_due (dossier, step, &due) == QMS_OK)
      print_moment ("      hạn bước", due);
  }
  if (qms_case_due (dossier, &due, NULL) == QMS_OK)
    print_moment ("    hạn trả", due);
}

/* The way of one dossier. Errors gather in one chain. */
static void
walk (QmsCase *dossier, QmsError **error)
{
  const char *clerk = "Cán bộ tiếp nhận", *land = "Công chức địa chính", *head = "Lãnh đạo Phòng Kinh tế";

  print_state (dossier);
  qms_case_request_supplement (dossier, march (2, 9, 30), clerk, "Thiếu sơ đồ thửa đất", error);
  print_state (dossier);
  qms_case_receive_supplement (dossier, march (5, 8, 15), clerk, NULL, error);
  qms_case_complete (dossier, NULL, "hopLe", march (5, 9, 0), clerk, NULL, error);
  qms_case_complete (dossier, NULL, NULL, march (5, 14, 0), head, NULL, error);
  qms_case_complete (dossier, NULL, "layYKien", march (9, 10, 0), land, NULL, error);
  print_state (dossier);
  qms_case_complete (dossier, "B-DD-6", NULL, march (11, 8, 0), NULL, NULL, error);
  qms_case_complete (dossier, "B-DD-5", NULL, march (12, 9, 0), NULL, NULL, error);
  qms_case_complete (dossier, NULL, "mien", march (12, 15, 0), land, NULL, error);
  qms_case_complete (dossier, NULL, "ky", march (13, 10, 0), "Chủ tịch UBND xã", NULL, error);
  while (!*error && !qms_case_is_ended (dossier))
    qms_case_complete (dossier, NULL, NULL, march (16, 10, 0), NULL, NULL, error);
  print_state (dossier);
}

static void
print_slip (const QmsCase *dossier, QmsError **error)
{
  char *slip = NULL;

  if (qms_case_form (dossier, QMS_FORM_KIND_CONTROL, "text", QMS_LANG_VI, &slip, NULL, error) == QMS_OK)
    printf ("\n%s", slip);
  qms_free (slip);
}

int
main (int argc, char **argv)
{
  QmsDocument *system = NULL, *document = qms_document_new (QMS_TYPE_CASE_FILE);
  QmsNode *file = qms_document_root (document);
  QmsCase *dossier = NULL;
  QmsError *error = NULL;

  qms_case_file_set_code (file, "H99.45-260302-0001", &error);
  qms_case_file_set_received (file, march (2, 9, 0), 7 * 60, &error);
  qms_case_file_set_scenario (file, "TH-HS", &error);
  if (argc == 3 && qms_document_load (argv[1], &system, &error) == QMS_OK
      && qms_case_start (document, qms_document_find (system, argv[2]), NULL, &dossier, &error) == QMS_OK) {
    walk (dossier, &error);
    print_slip (dossier, &error);
  }
  if (error)
    fprintf (stderr, "%s\n", qms_error_message (error, QMS_LANG_VI));
  int code = error || !dossier ? 2 : 0;
  qms_error_free (error);
  qms_case_free (dossier);
  qms_document_unref (document);
  qms_document_unref (system);
  return code;
}
