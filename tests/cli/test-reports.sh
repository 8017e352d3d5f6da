# SPDX-License-Identifier: Apache-2.0
# Forms of the report agree with each other and are well-formed.
. "$(dirname "$0")/lib.sh"
make_system xa.xml
printf '<heThong xmlns="urn:libqms:1">\n  <quyTrin a="&lt;&quot;"/>\n</heThong>\n' >'bad <&" tên.xml'
set -- 'bad <&" tên.xml' xa.xml

expect 2 validate -f json "$@"
json out && mv out r.json
expect 2 validate -f ndjson "$@"
mv out r.ndjson
expect 2 validate -f sarif "$@"
json out && mv out r.sarif
expect 2 validate -f junit "$@"
xmllint --noout out || fail "JUnit is not well-formed"
mv out r.xml
expect 2 validate -f text "$@"
matches out '^2 tệp: '

python3 - "$1" >report <<'END'
import json
import sys
import urllib.parse
import xml.etree.ElementTree as tree

name = sys.argv[1]
files = json.load(open("r.json", encoding="utf-8"))["files"]
lines = [json.loads(line) for line in open("r.ndjson", encoding="utf-8")]
run = json.load(open("r.sarif", encoding="utf-8"))["runs"][0]
suites = tree.parse("r.xml").getroot()
findings = [finding for file in files for finding in file["findings"]]


def check(holds, what):
    if not holds:
        print(what)


check([file["file"] for file in files] == [name, "xa.xml"], "names in JSON")
check(all(sum(file["summary"].values()) == len(file["findings"]) for file in files), "summary in JSON")
check([{k: v for k, v in line.items() if k != "file"} for line in lines] == findings, "ndjson differs from json")
check(len(run["results"]) == len(findings), "number of SARIF results")
for result, finding in zip(run["results"], findings):
    check(result["ruleId"] == finding["rule"], "rule of a SARIF result")
    check(run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == finding["rule"], "index of a SARIF rule")
uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
check(urllib.parse.unquote(uri) == name and " " not in uri, "URI in SARIF: " + uri)
check([suite.get("name") for suite in suites] == [name, "xa.xml"], "suites in JUnit")
check(sum(len(suite) for suite in suites) == len(findings) == int(suites.get("tests")), "cases in JUnit")
check(len(suites.findall(".//failure")) == int(suites.get("failures")) > 0, "failures in JUnit")
END
empty report
finish
