# SPDX-License-Identifier: BSL-1.0
"""What must hold of the spans of every report, whatever the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import tongket


def nodes(report: tongket.Report) -> Iterator[Any]:
    """Every part of a report that has a span."""
    singles = [report.title, report.published, report.outlet, report.byline]
    meeting = report.meeting
    singles += [meeting.name, meeting.organizer, meeting.venue]
    yield from (single for single in singles if single is not None)
    for items in (
        report.zones,
        report.people,
        report.delegations,
        report.achievements,
        report.measures,
        report.shortcomings,
        report.targets,
        report.awards,
        report.citations,
        report.diagnostics,
    ):
        yield from items
    yield from (measure.indicator for measure in report.measures if measure.indicator is not None)


def is_joined(report: tongket.Report, words: str) -> bool:
    """Whether lines of the text were joined, or those of a table's cell."""
    return "\n" in words or "\r" in words or any(each.code == "wrapped-lines" for each in report.diagnostics)


def stand_at(text: str, words: str) -> bool:
    """Whether a text is in one line, and its letters are those of a place, of which lines may be left out."""
    left = iter("".join(words.split()))
    return text == " ".join(text.split()) and all(letter in left for letter in "".join(text.split()))


def check_spans(report: tongket.Report) -> int:
    """Asserts that the spans lead where the words are; returns how many words were looked at."""
    source = report.source
    assert source is not None
    looked_at = 0
    for node in nodes(report):
        assert 0 <= node.span.begin <= node.span.end <= len(source), node
        if hasattr(node, "text"):
            words = source[node.span.slice]
            assert node.text == words or (is_joined(report, words) and stand_at(node.text, words)), node
            looked_at += 1
    begins = [zone.span.begin for zone in report.zones]
    ends = [zone.span.end for zone in report.zones]
    if source:
        assert begins == [0, *ends[:-1]]
        assert ends[-1] == len(source)
    else:
        assert begins == []
    return looked_at
