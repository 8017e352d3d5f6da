#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Compiles each public header alone, as C11 and as C++17, with every common warning an error. usage: headers.sh INCLUDE-DIRECTORY
set -eu

include=$1
status=0
for header in "$include"/qms.h "$include"/qms/*.h; do
  name=${header#"$include"/}
  # Twice, to prove its include guard.
  source=$(printf '#include <%s>\n#include <%s>\n' "$name" "$name")
  printf '%s\n' "$source" | ${CC:-cc} -x c -std=c11 -Wall -Wextra -pedantic -Werror -I"$include" -fsyntax-only - || { echo "C11: $name"; status=1; }
  printf '%s\n' "$source" | ${CXX:-c++} -x c++ -std=c++17 -Wall -Wextra -pedantic -Werror -I"$include" -fsyntax-only - || { echo "C++17: $name"; status=1; }
done
exit $status
