# SPDX-License-Identifier: Apache-2.0
"""The manners of the Python binding; what libqms does is tested by the conformance suite."""

import contextlib
import copy
import gc
import io
import os
import pickle
import subprocess
import sys
import tempfile
import threading
import unittest
from collections.abc import MutableSequence
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

    def test_the_attributes_of_the_root_are_set_through_the_document(self):
        self.system.policy = {"statement": "a"}
        self.assertEqual(self.system.root.policy.statement, "a")
        del self.system.policy
        self.assertIsNone(self.system.root.policy)
        for name in ("khong_co", "file", "root"):
            with self.subTest(name=name), self.assertRaises(AttributeError):
                setattr(self.system, name, "x")

    def test_a_field_that_does_not_exist_is_not_in_a_node(self):
        self.assertIn("policy", self.system.root)
        self.assertNotIn("khong_co", self.system.root)
        self.assertNotIn(5, self.system.root)

    def test_a_node_stays_if_its_successor_does_not_fit(self):
        before = self.system.policy
        with self.assertRaises(TypeError):
            self.system.root.policy = {"statement": 5}
        self.assertEqual(self.system.root.policy, before)
        self.system.root.policy = before
        self.assertEqual(before.statement, "Công khai, minh bạch, đúng hạn.")

    def test_values_may_change_the_dict_that_they_stand_in(self):
        class Number(Decimal):
            def __format__(self, spec):
                values.clear()
                return super().__format__(spec)

        values = {"target": Number("1.5"), "statement": "a"}
        self.assertEqual(self.system.objectives.append(values).statement, "a")

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

    def test_a_text_is_no_list_of_letters(self):
        for values in ("abc", b"abc", {"a": 1}):
            with self.subTest(values=values), self.assertRaises(TypeError):
                self.system.find("VT-TN").aliases = values
            with self.subTest(values=values), self.assertRaises(TypeError):
                self.aliases[:] = values
        self.assertEqual(len(self.aliases), 2)

    def test_a_list_of_nodes_takes_its_own_in_another_order(self):
        procedure = self.system.find("QT-1")
        procedure.steps = list(reversed(procedure.steps))
        self.assertEqual(self.ids(), ["B3", "B2", "B1"])
        procedure.steps = procedure.steps
        self.steps.reverse()
        self.assertEqual(self.ids(), ["B1", "B2", "B3"])
        self.steps[1:] = [self.steps[2], {"id": "B4"}]
        self.steps[0] = self.steps[0]
        self.assertEqual(self.ids(), ["B1", "B3", "B4"])

    def test_a_list_of_nodes_is_as_it_was_if_the_new_ones_do_not_fit(self):
        procedure, before = self.system.find("QT-1"), list(self.steps)
        for values in ([before[0], before[0]], [{"id": "B9"}, self.system.agency], [before[2], {"id": "B9", "name": 5}]):
            with self.subTest(values=values), self.assertRaises((qms.Error, TypeError)):
                procedure.steps = values
            self.assertEqual(list(self.steps), before)
        with self.assertRaises(qms.Error):
            self.steps[0] = before[1]
        self.assertEqual(list(self.steps), before)
        self.assertEqual(self.system.find("B1"), before[0])

    def test_lists_have_the_methods_of_mutable_sequences(self):
        self.assertIsInstance(self.aliases, MutableSequence)
        self.aliases.extend(["a", "b"])
        self.system.find("VT-TN").aliases += ["a"]
        self.assertEqual((self.aliases.index("a"), self.aliases.count("a")), (2, 2))
        self.aliases.remove("a")
        self.aliases.reverse()
        self.assertEqual(self.aliases, ["a", "b", "Công chức Một cửa", "Bộ phận Một cửa"])
        self.steps.remove(self.steps[1])
        self.assertEqual((self.ids(), self.steps.index(self.steps[1])), (["B1", "B3"], 1))
        with self.assertRaises(ValueError):
            self.aliases.remove("khong-co")

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

    def test_errors_can_be_pickled_and_copied(self):
        with self.assertRaises(qms.Error) as caught:
            qms.load(ROOT / "examples" / "xml" / "cau-truc-sai.xml")
        error = caught.exception
        for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
            self.assertEqual((str(twin), twin.status, twin.line), (str(error), error.status, error.line))
            self.assertEqual(list(map(str, twin.problems)), list(map(str, error.problems)))
            with self.assertRaises(ValueError):
                qms.report_of_error(twin)

    def test_findings_are_objects(self):
        report = qms.parse(ONE_UNIT).validate(as_of=date(2026, 6, 1))
        self.assertEqual(len(list(report)), len(report))
        self.assertEqual(report[0], report[-len(report)])
        self.assertIn(report[0].severity, ("error", "warning", "info"))
        self.assertEqual(report[0].node.node_document.root.agency.name, "a")
        self.assertEqual(len(report[:2]), 2)
        for index in (len(report), -len(report) - 1, -1000, 1 << 70):
            with self.subTest(index=index), self.assertRaises(IndexError):
                report[index]

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


class WrongArguments(unittest.TestCase):
    """What a caller gets wrong ends in an exception that says so, never in the process."""

    OTHERS = (object(), 2**30, -1, 1.5, [], {"a": 1}, b"x", print)

    def refuse(self, call, *exceptions):
        for other in self.OTHERS:
            with self.subTest(other=other), self.assertRaises((TypeError, *exceptions)):
                call(other)

    def test_every_argument_of_every_function_is_looked_at(self):
        system = qms.load(SYSTEM)
        procedure, report = system.find("QT-1"), system.validate()
        case = qms.new("case_file")
        start = datetime(2026, 3, 2, 9, tzinfo=timezone.utc)
        calendar = qms.calendar()
        calls = {
            "report_of_error": [qms.report_of_error], "docx_report_of_error": [qms.docx_report_of_error], "to_dict": [qms.to_dict],
            "new": [qms.new], "new_system": [lambda x: qms.new_system(x, "commune", "a"), lambda x: qms.new_system("xa", x, "a"),
                                             lambda x: qms.new_system("xa", "commune", x)],
            "import_portal": [lambda x: qms.import_portal(x, "{}")], "portal_notes": [qms.portal_notes],
            "portal_record": [qms.portal_record], "bpmn": [qms.bpmn, lambda x: qms.bpmn(procedure, x)],
            "import_bpmn": [lambda x: qms.import_bpmn(x, "<a/>")], "svg": [qms.svg], "workflow": [qms.workflow],
            "workflow_text": [qms.workflow_text, lambda x: qms.workflow_text(procedure, x),
                              lambda x: qms.workflow_text(procedure, lang=x)],
            "parse_limit": [qms.parse_limit], "parse_case_code": [qms.parse_case_code], "rule": [qms.rule],
            "describe_type": [qms.describe_type], "enum_values": [qms.enum_values], "schema": [qms.schema],
            "start_case": [lambda x: qms.start_case(x, procedure), lambda x: qms.start_case(case, x)],
            "open_case": [qms.open_case], "inspection_counts": [qms.inspection_counts], "inspection_table": [qms.inspection_table],
            "csv": [lambda x: qms.csv(x, "risks"), lambda x: qms.csv(system, x)],
            "import_csv": [lambda x: qms.import_csv(x, "risks", "a"), lambda x: qms.import_csv(system, x, "a")],
            "site": [qms.site, lambda x: qms.site(system, findings=x)], "template": [qms.template],
            "fill": [lambda x: qms.fill(x, "procedure")], "import_docx": [lambda x: qms.import_docx(x, b"a")],
            "legal_act": [qms.legal_act], "load": [lambda x: qms.load(SYSTEM, format=x)],
            "validate": [lambda x: system.validate(suppressions=x), lambda x: system.validate(framework=x)],
            "diff": [system.diff], "find": [system.find], "write": [system.write], "report.write": [report.write],
            "coverage": [lambda x: system.coverage(framework=x)], "inspect": [lambda x: report.inspect(least=x)],
            "check_suppressions": [report.check_suppressions], "node_at": [procedure.node_at],
            "node_copy": [procedure.node_copy], "steps": [procedure.steps.insert, procedure.steps.move],
            "calendar": [lambda x: calendar.due(start, x), lambda x: calendar.add(x, 5)],
        }
        for name, functions in calls.items():
            for number, call in enumerate(functions):
                with self.subTest(name=name, number=number):
                    self.refuse(call, AttributeError, ValueError)

    def test_calendars_and_suppressions_are_of_their_types(self):
        system, case = qms.load(SYSTEM), qms.new("case_file")
        for calendar in (5, 1.5, [], object()):
            with self.subTest(calendar=calendar), self.assertRaises(TypeError):
                qms.open_case(case, calendar)
            with self.subTest(calendar=calendar), self.assertRaises(TypeError):
                qms.start_case(case, system.find("QT-1"), calendar)
            with self.subTest(calendar=calendar), self.assertRaises(TypeError):
                qms._qms._case(case, None, calendar)
        for suppressions in (2**30, [], "x.xml", system.root):
            with self.subTest(suppressions=suppressions), self.assertRaises(TypeError):
                system.validate(suppressions=suppressions)

    def test_a_calendar_may_be_named(self):
        system, case = qms.load(SYSTEM), qms.new("case_file")
        case.received = datetime(2026, 3, 2, 9, tzinfo=timezone.utc)
        opened = qms.start_case(case, system.find("QT-1"), "vn")
        self.assertEqual(opened.calendar.id, qms.calendar("vn").id)
        with self.assertRaisesRegex(ValueError, "'withdraw'"):
            opened.happen("khong-co", time=case.received)
        self.assertEqual(qms.open_case(case, "vn").calendar.id, qms.calendar("vn").id)

    def test_names_that_do_not_exist_are_answered_with_those_that_do(self):
        system, workflow = qms.load(SYSTEM), qms.workflow(qms.load(SYSTEM).find("QT-1"))
        for call in (lambda: qms.parse(ONE_UNIT, format="yaml"), lambda: system.write("yaml"),
                     lambda: qms.parse(ONE_UNIT, limits={"byte": 5}), lambda: qms.bpmn(system.find("QT-1"), "x"),
                     lambda: system.validate().inspect(least="x")):
            with self.assertRaisesRegex(ValueError, "expected one of"):
                call()
        for call in (lambda: workflow.paths("x"), lambda: workflow.way(phase="x")):
            with self.assertRaisesRegex(LookupError, "expected one of"):
                call()

    def test_limits_are_sizes_by_name(self):
        with self.assertRaises(qms.Error) as caught:
            qms.parse(ONE_UNIT, limits={"bytes": 5})
        self.assertEqual(caught.exception.status, "limit")
        for limits in ([1], {"bytes": "5"}, {"bytes": True}, 5):
            with self.subTest(limits=limits), self.assertRaises(TypeError):
                qms.parse(ONE_UNIT, limits=limits)
        with self.assertRaises(ValueError):
            qms.parse(ONE_UNIT, limits={"bytes": -1})

    def test_a_number_is_no_text_to_parse(self):
        for data in (5_000_000, None, [60]):
            with self.subTest(data=data), self.assertRaises(TypeError):
                qms.parse(data)


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
    def test_the_document_is_entered_after_the_values_are_made(self):
        class Number(Decimal):
            def __format__(self, spec):
                thread.start()
                while not begun.is_set():
                    begun.wait(0.001)
                while "waiting":
                    try:
                        system.agency
                    except RuntimeError:
                        return super().__format__(spec)

        system, begun, done = qms.load(ROOT / "examples" / "xml" / "ubnd-xa.xml"), threading.Event(), threading.Event()

        def work():
            begun.set()
            while not done.is_set():
                system.validate()

        thread = threading.Thread(target=work)
        try:
            with self.assertRaisesRegex(RuntimeError, "another thread"):
                system.objectives[0].target = Number("7.5")
        finally:
            done.set()
            thread.join()
        self.assertNotEqual(system.objectives[0].target, Decimal("7.5"))

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
