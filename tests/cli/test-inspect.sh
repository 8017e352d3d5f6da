# SPDX-License-Identifier: Apache-2.0
# qms inspect gives the verdict on each agency, in every form.
. "$(dirname "$0")/lib.sh"
mkdir systems
cp "$SOURCE/examples/xml/ubnd-xa.xml" "$SOURCE/examples/xml/so.xml" systems

expect 0 inspect systems --as-of 2026-10-01 --lang en
says out "Agencies: 2, conforming: 2, not conforming: 0, not assessed: 0"
cp "$SOURCE/examples/xml/quy-trinh-loi.xml" "$SOURCE/examples/xml/so-2008.xml" systems
expect 1 inspect systems --as-of 2026-10-01 -j 2
says out "4 cơ quan: 2 phù hợp, 2 chưa phù hợp, 0 chưa đánh giá"
matches out '^  D4  .*Chưa phù hợp$'
expect 1 inspect systems --as-of 2026-10-01 -j 1 --format html -o page.html
empty out
says page.html '<html lang="vi">'
lacks page.html "http"
expect 1 inspect systems --as-of 2026-10-01 --format json
json out
expect 1 inspect systems --as-of 2026-10-01 --format xml -o kiem-tra.xml
expect 0 validate kiem-tra.xml

# Every form gives the reasons, in the language asked for.
for format in text html csv json; do
  expect 1 inspect systems --as-of 2026-10-01 --lang en --format $format
  says out "D3"
  matches out '/buoc\[3\]/vaiTro \(line [0-9]+\): .* \[QMS-QT-013\]'
  says out "the system names no framework that is known"
  lacks out "không mục tiêu nào"
done

# Acts beside the library's and accepted findings count as with qms validate.
broken=$SOURCE/examples/xml/quy-trinh-loi.xml
printf '%s' '<heThong xmlns="urn:libqms:1"><boQua quyTac="QMS-QT-013" duongDan="/heThong" nguoiQuyetDinh="Chủ tịch"' \
  ' denNgay="2026-12-31">Sửa trong quý IV</boQua></heThong>' >bo-qua.xml
expect 1 inspect "$broken" --as-of 2026-10-01
says out "QMS-QT-013"
expect 1 inspect "$broken" --as-of 2026-10-01 --suppressions bo-qua.xml
lacks out "[QMS-QT-013]"
says out "QMS-QT-013, /heThong: Chủ tịch chấp nhận đến 31/12/2026, 1 phát hiện: Sửa trong quý IV"
says out "Số phát hiện được chấp nhận: 1"
expect 1 inspect "$broken" --as-of 2026-10-01 --suppressions bo-qua.xml --format json
says out '"reason": "Sửa trong quý IV"'
expect 1 inspect "$broken" --as-of 2026-10-01 --legal "$SOURCE/data/legal/acts.xml"
expect 2 inspect systems --suppressions missing.xml
expect 2 inspect systems --legal "$broken" --lang en
says err "the root must be <vanBanPhapLuat>, not <heThong>"

# What is no system is no agency; what cannot be read is not assessed. Both are said, and the others still inspected.
: >empty.xml
echo hello >hello.txt
for file in nofile.xml empty.xml hello.txt; do
  expect 2 inspect "$file" --lang en
  matches err "^$file:.*error: .* \[QMS-"
  says out "Agencies: 1, conforming: 0, not conforming: 0, not assessed: 1"
done
for file in "$SOURCE/data/legal/acts.xml" "$SOURCE/data/frameworks/bkhcn-101-2019.xml" kiem-tra.xml bo-qua.xml; do
  expect 2 inspect "$file" --lang en
  matches err '\.xml:[0-9:]+ error: .* \[QMS-AP-01[25]\]$'
  [ "$(cat out)" = "Agencies: 0, conforming: 0, not conforming: 0, not assessed: 0" ] || fail "$file: $(cat out)"
done
expect 2 inspect "$SOURCE/examples/xml/ubnd-xa.xml" kiem-tra.xml --as-of 2026-10-01
says out "1 cơ quan: 1 phù hợp, 0 chưa phù hợp, 0 chưa đánh giá"
printf '<heThong xmlns="urn:libqms:1"/>' >rong.xml
expect 1 inspect rong.xml
says out "rong.xml: Chưa đánh giá"

expect 2 inspect systems --jobs 0
expect 2 inspect systems --as-of tomorrow
expect 2 inspect systems --framework no-such
expect 2 inspect
finish
