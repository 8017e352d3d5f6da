# SPDX-License-Identifier: Apache-2.0
# qms show prints an outline, a part, a single value.
. "$(dirname "$0")/lib.sh"
make_system xa.xml

expect 0 show xa.xml
matches out '^heThong'
matches out '^  coQuan  UBND xã Thới Hưng$'
matches out '^  moHinhKhung: bkhcn-101-2019$'
lacks out "    ten:"
expect 0 show --depth 2 xa.xml
matches out '^    ten: UBND xã Thới Hưng$'
matches out '^    loai: ubndCapXa \(.*\)$'
expect 0 show xa.xml coQuan/ten
[ "$(cat out)" = "UBND xã Thới Hưng" ] || fail "value: $(cat out)"
expect 0 show xa.xml /heThong/agency/name
[ "$(cat out)" = "UBND xã Thới Hưng" ] || fail "value: $(cat out)"
expect 0 show xa.xml 'quyTrinh[1]'
matches out '^quyTrinh\['
expect 2 show xa.xml 'quyTrinh[999]' --lang en
says err "quyTrinh[999]"
expect 2 show xa.xml /heThong/coQuam/ten --lang en
says err "«/heThong/coQuam/ten»: no «coQuam»; did you mean «coQuan»?"
expect 2 show xa.xml /moHinhKhung/ten --lang en
says err "«/moHinhKhung/ten»: the root is «heThong»"
expect 2 show xa.xml 'coQuan/ten/x' --lang en
says err "no «x»"
expect 2 show -d many xa.xml
expect 2 show missing.xml --lang en
says err "missing.xml: error: "
"$QMS" show - coQuan/ten <xa.xml >out || fail "show -: exit $?"
says out "UBND xã Thới Hưng"
finish
