/* SPDX-License-Identifier: Apache-2.0 */
/* The days that calendars name: each known day gets its hours and what is said of it. */
#include "core/error.h"
#include "core/kind.h"
#include "workflow/calendar.h"

#include <qms/model.h>

enum { MIN_YEAR = 1900, MAX_YEAR = 2200 };

static int64_t
day_of (const QmsNode *node, uint32_t field, int64_t absent)
{
  int32_t year, month, day;

  if (qms_node_get_date (node, field, &year, &month, &day))
    return absent;
  return qms_date_pack (year, month, day).integer;
}

static QmsStatus
refuse_date (const QmsNode *node, uint32_t field, QmsError **error)
{
  g_autofree char *text = qms_node_get_text (node, field, 0);

  return qms_calendar_refuse (node, field, text ? text : "", error);
}

/* ---- the known years */

typedef struct {
  int64_t first, last; /* 0 if there are none */
} Years;

static void
name_year (Years *years, const QmsNode *node, uint32_t field)
{
  int32_t year, month, day;

  if (qms_node_get_date (node, field, &year, &month, &day))
    return;
  years->first = years->first ? MIN (years->first, year) : year;
  years->last = MAX (years->last, year);
}

/* The years in which the calendar names days. */
static Years
named_years (const QmsNode *root)
{
  Years years = { 0 };

  for (size_t i = 0; i < qms_working_calendar_count_days_off (root); i++) {
    const QmsNode *day = qms_working_calendar_get_days_off (root, i);
    name_year (&years, day, QMS_DAY_OFF_DATE);
    name_year (&years, day, QMS_DAY_OFF_UNTIL);
  }
  for (size_t i = 0; i < qms_working_calendar_count_days_worked (root); i++)
    name_year (&years, qms_working_calendar_get_days_worked (root, i), QMS_DAY_WORKED_DATE);
  return years;
}

static QmsStatus
refuse_year (const QmsNode *root, uint32_t field, int64_t year, QmsError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, year);

  return qms_calendar_refuse (root, field, text, error);
}

/* Years apart from those known before take their place: what lies between is not known. */
static void
join_years (Years *known, Years more)
{
  if (!known->last || more.first > known->last + 1 || more.last + 1 < known->first) {
    *known = more;
    return;
  }
  known->first = MIN (known->first, more.first);
  known->last = MAX (known->last, more.last);
}

/* Days that a calendar names do not make their year known if it is based on another. */
static QmsStatus
read_years (const QmsNode *root, Years *known, QmsError **error)
{
  Years years = known->last ? *known : named_years (root);

  if (qms_working_calendar_has_first_year (root))
    years.first = qms_node_get_int (root, QMS_WORKING_CALENDAR_FIRST_YEAR);
  if (qms_working_calendar_has_last_year (root))
    years.last = qms_node_get_int (root, QMS_WORKING_CALENDAR_LAST_YEAR);
  if (!years.first && !years.last)
    return QMS_OK;
  if (years.first < MIN_YEAR || years.first > MAX_YEAR)
    return refuse_year (root, QMS_WORKING_CALENDAR_FIRST_YEAR, years.first, error);
  if (years.last < years.first || years.last > MAX_YEAR)
    return refuse_year (root, QMS_WORKING_CALENDAR_LAST_YEAR, years.last, error);
  join_years (known, years);
  return QMS_OK;
}

static void
alloc_days (QmsCalendar *calendar, Years known)
{
  if (known.last) {
    calendar->first = qms_date_pack ((int)known.first, 1, 1).integer;
    calendar->n_days = qms_date_pack ((int)known.last + 1, 1, 1).integer - calendar->first;
  }
  calendar->days = g_new0 (QmsDay, (gsize)calendar->n_days + 1);
  for (int64_t i = 0; i < calendar->n_days; i++)
    calendar->days[i].hours = calendar->week[qms_day_weekday (calendar->first + i)];
}

/* ---- days off and days worked */

static QmsDay *
known_day (QmsCalendar *calendar, int64_t day)
{
  int64_t index = day - calendar->first;

  return index >= 0 && index < calendar->n_days ? &calendar->days[index] : NULL;
}

/* Number of a new note, for QmsDay. */
static uint32_t
add_note (QmsCalendar *calendar, const char *name, int32_t kind, int32_t certainty)
{
  QmsDayNote note = { name ? g_string_chunk_insert_const (calendar->names, name) : NULL, kind, certainty };

  g_array_append_val (calendar->notes, note);
  return calendar->notes->len;
}

static uint32_t
note_day_off (QmsCalendar *calendar, const QmsNode *node, int32_t kind)
{
  int32_t certainty = qms_day_off_get_certainty (node);

  if (certainty == 0)
    certainty = QMS_CERTAINTY_CONFIRMED;
  if (kind == QMS_DAY_OFF_KIND_OPEN)
    certainty = QMS_CERTAINTY_UNCONFIRMED;
  return add_note (calendar, qms_day_off_get_name (node), kind, certainty);
}

static QmsStatus
mark_day_off (QmsCalendar *calendar, const QmsNode *node, QmsError **error)
{
  int64_t first = day_of (node, QMS_DAY_OFF_DATE, 0), last = day_of (node, QMS_DAY_OFF_UNTIL, first);
  int32_t kind = qms_day_off_has_kind (node) ? qms_day_off_get_kind (node) : QMS_DAY_OFF_KIND_HOLIDAY;
  uint32_t note;

  if (!qms_day_off_has_date (node))
    return refuse_date (node, QMS_DAY_OFF_DATE, error);
  if (last < first || last - first > QMS_LONGEST_BREAK)
    return refuse_date (node, QMS_DAY_OFF_UNTIL, error);
  note = note_day_off (calendar, node, kind);
  for (int64_t i = first; i <= last; i++) {
    QmsDay *day = known_day (calendar, i);
    if (!day)
      continue;
    day->note = note;
    if (kind != QMS_DAY_OFF_KIND_OPEN)
      day->hours = QMS_NO_HOURS;
  }
  return QMS_OK;
}

/* Hours of a worked day: its own; those of the weekday that it replaces; those of the first weekday that has any. */
static int64_t
hours_worked (QmsCalendar *calendar, const QmsNode *node, int64_t day, QmsError **error)
{
  int64_t replaced = day_of (node, QMS_DAY_WORKED_REPLACES, day);

  if (qms_day_worked_has_intervals (node))
    return qms_calendar_add_hours (calendar, node, QMS_DAY_WORKED_INTERVALS, true, error);
  if (calendar->week[qms_day_weekday (replaced)] != QMS_NO_HOURS)
    return calendar->week[qms_day_weekday (replaced)];
  for (int weekday = 0; weekday < QMS_WEEK; weekday++)
    if (calendar->week[weekday] != QMS_NO_HOURS)
      return calendar->week[weekday];
  return QMS_NO_HOURS;
}

static QmsStatus
mark_day_worked (QmsCalendar *calendar, const QmsNode *node, QmsError **error)
{
  int64_t date = day_of (node, QMS_DAY_WORKED_DATE, 0), hours;
  QmsDay *day = known_day (calendar, date);

  if (!qms_day_worked_has_date (node))
    return refuse_date (node, QMS_DAY_WORKED_DATE, error);
  hours = hours_worked (calendar, node, date, error);
  if (hours < 0)
    return QMS_ERROR_VALUE;
  if (day) {
    day->hours = (uint32_t)hours;
    day->note =
        add_note (calendar, qms_day_worked_get_name (node), 0,
                  qms_day_worked_has_certainty (node) ? qms_day_worked_get_certainty (node) : QMS_CERTAINTY_CONFIRMED);
  }
  return QMS_OK;
}

static QmsStatus
mark_layer (QmsCalendar *calendar, const QmsNode *root, QmsError **error)
{
  QmsStatus status = QMS_OK;

  for (size_t i = 0; !status && i < qms_working_calendar_count_days_off (root); i++)
    status = mark_day_off (calendar, qms_working_calendar_get_days_off (root, i), error);
  for (size_t i = 0; !status && i < qms_working_calendar_count_days_worked (root); i++)
    status = mark_day_worked (calendar, qms_working_calendar_get_days_worked (root, i), error);
  return status;
}

QmsStatus
qms_calendar_read_days (QmsCalendar *calendar, GPtrArray *layers, QmsError **error)
{
  Years known = { 0 };
  QmsStatus status = QMS_OK;

  for (guint i = 0; !status && i < layers->len; i++)
    status = read_years (qms_layer_root (layers, i), &known, error);
  if (status)
    return status;
  alloc_days (calendar, known);
  for (guint i = 0; !status && i < layers->len; i++)
    status = mark_layer (calendar, qms_layer_root (layers, i), error);
  return status;
}
