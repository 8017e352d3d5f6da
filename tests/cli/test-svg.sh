# SPDX-License-Identifier: Apache-2.0
# qms export svg: pages in files, one page on standard output, directories; the picture in the documents is current.
. "$(dirname "$0")/lib.sh"
system=$SOURCE/examples/xml/lien-thong.xml

expect 0 export svg "$system" --procedure QT-DD --whole
same out "$SOURCE/docs/pictures/lien-thong.svg"
expect 0 export svg "$system" --procedure QT-KS
says out 'width="297mm" height="210mm"'
says out "Đăng ký khai sinh"

# Several pages need files, one does not number them.
expect 2 export svg "$system" --procedure QT-DD --lang en
says err "the chart has 6 pages"
empty out
expect 0 export svg "$system" --procedure QT-DD -o dat-dai.svg --lang en
says err "dat-dai.svg: 6 pages, dat-dai-1.svg to dat-dai-6.svg"
[ "$(echo *.svg)" = "dat-dai-1.svg dat-dai-2.svg dat-dai-3.svg dat-dai-4.svg dat-dai-5.svg dat-dai-6.svg" ] || fail "$(echo *)"
says dat-dai-2.svg "Trang 2/6"
expect 0 export svg "$system" --procedure QT-KS -o khai-sinh.svg
[ -f khai-sinh.svg ] || fail "written: $(echo *.svg)"
command -v xmllint >/dev/null && { xmllint --nonet --noout ./*.svg || fail "not well-formed"; }

# All procedures into a directory; by the code of what a procedure settles.
mkdir charts
expect 0 export svg "$system" -o charts
[ -f charts/QT-DD-6.svg ] && [ -f charts/QT-KS.svg ] || fail "written: $(ls charts)"
expect 2 export svg "$system" --lang en
says err "a chart shows one procedure, here are"
expect 2 export svg "$system" --procedure KHONG-CO --lang en
says err "there is no procedure with the code «KHONG-CO»"

# A page takes the place of no input.
cp "$system" a-1.svg
expect 2 export svg a-1.svg --procedure QT-DD -o a.svg
same a-1.svg "$system"

# A procedure without steps has no chart: an error if it is asked for.
cat >empty.xml <<'END'
<heThong xmlns="urn:libqms:1"><quyTrinh id="Q"><ten>Không bước</ten></quyTrinh></heThong>
END
expect 2 export svg empty.xml --procedure Q
says err QMS-BP-101
expect 2 export svg empty.xml --lang en
says err "no procedure has steps"
finish
