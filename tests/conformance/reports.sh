#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A binding's report on each example is that of the command, byte for byte, refused files included: reports.sh QMS PROJECT RUNNER…
# The runner is called with a file and a day and prints the report as JSON.
set -eu
qms=$1 project=$2
shift 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$project"
count=0
for file in examples/xml/*.xml; do
  "$qms" validate --format json --lang vi --as-of 2026-06-01 --fail-on never "$file" > "$work/expected" 2> /dev/null || true
  "$@" "$file" 2026-06-01 > "$work/found"
  cmp "$work/expected" "$work/found" || { echo "the report on $file differs"; exit 1; }
  count=$((count + 1))
done
echo "$count reports are the same"
[ "$count" -gt 0 ]
