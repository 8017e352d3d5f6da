/* SPDX-License-Identifier: Apache-2.0 */
/* Compiling: a calendar's document and those that it is based on, laid over each other. */
#include "core/error.h"
#include "gen/rules.h"
#include "workflow/calendar.h"

#include <qms/model.h>
#include <string.h>

enum { MAX_LAYERS = 8, VIETNAM_OFFSET = 7 * 60, CLOCK = 5 };

/* ---- times of the day */

static bool
is_clock (const char *text)
{
  return text && strlen (text) == CLOCK && text[2] == ':' && g_ascii_isdigit (text[0]) && g_ascii_isdigit (text[1])
         && g_ascii_isdigit (text[3]) && g_ascii_isdigit (text[4]);
}

int32_t
qms_clock_minutes (const char *text)
{
  int32_t hours, minutes;

  if (!is_clock (text))
    return -1;
  hours = (text[0] - '0') * 10 + text[1] - '0';
  minutes = (text[3] - '0') * 10 + text[4] - '0';
  return minutes < 60 && hours * 60 + minutes <= QMS_DAY_MINUTES ? hours * 60 + minutes : -1;
}

static QmsPlace
place_of (const QmsNode *node)
{
  return (QmsPlace){ .file = node->document->file, .line = node->line, .column = node->column };
}

QmsStatus
qms_calendar_refuse (const QmsNode *node, uint32_t field, const char *value, QmsError **error)
{
  QmsPlace place = place_of (node);

  return qms_fail (error, QMS_MSG_CALENDAR_VALUE, &place, "field", qms_field_by_id (field)->xml, "value", value, NULL);
}

/* ---- hours: intervals sorted and merged */

static QmsStatus
read_span (const QmsNode *interval, QmsSpan *span, QmsError **error)
{
  const char *from = qms_working_interval_get_from (interval), *to = qms_working_interval_get_to (interval);
  QmsPlace place = place_of (interval);

  span->from = qms_clock_minutes (from);
  span->to = qms_clock_minutes (to);
  if (span->from >= 0 && span->to > span->from)
    return QMS_OK;
  return qms_fail (error, QMS_MSG_CALENDAR_INTERVAL, &place, "from", from ? from : "", "to", to ? to : "", NULL);
}

static int
compare_spans (const void *a, const void *b)
{
  const QmsSpan *one = a, *other = b;

  return one->from - other->from;
}

/* Appends the spans that do not touch each other. */
static void
merge_spans (QmsCalendar *calendar, const QmsSpan *spans, size_t count, QmsHours *hours)
{
  hours->first = calendar->spans->len;
  for (size_t i = 0; i < count; i++) {
    QmsSpan *last = hours->count ? &g_array_index (calendar->spans, QmsSpan, calendar->spans->len - 1) : NULL;
    if (last && spans[i].from <= last->to) {
      hours->minutes += MAX (spans[i].to - last->to, 0);
      last->to = MAX (last->to, spans[i].to);
      continue;
    }
    g_array_append_val (calendar->spans, spans[i]);
    hours->minutes += spans[i].to - spans[i].from;
    hours->count++;
  }
}

int64_t
qms_calendar_add_hours (QmsCalendar *calendar, const QmsNode *node, uint32_t field, bool counts, QmsError **error)
{
  size_t count = qms_node_count (node, field);
  g_autofree QmsSpan *spans = g_new (QmsSpan, count);
  QmsHours hours = { .counts = counts };

  if (count == 0)
    return QMS_NO_HOURS;
  for (size_t i = 0; i < count; i++)
    if (read_span (qms_node_get_node_at (node, field, i), &spans[i], error))
      return -1;
  qsort (spans, count, sizeof *spans, compare_spans);
  merge_spans (calendar, spans, count, &hours);
  g_array_append_val (calendar->hours, hours);
  return calendar->hours->len - 1;
}

/* ---- what is said of the calendar as a whole, and of its week */

static QmsStatus
read_offset (const QmsNode *root, int32_t *offset, QmsError **error)
{
  const char *text = qms_working_calendar_get_utc_offset (root);
  int32_t minutes = text && (*text == '+' || *text == '-') ? qms_clock_minutes (text + 1) : -1;

  if (!text)
    return QMS_OK;
  if (minutes < 0 || minutes > 14 * 60)
    return qms_calendar_refuse (root, QMS_WORKING_CALENDAR_UTC_OFFSET, text, error);
  *offset = *text == '-' ? -minutes : minutes;
  return QMS_OK;
}

static QmsStatus
read_same_day (const QmsNode *root, int32_t *until, QmsError **error)
{
  const char *text = qms_working_calendar_get_same_day_until (root);

  if (!text)
    return QMS_OK;
  *until = qms_clock_minutes (text);
  return *until < 0 ? qms_calendar_refuse (root, QMS_WORKING_CALENDAR_SAME_DAY_UNTIL, text, error) : QMS_OK;
}

static QmsStatus
read_day_minutes (const QmsNode *root, int32_t *day_minutes, QmsError **error)
{
  int64_t minutes = qms_node_get_int (root, QMS_WORKING_CALENDAR_DAY_MINUTES);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, minutes);

  if (!qms_working_calendar_has_day_minutes (root))
    return QMS_OK;
  if (minutes < 1 || minutes > QMS_DAY_MINUTES)
    return qms_calendar_refuse (root, QMS_WORKING_CALENDAR_DAY_MINUTES, text, error);
  *day_minutes = (int32_t)minutes;
  return QMS_OK;
}

static QmsStatus
read_pattern (QmsCalendar *calendar, const QmsNode *pattern, QmsError **error)
{
  bool counts = !qms_working_pattern_has_counts (pattern) || qms_working_pattern_get_counts (pattern);
  int32_t first = qms_working_pattern_get_first (pattern);
  int32_t last = qms_working_pattern_has_last (pattern) ? qms_working_pattern_get_last (pattern) : first;
  int64_t hours = qms_calendar_add_hours (calendar, pattern, QMS_WORKING_PATTERN_INTERVALS, counts, error);

  if (hours < 0)
    return QMS_ERROR_VALUE;
  for (int32_t weekday = first; weekday >= QMS_WEEKDAY_MONDAY && weekday <= last; weekday++)
    calendar->week[weekday - QMS_WEEKDAY_MONDAY] = (uint32_t)hours;
  return QMS_OK;
}

static QmsStatus
read_layer (QmsCalendar *calendar, const QmsNode *root, QmsError **error)
{
  QmsStatus status = read_offset (root, &calendar->utc_offset, error);

  if (!status)
    status = read_same_day (root, &calendar->same_day_until, error);
  if (!status)
    status = read_day_minutes (root, &calendar->day_minutes, error);
  for (size_t i = 0; !status && i < qms_working_calendar_count_patterns (root); i++)
    status = read_pattern (calendar, qms_working_calendar_get_patterns (root, i), error);
  return status;
}

static int32_t
longest_weekday (const QmsCalendar *calendar)
{
  int32_t longest = 0;

  for (int weekday = 0; weekday < QMS_WEEK; weekday++)
    longest = MAX (longest, g_array_index (calendar->hours, QmsHours, calendar->week[weekday]).minutes);
  return longest;
}

/* ---- layers */

static QmsStatus
check_root (QmsDocument *document, QmsError **error)
{
  const QmsNode *root = document->root;

  if (root && root->type->id == QMS_TYPE_WORKING_CALENDAR)
    return QMS_OK;
  return qms_fail (error, QMS_MSG_CALENDAR_ROOT, &(QmsPlace){ .file = document->file }, "found",
                   root ? root->type->xml : "", NULL);
}

/* The documents that `document` is based on, the farthest first, then itself. */
static QmsStatus
collect_layers (QmsDocument *document, GPtrArray *layers, QmsError **error)
{
  QmsStatus status = check_root (document, error);

  g_ptr_array_add (layers, qms_document_ref (document));
  while (!status) {
    const QmsNode *root = qms_layer_root (layers, 0);
    const char *name = qms_working_calendar_get_based_on (root);
    QmsDocument *base = NULL;
    if (!name)
      break;
    status = layers->len < MAX_LAYERS ? qms_calendar_shipped (name, &base, error)
                                      : qms_calendar_refuse (root, QMS_WORKING_CALENDAR_BASED_ON, name, error);
    if (!status)
      g_ptr_array_insert (layers, 0, base);
  }
  return status;
}

static QmsCalendar *
calendar_alloc (const char *id)
{
  QmsCalendar *calendar = g_new0 (QmsCalendar, 1);
  QmsHours none = { 0 };

  calendar->references = 1;
  calendar->id = g_strdup (id ? id : "");
  calendar->utc_offset = VIETNAM_OFFSET;
  calendar->same_day_until = QMS_DAY_MINUTES;
  calendar->spans = g_array_new (FALSE, FALSE, sizeof (QmsSpan));
  calendar->hours = g_array_new (FALSE, FALSE, sizeof (QmsHours));
  calendar->notes = g_array_new (FALSE, FALSE, sizeof (QmsDayNote));
  calendar->names = g_string_chunk_new (1024);
  g_array_append_val (calendar->hours, none);
  return calendar;
}

static QmsStatus
compile (QmsCalendar *calendar, GPtrArray *layers, QmsError **error)
{
  QmsStatus status = QMS_OK;
  QmsPlace place;

  for (guint i = 0; !status && i < layers->len; i++)
    status = read_layer (calendar, qms_layer_root (layers, i), error);
  if (!status)
    status = qms_calendar_read_days (calendar, layers, error);
  if (status)
    return status;
  if (!calendar->day_minutes)
    calendar->day_minutes = longest_weekday (calendar);
  if (qms_calendar_sum_up (calendar))
    return QMS_OK;
  place = place_of (qms_layer_root (layers, layers->len - 1));
  return qms_fail (error, QMS_MSG_CALENDAR_IDLE, &place, NULL);
}

QmsStatus
qms_calendar_new (QmsDocument *document, QmsCalendar **calendar, QmsError **error)
{
  g_autoptr (GPtrArray) layers = g_ptr_array_new_with_free_func ((GDestroyNotify)qms_document_unref);
  g_autoptr (QmsCalendar) compiled = NULL;
  QmsStatus status;

  if (!document || !calendar)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "NULL", NULL);
  status = collect_layers (document, layers, error);
  if (status)
    return status;
  compiled = calendar_alloc (qms_working_calendar_get_code (document->root));
  status = compile (compiled, layers, error);
  if (!status)
    *calendar = g_steal_pointer (&compiled);
  return status;
}

QmsCalendar *
qms_calendar_ref (QmsCalendar *calendar)
{
  g_atomic_int_inc (&calendar->references);
  return calendar;
}

void
qms_calendar_unref (QmsCalendar *calendar)
{
  if (!calendar || !g_atomic_int_dec_and_test (&calendar->references))
    return;
  g_array_unref (calendar->spans);
  g_array_unref (calendar->hours);
  g_array_unref (calendar->notes);
  g_string_chunk_free (calendar->names);
  g_free (calendar->days);
  g_free (calendar->id);
  g_free (calendar);
}
