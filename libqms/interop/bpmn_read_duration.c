/* SPDX-License-Identifier: Apache-2.0 */
/* Durations as people write them and as ISO 8601 does, in the form that libqms files have. */
#include "interop/bpmn_draft.h"

#include "core/text.h"
#include "workflow/limit_text.h"

#include <stdlib.h>
#include <string.h>

static char *
print (QmsDuration duration)
{
  g_autoptr (GString) out = g_string_new (NULL);

  qms_kinds[QMS_KIND_DURATION].format (NULL, qms_duration_pack (duration), out);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

char *
bpmn_parse_duration (const char *text)
{
  QmsDuration duration;

  return text && qms_limit_read (text, &duration) ? print (duration) : NULL;
}

char *
bpmn_begin_duration (const char *text)
{
  g_autofree char *folded = qms_fold_name (text);
  QmsDuration duration;
  const char *end;

  return qms_limit_take (folded, &end, &duration) ? print (duration) : NULL;
}

char *
bpmn_find_duration (const char *text)
{
  QmsDuration duration;

  return text && qms_limit_find (text, &duration) ? print (duration) : NULL;
}

char *
bpmn_parse_iso (const char *text)
{
  static const struct {
    const char *begin;
    char end;
    const char *unit;
    int times;
  } forms[] = {
    { "PT", 'H', "gio", 1 }, { "PT", 'M', "phút", 1 }, { "P", 'D', "ngay", 1 },
    { "P", 'W', "ngay", 7 }, { "P", 'M', "thang", 1 }, { "P", 'Y', "nam", 1 },
  };
  const char *digits = text ? text + strcspn (text, "0123456789") : NULL;
  unsigned long count = digits ? strtoul (digits, NULL, 10) : 0;
  size_t length = digits ? strspn (digits, "0123456789") : 0;

  if (length == 0 || length > 6 || digits[length + 1] != '\0')
    return NULL;
  for (size_t i = 0; i < G_N_ELEMENTS (forms); i++)
    if (digits[length] == forms[i].end && (size_t)(digits - text) == strlen (forms[i].begin)
        && strncmp (text, forms[i].begin, strlen (forms[i].begin)) == 0) {
      g_autofree char *words = g_strdup_printf ("%lu %s", count * (unsigned long)forms[i].times, forms[i].unit);
      return bpmn_parse_duration (words);
    }
  return NULL;
}
