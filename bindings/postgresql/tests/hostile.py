# SPDX-License-Identifier: Apache-2.0
"""The inputs that the command must refuse (tests/hostile/cases.py), as SQL that proves that the extension refuses them: hostile.py PROJECT"""

import sys

sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1] + "/tests/hostile")
import cases  # noqa: E402

LARGEST = 4 << 20  # beyond it a case is about the limits of the command, not of the extension

print("CREATE TEMP TABLE hostile (name text, data bytea, accepted boolean);\nCOPY hostile FROM STDIN;")
for case in cases.CASES:
    data = bytearray()
    for piece in case.pieces():
        data += piece
        if len(data) > LARGEST:
            break
    else:
        name = case.name.replace("\\", "\\\\").replace("\n", " ").replace("\t", " ")
        print(f"{name}\t\\\\x{data.hex()}\t{'t' if case.accepted else 'f'}")
print("\\.")
print("""SELECT pg_temp.holds(name || CASE WHEN accepted THEN ' is read' ELSE ' is refused' END, CASE WHEN accepted
  THEN pg_temp.refusal(data) = '00000' ELSE pg_temp.refusal(data) IN ('2200M', '2200N', '22P02', '23000', '54000', '0A000') END) FROM hostile;
SELECT pg_temp.holds('there are hostile inputs', count(*) > 50) FROM hostile;""")
