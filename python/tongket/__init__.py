# SPDX-License-Identifier: BSL-1.0
"""Reads the year-end reports of Vietnamese state agencies into typed data, tables and pictures.

    import tongket
    reports = list(tongket.parse_many("examples/reports"))
    tongket.to_frame(reports, "measures")
"""

from __future__ import annotations

from tongket._core import __version__
from tongket.errors import Error, ErrorCode
from tongket.model import (
    Approximation,
    Award,
    AwardKind,
    Citation,
    CitationType,
    Confidence,
    DayPart,
    Delegation,
    Diagnostic,
    Direction,
    LexiconEntry,
    Measure,
    MeasureConfidence,
    MeasureKind,
    MeasureRole,
    Meeting,
    MeetingKind,
    Organizer,
    OrganizerKind,
    Per,
    Period,
    PeriodKind,
    Person,
    Position,
    Published,
    Role,
    Severity,
    Span,
    Statement,
    Target,
    Text,
    Topic,
    Zone,
    ZoneKind,
)
from tongket.parser import (
    Failure,
    Parser,
    Reports,
    parse,
    parse_agency,
    parse_citation,
    parse_date,
    parse_file,
    parse_many,
    parse_period,
    parse_person,
    parse_quantity,
    read_lexicon,
)
from tongket.report import Report
