# SPDX-License-Identifier: Apache-2.0
# qms framework lists what ships, shows where each requirement comes from, and checks one that someone writes.
. "$(dirname "$0")/lib.sh"
own=$SOURCE/tests/framework

expect 0 framework list
matches out '^bkhcn-101-2019 '
matches out '^btp-313-2024 '
expect 0 framework list -f json
json out
says out '"id": "bkhcn-2968-2010"'
expect 2 framework list -f xml --lang en
says err "--format takes text|json, not «xml»"
expect 1 framework check "$own/sai.xml" -f json
json out
expect 2 framework check "$own/sai.xml" -f xml
expect 0 framework show btp-313-2024
matches out 'mo-hinh .*\[bkhcn-101-2019 → btp-313-2024\]$'
matches out 'chinh-sach .*\[bkhcn-101-2019\]$'

expect 0 framework check "$own/dung.xml"
expect 1 framework check "$own/sai.xml" --lang en
matches out 'sai\.xml:6:[0-9]+: error: .*coQuan/vaitro.* \[QMS-MH-021\]$'
matches out 'sai\.xml:4:[0-9]+: error: .*tenNganh.* \[QMS-AP-014\]$'
for file in toi-da-am toi-da-khong; do
  expect 1 framework check "$own/$file.xml"
  expect 2 validate --framework "$own/$file.xml" "$SOURCE/examples/xml/ubnd-xa.xml"
  matches err "$file\.xml:5:[0-9]+: .*\[QMS-AP-018\]$"
done
expect 2 framework check "$own/mau/nganh.xml"
expect 2 framework check no-such.xml
expect 2 framework check
says err "còn thiếu: check TỆP"
expect 2 framework show
says err "còn thiếu: show MÃ"
expect 2 framework show --lang en
says err "something is missing: show ID"
expect 2 framework write x --lang en
says err "list, show, check"

expect 0 new --framework "$own/dung.xml" --agency-type nganhDoc --name X -o x.xml
expect 0 validate --framework "$own/dung.xml" x.xml
says out "quy chế tiếp công dân"
finish
