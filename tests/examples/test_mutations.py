#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Breaking one thing in a conforming system makes exactly its rule or requirement fail: test_mutations.py QMS.

The tables in mutations/ list for each rule and each requirement of a framework what breaks it. A mutation states the
example it starts `from`, what it `breaks`, its steps (`do`), and what else `follows` and why (`because`). A rule is
told by its identifier, a requirement by that of the rule that reports it and its own. Frameworks without an example
have one derived from another (`system`)."""

import re
import subprocess
import sys
import tempfile
import tomllib
import unittest
from collections import defaultdict
from pathlib import Path

from lxml import etree

import mutate
import systems

HERE = Path(__file__).resolve().parent
REQUIREMENT = re.compile(r"\(requirement ([^,]+),")
DEFAULT = "ubnd-xa"
QMS = None  # the command, from the command line


def table():
    """The mutations, the rules that need none and the systems derived from examples."""
    mutations, excused, derived = [], {}, {}
    for file in sorted(HERE.glob("mutations/*.toml")):
        content = tomllib.loads(file.read_text(encoding="utf-8"))
        mutations += content.get("mutation", [])
        excused |= content.get("excused", {})
        derived |= content.get("system", {})
    return mutations, excused, derived


def key(finding):
    """A rule's identifier; for a requirement of the framework, the rule's and the requirement's."""
    requirement = REQUIREMENT.search(finding["message"])
    return f"{finding['rule']} {requirement[1]}" if requirement else finding["rule"]


def rules():
    listing = subprocess.run([QMS, "rules"], capture_output=True, text=True, check=True).stdout
    return set(re.findall(r"QMS-[A-Z]{2}-\d{3}", listing))


def requirements(root):
    """What a system's framework asks of an agency of its type: framework that states it last, and identifier."""
    show = [QMS, "framework", "show", "--format", "xml", root.get("moHinhKhung")]
    framework = etree.fromstring(subprocess.run(show, capture_output=True, check=True).stdout)
    for asked in framework.iter("{*}yeuCau"):
        kinds = [node.text for node in asked.iterfind("{*}loaiCoQuan")]
        if not kinds or root.find("coQuan").get("loai") in kinds:
            yield asked.findall("{*}nguonGoc")[-1].text, asked.get("id")


class Mutations(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.mutations, cls.excused, derived = table()
        cls.systems = {name: mutate.load(systems.path(name).read_text(encoding="utf-8")) for name in systems.SYSTEMS}
        cls.days = dict(systems.SYSTEMS)
        for name, system in derived.items():
            cls.systems[name] = mutate.mutated(cls.systems[system["from"]], system["do"])
            cls.days[name] = cls.days[system["from"]]
        untouched = [{"from": name, "do": []} for name in derived]
        cls.found = cls.check(cls.mutations)
        cls.found_untouched = cls.check(untouched)

    @classmethod
    def check(cls, mutations):
        """The keys of what is found in each mutated system; one call of the command for each day."""
        found = [set() for _ in mutations]
        with tempfile.TemporaryDirectory() as folder:
            days = defaultdict(list)
            for number, mutation in enumerate(mutations):
                name = mutation.get("from", DEFAULT)
                path = Path(folder, f"{number}.xml")
                path.write_text(mutate.dump(mutate.mutated(cls.systems[name], mutation["do"])), encoding="utf-8")
                days[mutation.get("day", cls.days[name])].append(path)
            for day, paths in days.items():
                for finding in systems.findings(QMS, day, *paths):
                    found[int(Path(finding["file"]).stem)].add(key(finding))
        return found

    def test_derived_systems_conform(self):
        self.assertEqual(self.found_untouched, [set() for _ in self.found_untouched])

    def test_each_breaks_what_it_says_and_nothing_else(self):
        for mutation, found in zip(self.mutations, self.found):
            with self.subTest(mutation["breaks"], do=mutation["do"]):
                self.assertEqual(found, {mutation["breaks"], *mutation.get("follows", [])})

    def test_what_follows_has_a_reason(self):
        for mutation in self.mutations:
            with self.subTest(mutation["breaks"]):
                self.assertEqual("follows" in mutation, "because" in mutation)

    def test_each_rule_has_a_mutation_or_an_excuse(self):
        broken = {mutation["breaks"].split()[0] for mutation in self.mutations}
        self.assertEqual(rules() - broken, set(self.excused))

    def test_each_requirement_has_a_mutation(self):
        broken = set()
        for mutation in self.mutations:
            framework = self.systems[mutation.get("from", DEFAULT)].get("moHinhKhung")
            broken.add((framework, mutation["breaks"].partition(" ")[2]))
        for name, root in self.systems.items():
            with self.subTest(name):
                self.assertEqual(set(requirements(root)) - broken, set())


if __name__ == "__main__":
    QMS = sys.argv.pop(1)
    unittest.main()
