# SPDX-License-Identifier: Apache-2.0
"""Names that Python has for types and fields of the model (the same as in schema/facade.py)."""

import keyword


def class_name(name, _=None):
    """``time_limit`` → ``qms.model.TimeLimit``; the system is a ``QualitySystem`` in every language."""
    words = "quality_system" if name == "system" else name
    return "qms.model." + "".join(word.capitalize() for word in words.split("_"))


def attribute_name(name, _=None):
    return name + "_" if keyword.iskeyword(name) else name


def target_name(name, _=None):
    return name + "_node"


def describe(english, vietnamese):
    return f"{english}\n\n{vietnamese}"
