#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Compiles each public header alone, as C11 and as C++17, with every common warning an error. usage: headers.sh INCLUDE-DIRECTORY
set -eu

include=$1
status=0
glib=$(pkg-config --cflags glib-2.0 | sed 's/-I/-isystem /g') # for glib.h alone
for header in "$include"/qms.h "$include"/qms/*.h; do
  name=${header#"$include"/}
  flags="-Wall -Wextra -pedantic -Werror -fsyntax-only -I$include"
  [ "$name" != qms/glib.h ] || flags="$flags $glib"
  # Twice, to prove its include guard.
  source=$(printf '#include <%s>\n#include <%s>\n' "$name" "$name")
  # shellcheck disable=SC2086 # flags are words
  printf '%s\n' "$source" | ${CC:-cc} -x c -std=c11 $flags - || { echo "C11: $name"; status=1; }
  # shellcheck disable=SC2086 # flags are words
  printf '%s\n' "$source" | ${CXX:-c++} -x c++ -std=c++17 $flags - || { echo "C++17: $name"; status=1; }
done
exit $status
