# SPDX-License-Identifier: BSL-1.0
"""What a corpus raises where it cannot go on; pages that cannot be read are rows of `failures` instead."""

from __future__ import annotations


class CorpusError(RuntimeError):
    """A corpus that is damaged, in use, of another format, or asked for what it has not.

    >>> str(CorpusError("no such table"))
    'no such table'
    """
