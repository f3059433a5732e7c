# SPDX-License-Identifier: BSL-1.0
"""`enum.StrEnum`, also for Python before 3.11."""

from __future__ import annotations

import sys

if sys.version_info >= (3, 11):
    from enum import StrEnum
else:
    from enum import Enum

    class StrEnum(str, Enum):
        """An enumeration whose members are strings and print as such."""

        __str__ = str.__str__

        def __format__(self, format_spec: str) -> str:
            """As the string."""
            return str.__format__(self, format_spec)


__all__ = ["StrEnum"]
