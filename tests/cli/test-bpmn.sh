# SPDX-License-Identifier: Apache-2.0
# BPMN files of procedures: one in a file, several in a directory, in the profile that is asked for.
. "$(dirname "$0")/lib.sh"
example="$SOURCE/examples/xml/lien-thong.xml"

# By identifier, by code, and by the code of what it settles: always the same bytes.
expect 0 export bpmn "$example" --procedure QT-DD -o id.bpmn
expect 0 export bpmn "$example" --procedure 'QT 08/KT' -o code.bpmn
expect 0 export bpmn "$example" --procedure 3.990901
same id.bpmn code.bpmn
same id.bpmn out
xmllint --noout id.bpmn || fail "id.bpmn is not well-formed"

expect 0 export bpmn "$example" --procedure QT-DD --profile camunda7 -o camunda.bpmn
grep -q 'camunda:candidateGroups="VT-TN"' camunda.bpmn || fail "camunda7 has no candidate groups"
expect 2 export bpmn "$example" --procedure QT-DD --profile activiti --lang en
says err "generic|camunda7|flowable"

# Several need a directory; those without steps are named and left out.
expect 2 export bpmn "$example" --lang en
says err "a BPMN file holds one procedure"
mkdir all
expect 0 export bpmn "$example" -o all
[ "$(ls all | wc -l)" -eq "$(grep -c '<quyTrinh id=' "$example")" ] || fail "written: $(ls all)"
same id.bpmn all/QT-DD.bpmn
cat >bare.xml <<'END_OF_SYSTEM'
<heThong xmlns="urn:libqms:1">
  <quyTrinh id="QT-1"><ten>Không có bước</ten></quyTrinh>
  <quyTrinh id="QT-2"><ten>Có bước</ten><buoc id="B1"><ten>Làm</ten></buoc></quyTrinh>
</heThong>
END_OF_SYSTEM
expect 0 export bpmn bare.xml -o one.bpmn --lang en
says err "procedure «QT-1» has no steps and is left out"
expect 2 export bpmn bare.xml --procedure QT-1 --lang en
says err "procedure «QT-1» has no steps"
expect 2 export bpmn bare.xml --procedure QT-9 --lang en
says err "there is no procedure with the code «QT-9»"

# A name leads nowhere but into the directory, and no file takes the place of the system.
sed 's/QT-2/Quy.trình/' bare.xml >foreign.xml
mkdir inside
expect 2 export bpmn foreign.xml -o inside --lang en
says err "cannot be a file name"
[ -z "$(ls -A inside)" ] || fail "written: $(ls -A inside)"
cp bare.xml before.xml
expect 2 export bpmn bare.xml --procedure QT-2 -o bare.xml
same bare.xml before.xml
finish
