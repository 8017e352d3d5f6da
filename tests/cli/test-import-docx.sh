# SPDX-License-Identifier: Apache-2.0
# qms import docx: documents that an export wrote, in again; the report; one bad file among others.
. "$(dirname "$0")/lib.sh"
example=$SOURCE/examples/xml/lien-thong.xml

expect 0 export docx "$example" --template procedure --procedure QT-DD -o mot.docx
expect 0 import docx mot.docx -o new.xml --lang en
says err "took over a procedure from 1 of 1 files"
says out "mot.docx "
says new.xml "<quyTrinh"
expect 0 validate new.xml --fail-on never

# The report in its other forms.
expect 0 import docx mot.docx -o new.xml --report json
json out
says out '"confidence": '
expect 0 import docx mot.docx -o new.xml --report html --lang vi
says out "<!DOCTYPE html>"
says out "Đối chiếu tài liệu Word đã nhập"
expect 2 import bpmn mot.docx --report html --lang en
says err "--report html is for Word documents"

# Where the system goes to standard output, the report does not.
expect 0 import docx mot.docx --lang en
says out "<heThong"
says err "mot.docx "

# One that cannot be read is reported; the others are imported.
printf '\320\317\021\340\241\261\032\341 old' >old.doc
echo nonsense >bad.docx
expect 2 import docx bad.docx mot.docx old.doc missing.docx -o some.xml --lang en
says out "bad.docx:"
says out "old.doc:"
says out "missing.docx:"
says err "took over a procedure from 1 of 4 files"
says some.xml "<quyTrinh"
expect 2 import docx bad.docx -o none.xml --lang en
says err "nothing was written"
[ ! -e none.xml ] || fail "none.xml was written"

# Twice the same is once.
expect 0 import docx mot.docx --into new.xml -o again.xml --lang en
says out "QMS-DX-209"
[ "$(grep -c '<quyTrinh' again.xml)" -eq "$(grep -c '<quyTrinh' new.xml)" ] || fail "the procedure is there twice"
expect 2 import docx mot.docx -o mot.docx
finish
