# SPDX-License-Identifier: Apache-2.0
# qms validate --suppressions: accepted findings stay visible in every form, and the file itself is checked.
. "$(dirname "$0")/lib.sh"

cat >xa.xml <<'END'
<heThong xmlns="urn:libqms:1">
  <taiLieuNoiBo ngayBanHanh="2026-01-05"><ten>Sổ tay chất lượng</ten></taiLieuNoiBo>
</heThong>
END
# suppressions FILE RULE PATH UNTIL WHO
suppressions () {
  cat >"$1" <<END
<heThong xmlns="urn:libqms:1">
  <boQua quyTac="$2" duongDan="$3" nguoiQuyetDinh="$5" denNgay="$4">Đang cấp mã.</boQua>
</heThong>
END
}
run () {
  wanted=$1
  shift
  expect "$wanted" validate --as-of 2026-10-01 --lang en "$@"
}

suppressions good.xml QMS-HT-042 '/heThong/taiLieuNoiBo[1]' 2026-12-31 "Chủ tịch"
run 0 --suppressions good.xml xa.xml
says out "accepted until 2026-12-31 by Chủ tịch: Đang cấp mã."
says out "1 accepted"
lacks out "good.xml"
run 0 --suppressions good.xml --format json xa.xml
json out
says out '"suppressed": {'
says out '"reason": "Đang cấp mã."'
run 0 --suppressions good.xml --format sarif xa.xml
json out
says out '"kind": "external"'
run 0 --suppressions good.xml --format junit xa.xml
says out '<skipped message="Đang cấp mã. (Chủ tịch, 2026-12-31)"/>'
run 0 xa.xml
lacks out "accepted"

# It is read once, however many files there are: a pipe will do.
cp xa.xml xb.xml
mkfifo pipe
cat good.xml >pipe &
run 0 --jobs 1 --suppressions pipe xa.xml xb.xml
says out "2 accepted"

suppressions expired.xml QMS-HT-042 /heThong 2026-09-30 "Chủ tịch"
run 0 --suppressions expired.xml xa.xml
says out "expired.xml:2:"
says out "[QMS-BQ-001]"
lacks out "accepted until"
run 1 --suppressions expired.xml --fail-on warning xa.xml

suppressions unmatched.xml QMS-HT-042 /heThong/quyTrinh[KHONG] 2026-12-31 "Chủ tịch"
run 0 --suppressions unmatched.xml --format ndjson xa.xml
matches out '"file":"unmatched.xml".*"rule":"QMS-BQ-002"|"rule":"QMS-BQ-002".*"file":"unmatched.xml"'
suppressions unknown.xml QMS-HT-999 /heThong 2026-12-31 "Chủ tịch"
run 0 --suppressions unknown.xml xa.xml
says out "[QMS-BQ-004]"
suppressions forbidden.xml QMS-CT-011 /heThong 2026-12-31 "Chủ tịch"
run 0 --suppressions forbidden.xml xa.xml
says out "[QMS-BQ-003]"
suppressions nobody.xml QMS-HT-042 /heThong 2026-12-31 ""
run 1 --suppressions nobody.xml xa.xml
matches out '^nobody.xml:2:.*nguoiQuyetDinh.*\[QMS-CT-011\]'
lacks out "accepted until"

expect 1 inspect --suppressions expired.xml --as-of 2026-10-01 --lang en xa.xml
says err "expired.xml:2:"
says err "[QMS-BQ-001]"

echo '<vanBanPhapLuat xmlns="urn:libqms:1"/>' >acts.xml
run 2 --suppressions acts.xml xa.xml
matches err '^acts.xml:1:.*<heThong>, not <vanBanPhapLuat>'
run 2 --suppressions xa.xml xa.xml
matches err '^xa.xml:2:.*holds only <boQua>.*«taiLieuNoiBo»'
run 2 --suppressions none.xml xa.xml
says err "none.xml"
finish
