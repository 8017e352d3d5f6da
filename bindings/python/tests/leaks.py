# SPDX-License-Identifier: Apache-2.0
"""Memory does not grow when the same work is done again and again."""

import gc
import re
import sys
from pathlib import Path

import qms

TEXT = '<heThong xmlns="urn:libqms:1"><coQuan><ten>a</ten><donVi id="A"><ten>b</ten></donVi></coQuan></heThong>'


def refused(action):
    try:
        action()
    except (qms.Error, TypeError, ValueError, IndexError, KeyError):
        return
    raise AssertionError("nothing was refused")


def work():
    system = qms.parse(TEXT)
    unit = system.agency.units[0]
    unit.name, unit["code"] = "c", "VP"
    system.agency.units.add(id="B", name="d")
    system.root.objectives = [{"id": "M", "target": "98.5", "start": "2026-01-01"}]
    values = [system.objectives[0].target, system.objectives[0].start, system.agency.units[:], list(system.agency.units)]
    system.agency.units = system.agency.units[::-1]
    system.agency.units[0] = {"id": "C", "name": "e"}
    del system.agency.units[0]
    refused(lambda: qms.parse("<a/>"))
    refused(lambda: system.agency.units.add(id="1 A"))
    refused(lambda: setattr(unit, "name", 5))
    refused(lambda: system.agency.units[9])
    refused(lambda: setattr(system.agency, "units", [unit, unit]))
    refused(lambda: setattr(system.root, "agency", {"name": 5}))
    refused(lambda: unit["khong_co"])
    return repr(unit), repr(values), system.write("json"), qms.to_dict(unit), hash(unit), unit.node_path


def validate():
    return [str(finding) for finding in qms.parse(TEXT).validate(as_of="2026-06-01")]


def resident():
    return int(re.search(r"VmRSS:\s+(\d+)", Path("/proc/self/status").read_text())[1])


def growth(action, times):
    """Kilobytes that the second half of the repetitions added."""
    for half in range(2):
        before = resident()
        for _ in range(times):
            action()
        gc.collect()
    return resident() - before


for action, times in ((work, 20_000), (validate, 300)):
    grown = growth(action, times)
    print(f"{action.__name__}: {grown} KB after {times} repetitions")
    if grown > times // 10:  # a leak of a single object each time is more than 100 bytes
        sys.exit(f"{action.__name__} leaks")
