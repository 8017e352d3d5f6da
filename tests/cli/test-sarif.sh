# SPDX-License-Identifier: Apache-2.0
# SARIF reports are valid against the official schema, of clean, faulty and refused files alike.
. "$(dirname "$0")/lib.sh"
build=$(dirname "$QMS")
/usr/bin/python3 -c 'import jsonschema' 2>/dev/null || skip "python3-jsonschema is not installed"
echo '{"version": "2.1.0", "runs": []}' >nothing.sarif
sh "$SOURCE/tests/cli/sarif-schema.sh" nothing.sarif "$build" >log 2>&1 || skip "the SARIF schema cannot be fetched"
echo '{"version": "2.1.0", "runs": [{}]}' >wrong.sarif
! sh "$SOURCE/tests/cli/sarif-schema.sh" wrong.sarif "$build" >log 2>&1 || fail "the schema lets everything pass"

make_system xa.xml
printf '<heThong xmlns="urn:libqms:1"/>' >empty.xml
echo x >bad.xml
for lang in vi en; do
  expect 2 validate --lang "$lang" -f sarif xa.xml empty.xml bad.xml missing.xml "$SOURCE/examples/xml"
  sh "$SOURCE/tests/cli/sarif-schema.sh" out "$build" >log 2>&1 || fail "not valid: $(tail -n 20 log)"
done
finish
