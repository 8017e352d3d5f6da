# SPDX-License-Identifier: Apache-2.0
"""The manners of the Python binding; what libqms does is tested by the conformance suite."""

import contextlib
import gc
import io
import os
import subprocess
import sys
import tempfile
import threading
import unittest
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import qms

ROOT = Path(sys.argv.pop(1))
COMMAND = sys.argv.pop(1)
SYSTEM = ROOT / "tests" / "conformance" / "inputs" / "xa.xml"
ONE_UNIT = '<heThong xmlns="urn:libqms:1"><coQuan><ten>a</ten><donVi id="A"><ten>𡨸 Văn phòng</ten></donVi></coQuan></heThong>'


class Attributes(unittest.TestCase):
    def setUp(self):
        self.system = qms.load(SYSTEM)

    def test_a_node_is_of_the_class_of_its_type(self):
        procedure = self.system.find("QT-1")
        self.assertIsInstance(procedure, qms.model.Procedure)
        self.assertIsInstance(self.system.root, qms.model.QualitySystem)
        self.assertIn("Quy trình dạng văn bản", qms.model.Procedure.__doc__)
        self.assertIn("Title.", qms.model.Procedure.title.__doc__)

    def test_values_are_of_python_types(self):
        self.assertEqual(self.system.objectives[0].target, Decimal("98.5"))
        procedure = self.system.find("QT-1")
        self.assertEqual(procedure.issue_date, date(2026, 1, 5))
        self.assertEqual(procedure.steps[0].durations[0].value, qms.Duration(Decimal("0.5"), "ngayLamViec"))
        self.assertIs(self.system.agency.positions[0].head, True)
        case = qms.new("case_file").root
        case.received = datetime(2026, 3, 2, 9, tzinfo=timezone(timedelta(hours=7)))
        self.assertEqual(case.node_text("received"), "2026-03-02T09:00:00+07:00")
        self.assertEqual(case.received.utcoffset(), timedelta(hours=7))

    def test_a_document_has_the_attributes_of_its_root(self):
        self.assertEqual(self.system.policy.statement, "Công khai, minh bạch, đúng hạn.")
        with self.assertRaises(AttributeError):
            self.system.khong_co

    def test_references_lead_to_nodes(self):
        step = self.system.find("B1")
        self.assertEqual(step.role, "VT-TN")
        self.assertEqual(step.role_node.name, "Cán bộ tiếp nhận")
        step.role = "VT-KHONG"
        self.assertIsNone(step.role_node)

    def test_names_that_python_keeps_get_an_underscore(self):
        system = qms.new()
        value = system.root.indicators.add().values.add()
        value.from_ = date(2026, 1, 1)
        self.assertEqual(value["from"], date(2026, 1, 1))

    def test_wrong_types_are_type_errors_and_wrong_values_errors_of_qms(self):
        procedure = self.system.find("QT-1")
        for name, value in (("edition", "2"), ("edition", True), ("edition", 2.0), ("issue_date", 5), ("title", 5), ("steps", 5),
                            ("drafted", "x")):
            with self.subTest(name=name, value=value), self.assertRaises(TypeError):
                setattr(procedure, name, value)
        with self.assertRaises(qms.Error) as caught:
            procedure.kind = "khong-co"
        self.assertEqual(caught.exception.status, "value")
        with self.assertRaises(ValueError):
            qms.new("case_file").root.received = datetime(2026, 3, 2, 9)

    def test_deleting_and_none_both_unset(self):
        procedure = self.system.find("QT-1")
        del procedure.edition
        procedure.code = None
        self.assertIsNone(procedure.edition)
        self.assertNotIn("code", procedure)

    def test_equal_wrappers_stand_for_one_node(self):
        self.assertEqual(self.system.find("B1"), self.system.procedures[0].steps[0])
        self.assertEqual(len({self.system.find("B1"), self.system.find("B1"), self.system.find("B2")}), 2)
        self.assertEqual(repr(self.system.find("B1")), "<qms step /heThong/quyTrinh[QT-1]/buoc[B1]>")

    def test_nodes_cannot_be_made_from_nothing(self):
        for made in (qms.model.Step, qms.Node, qms.Document, qms.List, qms.Report):
            with self.subTest(made=made), self.assertRaises(TypeError):
                made()


class Lists(unittest.TestCase):
    def setUp(self):
        self.system = qms.load(SYSTEM)
        self.steps = self.system.find("QT-1").steps
        self.aliases = self.system.find("VT-TN").aliases

    def ids(self):
        return [step.id for step in self.steps]

    def test_lists_are_sequences(self):
        self.assertEqual(len(self.steps), 3)
        self.assertEqual([step.id for step in self.steps[1:]], ["B2", "B3"])
        self.assertEqual(self.steps[-1].id, "B3")
        self.assertEqual([step.id for step in reversed(self.steps)], ["B3", "B2", "B1"])
        self.assertIn("Bộ phận Một cửa", self.aliases)
        self.assertEqual(self.aliases, ["Bộ phận Một cửa", "Công chức Một cửa"])
        with self.assertRaises(IndexError):
            self.steps[3]

    def test_items_are_added_from_values(self):
        self.steps.add(id="B4", name="Lưu", kind="issuing")
        self.steps.insert(0, {"id": "B0", "durations": [{"value": "1 gioLamViec"}]})
        self.assertEqual(self.ids(), ["B0", "B1", "B2", "B3", "B4"])
        self.assertEqual(str(self.steps[0].durations[0].value), "1 gioLamViec")

    def test_what_does_not_fit_leaves_no_half_of_a_node(self):
        with self.assertRaises(qms.Error):
            self.steps.add(id="B4", kind="khong-co")
        with self.assertRaises(KeyError):
            self.steps.append({"khong_co": 1})
        self.assertEqual(self.ids(), ["B1", "B2", "B3"])

    def test_assigning_a_list_is_all_or_nothing(self):
        role = self.system.find("VT-TN")
        role.aliases = ("a", "b", "c")
        self.assertEqual(self.aliases, ["a", "b", "c"])
        with self.assertRaises(TypeError):
            role.aliases = ["d", 5]
        self.assertEqual(self.aliases, ["a", "b", "c"])

    def test_items_are_replaced_moved_and_deleted(self):
        self.aliases[0] = "Một cửa"
        self.aliases.move(0, 1)
        self.assertEqual(self.aliases, ["Công chức Một cửa", "Một cửa"])
        taken = self.steps.pop(0)
        self.assertIsNone(taken.node_parent)
        self.steps.append(taken)
        self.assertEqual(self.ids(), ["B2", "B3", "B1"])
        del self.steps[::2]
        self.assertEqual(self.ids(), ["B3"])
        self.aliases.clear()
        self.assertEqual(len(self.aliases), 0)

    def test_a_list_may_change_while_it_is_walked(self):
        for step in self.steps:
            step.node_detach()
        self.assertEqual(self.ids(), ["B2"])


class Documents(unittest.TestCase):
    def test_errors_tell_everything_that_is_wrong(self):
        with self.assertRaises(qms.Error) as caught:
            qms.load(ROOT / "examples" / "xml" / "cau-truc-sai.xml")
        error = caught.exception
        self.assertEqual((error.status, error.line, error.id), ("value", 4, "QMS-CT-003"))
        self.assertEqual(len(error.problems), 3)
        self.assertIn("cau-truc-sai.xml:4:", str(error))

    def test_findings_are_objects(self):
        report = qms.parse(ONE_UNIT).validate(as_of=date(2026, 6, 1))
        self.assertEqual(len(list(report)), len(report))
        self.assertEqual(report[0], report[-len(report)])
        self.assertIn(report[0].severity, ("error", "warning", "info"))
        self.assertEqual(report[0].node.node_document.root.agency.name, "a")
        self.assertEqual(len(report[:2]), 2)

    def test_documents_become_data_and_back(self):
        system = qms.load(SYSTEM)
        self.assertEqual(qms.from_dict(system.to_dict()).write(), system.write())
        self.assertEqual(qms.to_dict(system.policy)["statement"], system.policy.statement)

    def test_the_ten_lines_of_the_readme_run(self):
        readme = (ROOT / "bindings" / "python" / "README.md").read_text(encoding="utf-8")
        lines = readme.split("```python\n")[1].split("```")[0]
        with tempfile.TemporaryDirectory() as folder:
            lines = lines.replace('"examples/', f'"{ROOT}/examples/').replace('"moi.xml"', f'"{folder}/moi.xml"')
            with contextlib.redirect_stdout(io.StringIO()) as printed:
                exec(lines)
            self.assertEqual(qms.load(Path(folder) / "moi.xml").find("B-KS-1").name, "Tiếp nhận hồ sơ")
        self.assertIn("QT 06/HCTP Đăng ký khai sinh 5", printed.getvalue())

    def test_a_document_is_a_context(self):
        with qms.parse(ONE_UNIT) as system:
            name = system.agency.name
        self.assertEqual(name, "a")

    def test_what_the_library_knows_cannot_be_changed(self):
        act = qms.legal_act("61/2018/NĐ-CP")
        with self.assertRaises(TypeError):
            act.title = "x"
        with self.assertRaises(TypeError):
            act.node_document.validate()

    def test_nodes_of_other_documents_are_copied_not_moved(self):
        one, other = qms.load(SYSTEM), qms.new()
        with self.assertRaises(qms.Error):
            other.procedures.append(one.find("QT-1"))
        other.procedures.append(one.find("QT-1").node_copy(other))
        self.assertTrue(other.procedures[0].node_equal(one.find("QT-1")))

    def test_one_report_is_the_same_from_the_command(self):
        for path in sorted((ROOT / "examples" / "xml").glob("*.xml")):
            with self.subTest(path=path.name):
                found = subprocess.run([COMMAND, "validate", "--format", "json", "--lang", "vi", "--as-of", "2026-06-01", path],
                                       capture_output=True, text=True).stdout
                self.assertEqual(self.report_of(path), found)

    @staticmethod
    def report_of(path):
        try:
            return qms.load(path).validate(as_of="2026-06-01").write("json", "vi")
        except qms.Error as error:
            return qms.report_of_error(error).write("json", "vi")

    def test_the_command_runs_as_a_module(self):
        found = subprocess.run([sys.executable, "-m", "qms", "--version"], capture_output=True, text=True,
                               env=os.environ | {"QMS_COMMAND": COMMAND, "PYTHONPATH": str(Path(qms.__file__).parent.parent)})
        self.assertIn(qms.__version__, found.stdout)


class Lifetime(unittest.TestCase):
    def test_children_outlive_the_variables_of_their_documents(self):
        kept = []
        for number in range(100_000):
            kept.append(qms.parse(ONE_UNIT).agency.units[0])
            if number % 20_000 == 0:
                gc.collect()
        self.assertTrue(all(unit.name == "𡨸 Văn phòng" for unit in kept))

    def test_everything_else_outlives_them_too(self):
        units = qms.parse(ONE_UNIT).agency.units
        walk = iter(qms.parse(ONE_UNIT).agency.units)
        report = qms.parse(ONE_UNIT).validate()
        gc.collect()
        self.assertEqual((units[0].name, next(walk).name), ("𡨸 Văn phòng",) * 2)
        self.assertEqual(report[0].node.node_document.find("A").id, "A")


class Threads(unittest.TestCase):
    def test_a_document_that_is_worked_in_keeps_other_threads_out(self):
        system, seen = qms.load(ROOT / "examples" / "xml" / "ubnd-xa.xml"), set()
        thread = threading.Thread(target=lambda: [system.validate() for _ in range(20)])
        thread.start()
        while thread.is_alive():
            try:
                seen.add(system.agency.name)
            except RuntimeError as error:
                seen.add(str(error))
        thread.join()
        self.assertIn("another thread is at work in the document", seen)
        self.assertTrue(system.agency.name)


if __name__ == "__main__":
    unittest.main()
