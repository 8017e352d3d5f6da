/* SPDX-License-Identifier: Apache-2.0 */
/* The library's errors as SQL errors. */
#include "guard.h"
#include "text.h"

#include "lib/stringinfo.h"

#define MOST_PROBLEMS 10 /* in the detail of one SQL error */

/* A state for each status, so that a program can tell them apart. */
static int
sqlstate (QmsStatus status)
{
  switch (status) {
  case QMS_ERROR_SYNTAX:
    return ERRCODE_INVALID_XML_DOCUMENT;
  case QMS_ERROR_STRUCTURE:
    return ERRCODE_INVALID_XML_CONTENT;
  case QMS_ERROR_REFERENCE:
    return ERRCODE_INTEGRITY_CONSTRAINT_VIOLATION;
  case QMS_ERROR_ARGUMENT:
    return ERRCODE_INVALID_PARAMETER_VALUE;
  case QMS_ERROR_VALUE:
    return ERRCODE_INVALID_TEXT_REPRESENTATION;
  case QMS_ERROR_LIMIT:
    return ERRCODE_PROGRAM_LIMIT_EXCEEDED;
  case QMS_ERROR_UNSUPPORTED:
    return ERRCODE_FEATURE_NOT_SUPPORTED;
  case QMS_ERROR_NOT_FOUND:
    return ERRCODE_UNDEFINED_OBJECT;
  default:
    return ERRCODE_INTERNAL_ERROR;
  }
}

/* A problem in English on one line, with place and identifier. */
static void
append_problem (StringInfo text, const QmsError *error)
{
  if (qms_error_line (error) > 0)
    appendStringInfo (text, "%u:%u: ", qms_error_line (error), qms_error_column (error));
  appendStringInfo (text, "%s [%s]", qms_error_message (error, QMS_LANG_EN), qms_error_id (error));
  if (qms_error_path (error) && *qms_error_path (error))
    appendStringInfo (text, " %s", qms_error_path (error));
}

static char *
detail (const QmsError *error)
{
  StringInfoData text;
  int count = 0;

  initStringInfo (&text);
  for (; error && count < MOST_PROBLEMS; error = qms_error_next (error), count++) {
    if (count > 0)
      appendStringInfoChar (&text, '\n');
    append_problem (&text, error);
  }
  return text.data;
}

void
pgqms_fail (const Guard *guard)
{
  const QmsError *error = guard->error;
  const char *remedy = qms_error_remedy (error, QMS_LANG_VI);

  ereport (ERROR,
           (errcode (sqlstate (qms_error_status (error))),
            errmsg ("%s", pgqms_string (qms_error_message (error, QMS_LANG_VI))),
            errdetail ("%s", pgqms_string (detail (error))), *remedy ? errhint ("%s", pgqms_string (remedy)) : 0));
}
