#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Copies C# sources for Mono's compiler, which is that of C# 7: takes out what says that a reference may be null: strip.sh FOLDER FILE…
set -eu
folder=$1
shift
names=$(cat "$@" | sed -n 's/.*\(class\|delegate [A-Za-z]*\) \([A-Z][A-Za-z]*\).*/\2/p' | sort -u | paste -sd '|')
for file in "$@"; do
  sed -E "s/\b(string|object|byte\[\]|T|$names)\?( [A-Za-z]|>|\)[^ ]|, )/\1\2/g; s/([])A-Za-z\"])!([;,.) ]|$)/\1\2/g; s/([])A-Za-z\"])!([;,.) ]|$)/\1\2/g" "$file" > "$folder/$(basename "$file")"
done
