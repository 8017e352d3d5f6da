# SPDX-License-Identifier: Apache-2.0
"""Measures modes of the bench program: wall time, highest memory, and instructions under callgrind."""
import os
import re
import statistics
import subprocess
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))


def generate(path, size):
    """Writes a document of `size` (such as "1M") to `path` unless it is there already, and returns its number of bytes."""
    if not os.path.exists(path):
        with open(path + ".part", "wb") as out:
            subprocess.run(["python3", os.path.join(HERE, "generate.py"), size], stdout=out, check=True)
        os.rename(path + ".part", path)
    return os.path.getsize(path)


def run(command):
    """Runs a program that prints seconds and peak kilobytes, and returns both."""
    seconds, kilobytes = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.split()
    return float(seconds), int(kilobytes)


def alternate(commands, rounds):
    """Runs each command `rounds` times, taking turns, so that a slow spell of the machine meets them all.

    Returns for each the median of the seconds and the greatest peak in kilobytes."""
    results = [[] for _ in commands]
    for _ in range(rounds):
        for command, result in zip(commands, results):
            result.append(run(command))
    return [(statistics.median(r[0] for r in result), max(r[1] for r in result)) for result in results]


def instructions(bench, mode, path):
    """Instructions that `mode` of the program `bench` takes on the file, without its preparation."""
    with tempfile.TemporaryDirectory() as scratch:
        out = os.path.join(scratch, "callgrind.out")
        command = ["valgrind", "-q", "--tool=callgrind", "--callgrind-out-file=" + out,
                   "--toggle-collect=bench_" + mode.replace("-", "_"), bench, mode, path]
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        with open(out, encoding="utf-8", errors="replace") as text:
            return int(re.search(r"^(?:totals|summary): (\d+)", text.read(), re.MULTILINE).group(1))
