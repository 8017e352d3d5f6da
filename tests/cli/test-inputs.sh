# SPDX-License-Identifier: Apache-2.0
# A report takes the place of no file that was read, whatever name leads to it.
. "$(dirname "$0")/lib.sh"
make_system xa.xml
cp xa.xml before.xml
cp "$SOURCE/tests/framework/dung.xml" khung.xml
cp -r "$SOURCE/tests/framework/mau" .
mkdir nhieu
cp xa.xml nhieu
ln -s xa.xml lien-ket.xml
ln xa.xml cung-tep.xml
expect 0 export portal "$SOURCE/examples/xml/ubnd-xa.xml" --procedure 3.990007 -o cong.json
cp cong.json cong-truoc.json

for output in xa.xml ./xa.xml lien-ket.xml cung-tep.xml; do
  for command in validate inspect coverage "export portal"; do
    # shellcheck disable=SC2086 # words
    expect 2 $command xa.xml -o "$output"
    says err "$output"
    same xa.xml before.xml
  done
done
expect 2 validate nhieu -o nhieu/xa.xml --lang en
says err "this file is an input and would be replaced"
expect 2 inspect nhieu -o nhieu/xa.xml
same nhieu/xa.xml before.xml

# Files that options name are read too.
cp khung.xml khung-truoc.xml
expect 2 validate xa.xml --framework khung.xml -o khung.xml
expect 2 inspect xa.xml --framework khung.xml -o khung.xml
expect 2 coverage xa.xml --framework khung.xml -o khung.xml
expect 2 new --framework khung.xml --agency-type ubndCapXa --name A -o khung.xml
expect 2 migrate xa.xml --to khung.xml -o khung.xml
same khung.xml khung-truoc.xml
expect 2 import portal cong.json -o cong.json
same cong.json cong-truoc.json

# What is about systems says so of other files.
printf '<?xml version="1.0" encoding="UTF-8"?>\n<vanBanPhapLuat xmlns="urn:libqms:1"/>\n' >luat.xml
for command in "workflow luat.xml" "export portal luat.xml" "export bpmn luat.xml" "export svg luat.xml" "export html luat.xml -o trang" \
  "export csv luat.xml --table tthc" "import portal cong.json --into luat.xml -o moi.xml"; do
  # shellcheck disable=SC2086 # words
  expect 2 $command --lang en
  says err "luat.xml"
  says err "the root must be <heThong>"
done
[ ! -e trang ] && [ ! -e moi.xml ] || fail "something was written"

# Commands that give a document back may write it where it was.
expect 0 convert xa.xml xa.xml
same xa.xml before.xml
expect 0 import portal cong.json --into xa.xml -o xa.xml
says xa.xml 3.990007
finish
