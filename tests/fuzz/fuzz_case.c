/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzz target: any bytes as a case file. What opens can go on, and what it becomes opens again. */
#include "fuzz.h"

static void
open_again (const QmsCase *opened)
{
  QmsDocument *document = NULL;
  QmsCase *again = NULL;
  char *text = NULL;
  size_t size = 0;

  MUST (qms_document_write (qms_case_document (opened), QMS_FORMAT_XML, &text, &size, NULL) == QMS_OK);
  MUST (qms_document_parse (text, size, &document, NULL) == QMS_OK);
  MUST (qms_case_open (document, NULL, &again, NULL) == QMS_OK);
  MUST (qms_case_status (again) == qms_case_status (opened));
  MUST (qms_case_open_steps (again) == qms_case_open_steps (opened));
  qms_case_free (again);
  qms_document_unref (document);
  qms_free (text);
}

/* All that may be asked. */
static void
ask (const QmsCase *opened, int64_t now)
{
  for (int32_t kind = QMS_FORM_KIND_RECEIPT; kind <= QMS_FORM_KIND_REGISTER; kind++) {
    char *text = NULL;
    qms_case_form (opened, kind, kind % 2 ? "json" : "text", QMS_LANG_VI, &text, NULL, NULL);
    qms_free (text);
  }
  MUST (qms_case_used (opened, now) >= 0);
  qms_case_timeliness (opened, now, 480);
  for (size_t i = 0; i < qms_case_open_steps (opened) && i < 8; i++) {
    size_t step = qms_case_open_step (opened, i);
    qms_case_step_timeliness (opened, step, now, 480);
    qms_case_next_count (opened, step, 0, NULL);
  }
}

/* One thing after the other, each at the same time; the last byte says which is first. */
static void
go_on (QmsCase *opened, int64_t time, uint8_t first)
{
  for (uint8_t i = first; i < first + 4; i++)
    switch (i % 6) {
    case 0:
      qms_case_request_supplement (opened, time, NULL, "x", NULL);
      break;
    case 1:
      qms_case_receive_supplement (opened, time, NULL, NULL, NULL);
      break;
    case 2:
      qms_case_request_payment (opened, time, NULL, NULL, NULL);
      break;
    case 3:
      qms_case_receive_payment (opened, time, NULL, NULL, NULL);
      break;
    default:
      if (qms_case_open_steps (opened) > 0)
        qms_case_complete (opened, qms_workflow_step_id (qms_case_workflow (opened), qms_case_open_step (opened, 0)),
                           NULL, time, NULL, NULL, NULL);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  QmsDocument *document = fuzz_read (data, size, QMS_FORMAT_XML, 0);
  QmsCase *opened = NULL;
  QmsError *error = NULL;
  const QmsNode *file = document ? qms_document_root (document) : NULL;

  if (file && qms_case_open (document, NULL, &opened, &error) == QMS_OK) {
    int64_t time = 0;
    size_t last = qms_case_file_count_log (file) - 1;
    MUST (qms_case_event_get_time (qms_case_file_get_log (file, last), &time, NULL) == QMS_OK);
    ask (opened, time + 86400);
    go_on (opened, time + 3600, data[size - 1]);
    open_again (opened);
  } else if (file) {
    MUST (error != NULL);
  }
  qms_error_free (error);
  qms_case_free (opened);
  qms_document_unref (document);
  return 0;
}
