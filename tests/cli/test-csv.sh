# SPDX-License-Identifier: Apache-2.0
# qms export csv and qms import csv: out, through a spreadsheet's habits, and back; all or nothing.
. "$(dirname "$0")/lib.sh"
system=$SOURCE/examples/xml/ubnd-xa.xml

for table in tthc risks records; do
  expect 0 export csv "$system" --table "$table" -o "$table.csv"
  [ "$(head -c 3 "$table.csv" | od -An -tx1 | tr -d ' ')" = efbbbf ] || fail "$table.csv has no mark"
  expect 0 import csv "$table.csv" --table "$table" --into "$system" -o "$table.xml" --lang en
  says err "rows: 0 new, 0 changed"
  expect 0 diff "$system" "$table.xml"
done

# As other programs save the same table.
python3 - <<'END' || fail "python3 cannot convert the table"
import csv
rows = list(csv.reader(open("risks.csv", encoding="utf-8-sig", newline=""), delimiter=";"))
with open("commas.csv", "w", encoding="utf-8", newline="") as out:
    csv.writer(out, lineterminator="\n").writerows([list(reversed(row)) for row in rows])
with open("unicode.csv", "w", encoding="utf-16", newline="") as out:
    csv.writer(out, delimiter="\t").writerows(rows)
with open("old.csv", "w", encoding="cp1258", errors="replace", newline="") as out:
    csv.writer(out, delimiter=";").writerows(rows)
END
for form in commas unicode; do
  expect 0 import csv $form.csv --table risks --into "$system" -o risks.xml
  expect 0 diff "$system" risks.xml
done

# What is changed in the table changes in the system.
printf 'ma;ten\n1.001193;Đăng ký khai sinh (mới)\n1.999999;Thủ tục mới\n' >changes.csv
expect 0 import csv changes.csv --table tthc --into "$system" -o full.xml --lang vi
says err "số dòng: 1 mới, 1 thay đổi"
expect 1 diff "$system" full.xml
says full.xml "Đăng ký khai sinh (mới)"
expect 0 import csv changes.csv --table tthc --into full.xml -o again.xml --lang en
says err "rows: 0 new, 0 changed"
same full.xml again.xml
expect 0 import csv changes.csv --table tthc
says out 'ma="1.999999"'
"$QMS" import csv - --table tthc <changes.csv >out 2>err || fail "import -: exit $?"
says out 'ma="1.999999"'

# Refused: nothing is written, and every bad file is named.
printf 'ma;ten\n1.00119;Khai sinh\n' >bad.csv
expect 2 import csv bad.csv missing.csv old.csv --table tthc --into "$system" -o full.xml --lang en
matches err '^bad.csv:2:1: error: .*1\.00119.*\[QMS-CV-210\]'
says err "missing.csv"
matches err '^old.csv:1:.*CSV UTF-8.*\[QMS-CV-201\]'
says err "nothing was written"
same full.xml again.xml
expect 2 import csv changes.csv --lang en
says err "--table tthc|risks|records"
expect 2 export csv "$system" --lang en
says err "--table tthc|risks|records"
expect 2 export csv "$system" --table steps
finish
