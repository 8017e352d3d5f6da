# SPDX-License-Identifier: Apache-2.0
# qms due works out when limits end, in words and for machines, and says how sure that is.
. "$(dirname "$0")/lib.sh"

expect 0 due --lang vi --start 2026-02-13T15:30 --duration "5 ngày làm việc"
says out "Hạn: thứ Sáu, 17:00, 27/02/2026"
says out "Tết Nguyên đán"
says out "Số ngày nghỉ hằng tuần: 4"
lacks out "Chưa chắc chắn"

expect 0 due --lang en --calendar vn --start 2026-01-05T10:00 --duration "5 ngayLamViec" --until 2026-01-12T09:00
says out "Due: Saturday, 2026-01-10 17:00"
says out "Overdue by: 1 hour"
says out "worked instead of another day"
says out "Not sure"

expect 0 due --lang en --start 2026-03-02T10:00 --duration "2 ngayLamViec" --until 2026-03-03T16:00
says out "Left: 1 working day 1 hour (540 minutes)"

expect 0 due --lang en --start 2026-03-02T09:00 --until 2026-03-03T17:00
says out "End: Tuesday, 2026-03-03 17:00"
says out "(900 minutes)"

expect 0 due --start 2026-03-02T15:01 --same-day --format json
says out '"due": "2026-03-03T17:00:00+07:00"'
says out '"weekday": "tuesday"'
says out '"certainty": "sure"'
lacks out '"remaining_minutes"'

expect 0 due --start 2026-01-05T10:00 --duration "5 ngayLamViec" --until 2026-01-12T09:00 --format json
says out '"remaining_minutes": -60'
says out '"kind": "worked"'
says out '"certainty": "unsure"'

expect 0 due --start 2028-01-03T09:00 --duration "1 tháng" --lang en
says out "outside the years"
expect 0 due --start 2026-03-06T16:00 --duration "2 giờ làm việc" --calendar "$SOURCE/examples/xml/lich-mot-cua.xml" --format json
says out '"due": "2026-03-07T08:30:00+07:00"'
expect 0 due --same-day

expect 2 due
expect 2 due --same-day --duration "1 ngày"
expect 2 due --duration "5 tuần" --lang en
says err "no time limit"
expect 2 due --duration "1 ngày" --start 2026-02-30T10:00
expect 2 due --duration "1 ngày" --start 2026-03-02T10:00 --until tomorrow
expect 2 due --duration "1000 năm" --start 2026-03-02T10:00
expect 2 due --same-day --calendar nowhere --lang en
says err "no calendar «nowhere»"
expect 2 due --same-day --calendar "$SOURCE/examples/xml/so.xml" --lang en
says err "<lich>"
finish
