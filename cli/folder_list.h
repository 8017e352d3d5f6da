/* SPDX-License-Identifier: Apache-2.0 */
/* A list, in a folder, of the files there that a command has made. */
#pragma once

#include "cli.h"

/* New set of the names below the first line; NULL if there is no file that begins with that line. */
GHashTable *cli_folder_list_read (const char *file, const char *first_line);
/* Writes the names in order below the first line. */
CliExit cli_folder_list_write (const char *file, const char *first_line, GHashTable *names);
