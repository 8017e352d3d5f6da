# SPDX-License-Identifier: Apache-2.0
"""What the Python binding costs: nanoseconds per read of a field, MB/s of reading and validating. bench.py FILE"""

import sys
import threading
import time
import timeit
from pathlib import Path

import qms

SYSTEM = '''<heThong xmlns="urn:libqms:1"><quyTrinh id="QT" loai="tthc" lanBanHanh="3" ngayBanHanh="2026-01-05">
<ten>Thủ tục đăng ký lại khai sinh, kết hôn, khai tử cho người dân</ten>%s</quyTrinh></heThong>''' % ("<buoc/>" * 1000)


class Plain:
    title = "Thủ tục đăng ký lại khai sinh, kết hôn, khai tử cho người dân"


def nanoseconds(statement, **names):
    timer = timeit.Timer(statement, globals=names)
    number, _ = timer.autorange()
    return min(timer.repeat(5, number)) / number * 1e9


def show(what, value, unit):
    print(f"{what:<32} {value:8.0f} {unit}")


def best(action, times=5):
    measured = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        measured.append(time.perf_counter() - start)
    return min(measured)


def in_threads(action, count):
    threads = [threading.Thread(target=action) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def main(path):
    procedure = qms.parse(SYSTEM).procedures[0]
    show("plain Python attribute", nanoseconds("p.title", p=Plain()), "ns")
    for what, name in (("text of 83 bytes", "title"), ("whole number", "edition"), ("enumeration", "kind"), ("date", "issue_date"),
                       ("absent value", "purpose")):
        show(f"{what} ({name})", nanoseconds(f"p.{name}", p=procedure), "ns")
    show("item of a list (steps[7])", nanoseconds("s[7]", s=procedure.steps), "ns")
    show("item of a loop", nanoseconds("for _ in s: pass", s=procedure.steps) / 1000, "ns")
    data, megabytes = Path(path).read_bytes(), Path(path).stat().st_size / 1e6
    systems = [qms.parse(data) for _ in range(10)]
    show("read", megabytes / best(lambda: qms.parse(data)), "MB/s")
    show("validate", 10 * megabytes / best(lambda: [system.validate() for system in systems]), "MB/s")
    show("read and validate, 2 threads", 20 * megabytes / best(
        lambda: in_threads(lambda: [qms.parse(data).validate() for _ in range(10)], 2)), "MB/s")


main(sys.argv[1])
