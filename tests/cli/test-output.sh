# SPDX-License-Identifier: Apache-2.0
# Output is written as a whole or not at all.
. "$(dirname "$0")/lib.sh"
make_system xa.xml
mkdir closed
echo old >old.txt

# A full device is an error, not a silent loss.
for arguments in "new --agency-type ubndCapXa --name A" "validate xa.xml" "rules" "rules -f json" "show xa.xml" \
  "format xa.xml" "convert --to json xa.xml -" "schema xsd" "framework list" "explain QMS-XM-001" "--help" "--version"; do
  # shellcheck disable=SC2086 # words
  "$QMS" $arguments >/dev/full 2>err
  status=$?
  [ "$status" -eq 2 ] || fail "qms $arguments >/dev/full: exit $status"
  [ -s err ] || fail "qms $arguments >/dev/full: silent"
done
for arguments in "new --agency-type ubndCapXa --name A -o" "validate xa.xml -o" "schema xsd -o" "convert xa.xml"; do
  # shellcheck disable=SC2086 # words
  "$QMS" $arguments /dev/full 2>err
  status=$?
  [ "$status" -eq 2 ] || fail "qms $arguments /dev/full: exit $status"
  [ -c /dev/full ] || fail "/dev/full was replaced"
done

# No room, no directory, a directory in the way: the old file stays, nothing is left behind.
(ulimit -f 1 && trap '' XFSZ && "$QMS" schema xsd -o old.txt 2>err)
[ "$?" -eq 2 ] || fail "no room: no error"
[ "$(cat old.txt)" = old ] || fail "no room: the old file is gone"
(ulimit -f 1 && trap '' XFSZ && "$QMS" new --agency-type ubndCapXa --name A -o old.txt 2>err)
[ "$?" -eq 2 ] || fail "no room for a document: no error"
[ "$(cat old.txt)" = old ] || fail "no room for a document: the old file is gone"
expect 2 validate xa.xml -o none/report.txt
expect 2 schema xsd -o closed
expect 2 convert xa.xml closed
[ "$(ls -A)" = "$(printf 'closed\nerr\nold.txt\nout\nxa.xml')" ] || fail "left behind: $(ls -A)"

# The message speaks one language, names no temporary file, and of an old file only if there is one.
expect 2 schema xsd -o none/xa.xsd
[ "$(cat err)" = "none/xa.xsd: lỗi: không ghi được: không có tệp hoặc thư mục này [QMS-IO-003]" ] || fail "$(cat err)"
(ulimit -f 1 && trap '' XFSZ && "$QMS" schema xsd --lang en -o old.txt 2>err)
[ "$(cat err)" = "old.txt: error: cannot write: the file is too large; the old file is untouched [QMS-IO-003]" ] ||
  fail "$(cat err)"
expect 2 validate missing.xml -o report.txt
empty err
says report.txt "missing.xml: lỗi: không mở được tệp: không có tệp hoặc thư mục này"
rm report.txt

# The mode of an old file stays, a link stays a link.
for arguments in "validate xa.xml -o" "new --agency-type ubndCapXa --name A -o" "convert xa.xml"; do
  echo old >old.txt
  chmod 604 old.txt
  ln -sf old.txt link.txt
  # shellcheck disable=SC2086 # words
  "$QMS" $arguments link.txt >/dev/null || fail "qms $arguments link.txt: exit $?"
  [ -L link.txt ] || fail "qms $arguments: the link was replaced"
  [ "$(cat old.txt)" != old ] || fail "qms $arguments: not written"
  [ "$(stat -c %a old.txt)" = 604 ] || fail "qms $arguments: mode $(stat -c %a old.txt)"
done
finish
