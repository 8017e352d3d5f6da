#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Whether the unit tests reach every line of the time arithmetic. usage: coverage.sh BUILD-DIRECTORY, built with --coverage.
set -eu
build=$1
suites='calendar case'
files='calendar_ask calendar_days calendar_due calendar_load calendar_mark calendar_read calendar_time limit_text case_calendar'
objects=$build/CMakeFiles/qms_objects.dir/libqms/workflow

find "$build" -name '*.gcda' -delete
for suite in $suites; do
  CK_RUN_SUITE=$suite "$build/tests/unit"
done
status=0
for file in $files; do
  counts=$(gcov -n "$objects/$file.c.gcda" | sed -n "/workflow\/$file\.c'/{n;p;q;}")
  echo "$file.c: $counts"
  case $counts in
    *':100.00%'*) ;;
    *) status=1 ;;
  esac
done
exit $status
