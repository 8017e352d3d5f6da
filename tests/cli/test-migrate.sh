# SPDX-License-Identifier: Apache-2.0
# qms migrate moves a system of 2008 to the framework of 2015 and lists what people have to do.
. "$(dirname "$0")/lib.sh"

expect 0 new --framework bkhcn-2968-2010 --agency-type ubndCapHuyen --name "UBND huyện Mẫu" -o cu.xml
says cu.xml 'loai="kiemSoatTaiLieu"'
expect 0 migrate cu.xml --to bkhcn-101-2019 -o moi.xml --lang en
says out "What people have to do:"
matches out '^- /heThong/quyTrinh\[QT-HT-01\]: .*«Quy trình kiểm soát tài liệu», «Quy trình kiểm soát hồ sơ»'
says out "[[…]]"
says moi.xml 'moHinhKhung="bkhcn-101-2019"'
says moi.xml 'tieuChuan="tcvnIso9001-2015"'
for kind in thongTinVanBan ruiRoCoHoi danhGiaNoiBo khongPhuHop xemXetLanhDao; do
  [ "$(grep -c "loai=\"$kind\"" moi.xml)" -eq 1 ] || fail "not one procedure of the kind $kind"
done
lacks moi.xml 'loai="kiemSoatHoSo"'
says moi.xml 'canCu="01/2018/TT-VPCP"'
expect 0 validate moi.xml --fail-on error

expect 0 migrate cu.xml --to bkhcn-101-2019 --lang en
same out moi.xml
says err "What people have to do:"
expect 0 migrate cu.xml --to bkhcn-101-2019 --report json -o moi.json
json out
json moi.json

expect 0 migrate cu.xml --as-of 2026-01-31 -o mau.xml --lang en
says mau.xml 'moHinhKhung="bkhcn-2968-2010"'
says mau.xml 'ma="Mẫu số 06" loai="kiemSoat" canCu="03/2025/TT-VPCP"'
lacks mau.xml 'canCu="01/2018/TT-VPCP"'
says out "Thông báo dừng giải quyết hồ sơ"
expect 0 migrate cu.xml --as-of 2025-06-30 -o cung.xml --lang en
same cung.xml cu.xml
says out "Nothing is left to do."

expect 2 migrate cu.xml --lang en
says err "--to"
expect 2 migrate moi.xml --to bkhcn-2968-2010 --lang en
says err "does not say how"
expect 2 migrate cu.xml --to no-such --lang en
for day in 2026-02-30 tomorrow +026-01-01 " 2026-1-31" "2026- 1- 1" 2026-01-311 0000-01-01 ""; do
  expect 2 migrate cu.xml --as-of "$day" --lang en
  says err "a day of the calendar as YYYY-MM-DD, not «$day»"
  expect 2 validate cu.xml --as-of "$day" --lang en
  says err "a day of the calendar as YYYY-MM-DD, not «$day»"
done

cp cu.xml tai-cho.xml
expect 0 migrate tai-cho.xml --to bkhcn-101-2019 -o tai-cho.xml
same tai-cho.xml moi.xml
finish
