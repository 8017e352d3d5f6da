/* SPDX-License-Identifier: Apache-2.0 */
/* The same words as in reports. */
#include "words.h"

#include <qms.h>

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
