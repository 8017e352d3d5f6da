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
says out "có bước chưa ghi thời gian"

cp "$SOURCE/tests/rules/QMS-LG-002/fail.xml" loop.xml
sed -i 's/<ketCuc ma="lai"/<ketCuc ma="lai2" den="B2"><ten>Lại<\/ten><\/ketCuc><ketCuc ma="lai"/' loop.xml
expect 1 workflow loop.xml --lang en
says out "NO WAY LEADS TO AN END"
expect 2 workflow "$system" -p nothing --lang en
says err "there is no procedure «nothing»"
expect 2 workflow "$system" --paths many --lang en
says err "--paths takes 0…10000, not «many»"
expect 2 workflow "$SOURCE/data/legal/acts.xml" --lang en
says err "the root must be <heThong>"
expect 2 workflow loop.xml -o loop.xml
expect 2 workflow
finish
