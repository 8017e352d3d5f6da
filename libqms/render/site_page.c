/* SPDX-License-Identifier: Apache-2.0 */
/* What every page has: head, ways to the other pages, foot. */
#include "core/text.h"
#include "render/site.h"

#include <qms/model.h>

#include <string.h>

/* A page loads nothing but the files beside it; "file:" is what "'self'" means for pages that are opened from a disk. */
static const char head[] =
    "<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\"/>\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self' file:; "
    "script-src 'self' file:; img-src 'self' file:; form-action 'self' file:; base-uri 'none'\"/>\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
    "<meta name=\"color-scheme\" content=\"light dark\"/>\n<meta name=\"referrer\" content=\"no-referrer\"/>\n";

/* The sections, in the order of the navigation. */
static const struct {
  const char *file, *title;
  bool internal;
} sections[] = {
  { "index.html", "Trang chủ", false },
  { "thu-tuc.html", "Thủ tục hành chính", false },
  { "chinh-sach.html", "Chính sách chất lượng", false },
  { "muc-tieu.html", "Mục tiêu chất lượng", false },
  { "cong-bo.html", "Công bố, phạm vi", false },
  { "tai-lieu.html", "Tài liệu", false },
  { "rui-ro.html", "Rủi ro, cơ hội", true },
  { "danh-gia.html", "Đánh giá nội bộ", true },
  { "khong-phu-hop.html", "Sự không phù hợp", true },
  { "xem-xet.html", "Xem xét của lãnh đạo", true },
  { "kiem-tra.html", "Kết quả kiểm tra", true },
};

static const char *
title_of (const char *file)
{
  for (size_t i = 0; i < G_N_ELEMENTS (sections); i++)
    if (strcmp (sections[i].file, file) == 0)
      return sections[i].title;
  return file;
}

/* ---- navigation */

static void
append_section (QmsSiteWriter *writer, size_t section, const char *file, const char *under)
{
  const char *current = strcmp (sections[section].file, file) == 0             ? " aria-current=\"page\""
                        : under && strcmp (sections[section].file, under) == 0 ? " class=\"current\""
                                                                               : "";

  g_string_append_printf (writer->out, "<li><a href=\"%s\"%s>%s</a></li>\n", sections[section].file, current,
                          sections[section].title);
}

/* What is for everybody, and below it what is for staff. */
static void
append_sections (QmsSiteWriter *writer, bool internal, const char *file, const char *under)
{
  g_string_append (writer->out, "<ul class=\"wrap\">\n");
  for (size_t i = 0; i < G_N_ELEMENTS (sections); i++)
    if (sections[i].internal == internal && (writer->findings || strcmp (sections[i].file, "kiem-tra.html") != 0))
      append_section (writer, i, file, under);
  g_string_append (writer->out, "</ul>\n");
}

static void
append_navigation (QmsSiteWriter *writer, const char *file, const char *under)
{
  g_string_append (writer->out, "<nav class=\"sections\" aria-label=\"Các mục chính\">\n");
  append_sections (writer, false, file, under);
  if (writer->internal)
    append_sections (writer, true, file, under);
  g_string_append (writer->out, "</nav>\n");
}

/* The way from the home page to here. */
static void
append_trail (QmsSiteWriter *writer, const char *file, const char *title, const char *under)
{
  if (strcmp (file, sections[0].file) == 0)
    return;
  g_string_append (writer->out, "<nav class=\"trail\" aria-label=\"Vị trí của trang\">\n<ol>\n"
                                "<li><a href=\"index.html\">Trang chủ</a></li>\n");
  if (under)
    g_string_append_printf (writer->out, "<li><a href=\"%s\">%s</a></li>\n", under, title_of (under));
  qms_text_append_markup (writer->out, "<li><span aria-current=\"page\">%s</span></li>\n</ol>\n</nav>\n", title);
}

/* ---- head */

static void
append_head (QmsSiteWriter *writer, const char *title, bool searches)
{
  g_string_append (writer->out, head);
  if (writer->internal)
    g_string_append (writer->out, "<meta name=\"robots\" content=\"noindex, nofollow\"/>\n");
  qms_text_append_markup (writer->out, "<title>%s – %s</title>\n", title, writer->agency);
  g_string_append (writer->out, "<link rel=\"icon\" href=\"icon.svg\" type=\"image/svg+xml\"/>\n"
                                "<link rel=\"stylesheet\" href=\"site.css\"/>\n");
  if (searches)
    g_string_append (writer->out, "<script src=\"search.js\" defer=\"\"></script>\n");
  g_string_append (writer->out, "</head>\n<body>\n");
}

static void
append_banner (QmsSiteWriter *writer)
{
  const char *parent = qms_agency_get_parent_name (qms_system_get_agency (writer->system));
  const char *standard = qms_site_label (writer->system, QMS_SYSTEM_STANDARD);

  g_string_append (writer->out, "<a class=\"skip\" href=\"#noi-dung\">Đến nội dung chính</a>\n");
  g_string_append (writer->out, "<header class=\"banner\">\n");
  if (writer->internal)
    g_string_append (writer->out, "<p class=\"notice\">Bản nội bộ – không đăng tải công khai</p>\n");
  g_string_append (writer->out, "<div class=\"wrap\">\n<p class=\"agency\">");
  if (parent)
    qms_text_append_markup (writer->out, "<span class=\"parent\">%s</span> ", parent);
  qms_text_append_markup (writer->out, "<a href=\"index.html\">%s</a></p>\n", writer->agency);
  qms_text_append_markup (writer->out, "<p class=\"system\">Hệ thống quản lý chất lượng%s%s</p>\n</div>\n",
                          standard ? " " : "", standard ? standard : "");
}

void
qms_site_open_page (QmsSiteWriter *writer, const char *file, const char *title, const char *under)
{
  bool searches = strcmp (file, "index.html") == 0 || strcmp (file, "thu-tuc.html") == 0;

  writer->out = g_string_new (NULL);
  writer->tables = 0;
  append_head (writer, title, searches);
  append_banner (writer);
  append_navigation (writer, file, under);
  g_string_append (writer->out, "</header>\n<main id=\"noi-dung\" class=\"wrap\" tabindex=\"-1\">\n");
  append_trail (writer, file, title, under);
  qms_text_append_markup (writer->out, "<h1>%s</h1>\n", title);
}

/* ---- foot */

void
qms_site_close_page (QmsSiteWriter *writer, const char *file)
{
  const QmsNode *agency = qms_system_get_agency (writer->system);
  const char *website = qms_agency_get_website (agency);

  qms_text_append_markup (writer->out,
                          "</main>\n<footer class=\"foot\">\n<div class=\"wrap\">\n<p class=\"name\">%s</p>\n",
                          writer->agency);
  if (qms_agency_get_address (agency))
    qms_text_append_markup (writer->out, "<p>Địa chỉ: %s</p>\n", qms_agency_get_address (agency));
  if (website) {
    g_string_append (writer->out, "<p>Trang thông tin điện tử: ");
    qms_site_link_out (writer->out, website, website);
    g_string_append (writer->out, "</p>\n");
  }
  g_string_append (writer->out, "</div>\n</footer>\n</body>\n</html>\n");
  qms_site_add (writer->site, file, g_steal_pointer (&writer->out));
}
