# SPDX-License-Identifier: Apache-2.0
"""Write the JSON Schema (draft 2020-12) of the model: keys are API names, values are what XML files have.

Whole numbers, amounts of money and booleans are JSON's own; every other value is a string; lists are arrays.
"""

import json

PATH = "data/schema/libqms-1.schema.json"
NC_NAME = r"^[^\d\s.\-:][^\s:]*$"

KINDS = {
    "id": {"type": "string", "pattern": NC_NAME},
    "ref": {"type": "string", "pattern": NC_NAME},
    "string": {"type": "string"},
    "text": {"type": "string"},
    "code": {"type": "string"},
    "bool": {"type": "boolean"},
    "int": {"type": "integer"},
    "money": {"type": "integer"},
    "decimal": {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"},
    "date": {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    "dateTime": {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+-][0-9]{2}:[0-9]{2})$"},
    "duration": {"$ref": "#/$defs/kind.duration"},
}

STRINGS = {"type": "object", "additionalProperties": {"type": "string"}}
COUNT = {"type": "integer", "minimum": 0}

# A comment, a processing instruction or content of another namespace, and where it stands (libqms/codec/json_extra.c).
EXTRA = {
    "description": "Chú thích, chỉ thị xử lý hoặc nội dung thuộc không gian tên khác.\n"
    "A comment, a processing instruction or content of another namespace.",
    "type": "object",
    "properties": {
        "kind": {"enum": ["comment", "instruction", "element", "attribute"]},
        "where": {"enum": ["before", "tag", "field-before", "field-tag", "field-inside", "end", "after"]},
        "field": {"type": "string"},
        "item": COUNT,
        "offset": COUNT,
        "uri": {"type": "string"},
        "name": {"type": "string"},
        "text": {"type": "string"},
        "namespaces": STRINGS,
    },
    "required": ["kind", "where"],
    "additionalProperties": False,
}


def describe(item):
    return f"{item['vi']}\n{item['en']}"


def value_schema(field):
    if field["kind"] in ("node", "enum"):
        return {"$ref": f"#/$defs/{field['target']}"}
    schema = dict(KINDS[field["kind"]])
    if "pattern" in field:
        schema["pattern"] = f"^({field['pattern']})$"
    for key, word in (("min", "minimum"), ("max", "maximum")):
        if key in field:
            schema[word] = field[key]
    return schema


def field_schema(field):
    value = value_schema(field)
    if field["list"]:
        value = {"type": "array", "items": value}
    return {"description": describe(field), **value}


def type_schema(item):
    properties = {}
    if item.get("root"):
        properties = {"$type": {"const": item["name"]}, "$namespaces": STRINGS}
    properties |= {field["name"]: field_schema(field) for field in item["fields"]}
    properties["$extra"] = {"type": "array", "items": {"$ref": "#/$defs/kind.extra"}}
    schema = {"description": describe(item), "type": "object", "properties": properties, "additionalProperties": False}
    required = [field["name"] for field in item["fields"] if field["required"]]
    if required:
        schema["required"] = required
    return schema


def enum_schema(item):
    return {"description": describe(item), "type": "string", "enum": [value["xml"] for value in item["values"]]}


def duration_schema(model):
    units = "|".join(value["xml"] for value in model.enums_by_name["duration_unit"]["values"])
    return {"type": "string", "pattern": rf"^[0-9]+(\.[0-9]+)? ({units})$"}


def definitions(model):
    schemas = {item["name"]: type_schema(item) for item in model.types}
    schemas |= {item["name"]: enum_schema(item) for item in model.enums}
    schemas["kind.duration"] = duration_schema(model)
    schemas["kind.extra"] = EXTRA
    return schemas


def root_schema(name):
    is_name = {"required": ["$type"], "properties": {"$type": {"const": name}}}
    return {"if": is_name, "then": {"$ref": f"#/$defs/{name}"}}


def emit(model):
    roots = [item["name"] for item in model.types if item.get("root")]
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:libqms:1:json",
        "$comment": "SPDX-License-Identifier: Apache-2.0. Generated from schema/; do not edit.",
        "type": "object",
        "required": ["$type"],
        "properties": {"$type": {"enum": roots}},
        "allOf": [root_schema(root) for root in roots],
        "$defs": definitions(model),
    }
    return {PATH: json.dumps(schema, ensure_ascii=False, indent=2) + "\n"}
