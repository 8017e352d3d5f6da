# SPDX-License-Identifier: Apache-2.0
# qms new gives a system that holds no error and lists what the agency must still decide.
. "$(dirname "$0")/lib.sh"

expect 0 new --framework bkhcn-101-2019 --agency-type ubndCapXa --name "UBND xã Thới Hưng" -o xa.xml
empty out
says xa.xml "UBND xã Thới Hưng"
says xa.xml "[["
expect 0 validate xa.xml --fail-on error
says out "[["
matches out '^xa\.xml:[0-9]+:[0-9]+: '
matches out '^1 tệp: 0 lỗi, '
expect 1 validate xa.xml --fail-on info

expect 0 new --agency-type ubndCapXa --name "UBND xã Thới Hưng"
same out xa.xml
expect 0 new --agency-type ubndCapXa --name "UBND xã Thới Hưng" -o xa.json
json xa.json

expect 2 new --agency-type ubndCapXa --lang en
says err "--name"
expect 2 new --name X --lang en
says err "--agency-type"
expect 2 new --agency-type xa --name X --lang en
says err "ubndCapXa"
expect 2 new --agency-type ubndCapXa --name "" --lang en
says err "--name takes the name of an agency"
expect 2 new --agency-type ubndCapXa --name "   " --lang en -o none.xml
says err "--name takes the name of an agency"
[ ! -e none.xml ] || fail "a system without a name was written"
expect 0 new --framework btp-313-2024 --agency-type ubndCapXa --name X --lang en -o khac.xml
says err "the framework «btp-313-2024» is not for agencies of this type"
expect 0 validate --lang en --fail-on never khac.xml
says out "[QMS-PL-014]"
expect 0 new --framework btp-313-2024 --agency-type nganhDoc --name X -o dung.xml
empty err
expect 2 new --framework no-such --agency-type ubndCapXa --name X --lang en -o none.xml
says err "no-such"
[ ! -e none.xml ] || fail "a file was written"
expect 2 new --agency-type ubndCapXa --name "$(printf 'x\377')" --lang en
says err "UTF-8"
finish
