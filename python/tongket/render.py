# SPDX-License-Identifier: BSL-1.0
"""Reports as pictures: HTML that needs no network, no kernel and no script."""

from __future__ import annotations

import html
import secrets
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tongket import _options
from tongket import _vietnamese as vi
from tongket.cards import weakest
from tongket.model import Confidence, Target
from tongket.report import check_report
from tongket.visible import visible

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator
    from typing import Literal

    import jinja2

    from tongket.model import Measure, Person, Span
    from tongket.report import Report

__all__ = ["Picture", "breakdowns", "render"]


class _Kind(NamedTuple):
    """A kind of item in the legend.

    Attributes:
        label: its name
        colour: red, green, blue; seen on light and on dark ground
        shown: whether it is marked before anybody taps the legend
    """

    label: str
    colour: tuple[int, int, int]
    shown: bool = False


# What the legend switches, in its order.
_KINDS = {
    "measure": _Kind("số liệu", (201, 136, 0), shown=True),
    "person": _Kind("người", (0, 150, 136), shown=True),
    "target": _Kind("nhiệm vụ", (47, 128, 237), shown=True),
    "meeting": _Kind("hội nghị", (75, 134, 189)),
    "delegation": _Kind("đoàn dự", (122, 154, 30)),
    "achievement": _Kind("kết quả", (63, 157, 69)),
    "shortcoming": _Kind("hạn chế", (217, 72, 59)),
    "indicator": _Kind("chỉ tiêu", (155, 98, 196)),
    "award": _Kind("khen thưởng", (209, 58, 120)),
    "citation": _Kind("văn bản", (115, 86, 201)),
    "diagnostic": _Kind("lưu ý", (224, 101, 31)),
}
_STATEMENTS = ("achievement", "shortcoming", "target")
# How sure a link is, as the line below an item.
_LINES = {Confidence.certain: "solid", Confidence.likely: "dashed", Confidence.guess: "dotted"}


def _style(kind: str, line: str = "solid") -> str:
    """How an item looks: a statement is tinted, anything in it underlined as well."""
    red, green, blue = _KINDS[kind].colour
    if kind in _STATEMENTS:
        return f"background-color:rgba({red},{green},{blue},.12)"
    return f"background-color:rgba({red},{green},{blue},.16);border-bottom:2px {line} rgb({red},{green},{blue})"


@lru_cache(maxsize=1)
def _environment() -> jinja2.Environment:
    import jinja2  # noqa: PLC0415

    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("tongket", "templates"), autoescape=True, undefined=jinja2.StrictUndefined
    )
    environment.filters["visible"] = visible
    return environment


# ---- what is shown -------------------------------------------------------------------------------------------------


class _Item(NamedTuple):
    begin: int
    end: int
    kind: str
    label: str
    tip: str
    line: str = "solid"


def _tip(*lines: tuple[str, object]) -> str:
    """Lines `name: value` of what is there."""
    return "\n".join(f"{name}: {value}" for name, value in lines if value not in (None, "", ()))


def _sure(value: object, confidence: Confidence) -> str | None:
    return None if value is None else f"{value} ({vi.label(confidence)})"


def _measure_tip(report: Report, measure: Measure) -> str:
    whole = report.whole_of(measure)
    sure = measure.confidence
    return _tip(
        ("giá trị", f"{vi.amount(measure)} {vi.unit(measure)}"),
        (
            "loại",
            vi.label(measure.kind)
            + (", ước tính" if measure.estimated else "")
            + (", kế hoạch" if measure.planned else ""),
        ),
        ("chỉ tiêu", _sure(measure.indicator and measure.indicator.text, sure.indicator)),
        ("mã chỉ tiêu", _sure(measure.indicator_id, sure.indicator_id)),
        ("kỳ", _sure(measure.period and vi.period(measure.period), sure.period)),
        ("so với", measure.baseline),
        ("nằm trong", whole and whole.text),
    )


def _person_tip(person: Person) -> str:
    return _tip(
        ("họ tên", person.name),
        ("cách gọi", person.honorific),
        ("chức vụ", "; ".join(map(str, person.positions))),
        ("vai trò", ", ".join(map(vi.label, person.roles))),
    )


def _items(report: Report) -> Iterator[_Item]:
    yield from _meeting_items(report)
    for person in report.people:
        yield _item(person.span, "person", ", ".join(map(vi.label, person.roles)) or "người", _person_tip(person))
    for delegation in report.delegations:
        yield _item(delegation.span, "delegation", "đoàn dự", _tip(("đoàn dự", delegation.text)))
    for kind, parts in zip(_STATEMENTS, (report.achievements, report.shortcomings, report.targets)):
        for part in parts:
            topic = vi.label(part.topic)
            given, due = (part.source, part.due) if isinstance(part, Target) else (None, None)
            by = "kế hoạch" if given == "plan" else given
            tip = _tip(
                (_KINDS[kind].label, topic),
                ("nguồn", by),
                ("thời hạn", due and vi.period(due)),
                ("số liệu", len(part.measures)),
            )
            yield _item(part.span, kind, topic, tip)
    for measure in report.measures:
        name = measure.indicator_id or vi.label(measure.kind)
        yield _item(measure.span, "measure", name, _measure_tip(report, measure), _LINES[weakest(measure)])
    # Several measures may share one indicator.
    indicated: dict[Span, list[str]] = {}
    for measure in report.measures:
        if measure.indicator is not None:
            tip = measure.text if measure.indicator_id is None else f"{measure.text} ({measure.indicator_id})"
            indicated.setdefault(measure.indicator.span, []).append(tip)
    for span, tips in indicated.items():
        yield _item(span, "indicator", "", "chỉ tiêu của: " + "\n".join(tips))
    yield from _other_items(report)


def _item(span: Span, kind: str, label: object, tip: str, line: str = "solid") -> _Item:
    return _Item(span.begin, span.end, kind, str(label), tip, line)


def _meeting_items(report: Report) -> Iterator[_Item]:
    meeting = report.meeting
    named = {
        "tiêu đề": report.title,
        "nơi đăng": report.outlet,
        "tác giả": report.byline,
        "hội nghị": meeting.name,
        "địa điểm": meeting.venue,
    }
    for name, text in named.items():
        if text is not None:
            yield _item(text.span, "meeting", name, _tip((name, text.text)))
    if report.published is not None:
        tip = _tip(("ngày đăng", vi.day(report.published.date)), ("giờ", report.published.time))
        yield _item(report.published.span, "meeting", "ngày đăng", tip)
    if meeting.organizer is not None:
        who = meeting.organizer
        tip = _tip(("đơn vị tổ chức", who.name), ("loại", vi.label(who.kind)), ("tỉnh", who.province))
        yield _item(who.span, "meeting", "đơn vị tổ chức", tip)


def _other_items(report: Report) -> Iterator[_Item]:
    for award in report.awards:
        tip = _tip(
            ("khen thưởng", award.name),
            ("loại", vi.label(award.kind)),
            ("số lượng", award.count),
            ("người nhận", award.recipient),
            ("cấp khen", _sure(award.grantor, award.grantor_confidence)),
            ("năm", award.year),
        )
        yield _item(award.span, "award", vi.label(award.kind), tip)
    for citation in report.citations:
        tip = _tip(
            ("văn bản", vi.label(citation.type)),
            ("số", citation.number),
            ("ngày", citation.date and vi.day(citation.date)),
            ("nơi ban hành", citation.issuer),
        )
        yield _item(citation.span, "citation", vi.label(citation.type), tip)
    for diagnostic in report.diagnostics:
        tip = _tip((vi.label(diagnostic.severity), diagnostic.message), ("mã", diagnostic.code))
        yield _item(diagnostic.span, "diagnostic", diagnostic.code, tip)


def _parts(source: str, zone: Span, items: Iterable[_Item]) -> Iterator[dict[str, object]]:
    """The text of a zone as a well-formed sequence of opening tags, texts and closing tags.

    Where items cross, the one that began later is closed and opened again.
    """
    inside = [i for i in items if max(i.begin, zone.begin) < min(i.end, zone.end)]
    starts: dict[int, list[_Item]] = {}
    for i in inside:
        starts.setdefault(max(i.begin, zone.begin), []).append(i)
    cuts = sorted({zone.begin, zone.end, *starts, *(min(i.end, zone.end) for i in inside)})
    stack: list[_Item] = []

    def opened(i: _Item, at: int) -> dict[str, object]:
        stack.append(i)
        style = _style(i.kind, i.line) if _KINDS[i.kind].shown else ""
        return {"op": "open", "first": i.begin == at, "style": style, **i._asdict()}

    for at, following in zip(cuts, [*cuts[1:], zone.end]):
        again: list[_Item] = []
        while any(i.end <= at for i in stack):
            if stack[-1].end > at:
                again.append(stack[-1])
            stack.pop()
            yield {"op": "close"}
        # Long items outside, short ones inside.
        for i in sorted([*again, *starts.get(at, ())], key=lambda i: -i.end):
            yield opened(i, at)
        if at < following:
            yield {"op": "text", "text": source[at:following]}
    for _ in stack:
        yield {"op": "close"}


def _parts_by_whole(report: Report) -> dict[int, list[int]]:
    parts: dict[int, list[int]] = {}
    for index, measure in enumerate(report.measures):
        if measure.part_of is not None:
            parts.setdefault(measure.part_of, []).append(index)
    return parts


def _by_family(report: Report, parts: dict[int, list[int]]) -> dict[int, int]:
    """The measures of all breakdowns with how deep each stands, every whole followed by all that is below it."""
    depths: dict[int, int] = {}
    stack = [index for index in reversed(parts) if report.measures[index].part_of is None]
    while stack:
        index = stack.pop()
        whole = report.measures[index].part_of
        depths[index] = 0 if whole is None else depths[whole] + 1
        stack.extend(reversed(parts.get(index, ())))
    return depths


def _context(report: Report, uid: str, theme: str | None) -> dict[str, Any]:
    items = sorted(_items(report))
    counts = {kind: sum(i.kind == kind for i in items) for kind in _KINDS}
    meeting = report.meeting
    facts = [
        vi.label(meeting.kind),
        meeting.date and vi.day(meeting.date),
        meeting.organizer and meeting.organizer.name,
        meeting.reviews and f"kỳ tổng kết {vi.period(meeting.reviews)}",
        meeting.plans and f"kỳ kế hoạch {vi.period(meeting.plans)}",
    ]
    source = report.source
    depths = _by_family(report, _parts_by_whole(report))
    return {
        "css": _css(),
        "uid": uid,
        "theme": theme,
        "heading": report.title.text if report.title else report.id or "tongket",
        "facts": [fact for fact in facts if fact],
        "kinds": [
            {"name": name, "count": counts[name], "style": _style(name), **kind._asdict()}
            for name, kind in _KINDS.items()
            if counts[name]
        ],
        "zones": []
        if source is None
        else [
            {"kind": zone.kind, "label": vi.label(zone.kind), "parts": list(_parts(source, zone.span, items))}
            for zone in report.zones
        ],
        "measures": [
            {
                "depth": depths.get(index, 0),
                "indicator": m.indicator.text if m.indicator else "",
                "value": vi.amount(m),
                "unit": vi.unit(m),
                "period": "" if m.period is None else vi.period(m.period),
                "sure": vi.label(weakest(m)),
                "text": m.text,
            }
            for index, m in enumerate(report.measures)
        ],
        "graph": _graph(report),
    }


@lru_cache(maxsize=1)
def _css() -> Any:
    from markupsafe import Markup  # noqa: PLC0415

    text = (Path(__file__).parent / "templates" / "report.css").read_text(encoding="utf-8")
    return Markup(text)  # noqa: S704 - our own file


# ---- whole and parts -----------------------------------------------------------------------------------------------

_BOX_WIDTH, _BOX_HEIGHT, _GAP_X, _GAP_Y = 260, 46, 60, 10
_LABEL_LETTERS = 36


def _graph(report: Report) -> dict[str, Any] | None:
    """Boxes and lines of all breakdowns, wholes on the left; None where nothing is broken down."""
    measures = report.measures
    parts = _parts_by_whole(report)
    depths = _by_family(report, parts)
    if not depths:
        return None
    # Those without parts stand below one another; a whole stands in the middle of its parts.
    y: dict[int, float] = {}
    next_y = 2.0
    for index in depths:
        if index not in parts:
            y[index] = next_y
            next_y += _BOX_HEIGHT + _GAP_Y
    for index in reversed(depths):
        if index in parts:
            y[index] = (y[parts[index][0]] + y[parts[index][-1]]) / 2
    x = {index: 2 + depth * (_BOX_WIDTH + _GAP_X) for index, depth in depths.items()}

    def edge(whole: int, part: int) -> dict[str, float]:
        right, middle = x[whole] + _BOX_WIDTH, _BOX_HEIGHT / 2
        return {
            "x1": right,
            "y1": y[whole] + middle,
            "xm": right + _GAP_X / 2,
            "x2": right + _GAP_X,
            "y2": y[part] + middle,
        }

    def node(index: int) -> dict[str, Any]:
        measure = measures[index]
        label = measure.indicator.text if measure.indicator else measure.text
        return {
            "x": x[index],
            "y": y[index],
            "value": _short(f"{vi.amount(measure)} {vi.unit(measure)}"),
            "label": _short(label),
            "full": f"{measure.text}\n{label}",
        }

    nodes = [node(index) for index in depths]
    edges = [edge(whole, part) for whole in depths for part in parts.get(whole, ())]
    roots = [index for index, depth in depths.items() if depth == 0]
    title = "; ".join(measures[root].text for root in roots)
    return {
        "nodes": nodes,
        "edges": edges,
        "box_width": _BOX_WIDTH,
        "box_height": _BOX_HEIGHT,
        "width": max(node["x"] for node in nodes) + _BOX_WIDTH + 2,
        "height": next_y - _GAP_Y + 2,
        "title": visible(title),
    }


def _short(text: str) -> str:
    return text if len(text) <= _LABEL_LETTERS else text[: _LABEL_LETTERS - 1].rstrip() + "…"


# ---- the public side -----------------------------------------------------------------------------------------------


class Picture:
    """A drawing that a notebook shows.

    Attributes:
        svg: the drawing as SVG

    >>> breakdowns(report).svg[:4]
    '<svg'
    """

    __slots__ = ("svg",)

    def __init__(self, svg: str) -> None:
        self.svg = svg

    def save(self, path: str | os.PathLike[str]) -> None:
        """Writes an SVG file.

        >>> import os, tempfile
        >>> path = os.path.join(tempfile.mkdtemp(), "parts.svg")
        >>> breakdowns(report).save(path)
        >>> os.path.getsize(path) > 1000
        True
        """
        _options.check("Picture.save", path=path)
        Path(path).write_text(self.svg, encoding="utf-8")

    def _repr_svg_(self) -> str:
        return self.svg

    def __repr__(self) -> str:
        """How large it is; the drawing itself is in `svg`."""
        return f"<Picture of {len(self.svg)} bytes of SVG>"


def breakdowns(report: Report) -> Picture:
    """Draws which measures break down which: wholes on the left, parts on the right.

    >>> breakdowns(report)
    <Picture of ... bytes of SVG>
    """
    check_report(report, "tongket.breakdowns")
    graph = _graph(report)
    if graph is None:
        graph = {
            "nodes": [],
            "edges": [],
            "box_width": 0,
            "box_height": 0,
            "width": 1,
            "height": 1,
            "title": "no parts",
        }
    return Picture(_template("graph.svg.j2").render(graph=graph))


def render(
    report: Report, path: str | os.PathLike[str] | None = None, *, theme: Literal["light", "dark"] | None = None
) -> str:
    """Makes a page of a report: its text with coloured, labelled spans, its measures, its breakdowns.

    The page is one file without script and needs no network; the legend switches kinds on and off, and hovering over or
    tapping an item shows its fields.

    Args:
        report: what to show
        path: the file to write, if any
        theme: `light` or `dark`; by default what the reader's system prefers

    Returns:
        the page

    >>> render(report)[:15]
    '<!DOCTYPE html>'
    """
    if path is not None:
        _options.check("tongket.render", path=path)
    _options.check("tongket.render", theme=theme)
    check_report(report, "tongket.render")
    page = _template("page.html.j2").render(_context(report, "r", theme))
    if path is not None:
        Path(path).write_text(page, encoding="utf-8")
    return page


def notebook_html(report: Report) -> str:
    """A report as a notebook shows it; without Jinja2 as plain tables.

    >>> notebook_html(report)[:20]
    '<div class="tongket"'
    """
    try:
        template = _template("report.html.j2")
    except ImportError as error:
        return f"<pre>{html.escape(report.to_table())}</pre><p>{html.escape(str(error))}</p>"
    # The same report may stand twice in a notebook.
    return template.render(_context(report, secrets.token_hex(4), None))


def _template(name: str) -> jinja2.Template:
    try:
        return _environment().get_template(name)
    except ModuleNotFoundError as error:
        raise ImportError("pictures need Jinja2: pip install 'tongket[notebook]'") from error
