# SPDX-License-Identifier: Apache-2.0
"""Runs the conformance suite (docs/conformance.md) in SQL: conformance.py PROJECT-DIRECTORY."""

import inspect
import json
import re
import sys

import psycopg2

from operations import CONNECTION, OPERATIONS, ROOT, Skip

# What has no form in SQL, and why.
SKIPPED = {
    "file": "a value in a table has no file name",
    "read": "documents are read strictly, and within qms.max_document_size",
    "save": "functions write no files",
    "attach": "a node does not live outside of its document; jsonb moves parts of it",
    "detach": "a node does not live outside of its document; jsonb moves parts of it",
    "extension": "foreign content is read with xpath()",
    "check_framework": "functions read no files",
    "inspect": "the report of an inspection is made by the command",
    "check_suppressions": "suppressions beside documents are judged by the command",
    "left_out": "rows are limited by LIMIT",
    "refused": "what cannot be read is an SQL error; its report is given by qms_report",
    "step": "forms of a step are read with qms_to_json",
    "way_details": "what each role has to do is told by qms_workflow",
    "paths": "all ways are told by qms_workflow",
    "timing": "slack and reduction are told by qms_workflow",
}
SKIPPED_CASES = {"what was removed or replaced can still be read": "a node does not live outside of its document",
                 "a single child whose new value is refused keeps the old one": "a node does not live outside of its document"}
# Statuses of the library by SQLSTATE.
STATUSES = {"22023": "argument", "2200M": "syntax", "2200N": "structure", "22P02": "value", "23000": "reference", "54000": "limit",
            "0A000": "unsupported", "42704": "not-found", "XX000": "internal"}


def problem(error):
    """Members of the first problem of an SQL error: its detail is «line:column: message [ID] path»."""
    if isinstance(error, ValueError):  # a text with U+0000, which the client does not send
        return {"status": "value"}
    state = getattr(error, "pgcode", None) or error.sqlstate
    match = re.match(r"(?:(\d+):(\d+): )?(.*?) \[(QMS-\w+-\d+)\](?: (\S+))?$", (error.diag.message_detail or "").split("\n")[0])
    line, column, message, id, path = match.groups() if match else (None,) * 5
    return {"status": STATUSES.get(state, state), "id": id, "line": line and int(line), "column": column and int(column), "path": path,
            "message": error.diag.message_primary, "message_en": message, "remedy": error.diag.message_hint}


def agrees(error, expected):
    if expected.keys() - problem(error).keys():
        raise Skip(f"an SQL error has no {', no '.join(sorted(expected.keys() - problem(error).keys()))}")
    found = problem(error)
    return all(found.get(key) == value for key, value in expected.items())


def resolved(value, variables):
    return variables[value["var"]] if isinstance(value, dict) and list(value) == ["var"] else value


def check_arguments(call, args):
    try:
        inspect.signature(OPERATIONS[call]).bind(None, *args)
    except TypeError:
        raise Skip(f"the SQL function of {call} has no such argument")


def run_step(step, variables):
    """None, or what is wrong."""
    target = variables[step["on"]] if "on" in step else None
    args = [resolved(value, variables) for value in step.get("args", [])]
    check_arguments(step["call"], args)
    try:
        result = OPERATIONS[step["call"]](target, *args)
    except (psycopg2.Error, ValueError) as error:
        good = "fails" in step and agrees(error, step["fails"])
        return None if good else f"expected {step.get('fails', step.get('gives'))}, found {error!r}"
    if "fails" in step:
        return f"expected {step['fails']}, found {result!r}"
    variables[step.get("as")] = result
    expected = resolved(step.get("gives"), variables)
    if "gives" in step and result != expected:
        return f"expected {expected!r}, found {result!r}"
    return None


def run_case(case):
    variables, steps = {}, list(case["steps"])
    if case["name"] in SKIPPED_CASES:
        raise Skip(SKIPPED_CASES[case["name"]])
    if "input" in case:
        call = "parse" if case["input"][0] in "<{" else "load"
        steps.insert(0, {"call": call, "args": [case["input"]], "as": "doc"})
    for call in (step["call"] for step in steps if step["call"] not in OPERATIONS):
        raise Skip(SKIPPED.get(call, f"no SQL function does what {call} does"))
    for step in steps:
        wrong = run_step(step, variables)
        if wrong:
            return f"{step['call']}: {wrong}"
    return None


def main():
    passed = failed = skipped = 0
    with CONNECTION.cursor() as cursor:
        cursor.execute("CREATE EXTENSION IF NOT EXISTS qms")
    for path in sorted((ROOT / "tests" / "conformance").glob("*.json")):
        for case in json.loads(path.read_text(encoding="utf-8"))["cases"]:
            try:
                wrong = run_case(case)
            except Skip as reason:
                skipped += 1
                print(f"PostgreSQL: skipped {path.name}: {case['name']}: {reason}")
                continue
            if wrong:
                failed += 1
                print(f"PostgreSQL: {path.name}: {case['name']}: {wrong}")
            else:
                passed += 1
    print(f"PostgreSQL: {passed} cases passed, {skipped} skipped")
    sys.exit(failed > 0 or passed == 0)


main()
