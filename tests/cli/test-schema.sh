# SPDX-License-Identifier: Apache-2.0
# qms schema and qms framework print what the library carries.
. "$(dirname "$0")/lib.sh"
make_system xa.xml

expect 0 schema xsd
mv out q.xsd
xmllint --nonet --noout --schema q.xsd xa.xml 2>log || fail "not valid: $(head -n 3 log)"
expect 0 schema json -o q.json
json q.json
expect 2 schema rng --lang en
says err "xsd, json"

expect 0 framework list
matches out '^bkhcn-101-2019 +[^ ]'
matches out '^bkhcn-2968-2010 +[^ ]'
expect 0 framework show bkhcn-101-2019
matches out '^bkhcn-101-2019  '
says out "Các yêu cầu:"
expect 0 framework show bkhcn-101-2019 --format xml
mv out framework.xml
xmllint --nonet --noout --schema q.xsd framework.xml 2>log || fail "not valid: $(head -n 3 log)"
expect 0 framework show framework.xml
matches out '^bkhcn-101-2019  '
expect 2 framework show no-such
expect 2 framework show
expect 2 framework remove
finish
