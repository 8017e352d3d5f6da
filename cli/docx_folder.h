/* SPDX-License-Identifier: Apache-2.0 */
/* A folder of Word documents that people edit: what they have changed, or others have put there, is not replaced. */
#pragma once

#include "cli.h"

/* New set of the names in the folder that qms wrote and nobody has changed since. */
GHashTable *cli_docx_folder_read (const char *folder);
/* Whether a file of that name may be written: it is not there, or one of `own`. Complains otherwise. */
bool cli_docx_folder_is_free (const char *folder, const char *name, GHashTable *own);
/* Notes down names that have been written beside those of `own`; call it after the last of them. */
CliExit cli_docx_folder_write (const char *folder, GHashTable *own, const GPtrArray *names);
