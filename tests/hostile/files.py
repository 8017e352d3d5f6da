# SPDX-License-Identifier: Apache-2.0
"""Hostile files and file systems: what cannot be read, what does not end, what cannot be written."""
import os
import re
import resource
import shutil
import subprocess
import sys

import cases

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "bench"))
import generate  # noqa: E402

GB = 1 << 30
NAMED = r":(\d+:\d+:)? "  # behind a file's name: a place if there is one


def document(size):
    return "".join(generate.document(size)).encode()


def write(directory, name, data):
    path = os.path.join(directory, name)
    with open(path, "wb") as out:
        out.write(data)
    return path


def read(path):
    with open(path, "rb") as file:
        return file.read()


def cut_short_at_every_1000th_byte(runner, directory):
    whole = document(100000)
    for size in range(1000, len(whole), 1000):
        path = write(directory, "cut.xml", whole[:size])
        runner.refused("cut short at byte %d" % size, runner.run("validate", "--lang", "en", path), ("QMS-XM-00",),
                       re.escape(path) + r":\d+:\d+: ")


def problems_far_apart_are_all_named(runner, directory):
    whole = document(200000).replace(b"<coQuan ", b'<coQuan sai="1" ', 1)
    head, mark, tail = whole.rpartition(b"<doiTuong ")
    path = write(directory, "far.xml", head + mark + b'muon="1" ' + tail)
    runner.refused("problems far apart", runner.run("validate", "--lang", "en", path), ("«sai»", "«muon»"), re.escape(path) + ":3:")


def no_such_file(runner, directory):
    path = os.path.join(directory, "none.xml")
    runner.refused("no such file", runner.run("validate", "--lang", "en", path), ("QMS-IO-001",), re.escape(path) + NAMED)


def directory_for_a_file(runner, directory):
    runner.refused("a directory", runner.run("show", "--lang", "en", directory), ("QMS-IO-004",), re.escape(directory) + NAMED)


def file_without_permission(runner, directory):
    path = write(directory, "secret.xml", document(1000))
    os.chmod(path, 0)
    # Root reads everything unless the capability is taken away.
    wrapper = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.geteuid() == 0 else ()
    runner.refused("unreadable file", runner.run("validate", "--lang", "en", path, wrapper=wrapper), ("QMS-IO-001",),
                   re.escape(path) + NAMED)


def file_that_fails_when_read(runner, _directory):
    runner.refused("input/output error", runner.run("validate", "--lang", "en", "/proc/self/mem"), ("QMS-IO-002",),
                   "/proc/self/mem" + NAMED)


def gigabyte_of_text_through_a_pipe(runner, _directory):
    def pieces():
        yield (cases.HEAD + cases.OPEN + "<coQuan><ten>").encode()
        block = b"x" * 65536
        for _ in range(GB // len(block)):
            yield block
    runner.refused("1 GB of text", runner.run("validate", "--lang", "en", "-", pieces=pieces()), ("QMS-XM-004",), r"\S+:2:\d+: ")


def file_beyond_the_byte_limit(runner, directory):
    path = os.path.join(directory, "sparse.xml")
    with open(path, "wb") as out:
        out.truncate(64 * GB)  # takes no room on the disk
    runner.refused("64 GB file", runner.run("validate", "--lang", "en", path), ("QMS-XM-004",), re.escape(path) + NAMED)


def stream_that_does_not_end(runner, _directory):
    with open("/dev/zero", "rb") as zero:
        pieces = iter(lambda: zero.read(65536), b"")
        runner.refused("endless zeros", runner.run("validate", "--lang", "en", "-", pieces=pieces), ("QMS-XM-00",), r"\S+:")


def untidy(size):
    """A valid document that `qms format` would change."""
    return document(size).replace(b"\n", b"\n ")


def unharmed(runner, name, directory, path, before):
    runner.expect(name, read(path) == before, "the old file was changed")
    runner.expect(name, os.listdir(directory) == [os.path.basename(path)], "left behind: %s" % os.listdir(directory))


def saving(runner, name, directory, **options):
    before = untidy(200000)
    path = write(directory, "system.xml", before)
    result = runner.run("format", "-i", "--lang", "en", path, **options)
    runner.refused(name, result, ("QMS-IO-003",), re.escape(path) + NAMED)
    unharmed(runner, name, directory, path, before)


def disk_that_fills_while_saving(runner, directory):
    inner = os.path.join(directory, "full")
    os.mkdir(inner)

    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))

    # With SIGXFSZ ignored, as Python leaves it, writing fails as on a full disk.
    saving(runner, "file size limit while saving", inner, preexec_fn=limit, restore_signals=False)
    shutil.rmtree(inner)


def full_file_system(runner, directory):
    inner = os.path.join(directory, "tmpfs")
    os.mkdir(inner)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", inner], stderr=subprocess.DEVNULL, check=False)
    if mounted.returncode == 0:  # root only; the case above shows the same to others
        try:
            saving(runner, "full file system", inner)
        finally:
            subprocess.run(["umount", inner], check=True)
    os.rmdir(inner)


def full_device_as_standard_output(runner, directory):
    path = write(directory, "system.xml", untidy(200000))
    with open("/dev/full", "wb") as full:
        runner.refused("/dev/full", runner.run("format", "--lang", "en", path, stdout=full), ("QMS-IO-003",), r"\S+" + NAMED)


def directory_without_permission(runner, directory):
    inner = os.path.join(directory, "closed")
    os.mkdir(inner)
    before = untidy(2000)
    path = write(inner, "system.xml", before)
    os.chmod(inner, 0o500)
    wrapper = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.geteuid() == 0 else ()
    result = runner.run("format", "-i", "--lang", "en", path, wrapper=wrapper)
    os.chmod(inner, 0o700)
    runner.refused("directory without permission", result, ("QMS-IO-003",), re.escape(path) + NAMED)
    unharmed(runner, "directory without permission", inner, path, before)
    shutil.rmtree(inner)


def output_that_is_the_input(runner, directory):
    path = write(directory, "system.xml", untidy(20000))
    tidy = write(directory, "tidy.xml", b"")
    runner.accepted("output is the input", runner.run("convert", "--lang", "en", path, tidy))
    runner.accepted("output is the input", runner.run("convert", "--lang", "en", path, path))
    runner.expect("output is the input", read(path) == read(tidy), "the file does not hold its own document")


def refused_input_leaves_the_output(runner, directory):
    source = write(directory, "bad.xml", (cases.HEAD + "<html/>").encode())
    target = write(directory, "good.xml", b"precious")
    runner.refused("refused input", runner.run("convert", "--lang", "en", source, target), ("QMS-XM-005",), re.escape(source) + NAMED)
    runner.expect("refused input", read(target) == b"precious", "the output was touched")


def xinclude_is_not_followed(runner, directory):
    path = os.path.join(directory, "include.xml")
    body = '<xi:include href="/etc/passwd" parse="text" xmlns:xi="http://www.w3.org/2001/XInclude"/>'
    write(directory, "include.xml", cases.system(body).encode())
    output = os.path.join(directory, "include.out")
    with open(output, "wb") as out:
        runner.accepted("XInclude", runner.run("format", path, stdout=out))
    runner.expect("XInclude", b"xi:include" in read(output) and b"root:" not in read(output), "not kept as it was")


def many_findings_about_one_long_name(runner, directory):
    body = '<quyTrinh id="%s"><ten>x</ten><mucDich>%s</mucDich></quyTrinh>' % ("Q" * 60000, "[[a]]" * 2000)
    path = write(directory, "long.xml", cases.system(body).encode())
    output = os.path.join(directory, "long.out")
    with open(output, "wb") as out:
        runner.accepted("findings about a long name", runner.run("validate", path, stdout=out))
    runner.expect("findings about a long name", os.path.getsize(output) < 10 * os.path.getsize(path), "the report repeats the name")


def many_announcements_of_many_positions(runner, directory):
    positions = "".join('<chucVu id="C%d"><ten>c</ten></chucVu>' % i for i in range(20000))
    announcements = '<congBo so="1" ngay="2026-01-01" nguoiKy="C1"/>' * 20000
    body = '<coQuan loai="so"><ten>x</ten>%s</coQuan>%s' % (positions, announcements)
    path = write(directory, "signers.xml", cases.system(body).encode())
    runner.accepted("many positions and announcements", runner.run("validate", path, stdout=subprocess.DEVNULL))


TESTS = [cut_short_at_every_1000th_byte, problems_far_apart_are_all_named, no_such_file, directory_for_a_file, file_without_permission,
         file_that_fails_when_read, gigabyte_of_text_through_a_pipe, file_beyond_the_byte_limit, stream_that_does_not_end, disk_that_fills_while_saving,
         full_file_system, full_device_as_standard_output, directory_without_permission, output_that_is_the_input,
         refused_input_leaves_the_output, xinclude_is_not_followed, many_findings_about_one_long_name, many_announcements_of_many_positions]
