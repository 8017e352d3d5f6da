/* SPDX-License-Identifier: Apache-2.0 */
/* A one-stop form of a case while it is filled: one call adds a value to the JSON and to the text. */
#pragma once

#include "workflow/case_handle.h"

#include <jansson.h>

typedef struct {
  const QmsCase *opened;
  int lang;
  json_t *json;
  GString *text;
} QmsCaseForm;

/* What people call a value, by language. */
typedef const char *QmsLabel[2];

/* Nothing is added for a value that is not there. */
void qms_case_form_put (QmsCaseForm *form, const char *key, const QmsLabel label, const char *value);
void qms_case_form_put_time (QmsCaseForm *form, const char *key, const QmsLabel label, int64_t time);
/* JSON has the value as files have it, text has words. */
void qms_case_form_put_value (QmsCaseForm *form, const char *key, const QmsLabel label, const QmsNode *node,
                              uint32_t field);
/* "17:00, 09/03/2026". Free with g_free. */
char *qms_case_form_moment (const QmsCaseForm *form, int64_t time);

/* The rows of the control slip: who gave the case to whom, when, in what time. */
void qms_case_form_put_rows (QmsCaseForm *form);
