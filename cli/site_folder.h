/* SPDX-License-Identifier: Apache-2.0 */
/* A folder of files that a command has made: it replaces and removes its own, never those of others. */
#pragma once

#include "cli.h"

/* Writes a site into a folder, which is made if it is not there. Files of an earlier site that this one lacks are removed; a file
 * of the same name that no site has put there, or that is `input`, stops everything before anything is written. */
CliExit cli_write_site (Cli *cli, const QmsSite *site, const char *folder, const char *input);
