/* SPDX-License-Identifier: Apache-2.0 */
/* Names: identifiers made of them, words found in them, full ones behind shortened ones. */
#include "core/kind.h"
#include "core/text.h"
#include "interop/bpmn_draft.h"

#include <string.h>

enum { LONGEST_SLUG = 40 };

static gunichar
without_stroke (gunichar c)
{
  if (c == 0x111)
    return 'd';
  return c == 0x110 ? 'D' : c;
}

/* "Hồ sơ hợp lệ" becomes "hoSoHopLe", "UBND xã" "ubndXa". */
char *
bpmn_slug (const char *name)
{
  g_autofree char *apart = name ? g_utf8_normalize (name, -1, G_NORMALIZE_NFD) : NULL;
  GString *out = g_string_new (NULL);
  bool begins = false, capitals = true; /* a word; all so far, in the first one */

  for (const char *p = apart; p && *p && out->len < LONGEST_SLUG; p = g_utf8_next_char (p)) {
    gunichar c = without_stroke (g_utf8_get_char (p));
    if (g_unichar_ismark (c))
      continue;
    if (c >= 128 || !g_ascii_isalnum ((char)c)) {
      begins = out->len > 0;
      continue;
    }
    capitals = capitals && !begins && !g_ascii_islower ((char)c);
    g_string_append_c (out, begins ? g_ascii_toupper ((char)c) : capitals ? g_ascii_tolower ((char)c) : (char)c);
    begins = false;
  }
  return g_string_free (out, FALSE);
}

bool
bpmn_has_words (const char *name, const char *const *words)
{
  g_autofree char *folded = name ? qms_fold_name (name) : NULL;

  for (; folded && *words; words++)
    if (strstr (folded, *words))
      return true;
  return false;
}

bool
bpmn_is_applicant (const char *name)
{
  static const char *const words[] = { "người nộp", "tổ chức, cá nhân", "cá nhân, tổ chức", "người dân",
                                       "công dân",  "người yêu cầu",    "khách hàng",       "doanh nghiệp",
                                       "applicant", "customer",         "citizen",          "claimant",
                                       NULL };

  return bpmn_has_words (name, words);
}

bool
bpmn_is_identifier (const char *text)
{
  QmsArena *arena = qms_arena_new ();
  QmsSlot slot;
  bool good = text
              && qms_kinds[QMS_KIND_ID].parse (qms_field_by_id (QMS_STEP_ID), text, strlen (text), arena, &slot)
                     == QMS_VALUE_OK;

  qms_arena_free (arena);
  return good;
}

int
bpmn_enum (uint32_t field, const char *name)
{
  return qms_enum_value_by_name (qms_field_enum (qms_field_by_id (field)), name);
}

const char *
bpmn_full_name (const char *shown, const char *full)
{
  size_t length = shown ? strlen (shown) : 0;

  if (!shown || !full)
    return shown ? shown : full;
  if (g_str_has_suffix (shown, "…"))
    length -= strlen ("…");
  while (length > 0 && shown[length - 1] == ' ')
    length--;
  return strncmp (shown, full, length) == 0 ? full : shown;
}
