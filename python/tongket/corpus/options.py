# SPDX-License-Identifier: BSL-1.0
"""What decides which rows a corpus has for a page, and so is part of its fingerprint."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any

from tongket import __version__, _core
from tongket.corpus.pages import Columns
from tongket.model import LexiconEntry
from tongket.parser import Parser

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Work after which a page is set aside; prose of 64 MiB takes less.
_MAX_WORK = 128 << 20


@dataclass(frozen=True)
class Options:
    """How pages become rows.

    Attributes:
        genre: `strict` keeps the pages that are reports of review conferences, `all` every page
        hosts: patterns (`*.gov.vn`) of the hosts whose pages are read; none: all
        keep_text: whether `reports.text_source` has the text that was parsed
        columns: which columns hold what
        lexicon: words besides the built-in ones
    """

    genre: str = "strict"
    hosts: tuple[str, ...] = ()
    keep_text: bool = False
    columns: Columns = field(default_factory=Columns)
    lexicon: tuple[LexiconEntry, ...] = ()

    def takes(self, host: str | None) -> bool:
        """Whether pages of a host are read; those without an address always are."""
        return not self.hosts or host is None or any(fnmatchcase(host, pattern.lower()) for pattern in self.hosts)

    def parser(self) -> Parser:
        """What reads the texts."""
        return Parser(self.lexicon, max_work=_MAX_WORK)

    def lexicon_hash(self) -> str:
        """Of all words."""
        words = [_core.builtin_lexicon(), _core.builtin_indicators(), json.dumps([asdict(e) for e in self.lexicon])]
        return _short_hash("\0".join(words))

    def basis(self) -> dict[str, Any]:
        """What the rows of a page depend on besides the page."""
        told = {name: value for name, value in self.to_dict().items() if name != "lexicon"}
        return {"version": __version__, "lexicon": self.lexicon_hash(), "options": told}

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it.

        >>> Options.from_dict(Options(hosts=("*.gov.vn",)).to_dict()).hosts
        ('*.gov.vn',)
        """
        result: dict[str, Any] = json.loads(json.dumps(asdict(self)))
        return result

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Options:
        """Reads what `to_dict` made."""
        columns = Columns(**{role: tuple(names) for role, names in data["columns"].items()})
        entries = tuple(LexiconEntry(**{**e, "phrases": tuple(e["phrases"])}) for e in data["lexicon"])
        return cls(data["genre"], tuple(data["hosts"]), data["keep_text"], columns, entries)


def fingerprint(basis: Mapping[str, Any]) -> str:
    """The name of what rows depend on."""
    return _short_hash(json.dumps(basis, sort_keys=True, ensure_ascii=False))


def _short_hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
