#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The Makefile builds the extension as users do, installs its four files, and the server loads it: pgxs.sh PROJECT LIBQMS
set -eu
project=$1 library=$2
here=$project/bindings/postgresql
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir "$work/qms"
cp -R "$here/Makefile" "$here/qms.control" "$here"/qms--*.sql "$here/qms.c" "$here/src" "$work/qms/"
make -s -C "$work/qms" install DESTDIR="$work/root" PG_CPPFLAGS="-I$project/include" \
  SHLIB_LINK="-L$(dirname "$library") -lqms" > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }
if grep -i warning "$work/log"; then exit 1; fi
files=$(find "$work/root" -name 'qms*' -type f)
[ "$(echo "$files" | wc -l)" -eq 4 ] || { echo "not four files: $files"; exit 1; }
sh "$here/tests/cluster.sh" "$(dirname "$(find "$work/root" -name qms.so)")" "$library" psql -X -q -v ON_ERROR_STOP=1 \
  -c 'CREATE EXTENSION qms' -c "SELECT qms_due_at('2026-03-05 10:30+07', '5 ngayLamViec')" -c 'DROP EXTENSION qms'
