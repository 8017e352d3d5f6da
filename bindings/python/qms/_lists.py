# SPDX-License-Identifier: Apache-2.0
"""Lists have all methods of Python's mutable sequences: what the extension does not do itself comes from there."""

from collections.abc import MutableSequence

from . import _qms


def reverse(self):
    """Turn the order round."""
    self[:] = self[::-1]


for name in ("index", "count", "remove", "extend", "__iadd__", "__reversed__"):
    setattr(_qms.List, name, getattr(MutableSequence, name))
_qms.List.reverse = reverse
MutableSequence.register(_qms.List)
