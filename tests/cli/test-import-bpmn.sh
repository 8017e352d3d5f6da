# SPDX-License-Identifier: Apache-2.0
# qms import bpmn: a process of each file, what is said about it, and out and in again.
. "$(dirname "$0")/lib.sh"
faults=$SOURCE/tests/interop/faults
make_system xa.xml

expect 0 import bpmn "$faults/several-processes.bpmn" -o new.xml --lang en
says err "took over a process from 1 of 1 files"
says out "the process «Của người nộp» is not imported (activities: 1) [QMS-BP-004]"
says out "several-processes.bpmn:4:3"
says new.xml "Tiếp nhận"
expect 0 import bpmn "$faults/id-guid.bpmn" --into xa.xml -o full.xml --report json
json out
expect 0 validate full.xml --fail-on never
says full.xml "UBND xã Thới Hưng"

# Where the system goes to standard output, the report does not.
expect 0 import bpmn "$faults/flow-dangling.bpmn"
says out "<heThong"
says err "QMS-BP-006"
"$QMS" import bpmn - <"$faults/id-guid.bpmn" >out 2>err || fail "import bpmn -: exit $?"
says out "Tiếp nhận"

# One that cannot be read is reported; the others are imported.
echo '<definitions' >bad.bpmn
expect 2 import bpmn bad.bpmn "$faults/id-guid.bpmn" missing.bpmn -o some.xml --lang en
says out "QMS-XM-001"
says out "missing.bpmn: error: cannot open the file: no such file or directory [QMS-IO-001]"
says out "3 files: 2 errors"
says err "took over a process from 1 of 3 files"
says some.xml "Tiếp nhận"
expect 2 import bpmn bad.bpmn -o none.xml --lang en
says err "nothing was written"
[ ! -e none.xml ] || fail "none.xml was written"

# What cannot be written was not taken over.
expect 2 import bpmn "$faults/id-guid.bpmn" -o nowhere/new.xml --lang en
says err "[QMS-IO-003]"
says err "nothing was written"
lacks err "took over"

# A procedure that was exported, changed and imported is the same but for the change.
expect 0 export bpmn "$SOURCE/examples/xml/lien-thong.xml" --procedure QT-DD -o drawn.bpmn
expect 0 import bpmn drawn.bpmn --into "$SOURCE/examples/xml/lien-thong.xml" -o back.xml
expect 0 diff "$SOURCE/examples/xml/lien-thong.xml" back.xml
expect 2 import bpmn drawn.bpmn -o drawn.bpmn
finish
