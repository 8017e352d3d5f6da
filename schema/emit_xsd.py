# SPDX-License-Identifier: Apache-2.0
"""Write the XML Schema (XSD 1.0) of the model.

It says what XSD can say without being stricter than libqms about order: attributes, values, which element stands where.
Cardinality of elements, references and uniqueness of identifiers are left to libqms, which reports them better.
"""

from xml.etree import ElementTree

PATH = "data/schema/libqms-1.xsd"
NAMESPACE = "urn:libqms:1"
LANGUAGES = ("vi", "en")

INTRODUCTION = {
    "vi": "Lược đồ của libqms. Được sinh từ schema/; không sửa tay. Phần tử con được viết theo thứ tự bất kỳ; "
    "nội dung thuộc không gian tên khác được phép ở mọi nơi.",
    "en": "The schema of libqms. Generated from schema/; do not edit. Child elements may come in any order; "
    "content of other namespaces is allowed everywhere.",
}

# Simple types that a kind has everywhere: kind → (base, pattern).
KINDS = {
    "id": ("xs:NCName", None),
    "ref": ("xs:NCName", None),
    "string": ("xs:token", None),
    "text": ("xs:string", None),
    "code": ("xs:token", None),
    "bool": ("xs:boolean", "true|false"),
    "int": ("xs:long", r"-?[0-9]+"),
    "money": ("xs:long", r"-?[0-9]+"),
    "decimal": ("xs:decimal", r"-?[0-9]+(\.[0-9]+)?"),
    "date": ("xs:date", r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    "dateTime": ("xs:dateTime", r"[^Z+]*(Z|[+\-][0-9]{2}:[0-9]{2})"),
}


def add(parent, tag, **attributes):
    return ElementTree.SubElement(parent, f"xs:{tag}", attributes)


def annotate(parent, item):
    annotation = add(parent, "annotation")
    for lang in LANGUAGES:
        add(annotation, "documentation", **{"xml:lang": lang}).text = item[lang]


def allow_foreign_attributes(parent):
    add(parent, "anyAttribute", namespace="##other", processContents="lax")


def restrict(parent, base, facets, **attributes):
    simple = add(parent, "simpleType", **attributes)
    restriction = add(simple, "restriction", base=base)
    for name, value in facets:
        add(restriction, name, value=str(value))
    return simple


def facets_of(field):
    """What a field asks for beyond its kind."""
    names = (("pattern", "pattern"), ("min", "minInclusive"), ("max", "maxInclusive"))
    return [(facet, field[key]) for key, facet in names if key in field]


def simple_type_of(item, field):
    if field["kind"] == "enum":
        return field["target"]
    if facets_of(field):
        return f"{item['name']}.{field['name']}"
    return f"kind.{field['kind']}"


def emit_kinds(schema, model):
    for kind, (base, pattern) in KINDS.items():
        restrict(schema, base, [("pattern", pattern)] if pattern else [], name=f"kind.{kind}")
    units = "|".join(value["xml"] for value in model.enums_by_name["duration_unit"]["values"])
    restrict(schema, "xs:token", [("pattern", rf"[0-9]+(\.[0-9]+)? ({units})")], name="kind.duration")


def emit_text_element(schema):
    """Text in an element: foreign elements may stand between the words."""
    words = add(schema, "complexType", name="element.text", mixed="true")
    emit_children(words, None, [])
    allow_foreign_attributes(words)


def emit_enum(schema, item):
    simple = add(schema, "simpleType", name=item["name"])
    annotate(simple, item)
    restriction = add(simple, "restriction", base="xs:token")
    for value in item["values"]:
        annotate(add(restriction, "enumeration", value=value["xml"]), value)


def emit_attribute(parent, item, field):
    attribute = add(parent, "attribute", name=field["xml"], type=simple_type_of(item, field))
    if field["required"]:
        attribute.set("use", "required")
    annotate(attribute, field)


def emit_element(parent, item, field):
    element = add(parent, "element", name=field["xml"])
    annotate(element, field)
    if field["kind"] == "node":
        element.set("type", field["target"])
    elif field["kind"] in ("string", "text"):
        element.set("type", "element.text")
    else:
        content = add(add(element, "complexType"), "simpleContent")
        allow_foreign_attributes(add(content, "extension", base=simple_type_of(item, field)))


def emit_children(parent, item, fields):
    choice = add(parent, "choice", minOccurs="0", maxOccurs="unbounded")
    for field in fields:
        emit_element(choice, item, field)
    for namespace in ("##other", "##local"):
        add(choice, "any", namespace=namespace, processContents="lax")


def emit_type(schema, item):
    node = add(schema, "complexType", name=item["name"])
    if any(field["form"] == "content" for field in item["fields"]):
        node.set("mixed", "true")
    annotate(node, item)
    emit_children(node, item, [field for field in item["fields"] if field["form"] == "element"])
    for field in item["fields"]:
        if field["form"] == "attribute":
            emit_attribute(node, item, field)
    allow_foreign_attributes(node)
    for field in item["fields"]:
        if facets_of(field):
            restrict(schema, f"kind.{field['kind']}", facets_of(field), name=simple_type_of(item, field))


def emit(model):
    schema = ElementTree.Element("xs:schema", {
        "xmlns:xs": "http://www.w3.org/2001/XMLSchema", "xmlns": NAMESPACE, "targetNamespace": NAMESPACE,
        "elementFormDefault": "qualified", "version": "1"})
    annotate(schema, INTRODUCTION)
    for item in model.types:
        if item.get("root"):
            add(schema, "element", name=item["xml"], type=item["name"])
    for item in model.types:
        emit_type(schema, item)
    for item in model.enums:
        emit_enum(schema, item)
    emit_text_element(schema)
    emit_kinds(schema, model)
    ElementTree.indent(schema)
    text = ElementTree.tostring(schema, encoding="unicode")
    comment = "<!-- SPDX-License-Identifier: Apache-2.0 -->"
    return {PATH: f'<?xml version="1.0" encoding="UTF-8"?>\n{comment}\n{text}\n'}
