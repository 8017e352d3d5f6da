# SPDX-License-Identifier: Apache-2.0
"""What all typed façades share: names of classes and attributes, and the model as classes with attributes.

An emitter (emit_python.py is the model) takes facade (model) and writes it in its language. What is the model's has plain names;
what is the library's own on a node begins with "node", so that a new field can never take its name.
"""

from dataclasses import dataclass

# The root of all: other languages have a System of their own.
CLASS_NAMES = {"system": "quality_system"}


def pascal(name):
    """time_limit → TimeLimit"""
    return "".join(word.capitalize() for word in name.split("_"))


def camel(name):
    """time_limit → timeLimit"""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def class_name(name):
    return pascal(CLASS_NAMES.get(name, name))


def safe(name, reserved):
    """The name, with an underscore behind it if the language keeps it for itself."""
    return name + "_" if name in reserved else name


@dataclass(frozen=True)
class Attribute:
    name: str
    kind: str  # as in the schema
    is_list: bool
    target: str  # class of a node, or that a reference points to; None
    enum: str  # name of the enumeration in PascalCase; None
    field_id: int
    en: str
    vi: str


@dataclass(frozen=True)
class Class:
    name: str
    type_name: str  # API name
    type_id: int
    is_root: bool
    attributes: tuple
    en: str
    vi: str


@dataclass(frozen=True)
class Enumeration:
    name: str
    enum_name: str  # API name
    values: tuple  # (API name, number, text in files, English, Vietnamese)
    en: str
    vi: str


def attribute(item, field):
    is_node = field["kind"] in ("node", "ref")
    return Attribute(
        name=field["name"],
        kind=field["kind"],
        is_list=field["list"],
        target=class_name(field["target"]) if is_node else None,
        enum=pascal(field["target"]) if field["kind"] == "enum" else None,
        field_id=item["id"] * 256 + field["id"],
        en=field["en"],
        vi=field["vi"],
    )


def classes(model):
    return [Class(class_name(item["name"]), item["name"], item["id"], bool(item.get("root")),
                  tuple(attribute(item, field) for field in item["fields"]), item["en"], item["vi"])
            for item in model.types]


def enumerations(model):
    return [Enumeration(pascal(item["name"]), item["name"],
                        tuple((value["name"], value["id"], value["xml"], value["en"], value["vi"]) for value in item["values"]),
                        item["en"], item["vi"])
            for item in model.enums]
