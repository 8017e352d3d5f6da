/* SPDX-License-Identifier: Apache-2.0 */
/* Files that are read and checked, several at the same time. */
#pragma once

#include "cli.h"

typedef struct {
  /* What options say. */
  CliBasis basis;
  const char *threads, *output;
  bool lenient, progress;
  /* What comes of it, by file. */
  GPtrArray *files;
  QmsReport **reports; /* of a file that could not be read: with the reason */
  QmsError **errors;   /* why it could not be read; NULL if it was */
  QmsReport *beside;   /* what is wrong with the file of suppressions; NULL: nothing, or there is none */
} CliBatch;

/* How many files are checked at the same time. */
CliOption cli_option_jobs (CliBatch *batch);
/* Checks the files and directories that the arguments name. False: all has been said, leave with cli->exit. */
bool cli_batch_run (Cli *cli, CliBatch *batch);
void cli_batch_clear (CliBatch *batch);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliBatch, cli_batch_clear)
