# SPDX-License-Identifier: BSL-1.0
"""Parts of a report as small HTML tables for notebooks, with styles that also an untrusted notebook keeps."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any, Callable

from tongket import _vietnamese as vi
from tongket.catalogue import provinces
from tongket.model import (
    Award,
    Citation,
    Confidence,
    Delegation,
    Diagnostic,
    FoundDate,
    FoundPeriod,
    Measure,
    MeasureRole,
    Meeting,
    Organizer,
    Person,
    Statement,
    Target,
    Zone,
)
from tongket.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tongket.parser import Failure
    from tongket.report import Report

    Fields = dict[str, Callable[[Any], object]]

#: More rows are counted only.
_MAX_ROWS = 200
_CELL = "padding:3px 10px;text-align:left;vertical-align:top;border-bottom:1px solid rgba(128,128,128,.3)"
_NUMBER = f"{_CELL};text-align:right;white-space:nowrap"
_TABLE = "<table lang='vi' style='border-collapse:collapse'>"


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
    Organizer: {
        "cơ quan": lambda o: o.name,
        "loại": lambda o: vi.label(o.kind),
        "tỉnh": lambda o: provinces().get(o.province, o.province),
    },
    FoundDate: {"ngày": lambda d: _day(d.date), "đến": lambda d: _day(d.to), "như đã viết": lambda d: d.text},
    FoundPeriod: {"kỳ": lambda p: _period(p.period), "như đã viết": lambda p: p.text},
    Diagnostic: {"mức": lambda d: vi.label(d.severity), "mã": lambda d: d.code, "nội dung": lambda d: d.message},
    Zone: {"phần": lambda z: vi.label(z.kind), "từ": lambda z: z.span.begin, "đến": lambda z: z.span.end},
}
_NUMBERS = {"giá trị", "số lượng", "năm", "từ", "đến", "số liệu", "nhiệm vụ được nêu"}

# What an item says by itself, a line each, where that is more or less than in a table.
_LINES: dict[type, Fields] = {
    Measure: {
        **_FIELDS[Measure],
        "loại": lambda m: (
            vi.label(m.kind) + (" (ước tính)" if m.estimated else "") + (" (kế hoạch)" if m.planned else "")
        ),
        "so với": lambda m: m.baseline if m.role is MeasureRole.change else None,
        "mã chỉ tiêu": lambda m: m.indicator_id,
    },
    Meeting: {
        "hội nghị": lambda m: m.name and m.name.text,
        "loại": lambda m: vi.label(m.kind),
        "ngày": lambda m: f"{_told(m.day_part)} {_day(m.date)}".strip(),
        "đơn vị tổ chức": lambda m: m.organizer and m.organizer.name,
        "địa điểm": lambda m: m.venue and m.venue.text,
        "kỳ tổng kết": lambda m: _period(m.reviews),
        "kỳ kế hoạch": lambda m: _period(m.plans),
    },
    Person: {"cách gọi": lambda p: p.honorific, **_FIELDS[Person]},
}

# What a report says in a list of such.
_REPORT: Fields = {
    "báo cáo": lambda r: r.id if r.title is None or r.id is not None else r.title.text,
    "loại": lambda r: vi.label(r.meeting.kind),
    "ngày": lambda r: _day(r.meeting.date),
    "đơn vị tổ chức": lambda r: r.meeting.organizer and r.meeting.organizer.name,
    "kỳ tổng kết": lambda r: _period(r.meeting.reviews),
    "số liệu": lambda r: len(r.measures),
    "nhiệm vụ được nêu": lambda r: len(r.targets),
}
_NONE = "<p lang='vi'>không có mục nào</p>"


def table(items: Sequence[Any]) -> str:
    """Items of one sort, a row each.

    >>> table(()), table(report.people)[:6]
    ("<p lang='vi'>không có mục nào</p>", '<table')
    """
    if not items:
        return _NONE
    fields = _FIELDS[type(items[0])]
    rows = [_row("th", {name: name for name in fields})]
    rows += [_row("td", _told_by(item, fields)) for item in items[:_MAX_ROWS]]
    more = f"<p>… {len(items)}</p>" if len(items) > _MAX_ROWS else ""
    return f"{_TABLE}{''.join(rows)}</table>{more}"


def found(items: Sequence[Any], diagnostics: Sequence[Diagnostic]) -> str:
    """What was found, and below it what was not surely read, if there is such.

    >>> found((), ())
    "<p lang='vi'>không có mục nào</p>"
    """
    return table(items) + (table(diagnostics) if diagnostics else "")


def reports(outcomes: Sequence[Report | Failure | Exception], most: int, count: int | None) -> str:
    """Reports, a row each, and what could not be read.

    Args:
        outcomes: reports, and why there are none of others
        most: how many are shown
        count: how many there are, if it is known

    >>> reports([], 10, 0)
    "<p lang='vi'>không có mục nào</p>"
    """
    from tongket.report import Report  # noqa: PLC0415 - it needs this module

    rows = []
    for outcome in outcomes[:most]:
        if isinstance(outcome, Report):
            rows.append(_row("td", _told_by(outcome, _REPORT)))
            continue
        name, error = (None, outcome) if isinstance(outcome, Exception) else (outcome.id, outcome.error)
        cells = (f"<td style='{_CELL}'>{_escaped(name)}</td>", f"không đọc được: {_escaped(error)}")
        rows.append(f"<tr>{cells[0]}<td style='{_CELL}' colspan='{len(_REPORT) - 1}'>{cells[1]}</td></tr>")
    if not rows:
        return _NONE
    below = f"<p>… {'' if count is None else count}</p>" if len(outcomes) > most else ""
    return f"{_TABLE}{_row('th', {name: name for name in _REPORT})}{''.join(rows)}</table>{below}"


def card(item: Any) -> str:
    """One item, a line for each thing that it says.

    >>> "12/01/2017" in card(report.meeting)
    True
    """
    told = _told_by(item, _LINES.get(type(item)) or _FIELDS[type(item)])
    rows = [
        f"<tr><th style='{_CELL}'>{name}</th><td style='{_CELL}'>{_escaped(value)}</td></tr>"
        for name, value in told.items()
        if value not in (None, "")
    ]
    return f"{_TABLE}{''.join(rows)}</table>"


def _told_by(item: object, fields: Fields) -> dict[str, object]:
    return {name: field(item) for name, field in fields.items()}


def _row(tag: str, cells: dict[str, object]) -> str:
    made = [
        f"<{tag} style='{_NUMBER if name in _NUMBERS else _CELL}'>{_escaped(value)}</{tag}>"
        for name, value in cells.items()
    ]
    return f"<tr>{''.join(made)}</tr>"


def _escaped(value: object) -> str:
    return "" if value is None else html.escape(visible(value))
