# SPDX-License-Identifier: Apache-2.0
# qms workflow shows the ways through procedures and judges their times.
. "$(dirname "$0")/lib.sh"
system=$SOURCE/examples/xml/lien-thong.xml

expect 0 workflow "$system" --procedure "QT 08/KT"
says out "QT 08/KT  Đăng ký, cấp Giấy chứng nhận"
says out "bằng thời hạn · giảm 33,33% so với quy định"
says out "1 → 3 → 4 → 6 → 7 → 8 → 9 → 10 → 12 → 13; chuyển tay 8 lần"
lacks out "Các đường"
expect 0 workflow "$system" -p QT-DD --paths 2 --lang en
says out "equal to the limit · 33.33% less than the law allows"
says out "… and more"
expect 0 workflow "$system" --format json -o ways.json
empty out
json ways.json
expect 1 workflow "$SOURCE/tests/workflow/tong-buoc.xml"
says out "VƯỢT THỜI HẠN · thiếu 1,5 ngày"
expect 0 workflow "$SOURCE/tests/workflow/thuc-te.xml" -p P12
says out "chưa đủ thông tin"

cp "$SOURCE/tests/rules/QMS-LG-002/fail.xml" loop.xml
sed -i 's/<ketCuc ma="lai"/<ketCuc ma="lai2" den="B2"><ten>Lại<\/ten><\/ketCuc><ketCuc ma="lai"/' loop.xml
expect 1 workflow loop.xml --lang en
says out "NO WAY LEADS TO AN END"

# An outcome that leads to a step that is not there is no end.
cat >lost.xml <<END
<heThong xmlns="urn:libqms:1"><coQuan><ten>UBND xã Mẫu</ten></coQuan><quyTrinh id="Q" ma="QT 01" loai="tthc"><ten>Quy trình</ten>
<buoc id="B1" so="1" loai="thamDinh"><ten>Xem xét</ten><ketCuc ma="a" den="B9"><ten>Đạt</ten></ketCuc></buoc>
<buoc id="B2" so="2" loai="traKetQua"><ten>Trả</ten></buoc></quyTrinh></heThong>
END
expect 1 workflow lost.xml --lang en
says out "a «Đạt» → NO SUCH STEP «B9»"
expect 1 workflow lost.xml -f json
says out '"lost": "B9"'
for form in bpmn svg; do
  expect 2 export $form lost.xml -p Q
  says err "lost.xml:2:1: lỗi: bước «B1», kết cục «a»: không có bước «B9» nên không biết đi tiếp đâu [QMS-LG-101]"
done
expect 1 validate lost.xml
lacks out QMS-LG-001
lacks out QMS-LG-013
expect 0 case start lost.xml -p Q --at 2026-03-02T09:00 -o lost.json
expect 0 case next lost.json --lang en
says out "a  Đạt → no such step «B9»"
expect 2 case complete lost.json --at 2026-03-02T10:00
says err QMS-LG-101

expect 2 workflow "$system" -p nothing --lang en
says err "there is no procedure «nothing»"
expect 2 workflow "$system" --paths many --lang en
says err "--paths takes 0…10000, not «many»"
expect 2 workflow "$SOURCE/data/legal/acts.xml" --lang en
says err "the root must be <heThong>"
expect 2 workflow loop.xml -o loop.xml
expect 2 workflow
finish
