/* SPDX-License-Identifier: Apache-2.0 */
/* Acts and documents that others rest on. */
#include "render/site.h"

#include <qms/model.h>

static void
append_title (QmsSiteWriter *writer, const QmsNode *citation)
{
  const char *title = qms_citation_get_title (citation), *address = qms_citation_get_url (citation);

  if (title || address)
    qms_site_link_out (writer->out, address, title ? title : address);
}

static const QmsSiteColumn columns[] = {
  { "Số, ký hiệu", QMS_CITATION_NUMBER, NULL },      { "Tên văn bản", 0, append_title },
  { "Điều, khoản", QMS_CITATION_CLAUSE, NULL },      { "Ngày ban hành", QMS_CITATION_DATE, NULL },
  { "Cơ quan ban hành", QMS_CITATION_ISSUER, NULL }, { 0 },
};

void
qms_site_citations (QmsSiteWriter *writer, const QmsNode *node, uint32_t list, const char *caption)
{
  qms_site_list (writer, node, list, caption, columns);
}
