# SPDX-License-Identifier: Apache-2.0
"""Load a system, validate it, and list the overdue steps of cases: overdue.py SYSTEM NOW CASE…"""

import sys
from datetime import datetime

import qms


def overdue_steps(case, now):
    return [step for step in case.open_steps(now) if step.timeliness == "overdue"]


def main(system, now, *files):
    now = datetime.fromisoformat(now)
    counts = qms.load(system).validate(as_of=now.date()).counts
    print(f"{counts['error']} errors, {counts['warning']} warnings, {counts['info']} notes")
    for file in files:
        case = qms.open_case(qms.load(file))
        for late in overdue_steps(case, now):
            step = late.step
            print(f"{case.document.code}: {step.id} {step.name}, {step.role_name}: due {late.due:%Y-%m-%d %H:%M}")


if __name__ == "__main__":
    main(*sys.argv[1:])
