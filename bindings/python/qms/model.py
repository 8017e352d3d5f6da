# SPDX-License-Identifier: Apache-2.0
"""The classes of the model: one for each type, made from the library's own tables."""

from ._qms import classes as _classes

globals().update(_classes)
__all__ = list(_classes)
