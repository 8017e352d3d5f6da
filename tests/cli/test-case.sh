# SPDX-License-Identifier: Apache-2.0
# qms case follows a dossier: what happens, what is refused, what is shown.
. "$(dirname "$0")/lib.sh"
system=$SOURCE/examples/xml/lien-thong.xml

expect 0 case start "$system" -p 3.990901 --scenario TH-HS --at 2026-03-02T09:00 --code H99.45-260302-0001 -o case.json
empty out
says err "case.json: Được tiếp nhận: B-DD-1"
expect 0 validate case.json
expect 0 convert case.json -o case.xml

# What is shown.
expect 0 case status case.xml --at "2026-03-02 10:00" --lang en
says out "Status: 2 Received"
says out "Due: 2026-03-16 17:00 · 10 working days 6 hours left · Open, within its time"
expect 1 case status case.json --at 2026-03-16T17:01:00+07:00 --format json
json out
says out '"timeliness": "quaHan"'
expect 0 case status case.json --at 2026-03-02T09:30 --soon 60
says out "Đang giải quyết, trong hạn"
expect 0 case next case.json --lang en
says out "tuChoi  Không thuộc thẩm quyền → the end"
expect 0 case next case.json --format json
json out
says out '"B-DD-3"'

# What happens, in place and elsewhere, in the format of the file.
expect 0 case complete case.xml --outcome hopLe --at 2026-03-02T10:00 --actor tn01 --note "Đủ giấy tờ"
says case.xml '<suKien luc="2026-03-02T10:00:00+07:00" loai="xongBuoc" buoc="B-DD-1" ketCuc="hopLe"'
expect 0 case complete case.xml --at 2026-03-02T11:00 -o next.json
says next.json '"step": "B-DD-4"'
lacks case.xml 'buoc="B-DD-4" tu='
expect 0 case pay next.json --at 2026-03-03T08:00 --note "Nộp lệ phí"
expect 0 case status next.json --at 2026-04-01T08:00 --lang en
says out "Status: 6 Financial duty to be met"
says out "Clock stopped since: 2026-03-03 08:00"
expect 0 case resume next.json --at 2026-03-04T08:00
expect 0 case extend next.json --at 2026-03-05T08:00 --due 2026-03-30T17:00 --note "Chờ xác minh"
expect 0 case hand-over next.json --at 2026-03-06T08:00 --agency "UBND tỉnh Hòa Mẫu" --agency-code H99
expect 0 case withdraw next.json --at 2026-03-06T09:00
says err "Công dân yêu cầu rút hồ sơ"
expect 0 case log next.json
matches out "^08:00, 05/03/2026  Xin lỗi, hẹn lại ngày trả"
expect 0 case log next.json --format json
json out
expect 0 case slip next.json --kind xinLoi
says out "Mẫu số 04 – 03/2025/TT-VPCP"
says out "Ngày hẹn mới: 17:00, 30/03/2026"
expect 0 case slip next.json --format json
json out

# From standard input to standard output.
"$QMS" case complete - --outcome hopLe --at 2026-03-02T10:00 <case.json >piped.json 2>err || fail "piped: $(cat err)"
says piped.json '"step": "B-DD-3"'

# Papers are those of the administrative procedure; organisations are told.
expect 0 case start "$system" -p 3.990901 --scenario TH-HS --at 2026-03-02T09:00 --helped-at "Điểm hỗ trợ thôn Mẫu" --received-at "UBND xã Hòa Mẫu" -o told.json
says told.json '"Giấy tờ về quyền sử dụng đất (nếu có)"'
says told.json '"Điểm hỗ trợ thôn Mẫu"'
expect 0 validate told.json
expect 0 case slip told.json --kind tiepNhan
says out "Đơn đăng ký, cấp Giấy chứng nhận quyền sử dụng đất"
expect 0 case start "$system" -p 3.990901 --scenario TH-HS --at 2026-03-02T09:00 --decided-by "UBND tỉnh Hòa Mẫu" -o decided.json
expect 0 convert decided.json -o decided.xml
says decided.xml "<coQuanGiaiQuyet>UBND tỉnh Hòa Mẫu</coQuanGiaiQuyet>"

# A reason is due for the outcome of a step as for a request; the second apology is what is noted.
expect 0 case start "$system" -p 3.990901 --scenario TH-HS --at 2026-03-02T09:00 -o reason.xml
expect 0 case complete reason.xml --outcome tuChoi --at 2026-03-02T10:00
expect 0 validate reason.xml --lang en
says out "«Refused; handling ends» gives no reason [QMS-VV-009]"
says out "at: /hoSoTTHC/suKien[2]"
expect 0 case start "$system" -p 3.990901 --scenario TH-HS --at 2026-03-02T09:00 -o again.xml
for day in 20 25; do
  expect 0 case extend again.xml --at 2026-03-03T09:00 --due 2026-03-${day}T17:00 --note "Chờ xác minh"
done
expect 0 validate again.xml
matches out "^again.xml:$(grep -n 'loai="xinLoi.*2026-03-25' again.xml | cut -d: -f1):.*QMS-VV-008"

# A procedure stands for the administrative procedure that it handles.
expect 0 case start "$system" -p QT-DD --scenario TH-HS --at 2026-03-02T09:00 -o by-id.json
says by-id.json '"procedure_code": "3.990901"'
sed 's/<thuTuc id="\([^"]*\)" ma="3.990901"/<thuTuc id="\1-2" ma="3.990902" quyTrinh="QT-DD"><ten>Thủ tục khác<\/ten><\/thuTuc>&/' "$system" >two.xml
expect 2 case start two.xml -p QT-DD --scenario TH-HS --at 2026-03-02T09:00 --lang en
says err "several administrative procedures are handled by «QT-DD»; name one: 3.990902, 3.990901"
expect 2 case start "$system" -p 3.990901 --at 2026-03-02T09:00
says err "QMS-VV-126"

# Once it is late, by how much; on the evening of the day no working time has run yet. Withdrawn, nothing is late.
expect 1 case status case.json --at 2026-03-16T20:00 --lang en
says out "Due: 2026-03-16 17:00 · overdue"
lacks out "0 minutes"
expect 1 case status case.json --at 2026-03-17T09:00
says out "quá hạn 1 giờ"
expect 0 case status next.json --at 2026-03-07T09:00
matches out "^Hạn: 17:00, 30/03/2026$"
expect 2 case status case.json --at 2026-03-02T08:59 --lang en
says err "the case was received only at 2026-03-02 09:00"

# Another calendar, another case over one that has begun, a limit that is none.
printf '<lich xmlns="urn:libqms:1" ma="x" duaTren="vn"><ten>X</ten></lich>' >calendar.xml
expect 2 case status case.json --calendar calendar.xml --at 2026-03-03T09:00 --lang en
says err "the case is counted by the calendar «vn», not by «x»"
expect 0 case start "$system" -p 3.990901 --scenario TH-HS --calendar calendar.xml --at 2026-03-02T09:00 -o own.json
expect 2 case status own.json --at 2026-03-03T09:00 --lang en
says err "--calendar"
expect 0 case status own.json --calendar calendar.xml --at 2026-03-02T09:30
cp own.json own-before.json
expect 2 case start "$system" -p 3.990901 --scenario TH-HS --at 2026-03-02T09:00 -o own.json --lang en
says err "a case that has begun"
same own.json own-before.json
expect 2 case start "$system" -p 3.990901 --scenario TH-HS --limit "2 ngày" --same-day
expect 2 case start "$system" -p 3.990901 --scenario TH-HS --limit "0 ngày" --lang en
says err "it takes no time"
expect 0 case start "$system" -p 3.990901 --scenario TH-HS --limit "02 (hai) ngày làm việc" --at 2026-03-02T09:00 -o words.json
says words.json '"limit": "2 ngayLamViec"'
expect 0 case slip words.json --kind tiepNhan --lang en
says out "2 working days"
expect 2 due --duration "0 ngày" --start 2026-03-02T09:00

# What is refused leaves the file as it was.
cp case.json before.json
expect 2 case complete case.json --at 2026-03-02T10:00 --lang en
says err "QMS-VV-104"
expect 2 case complete case.json --step B-DD-3 --at 2026-03-02T10:00
says err "QMS-VV-102"
expect 2 case refuse case.json --at 2026-03-01T10:00
says err "QMS-VV-105"
expect 2 case complete case.json --outcome hopLe --at 2026-02-30T10:00 --lang en
says err "is no moment"
expect 2 case extend case.json
expect 2 case hand-over case.json
expect 2 case slip case.json --kind dungGiaiQuyet
says err "QMS-VV-115"
expect 2 case status case.json --soon x
same case.json before.json
sed 's/duocTiepNhan/daTraKetQua/' case.json >forged.json
expect 2 case status forged.json
says err "QMS-VV-122"
expect 1 validate forged.json
says out "QMS-VV-006"

# Wrong usage.
expect 2 case
expect 2 case strat "$system" --lang en
says err "did you mean «start»?"
expect 2 case status "$system" --lang en
says err "this is no case"
expect 2 case start "$system" --lang en
expect 2 case start "$system" -p none
expect 2 case start "$system" -p QT-DD --code H99-1
says err "QMS-VV-116"
expect 2 case start "$system" -p QT-DD --scenario none --at 2026-03-02T09:00
expect 2 case start "$system" -p QT-DD --limit soon
expect 2 case next case.json --outcome hopLe --lang en
says err "unknown option"
expect 0 case complete --help --lang en
says out "--outcome=CODE"
lacks out "--procedure"
finish
