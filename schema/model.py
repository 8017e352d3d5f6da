# SPDX-License-Identifier: Apache-2.0
"""Load and check the schema: types, enumerations, rules, messages."""

import re
import tomllib
import unicodedata

KINDS = ("id", "string", "text", "code", "ref", "bool", "int", "money", "decimal", "date", "dateTime", "duration", "enum",
         "node")
FORMS = ("attribute", "element", "content")
SEVERITIES = ("info", "warning", "error")
STATUSES = ("argument", "io", "syntax", "structure", "value", "reference", "limit", "unsupported", "not-found", "internal")

NAME = re.compile(r"[a-z][a-z0-9_]*\Z")
XML_NAME = re.compile(r"[a-z][A-Za-z0-9]*\Z")
ENUM_XML = re.compile(r"[a-z][A-Za-z0-9-]*\Z")
SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")
RULE_ID = re.compile(r"QMS-[A-Z]{2}-[0-9]{3}\Z")
ITEM = re.compile(r"[A-E][1-9][0-9]?\Z")  # of the inspection checklist

TYPE_KEYS = {"id", "name", "xml", "root", "scope", "en", "vi", "clauses", "fields"}
FIELD_KEYS = {"id", "name", "xml", "kind", "form", "target", "list", "required", "pattern", "example", "min", "max", "en",
              "vi", "clauses", "since"}
RULE_KEYS = {"id", "slug", "severity", "category", "types", "derived", "status", "since", "title", "message", "why",
             "remedy", "cites", "items"}


class SchemaError(Exception):
    pass


def need(condition, text):
    if not condition:
        raise SchemaError(text)


def unique(items, key, where):
    seen = set()
    for item in items:
        need(item[key] not in seen, f"{where}: {key} {item[key]!r} occurs twice")
        seen.add(item[key])


def default_form(field):
    if field.get("list") or field["kind"] in ("text", "node"):
        return "element"
    return "attribute"


def check_values(value, where):
    if isinstance(value, dict):
        for key, item in value.items():
            check_values(item, f"{where}.{key}")
    elif isinstance(value, list):
        for item in value:
            check_values(item, where)
    elif isinstance(value, str):
        need(unicodedata.is_normalized("NFC", value), f"{where}: text is not in NFC")


class Model:
    """types and enums in order of id, fields in canonical order (attributes first), rules and messages in order of id;
    items of the inspection checklist in its order."""

    def __init__(self, types, enums, rules, messages, items):
        self.types = sorted(types, key=lambda t: t["id"])
        self.enums = sorted(enums, key=lambda e: e["id"])
        self.rules = sorted(rules, key=lambda r: r["id"])
        self.messages = sorted(messages, key=lambda m: m["id"])
        self.items = items
        self.types_by_name = {t["name"]: t for t in types}
        self.enums_by_name = {e["name"]: e for e in enums}
        self.check()

    @classmethod
    def load(cls, folder):
        parts = {"type": [], "enum": [], "rule": [], "message": [], "item": []}
        paths = [*sorted(folder.glob("model/*.toml")), *sorted(folder.glob("rules/*.toml")), folder / "messages.toml",
                 folder / "checklist.toml"]
        for path in paths:
            try:
                data = tomllib.loads(path.read_text(encoding="utf-8"))
            except tomllib.TOMLDecodeError as error:
                raise SchemaError(f"{path}: {error}") from error
            check_values(data, str(path))
            for key, items in data.items():
                need(key in parts, f"{path}: unknown table {key!r}")
                parts[key] += items
        return cls(parts["type"], parts["enum"], parts["rule"], parts["message"], parts["item"])

    def check(self):
        for key in ("id", "name"):
            unique(self.types, key, "types")
            unique(self.enums, key, "enums")
        for item in self.enums:
            self.check_enum(item)
        for item in self.types:
            self.check_type(item)
        unique(self.rules + self.messages, "id", "rules and messages")
        unique(self.rules, "slug", "rules")
        unique(self.messages, "slug", "messages")
        for rule in self.rules:
            self.check_rule(rule)
        self.check_items()

    def check_enum(self, item):
        where = f"enum {item['name']}"
        need(NAME.match(item["name"]), f"{where}: bad name")
        for key in ("id", "name", "xml"):
            unique(item["values"], key, where)
        for value in item["values"]:
            need(ENUM_XML.match(value["xml"]), f"{where}: bad value {value['xml']!r}")
            need(value["id"] > 0, f"{where}: ids start at 1")

    def check_type(self, item):
        where = f"type {item['name']}"
        need(set(item) <= TYPE_KEYS, f"{where}: unknown keys {set(item) - TYPE_KEYS}")
        need(NAME.match(item["name"]) and XML_NAME.match(item["xml"]), f"{where}: bad name")
        for key in ("id", "name"):
            unique(item["fields"], key, where)
        for field in item["fields"]:
            self.check_field(field, f"{where}.{field['name']}")
        names = {field["name"] for field in item["fields"]}
        taken = {field["name"] + "_node" for field in item["fields"] if field["kind"] == "ref"} & names
        need(not taken, f"{where}: bindings call the nodes that references point to {taken}")
        item["fields"].sort(key=lambda f: f["form"] != "attribute")
        unique([f for f in item["fields"] if f["form"] == "attribute"], "xml", where)
        unique([f for f in item["fields"] if f["form"] == "element"], "xml", where)
        contents = [f for f in item["fields"] if f["form"] == "content"]
        elements = [f for f in item["fields"] if f["form"] == "element"]
        need(len(contents) <= 1 and not (contents and elements), f"{where}: content stands alone")
        need(len(item["fields"]) <= 64, f"{where}: more than 64 fields")

    def check_field(self, field, where):
        need(set(field) <= FIELD_KEYS, f"{where}: unknown keys {set(field) - FIELD_KEYS}")
        need(NAME.match(field["name"]) and XML_NAME.match(field["xml"]), f"{where}: bad name")
        need(not field["name"].startswith("node_"), f"{where}: names that begin with node_ are those of the bindings")
        need(field["kind"] in KINDS, f"{where}: unknown kind {field['kind']!r}")
        need(0 < field["id"] < 255, f"{where}: id out of range")
        field.setdefault("form", default_form(field))
        field.setdefault("list", False)
        field.setdefault("required", False)
        need(field["form"] in FORMS, f"{where}: unknown form")
        need(not field["list"] or field["form"] == "element", f"{where}: a list is made of elements")
        need(field["kind"] != "node" or field["form"] == "element", f"{where}: a node is an element")
        need(field["kind"] != "id" or (field["name"] == "id" and field["form"] == "attribute"), f"{where}: id is an attribute")
        if field["kind"] in ("node", "ref"):
            need(field.get("target") in self.types_by_name, f"{where}: unknown type {field.get('target')!r}")
        elif field["kind"] == "enum":
            need(field.get("target") in self.enums_by_name, f"{where}: unknown enum {field.get('target')!r}")
        if "pattern" in field:
            re.compile(field["pattern"])
            need("example" not in field or re.fullmatch(field["pattern"], field["example"]), f"{where}: example and pattern")

    def check_items(self):
        unique(self.items, "id", "checklist")
        known = {item["id"] for item in self.items}
        used = {item for rule in self.rules for item in rule.get("items", [])}
        need(used <= known, f"rules name items that the checklist does not have: {used - known}")
        need(known <= used, f"no rule decides these items of the checklist: {known - used}")

    def check_rule(self, rule):
        where = f"rule {rule['id']}"
        need(set(rule) <= RULE_KEYS, f"{where}: unknown keys {set(rule) - RULE_KEYS}")
        need(RULE_ID.match(rule["id"]) and SLUG.match(rule["slug"]), f"{where}: bad id or slug")
        need(rule["severity"] in SEVERITIES, f"{where}: unknown severity")
        for key in ("title", "message", "why", "remedy"):
            need(set(rule[key]) == {"vi", "en"}, f"{where}: {key} needs vi and en")
        need("status" not in rule or rule["status"] in STATUSES, f"{where}: unknown status")
        names = [set(re.findall(r"\{(\w+)\}", rule["message"][lang])) for lang in ("vi", "en")]
        need(names[0] == names[1], f"{where}: the messages name different values")
        for item in rule.get("items", []):
            need(ITEM.match(item), f"{where}: bad item {item!r}")
        for name in rule.get("types", []):
            need(name in self.types_by_name, f"{where}: unknown type {name!r}")
        generic = rule.get("derived") or "status" in rule
        need(bool(rule.get("types")) != bool(generic), f"{where}: either types or derived")
