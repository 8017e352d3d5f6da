/* SPDX-License-Identifier: Apache-2.0 */
/* The Word documents of one export: their names, their list. */
#pragma once

#include "cli.h"

/* Forms of the list. */
#define CLI_DOCX_INDEX "html|csv|text"

/* A document that is to be written. */
typedef struct {
  char *file; /* its name, with ending */
  const QmsTemplate *pattern;
  const QmsNode *node;
} CliDocx;

/* New array that owns its CliDocx. */
GPtrArray *cli_docx_new (void);
/* Adds the document of a node; its name is made of what it is and the node's code, safe for every file system and like no other
 * of `names`, a set to which it is added. `name`: of the template, where that does not say what it is for. */
void cli_docx_add (GPtrArray *documents, GHashTable *names, const QmsTemplate *pattern, const char *name,
                   const QmsNode *node);
/* The list of documents in one of CLI_DOCX_INDEX; free with g_free. */
char *cli_docx_index (const GPtrArray *documents, const char *form);
/* Name of the file of the list. */
const char *cli_docx_index_name (const char *form);
