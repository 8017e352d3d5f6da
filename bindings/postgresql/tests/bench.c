/* SPDX-License-Identifier: Apache-2.0 */
/* What the library itself needs for the job of bench.sh: reads and validates a file COUNT times, prints MB/s. bench FILE COUNT */
#include <qms.h>

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static size_t
findings (const char *data, size_t size)
{
  QmsDocument *document = NULL;
  QmsReport *report = NULL;
  size_t count = 0;

  if (qms_document_parse (data, size, &document, NULL) == QMS_OK
      && qms_document_validate (document, &report, NULL) == QMS_OK)
    count = qms_report_count (report);
  qms_report_free (report);
  qms_document_unref (document);
  return count;
}

int
main (int argc, char **argv)
{
  static char data[2 << 20];
  FILE *file = argc == 3 ? fopen (argv[1], "rb") : NULL;
  size_t size = file ? fread (data, 1, sizeof data, file) : 0, found = 0;
  int count = argc == 3 ? atoi (argv[2]) : 0;
  double start = now ();

  for (int i = 0; i < count; i++)
    found += findings (data, size);
  printf ("%.1f %zu\n", (double)size * count / 1e6 / (now () - start), found);
  return file ? fclose (file) : 2;
}
