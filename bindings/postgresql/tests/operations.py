# SPDX-License-Identifier: Apache-2.0
"""The operations of the conformance suite (docs/conformance.md) as SQL, beside the server that PGHOST names.

A document is the value of a variable, as it would be of a column; what edits it puts a new value there. A node is a path into it."""

import base64
import json
import sys
import threading
from datetime import date, timedelta, timezone
from pathlib import Path

import psycopg2

ROOT = Path(sys.argv[1])
OPERATIONS = {}
VIETNAM = timezone(timedelta(hours=7))


class Skip(Exception):
    """The case cannot be expressed."""


class Document:
    def __init__(self, value):
        self.value = value
        self.edited = False
        sql("SELECT qms_format(%s)", value)

    def __eq__(self, other):
        return isinstance(other, Document) and self.value == other.value


class Node:
    def __init__(self, document, path):
        self.document, self.path = document, path

    def __eq__(self, other):
        return isinstance(other, Node) and self.document is other.document and self.path == other.path

    def row(self):
        return rows("SELECT type, id, parent, field, position, line, \"column\" FROM qms_nodes(%s, %s) LIMIT 1",
                    self.document.value, self.path)[0]

    def field(self, name):
        """Path of a field, which the type has to have."""
        sql("SELECT qms_get(%s, %s)", self.document.value, f"{self.path}/{name}")
        return f"{self.path}/{name}"

    def data(self):
        return sql("SELECT qms_to_json(%s, %s)", self.document.value, self.path)

    def describe(self, name):
        return rows("SELECT name, kind, list, enumeration FROM qms_fields() WHERE type = %s AND %s IN (name, xml_name)",
                    self.row()[0], name)[0]


class Report:
    def __init__(self, document, as_of=None, framework=None, suppressions=None):
        self.document, self.as_of = document, as_of or sql("SELECT current_date")
        beside = suppressions and suppressions.value
        found = rows(f"SELECT * FROM qms_validate(%s, %s::date, %s, %s{cast(document.value)})", document.value, self.as_of, framework,
                     beside)
        self.findings = [finding(row) for row in found]


class Findings:
    """A report that is rows alone."""

    def __init__(self, document, found):
        self.document, self.findings = document, [finding(row) for row in found]


class Case:
    def __init__(self, document, calendar):
        self.document, self.calendar = document, calendar


def finding(row):
    columns = ("rule", "slug", "severity", "message", "message_en", "cite", "requirement", "line", "column", "path", "suppressed",
               "suppressed_by", "suppressed_until", "suppressed_reason", "suppressed_in_file", "fingerprint")
    return dict(zip(columns, (str(value) if isinstance(value, date) else value for value in row)))


def cast(value):
    return "::bytea" if isinstance(value, bytes) else "::text"


def connect():
    connection = psycopg2.connect("")
    connection.autocommit = True
    return connection


CONNECTION = connect()


def rows(statement, *values):
    """Rows of a query; strings are text and bytes are bytea."""
    parameters = [psycopg2.Binary(value) if isinstance(value, bytes) else value for value in values]
    with CONNECTION.cursor() as cursor:
        cursor.execute(statement, parameters)
        return cursor.fetchall()


def sql(statement, *values):
    return rows(statement, *values)[0][0]


def operation(function):
    OPERATIONS[function.__name__.rstrip("_")] = function
    return function


def time(value):
    return value and value.astimezone(VIETNAM).isoformat()


# ---- documents

@operation
def parse(_, text):
    # What declares its encoding is the bytes of a file: characters have that of the database.
    return Document(text.encode() if text.startswith("<?xml") else text)


@operation
def parse_base64(_, text):
    return Document(base64.b64decode(text))


@operation
def load(_, name):
    try:
        return Document((ROOT / name).read_bytes())
    except OSError:
        raise Skip("functions read no files")


@operation
def new(_, name):
    xml_name = rows("SELECT xml_name FROM qms_types() WHERE name = %s AND root", name)
    if not xml_name:
        raise psycopg2.errors.InvalidParameterValue()
    return Document(f'<{xml_name[0][0]} xmlns="urn:libqms:1"/>')


@operation
def root(document):
    return Node(document, sql("SELECT path FROM qms_nodes(%s) WHERE parent IS NULL", document.value))


@operation
def find(document, id):
    found = rows("SELECT path FROM qms_nodes(%s) WHERE id = %s", document.value, id)
    return Node(document, found[0][0]) if found else None


@operation
def format(document):
    if isinstance(document.value, bytes):
        return sql("SELECT CASE WHEN xml_is_well_formed_document(convert_from(%s, 'UTF8')) THEN 'xml' ELSE 'json' END", document.value)
    return sql("SELECT CASE WHEN xml_is_well_formed_document(%s) THEN 'xml' ELSE 'json' END", document.value)


@operation
def write(document, format):
    return sql("SELECT qms_format(%s, %s)", document.value, format)


@operation
def reload(document, format):
    return Document(write(document, format))


@operation
def data(document):
    return sql("SELECT qms_to_json(%s)", document.value)


@operation
def from_data(_, data):
    return Document(json.dumps(data, ensure_ascii=False))


@operation
def diff(document, other):
    return [list(row) for row in rows(f"SELECT * FROM qms_diff(%s{cast(document.value)}, %s)", document.value,
                                      other.value if type(other.value) is type(document.value) else other.value.encode())]


# ---- nodes

@operation
def type_(node):
    if isinstance(node, dict):
        raise Skip("the JSON of a node does not name its type")
    return node.row()[0]


OPERATIONS["id"] = lambda node: node.row()[1]
OPERATIONS["path"] = lambda node: node.path
OPERATIONS["parent_field"] = lambda node: node.row()[3]
OPERATIONS["index"] = lambda node: (node.row()[4] or 1) - 1
OPERATIONS["column"] = lambda node: node.row()[6] or 0
OPERATIONS["document"] = lambda node: node.document


@operation
def line(node):
    if node.document.edited:
        raise Skip("an edited document is a new text with lines of its own")
    return node.row()[5] or 0


@operation
def parent(node):
    path = node.row()[2]
    return path and Node(node.document, path)


@operation
def at(node, path):
    full = path if path.startswith("/") else f"{node.path}/{path}"
    found = rows("SELECT path FROM qms_nodes(%s, %s) LIMIT 1", node.document.value, full)
    return Node(node.document, found[0][0]) if found else None


def typed(value, kind, enumeration):
    """The text of a value as a value of its kind."""
    if value is None:
        return None
    if kind == "enum":
        return sql("SELECT value FROM qms_enum_values() WHERE enumeration = %s AND xml_text = %s", enumeration, value)
    return value == "true" if kind == "bool" else int(value) if kind in ("int", "money") else value


@operation
def get(node, field):
    path = node.field(field)
    _, kind, _, enumeration = node.describe(field)
    if kind == "node":
        return at(node, field)
    return typed(sql("SELECT qms_get(%s, %s)", node.document.value, path), kind, enumeration)


@operation
def text(node, field, index=None):
    position = f"[{index + 1}]" if index else ""
    return sql("SELECT qms_get(%s, %s)", node.document.value, f"{node.path}/{field}{position}")


@operation
def has(node, field):
    return node.describe(field)[0] in node.data()


@operation
def count(node, field):
    name, _, is_list, _ = node.describe(field)
    return len(node.data().get(name, [])) if is_list else int(name in node.data())


@operation
def present(node):
    return list(node.data())


@operation
def item(node, field, index):
    if node.describe(field)[1] == "node":
        return at(node, f"{field}[{index + 1}]")
    found = items(node, field)
    return found[index] if index < len(found) else None


@operation
def items(node, field):
    name, kind, _, enumeration = node.describe(field)
    return [typed(value, kind, enumeration) for value in node.data().get(name, [])]


def edit(node, call, *args):
    """Puts what an editing function gives into the variable; the arguments begin with a path."""
    places = "".join(", %s" for _ in args)
    value = sql(f"SELECT {call}(%s{cast(node.document.value)}{places})", node.document.value, *args)
    node.document.value = bytes(value) if isinstance(value, memoryview) else value
    node.document.edited = True


@operation
def set_(node, field, value):
    written = value if value is None or isinstance(value, str) else json.dumps(value)
    edit(node, "qms_set", f"{node.path}/{field}", written)
    if field == "id":
        node.path = find(node.document, value).path


@operation
def set_text(node, field, text):
    edit(node, "qms_set", f"{node.path}/{field}", text)


@operation
def unset(node, field):
    edit(node, "qms_set", f"{node.path}/{field}", None)


@operation
def insert(node, field, index, text):
    position = "" if index is None else f"[{index + 1}]"
    edit(node, "qms_insert", f"{node.path}/{field}{position}", text)


@operation
def add(node, field, index=None):
    insert(node, field, index, None)
    if not node.describe(field)[2]:
        return at(node, field)
    return at(node, f"{field}[{(count(node, field) if index is None else index + 1)}]")


@operation
def remove(node, field, index):
    edit(node, "qms_set", f"{node.path}/{field}[{index + 1}]", None)


@operation
def move(node, field, place, to):
    edit(node, "qms_move", f"{node.path}/{field}[{place + 1}]", to + 1)


@operation
def copy(node, document=None):
    if document:
        raise Skip("a node does not live outside of its document; jsonb moves parts of it")
    return Node(Document(node.document.value), node.path)


@operation
def equal(node, other):
    return sql("SELECT qms_to_json(%s, %s)::text = qms_to_json(%s, %s)::text", node.document.value, node.path, other.document.value,
               other.path)


@operation
def resolve(node, field):
    found = rows("SELECT path FROM qms_nodes(%s) n JOIN qms_fields() f ON f.type = %s AND f.name = %s AND n.type = f.target "
                 "WHERE n.id = qms_get(%s, %s)", node.document.value, node.row()[0], node.describe(field)[0], node.document.value,
                 f"{node.path}/{field}")
    return Node(node.document, found[0][0]) if found else None


@operation
def node_data(node):
    return node.data()


# ---- the model

@operation
def type_info(_, name):
    found = rows("SELECT name, xml_name, root, doc_en FROM qms_types() WHERE name = %s OR root AND xml_name = %s", name, name)
    return dict(zip(("name", "xml", "root", "doc"), found[0])) if found else None


@operation
def type_fields(_, name):
    return [row[0] for row in rows("SELECT name FROM qms_fields() WHERE type = %s ORDER BY position", name)]


@operation
def field_info(_, type, name):
    found = rows("SELECT name, xml_name, kind, form, list, required, target, enumeration FROM qms_fields() "
                 "WHERE type = %s AND %s IN (name, xml_name)", type, name)
    return dict(zip(("name", "xml", "kind", "form", "list", "required", "target", "enum"), found[0])) if found else None


@operation
def enum_values(_, name):
    return [list(row) for row in rows("SELECT value, xml_text, label, label_en FROM qms_enum_values() WHERE enumeration = %s "
                                      "ORDER BY position", name)]


@operation
def rule_info(_, id):
    found = rows("SELECT id, slug, severity, category, cites[1] FROM qms_rules() WHERE %s IN (id, slug)", id)
    return dict(zip(("id", "slug", "severity", "category", "cite"), found[0])) if found else None


@operation
def root_types(_):
    return [row[0] for row in rows("SELECT name FROM qms_types() WHERE root")]


@operation
def field_texts(_, type, name):
    return dict(zip(("pattern", "doc", "doc_en"), rows("SELECT pattern, doc, doc_en FROM qms_fields() WHERE type = %s AND name = %s",
                                                       type, name)[0]))


@operation
def enumerations(_, begin):
    return [row[0] for row in rows("SELECT enumeration FROM qms_enum_values() WITH ORDINALITY AS v (enumeration, a, b, c, d, e, place) "
                                   "WHERE starts_with(enumeration, %s) GROUP BY 1 ORDER BY min(place)", begin)]


@operation
def rules(_, begin):
    return [row[0] for row in rows("SELECT id FROM qms_rules() WHERE starts_with(id, %s) ORDER BY id", begin)]


@operation
def rule_texts(_, id):
    names = ("title", "title_en", "why", "why_en", "remedy", "remedy_en", "since", "cites", "items")
    return dict(zip(names, rows(f"SELECT {', '.join(names)} FROM qms_rules() WHERE id = %s", id)[0]))


@operation
def schema(_, format, characters):
    return sql("SELECT left(qms_schema(%s), %s)", format, characters)


# ---- validation

@operation
def validate(document, options=None, suppressions=None):
    options = options or {}
    for option, reason in (("max_findings", "rows are limited by LIMIT"), ("legal", "functions read no files")):
        if option in options:
            raise Skip(reason)
    return Report(document, suppressions=suppressions, **options)


def member(report, finding, name):
    if name != "node":
        return finding[name]
    holder = finding["path"]
    while not rows("SELECT 1 FROM qms_nodes(%s) WHERE path = %s", report.document.value, holder):
        holder = holder.rpartition("/")[0]
    return holder


@operation
def findings(report, names, rule=None):
    return [[member(report, finding, name) for name in names] for finding in report.findings if rule in (None, finding["rule"])]


@operation
def counts(report):
    found = {severity: sum(not row["suppressed"] and row["severity"] == severity for row in report.findings)
             for severity in ("error", "warning", "info")}
    return {"findings": len(report.findings), **found, "suppressed": sum(row["suppressed"] for row in report.findings)}


@operation
def report(report, format, lang):
    return sql("SELECT qms_report(%s, %s, NULL, %s, %s)", report.document.value, report.as_of, lang, format)


# ---- the library's own

@operation
def frameworks(_):
    return [row[0] for row in rows("SELECT id FROM qms_frameworks()")]


@operation
def framework(_, id):
    return Document(sql("SELECT qms_framework(%s)", id))


@operation
def new_system(_, framework, type, name):
    return Document(sql("SELECT qms_new_system(%s, %s, %s)", framework, type, name))


@operation
def migrate(document, to, day=None):
    return Document(sql("SELECT qms_migrate(%s, %s, %s)", document.value, to, day))


@operation
def migration_work(document, to, day=None):
    return [list(row) for row in rows("SELECT id, path FROM qms_migration_work(%s, %s, %s)", document.value, to, day)]


@operation
def coverage(document, day):
    return dict(zip(("met", "partial", "missing", "excluded"), rows(
        "SELECT count(*) FILTER (WHERE state = 'met'), count(*) FILTER (WHERE state = 'partial'), count(*) FILTER (WHERE state = 'missing'), "
        "count(*) FILTER (WHERE state = 'excluded') FROM qms_coverage(%s, %s)", document.value, day)[0]))


@operation
def coverage_rows(document, day, id):
    names = ("kind", "id", "state", "title", "title_en", "note", "lack", "lack_en", "warning", "warning_en")
    found = rows(f"SELECT {', '.join(names)}, evidence, evidence_titles FROM qms_coverage(%s, %s) WHERE id = %s", document.value, day, id)
    return [dict(zip(names, row)) | {"evidence": [list(pair) for pair in zip(*row[-2:])]} for row in found]


@operation
def coverage_table(document, day, format, lang):
    return sql("SELECT qms_coverage_report(%s, %s, %s, %s)", document.value, day, format, lang)


@operation
def legal_act(_, number):
    return sql("SELECT qms_legal_act(%s)", number)


@operation
def legal_status(_, number, day):
    return sql("SELECT qms_legal_status(%s, %s)", number, day)


@operation
def portal_import(document, records):
    before = sql("SELECT count(*) FROM qms_nodes(%s) WHERE type = 'administrative_procedure'", document.value)
    edit(root(document), "qms_portal_import", records)
    return sql("SELECT count(*) FROM qms_nodes(%s) WHERE type = 'administrative_procedure'", document.value) - before


@operation
def portal_export(node):
    return sql("SELECT qms_portal_export(%s, %s)", node.document.value, node.path)


@operation
def portal_notes(document):
    return [row[0] for row in rows("SELECT id FROM qms_portal_notes(%s)", document.value)]


@operation
def bpmn(node, profile=None):
    return sql("SELECT qms_bpmn(%s, %s, %s)", node.document.value, node.path, profile or "generic")


@operation
def bpmn_report(document, xml):
    found = Findings(document, rows("SELECT * FROM qms_bpmn_findings(%s, %s)", document.value, xml))
    import_bpmn(document, xml)
    return found


@operation
def import_bpmn(document, xml):
    edit(root(document), "qms_bpmn_import", xml)
    return Node(document, sql("SELECT path FROM qms_nodes(%s) WHERE type = 'procedure' ORDER BY path LIMIT 1", document.value))


@operation
def svg_pages(node, whole=False):
    return sql("SELECT count(*) FROM qms_svg(%s, %s, %s) WHERE svg LIKE '%%<svg%%'", node.document.value, node.path, whole)


# ---- workflows, calendars, cases

@operation
def workflow(node):
    sql("SELECT count(*) FROM qms_steps(%s, %s)", node.document.value, node.path)
    return node


@operation
def steps(node):
    return [list(row) for row in rows("SELECT id, name, role_name, counts FROM qms_steps(%s, %s)", node.document.value, node.path)]


@operation
def outcomes(node, step):
    return [list(row) for row in rows("SELECT code, kind, target, branches FROM qms_outcomes(%s, %s) WHERE step = %s",
                                      node.document.value, node.path, step)]


@operation
def outcome(node, step, code):
    found = rows("SELECT name, scenario, lost, back FROM qms_outcomes(%s, %s) WHERE step = %s AND code = %s", node.document.value, node.path,
                 step, code)
    return dict(zip(("name", "scenario", "lost", "back"), found[0])) if found else None


@operation
def workflow_text(node, format, lang, ways):
    return sql("SELECT qms_workflow(%s, %s, %s, %s, %s)", node.document.value, node.path, format, lang, ways)


@operation
def way(node, extreme):
    return list(rows("SELECT steps, working_minutes FROM qms_way(%s, %s, %s)", node.document.value, node.path, extreme)[0])


@operation
def verdicts(node):
    return [row[0] for row in rows("SELECT verdict FROM qms_limits(%s, %s)", node.document.value, node.path)]


@operation
def calendar(_, name):
    sql("SELECT qms_is_working_day('2026-01-05', %s)", name)
    return name


@operation
def calendar_from(document):
    value = document.value.decode() if isinstance(document.value, bytes) else document.value
    return calendar(None, value)


@operation
def due(calendar, start, duration):
    found = rows("SELECT qms_due_at(%s, %s, %s), qms_due_certainty(%s, %s, %s)", start, duration, calendar, start, duration, calendar)[0]
    return [time(found[0]), found[1]]


@operation
def same_day_due(calendar, received):
    return [time(sql("SELECT qms_same_day_due_at(%s, %s)", received, calendar)), "sure"]


@operation
def add_minutes(calendar, start, minutes):
    return [time(sql("SELECT qms_add_minutes(%s, %s, %s)", start, minutes, calendar)), "sure"]


@operation
def working_minutes(calendar, start, end):
    return sql("SELECT qms_working_minutes(%s, %s, %s)", start, end, calendar)


@operation
def day(calendar, day):
    return list(rows("SELECT qms_is_working_day(%s, %s), qms_day_name(%s, %s)", day, calendar, day, calendar)[0])


@operation
def day_off(calendar, day):
    return list(rows("SELECT kind, certainty FROM qms_day(%s, %s)", day, calendar)[0])


@operation
def calendar_info(calendar):
    return list(rows("SELECT * FROM qms_calendar_info(%s)", calendar)[0])


@operation
def parse_limit(_, words):
    return sql("SELECT qms_duration(%s)", words)


def happening(case, call, *args):
    edit(Node(case.document, None), call, *args, case.calendar)


@operation
def start_case(document, procedure, calendar=None):
    system = procedure.document.value
    if isinstance(system, bytes) and isinstance(document.value, str):
        system = system.decode()
    case = Case(document, calendar)
    happening(case, "qms_case_start", system, procedure.path)
    return case


@operation
def open_case(document, calendar=None):
    rows("SELECT * FROM qms_case_state(%s, now(), %s)", document.value, calendar)
    return Case(document, calendar)


@operation
def complete(case, step, outcome, at, actor=None, note=None):
    happening(case, "qms_case_complete", step, outcome, at, actor, note)


@operation
def happen(case, what, at, actor=None, note=None):
    happening(case, "qms_case_event", what, at, actor, note)


@operation
def hand_over(case, agency, code, at, actor=None, note=None):
    happening(case, "qms_case_hand_over", agency, code, at, actor, note)


@operation
def extend(case, due, at, actor=None, note=None):
    happening(case, "qms_case_extend", due, at, actor, note)


@operation
def state(case, now):
    found = rows("SELECT status, ended, running, due, timeliness FROM qms_case_state(%s, %s, %s)", case.document.value, now, case.calendar)[0]
    steps = rows("SELECT id, due FROM qms_case_steps(%s, %s, %s)", case.document.value, now, case.calendar)
    return {"status": found[0], "ended": found[1], "running": found[2], "due": time(found[3]), "timeliness": found[4],
            "open": [[id, time(due)] for id, due in steps]}


@operation
def remaining(case, now):
    return sql("SELECT remaining_minutes FROM qms_case_state(%s, %s, %s)", case.document.value, now, case.calendar)


@operation
def used(case, now):
    return sql("SELECT used_minutes FROM qms_case_state(%s, %s, %s)", case.document.value, now, case.calendar)


@operation
def open_step(case, step, now, soon=0):
    names = ("entered", "due", "running", "timeliness", "remaining", "used")
    found = rows("SELECT entered, due, running, timeliness, remaining_minutes, used_minutes FROM qms_case_steps(%s, %s, %s, %s) WHERE id = %s",
                 case.document.value, now, case.calendar, soon, step)
    return dict(zip(names, (time(found[0][0]), time(found[0][1]), *found[0][2:]))) if found else None


@operation
def next_(case, step, outcome):
    found = rows("SELECT * FROM qms_case_next(%s, %s, %s, %s)", case.document.value, step, outcome, case.calendar)[0]
    return dict(zip(("possible", "steps", "ends"), found))


@operation
def form(case, kind):
    return sql("SELECT qms_case_form(%s, %s, %s)", case.document.value, kind, case.calendar)


@operation
def case_document(case):
    return case.document


@operation
def case_code(_, agency, day, serial):
    return sql("SELECT qms_case_code(%s, %s, %s)", agency, day, serial)


@operation
def parse_case_code(_, code):
    found = rows("SELECT * FROM qms_case_code_parse(%s)", code)[0]
    return [found[0], str(found[1]), found[2]]


# ---- lifetime and threads

@operation
def keep_children(_, text, count, name):
    return sql("SELECT count(*) FROM (SELECT qms_get(%s, '/heThong/coQuan/donVi[1]/ten') AS name FROM generate_series(1, %s)) kept "
               "WHERE name = %s", text, count, name)


def json_report(connection, data):
    with connection.cursor() as cursor:
        cursor.execute("SELECT qms_report(%s, '2026-06-01')", [psycopg2.Binary(data)])
        return cursor.fetchone()[0]


@operation
def parallel(_, name, count):
    found, data = [], (ROOT / name).read_bytes()
    threads = [threading.Thread(target=lambda: found.append(json_report(connect(), data))) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found.count(json_report(CONNECTION, data))
