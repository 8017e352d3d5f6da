# SPDX-License-Identifier: Apache-2.0
# qms coverage shows what answers to each clause and requirement, in every form.
. "$(dirname "$0")/lib.sh"
system=$SOURCE/examples/xml/ubnd-xa.xml

expect 0 coverage "$system" --as-of 2026-10-01
matches out '^9\.2 +đáp ứng '
matches out '^8\.3 +không áp dụng '
says out "lý do: "
expect 0 coverage "$system" --as-of 2026-10-01 --format json --lang en
json out
says out '"state": "met"'
expect 0 coverage "$system" --as-of 2026-10-01 --format html -o matrix.html
empty out
says matrix.html '<html lang="vi">'
lacks matrix.html "http"
expect 0 coverage "$system" --as-of 2026-10-01 --format csv --lang en
matches out '^"clause","4\.1",'
expect 0 coverage "$system" --as-of 2026-10-01 --format csv
matches out '^"điều khoản","4\.1",'
matches out '^"yêu cầu","chinh-sach",'

printf '<heThong xmlns="urn:libqms:1"/>' >nothing.xml
expect 1 coverage nothing.xml --lang en
matches out '^4\.1 +missing '
says out "wanted: vanDe"
says out "wanted: phamVi/ngoaiLe[dieuKhoan=8.3]"
expect 2 coverage "$SOURCE/data/legal/acts.xml" --lang en
matches err 'acts\.xml:3:[0-9]+: error: the root must be <heThong>, not <vanBanPhapLuat> \[QMS-AP-012\]$'
expect 1 coverage nothing.xml --framework bkhcn-101-2019
matches out '^boi-canh +còn thiếu '
expect 2 coverage nothing.xml --framework no-such

# What is judged does not choose what is opened; the clauses are shown all the same.
mkfifo pipe
printf '<heThong xmlns="urn:libqms:1" moHinhKhung="pipe"/>' >names-pipe.xml
expect 1 coverage names-pipe.xml --lang en
says out "there is no shipped framework «pipe»"
matches out '^4\.1 +missing '
matches out '^Clauses: 0 met, 0 partial, [0-9]+ missing, 0 excluded$'

# A new system has drafts and texts to fill in: rows are partial and say so.
expect 0 new --agency-type ubndCapXa --name X -o new.xml
expect 1 coverage new.xml --lang en
matches out '^9\.2 +partial '
says out "lacks: there is only a draft"
matches out '^X · bkhcn-101-2019 · [0-9-]+$'
expect 2 coverage nothing.xml --as-of 2026-02-30
expect 2 coverage
finish
