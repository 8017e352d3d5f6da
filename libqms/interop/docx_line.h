/* SPDX-License-Identifier: Apache-2.0 */
/* A Word document as one sequence of lines and known tables, whatever tables were used to lay it out. */
#pragma once

#include "interop/docx_report.h"
#include "interop/docx_table.h"

/* Sections of a procedure, and other headings of such documents. */
typedef enum {
  DOCX_SECTION_FRONT, /* before the first heading */
  DOCX_SECTION_PURPOSE,
  DOCX_SECTION_SCOPE,
  DOCX_SECTION_REFERENCES,
  DOCX_SECTION_DEFINITIONS,
  DOCX_SECTION_RESPONSIBILITY,
  DOCX_SECTION_CONTENT,
  DOCX_SECTION_NOTES, /* below the table of steps */
  DOCX_SECTION_FORMS,
  DOCX_SECTION_RECORDS,
  DOCX_SECTION_ANNEX, /* what follows the last of them */
  DOCX_SECTION_CONTENTS,
  DOCX_SECTION_AMENDMENTS,
  DOCX_N_SECTIONS
} DocxSection;

/* Parts of the section on content. */
typedef enum {
  DOCX_PART_NONE,
  DOCX_PART_DOSSIER,
  DOCX_PART_COPIES,
  DOCX_PART_LIMIT,
  DOCX_PART_APPLICANT,
  DOCX_PART_AGENCY,
  DOCX_PART_COMPETENT,
  DOCX_PART_AUTHORISED,
  DOCX_PART_COORDINATING,
  DOCX_PART_RESULT,
  DOCX_PART_FEE,
  DOCX_PART_FORM,
  DOCX_PART_CONDITION,
  DOCX_PART_LEGAL,
  DOCX_PART_SUBMISSION,
  DOCX_PART_WHERE,
  DOCX_PART_FIELD,
  DOCX_PART_LEVEL,
  DOCX_PART_CODE,
  DOCX_PART_STEPS,
  DOCX_PART_PROCEDURE, /* the parts of another administrative procedure begin */
  DOCX_PART_DECISION,
  DOCX_PART_SEQUENCE, /* order of execution, in words */
  DOCX_PART_GENERAL,  /* text that belongs to no part */
  DOCX_N_PARTS
} DocxContentPart;

typedef struct DocxLine DocxLine;
struct DocxLine {
  DocxSource source; /* the line as it stands; of a table NULL */
  char *label; /* number that Word counts or that is typed, without what closes it: "5.2", "a", "-"; NULL if none */
  const char *text; /* behind the label; "" of a table */
  char *plain;      /* of `text` */
  bool strong;      /* bold, a heading of Word's own, or in capitals */
  bool contents;    /* of a table of contents */
  const DocxTable *table;
  /* ---- by docx_section.c */
  DocxSection section;
  DocxContentPart part;
  DocxSection heading;  /* begins this section; 0 if it begins none */
  bool part_heading;    /* begins its part */
  bool another;         /* another procedure begins here */
  bool slip;            /* its words are not quite those that are known */
  const char *rest;     /* of a heading: what follows its words on the same line; NULL if nothing does */
  const DocxLine *head; /* the heading that it stands under; NULL if there is none */
  /* ---- by readers */
  bool taken; /* some reader has understood it */
};

/* Lines of a document's body in order. Free with g_ptr_array_unref; texts of the document must outlive them. */
GPtrArray *docx_lines_new (const GPtrArray *blocks, DocxPart part);
static inline DocxLine *
docx_line (const GPtrArray *lines, size_t index)
{
  return lines->pdata[index];
}

/* Says which section and part each line belongs to. */
void docx_sections_find (GPtrArray *lines);
/* What a section and a part are called, for messages. */
const char *docx_section_name (DocxSection section, int lang);
