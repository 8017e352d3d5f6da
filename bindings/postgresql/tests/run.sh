#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What the conformance suite does not ask of the extension, against the server that PGHOST names: run.sh PROJECT QMS
set -eu
project=$1 qms=$2
tests=$project/bindings/postgresql/tests
QMS_WORK=$(mktemp -d)
export QMS_WORK
trap 'rm -rf "$QMS_WORK"' EXIT

sql() { psql -X -q -A -t -v ON_ERROR_STOP=1 "$@"; }

sql -c 'CREATE EXTENSION qms'
sql -c 'CREATE TABLE example (name text PRIMARY KEY, data bytea NOT NULL)'
for file in "$project"/examples/xml/*.xml; do
  printf 'INSERT INTO example VALUES (%s, decode(%s, %s));\n' "'$(basename "$file")'" "'$(base64 -w 0 "$file")'" "'base64'"
done | sql

for file in "$tests"/sql/*.sql; do
  sql -f "$tests/check.sql" -f "$file" > "$QMS_WORK/passed" || { echo "$(basename "$file") failed"; exit 1; }
  cat "$QMS_WORK/passed"
done > "$QMS_WORK/all" || { cat "$QMS_WORK/all"; exit 1; }

python3 -B "$tests/hostile.py" "$project" > "$QMS_WORK/hostile.sql"
sql -f "$tests/check.sql" -f "$QMS_WORK/hostile.sql" >> "$QMS_WORK/all"

sh "$project/tests/conformance/reports.sh" "$qms" "$project" sh "$tests/report.sh"

sql -c "CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0"
PGDATABASE=latin sql -f "$tests/check.sql" -f "$tests/latin.sql" >> "$QMS_WORK/all"

# The example of the README.
sql -c 'CREATE DATABASE readme'
# shellcheck disable=SC2016 # marks of Markdown
sed -n '/^```sql$/,/^```$/p' "$project/bindings/postgresql/README.md" | grep -v '^```' > "$QMS_WORK/readme.sql"
(cd "$project" && PGDATABASE=readme sql -f "$QMS_WORK/readme.sql") > "$QMS_WORK/readme"
grep -q '^hoa-mau|.*|Tiếp nhận hồ sơ|' "$QMS_WORK/readme"

# Eight sessions at once give one answer, and none fails.
for session in 1 2 3 4 5 6 7 8; do
  (sql -f "$tests/session.sql" > "$QMS_WORK/session.$session" && touch "$QMS_WORK/ended.$session") &
done
wait
for session in 1 2 3 4 5 6 7 8; do
  [ -e "$QMS_WORK/ended.$session" ]
  cmp "$QMS_WORK/session.1" "$QMS_WORK/session.$session"
done
echo "8 sessions agree"

echo "$(grep -c . "$QMS_WORK/all") checks passed"
