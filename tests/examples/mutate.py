# SPDX-License-Identifier: Apache-2.0
"""Changes to a system, told in XPath: the steps of a mutation.

Paths start at heThong and name elements without a prefix. A step that finds nothing to change is an error."""

import copy

from lxml import etree

NAMESPACE = ' xmlns="urn:libqms:1"'


def load(text):
    """A system without its namespace, so that paths need no prefix."""
    return etree.fromstring(text.replace(NAMESPACE, "", 1).encode(), etree.XMLParser(remove_blank_text=True))


def dump(root):
    return etree.tostring(root, encoding="unicode").replace("<heThong", "<heThong" + NAMESPACE, 1)


def found(root, xpath):
    nodes = root.xpath(xpath)
    if not nodes:
        raise LookupError(f"nothing at {xpath}")
    return nodes


def remove(root, xpath):
    for node in found(root, xpath):
        if isinstance(node, etree._Element):
            node.getparent().remove(node)
        else:
            del node.getparent().attrib[node.attrname]


def attribute(root, xpath, name, value):
    for node in found(root, xpath):
        node.set(name, value)


def text(root, xpath, value):
    for node in found(root, xpath):
        node.text = value


def add(root, xpath, xml):
    for node in found(root, xpath):
        node.append(etree.fromstring(xml))


def before(root, xpath, xml):
    for node in found(root, xpath):
        node.addprevious(etree.fromstring(xml))


def twice(root, xpath):
    for node in found(root, xpath):
        node.addnext(copy.deepcopy(node))


STEPS = {"remove": remove, "attribute": attribute, "text": text, "add": add, "before": before, "twice": twice}


def mutated(root, steps):
    """A copy of the system with all steps taken."""
    changed = copy.deepcopy(root)
    for name, *arguments in steps:
        STEPS[name](changed, *arguments)
    return changed
