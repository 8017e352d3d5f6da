# SPDX-License-Identifier: Apache-2.0
# qms convert loses nothing between XML and JSON; qms diff says what differs.
. "$(dirname "$0")/lib.sh"
make_system xa.xml

expect 0 convert xa.xml xa.json
json xa.json
expect 0 convert xa.json back.xml
same xa.xml back.xml
expect 0 convert --to json xa.xml -
same out xa.json
"$QMS" convert --from json --to xml - - <xa.json >out || fail "convert - -: exit $?"
same out xa.xml
expect 0 convert xa.xml xa.xml
same xa.xml back.xml
expect 2 convert --from json xa.xml none.json
[ ! -e none.json ] || fail "a file was written"
expect 0 convert xa.xml -o xa2.json
same xa2.json xa.json
expect 2 convert xa.xml xa3.json -o xa4.json
expect 2 convert xa.xml
expect 2 convert xa.xml no/such/place.xml

expect 0 diff xa.xml xa.json
empty out
sed 's/UBND xã Thới Hưng/UBND xã Thới Thuận/' xa.xml >other.xml
expect 1 diff xa.xml other.xml
says out "~ /heThong/coQuan/ten: «UBND xã Thới Hưng» → «UBND xã Thới Thuận»"
expect 1 diff --format json xa.xml other.xml
json out
says out '"kind": "changed"'
says out '"path": "/heThong/coQuan/ten"'
# Text that is long stands below the path, as it was and as it is.
sed 's/UBND xã Thới Hưng áp dụng/UBND xã Thới Thuận áp dụng/' xa.xml >other.xml
expect 1 diff xa.xml other.xml
matches out '^~ /heThong/phamVi/noiDung$'
matches out '^    - .*Thới Hưng áp dụng'
matches out '^    \+ .*Thới Thuận áp dụng'
expect 2 diff xa.xml missing.xml
finish
