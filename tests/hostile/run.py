#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Gives `qms` every hostile input and asserts that it is refused: exit 2, file and place named, within its time and memory.

usage: run.py [--no-limits] QMS [NAME]

--no-limits: do not judge time and memory (a build with sanitizers). NAME: only the cases whose name contains it.
"""
import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import threading

import cases
import docx
import files
import tables
import templates

SECONDS = 1.0  # of processor time, which the load of the machine does not change
MEGABYTES = 100
PATIENCE = 60  # seconds until a program counts as hanging
# The address sanitizer reads on to the end of the text in each strstr, which makes splitting a long text quadratic.
SANITIZER = ":".join(filter(None, [os.environ.get("ASAN_OPTIONS"), "intercept_strstr=0"]))


class Result:
    def __init__(self, status, errors, seconds, megabytes):
        self.status, self.errors, self.seconds, self.megabytes = status, errors, seconds, megabytes


class Runner:
    """Runs qms and gathers what did not go as it must."""

    def __init__(self, qms, limited):
        self.qms, self.limited, self.count, self.failures = qms, limited, 0, []

    def run(self, *arguments, wrapper=(), pieces=None, **options):
        """Runs qms with the arguments; `pieces` go to its standard input for as long as it listens."""
        with tempfile.TemporaryFile() as errors:
            options.setdefault("stdout", errors)  # a report names refused files too
            process = subprocess.Popen([*wrapper, self.qms, *arguments], stderr=errors,
                                       env={**os.environ, "LC_ALL": "C.UTF-8", "ASAN_OPTIONS": SANITIZER},
                                       stdin=subprocess.PIPE if pieces else subprocess.DEVNULL, **options)
            watchdog = threading.Timer(PATIENCE, process.kill)
            watchdog.start()
            if pieces:
                feed(process.stdin, pieces)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            watchdog.cancel()
            errors.seek(0)
            return Result(process.returncode, errors.read().decode("utf-8", "replace"), usage.ru_utime + usage.ru_stime,
                          usage.ru_maxrss / 1024)

    def expect(self, name, holds, what):
        if not holds:
            self.failures.append("%s: %s" % (name, what))

    def bounds(self, name, result, megabytes=MEGABYTES):
        if self.limited:
            self.expect(name, result.seconds <= SECONDS, "took %.2f s" % result.seconds)
            self.expect(name, result.megabytes <= megabytes, "took %.0f MB" % result.megabytes)

    def refused(self, name, result, says, place, megabytes=MEGABYTES):
        """Exit status 2, each of `says` in the message, and `place` (a pattern) in front of it."""
        self.count += 1
        self.expect(name, result.status == 2, "exit status %d, not 2; %s" % (result.status, result.errors[:300]))
        self.expect(name, re.search("^" + place, result.errors, re.MULTILINE), "no place like %s in: %s" % (place, result.errors[:300]))
        for words in says:
            self.expect(name, words in result.errors, "«%s» is not in: %s" % (words, result.errors[:300]))
        self.bounds(name, result, megabytes)

    def accepted(self, name, result, megabytes=MEGABYTES):
        self.count += 1
        self.expect(name, result.status in (0, 1), "exit status %d; %s" % (result.status, result.errors[:300]))
        self.bounds(name, result, megabytes)


def feed(pipe, pieces):
    try:
        for piece in pieces:
            pipe.write(piece)
        pipe.close()
    except BrokenPipeError:
        pass


def place_of(case, path):
    if isinstance(case.place, tuple):
        return re.escape(path) + ":%d:%d: " % case.place
    return re.escape(path) + (r":%d:\d+: " % case.place if case.place else r":(\d+:\d+:)? ")


def run_case(runner, case, directory):
    path = os.path.join(directory, "case.json" if case.name.startswith("JSON") else "case.xml")
    with open(path, "wb") as out:
        for piece in case.pieces():
            out.write(piece)
    result = runner.run("validate", "--lang", "en", path)
    if case.accepted:
        runner.accepted(case.name, result)
    else:
        runner.refused(case.name, result, case.says, place_of(case, path))


def main():
    arguments = sys.argv[1:]
    limited = "--no-limits" not in arguments
    qms, wanted = ([a for a in arguments if a != "--no-limits"] + [""])[:2]
    runner = Runner(os.path.abspath(qms), limited)
    directory = tempfile.mkdtemp(prefix="qms-hostile-", dir=".")
    try:
        for case in cases.CASES:
            if wanted in case.name:
                run_case(runner, case, directory)
        for test in files.TESTS + docx.TESTS + tables.TESTS + templates.TESTS:
            if wanted in test.__name__.replace("_", " "):
                test(runner, directory)
    finally:
        for name in os.listdir(directory):
            os.chmod(os.path.join(directory, name), stat.S_IRWXU)
        shutil.rmtree(directory)
    for failure in runner.failures:
        print("FAIL", failure)
    print("%d inputs, %d failures" % (runner.count, len(runner.failures)))
    return bool(runner.failures)


if __name__ == "__main__":
    sys.exit(main())
