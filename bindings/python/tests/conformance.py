# SPDX-License-Identifier: Apache-2.0
"""Runs the conformance suite (docs/conformance.md): conformance.py PROJECT-DIRECTORY."""

import base64
import gc
import json
import sys
import tempfile
import threading
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import qms

ROOT = Path(sys.argv[1])
OPERATIONS = {}
# Python's own errors, where C gives a status; the more special go first.
STATUSES = ((qms.Error, lambda error: error.status), (ValueError, "value"),
            ((AttributeError, LookupError, TypeError), "argument"))


def operation(function):
    OPERATIONS[function.__name__.rstrip("_")] = function
    return function


def plain(value):
    """A value as the suite writes it; nodes and other objects stay."""
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, (date, Decimal, qms.Duration)):
        return str(value)
    if isinstance(value, (list, tuple, qms.List)):
        return [plain(item) for item in value]
    return value


def time(text):
    return text and datetime.fromisoformat(text.replace("Z", "+00:00"))


# ---- documents

@operation
def parse(_, text):
    return qms.parse(text)


@operation
def parse_base64(_, text):
    return qms.parse(base64.b64decode(text))


@operation
def load(_, name):
    return qms.load(ROOT / name)


@operation
def read(_, text, options):
    return qms.parse(text, **options)


@operation
def new(_, name):
    return qms.new(name)


@operation
def root(document):
    return document.root


@operation
def find(document, id):
    return document.find(id)


@operation
def format(document):
    return document.format or "auto"


@operation
def file(document):
    return document.file and str(Path(document.file).relative_to(ROOT))


@operation
def diagnostics(document):
    return [problem.id for problem in document.problems]


@operation
def write(document, format):
    return document.write(format)


@operation
def reload(document, format):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"file.{format}"
        document.save(path)
        return qms.load(path)


@operation
def save(document, path):
    document.save(path)


@operation
def data(document):
    return document.to_dict()


@operation
def from_data(_, data):
    return qms.from_dict(data)


@operation
def diff(document, other):
    return document.diff(other)


# ---- nodes

@operation
def type(node):
    return node.node_type


def attribute(name):
    OPERATIONS[name] = lambda node: getattr(node, f"node_{name}")


for name in ("id", "path", "line", "column", "index", "parent", "document"):
    attribute(name)


@operation
def parent_field(node):
    return node.node_field


@operation
def at(node, path):
    return node.node_at(path)


@operation
def get(node, field):
    return node[field]


@operation
def text(node, field, index=0):
    return node.node_text(field, index)


@operation
def has(node, field):
    return field in node


@operation
def count(node, field):
    return len(node[field])


@operation
def present(node):
    return node.node_fields()


@operation
def item(node, field, index):
    items = node[field]
    return items[index] if index < len(items) else None


@operation
def items(node, field):
    return list(node[field])


@operation
def set(node, field, value):
    node[field] = value


@operation
def set_text(node, field, text):
    node.node_set_text(field, text)


@operation
def unset(node, field):
    del node[field]


@operation
def insert(node, field, index, text):
    node[field].append(text) if index is None else node[field].insert(index, text)


@operation
def add(node, field, index=None):
    items = node[field]
    if not isinstance(items, qms.List):
        node[field] = {}
        return node[field]
    if index is None:
        return items.add()
    return items.insert(index, {})


@operation
def remove(node, field, index):
    del node[field][index]


@operation
def move(node, field, place, to):
    node[field].move(place, to)


@operation
def attach(node, field, index, child):
    node[field].append(child) if index is None else node[field].insert(index, child)


@operation
def detach(node):
    node.node_detach()


@operation
def copy(node, document=None):
    return node.node_copy(document)


@operation
def equal(node, other):
    return node.node_equal(other)


@operation
def resolve(node, field):
    return node.node_resolve(field)


@operation
def extension(node, uri, name):
    return node.node_extension(uri, name)


@operation
def set_extension(node, uri, name, text):
    node.node_set_extension(uri, name, text)


@operation
def node_data(node):
    return qms.to_dict(node)


# ---- the model

@operation
def type_info(_, name):
    found = qms.describe_type(name)
    return found and {"name": found.name, "xml": found.xml, "root": found.root, "doc": found.doc_en}


@operation
def type_fields(_, name):
    return [field.name for field in qms.describe_type(name).fields]


@operation
def field_info(_, type, name):
    for field in qms.describe_type(type).fields:
        if name in (field.name, field.xml):
            return {key: getattr(field, key) for key in ("name", "xml", "kind", "form", "list", "required", "target", "enum")}
    return None


@operation
def enum_values(_, name):
    return qms.enum_values(name)


@operation
def rule_info(_, id):
    found = qms.rule(id)
    return found and {"id": found.id, "slug": found.slug, "severity": found.severity, "category": found.category,
                      "cite": found.cites[0] if found.cites else None}


# ---- validation

@operation
def validate(document, options=None, suppressions=None):
    return document.validate(suppressions=suppressions, **(options or {}))


def member(finding, name):
    if name == "node":
        return finding.node and finding.node.node_path
    if name == "suppressed":
        return finding.suppression is not None
    if name == "suppressed_by":
        return finding.suppression and finding.suppression.who
    return getattr(finding, name)


@operation
def findings(report, names, rule=None):
    return [[member(finding, name) for name in names] for finding in report if rule in (None, finding.rule)]


@operation
def counts(report):
    return {"findings": len(report), **report.counts}


@operation
def report(report, format, lang):
    return report.write(format, lang)


# ---- the library's own

for name in ("frameworks", "framework", "new_system", "legal_act", "legal_status", "case_code"):
    OPERATIONS[name] = lambda _, *args, function=getattr(qms, name): function(*args)


@operation
def check_framework(_, name):
    return qms.check_framework(ROOT / name)


@operation
def migrate(document, to):
    return document.migrate(to)[0]


@operation
def coverage(document, day):
    return document.coverage(as_of=day)


@operation
def inspect(report):
    return report.inspect()


@operation
def portal_import(document, json):
    return qms.import_portal(document, json)


@operation
def portal_export(node):
    return qms.portal_record(node)


@operation
def bpmn(node):
    return qms.bpmn(node)


@operation
def import_bpmn(document, xml):
    return qms.import_bpmn(document, xml)[0]


@operation
def svg_pages(node):
    return sum("<svg" in page for page in qms.svg(node))


# ---- workflows, calendars, cases

@operation
def workflow(node):
    return qms.workflow(node)


@operation
def steps(workflow):
    return [[step.id, step.name, step.role_name, step.counts] for step in workflow.steps]


@operation
def outcomes(workflow, step):
    return [[found.code, found.kind, found.target, found.branches] for found in workflow.outcomes(step)]


@operation
def way(workflow, extreme):
    found = workflow.way(longest=extreme == "longest")
    return [found.steps, int(found.working)]


@operation
def verdicts(workflow):
    return [row.verdict for row in workflow.verdicts()]


@operation
def calendar(_, name):
    return qms.calendar(name)


@operation
def calendar_from(document):
    return qms.calendar(document)


@operation
def due(calendar, start, duration):
    return calendar.due(time(start), duration)


@operation
def same_day_due(calendar, received):
    return calendar.same_day_due(time(received))


@operation
def add_minutes(calendar, start, minutes):
    return calendar.add(time(start), minutes)


@operation
def working_minutes(calendar, start, end):
    return calendar.working_minutes(time(start), time(end))


@operation
def day(calendar, day):
    return calendar.day(day)


@operation
def start_case(document, procedure, calendar=None):
    return qms.start_case(document, procedure, calendar)


@operation
def open_case(document, calendar=None):
    return qms.open_case(document, calendar)


@operation
def complete(case, step, outcome, at, actor=None, note=None):
    case.complete(step, outcome, time=time(at), actor=actor, note=note)


@operation
def happen(case, what, at, actor=None, note=None):
    case.happen(what, time=time(at), actor=actor, note=note)


@operation
def hand_over(case, agency, code, at, actor=None, note=None):
    case.hand_over(agency, code=code, time=time(at), actor=actor, note=note)


@operation
def extend(case, due, at, actor=None, note=None):
    case.extend(time(due), time=time(at), actor=actor, note=note)


@operation
def state(case, now):
    now = time(now)
    return {"status": case.status, "ended": case.ended, "running": case.running, "due": plain(case.due),
            "timeliness": case.timeliness(now), "open": [[row.step.id, plain(row.due)] for row in case.open_steps(now)]}


@operation
def remaining(case, now):
    return case.remaining(time(now))


@operation
def form(case, kind):
    return json.loads(case.form(kind, "json", "vi"))


@operation
def case_document(case):
    return case.document


# ---- lifetime and threads

@operation
def keep_children(_, text, count, name):
    kept = [qms.parse(text).agency.units[0] for _ in range(count)]
    gc.collect()
    return sum(unit.name == name for unit in kept)


def json_report(path):
    return qms.load(path).validate(as_of="2026-06-01").write("json", "vi")


@operation
def parallel(_, name, count):
    found, path = [], ROOT / name
    threads = [threading.Thread(target=lambda: found.append(json_report(path))) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found.count(json_report(path))


# ---- the runner

def status_of(error):
    for classes, status in STATUSES:
        if isinstance(error, classes):
            return status(error) if callable(status) else status
    raise error


def agrees(error, expected):
    found = {key: getattr(error, key, None) for key in expected} | {"status": status_of(error)}
    return all(found[key] == value for key, value in expected.items())


def resolved(value, variables):
    return variables[value["var"]] if isinstance(value, dict) and list(value) == ["var"] else value


def run_step(step, variables):
    """None, or what is wrong."""
    target = variables[step["on"]] if "on" in step else None
    args = [resolved(value, variables) for value in step.get("args", [])]
    try:
        result = OPERATIONS[step["call"]](target, *args)
    except Exception as error:
        good = "fails" in step and agrees(error, step["fails"])
        return None if good else f"expected {step.get('fails', step.get('gives'))}, found {error!r}"
    if "fails" in step:
        return f"expected {step['fails']}, found {result!r}"
    variables[step.get("as")] = result
    expected = resolved(step.get("gives"), variables)
    if "gives" in step and plain(result) != expected:
        return f"expected {expected!r}, found {plain(result)!r}"
    return None


def run_case(case):
    variables, steps = {}, list(case["steps"])
    if "input" in case:
        call = "parse" if case["input"][0] in "<{" else "load"
        steps.insert(0, {"call": call, "args": [case["input"]], "as": "doc"})
    for step in steps:
        wrong = run_step(step, variables)
        if wrong:
            return f"{step['call']}: {wrong}"
    return None


def main():
    results = []
    for path in sorted((ROOT / "tests" / "conformance").glob("*.json")):
        for case in json.loads(path.read_text(encoding="utf-8"))["cases"]:
            results.append(run_case(case))
            if results[-1]:
                print(f"Python: {path.name}: {case['name']}: {results[-1]}")
    print(f"Python: {results.count(None)} cases passed")
    sys.exit(any(results) or not results)


main()
