/* SPDX-License-Identifier: Apache-2.0 */
/* Parts of the section on content: what an administrative procedure consists of. */
#include "interop/docx_import.h"

#include "interop/docx_words.h"
#include "workflow/limit_text.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST_NAME = 60 }; /* bytes of a name in a short list, such as "Cá nhân, tổ chức" */

/* What a line says of its part: a heading says what follows its words. */
static const char *
text_of (const DocxLine *line)
{
  return line->part_heading || line->heading ? line->rest : line->text;
}

/* ---- lists and texts */

static void
append_text (DocxImport *import, QmsNode *node, uint32_t field, const DocxLine *line)
{
  const char *text = text_of (line), *mark = line->label && !line->part_heading ? line->label : NULL;
  g_autofree char *marked = mark ? g_strdup_printf ("%s%s %s", mark, docx_is_bullet (mark) ? "" : ".", text) : NULL;

  if (!qms_node_has (node, field))
    docx_set_under (import, node, field, marked ? marked : text, line);
  else
    docx_append (import, node, field, marked ? marked : text);
}

static void
add_link (DocxImport *import, uint32_t list, const char *text, const DocxLine *line)
{
  QmsNode *link = docx_add (docx_administrative (import), list);
  g_autofree char *name = g_strstrip (g_strdup (text));
  size_t length = strlen (name);

  while (length > 0 && strchr (".;,", name[length - 1]))
    name[--length] = '\0';
  docx_set_under (import, link, QMS_LINK_NAME, name, line);
}

/* "Cá nhân, tổ chức" are two. */
static void
add_links (DocxImport *import, uint32_t list, const DocxLine *line)
{
  g_auto (GStrv) names = g_strsplit_set (text_of (line), ",;", -1);

  for (guint i = 0; names[i]; i++)
    if (*g_strstrip (names[i]))
      add_link (import, list, names[i], line);
}

/* A list has one on each line; behind the heading there are several, each short; a sentence is a text. */
static void
read_applicant (DocxImport *import, const DocxLine *line)
{
  const char *text = text_of (line);

  if (!line->part_heading && docx_is_bullet (line->label) && strlen (text) <= 2 * LONGEST_NAME)
    add_link (import, QMS_ADMINISTRATIVE_PROCEDURE_APPLICANTS, text, line);
  else if (strlen (text) <= LONGEST_NAME && !strchr (text, '('))
    add_links (import, QMS_ADMINISTRATIVE_PROCEDURE_APPLICANTS, line);
  else
    append_text (import, docx_administrative (import), QMS_ADMINISTRATIVE_PROCEDURE_APPLICANTS_NOTE, line);
}

static void
read_agency (DocxImport *import, const DocxLine *line)
{
  enum { LONGEST_AGENCY = 120 };

  if (strlen (text_of (line)) <= LONGEST_AGENCY)
    add_link (import, QMS_ADMINISTRATIVE_PROCEDURE_EXECUTING_AGENCIES, text_of (line), line);
  else
    append_text (import, docx_administrative (import), QMS_ADMINISTRATIVE_PROCEDURE_EXECUTING_NOTE, line);
}

static void
read_competent (DocxImport *import, const DocxLine *line)
{
  add_link (import, QMS_ADMINISTRATIVE_PROCEDURE_COMPETENT_AGENCIES, text_of (line), line);
}

static void
read_authorised (DocxImport *import, const DocxLine *line)
{
  add_link (import, QMS_ADMINISTRATIVE_PROCEDURE_AUTHORISED_AGENCIES, text_of (line), line);
}

static void
read_coordinating (DocxImport *import, const DocxLine *line)
{
  add_link (import, QMS_ADMINISTRATIVE_PROCEDURE_COORDINATING_AGENCIES, text_of (line), line);
}

static void
read_field (DocxImport *import, const DocxLine *line)
{
  add_link (import, QMS_ADMINISTRATIVE_PROCEDURE_FIELDS, text_of (line), line);
}

static void
read_level (DocxImport *import, const DocxLine *line)
{
  QmsNode *level = docx_add (docx_administrative (import), QMS_ADMINISTRATIVE_PROCEDURE_LEVELS);

  docx_set_under (import, level, QMS_LEVEL_NAME, text_of (line), line);
}

static void
read_condition (DocxImport *import, const DocxLine *line)
{
  append_text (import, docx_administrative (import), QMS_ADMINISTRATIVE_PROCEDURE_CONDITIONS, line);
}

static void
read_where (DocxImport *import, const DocxLine *line)
{
  append_text (import, docx_administrative (import), QMS_ADMINISTRATIVE_PROCEDURE_ADDRESS, line);
}

static void
read_legal (DocxImport *import, const DocxLine *line)
{
  docx_cite (import, docx_administrative (import), QMS_ADMINISTRATIVE_PROCEDURE_LEGAL_BASES, line, text_of (line));
}

static void
read_form (DocxImport *import, const DocxLine *line)
{
  docx_add_form (import, line, text_of (line));
}

static void
read_code (DocxImport *import, const DocxLine *line)
{
  g_autofree char *code = g_strstrip (g_strdup (text_of (line)));

  docx_set_under (import, docx_administrative (import), QMS_ADMINISTRATIVE_PROCEDURE_CODE, code, line);
}

/* "215/QĐ-UBND ngày 01/12/2025" */
static void
read_decision (DocxImport *import, const DocxLine *line)
{
  const char *text = text_of (line), *word = strstr (text, " ngày ");
  QmsNode *node = docx_administrative (import);
  g_autofree char *number = word ? g_strndup (text, (gsize)(word - text)) : g_strdup (text);
  char day[11];

  docx_set_under (import, node, QMS_ADMINISTRATIVE_PROCEDURE_DECISION, number, line);
  if (word && docx_date_find (word, day, NULL))
    docx_set_under (import, node, QMS_ADMINISTRATIVE_PROCEDURE_DECISION_DATE, day, line);
}

static void
read_procedure (DocxImport *import, const DocxLine *line)
{
  if (line->part_heading)
    docx_begin_administrative (import, line->rest, line);
}

static void
read_result (DocxImport *import, const DocxLine *line)
{
  QmsNode *result = docx_add (docx_administrative (import), QMS_ADMINISTRATIVE_PROCEDURE_RESULTS);

  docx_set_under (import, result, QMS_RESULT_NAME, text_of (line), line);
}

/* ---- dossier */

/* "01 (một) bộ": how many. */
static void
read_copies (DocxImport *import, const DocxLine *line)
{
  const char *text = text_of (line), *digits = text + strcspn (text, "0123456789");
  g_autofree char *plain = docx_plain (digits);
  QmsNode *node = docx_administrative (import);
  bool several = qms_node_has (node, QMS_ADMINISTRATIVE_PROCEDURE_COPIES);

  if (*digits && strspn (digits, "0123456789") <= 2 && docx_has (plain, "bo") && !several)
    docx_set_int (import, node, QMS_ADMINISTRATIVE_PROCEDURE_COPIES, atoi (digits), &line->source,
                  digits == text ? DOCX_REASON (DOCX_FIRM, QMS_MSG_DOCX_BY_LABEL, { "label", { "số lượng", "number" } })
                                 : DOCX_PLAIN_REASON (DOCX_GUESS, QMS_MSG_DOCX_INFERRED));
  if (digits != text || several || !docx_has (plain, "bo") || strlen (text) > LONGEST_NAME)
    append_text (import, node, QMS_ADMINISTRATIVE_PROCEDURE_DESCRIPTION, line);
}

static QmsNode *
last_dossier (DocxImport *import, const char *name, const DocxLine *line)
{
  QmsNode *node = docx_administrative (import), *dossier;
  size_t count = qms_node_count (node, QMS_ADMINISTRATIVE_PROCEDURE_DOSSIERS);

  if (count > 0 && !name)
    return qms_node_get_node_at (node, QMS_ADMINISTRATIVE_PROCEDURE_DOSSIERS, count - 1);
  dossier = docx_add (node, QMS_ADMINISTRATIVE_PROCEDURE_DOSSIERS);
  if (name)
    docx_set_under (import, dossier, QMS_DOSSIER_CASE, name, line);
  return dossier;
}

QmsNode *
docx_dossier (DocxImport *import)
{
  return last_dossier (import, NULL, NULL);
}

static bool
is_remark (const DocxLine *line)
{
  return docx_begins (line->plain, "luu y") || docx_begins (line->plain, "ghi chu")
         || docx_begins (line->plain, "chu y");
}

/* "* Giấy tờ phải nộp:" begins a group of papers. */
static bool
is_group (const char *text)
{
  enum { LONGEST_GROUP = 160 };

  return g_str_has_suffix (text, ":") && strlen (text) <= LONGEST_GROUP;
}

/* "Nộp 01 (một) bộ hồ sơ, gồm …" tells the number as well. */
static void
find_copies (DocxImport *import, const DocxLine *line)
{
  QmsNode *node = docx_administrative (import);
  g_auto (GStrv) words = g_strsplit (line->plain, " ", -1);

  for (guint i = 0; words[i] && words[i + 1] && !qms_node_has (node, QMS_ADMINISTRATIVE_PROCEDURE_COPIES); i++)
    if (g_ascii_isdigit (*words[i]) && strlen (words[i]) <= 2
        && (strcmp (words[i + 1], "bo") == 0 || (words[i + 2] && strcmp (words[i + 2], "bo") == 0)))
      docx_set_int (import, node, QMS_ADMINISTRATIVE_PROCEDURE_COPIES, atoi (words[i]), &line->source,
                    DOCX_PLAIN_REASON (DOCX_LIKELY, QMS_MSG_DOCX_INFERRED));
}

/* A paper begins with a dash; what is below it, with another mark or none, belongs to it. A sentence that
 * ends with a colon is a heading, however long. Remarks end the list. */
static void
read_dossier (DocxImport *import, const DocxLine *line)
{
  const char *text = text_of (line);
  QmsNode *dossier, *item;
  bool below = line->label && g_str_has_prefix (line->source.text, "+");
  size_t count;

  if (import->remarks || is_remark (line)) {
    import->remarks = true;
    append_text (import, import->procedure, QMS_PROCEDURE_NOTES, line);
    return;
  }
  find_copies (import, line);
  if (is_group (text) || (g_str_has_suffix (text, ":") && !below)) {
    g_autofree char *name = g_strndup (text, strlen (text) - 1);
    last_dossier (import, name, line);
    return;
  }
  dossier = last_dossier (import, NULL, line);
  count = qms_node_count (dossier, QMS_DOSSIER_ITEMS);
  if (count > 0 && (below || !line->label)) {
    item = qms_node_get_node_at (dossier, QMS_DOSSIER_ITEMS, count - 1);
    docx_append (import, item, QMS_DOSSIER_ITEM_NAME, text);
    return;
  }
  item = docx_add (dossier, QMS_DOSSIER_ITEMS);
  docx_set_under (import, item, QMS_DOSSIER_ITEM_NAME, text, line);
}

/* ---- time limit, fees, ways of submitting */

static QmsNode *
first_channel (DocxImport *import)
{
  QmsNode *node = docx_administrative (import);
  QmsNode *channel = qms_node_get_node_at (node, QMS_ADMINISTRATIVE_PROCEDURE_CHANNELS, 0);

  return channel ? channel : docx_add (node, QMS_ADMINISTRATIVE_PROCEDURE_CHANNELS);
}

static QmsNode *
first_time (DocxImport *import)
{
  QmsNode *channel = first_channel (import);
  QmsNode *time = qms_node_get_node_at (channel, QMS_CHANNEL_TIMES, 0);

  return time ? time : docx_add (channel, QMS_CHANNEL_TIMES);
}

/* A limit that the text begins with, whatever other cases follow, or the only one of it. */
static bool
find_limit (const char *text, QmsDuration *limit, int *confidence)
{
  g_auto (DocxTime) first = { 0 };

  docx_time_read (text, 0, &first);
  *confidence = first.known && !first.note ? DOCX_FIRM : first.known ? DOCX_LIKELY : DOCX_GUESS;
  if (first.known || first.general)
    *limit = first.value;
  return first.known || first.general || qms_limit_find (text, limit);
}

/* One limit is a value; several, or one with conditions, stay in words as well. */
static void
read_limit (DocxImport *import, const DocxLine *line)
{
  const char *text = text_of (line);
  QmsNode *time = first_time (import), *node = docx_administrative (import);
  bool first = !qms_node_has (time, QMS_CHANNEL_TIME_STATEMENT);
  g_autofree char *plain = docx_plain (text);
  QmsDuration limit;
  int confidence;

  append_text (import, time, QMS_CHANNEL_TIME_STATEMENT, line);
  if (docx_has (plain, "ngay trong ngay"))
    docx_set_int (import, node, QMS_ADMINISTRATIVE_PROCEDURE_SAME_DAY, 1, &line->source,
                  DOCX_PLAIN_REASON (DOCX_LIKELY, QMS_MSG_DOCX_INFERRED));
  if (first && !qms_node_has (node, QMS_ADMINISTRATIVE_PROCEDURE_SAME_DAY) && find_limit (text, &limit, &confidence))
    docx_set_duration (import, time, QMS_CHANNEL_TIME_VALUE, limit, &line->source,
                       DOCX_REASON (confidence, QMS_MSG_DOCX_BY_LABEL, { "label", { "thời hạn", "time limit" } }));
  else if (!first && qms_limit_find (text, &limit))
    qms_node_unset (time, QMS_CHANNEL_TIME_VALUE);
}

static void
read_submission (DocxImport *import, const DocxLine *line)
{
  append_text (import, docx_administrative (import), QMS_ADMINISTRATIVE_PROCEDURE_DESCRIPTION, line);
}

static void
read_fee (DocxImport *import, const DocxLine *line)
{
  const char *text = text_of (line);
  g_autofree char *plain = docx_plain (text);
  QmsNode *fee = docx_add (first_time (import), QMS_CHANNEL_TIME_FEES);
  bool charge = docx_has (plain, "le phi") || (line->head && docx_begins (line->head->plain, "le phi"));
  bool free = docx_is_nothing (plain) || docx_begins (plain, "mien phi")
              || (docx_begins (plain, "mien le phi") && strlen (plain) <= strlen ("mien le phi"));
  int64_t amount = free ? 0 : docx_amount (text);

  docx_set_under (import, fee, QMS_FEE_DESCRIPTION, text, line);
  qms_node_set_int (fee, QMS_FEE_KIND, charge ? QMS_FEE_KIND_CHARGE : QMS_FEE_KIND_FEE, NULL);
  if (amount >= 0)
    docx_set_int (import, fee, QMS_FEE_AMOUNT, amount, &line->source,
                  DOCX_PLAIN_REASON (DOCX_LIKELY, QMS_MSG_DOCX_INFERRED));
}

/* ---- order of execution */

/* "Trường hợp nộp trực tuyến:" begins an order of its own. */
static void
read_sequence (DocxImport *import, const DocxLine *line)
{
  QmsNode *node = docx_administrative (import), *sequence;
  const char *text = text_of (line);
  size_t count = qms_node_count (node, QMS_ADMINISTRATIVE_PROCEDURE_SEQUENCES);
  bool begins = is_group (text);

  sequence = count > 0 && !begins ? qms_node_get_node_at (node, QMS_ADMINISTRATIVE_PROCEDURE_SEQUENCES, count - 1)
                                  : docx_add (node, QMS_ADMINISTRATIVE_PROCEDURE_SEQUENCES);
  if (begins) {
    g_autofree char *name = g_strndup (text, strlen (text) - 1);
    docx_set_under (import, sequence, QMS_SEQUENCE_CASE, name, line);
  } else {
    qms_node_insert_text (sequence, QMS_SEQUENCE_STEPS, QMS_APPEND, text, NULL);
  }
}

/* ---- all parts */

static void (*const readers[DOCX_N_PARTS]) (DocxImport *import, const DocxLine *line) = {
  [DOCX_PART_DOSSIER] = read_dossier,
  [DOCX_PART_COPIES] = read_copies,
  [DOCX_PART_LIMIT] = read_limit,
  [DOCX_PART_APPLICANT] = read_applicant,
  [DOCX_PART_AGENCY] = read_agency,
  [DOCX_PART_COMPETENT] = read_competent,
  [DOCX_PART_AUTHORISED] = read_authorised,
  [DOCX_PART_COORDINATING] = read_coordinating,
  [DOCX_PART_RESULT] = read_result,
  [DOCX_PART_FEE] = read_fee,
  [DOCX_PART_FORM] = read_form,
  [DOCX_PART_CONDITION] = read_condition,
  [DOCX_PART_LEGAL] = read_legal,
  [DOCX_PART_SUBMISSION] = read_submission,
  [DOCX_PART_WHERE] = read_where,
  [DOCX_PART_FIELD] = read_field,
  [DOCX_PART_LEVEL] = read_level,
  [DOCX_PART_CODE] = read_code,
  [DOCX_PART_PROCEDURE] = read_procedure,
  [DOCX_PART_SEQUENCE] = read_sequence,
  [DOCX_PART_DECISION] = read_decision,
};

static void
read_table (DocxImport *import, DocxLine *line)
{
  line->taken = true;
  switch (line->table->kind) {
  case DOCX_TABLE_DOSSIER:
    docx_read_dossier_table (import, line);
    break;
  case DOCX_TABLE_CHANNELS:
    docx_read_channel_table (import, line);
    break;
  case DOCX_TABLE_LIMITS:
    docx_read_limit_table (import, line);
    break;
  default:
    line->taken = false;
    break;
  }
}

/* Headings with nothing behind them say no more than what follows. */
static bool
is_mere_heading (const DocxLine *line)
{
  return line->part_heading && !line->rest && (line->part == DOCX_PART_STEPS || line->part == DOCX_PART_GENERAL);
}

void
docx_read_parts (DocxImport *import)
{
  for (guint i = 0; i < import->lines->len; i++) {
    DocxLine *line = docx_line (import->lines, i);
    if (line->section != DOCX_SECTION_CONTENT)
      continue;
    if (line->table) {
      read_table (import, line);
      continue;
    }
    line->taken = is_mere_heading (line);
    if (!readers[line->part])
      continue;
    if (text_of (line))
      readers[line->part](import, line);
    line->taken = true;
  }
}
