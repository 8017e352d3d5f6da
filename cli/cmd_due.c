/* SPDX-License-Identifier: Apache-2.0 */
/* qms due: when a time limit ends, how much working time there is between two moments, and which days off lie there. */
#include "moment.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct {
  const char *calendar, *start, *duration, *until, *format;
  bool same_day;
} Options;

/* What is to be shown. Days are those after the start, up to the end. */
typedef struct {
  Cli *cli;
  QmsCalendar *calendar;
  int64_t start, end, now;
  bool has_due, has_now;
  int32_t certainty;
} Answer;

/* ---- days */

static GDate
day_of (const QmsCalendar *calendar, int64_t moment)
{
  g_autoptr (GDateTime) local =
      g_date_time_new_from_unix_utc (moment + (int64_t)qms_calendar_utc_offset (calendar) * 60);
  int year, month, day;
  GDate date;

  g_date_time_get_ymd (local, &year, &month, &day);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  return date;
}

static const char *
weekday_of (const QmsCalendar *calendar, int64_t moment, bool machine)
{
  const QmsEnum *weekdays = qms_field_enum (qms_field_by_id (QMS_WORKING_PATTERN_FIRST));
  GDate day = day_of (calendar, moment);
  int32_t weekday = (int32_t)g_date_get_weekday (&day);

  return machine ? qms_enum_value_name (weekdays, weekday) : qms_enum_value_label (weekdays, weekday, cli_lang ());
}

/* A day and what the calendar says of it. */
typedef struct {
  GDate date;
  const char *name;
  int32_t kind, certainty;
  bool working;
} Day;

static Day
look_up (const QmsCalendar *calendar, const GDate *date)
{
  int32_t year = g_date_get_year (date), month = (int32_t)g_date_get_month (date), day = g_date_get_day (date);

  return (Day){ *date, qms_calendar_day_name (calendar, year, month, day),
                qms_calendar_day_kind (calendar, year, month, day),
                qms_calendar_day_certainty (calendar, year, month, day),
                qms_calendar_is_working_day (calendar, year, month, day) == 1 };
}

/* The days that the calendar says something of; counts those that the week leaves free. */
static GArray *
special_days (const Answer *answer, int *weekly)
{
  GDate day = day_of (answer->calendar, MIN (answer->start, answer->end));
  GDate last = day_of (answer->calendar, MAX (answer->start, answer->end));
  GArray *days = g_array_new (FALSE, FALSE, sizeof (Day));

  *weekly = 0;
  while (g_date_compare (&day, &last) < 0) {
    g_date_add_days (&day, 1);
    Day found = look_up (answer->calendar, &day);
    if (found.certainty != 0)
      g_array_append_val (days, found);
    else if (!found.working)
      (*weekly)++;
  }
  return days;
}

static const char *
certainty_of (int32_t certainty, bool machine)
{
  const QmsEnum *certainties = qms_field_enum (qms_field_by_id (QMS_DAY_OFF_CERTAINTY));

  return machine ? qms_enum_value_name (certainties, certainty)
                 : qms_enum_value_label (certainties, certainty, cli_lang ());
}

/* Why a day is off, or that it is worked. */
static const char *
reason_of (const Day *day)
{
  const QmsEnum *kinds = qms_field_enum (qms_field_by_id (QMS_DAY_OFF_KIND));

  return day->kind ? qms_enum_value_label (kinds, day->kind, cli_lang ()) : _ ("worked instead of another day");
}

/* ---- text */

static void
print_moment (const char *name, const QmsCalendar *calendar, int64_t moment)
{
  g_autofree char *words = cli_moment_words (calendar, moment);

  printf ("%s: %s, %s\n", name, weekday_of (calendar, moment, false), words);
}

static void
print_time (const char *name, const QmsCalendar *calendar, int64_t minutes)
{
  g_autofree char *words = cli_working_words (calendar, minutes);

  printf (_ ("%s: %s (%" G_GINT64_FORMAT " minutes)\n"), name, words, ABS (minutes));
}

static void
print_day (const Day *day)
{
  char date[16];

  g_date_strftime (date, sizeof date, cli_lang () == QMS_LANG_EN ? "%Y-%m-%d" : "%d/%m/%Y", &day->date);
  printf ("  %s  %s%s%s", date, day->name ? day->name : reason_of (day), day->name ? " – " : "",
          day->name ? reason_of (day) : "");
  if (day->certainty > QMS_CERTAINTY_CONFIRMED)
    printf (" (%s)", certainty_of (day->certainty, false));
  putchar ('\n');
}

static void
print_days (const Answer *answer)
{
  int weekly;
  g_autoptr (GArray) days = special_days (answer, &weekly);

  if (days->len > 0)
    printf ("%s:\n", _ ("Days off, days worked instead"));
  for (guint i = 0; i < days->len; i++)
    print_day (&g_array_index (days, Day, i));
  if (weekly > 0)
    printf ("%s: %d\n", _ ("Weekly days off"), weekly);
}

static void
print_certainty (int32_t certainty)
{
  if (certainty == QMS_CALENDAR_UNSURE)
    printf ("%s\n", _ ("Not sure: it depends on days that are not confirmed."));
  if (certainty == QMS_CALENDAR_OUTSIDE)
    printf ("%s\n", _ ("Not sure: outside the years that the calendar knows only the week counts, without holidays."));
}

static void
print_remaining (const Answer *answer)
{
  int64_t minutes = qms_calendar_between (answer->calendar, answer->now, answer->end);

  if (answer->now > answer->end)
    print_time (_ ("Overdue by"), answer->calendar, -minutes);
  else
    print_time (_ ("Left"), answer->calendar, minutes);
}

static void
print_text (const Answer *answer)
{
  print_moment (_ ("Start"), answer->calendar, answer->start);
  print_moment (answer->has_due ? _ ("Due") : _ ("End"), answer->calendar, answer->end);
  print_time (_ ("Working time"), answer->calendar,
              qms_calendar_between (answer->calendar, answer->start, answer->end));
  if (answer->has_due && answer->has_now)
    print_remaining (answer);
  print_days (answer);
  print_certainty (answer->certainty);
}

/* ---- JSON */

static void
put_moment (json_t *object, const char *key, const QmsCalendar *calendar, int64_t moment)
{
  g_autofree char *text = cli_moment_text (calendar, moment);

  json_object_set_new (object, key, json_string (text));
}

static json_t *
day_json (const Day *day)
{
  const QmsEnum *kinds = qms_field_enum (qms_field_by_id (QMS_DAY_OFF_KIND));
  char date[16];

  g_date_strftime (date, sizeof date, "%Y-%m-%d", &day->date);
  return json_pack ("{s:s, s:s*, s:s, s:b, s:s}", "date", date, "name", day->name, "kind",
                    day->kind ? qms_enum_value_name (kinds, day->kind) : "worked", "working", day->working, "certainty",
                    certainty_of (day->certainty, true));
}

static json_t *
days_json (const GArray *days)
{
  json_t *list = json_array ();

  for (guint i = 0; i < days->len; i++)
    json_array_append_new (list, day_json (&g_array_index (days, Day, i)));
  return list;
}

static void
print_json (const Answer *answer)
{
  static const char *const certainties[] = { "sure", "unsure", "outside" };
  const QmsCalendar *calendar = answer->calendar;
  json_t *object = json_object ();
  int weekly;
  g_autoptr (GArray) days = special_days (answer, &weekly);

  json_object_set_new (object, "calendar", json_string (qms_calendar_id (calendar)));
  put_moment (object, "start", calendar, answer->start);
  put_moment (object, answer->has_due ? "due" : "end", calendar, answer->end);
  json_object_set_new (object, "weekday", json_string (weekday_of (calendar, answer->end, true)));
  json_object_set_new (object, "working_minutes",
                       json_integer (qms_calendar_between (calendar, answer->start, answer->end)));
  if (answer->has_due && answer->has_now)
    json_object_set_new (object, "remaining_minutes",
                         json_integer (qms_calendar_between (calendar, answer->now, answer->end)));
  json_object_set_new (object, "certainty", json_string (certainties[answer->certainty]));
  json_object_set_new (object, "days", days_json (days));
  json_object_set_new (object, "weekly_days_off", json_integer (weekly));
  char *text = json_dumps (object, JSON_INDENT (2));
  puts (text);
  free (text);
  json_decref (object);
}

/* ---- the command */

static CliExit
work_out (const Options *options, Answer *answer)
{
  int64_t mantissa;
  int32_t scale, unit;
  QmsError *error = NULL;
  QmsStatus status;

  if (options->same_day) {
    status = qms_calendar_same_day_due (answer->calendar, answer->start, &answer->end, &answer->certainty, &error);
  } else {
    if (!cli_limit (answer->cli, options->duration, &mantissa, &scale, &unit))
      return answer->cli->exit;
    status = qms_calendar_due (answer->calendar, answer->start, mantissa, scale, unit, &answer->end, &answer->certainty,
                               &error);
  }
  return status ? cli_error (error) : CLI_OK;
}

/* How sure the time between the two is: that of no working time from one to the other. */
static int32_t
certainty_between (const Answer *answer)
{
  int64_t minutes = qms_calendar_between (answer->calendar, answer->start, answer->end), end;
  int32_t certainty = QMS_CALENDAR_OUTSIDE;

  if (qms_calendar_add (answer->calendar, answer->start, minutes, &end, &certainty, NULL))
    return QMS_CALENDAR_OUTSIDE;
  return certainty;
}

static CliExit
answer_with (const Options *options, Answer *answer)
{
  CliExit status = CLI_OK;

  if (!cli_moment (answer->cli, answer->calendar, options->start, &answer->start))
    return answer->cli->exit;
  if (options->until && !cli_moment (answer->cli, answer->calendar, options->until, &answer->now))
    return answer->cli->exit;
  answer->has_now = options->until != NULL;
  answer->has_due = options->same_day || options->duration;
  if (answer->has_due) {
    status = work_out (options, answer);
  } else {
    answer->end = answer->now;
    answer->certainty = certainty_between (answer);
  }
  if (status != CLI_OK)
    return status;
  if (g_strcmp0 (options->format, "json") == 0)
    print_json (answer);
  else
    print_text (answer);
  return CLI_OK;
}

static CliExit
run (Cli *cli)
{
  Options set = { .calendar = "vn", .format = "text" };
  const CliOption options[] = {
    { "calendar", 'c', CLI_FILE, &set.calendar, "ID", N_ ("working calendar, or a file that holds one (vn)") },
    { "start", 's', CLI_VALUE, &set.start, "TIME",
      N_ ("moment at which the time begins, such as 2026-02-13T15:30 (now)") },
    { "duration", 'd', CLI_VALUE, &set.duration, "DURATION",
      N_ ("time limit, such as «5 working days» or «5 ngayLamViec»") },
    { "same-day", 0, CLI_FLAG, &set.same_day, NULL, N_ ("the result is due on the day of receipt") },
    { "until", 'u', CLI_VALUE, &set.until, "TIME",
      N_ ("working time up to then; with a limit, what is left of it then") },
    { "format", 'f', CLI_CHOICE, &set.format, "text|json", N_ ("form of the report (text)") },
    { 0 },
  };
  QmsError *error = NULL;
  Answer answer = { .cli = cli };

  if (!cli_parse (cli, options, 0, 0))
    return cli->exit;
  if (set.duration && set.same_day)
    return cli_usage (cli, _ ("--duration and --same-day exclude each other"));
  if (!set.duration && !set.same_day && !set.until)
    return cli_usage (cli, _ ("one of --duration, --same-day and --until is needed"));
  if (qms_calendar_load (set.calendar, &answer.calendar, &error) != QMS_OK)
    return cli_error (error);
  CliExit status = answer_with (&set, &answer);
  qms_calendar_unref (answer.calendar);
  return status;
}

const CliCommand cli_command_due = {
  "due", "", N_ ("Works out when a time limit ends, and working time between two moments"), run, NULL,
};
