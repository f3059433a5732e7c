# SPDX-License-Identifier: BSL-1.0
"""Reports from files of any kind: docs/inputs.md."""

from __future__ import annotations

from tongket.files.door import read, read_many
from tongket.files.kinds import FileKind
from tongket.files.origin import Origin

__all__ = ["FileKind", "Origin", "read", "read_many"]
