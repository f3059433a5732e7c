# SPDX-License-Identifier: BSL-1.0
"""From any number of pages to tables that can be asked: docs/corpus.md."""

from __future__ import annotations

from tongket.corpus.corpus import Corpus
from tongket.corpus.errors import CorpusError
from tongket.corpus.failures import FailureCode

__all__ = ["Corpus", "CorpusError", "FailureCode"]
