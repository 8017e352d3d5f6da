/* SPDX-License-Identifier: Apache-2.0 */
/* Feeds files to a fuzz target without libFuzzer, so that the corpus is tested by any compiler. */
#include "fuzz.h"

static void
replay (const char *path)
{
  FILE *file = fopen (path, "rb");
  MUST (file != NULL && fseek (file, 0, SEEK_END) == 0);
  long size = ftell (file);
  rewind (file);
  uint8_t *data = malloc ((size_t)size + 1);
  MUST (data != NULL && fread (data, 1, (size_t)size, file) == (size_t)size);
  fclose (file);
  LLVMFuzzerTestOneInput (data, (size_t)size);
  free (data);
}

int
main (int argc, char **argv)
{
  MUST (argc > 1);
  for (int i = 1; i < argc; i++)
    replay (argv[i]);
  printf ("%d inputs\n", argc - 1);
  return 0;
}
