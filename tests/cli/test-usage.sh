# SPDX-License-Identifier: Apache-2.0
# Help, version, unknown commands and options, in two languages.
. "$(dirname "$0")/lib.sh"

commands="new validate rules explain show format diff convert import export schema framework"

expect 0 --version
matches out '^qms [0-9]+\.[0-9]+\.[0-9]+$'
expect 0 --help
for command in $commands; do
  matches out "^  $command  "
done

for command in $commands; do
  expect 0 "$command" --help
  says out "Cách dùng: qms $command"
  expect 0 "$command" -h --lang en
  says out "Usage: qms $command"
  empty err
  expect 2 "$command" --no-such-option
  says err "không có tùy chọn «--no-such-option»"
  expect 2 "$command" --lang=fr
  says err "vi|en"
done

expect 2
says err "LỆNH"
expect 0 convert --help
says out "Cách dùng: qms convert [TÙY CHỌN]… VÀO RA"
says out "--output=TỆP"
expect 0 rules --help
! grep -n ' $' out || fail "a blank at the end of a line"
expect 2 valdate
says err "có phải «validate»?"
expect 2 --lang en valdate
says err "did you mean «validate»?"
expect 2 frobnicate --lang en
lacks err "did you mean"

expect 2 validate --lang en
says err "FILE"
expect 2 validate --formt json x.xml --lang en
says err "did you mean «--format»?"
expect 2 validate --lan=en x.xml
says err "có phải «--lang»?"
expect 2 validate --lang en --lenien x.xml
says err "unknown option «--lenien»; did you mean «--lenient»?"
expect 2 validate --lang en --frame bkhcn-101-2019 x.xml
says err "unknown option «--frame»; did you mean «--framework»?"
expect 2 --vers --lang en
says err "did you mean «--version»?"
expect 2 validate --lang en --format yaml x.xml
says err "text|json|ndjson|sarif|junit"
expect 2 validate --lang en x.xml --format
says err "--format needs a value"
expect 2 validate --lang en --progress=yes x.xml
says err "--progress takes no value"
expect 2 validate --lang en -x x.xml
says err "«-x»"
expect 2 diff --lang en a b c
says err "«c»"
finish
