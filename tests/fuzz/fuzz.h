/* SPDX-License-Identifier: Apache-2.0 */
/* What the fuzz targets share. Each target has one function, which libFuzzer or replay.c calls with an input. */
#pragma once

#include <qms.h>

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* Ends the run with a message if what must always hold does not; never compiled out. */
#define MUST(condition)                                                                                                     \
  do                                                                                                                        \
    if (!(condition)) {                                                                                                     \
      fprintf (stderr, "%s:%d: must hold: %s\n", __FILE__, __LINE__, #condition);                                           \
      abort ();                                                                                                             \
    }                                                                                                                       \
  while (0)

/* Reads an input in `format`; NULL if it is refused, and then an error must say why. */
QmsDocument *fuzz_read (const void *data, size_t size, int32_t format, int32_t lenient);
/* What is written in `format` must be read again as the same document, and be written as the same bytes. */
void fuzz_round_trip (QmsDocument *document, int32_t format);
