/* SPDX-License-Identifier: Apache-2.0 */
/* What made the XML parser stop, as an error. */
#include "codec/xml_sax.h"

#include "core/error.h"

#include "gen/ids.h"

#include <string.h>

static QmsStatus
fail_syntax (const QmsXmlParser *parser, const QmsPlace *place, const char *detail, QmsError **error)
{
  g_autofree char *vi = qms_xml_problem_vi (parser);
  g_autofree char *en = qms_message_quote (detail, strlen (detail));

  return qms_error_add (error, &qms_gen_rules[QMS_RULE_NOT_WELL_FORMED], place,
                        QMS_VALUES ({ "detail", { vi ? vi : en, en } }));
}

QmsStatus
qms_xml_fail (const QmsXmlParser *parser, const char *file, QmsError **error)
{
  QmsPosition position;
  const char *detail;
  QmsXmlProblem problem = qms_xml_problem (parser, &position, &detail);
  QmsPlace place = { file, position.line, position.column, NULL };

  switch (problem) {
  case QMS_XML_DOCTYPE:
    return qms_fail (error, QMS_RULE_DOCTYPE, &place, NULL);
  case QMS_XML_ENCODING:
    return qms_fail (error, QMS_RULE_ENCODING, &place, "found", detail, NULL);
  case QMS_XML_MALFORMED:
    return fail_syntax (parser, &place, detail ? detail : "", error);
  default:
    return QMS_OK;
  }
}
