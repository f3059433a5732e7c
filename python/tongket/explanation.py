# SPDX-License-Identifier: BSL-1.0
"""Why a report was read as it was."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from tongket import _options
from tongket.model import Confidence, Span, Text, ZoneKind

__all__ = [
    "Decided",
    "Evidence",
    "ExplainedCandidate",
    "ExplainedCell",
    "ExplainedClause",
    "ExplainedFrame",
    "ExplainedMeasure",
    "ExplainedSentence",
    "Explanation",
]


@dataclass(frozen=True)
class Evidence:
    """One observation.

    Attributes:
        feature: `kind:argument`, as the weight files name it
        weight: how much it favours the choice over what came next; below zero where it speaks against
    """

    feature: str
    weight: int


@dataclass(frozen=True)
class Decided:
    """A decision between names.

    Attributes:
        choice: what was decided
        next_best: what came next
        margin: how far ahead the whole page's best reading is of the best one with another choice here
        confidence: how sure that makes it
        evidence: what spoke for and against, strongest first
    """

    choice: str
    next_best: str
    margin: int
    confidence: Confidence
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class ExplainedFrame:
    """Somebody's part in a sentence, as the clause grammar found it.

    Attributes:
        rule: its name, for people
        senses: attend, chair, speak ...
        verb: words as written
        persons: whose part it is, as written
    """

    rule: str
    senses: tuple[str, ...]
    verb: str
    persons: tuple[str, ...]


@dataclass(frozen=True)
class ExplainedClause:
    """A clause: whether it states a failing, a task, a request, or none of them.

    Attributes:
        text: its words
        kind: the decision
    """

    text: Text
    kind: Decided


@dataclass(frozen=True)
class ExplainedCandidate:
    """Something between which a rule chose.

    Attributes:
        rule: its name, for people
        value: words as written, or a period; empty for a period that the page does not tell
        confidence: how sure the link would be
    """

    rule: str
    value: str
    confidence: Confidence


@dataclass(frozen=True)
class ExplainedMeasure:
    """A figure: between which words and periods its indicator and its period were chosen, the chosen first.

    Attributes:
        text: the figure
        indicator: empty where no words say what is measured
        period: a target's deadline replaces a first one by rule `zone`
    """

    text: Text
    indicator: tuple[ExplainedCandidate, ...]
    period: tuple[ExplainedCandidate, ...]


@dataclass(frozen=True)
class ExplainedCell:
    """A figure of a table: where it stands, and by which rules it became its measure.

    Attributes:
        text: the figure
        row: the label of its row
        column: the cells of the head above it, the highest first, with ` / ` between them
        rule: what the column was found to hold: plan, actual, growth ...
        unit: its rule says where the unit is told: head, label, table ...
        period: likewise
    """

    text: Text
    row: str
    column: str
    rule: str
    unit: ExplainedCandidate
    period: ExplainedCandidate


@dataclass(frozen=True)
class ExplainedSentence:
    """A sentence of the page.

    Attributes:
        text: its words
        zone: the decision on its zone
        frames: who does what in it
        clauses: what its clauses state
        measures: its figures
    """

    text: Text
    zone: Decided
    frames: tuple[ExplainedFrame, ...]
    clauses: tuple[ExplainedClause, ...]
    measures: tuple[ExplainedMeasure, ...]

    @property
    def zone_kind(self) -> ZoneKind:
        """The zone that was decided."""
        return ZoneKind(self.zone.choice)


class Explanation:
    """Why a report was read as it was, sentence by sentence; `print` shows it. Spans count code points.

    >>> explanation = report.explain()
    >>> explanation.genre.choice
    'report'
    >>> explanation.sentences[0].zone.choice
    'title'
    """

    __slots__ = ("_json", "_text", "cells", "genre", "sentences")

    #: `report` or `other`; None where the text has no story.
    genre: Decided | None
    sentences: tuple[ExplainedSentence, ...]
    #: The figures of tables, of which no sentence tells.
    cells: tuple[ExplainedCell, ...]

    def __init__(self, json_text: str, text: str) -> None:
        self._json = json_text
        self._text = text
        data = json.loads(json_text)
        self.genre = None if data["genre"] is None else _decided(data["genre"])
        self.sentences = tuple(_sentence(item) for item in data["sentences"])
        self.cells = tuple(_cell(item) for item in data["cells"])

    def __str__(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return f"<Explanation of {len(self.sentences)} sentences>"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Explanation):
            return NotImplemented
        return (self.genre, self.sentences, self.cells) == (other.genre, other.sentences, other.cells)

    def __hash__(self) -> int:
        return hash((self.genre, self.sentences, self.cells))

    def to_dict(self) -> dict[str, Any]:
        """The explanation as plain lists and dictionaries.

        >>> report.explain().to_dict()["genre"]["choice"]
        'report'
        """
        result: dict[str, Any] = json.loads(self._json)
        return result

    def to_json(self, indent: int | None = 2) -> str:
        """The explanation as JSON, all of it.

        Args:
            indent: spaces per level; None for one line

        >>> report.explain().to_json(None)[:28]
        '{"genre": {"choice": "report'
        """
        _options.check("Explanation.to_json", indent=indent)
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)


def _text(data: dict[str, Any]) -> Text:
    return Text(data["text"], Span(*data["span"]))


def _decided(data: dict[str, Any]) -> Decided:
    evidence = tuple(Evidence(item["feature"], item["weight"]) for item in data["evidence"])
    return Decided(data["choice"], data["next_best"], data["margin"], Confidence(data["confidence"]), evidence)


def _candidate(data: dict[str, Any]) -> ExplainedCandidate:
    return ExplainedCandidate(data["rule"], data["value"], Confidence(data["confidence"]))


def _candidates(data: list[dict[str, Any]]) -> tuple[ExplainedCandidate, ...]:
    return tuple(_candidate(item) for item in data)


def _cell(data: dict[str, Any]) -> ExplainedCell:
    unit, period = _candidate(data["unit"]), _candidate(data["period"])
    return ExplainedCell(_text(data), data["row"], data["column"], data["rule"], unit, period)


def _sentence(data: dict[str, Any]) -> ExplainedSentence:
    frames = tuple(
        ExplainedFrame(item["rule"], tuple(item["senses"]), item["verb"], tuple(item["persons"]))
        for item in data["frames"]
    )
    clauses = tuple(ExplainedClause(_text(item), _decided(item["kind"])) for item in data["clauses"])
    measures = tuple(
        ExplainedMeasure(_text(item), _candidates(item["indicator"]), _candidates(item["period"]))
        for item in data["measures"]
    )
    return ExplainedSentence(_text(data), _decided(data["zone"]), frames, clauses, measures)
