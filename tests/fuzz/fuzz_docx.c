/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzz target: any bytes as a Word package. What is read can be written and read again, part by part. */
#include "fuzz.h"

#include "word/block.h"

#include <string.h>

static QmsPackage *
must_read (GBytes *bytes)
{
  size_t size = 0;
  const void *data = g_bytes_get_data (bytes, &size);
  QmsPackage *package = qms_package_read (data, size, "again", NULL);
  MUST (package != NULL);
  return package;
}

static void
write_again (const QmsPackage *package)
{
  GBytes *bytes = qms_package_write (package, NULL);
  MUST (bytes != NULL);
  QmsPackage *again = must_read (bytes);
  MUST (qms_package_count (again) == qms_package_count (package));
  for (size_t i = 0; i < qms_package_count (package); i++) {
    const char *name = qms_package_name (package, i);
    MUST (g_bytes_equal (qms_package_part (again, name), qms_package_part (package, name)));
  }
  GBytes *same = qms_package_write (again, NULL);
  MUST (g_bytes_equal (bytes, same));
  g_bytes_unref (same);
  qms_package_free (again);
  g_bytes_unref (bytes);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  QmsError *error = NULL;
  QmsPackage *package = qms_package_read (data, size, "input", &error);
  if (package != NULL) {
    QmsWordText *text = qms_word_read (package, &error);
    MUST ((text == NULL) == (error != NULL));
    qms_word_text_free (text);
    write_again (package);
  } else {
    MUST (error != NULL);
  }
  qms_error_free (error);
  qms_package_free (package);
  return 0;
}
