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

/* "17:00, 09/03/2026". Free with g_free. */
char *qms_case_form_moment (const QmsCaseForm *form, int64_t time);

/* The rows of the control slip: who gave the case to whom, when, in what time. */
void qms_case_form_put_rows (QmsCaseForm *form);
