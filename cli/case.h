/* SPDX-License-Identifier: Apache-2.0 */
/* What the verbs of qms case share. */
#pragma once

#include "moment.h"

#include <jansson.h>

/* What the options say; NULL: nothing. */
typedef struct {
  const char *procedure, *at, *output, *code, *channel, *scenario, *limit, *rule, *applicant, *subject; /* of start */
  const char *helped_at, *received_at, *decided_by, *calendar;
  const char *step, *outcome, *actor, *note, *due, *agency, *agency_code;
  const char *format, *kind, *soon;
  bool same_day;
} CliCaseOptions;

/* A run of a verb. */
typedef struct {
  Cli *cli;
  const char *verb, *file;
  CliCaseOptions options;
} CliCase;

/* cmd_case.c */
/* Writes it to the output that the options name, else back to its file, and says where the case stands. */
CliExit cli_case_save (const CliCase *run, const QmsCase *opened);

/* case_verbs.c, case_show.c: one per verb; `opened` is the case of the file. */
CliExit cli_case_start (const CliCase *run);
CliExit cli_case_act (const CliCase *run, QmsCase *opened);
CliExit cli_case_status (const CliCase *run, QmsCase *opened);
CliExit cli_case_next (const CliCase *run, QmsCase *opened);
CliExit cli_case_log (const CliCase *run, QmsCase *opened);
CliExit cli_case_slip (const CliCase *run, QmsCase *opened);

/* case_json.c: what status and next show, for machines. */
json_t *cli_case_status_json (const QmsCase *opened, int64_t now, int64_t soon);
json_t *cli_case_next_json (const QmsCase *opened);
json_t *cli_case_log_json (const QmsCase *opened);

/* Words for a value of an enumeration: "" if it has none. The text that files have. */
const char *cli_case_label (uint32_t field, int32_t value);
const char *cli_case_name (uint32_t field, int32_t value);
/* Name of the role of a step, with its unit; "–" if nobody is named. Free with g_free. */
char *cli_case_party (const QmsCase *opened, size_t step);
