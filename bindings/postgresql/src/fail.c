/* SPDX-License-Identifier: Apache-2.0 */
/* The library's errors as SQL errors. */
#include "guard.h"
#include "text.h"

#include "lib/stringinfo.h"

#define MOST_PROBLEMS 10 /* in the detail of one SQL error */

static int
sqlstate (QmsStatus status)
{
  switch (status) {
  case QMS_ERROR_SYNTAX:
  case QMS_ERROR_STRUCTURE:
  case QMS_ERROR_REFERENCE:
    return ERRCODE_INVALID_XML_DOCUMENT;
  case QMS_ERROR_ARGUMENT:
  case QMS_ERROR_VALUE:
    return ERRCODE_INVALID_PARAMETER_VALUE;
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

/* All problems in English, one a line, with place and identifier. */
static char *
detail (const QmsError *error)
{
  StringInfoData text;
  int count = 0;

  initStringInfo (&text);
  for (; error && count < MOST_PROBLEMS; error = qms_error_next (error), count++) {
    if (count > 0)
      appendStringInfoChar (&text, '\n');
    if (qms_error_line (error) > 0)
      appendStringInfo (&text, "%u:%u: ", qms_error_line (error), qms_error_column (error));
    appendStringInfo (&text, "%s [%s]", qms_error_message (error, QMS_LANG_EN), qms_error_id (error));
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
