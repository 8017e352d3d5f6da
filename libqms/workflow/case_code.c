/* SPDX-License-Identifier: Apache-2.0 */
/* Codes of cases (mã số hồ sơ TTHC): agency, day of receipt, serial number within the day. */
#include "core/error.h"
#include "core/kind.h"
#include "gen/rules.h"

#include <qms/case.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { CENTURY = 2000, DAY_DIGITS = 6, SERIAL_DIGITS = 4, SERIAL_MAX_DIGITS = 18, AGENCY_MAX = 35 };

static const char digits[] = "0123456789";

/* Whether the `length` bytes at `text` are digits, capitals and points as the pattern says: 9 for a digit, A for a
 * capital. */
static bool
is_like (const char *text, size_t length, const char *pattern)
{
  for (size_t i = 0; i < length; i++) {
    bool good = pattern[i] == '9'   ? g_ascii_isdigit (text[i])
                : pattern[i] == 'A' ? g_ascii_isupper (text[i])
                                    : text[i] == pattern[i];
    if (!good)
      return false;
  }
  return length == strlen (pattern);
}

/* QĐ 20/2020/QĐ-TTg: H55, H55.242: groups from the top down. */
static bool
is_electronic (const char *text, size_t length)
{
  size_t group = 2; /* characters of the one that is being read */

  if (length < 3 || length > AGENCY_MAX || !is_like (text, 3, "A99"))
    return false;
  for (size_t i = 3; i < length; i++) {
    if (text[i] == '.' ? group < 2 : !(g_ascii_isdigit (text[i]) || g_ascii_isupper (text[i])) || (i == 3))
      return false;
    group = text[i] == '.' ? 0 : group + 1;
  }
  return group >= 2;
}

/* QCVN 102:2016/BTTTT: 000.00.12.H54. */
static bool
is_agency (const char *text, size_t length)
{
  return is_like (text, length, "999.99.99.A99") || is_electronic (text, length);
}

static QmsStatus
fail_form (const char *code, QmsError **error)
{
  g_autofree char *quoted = qms_message_quote (code ? code : "", code ? strlen (code) : 0);

  return qms_fail (error, QMS_MSG_CASE_CODE_FORM, NULL, "code", quoted, NULL);
}

static QmsStatus
fail_day (const char *code, const char *day, QmsError **error)
{
  return qms_fail (error, QMS_MSG_CASE_CODE_NO_DAY, NULL, "code", code, "day", day, NULL);
}

QmsStatus
qms_case_code_build (const char *agency, int32_t year, int32_t month, int32_t day, int64_t serial, char **code,
                     QmsError **error)
{
  g_autofree char *built =
      g_strdup_printf ("%s-%02d%02d%02d-%04" G_GINT64_FORMAT, agency ? agency : "", year % 100, month, day, serial);

  if (!code)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "code", NULL);
  if (!agency || !is_agency (agency, strlen (agency)) || serial < 1 || year < CENTURY || year >= CENTURY + 100)
    return fail_form (built, error);
  if (!qms_date_valid (year, month, day)) {
    g_autofree char *text = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
    return fail_day (built, text, error);
  }
  *code = g_steal_pointer (&built);
  return QMS_OK;
}

static int32_t
two_digits (const char *text)
{
  return (text[0] - '0') * 10 + (text[1] - '0');
}

QmsStatus
qms_case_code_parse (const char *code, char **agency, int32_t *year, int32_t *month, int32_t *day, int64_t *serial,
                     QmsError **error)
{
  const char *date = code ? strchr (code, '-') : NULL;
  size_t length = date ? (size_t)(date - code) : 0;
  size_t n_serial = date && strspn (date + 1, digits) == DAY_DIGITS && date[1 + DAY_DIGITS] == '-'
                        ? strspn (date + 2 + DAY_DIGITS, digits)
                        : 0;

  if (n_serial < SERIAL_DIGITS || n_serial > SERIAL_MAX_DIGITS || date[2 + DAY_DIGITS + n_serial] != '\0'
      || !is_agency (code, length))
    return fail_form (code, error);
  int32_t parts[3] = { CENTURY + two_digits (date + 1), two_digits (date + 3), two_digits (date + 5) };
  if (!qms_date_valid (parts[0], parts[1], parts[2])) {
    g_autofree char *text = g_strndup (date + 1, DAY_DIGITS);
    return fail_day (code, text, error);
  }
  int32_t *const places[3] = { year, month, day };
  for (size_t i = 0; i < G_N_ELEMENTS (parts); i++)
    if (places[i])
      *places[i] = parts[i];
  if (agency)
    *agency = g_strndup (code, length);
  if (serial)
    *serial = g_ascii_strtoll (date + 2 + DAY_DIGITS, NULL, 10);
  return QMS_OK;
}
