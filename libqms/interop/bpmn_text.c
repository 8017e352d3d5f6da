/* SPDX-License-Identifier: Apache-2.0 */
/* Texts of a BPMN file that are made from the model: short names, documentation, times in words and in ISO 8601. */
#include "interop/bpmn_text.h"

#include "core/kind.h"

#include <glib.h>

#include <qms/model.h>
#include <qms/schema.h>

#include <string.h>

/* ---- names */

/* White space and line breaks as single spaces, none at the ends. */
static GString *
one_line (const char *text)
{
  GString *line = g_string_new (NULL);

  for (const char *p = text; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (!g_unichar_isspace (c))
      g_string_append_unichar (line, c);
    else if (line->len > 0 && line->str[line->len - 1] != ' ')
      g_string_append_c (line, ' ');
  }
  if (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);
  return line;
}

/* Where to cut a text that is too long: behind the last word that fits, unless that leaves less than half; never between a
 * letter and its marks. */
static const char *
cut_at (const char *text, size_t limit)
{
  const char *cut = g_utf8_offset_to_pointer (text, (glong)limit - 1);
  const char *word = cut;

  while (word > text && *word != ' ')
    word--;
  if (g_utf8_strlen (text, word - text) >= (glong)limit / 2)
    return word;
  while (cut > text && g_unichar_ismark (g_utf8_get_char (cut)))
    cut = g_utf8_prev_char (cut);
  return cut;
}

char *
bpmn_short_name (const char *name, size_t limit)
{
  g_autoptr (GString) line = one_line (name);

  if (g_utf8_strlen (line->str, -1) > (glong)limit) {
    g_string_truncate (line, (gsize)(cut_at (line->str, limit) - line->str));
    g_string_append (line, "…");
  }
  return g_strdup (line->str);
}

char *
bpmn_variable (const char *prefix, const char *id)
{
  GString *name = g_string_new (prefix);

  g_string_append_c (name, '_');
  for (const char *p = id; *p; p = g_utf8_next_char (p))
    if ((guchar)*p < 128)
      g_string_append_c (name, g_ascii_isalnum (*p) ? *p : '_');
    else
      g_string_append_printf (name, "u%04x", g_utf8_get_char (p));
  return g_string_free (name, FALSE);
}

/* ---- times */

/* A duration in words ("0,5 ngày làm việc"); NULL if the field is not set. Free with g_free. */
static char *
duration_text (const QmsNode *node, uint32_t field)
{
  g_autofree char *amount = qms_node_get_text (node, field, 0);
  int32_t unit = 0;

  if (!amount || qms_node_get_duration (node, field, NULL, NULL, &unit) != QMS_OK)
    return NULL;
  *strchr (amount, ' ') = '\0';
  return g_strdup_printf ("%s %s", g_strdelimit (amount, ".", ','),
                          qms_enum_value_label (qms_duration_units (), unit, QMS_LANG_VI));
}

/* "P15D", "PT36H": whole units as they are, parts of a day as hours and of an hour as minutes. */
static char *
iso_duration (int64_t mantissa, int32_t scale, int32_t unit)
{
  int64_t divisor = 1, factor = 1;
  const char *whole = unit == QMS_DURATION_UNIT_MONTH ? "M" : unit == QMS_DURATION_UNIT_YEAR ? "Y" : "D";
  bool hours = unit == QMS_DURATION_UNIT_HOUR || unit == QMS_DURATION_UNIT_WORKING_HOUR;

  for (int32_t i = 0; i < scale; i++)
    divisor *= 10;
  if (mantissa % divisor == 0)
    return g_strdup_printf (hours ? "PT%" G_GINT64_FORMAT "H" : "P%" G_GINT64_FORMAT "%s", mantissa / divisor, whole);
  factor = hours ? 60 : unit == QMS_DURATION_UNIT_MONTH ? 30 * 24 : unit == QMS_DURATION_UNIT_YEAR ? 365 * 24 : 24;
  if (mantissa > G_MAXINT64 / factor)
    return NULL;
  return g_strdup_printf (hours ? "PT%" G_GINT64_FORMAT "M" : "PT%" G_GINT64_FORMAT "H",
                          (mantissa * factor + divisor - 1) / divisor);
}

char *
bpmn_timer_text (const QmsNode *step)
{
  for (size_t i = 0; i < qms_step_count_durations (step); i++) {
    const QmsNode *given = qms_step_get_durations (step, i);
    int64_t mantissa;
    int32_t scale, unit;
    if (!qms_step_duration_has_scenario (given)
        && qms_node_get_duration (given, QMS_STEP_DURATION_VALUE, &mantissa, &scale, &unit) == QMS_OK)
      return iso_duration (mantissa, scale, unit);
  }
  return NULL;
}

/* ---- documentation */

static void
append_line (GString *out, const char *label, const char *text)
{
  if (!text || !*text)
    return;
  if (out->len > 0)
    g_string_append_c (out, '\n');
  g_string_append (out, label);
  g_string_append (out, text);
}

/* Name of the scenario or phase that a field refers to, else the reference itself; NULL if the field is not set. */
static const char *
referred_name (const QmsNode *node, uint32_t field, uint32_t name_field)
{
  const QmsNode *target = qms_node_has (node, field) ? qms_node_resolve (node, field) : NULL;
  const char *name = target ? qms_node_get_string (target, name_field) : NULL;

  return name ? name : qms_node_get_string (node, field);
}

/* "Thời gian: 3 ngày làm việc (Phải kiểm tra thực địa); trừ ngày nghỉ": the time, what it is for, a note. */
static void
append_time (GString *out, const char *label, const QmsNode *node, uint32_t value, const char *const of[2],
             const char *note)
{
  g_autofree char *time = duration_text (node, value);
  g_autoptr (GString) line = g_string_new (time);

  for (size_t i = 0; i < 2; i++)
    if (of[i])
      g_string_append_printf (line, "%s(%s)", line->len > 0 ? " " : "", of[i]);
  if (note && *note)
    g_string_append_printf (line, "%s%s", line->len > 0 ? "; " : "", note);
  append_line (out, label, line->str);
}

static void
append_step_times (GString *out, const QmsNode *step)
{
  for (size_t i = 0; i < qms_step_count_durations (step); i++) {
    const QmsNode *time = qms_step_get_durations (step, i);
    const char *of[2] = { referred_name (time, QMS_STEP_DURATION_SCENARIO, QMS_SCENARIO_NAME), NULL };
    append_time (out, BPMN_TIME_LABEL, time, QMS_STEP_DURATION_VALUE, of, qms_step_duration_get_note (time));
  }
}

static void
append_limits (GString *out, const QmsNode *procedure)
{
  for (size_t i = 0; i < qms_procedure_count_time_limits (procedure); i++) {
    const QmsNode *limit = qms_procedure_get_time_limits (procedure, i);
    const char *of[2] = { referred_name (limit, QMS_TIME_LIMIT_PHASE, QMS_PHASE_NAME),
                          referred_name (limit, QMS_TIME_LIMIT_SCENARIO, QMS_SCENARIO_NAME) };
    append_time (out, "Thời hạn: ", limit, QMS_TIME_LIMIT_VALUE, of, qms_time_limit_get_note (limit));
  }
}

static void
append_forms (GString *out, const char *label, const QmsNode *step, uint32_t field)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (size_t i = 0; i < qms_node_count (step, field); i++) {
    const QmsNode *use = qms_node_get_node_at (step, field, i);
    const QmsNode *form = qms_form_use_has_form (use) ? qms_node_resolve (use, QMS_FORM_USE_FORM) : NULL;
    const char *name = qms_form_use_has_name (use) ? qms_form_use_get_name (use) : qms_form_get_name (form);
    if (name && *name)
      g_string_append_printf (line, "%s%s", line->len > 0 ? "; " : "", name);
  }
  append_line (out, label, line->str);
}

char *
bpmn_step_documentation (const QmsNode *step)
{
  GString *out = g_string_new (NULL);
  const char *name = qms_step_get_name (step);
  g_autofree char *visible = bpmn_short_name (name ? name : "", BPMN_NAME_TASK);

  if (g_strcmp0 (visible, name) != 0)
    append_line (out, "", name);
  append_line (out, "", qms_step_get_action (step));
  append_step_times (out, step);
  append_forms (out, "Đầu vào: ", step, QMS_STEP_INPUTS);
  append_forms (out, "Kết quả: ", step, QMS_STEP_OUTPUTS);
  append_line (out, "Ghi chú: ", qms_step_get_note (step));
  return g_string_free (out, FALSE);
}

const QmsNode *
bpmn_administrative (const QmsNode *procedure)
{
  const QmsNode *system = qms_node_scope (procedure);
  const char *id = qms_procedure_get_id (procedure);

  if (system->type->id != QMS_TYPE_SYSTEM || !id)
    return NULL;
  for (size_t i = 0; i < qms_node_count (system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES); i++) {
    const QmsNode *node = qms_node_get_node_at (system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES, i);
    if (g_strcmp0 (qms_administrative_procedure_get_procedure (node), id) == 0)
      return node;
  }
  return NULL;
}

/* Flowable refuses more than 2,000 characters. */
enum { MAX_PROCESS_DOCUMENTATION = 2000 };

char *
bpmn_process_documentation (const QmsNode *procedure)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const QmsNode *administrative = bpmn_administrative (procedure);

  append_line (out, "", qms_procedure_get_title (procedure));
  append_line (out, "Mã quy trình: ", qms_procedure_get_code (procedure));
  append_line (
      out, "Mã thủ tục hành chính: ", administrative ? qms_administrative_procedure_get_code (administrative) : NULL);
  append_limits (out, procedure);
  for (size_t i = 0; i < qms_procedure_count_references (procedure); i++)
    append_line (out, "Căn cứ: ", qms_citation_get_number (qms_procedure_get_references (procedure, i)));
  if (g_utf8_strlen (out->str, -1) > MAX_PROCESS_DOCUMENTATION) {
    g_string_truncate (out, (gsize)(g_utf8_offset_to_pointer (out->str, MAX_PROCESS_DOCUMENTATION - 1) - out->str));
    g_string_append (out, "…");
  }
  return g_strdup (out->str);
}
