# SPDX-License-Identifier: Apache-2.0
# qms rules lists what qms explain explains.
. "$(dirname "$0")/lib.sh"

expect 0 rules
matches out '^QMS-XM-001  '
cut -d' ' -f1 out >ids
expect 0 rules --format json
json out
python3 -c 'import json
for rule in json.load(open("out"))["rules"]:
    assert rule["title"]["vi"] and rule["title"]["en"] and rule["severity"] in ("error", "warning", "info")
    assert isinstance(rule["cites"], list)
    print(rule["id"])' >json-ids
same ids json-ids
expect 0 rules -f md
matches out '^\| QMS-XM-001 \|'
expect 2 rules extra

expect 0 explain $(cat ids)
expect 0 explain QMS-XM-001 --lang en
says out "How to fix it"
mv out by-id
expect 0 explain --lang en qms-xm-001
same out by-id
expect 0 explain --lang en not-well-formed
same out by-id
expect 0 explain --lang en QMS-IO-001
says out "cannot open the file"
expect 2 explain --lang en QMS-XM-0001
says err "did you mean «QMS-XM-001»?"
expect 2 explain
finish
