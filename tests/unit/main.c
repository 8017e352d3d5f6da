/* SPDX-License-Identifier: Apache-2.0 */
/* Runs the unit tests: all of them, or the suites named as arguments. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#define QMS_SUITE(name) Suite *name##_suite (void);
#include "suites.h"
#undef QMS_SUITE

static const struct {
  const char *name;
  Suite *(*make) (void);
} suites[] = {
#define QMS_SUITE(name) { #name, name##_suite },
#include "suites.h"
#undef QMS_SUITE
};

static int
is_wanted (const char *name, int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    if (strcmp (argv[i], name) == 0)
      return 1;
  return argc == 1;
}

int
main (int argc, char **argv)
{
  SRunner *runner = srunner_create (NULL);
  int failed;

  for (size_t i = 0; i < sizeof suites / sizeof *suites; i++)
    if (is_wanted (suites[i].name, argc, argv))
      srunner_add_suite (runner, suites[i].make ());
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
