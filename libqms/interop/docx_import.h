/* SPDX-License-Identifier: Apache-2.0 */
/* A Word document on its way into a system: what its readers share. Each reader takes what it understands from lines and tables and
 * says so in the report; docx_rest.c keeps the others as text. */
#pragma once

#include "core/document.h"
#include "core/kind.h"
#include "interop/docx_line.h"

#include "gen/ids.h"

#include <qms/model.h>

typedef struct {
  QmsDocument *document;
  QmsDocxReport *report;
  int32_t options;
  GPtrArray *lines, *headers, *footers; /* of DocxLine */
  QmsNode *agency, *procedure;
  QmsNode *administrative;    /* that is being read; NULL until something of it is found */
  GPtrArray *administratives; /* all of them, in order */
  GHashTable *abbreviations;  /* plain short form → plain long form, of the document */
  GHashTable *roles;          /* spelling and key → role */
  GHashTable *numbers;        /* identifier that was wished for → number last put to it */
  GPtrArray *replaced;        /* those of the procedure that this one takes the place of */
  GHashTable *texts;          /* of texts that are still growing, by node and field */
  GString *content, *notes;   /* texts that no field takes */
  bool remarks;               /* the list of papers has ended with remarks */
  int note_unit;              /* of times, as the note below the table of steps has it; 0 if it names none */
} DocxImport;

/* ---- docx_build.c: nodes */

/* A reason for the report: a message and its values. */
typedef struct {
  int confidence, message;
  const QmsValue *values;
  size_t n_values;
} DocxReason;

#define DOCX_REASON(confidence, message, ...) (&(const DocxReason){ confidence, message, QMS_VALUES (__VA_ARGS__) })
#define DOCX_PLAIN_REASON(confidence, message) (&(const DocxReason){ confidence, message, NULL, 0 })

/* Sets a field from the text that files have and reports it; false for NULL, for an empty text and for one that the field does
 * not take. */
bool docx_set (DocxImport *import, QmsNode *node, uint32_t field, const char *text, const DocxSource *source,
               const DocxReason *reason);
bool docx_set_int (DocxImport *import, QmsNode *node, uint32_t field, int64_t value, const DocxSource *source,
                   const DocxReason *reason);
bool docx_set_duration (DocxImport *import, QmsNode *node, uint32_t field, QmsDuration value, const DocxSource *source,
                        const DocxReason *reason);
/* The same for what stands in a line under a heading, which is the reason. */
bool docx_set_under (DocxImport *import, QmsNode *node, uint32_t field, const char *text, const DocxLine *line);
/* An identifier that is free: prefix and words of the name, with a number if they are taken. Free with g_free. */
char *docx_free_id (DocxImport *import, const char *prefix, const char *name);
/* The same, made of a code; and for a part of the procedure, such as "QT-01-B2" for the letters "B". */
char *docx_free_code_id (DocxImport *import, const char *code);
char *docx_free_part_id (DocxImport *import, const char *letters);
/* A new item of a list. */
QmsNode *docx_add (QmsNode *node, uint32_t list);
/* Adds a paragraph to a text field; docx_append_end puts them all where they belong. */
void docx_append (DocxImport *import, QmsNode *node, uint32_t field, const char *text);
GHashTable *docx_append_begin (void);
void docx_append_end (DocxImport *import);
/* Shorthand for docx_report_note. */
void docx_note (DocxImport *import, int severity, const DocxSource *source, int message, const QmsValue *values,
                size_t n_values);
/* The administrative procedure that this one settles; made when first asked for. */
QmsNode *docx_administrative (DocxImport *import);
/* Another one begins; it has that name. */
void docx_begin_administrative (DocxImport *import, const char *name, const DocxLine *line);

/* ---- readers */

/* docx_date.c: the first day that a text names, in figures or words; `*end` (may be NULL) becomes what is behind it. */
bool docx_date_find (const char *text, char iso[11], const char **end);
/* docx_definition.c: section on definitions; abbreviations are used by later readers. */
void docx_read_definitions (DocxImport *import);
/* docx_cover.c: what the cover, headers and footers say, before there is a procedure to put it into; then into it. */
typedef struct DocxCover DocxCover;
DocxCover *docx_cover_read (const DocxImport *import);
void docx_cover_free (DocxCover *cover);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DocxCover, docx_cover_free)
const char *docx_cover_title (const DocxCover *cover);
const char *docx_cover_code (const DocxCover *cover);
void docx_cover_apply (DocxImport *import, const DocxCover *cover);
/* docx_signature.c: signatures and amendments. */
void docx_read_signatures (DocxImport *import);
void docx_read_amendments (DocxImport *import);
/* docx_reference.c: acts and other documents that lines cite. */
void docx_read_references (DocxImport *import);
void docx_cite (DocxImport *import, QmsNode *node, uint32_t list, const DocxLine *line, const char *text);
/* docx_part.c: parts of the section on content. */
void docx_read_parts (DocxImport *import);
/* docx_part_table.c: tables of papers, of channels with times and fees, of time limits. */
void docx_read_dossier_table (DocxImport *import, const DocxLine *line);
void docx_read_channel_table (DocxImport *import, const DocxLine *line);
void docx_read_limit_table (DocxImport *import, const DocxLine *line);
/* The only amount of money of a text in đồng; -1 if there are none or several. */
int64_t docx_amount (const char *text);
/* docx_part.c: the list of papers that the next one belongs to. */
QmsNode *docx_dossier (DocxImport *import);
/* docx_time.c: identifier of the case of that name, made when first asked for; belongs to the document. */
const char *docx_scenario (DocxImport *import, const char *name, const DocxSource *source, int confidence);
/* docx_step.c: table of steps. */
void docx_read_steps (DocxImport *import);
/* docx_duration.c: a time as cells have it. */
typedef struct {
  bool known;    /* `value` is one */
  bool general;  /* it is not, since other cases follow, but `value` is that of the usual case: "5 ngày. Trường hợp …" */
  bool borrowed; /* its unit is that of the heading or of a note */
  QmsDuration value;
  char *note; /* conditions behind it, or the whole if it is not known; NULL if there is nothing */
} DocxTime;
void docx_time_read (const char *text, int unit, DocxTime *time);
void docx_time_clear (DocxTime *time);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DocxTime, docx_time_clear)
/* The unit that a text names as that of times ("Đơn vị tính thời gian là ngày làm việc"; "Thời gian (ngày)"); 0 if none. */
int docx_time_unit (const char *text);
/* docx_scenario.c: what the heading of a column of times says. */
typedef struct {
  char *name;     /* of the scenario; NULL if there is none */
  bool marked;    /* the name stands behind a colon: "Thời gian: có xác minh" */
  char *heading;  /* as it stands */
  DocxTime total; /* known or not */
  int unit;       /* of figures that have none; 0 if it names none */
} DocxTimeHeading;
void docx_time_heading_read (const char *heading, DocxTimeHeading *out);
void docx_time_heading_clear (DocxTimeHeading *heading);
/* docx_time.c: the limit that a section declares, where the table of steps has none. */
void docx_limits_end (DocxImport *import);
/* docx_role.c: the role of that name, unified with others that are spelled otherwise; NULL for an empty name. */
QmsNode *docx_role (DocxImport *import, const char *name, const DocxSource *source, int *confidence);
QmsNode *docx_known_role (DocxImport *import, const char *name);
/* docx_person.c: the text without names of persons and the marks around them; `*person` becomes the first name, NULL if there is
 * none. Free both with g_free. */
char *docx_without_person (const char *text, char **person);
/* docx_record.c: forms and records. */
void docx_read_forms (DocxImport *import);
/* A form that a line names, with its code if one stands before it. */
void docx_add_form (DocxImport *import, const DocxLine *line, const char *text);
void docx_read_records (DocxImport *import);
/* docx_rest.c: purpose, scope, notes, what no other reader has taken. */
void docx_read_rest (DocxImport *import);
