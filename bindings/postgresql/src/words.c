/* SPDX-License-Identifier: Apache-2.0 */
/* The same words as in reports and on the command line. */
#include "words.h"

#include <qms.h>

#include <string.h>

const char *
pgqms_severity (int32 severity)
{
  static const char *const words[] = {
    [QMS_SEVERITY_INFO] = "info",
    [QMS_SEVERITY_WARNING] = "warning",
    [QMS_SEVERITY_ERROR] = "error",
  };

  return words[severity];
}

int32
pgqms_language (const char *word)
{
  if (strcmp (word, "vi") == 0)
    return QMS_LANG_VI;
  if (strcmp (word, "en") == 0)
    return QMS_LANG_EN;
  ereport (ERROR, (errcode (ERRCODE_INVALID_PARAMETER_VALUE), errmsg ("the language is vi or en")));
}

int32
pgqms_bpmn_profile (const char *word)
{
  static const char *const words[] = {
    [QMS_BPMN_GENERIC] = "generic",
    [QMS_BPMN_CAMUNDA7] = "camunda7",
    [QMS_BPMN_FLOWABLE] = "flowable",
  };

  for (int32 i = 0; i < (int32)lengthof (words); i++)
    if (strcmp (words[i], word) == 0)
      return i;
  ereport (ERROR, (errcode (ERRCODE_INVALID_PARAMETER_VALUE), errmsg ("the profile is generic, camunda7 or flowable")));
}
