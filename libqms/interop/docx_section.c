/* SPDX-License-Identifier: Apache-2.0 */
/* Sections and parts of a procedure, known by the words of their headings: numbers are Word's own and tell nothing. */
#include "interop/docx_line.h"

#include "interop/docx_words.h"

#include <string.h>

static const DocxPhrase sections[] = {
  { DOCX_SECTION_PURPOSE, "muc dich" },
  { DOCX_SECTION_PURPOSE, "muc dich yeu cau" },
  { DOCX_SECTION_PURPOSE, "muc dich va yeu cau" },
  { DOCX_SECTION_PURPOSE, "muc dich cua quy trinh" },
  { DOCX_SECTION_PURPOSE, "muc dich xay dung" },
  { DOCX_SECTION_PURPOSE, "muc tieu" },
  { DOCX_SECTION_SCOPE, "pham vi" },
  { DOCX_SECTION_SCOPE, "pham vi ap dung" },
  { DOCX_SECTION_SCOPE, "pham vi doi tuong ap dung" },
  { DOCX_SECTION_SCOPE, "pham vi va doi tuong ap dung" },
  { DOCX_SECTION_SCOPE, "doi tuong va pham vi ap dung" },
  { DOCX_SECTION_SCOPE, "doi tuong pham vi ap dung" },
  { DOCX_SECTION_REFERENCES, "tai lieu vien dan" },
  { DOCX_SECTION_REFERENCES, "cac tai lieu vien dan" },
  { DOCX_SECTION_REFERENCES, "van ban vien dan" },
  { DOCX_SECTION_REFERENCES, "tai lieu lien quan" },
  { DOCX_SECTION_REFERENCES, "tai lieu tham chieu" },
  { DOCX_SECTION_REFERENCES, "tai lieu tham khao" },
  { DOCX_SECTION_REFERENCES, "tai lieu vien dan va tham khao" },
  { DOCX_SECTION_REFERENCES, "tai lieu can cu" },
  { DOCX_SECTION_REFERENCES, "can cu" },
  { DOCX_SECTION_REFERENCES, "co so phap ly" },
  { DOCX_SECTION_REFERENCES, "can cu phap ly" },
  { DOCX_SECTION_REFERENCES, "van ban phap luat lien quan" },
  { DOCX_SECTION_DEFINITIONS, "dinh nghia" },
  { DOCX_SECTION_DEFINITIONS, "dinh nghia viet tat" },
  { DOCX_SECTION_DEFINITIONS, "dinh nghia va viet tat" },
  { DOCX_SECTION_DEFINITIONS, "dinh nghia tu viet tat" },
  { DOCX_SECTION_DEFINITIONS, "dinh nghia chu viet tat" },
  { DOCX_SECTION_DEFINITIONS, "dinh nghia va tu viet tat" },
  { DOCX_SECTION_DEFINITIONS, "dinh nghia va chu viet tat" },
  { DOCX_SECTION_DEFINITIONS, "dinh nghia cac chu viet tat" },
  { DOCX_SECTION_DEFINITIONS, "dinh nghia thuat ngu" },
  { DOCX_SECTION_DEFINITIONS, "dinh nghia thuat ngu viet tat" },
  { DOCX_SECTION_DEFINITIONS, "thuat ngu" },
  { DOCX_SECTION_DEFINITIONS, "thuat ngu dinh nghia" },
  { DOCX_SECTION_DEFINITIONS, "thuat ngu va dinh nghia" },
  { DOCX_SECTION_DEFINITIONS, "thuat ngu viet tat" },
  { DOCX_SECTION_DEFINITIONS, "thuat ngu va viet tat" },
  { DOCX_SECTION_DEFINITIONS, "thuat ngu va tu viet tat" },
  { DOCX_SECTION_DEFINITIONS, "thuat ngu dinh nghia va tu viet tat" },
  { DOCX_SECTION_DEFINITIONS, "thuat ngu dinh nghia va chu viet tat" },
  { DOCX_SECTION_DEFINITIONS, "thuat ngu dinh nghia viet tat" },
  { DOCX_SECTION_DEFINITIONS, "giai thich tu ngu" },
  { DOCX_SECTION_DEFINITIONS, "giai thich thuat ngu" },
  { DOCX_SECTION_DEFINITIONS, "giai thich tu ngu viet tat" },
  { DOCX_SECTION_DEFINITIONS, "tu viet tat" },
  { DOCX_SECTION_DEFINITIONS, "cac tu viet tat" },
  { DOCX_SECTION_DEFINITIONS, "chu viet tat" },
  { DOCX_SECTION_DEFINITIONS, "viet tat" },
  { DOCX_SECTION_DEFINITIONS, "khai niem" },
  { DOCX_SECTION_RESPONSIBILITY, "trach nhiem" },
  { DOCX_SECTION_RESPONSIBILITY, "trach nhiem thuc hien" },
  { DOCX_SECTION_RESPONSIBILITY, "trach nhiem ap dung" },
  { DOCX_SECTION_RESPONSIBILITY, "trach nhiem va quyen han" },
  { DOCX_SECTION_RESPONSIBILITY, "to chuc thuc hien" },
  { DOCX_SECTION_CONTENT, "noi dung" },
  { DOCX_SECTION_CONTENT, "noi dung quy trinh" },
  { DOCX_SECTION_CONTENT, "noi dung cua quy trinh" },
  { DOCX_SECTION_CONTENT, "noi dung thuc hien" },
  { DOCX_SECTION_CONTENT, "noi dung chi tiet" },
  { DOCX_SECTION_CONTENT, "noi dung quy dinh" },
  { DOCX_SECTION_CONTENT, "noi dung thu tuc" },
  { DOCX_SECTION_CONTENT, "noi dung va trinh tu thuc hien" },
  { DOCX_SECTION_CONTENT, "quy trinh thuc hien" },
  { DOCX_SECTION_CONTENT, "mo ta quy trinh" },
  { DOCX_SECTION_CONTENT, "cach thuc tien hanh" },
  { DOCX_SECTION_CONTENT, "quy trinh giai quyet" },
  { DOCX_SECTION_FORMS, "bieu mau" },
  { DOCX_SECTION_FORMS, "cac bieu mau" },
  { DOCX_SECTION_FORMS, "mau bieu" },
  { DOCX_SECTION_FORMS, "bieu mau su dung" },
  { DOCX_SECTION_FORMS, "bieu mau ap dung" },
  { DOCX_SECTION_FORMS, "bieu mau kem theo" },
  { DOCX_SECTION_FORMS, "bieu mau dinh kem" },
  { DOCX_SECTION_FORMS, "danh muc bieu mau" },
  { DOCX_SECTION_FORMS, "bieu mau phu luc" },
  { DOCX_SECTION_FORMS, "phu luc bieu mau" },
  { DOCX_SECTION_FORMS, "phu luc va bieu mau" },
  { DOCX_SECTION_FORMS, "bieu mau va phu luc" },
  { DOCX_SECTION_FORMS, "bieu mau lien quan" },
  { DOCX_SECTION_FORMS, "phu luc" },
  { DOCX_SECTION_RECORDS, "ho so" },
  { DOCX_SECTION_RECORDS, "ho so luu" },
  { DOCX_SECTION_RECORDS, "ho so can luu" },
  { DOCX_SECTION_RECORDS, "ho so phai luu" },
  { DOCX_SECTION_RECORDS, "ho so luu tru" },
  { DOCX_SECTION_RECORDS, "ho so can luu tru" },
  { DOCX_SECTION_RECORDS, "ho so luu giu" },
  { DOCX_SECTION_RECORDS, "ho so cong viec" },
  { DOCX_SECTION_RECORDS, "ho so cong viec can luu" },
  { DOCX_SECTION_RECORDS, "luu ho so" },
  { DOCX_SECTION_RECORDS, "tai lieu luu" },
  { DOCX_SECTION_RECORDS, "tai lieu luu tru" },
  { DOCX_SECTION_RECORDS, "ho so tai lieu luu" },
  { DOCX_SECTION_RECORDS, "luu tru" },
  { DOCX_SECTION_RECORDS, "luu tru ho so" },
  { DOCX_SECTION_RECORDS, "quan ly ho so" },
  { DOCX_SECTION_RECORDS, "kiem soat ho so" },
  { DOCX_SECTION_RECORDS, "danh muc ho so" },
  { DOCX_SECTION_RECORDS, "danh muc ho so luu" },
  { DOCX_SECTION_CONTENTS, "muc luc" },
  { DOCX_SECTION_AMENDMENTS, "sua doi tai lieu" },
  { DOCX_SECTION_AMENDMENTS, "theo doi sua doi" },
  { DOCX_SECTION_AMENDMENTS, "theo doi sua doi tai lieu" },
  { DOCX_SECTION_AMENDMENTS, "bang theo doi sua doi" },
  { DOCX_SECTION_AMENDMENTS, "bang theo doi sua doi tai lieu" },
  { DOCX_SECTION_AMENDMENTS, "trang theo doi so lan sua doi tai lieu" },
  { DOCX_SECTION_AMENDMENTS, "trang theo doi sua doi" },
  { DOCX_SECTION_AMENDMENTS, "tinh hinh sua doi" },
  { DOCX_SECTION_AMENDMENTS, "tinh hinh sua doi tai lieu" },
  { DOCX_SECTION_AMENDMENTS, "lich su sua doi" },
  { DOCX_SECTION_AMENDMENTS, "kiem soat thay doi" },
  { 0, NULL },
};

static const DocxPhrase parts[] = {
  { DOCX_PART_DOSSIER, "thanh phan ho so" },
  { DOCX_PART_DOSSIER, "thanh phan so luong ho so" },
  { DOCX_PART_DOSSIER, "thanh phan va so luong ho so" },
  { DOCX_PART_DOSSIER, "ho so gom" },
  { DOCX_PART_DOSSIER, "ho so bao gom" },
  { DOCX_PART_DOSSIER, "ho so can nop" },
  { DOCX_PART_DOSSIER, "ho so phai nop" },
  { DOCX_PART_DOSSIER, "ho so thu tuc hanh chinh" },
  { DOCX_PART_COPIES, "so luong ho so" },
  { DOCX_PART_COPIES, "so bo ho so" },
  { DOCX_PART_COPIES, "so luong" },
  { DOCX_PART_LIMIT, "thoi han giai quyet" },
  { DOCX_PART_LIMIT, "thoi gian giai quyet" },
  { DOCX_PART_LIMIT, "thoi gian xu ly" },
  { DOCX_PART_LIMIT, "thoi han xu ly" },
  { DOCX_PART_LIMIT, "thoi gian thuc hien" },
  { DOCX_PART_LIMIT, "thoi han thuc hien" },
  { DOCX_PART_LIMIT, "tong thoi gian giai quyet" },
  { DOCX_PART_APPLICANT, "doi tuong thuc hien" },
  { DOCX_PART_APPLICANT, "doi tuong duoc thuc hien" },
  { DOCX_PART_APPLICANT, "doi tuong giai quyet" },
  { DOCX_PART_AGENCY, "co quan thuc hien" },
  { DOCX_PART_AGENCY, "co quan truc tiep thuc hien" },
  { DOCX_PART_AGENCY, "co quan giai quyet" },
  { DOCX_PART_AGENCY, "co quan don vi thuc hien" },
  { DOCX_PART_AGENCY, "co quan truc tiep giai quyet" },
  { DOCX_PART_COMPETENT, "co quan co tham quyen" },
  { DOCX_PART_COMPETENT, "co quan nguoi co tham quyen" },
  { DOCX_PART_COMPETENT, "co quan quyet dinh" },
  { DOCX_PART_COMPETENT, "tham quyen giai quyet" },
  { DOCX_PART_COMPETENT, "tham quyen quyet dinh" },
  { DOCX_PART_AUTHORISED, "co quan duoc uy quyen" },
  { DOCX_PART_AUTHORISED, "co quan hoac nguoi duoc uy quyen" },
  { DOCX_PART_COORDINATING, "co quan phoi hop" },
  { DOCX_PART_COORDINATING, "don vi phoi hop" },
  { DOCX_PART_RESULT, "ket qua" },
  { DOCX_PART_RESULT, "ket qua thuc hien" },
  { DOCX_PART_RESULT, "ket qua giai quyet" },
  { DOCX_PART_FEE, "phi" },
  { DOCX_PART_FEE, "le phi" },
  { DOCX_PART_FEE, "phi le phi" },
  { DOCX_PART_FEE, "le phi phi" },
  { DOCX_PART_FEE, "phi va le phi" },
  { DOCX_PART_FEE, "phi hoac le phi" },
  { DOCX_PART_FEE, "le phi chi phi" },
  { DOCX_PART_FEE, "muc thu phi le phi" },
  { DOCX_PART_FORM, "mau don" },
  { DOCX_PART_FORM, "mau don mau to khai" },
  { DOCX_PART_FORM, "mau don to khai" },
  { DOCX_PART_FORM, "ten mau don" },
  { DOCX_PART_FORM, "ten mau don mau to khai" },
  { DOCX_PART_FORM, "mau to khai" },
  { DOCX_PART_FORM, "ten mau to khai" },
  { DOCX_PART_FORM, "cac mau don" },
  { DOCX_PART_CONDITION, "yeu cau dieu kien" },
  { DOCX_PART_CONDITION, "dieu kien thuc hien" },
  { DOCX_PART_CONDITION, "yeu cau va dieu kien" },
  { DOCX_PART_CONDITION, "yeu cau hoac dieu kien" },
  { DOCX_PART_LEGAL, "can cu phap ly" },
  { DOCX_PART_LEGAL, "co so phap ly" },
  { DOCX_PART_LEGAL, "van ban phap ly" },
  { DOCX_PART_LEGAL, "can cu phap luat" },
  { DOCX_PART_SUBMISSION, "cach thuc thuc hien" },
  { DOCX_PART_SUBMISSION, "cach thuc nop" },
  { DOCX_PART_SUBMISSION, "hinh thuc nop" },
  { DOCX_PART_SUBMISSION, "phuong thuc nop" },
  { DOCX_PART_WHERE, "noi tiep nhan" },
  { DOCX_PART_WHERE, "noi nhan ho so" },
  { DOCX_PART_WHERE, "noi nop ho so" },
  { DOCX_PART_WHERE, "dia chi tiep nhan" },
  { DOCX_PART_WHERE, "dia diem tiep nhan" },
  { DOCX_PART_WHERE, "dia diem thuc hien" },
  { DOCX_PART_FIELD, "linh vuc" },
  { DOCX_PART_LEVEL, "cap thuc hien" },
  { DOCX_PART_CODE, "ma thu tuc" },
  { DOCX_PART_CODE, "ma so thu tuc" },
  { DOCX_PART_CODE, "ma tthc" },
  { DOCX_PART_CODE, "ma so tthc" },
  { DOCX_PART_STEPS, "trinh tu thuc hien" },
  { DOCX_PART_STEPS, "trinh tu cac buoc" },
  { DOCX_PART_STEPS, "trinh tu giai quyet" },
  { DOCX_PART_STEPS, "trinh tu xu ly" },
  { DOCX_PART_STEPS, "quy trinh xu ly" },
  { DOCX_PART_STEPS, "quy trinh cac buoc" },
  { DOCX_PART_STEPS, "quy trinh giai quyet" },
  { DOCX_PART_STEPS, "quy trinh thuc hien" },
  { DOCX_PART_STEPS, "cac buoc thuc hien" },
  { DOCX_PART_STEPS, "cac buoc xu ly" },
  { DOCX_PART_STEPS, "cac buoc tien hanh" },
  { DOCX_PART_STEPS, "quy trinh noi bo" },
  { DOCX_PART_STEPS, "luu do" },
  { DOCX_PART_SEQUENCE, "trinh tu thuc hien thu tuc hanh chinh" },
  { DOCX_PART_PROCEDURE, "thu tuc" },
  { DOCX_PART_PROCEDURE, "ten thu tuc" },
  { DOCX_PART_DECISION, "quyet dinh cong bo" },
  { DOCX_PART_GENERAL, "quy dinh chung" },
  { DOCX_PART_GENERAL, "cac giai doan" },
  { DOCX_PART_GENERAL, "cac kha nang ket thuc buoc" },
  { DOCX_PART_GENERAL, "thoi han cua quy trinh" },
  { 0, NULL },
};

/* What may follow the words of a part in its heading. */
static const DocxPhrase tails[] = {
  { 1, "thuc hien" },
  { 1, "thu tuc" },
  { 1, "thu tuc hanh chinh" },
  { 1, "tthc" },
  { 1, "cua thu tuc" },
  { 1, "cua tthc" },
  { 1, "cua thu tuc hanh chinh" },
  { 1, "ho so" },
  { 1, "cong viec" },
  { 1, "neu co" },
  { 1, "thuc hien thu tuc hanh chinh" },
  { 1, "thuc hien tthc" },
  { 1, "thuc hien thu tuc tthc" },
  { 1, "quyet dinh" },
  { 1, "xu ly cong viec" },
  { 1, "va tra ket qua" },
  { 1, "va nhan ket qua" },
  { 1, "phai nop" },
  { 1, "can nop" },
  { 1, "kem theo" },
  { 1, "giai quyet" },
  { 1, "hanh chinh" },
  { 1, "de thuc hien thu tuc hanh chinh" },
  { 1, "mau to khai" },
  { 1, "to khai" },
  { 1, "ho so va tra ket qua" },
  { 1, "giai quyet tthc" },
  { 1, "bieu mau" },
  { 1, "ho so thu tuc hanh chinh" },
  { 1, "cac buoc cong viec" },
  { 1, "hanh chinh neu co" },
  { 1, "cac buoc" },
  { 0, NULL },
};

const char *
docx_section_name (DocxSection section, int lang)
{
  static const char *const names[][2] = {
    [DOCX_SECTION_FRONT] = { "trang bìa", "cover" },
    [DOCX_SECTION_PURPOSE] = { "mục đích", "purpose" },
    [DOCX_SECTION_SCOPE] = { "phạm vi", "scope" },
    [DOCX_SECTION_REFERENCES] = { "tài liệu viện dẫn", "reference documents" },
    [DOCX_SECTION_DEFINITIONS] = { "định nghĩa, viết tắt", "definitions and abbreviations" },
    [DOCX_SECTION_RESPONSIBILITY] = { "trách nhiệm", "responsibilities" },
    [DOCX_SECTION_CONTENT] = { "nội dung quy trình", "content" },
    [DOCX_SECTION_NOTES] = { "ghi chú", "notes" },
    [DOCX_SECTION_FORMS] = { "biểu mẫu", "forms" },
    [DOCX_SECTION_RECORDS] = { "hồ sơ cần lưu", "records to keep" },
    [DOCX_SECTION_ANNEX] = { "phần kèm theo", "annexes" },
    [DOCX_SECTION_CONTENTS] = { "mục lục", "contents" },
    [DOCX_SECTION_AMENDMENTS] = { "theo dõi sửa đổi", "amendments" },
  };

  return names[section][lang == QMS_LANG_EN];
}

/* ---- one line */

enum { LONGEST_HEADING = 90 }; /* bytes of a plain heading */

/* The words before a colon, and what follows it; the whole if there is none. Free with g_free. */
static char *
split_heading (const DocxLine *line, const char **rest)
{
  const char *colon = strchr (line->text, ':');
  g_autofree char *head = colon ? g_strndup (line->text, (gsize)(colon - line->text)) : NULL;
  char *plain = colon ? docx_plain (head) : g_strdup (line->plain);

  *rest = NULL;
  if (colon) {
    for (colon++; *colon == ' ';)
      colon++;
    *rest = *colon ? colon : NULL;
  }
  return plain;
}

/* Past figures at either end: numbers of pages, numbers that nothing closes ("1 MỤC ĐÍCH"). */
static char *
without_figures (char *plain)
{
  size_t length = strlen (plain);

  while (length > 0 && (g_ascii_isdigit (plain[length - 1]) || plain[length - 1] == ' '))
    length--;
  plain[length] = '\0';
  return plain + strspn (plain, "0123456789 ");
}

static bool
is_counted (const char *label)
{
  return label && g_ascii_isdigit (*label);
}

/* "6" and "VI" number sections; "6.1" and "a" parts of one. */
static bool
is_top_label (const char *label)
{
  if (!label)
    return false;
  return (is_counted (label) && !strchr (label, '.')) || label[strspn (label, "IVX")] == '\0';
}

/* The section that a line may begin; `*exact` becomes whether its words are those of the table. */
static DocxSection
section_of (const DocxLine *line, const char **rest, bool *exact)
{
  g_autofree char *plain = line->table || docx_is_bullet (line->label) ? NULL : split_heading (line, rest);
  const char *words;
  DocxSection section;

  if (!plain || strlen (plain) > LONGEST_HEADING)
    return DOCX_SECTION_FRONT;
  words = without_figures (plain);
  section = (DocxSection)docx_whole (sections, words, exact);
  if (section && !*exact && !line->strong && !line->label)
    return DOCX_SECTION_FRONT;
  return section;
}

/* Whether what follows the words of a part is no more than headings say. */
static bool
ends_part (const char *tail)
{
  while (*tail == ' ')
    tail++;
  return *tail == '\0' || docx_whole (tails, tail, NULL);
}

static DocxContentPart
part_of (const DocxLine *line, const char **rest)
{
  g_autofree char *plain = line->table ? NULL : split_heading (line, rest);
  size_t length = 0;
  DocxContentPart part;
  bool marked;

  if (!plain || strlen (plain) > LONGEST_HEADING)
    return DOCX_PART_NONE;
  part = (DocxContentPart)docx_beginning (parts, plain, &length);
  marked = (line->label && !docx_is_bullet (line->label)) || line->strong || strchr (line->text, ':');
  if (!part || !marked || !ends_part (plain + length))
    return DOCX_PART_NONE;
  if (docx_is_bullet (line->label) && part != DOCX_PART_COPIES && !strchr (plain, ' '))
    return DOCX_PART_NONE;
  return part;
}

/* ---- tables of contents */

/* Whether a line can stand in a table of contents: a heading, a number of a page; below "Mục lục" any short line. */
static bool
is_entry (const DocxLine *line, bool inside)
{
  const char *rest;
  bool exact;
  g_autofree char *copy = NULL;

  if (line->table)
    return false;
  if (line->contents || section_of (line, &rest, &exact))
    return true;
  copy = g_strdup (line->plain);
  if (*without_figures (copy) == '\0')
    return true;
  return inside && strlen (line->plain) <= LONGEST_HEADING;
}

/* Behind the entries that begin at `start`; `*count` becomes how many of them are headings of sections. They end where a heading
 * comes again, since the text begins there. */
static guint
end_of_entries (const GPtrArray *lines, guint start, guint *count)
{
  bool inside = false, seen[DOCX_N_SECTIONS] = { false };
  guint end = start;

  for (*count = 0; end < lines->len && is_entry (docx_line (lines, end), inside); end++) {
    const char *rest = NULL;
    bool exact;
    DocxSection section = section_of (docx_line (lines, end), &rest, &exact);
    inside = inside || section == DOCX_SECTION_CONTENTS;
    if (rest || (section && seen[section]))
      break;
    seen[section] = true;
    *count += section > DOCX_SECTION_FRONT && section < DOCX_SECTION_CONTENTS;
  }
  return end;
}

static void
find_contents (GPtrArray *lines)
{
  enum { LEAST_ENTRIES = 3 };

  for (guint i = 0; i < lines->len;) {
    guint count, end = end_of_entries (lines, i, &count);
    for (guint k = i; k < end; k++)
      if (count >= LEAST_ENTRIES)
        docx_line (lines, k)->contents = true;
    i = MAX (end, i + 1);
  }
}

/* ---- the sequence */

typedef struct {
  DocxSection section;
  DocxContentPart part;
  bool seen[DOCX_N_SECTIONS];
  bool steps; /* their table has been seen */
  const DocxLine *head;
} Walk;

/* In the section on content, "Biểu mẫu" and "Căn cứ pháp lý" are parts unless they are numbered or written as sections are. */
static bool
is_part_here (const Walk *walk, const DocxLine *line, DocxSection section, DocxContentPart part)
{
  if (!section)
    return true;
  if (section == DOCX_SECTION_REFERENCES && walk->seen[DOCX_SECTION_REFERENCES])
    return true;
  return part && walk->section == DOCX_SECTION_CONTENT && !is_top_label (line->label);
}

/* A section begins once; another heading of the same words belongs to what it stands in. */
static bool
begins_section (const Walk *walk, const DocxLine *line, DocxSection section)
{
  if (!section || line->contents || section == DOCX_SECTION_CONTENTS)
    return false;
  if (walk->seen[section])
    return false;
  if (walk->section == DOCX_SECTION_CONTENT && !is_top_label (line->label) && !line->strong)
    return false;
  return walk->section != DOCX_SECTION_ANNEX || line->strong || is_top_label (line->label);
}

static bool
is_note (const DocxLine *line)
{
  return docx_begins (line->plain, "ghi chu") || (docx_begins (line->plain, "luu y") && !line->label);
}

static void
enter (Walk *walk, DocxLine *line, DocxSection section, const char *rest)
{
  walk->section = section;
  walk->part = DOCX_PART_NONE;
  walk->seen[section] = true;
  walk->head = line;
  line->heading = section;
  line->rest = rest;
}

static void
walk_table (Walk *walk, const DocxTable *table)
{
  switch (table->kind) {
  case DOCX_TABLE_STEPS:
    if (walk->section < DOCX_SECTION_FORMS)
      walk->section = DOCX_SECTION_CONTENT;
    walk->part = DOCX_PART_STEPS;
    walk->steps = true;
    break;
  case DOCX_TABLE_RECORDS:
    if (!walk->seen[DOCX_SECTION_RECORDS])
      walk->section = DOCX_SECTION_RECORDS;
    walk->seen[DOCX_SECTION_RECORDS] = true;
    break;
  default:
    break;
  }
}

static void
walk_line (Walk *walk, DocxLine *line)
{
  const char *rest = NULL, *part_rest = NULL;
  bool exact = true;
  DocxSection section = line->contents ? DOCX_SECTION_FRONT : section_of (line, &rest, &exact);
  DocxContentPart part =
      line->contents || walk->section >= DOCX_SECTION_FORMS ? DOCX_PART_NONE : part_of (line, &part_rest);
  bool numbered = line->label && !docx_is_bullet (line->label);

  if ((walk->part == DOCX_PART_GENERAL || walk->part == DOCX_PART_SEQUENCE) && !line->strong && !numbered)
    part = DOCX_PART_NONE; /* what is said in general may begin with any words */
  if (part && is_part_here (walk, line, section, part) && (walk->section == DOCX_SECTION_CONTENT || numbered)) {
    walk->section = DOCX_SECTION_CONTENT;
    walk->seen[DOCX_SECTION_CONTENT] = true;
    walk->part = part;
    walk->head = line;
    line->part_heading = true;
    line->rest = part_rest;
  } else if (begins_section (walk, line, section)) {
    enter (walk, line, section, rest);
    line->slip = !exact;
  } else if (walk->steps && walk->section == DOCX_SECTION_CONTENT && is_note (line)) {
    walk->section = DOCX_SECTION_NOTES;
    walk->part = DOCX_PART_NONE;
  }
}

/* What follows the table of records is annexed, and forms with the head of official documents are. */
static bool
begins_annex (const Walk *walk, const GPtrArray *lines, guint index)
{
  if (walk->section >= DOCX_SECTION_FORMS
      && docx_begins (docx_line (lines, index)->plain, "cong hoa xa hoi chu nghia viet nam"))
    return true;
  return index > 0 && walk->section == DOCX_SECTION_RECORDS && docx_line (lines, index - 1)->table
         && docx_line (lines, index - 1)->table->kind == DOCX_TABLE_RECORDS;
}

/* Behind the records, what only comes once in a procedure: its cover, its first headings, its table of steps. */
static bool
begins_another (const Walk *walk, const DocxLine *line)
{
  const char *rest = NULL;
  bool exact = false;
  DocxSection section;

  if (!walk->seen[DOCX_SECTION_RECORDS]
      || (walk->section != DOCX_SECTION_RECORDS && walk->section != DOCX_SECTION_ANNEX))
    return false;
  if (line->table)
    return line->table->kind == DOCX_TABLE_COVER
           || (line->table->kind == DOCX_TABLE_STEPS && walk->steps && walk->section == DOCX_SECTION_ANNEX);
  section = section_of (line, &rest, &exact);
  return (section == DOCX_SECTION_PURPOSE || section == DOCX_SECTION_SCOPE) && walk->seen[section] && exact
         && (line->strong || is_top_label (line->label));
}

void
docx_sections_find (GPtrArray *lines)
{
  Walk walk = { 0 };

  find_contents (lines);
  for (guint i = 0; i < lines->len; i++) {
    DocxLine *line = docx_line (lines, i);
    line->another = begins_another (&walk, line);
    if (line->another || begins_annex (&walk, lines, i))
      walk.section = DOCX_SECTION_ANNEX;
    if (line->table)
      walk_table (&walk, line->table);
    else
      walk_line (&walk, line);
    line->section = walk.section;
    line->part = walk.part;
    line->head = walk.head;
  }
}
