/* SPDX-License-Identifier: Apache-2.0 */
/* Writers of reports: one function per format over a set of reports, and what they share. */
#pragma once

#include <qms/error.h>
#include <qms/validate.h>

#include <glib.h>
#include <jansson.h>
#include <stdbool.h>

typedef struct {
  const QmsReport *const *reports;
  size_t count;
  int lang;
  bool color; /* text only */
} QmsReportSet;

void qms_report_write_text (const QmsReportSet *set, GString *out);
void qms_report_write_json (const QmsReportSet *set, GString *out);
void qms_report_write_ndjson (const QmsReportSet *set, GString *out);
void qms_report_write_sarif (const QmsReportSet *set, GString *out);
void qms_report_write_junit (const QmsReportSet *set, GString *out);

/* Findings of a severity in all reports of the set. */
size_t qms_report_set_total (const QmsReportSet *set, int severity);
/* Findings that the report counted without keeping them. */
size_t qms_report_left_out_total (const QmsReport *report);
/* The same in words; NULL if there are none. Free with g_free. */
char *qms_report_left_out_text (const QmsReport *report, int lang);
/* Name of the report's file as UTF-8 without control characters; "-" if it has none. Free with g_free. */
char *qms_report_display_file (const QmsReport *report);
/* "error", "warning" or "info": the word of machine formats. */
const char *qms_report_severity_name (int severity);
/* Sets a member of an object; nothing if `text` is NULL. */
void qms_report_put (json_t *object, const char *member, const char *text);
/* Appends `value` and a line break; takes over the reference. */
void qms_report_append_json (GString *out, json_t *value, size_t flags);
