#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# 200 documents of 1 MB validated in one query against the same in C, in turns; fails below 0.6 of the MB/s of C. bench.sh BUILD, a build of
# the release with the tests. Runs itself again beside a private server.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
project=$here/../../..
build=$(cd "$1" && pwd)
if [ -z "${QMS_BENCH-}" ]; then
  QMS_BENCH=1 exec sh "$here/cluster.sh" "${QMS_MODULES-$build/bindings/postgresql}" "$build/libqms.so.0" sh "$here/bench.sh" "$build"
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sql() { psql -X -q -A -t -v ON_ERROR_STOP=1 "$@"; }
now() { date +%s.%N; }

python3 -B "$project/bench/generate.py" 1000000 > "$work/document.xml"
size=$(wc -c < "$work/document.xml")
cc -O2 -I "$project/include" -o "$work/bench" "$here/bench.c" "$build/libqms.so.0" -Wl,-rpath,"$build"
{
  echo "CREATE EXTENSION qms;"
  echo "CREATE TABLE document (id integer, data text);"
  echo "ALTER TABLE document ALTER data SET STORAGE EXTERNAL;"
  echo "INSERT INTO document SELECT i, convert_from(decode('$(base64 -w 0 "$work/document.xml")', 'base64'), 'UTF8') FROM generate_series(1, 200) i;"
  echo "ANALYZE document;"
} | sql
query="SET max_parallel_workers_per_gather = 0; SELECT count(*) FROM document, LATERAL qms_validate(data)"
sql -c "$query" > "$work/warm"
"$work/bench" "$work/document.xml" 20 > "$work/warm"

echo "document of $size bytes, 200 times"
for round in 1 2 3; do
  "$work/bench" "$work/document.xml" 200 > "$work/c.$round"
  start=$(now)
  found=$(sql -c "$query")
  echo "$start $(now) $size" | awk '{ printf "%.1f\n", $3 * 200 / 1e6 / ($2 - $1) }' > "$work/sql.$round"
  [ "$found" = "$(cut -d ' ' -f 2 "$work/c.$round")" ] || { echo "not the same findings: $found"; exit 1; }
  echo "C $(cut -d ' ' -f 1 "$work/c.$round") MB/s, PostgreSQL $(cat "$work/sql.$round") MB/s, $found findings"
done
# What else the machine does changes from minute to minute: each round is compared with itself, and the round in the middle counts.
middle=$(for round in 1 2 3; do echo "$(cat "$work/sql.$round") $(cut -d ' ' -f 1 "$work/c.$round")"; done |
  awk '{ printf "%.3f\n", $1 / $2 }' | sort -n | sed -n 2p)

# nanoseconds NAME COUNT EXPRESSION: one call of the expression, in a query of COUNT rows.
nanoseconds() {
  start=$(now)
  sql -c "SET max_parallel_workers_per_gather = 0; SELECT count($3) FROM generate_series(1, $2) i" > "$work/count"
  echo "$1 $start $(now) $2" | awk '{ printf "%s: %.0f ns\n", $1, ($3 - $2) * 1e9 / $4 }'
}
case_file=$project/examples/cases/H99.45-260302-0001.xml
echo "a case file of $(wc -c < "$case_file") bytes:"
sql -c "CREATE TABLE case_file AS SELECT decode('$(base64 -w 0 "$case_file")', 'base64') AS data"
nanoseconds qms_get 5000 "(SELECT qms_get(data, 'tenThuTuc' || left(i::text, 0)) FROM case_file)"
nanoseconds qms_case_steps 2000 "(SELECT count(*) FROM case_file, qms_case_steps(data, '2026-03-05 10:30+07'::timestamptz + i * interval '1 minute'))"
nanoseconds qms_due_at 200000 "qms_due_at('2026-03-05 10:30+07'::timestamptz + i * interval '1 minute', '5 ngayLamViec')"
echo "$middle" | awk '{ printf "PostgreSQL has %.2f of the MB/s of C\n", $1; exit $1 < 0.6 }'
