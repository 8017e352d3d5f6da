# SPDX-License-Identifier: Apache-2.0
# qms inspect gives the verdict on each agency, in every form.
. "$(dirname "$0")/lib.sh"
mkdir systems
cp "$SOURCE/examples/xml/ubnd-xa.xml" "$SOURCE/examples/xml/so.xml" systems

expect 0 inspect systems --as-of 2026-10-01 --lang en
says out "Agencies: 2, conforming: 2, not conforming: 0"
cp "$SOURCE/examples/xml/quy-trinh-loi.xml" "$SOURCE/examples/xml/cau-truc-sai.xml" systems
expect 1 inspect systems --as-of 2026-10-01 -j 2
says out "4 cơ quan: 2 phù hợp, 2 chưa phù hợp"
matches out '^  D4  .*Chưa phù hợp$'
expect 1 inspect systems --as-of 2026-10-01 -j 1 --format html -o page.html
empty out
says page.html '<html lang="vi">'
lacks page.html "http"
expect 1 inspect systems --as-of 2026-10-01 --format json
json out
expect 1 inspect systems --as-of 2026-10-01 --format xml -o kiem-tra.xml
expect 0 validate kiem-tra.xml

expect 2 inspect systems --jobs 0
expect 2 inspect systems --as-of tomorrow
expect 2 inspect systems --framework no-such
expect 2 inspect
finish
