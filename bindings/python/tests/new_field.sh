#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Uses a field that only the library at hand knows: new_field.sh BUILD.
PYTHONPATH=$1/bindings/python exec /usr/bin/python3 -B -c '
import qms
procedure = qms.new().procedures.add(scratch_field="mới")
assert procedure.scratch_field == "mới" and "Scratch." in qms.model.Procedure.scratch_field.__doc__
assert "<truongThu>mới</truongThu>" in procedure.node_document.write()
print("ok: Python has the new field")
'
