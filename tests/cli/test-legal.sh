# SPDX-License-Identifier: Apache-2.0
# qms validate judges what is cited by the law of the day, and takes further acts from a file.
. "$(dirname "$0")/lib.sh"

cat >cites.xml <<'END'
<heThong xmlns="urn:libqms:1">
  <quyTrinh id="QT-01">
    <ten>Quy trình cấp bản sao từ sổ gốc</ten>
    <vienDan so="Nghị định số 61/2018/NĐ-CP">Nghị định về cơ chế một cửa</vienDan>
    <vienDan so="NĐ 118/2025/NĐ-CP">Nghị định về cơ chế một cửa</vienDan>
    <vienDan so="63/2010/NĐ-CP">Nghị định về kiểm soát thủ tục hành chính</vienDan>
    <vienDan so="7/2031/QĐ-UBND">Quyết định của tỉnh</vienDan>
  </quyTrinh>
</heThong>
END
findings () {
  expect 0 validate --fail-on never --format ndjson --lang en "$@" cites.xml
  grep -o 'QMS-PL-00[12]\|«[^»]*» is [a-z ]*on [0-9-]*\|«[^»]*» is not in force since [0-9-]*' out
}

findings --as-of 2025-06-30 >before
findings --as-of 2025-07-01 >after
says before "«118/2025/NĐ-CP» is issued or comes into force on 2025-07-01"
lacks before "61/2018"
says after "«61/2018/NĐ-CP» is not in force since 2025-07-01"
lacks after "118/2025/NĐ-CP» is"
lacks after "63/2010"
lacks after "7/2031"

cat >tinh.xml <<'END'
<vanBanPhapLuat xmlns="urn:libqms:1">
  <vanBan so="7/2031/QĐ-UBND" tuNgay="2031-02-01" doChacChan="daXacNhan"><ten>Quyết định của tỉnh</ten></vanBan>
</vanBanPhapLuat>
END
findings --as-of 2025-07-01 --legal tinh.xml >with
says with "«7/2031/QĐ-UBND» is issued or comes into force on 2031-02-01"
says with "«61/2018/NĐ-CP» is not in force since 2025-07-01"
expect 2 validate --legal cites.xml cites.xml --lang en
says err "vanBanPhapLuat"
expect 2 validate --legal none.xml cites.xml --lang en
finish
