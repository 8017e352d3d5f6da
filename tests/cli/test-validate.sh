# SPDX-License-Identifier: Apache-2.0
# qms validate: exit codes, forms, directories, threads, refused files.
. "$(dirname "$0")/lib.sh"
make_system xa.xml
mkdir -p many/below/.hidden
cp xa.xml many/b.xml
cp xa.xml many/a.xml
cp xa.xml many/below/c.xml
cp xa.xml many/below/.hidden/d.xml
echo "not a document" >many/note.txt
printf '<heThong xmlns="urn:libqms:1">\n  <quyTrin/>\n</heThong>\n' >bad.xml

# Exit codes follow --fail-on.
expect 0 validate xa.xml
expect 1 validate --fail-on=info xa.xml
expect 0 validate --fail-on=never xa.xml
empty err

# Directories are searched and sorted; the order is the same however many threads work.
expect 0 validate many
matches out '^3 tệp:'
cut -d: -f1 out | grep '^many' | uniq >order
printf 'many/a.xml\nmany/b.xml\nmany/below/c.xml\n' | cmp -s - order || fail "order: $(cat order)"
lacks out .hidden
mv out one
expect 0 validate -j1 many
same out one
expect 0 validate --jobs 8 many
same out one
expect 0 validate --progress many
says err "[3/3]"
same out one
mkdir nothing
expect 2 validate nothing --lang en
says err "nothing: error:"
expect 2 validate -j0 xa.xml
expect 2 validate -jx xa.xml

# A refused file keeps its place in every form of the report and does not stop the others.
expect 2 validate --lang en bad.xml xa.xml
empty err
says out "bad.xml:2:3: error: "
says out "[QMS-CT-001]"
matches out '^2 files: 1 error, '
expect 2 validate --fail-on never bad.xml
for format in json ndjson sarif junit; do
  expect 2 validate --format "$format" bad.xml xa.xml
  says out "QMS-CT-001"
  says err "bad.xml:2:3: "
done
expect 2 validate -f json missing.xml
json out
says out '"file": "missing.xml"'
says out "QMS-IO-001"

# What the model does not know is kept and reported on demand.
expect 1 validate --lenient --lang en bad.xml
says out "bad.xml:2:3: error: "
says out "[QMS-CT-001]"

# Standard input, output to a file.
"$QMS" validate - <xa.xml >out 2>err || fail "validate - : exit $?"
matches out '^-:[0-9]+:[0-9]+: '
expect 0 validate -o report.txt xa.xml
empty out
matches report.txt '^1 tệp:'

# Framework and day.
expect 0 validate --framework bkhcn-101-2019 --as-of 2026-01-31 xa.xml
expect 2 validate --framework no-such --lang en xa.xml
says err "no-such"
expect 2 validate --as-of 31/01/2026 --lang en xa.xml
says err "YYYY-MM-DD"
expect 2 validate --as-of 2026-02-31 xa.xml

# No colour unless on a terminal.
env -u NO_COLOR "$QMS" validate xa.xml >out
! grep -q "$(printf '\033')" out || fail "coloured without a terminal"
finish
