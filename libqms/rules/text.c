/* SPDX-License-Identifier: Apache-2.0 */
/* Quality of texts: one scan of each string that looks closer only where a suspicious character may begin. */
#include "core/text.h"
#include "gen/rules.h"
#include "rules/engine.h"
#include "rules/facts.h"

#include <string.h>

/* The string that is looked at. */
typedef struct {
  QmsCheck *check;
  const QmsNode *node;
  const QmsField *field;
  size_t item;
  const char *text;
} Subject;

/* What a scan saw. */
typedef struct {
  unsigned no_break_spaces;
  gunichar private_use, invisible; /* the first; 0 if none */
  bool bracket;                    /* "[" or "{" */
  bool composable;                 /* a character that NFC may change */
} Sight;

/* What a byte may begin. Plain bytes are the rest of ASCII, Latin letters with marks, CJK ideographs, and
 * continuations. */
enum { PLAIN, END, OPEN, VIET, LOOK };

/* clang-format off */
static const guint8 byte_class[256] = {
  [0] = END, ['['] = OPEN, ['{'] = OPEN, [0xC2] = LOOK,
  [0xCC] = LOOK, LOOK, LOOK, LOOK, /* combining marks, Greek */
  [0xD0] = LOOK, LOOK, LOOK, LOOK, LOOK, LOOK, LOOK, LOOK, LOOK, LOOK, LOOK, LOOK, LOOK, LOOK, LOOK, LOOK,
  [0xE0] = LOOK, VIET, LOOK, LOOK, [0xEA] = LOOK, LOOK, LOOK, LOOK, LOOK, LOOK,
  [0xF0] = LOOK, LOOK, LOOK, LOOK, LOOK,
};
/* clang-format on */

static bool
is_private_use (gunichar c)
{
  return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
}

static bool
is_invisible (gunichar c)
{
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F)
         || c == 0xFEFF;
}

static void
look_at (gunichar c, Sight *sight)
{
  if (c == 0xA0)
    sight->no_break_spaces++;
  else if (is_private_use (c))
    sight->private_use = sight->private_use ? sight->private_use : c;
  else if (is_invisible (c))
    sight->invisible = sight->invisible ? sight->invisible : c;
  else if (c >= 0x300 && !(c >= 0x2010 && c <= 0x205E))
    sight->composable = true;
}

static Sight
scan (const char *text)
{
  const unsigned char *p = (const unsigned char *)text;
  Sight sight = { 0 };

  for (;; p++) {
    while (byte_class[*p] == PLAIN)
      p++;
    switch (byte_class[*p]) {
    case END:
      return sight;
    case OPEN:
      sight.bracket = true;
      break;
    case VIET: /* U+1E80 to U+1EFF begin with these two bytes and are in NFC */
      if ((p[1] & 0xFE) != 0xBA)
        sight.composable = true;
      p += 2;
      break;
    default:
      look_at (g_utf8_get_char ((const char *)p), &sight);
    }
  }
}

/* ---- reporting */

static void
report (const Subject *subject, int rule, const char *name, const char *value)
{
  QmsValue values[] = { qms_value ("field", subject->field->xml), qms_value (name, value) };

  qms_check_report_item (subject->check, rule, 0, subject->node, subject->field->id, subject->item, NULL, values,
                         G_N_ELEMENTS (values));
}

static void
report_character (const Subject *subject, int rule, gunichar c)
{
  g_autofree char *name = g_strdup_printf ("U+%04X", c);

  report (subject, rule, "character", name);
}

static void
report_no_break_spaces (const Subject *subject, unsigned count)
{
  g_autofree char *number = g_strdup_printf ("%u", count);

  report (subject, QMS_RULE_TEXT_NO_BREAK_SPACE, "count", number);
}

/* Reports the first word that normalisation changes. */
static void
check_nfc (const Subject *subject)
{
  g_autofree char *normal = qms_text_is_nfc (subject->text) ? NULL : qms_text_to_nfc (subject->text);
  g_autofree char *word = NULL;
  const char *start = subject->text, *changed = subject->text;

  if (!normal)
    return;
  for (const char *p = normal; *p && *p == *changed; p++)
    if (g_ascii_isspace (*changed++))
      start = changed;
  word = qms_message_quote (start, strcspn (start, " \t\n"));
  report (subject, QMS_RULE_TEXT_NOT_NFC, "text", word);
}

/* Reports each run from `open` to the next `close`. */
static void
report_marks (const Subject *subject, int rule, const char *open, const char *close)
{
  const char *from = strstr (subject->text, open), *to;

  for (; from && (to = strstr (from, close)); from = strstr (to + 2, open)) {
    g_autofree char *mark = qms_message_quote (from, (size_t)(to + 2 - from));
    report (subject, rule, "text", mark);
  }
}

static void
check_text (const Subject *subject)
{
  Sight sight = scan (subject->text);

  if (sight.composable)
    check_nfc (subject);
  if (sight.private_use)
    report_character (subject, QMS_RULE_TEXT_PRIVATE_CHARACTER, sight.private_use);
  if (sight.invisible)
    report_character (subject, QMS_RULE_TEXT_INVISIBLE_CHARACTER, sight.invisible);
  if (sight.no_break_spaces > 0)
    report_no_break_spaces (subject, sight.no_break_spaces);
  if (sight.bracket) {
    report_marks (subject, QMS_RULE_PLACEHOLDER_LEFT, "[[", "]]");
    report_marks (subject, QMS_RULE_PARAMETER_LEFT, "{{", "}}");
  }
}

void
qms_check_texts (QmsCheck *check, const QmsPlan *plan, const QmsNode *node)
{
  for (uint64_t slots = plan->strings & node->present; slots;) {
    const QmsField *field = &node->type->fields[qms_slots_next (&slots)];
    const QmsSlot *items;
    size_t count = qms_node_items (node, field, &items);

    for (size_t i = 0; i < count; i++) {
      Subject subject = { check, node, field, i, items[i].string };
      check_text (&subject);
    }
  }
}
