/* SPDX-License-Identifier: Apache-2.0 */
/* Calendars by name: those that come with the library, and files. */
#include "core/error.h"
#include "core/resource.h"
#include "gen/rules.h"
#include "qms_data.h"
#include "workflow/calendar.h"

#include <gio/gio.h>
#include <string.h>

#define FOLDER "calendars/"
#define ENDING ".xml"

static char *
known_names (void)
{
  g_auto (GStrv) files = g_resource_enumerate_children (qms_data_get_resource (), "/qms/" FOLDER, 0, NULL);

  for (char **file = files; file && *file; file++)
    (*file)[strlen (*file) - strlen (ENDING)] = '\0';
  return g_strjoinv (", ", files);
}

QmsStatus
qms_calendar_shipped (const char *id, QmsDocument **document, QmsError **error)
{
  g_autofree char *path = g_strconcat (FOLDER, id, ENDING, NULL), *known = NULL;
  size_t size;
  const char *text = qms_resource_text (path, &size);

  if (text)
    return qms_document_parse (text, size, document, error);
  known = known_names ();
  return qms_fail (error, QMS_MSG_CALENDAR_UNKNOWN, NULL, "name", id, "known", known, NULL);
}

QmsStatus
qms_calendar_load (const char *name, QmsCalendar **calendar, QmsError **error)
{
  g_autoptr (QmsDocument) document = NULL;
  QmsStatus status;

  if (!name || !calendar)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "NULL", NULL);
  status = qms_calendar_shipped (name, &document, NULL);
  if (status == QMS_ERROR_NOT_FOUND && g_file_test (name, G_FILE_TEST_EXISTS))
    status = qms_document_load (name, &document, error);
  else if (status)
    status = qms_calendar_shipped (name, &document, error);
  return status ? status : qms_calendar_new (document, calendar, error);
}
