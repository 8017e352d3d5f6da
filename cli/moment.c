/* SPDX-License-Identifier: Apache-2.0 */
/* Moments on the command line: read as people write them, shown by the calendar's clock. */
#include "moment.h"

#include <string.h>

enum { SECONDS = 60 };

/* "+07:00" of an offset in minutes. */
static char *
offset_text (int32_t offset)
{
  return g_strdup_printf ("%c%02d:%02d", offset < 0 ? '-' : '+', ABS (offset) / 60, ABS (offset) % 60);
}

/* The text with what people leave out: seconds, offset, the T. */
static char *
complete_text (const char *text, int32_t offset)
{
  enum { TO_MINUTES = 16, TO_SECONDS = 19 }; /* bytes of 2026-03-02T09:00, of 2026-03-02T09:00:00 */
  size_t length = strlen (text);
  g_autofree char *zone = offset_text (offset);
  bool short_form = length == TO_MINUTES || (length > TO_MINUTES && strchr ("+-Z", text[TO_MINUTES]));
  const char *rest = length < TO_MINUTES ? "" : text + (short_form || length < TO_SECONDS ? TO_MINUTES : TO_SECONDS);
  char *full = g_strdup_printf ("%.*s%s%s", short_form ? TO_MINUTES : TO_SECONDS, text, short_form ? ":00" : "",
                                *rest != '\0' ? rest : zone);

  if (strlen (full) > 10 && full[10] == ' ')
    full[10] = 'T';
  return full;
}

bool
cli_moment (Cli *cli, const QmsCalendar *calendar, const char *text, int64_t *time)
{
  g_autoptr (QmsDocument) scratch = qms_document_new (QMS_TYPE_CASE_FILE);
  QmsNode *root = qms_document_root (scratch);

  if (!text) {
    *time = g_get_real_time () / G_USEC_PER_SEC / SECONDS * SECONDS;
    return true;
  }
  g_autofree char *full = complete_text (text, qms_calendar_utc_offset (calendar));
  if (qms_node_set_text (root, QMS_CASE_FILE_RECEIVED, full, NULL) == QMS_OK
      && qms_node_get_datetime (root, QMS_CASE_FILE_RECEIVED, time, NULL) == QMS_OK)
    return true;
  cli->exit = cli_usage (cli, _ ("«%s» is no moment; write it like 2026-03-02T09:00"), text);
  return false;
}

bool
cli_limit (Cli *cli, const char *text, int64_t *mantissa, int32_t *scale, int32_t *unit)
{
  QmsError *error = NULL;

  if (qms_limit_parse (text, mantissa, scale, unit, &error) != QMS_OK)
    cli->exit = cli_error (error);
  else if (*mantissa == 0)
    cli->exit = cli_usage (cli, _ ("«%s» is no time limit: it takes no time"), text);
  else
    return true;
  return false;
}

static GDateTime *
local_time (const QmsCalendar *calendar, int64_t time)
{
  return g_date_time_new_from_unix_utc (time + (int64_t)qms_calendar_utc_offset (calendar) * SECONDS);
}

char *
cli_moment_words (const QmsCalendar *calendar, int64_t time)
{
  g_autoptr (GDateTime) local = local_time (calendar, time);

  return g_date_time_format (local, cli_lang () == QMS_LANG_EN ? "%Y-%m-%d %H:%M" : "%H:%M, %d/%m/%Y");
}

char *
cli_moment_text (const QmsCalendar *calendar, int64_t time)
{
  g_autoptr (GDateTime) local = local_time (calendar, time);
  g_autofree char *zone = offset_text (qms_calendar_utc_offset (calendar)),
                  *text = g_date_time_format (local, "%Y-%m-%dT%H:%M:%S");

  return g_strconcat (text, zone, NULL);
}

static void
append_part (GString *out, int64_t number, const char *one, const char *several)
{
  if (number != 0)
    g_string_append_printf (out, "%s%" G_GINT64_FORMAT " %s", out->len > 0 ? " " : "", number,
                            number == 1 ? one : several);
}

char *
cli_working_words (const QmsCalendar *calendar, int64_t minutes)
{
  int64_t size = minutes < 0 ? -minutes : minutes, day = qms_calendar_day_minutes (calendar);
  GString *out = g_string_new (NULL);

  append_part (out, size / day, _ ("working day"), _ ("working days"));
  append_part (out, size % day / 60, _ ("hour"), _ ("hours"));
  append_part (out, size % day % 60, _ ("minute"), _ ("minutes"));
  if (out->len == 0)
    g_string_append_printf (out, "0 %s", _ ("minutes"));
  return g_string_free (out, FALSE);
}
