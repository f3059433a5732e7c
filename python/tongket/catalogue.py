# SPDX-License-Identifier: BSL-1.0
"""What the library knows of indicators and provinces."""

from __future__ import annotations

import csv
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

    >>> indicators()["bts.total"].label_en
    'mobile base stations'
    """

    id: str
    label_vi: str
    label_en: str
    dimension: MeasureKind
    topic: Topic


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
                row["id"], row["label_vi"], row["label_en"], MeasureKind(row["dimension"]), Topic(row["topic"])
            )
            for row in rows
        }
    )


@lru_cache(maxsize=1)
def provinces() -> Mapping[str, str]:
    """The names of the provinces by ISO 3166-2 code.

    >>> provinces()["VN-26"]
    'Thừa Thiên Huế'
    """
    result = {}
    for line in _core.builtin_lexicon().splitlines():
        if not line.startswith("province\t"):
            continue
        _, phrases, code, attributes = [*line.split("\t"), "", ""][:4]
        labels = dict(pair.partition("=")[::2] for pair in attributes.split(";"))
        result[code] = labels.get("label", phrases.split("|")[0])
    return MappingProxyType(result)
