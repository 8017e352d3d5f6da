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


def plain_members(row):
    return {name: plain(value) for name, value in row._asdict().items()}


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
def load(_, name, options=None):
    return qms.load(ROOT / name, **(options or {}))


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
def root_types(_):
    return [name for name in qms.types() if qms.describe_type(name).root]


@operation
def field_texts(_, type, name):
    field, = (field for field in qms.describe_type(type).fields if field.name == name)
    return {"pattern": field.pattern, "doc": field.doc, "doc_en": field.doc_en}


@operation
def enumerations(_, start):
    return [name for name in qms.enumerations() if name.startswith(start)]


@operation
def rules(_, start):
    return [id for id in qms.rules() if id.startswith(start)]


@operation
def rule_texts(_, id):
    members = qms.rule(id)._asdict()
    return {name: plain(members[name]) for name in ("title", "title_en", "why", "why_en", "remedy", "remedy_en", "since", "cites",
                                                    "items")}


@operation
def schema(_, format, count):
    text = qms.schema(format)
    return text and text[:count]


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
    options = dict(options or {})
    if "legal" in options:
        options["legal"] = ROOT / options["legal"]
    return document.validate(suppressions=suppressions, **options)


@operation
def check_suppressions(suppressions, report, options=None):
    return report.check_suppressions(suppressions, **(options or {}))


@operation
def left_out(report):
    return report.left_out


@operation
def report_file(report):
    return report.file


@operation
def refused(_, text, name):
    try:
        qms.parse(text, name=name)
    except qms.Error as error:
        return qms.report_of_error(error)


def member(finding, name):
    if name == "node":
        return finding.node and finding.node.node_path
    if name == "suppressed":
        return finding.suppression is not None
    if name == "suppressed_in_file":
        return finding.suppression is not None and finding.suppression.in_file
    if name.startswith("suppressed_"):
        return finding.suppression and getattr(finding.suppression, name[len("suppressed_"):].replace("by", "who"))
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
def migrate(document, to, day=None):
    return document.migrate(to, as_of=day)[0]


@operation
def migration_work(document, to, day=None):
    return [[problem.id, problem.path] for problem in document.migrate(to, as_of=day)[1]]


@operation
def coverage(document, day):
    return document.coverage(as_of=day)


@operation
def coverage_rows(document, day, id):
    rows = [row._asdict() for row in document.coverage_rows(as_of=day) if row.id == id]
    return [row | {"evidence": [[node.node_path, title] for node, title in row["evidence"]]} for row in rows]


@operation
def coverage_table(document, day, format, lang):
    return document.coverage(as_of=day, format=format, lang=lang)


@operation
def inspect(report, least="error"):
    return report.inspect(least=least)


@operation
def inspection_counts(inspection):
    return qms.inspection_counts(inspection)


@operation
def inspection_table(inspection, format, lang):
    return qms.inspection_table(inspection, format, lang)


@operation
def portal_notes(document):
    return [note.id for note in qms.portal_notes(document)]


@operation
def portal_import(document, json):
    return qms.import_portal(document, json)


@operation
def portal_export(node):
    return qms.portal_record(node)


@operation
def bpmn(node, profile="generic"):
    return qms.bpmn(node, profile)


@operation
def bpmn_report(document, xml):
    return qms.import_bpmn(document, xml)[1]


@operation
def import_bpmn(document, xml):
    return qms.import_bpmn(document, xml)[0]


@operation
def svg_pages(node, whole=False):
    return sum("<svg" in page for page in qms.svg(node, whole=whole))


# ---- workflows, calendars, cases

@operation
def csv(document, table):
    return qms.csv(document, table)


@operation
def import_csv(document, table, text):
    return qms.import_csv(document, table, text)


@operation
def site(document, edition, names, findings=None):
    files = qms.site(document, internal=edition == "internal", findings=findings)
    return {name: files[name][:15] if name in files else None for name in names}


@operation
def templates(_, start):
    return [name for name in qms.templates() if name.startswith(start)]


@operation
def fill(node, template, day):
    return base64.b64encode(qms.fill(node, template, as_of=day)).decode()


@operation
def docx_report(document, docx, name, keep_names=False):
    return qms.import_docx(document, base64.b64decode(docx), name, keep_names=keep_names)


@operation
def import_docx(document, *args):
    return docx_report(document, *args).procedure


@operation
def refused_docx(_, docx, name):
    try:
        qms.import_docx(qms.new("system"), base64.b64decode(docx), name)
    except qms.Error as error:
        return qms.docx_report_of_error(error, name)


@operation
def docx_counts(report):
    return {"procedure": report.path, "fields": len(report.fields), "doubtful": report.doubtful, "notes": len(report.notes)}


@operation
def docx_fields(report, names, end):
    return [[getattr(field, name) for name in names] for field in report.fields if field.path.endswith(end)]


@operation
def docx_notes(report, names):
    return [[getattr(note, name) for name in names] for note in report.notes]


@operation
def docx_text(report, format, lang):
    return report.write(format, lang)


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
def step(workflow, id):
    members = next((step._asdict() for step in workflow.steps if step.id == id), None)
    return members and {name: plain(members[name]) for name in ("number", "kind", "role", "unit", "unit_name", "phase", "agency",
                                                                "forms_in", "forms_out")}


@operation
def duration(workflow, step, scenario=None):
    return workflow.duration(step, scenario)


@operation
def scenarios(workflow):
    return list(workflow.scenarios.items())


@operation
def phases(workflow):
    return workflow.phases


@operation
def outcome(workflow, step, code):
    found = next((found for found in workflow.outcomes(step) if found.code == code), None)
    return found and {"name": found.name, "scenario": found.scenario, "lost": found.lost, "back": found.back}


def whole(times):
    return [int(time) for time in times]


@operation
def way_details(workflow, extreme, scenario=None, phase=None):
    found = workflow.way(longest=extreme == "longest", scenario=scenario, phase=phase)
    return found and {"places": plain(found.places), "hand_overs": found.hand_overs, "times": whole(found[1:4]),
                      "roles": [[role, int(times.working)] for role, times in found.roles]}


@operation
def paths(workflow, scenario=None, limit=100):
    found = workflow.paths(scenario, limit=limit)
    return {"complete": found.complete, "paths": [[plain(path.places), int(path.times.working)] for path in found.paths]}


def timing_row(row):
    changed = {"shortest": whole(row.shortest), "longest": whole(row.longest), "limit": plain(row.limit),
               "statutory": plain(row.statutory), "slack": row.slack and [int(row.slack[0]), row.slack[1]],
               "reduction": row.reduction and round(row.reduction * 100)}
    return row._asdict() | changed


@operation
def timing(workflow):
    found = workflow.timing()
    return {"complete": found.complete, "rows": [timing_row(row) for row in found.rows]}


@operation
def workflow_text(node, format, lang, paths):
    return qms.workflow_text(node, format, lang, paths=paths)


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
    return calendar.day(day)[:2]


@operation
def day_off(calendar, day):
    return calendar.day(day)[2:]


@operation
def calendar_info(calendar):
    return [calendar.id, calendar.day_minutes, calendar.utc_offset]


@operation
def parse_limit(_, text):
    return qms.parse_limit(text)


@operation
def parse_case_code(_, code):
    return qms.parse_case_code(code)


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
def used(case, now):
    return case.used(time(now))


@operation
def open_step(case, id, now, soon=0):
    found = next((row for row in case.open_steps(time(now), soon) if row.step.id == id), None)
    return found and {name: plain(value) for name, value in found._asdict().items() if name != "step"}


@operation
def next_(case, step, outcome):
    return plain_members(case.next(step, outcome))


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
