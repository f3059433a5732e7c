# SPDX-License-Identifier: BSL-1.0
"""What the library knows of indicators and provinces."""

from __future__ import annotations

import csv
import datetime
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongket import _core
from tongket.model import MeasureKind, Topic

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Indicator:
    """An entry of the indicator catalogue.

    Attributes:
        id: what `Measure.indicator_id` names
        label_vi: in Vietnamese
        label_en: in English
        dimension: the kind of its measures
        topic: its field of work
        unit: of its measures, where they all have one; empty for counts, whose unit is the noun that pages count
        additive: whether the figures of two provinces make that of both
        time: `stock`, of a moment (subscribers), or `flow`, of a period (revenue)

    >>> indicators()["bts.total"].label_en
    'mobile base stations'
    """

    id: str
    label_vi: str
    label_en: str
    dimension: MeasureKind
    topic: Topic
    unit: str = ""
    additive: bool = False
    time: str = ""


@lru_cache(maxsize=1)
def indicators() -> Mapping[str, Indicator]:
    """The indicator catalogue by id.

    >>> indicators()["revenue.postal"].dimension.value
    'money'
    """
    rows = csv.DictReader(_core.builtin_indicators().splitlines())
    return MappingProxyType(
        {
            row["id"]: Indicator(
                row["id"],
                row["label_vi"],
                row["label_en"],
                MeasureKind(row["dimension"]),
                Topic(row["topic"]),
                row["unit"],
                row["additive"] == "yes",
                row["time"],
            )
            for row in rows
        }
    )


#: When 63 provinces became 34 (Nghị quyết 202/2025/QH15).
MERGERS = datetime.date(2025, 7, 1)


@dataclass(frozen=True)
class Province:
    """A province or centrally-run city as of before the mergers of 1 July 2025 (63, and Hà Tây, which ended in 2008).

    Attributes:
        code: ISO 3166-2
        name: its official name
        gso: the code of the General Statistics Office until 30 June 2025
        gso_2025: that of the merged province which goes on under this name and `code`; None where none does
        successor: the code of the province that it belongs to since 1 July 2025, or that it was merged into before
        since: the first day on which it was one; None: before 2004
        until: the first day on which it was none any more; None: it goes on, maybe with more land

    >>> former = gazetteer()["VN-54"]
    >>> former.name, former.gso, former.successor, former.until
    ('Bắc Giang', '24', 'VN-56', datetime.date(2025, 7, 1))
    >>> gazetteer()["VN-56"].gso, gazetteer()["VN-56"].gso_2025
    ('27', '24')
    """

    code: str
    name: str
    gso: str
    gso_2025: str | None
    successor: str
    since: datetime.date | None = None
    until: datetime.date | None = None


@lru_cache(maxsize=1)
def gazetteer() -> Mapping[str, Province]:
    """The provinces by ISO 3166-2 code, with their codes of the statistics office, successors and validity.

    >>> len({province.successor for province in gazetteer().values()})
    34
    """
    result = {}
    for line in _core.builtin_lexicon().splitlines():
        if not line.startswith("province\t"):
            continue
        _, phrases, code, pairs = line.split("\t")
        attributes = dict(pair.partition("=")[::2] for pair in pairs.split(";"))
        successor = attributes["successor"]
        until = _day(attributes.get("until"))
        if until is None and successor != code:
            until = MERGERS
        result[code] = Province(
            code,
            attributes.get("label", phrases.split("|")[0]),
            attributes["gso"],
            attributes.get("gso2025"),
            successor,
            _day(attributes.get("since")),
            until,
        )
    return MappingProxyType(result)


def _day(text: str | None) -> datetime.date | None:
    return None if text is None else datetime.date.fromisoformat(text)


@lru_cache(maxsize=1)
def provinces() -> Mapping[str, str]:
    """The names of the provinces by ISO 3166-2 code.

    >>> provinces()["VN-26"]
    'Thừa Thiên Huế'
    """
    return MappingProxyType({code: province.name for code, province in gazetteer().items()})
