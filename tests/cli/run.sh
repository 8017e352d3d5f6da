#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Tests the command: runs every test-*.sh beside this file, each in a directory of its own. usage: run.sh QMS SOURCE [NAME]
set -u
here=$(cd "$(dirname "$0")" && pwd)
QMS=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
SOURCE=$(cd "$2" && pwd)
LC_ALL=C.UTF-8
NO_COLOR=1
export QMS SOURCE LC_ALL NO_COLOR

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0
for test in "$here"/test-"${3-}"*.sh; do
  name=$(basename "$test" .sh)
  mkdir "$scratch/$name"
  (cd "$scratch/$name" && sh "$test") >"$scratch/$name.log" 2>&1
  case $? in
    0) echo "ok    $name" ;;
    77) echo "skip  $name: $(tail -n 1 "$scratch/$name.log")" ;;
    *)
      echo "FAIL  $name"
      sed 's/^/      /' "$scratch/$name.log"
      failed=$((failed + 1))
      ;;
  esac
done
exit $((failed > 0))
