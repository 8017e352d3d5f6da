/* SPDX-License-Identifier: Apache-2.0 */
/* What the parts of the web site share. */
#pragma once

#include "core/node.h"

#include <qms/site.h>

#include <glib.h>

typedef struct {
  const QmsNode *system;
  char *agency;              /* its name */
  const QmsReport *findings; /* NULL: no page for them */
  bool internal;
  GHashTable *pages; /* nodes that have a page of their own, and its name */
  QmsSite *site;
  GString *out; /* the page that is being written */
  guint tables; /* on that page so far */
} QmsSiteWriter;

/* ---- site_names.c */

/* A file name from `prefix` and a code of whatever letters: safe in paths and addresses, not yet in `taken`, to which it is added
 * (a table of names and how often each was asked for). */
char *qms_site_name_from (GHashTable *taken, const char *prefix, const char *code);

/* ---- site_text.c: text into the page, escaped */

/* Paragraphs; lines that begin with a dash or a plus become lists. */
void qms_site_paragraphs (GString *out, const char *text);
/* A link to an address that a file names, if it is one of the web; else the text alone. */
void qms_site_link_out (GString *out, const char *address, const char *text);
/* "Chưa có thông tin.", so that nobody takes a gap for an answer. */
void qms_site_nothing (QmsSiteWriter *writer);

/* ---- site_value.c: values in words */

/* The value of a field, all items of a list; nothing if it is absent. */
void qms_site_value (QmsSiteWriter *writer, const QmsNode *node, uint32_t field);
/* The name of a node, linked to its page if it has one. */
void qms_site_reference (QmsSiteWriter *writer, const QmsNode *target);
/* What a node is called, in short: its name, title or statement. Free with g_free. */
char *qms_site_called (const QmsNode *node);
/* Words of an enumeration's value; NULL if it is absent. */
const char *qms_site_label (const QmsNode *node, uint32_t field);
/* A duration in words; NULL if it is absent. Free with g_free. */
char *qms_site_duration (const QmsNode *node, uint32_t field);
/* A date as 31/01/2026; NULL if it is absent. Free with g_free. */
char *qms_site_date (const QmsNode *node, uint32_t field);
/* An amount of money as 1.250.000. Free with g_free. */
char *qms_site_money (int64_t amount);
/* Whether a document or procedure may be shown to everybody: in force, which is so when nothing is said. */
bool qms_site_is_in_force (const QmsNode *node, uint32_t status_field);

/* ---- site_table.c */

/* What stands in a column: a field, or what `cell` writes. A column whose field no row has is left out. */
typedef struct {
  const char *title; /* NULL ends a table */
  uint32_t field;    /* 0: always shown */
  void (*cell) (QmsSiteWriter *writer, const QmsNode *node);
} QmsSiteColumn;

/* A table of nodes; says that there is nothing if there are none. */
void qms_site_table (QmsSiteWriter *writer, const GPtrArray *rows, const char *caption, const QmsSiteColumn *columns);
/* The same of all items of a list. */
void qms_site_list (QmsSiteWriter *writer, const QmsNode *node, uint32_t list, const char *caption,
                    const QmsSiteColumn *columns);
/* Items of which too much is said for a table: each with a heading, which is the first column, and a list of facts. */
void qms_site_records (QmsSiteWriter *writer, const QmsNode *node, uint32_t list, const QmsSiteColumn *columns);
/* The frame of a table that is written by hand: its caption and head, its end. */
void qms_site_open_table (QmsSiteWriter *writer, const char *caption, const char *const *titles, guint count);
void qms_site_close_table (QmsSiteWriter *writer);
/* A cell of such a table; `first` is the head of its row. */
void qms_site_open_cell (QmsSiteWriter *writer, const char *title, bool first);
void qms_site_close_cell (QmsSiteWriter *writer, bool first);

/* A pair of a list of facts (dl); nothing if the field is absent. */
void qms_site_fact (QmsSiteWriter *writer, const char *title, const QmsNode *node, uint32_t field);
/* The same of a text that is known already; nothing for NULL. */
void qms_site_fact_text (QmsSiteWriter *writer, const char *title, const char *text);

/* ---- site_page.c */

/* Begins a page: head, navigation, title. `under` is the section that it belongs to, NULL if it is one itself. */
void qms_site_open_page (QmsSiteWriter *writer, const char *file, const char *title, const char *under);
/* Ends the page and adds it to the site. */
void qms_site_close_page (QmsSiteWriter *writer, const char *file);
/* site.c: adds a file, and takes over `text`. */
void qms_site_add (QmsSite *site, const char *name, GString *text);

/* ---- one function per page or kind of page */

void qms_site_write_home (QmsSiteWriter *writer);
void qms_site_write_policy (QmsSiteWriter *writer);
void qms_site_write_objectives (QmsSiteWriter *writer);
void qms_site_write_announcements (QmsSiteWriter *writer);
void qms_site_write_documents (QmsSiteWriter *writer);
void qms_site_write_catalogue (QmsSiteWriter *writer);
void qms_site_write_administrative_procedure (QmsSiteWriter *writer, const QmsNode *node, const char *file);
void qms_site_write_procedure (QmsSiteWriter *writer, const QmsNode *node, const char *file);
void qms_site_write_risks (QmsSiteWriter *writer);
void qms_site_write_audits (QmsSiteWriter *writer);
void qms_site_write_nonconformities (QmsSiteWriter *writer);
void qms_site_write_reviews (QmsSiteWriter *writer);
void qms_site_write_findings (QmsSiteWriter *writer);

/* ---- shared by pages */

/* site_catalogue.c: fields of administrative procedures, in the order of the system: of GPtrArray, whose first item is the name
 * (const char *) and the others are its procedures. */
GPtrArray *qms_site_fields (const QmsNode *system);
/* Time limits of an administrative procedure in a few words; NULL if it has none. Free with g_free. */
char *qms_site_time_limit (const QmsNode *administrative_procedure);
/* The form of the search. */
void qms_site_search_form (QmsSiteWriter *writer);
/* site_parts.c: the constituent parts of an administrative procedure, and links to them. */
void qms_site_parts (QmsSiteWriter *writer, const QmsNode *administrative_procedure);
void qms_site_part_links (QmsSiteWriter *writer);
/* site_channels.c: ways of submitting, time limits, fees. */
void qms_site_channels (QmsSiteWriter *writer, const QmsNode *administrative_procedure);
void qms_site_times (QmsSiteWriter *writer, const QmsNode *administrative_procedure);
void qms_site_fees (QmsSiteWriter *writer, const QmsNode *administrative_procedure);
/* site_steps.c: flow chart, steps and time limits of a procedure, in sections of level 3; the table of its forms. */
void qms_site_steps (QmsSiteWriter *writer, const QmsNode *procedure);
void qms_site_forms (QmsSiteWriter *writer, const QmsNode *procedure);
/* site_step_table.c: the table of a procedure's steps, with a column of times for each scenario. */
void qms_site_step_table (QmsSiteWriter *writer, const QmsNode *procedure);
/* site_documents.c: columns of records to keep. */
extern const QmsSiteColumn qms_site_record_columns[];
/* site_citations.c */
void qms_site_citations (QmsSiteWriter *writer, const QmsNode *node, uint32_t list, const char *caption);
