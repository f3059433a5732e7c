# SPDX-License-Identifier: BSL-1.0
"""Parts of a report as small HTML tables for notebooks, with styles that also an untrusted notebook keeps."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any, Callable

from tongket import _vietnamese as vi
from tongket.model import (
    Award,
    Citation,
    Confidence,
    Delegation,
    Diagnostic,
    Measure,
    MeasureRole,
    Meeting,
    Person,
    Statement,
    Target,
    Zone,
)
from tongket.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    Fields = dict[str, Callable[[Any], object]]

#: More rows are counted only.
_MAX_ROWS = 200
_CELL = "padding:3px 10px;text-align:left;vertical-align:top;border-bottom:1px solid rgba(128,128,128,.3)"
_NUMBER = f"{_CELL};text-align:right;white-space:nowrap"


def weakest(measure: Measure) -> Confidence:
    """The least sure link of those that say what was measured when."""
    sure = measure.confidence
    links = [sure.indicator if measure.indicator_id is None else sure.indicator_id, sure.period]
    return max(links, key=list(Confidence).index)


def _told(member: Any) -> str:
    return "" if member is None else vi.label(member)


def _day(date: Any) -> str:
    return "" if date is None else vi.day(date)


def _period(period: Any) -> str:
    return "" if period is None else vi.period(period)


# The columns of each sort of item, in words.
_FIELDS: dict[type, Fields] = {
    Measure: {
        "chỉ tiêu": lambda m: m.indicator and m.indicator.text,
        "giá trị": vi.amount,
        "đơn vị": vi.unit,
        "kỳ": lambda m: _period(m.period),
        "độ tin cậy": lambda m: vi.label(weakest(m)),
        "như đã viết": lambda m: m.text,
    },
    Person: {
        "họ tên": lambda p: p.name,
        "chức vụ": lambda p: "; ".join(map(str, p.positions)),
        "vai trò": lambda p: ", ".join(map(vi.label, p.roles)),
    },
    Target: {
        "nhiệm vụ": lambda t: t.text,
        "lĩnh vực": lambda t: vi.label(t.topic),
        "thời hạn": lambda t: _period(t.due),
    },
    Statement: {"nội dung": lambda s: s.text, "lĩnh vực": lambda s: vi.label(s.topic)},
    Award: {
        "danh hiệu": lambda a: a.name,
        "số lượng": lambda a: a.count,
        "người nhận": lambda a: {"collective": "tập thể", "individual": "cá nhân"}.get(a.recipient, a.recipient),
        "cấp khen": lambda a: a.grantor,
        "năm": lambda a: a.year,
    },
    Citation: {
        "loại": lambda c: vi.label(c.type),
        "số": lambda c: c.number,
        "ngày": lambda c: _day(c.date),
        "nơi ban hành": lambda c: c.issuer,
    },
    Delegation: {"đoàn dự": lambda d: d.text},
    Diagnostic: {"mức": lambda d: vi.label(d.severity), "mã": lambda d: d.code, "nội dung": lambda d: d.message},
    Zone: {"phần": lambda z: vi.label(z.kind), "từ": lambda z: z.span.begin, "đến": lambda z: z.span.end},
}
_NUMBERS = {"giá trị", "số lượng", "năm", "từ", "đến"}

# What a measure or a meeting says by itself, a line each.
_MEASURE_LINES: Fields = {
    **_FIELDS[Measure],
    "loại": lambda m: vi.label(m.kind) + (" (ước tính)" if m.estimated else "") + (" (kế hoạch)" if m.planned else ""),
    "so với": lambda m: m.baseline if m.role is MeasureRole.change else None,
    "mã chỉ tiêu": lambda m: m.indicator_id,
}
_MEETING_LINES: Fields = {
    "hội nghị": lambda m: m.name and m.name.text,
    "loại": lambda m: vi.label(m.kind),
    "ngày": lambda m: f"{_told(m.day_part)} {_day(m.date)}".strip(),
    "đơn vị tổ chức": lambda m: m.organizer and m.organizer.name,
    "địa điểm": lambda m: m.venue and m.venue.text,
    "kỳ tổng kết": lambda m: _period(m.reviews),
    "kỳ kế hoạch": lambda m: _period(m.plans),
}


def table(items: Sequence[Any]) -> str:
    """Items of one sort, a row each.

    >>> table(()), table(report.people)[:6]
    ('<p>0</p>', '<table')
    """
    fields = _FIELDS.get(type(items[0])) if items else None
    if fields is None:
        return f"<p>{len(items)}</p>"
    rows = [_row("th", {name: name for name in fields})]
    rows += [_row("td", {name: field(item) for name, field in fields.items()}) for item in items[:_MAX_ROWS]]
    more = f"<p>… {len(items)}</p>" if len(items) > _MAX_ROWS else ""
    return f"<table lang='vi' style='border-collapse:collapse'>{''.join(rows)}</table>{more}"


def card(item: Measure | Meeting) -> str:
    """One item, a line for each thing that it says.

    >>> "12/01/2017" in card(report.meeting)
    True
    """
    lines = _MEASURE_LINES if isinstance(item, Measure) else _MEETING_LINES
    told = {name: field(item) for name, field in lines.items()}
    rows = [
        f"<tr><th style='{_CELL}'>{name}</th><td style='{_CELL}'>{_escaped(value)}</td></tr>"
        for name, value in told.items()
        if value not in (None, "")
    ]
    return f"<table lang='vi' style='border-collapse:collapse'>{''.join(rows)}</table>"


def _row(tag: str, cells: dict[str, object]) -> str:
    made = [
        f"<{tag} style='{_NUMBER if name in _NUMBERS else _CELL}'>{_escaped(value)}</{tag}>"
        for name, value in cells.items()
    ]
    return f"<tr>{''.join(made)}</tr>"


def _escaped(value: object) -> str:
    return "" if value is None else html.escape(visible(value))
