# SPDX-License-Identifier: BSL-1.0
"""Reports as pictures: HTML that needs no network, no kernel and no script."""

from __future__ import annotations

import html
import secrets
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tongket.model import Approximation, Direction, MeasureRole, Target

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator
    from typing import Literal

    import jinja2

    from tongket.model import Measure, Person, Span
    from tongket.report import Report

__all__ = ["Picture", "breakdowns", "render"]

# What the legend switches, in its order.
_KINDS = {
    "meeting": "meeting",
    "person": "people",
    "delegation": "delegations",
    "achievement": "achievements",
    "shortcoming": "shortcomings",
    "target": "targets",
    "measure": "measures",
    "indicator": "indicators",
    "award": "awards",
    "citation": "citations",
    "diagnostic": "diagnostics",
}
_STATEMENTS = ("achievement", "shortcoming", "target")


@lru_cache(maxsize=1)
def _environment() -> jinja2.Environment:
    import jinja2  # noqa: PLC0415

    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("tongket", "templates"), autoescape=True, undefined=jinja2.StrictUndefined
    )
    environment.filters["visible"] = _visible
    return environment


# HTML has no way to write most control characters; they are shown by their pictures. Of C1's there are none, and
# controls of the writing direction would turn around what stands beside them.
_UNSEEN = (*range(0x80, 0xA0), 0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_PICTURES = (
    {code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n\r"}
    | {0x7F: 0x2421}
    | dict.fromkeys(_UNSEEN, 0xFFFD)
)


def _visible(value: object) -> str:
    return str(value).translate(_PICTURES)


# ---- what is shown -------------------------------------------------------------------------------------------------


class _Item(NamedTuple):
    begin: int
    end: int
    kind: str
    label: str
    tip: str


def _tip(*lines: tuple[str, object]) -> str:
    """Lines `name: value` of what is there."""
    return "\n".join(f"{name}: {value}" for name, value in lines if value not in (None, "", ()))


def _number(measure: Measure) -> str:
    sign = {Approximation.exact: "", Approximation.about: "≈ ", Approximation.over: "> ", Approximation.under: "< "}
    before = sign.get(measure.approx, f"{measure.approx.replace('_', ' ')} ")
    if measure.role is MeasureRole.change:
        before += "−" if measure.direction is Direction.decrease else "+"
    number = f"{before}{measure.value:,f}"
    if measure.to is not None:
        number += f" – {measure.to:,f}"
    return number if measure.of is None else f"{number} of {measure.of:,f}"


def _unit(measure: Measure) -> str:
    if measure.per is None:
        return measure.unit or ""
    per = "" if measure.per.value == 1 else f"{measure.per.value:f} "
    return f"{measure.unit or ''} / {per}{measure.per.unit}"


def _measure_tip(report: Report, measure: Measure) -> str:
    whole = report.whole_of(measure)
    return _tip(
        ("value", f"{_number(measure)} {_unit(measure)}"),
        ("kind", f"{measure.kind}, estimated" if measure.estimated else measure.kind),
        ("indicator", measure.indicator and measure.indicator.text),
        ("indicator id", measure.indicator_id and f"{measure.indicator_id} ({measure.confidence.indicator_id})"),
        ("period", measure.period and f"{measure.period} ({measure.confidence.period})"),
        ("baseline", measure.baseline),
        ("part of", whole and whole.text),
    )


def _person_tip(person: Person) -> str:
    return _tip(
        ("name", person.name),
        ("honorific", person.honorific),
        ("positions", "; ".join(map(str, person.positions))),
        ("roles", ", ".join(person.roles)),
    )


def _items(report: Report) -> Iterator[_Item]:  # noqa: PLR0912 - one branch for each sort of item
    def item(span: Span, kind: str, label: object, tip: str) -> _Item:
        return _Item(span.begin, span.end, kind, str(label), tip)

    meeting = report.meeting
    named = {
        "title": report.title,
        "outlet": report.outlet,
        "byline": report.byline,
        "name": meeting.name,
        "venue": meeting.venue,
    }
    for name, text in named.items():
        if text is not None:
            yield item(text.span, "meeting", name, _tip((name, text.text)))
    if report.published is not None:
        tip = _tip(("published", report.published.date), ("time", report.published.time))
        yield item(report.published.span, "meeting", "published", tip)
    if meeting.organizer is not None:
        who = meeting.organizer
        tip = _tip(("organizer", who.name), ("kind", who.kind), ("province", who.province))
        yield item(who.span, "meeting", "organizer", tip)
    for person in report.people:
        yield item(person.span, "person", ", ".join(person.roles) or "person", _person_tip(person))
    for delegation in report.delegations:
        yield item(delegation.span, "delegation", "delegation", _tip(("delegation", delegation.text)))
    statements = zip(_STATEMENTS, (report.achievements, report.shortcomings, report.targets))
    for kind, parts in statements:
        for part in parts:
            source, due = (part.source, part.due) if isinstance(part, Target) else (None, None)
            tip = _tip((kind, part.topic), ("source", source), ("due", due), ("measures", len(part.measures)))
            yield item(part.span, kind, part.topic, tip)
    for measure in report.measures:
        yield item(measure.span, "measure", measure.indicator_id or measure.kind, _measure_tip(report, measure))
    # Several measures may share one indicator.
    indicated: dict[Span, list[str]] = {}
    for measure in report.measures:
        if measure.indicator is not None:
            tip = measure.text if measure.indicator_id is None else f"{measure.text} ({measure.indicator_id})"
            indicated.setdefault(measure.indicator.span, []).append(tip)
    for span, tips in indicated.items():
        yield item(span, "indicator", "", "indicator of: " + "\n".join(tips))
    for award in report.awards:
        tip = _tip(
            ("award", award.name),
            ("kind", award.kind),
            ("count", award.count),
            ("recipient", award.recipient),
            ("grantor", award.grantor),
            ("year", award.year),
        )
        yield item(award.span, "award", award.kind, tip)
    for citation in report.citations:
        tip = _tip(
            ("document", citation.type), ("number", citation.number), ("date", citation.date), ("by", citation.issuer)
        )
        yield item(citation.span, "citation", citation.type, tip)
    for diagnostic in report.diagnostics:
        tip = _tip((diagnostic.severity, diagnostic.message), ("code", diagnostic.code))
        yield item(diagnostic.span, "diagnostic", diagnostic.code, tip)


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
        return {"op": "open", "first": i.begin == at, "is_statement": i.kind in _STATEMENTS, **i._asdict()}

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
        meeting.kind.replace("_", " "),
        meeting.date and meeting.date.isoformat(),
        meeting.organizer and meeting.organizer.name,
        meeting.reviews and f"reviews {meeting.reviews}",
        meeting.plans and f"plans {meeting.plans}",
    ]
    source = report.source
    depths = _by_family(report, _parts_by_whole(report))
    return {
        "css": _css(),
        "uid": uid,
        "theme": theme,
        "heading": report.title.text if report.title else report.id or "tongket",
        "facts": [fact for fact in facts if fact],
        "kinds": [{"name": k, "label": label, "count": counts[k]} for k, label in _KINDS.items() if counts[k]],
        "zones": []
        if source is None
        else [{"kind": zone.kind, "parts": list(_parts(source, zone.span, items))} for zone in report.zones],
        "measures": [
            {
                "depth": depths.get(index, 0),
                "indicator": m.indicator.text if m.indicator else "",
                "value": _number(m),
                "unit": _unit(m),
                "period": m.period or "",
                "kind": m.kind,
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
            "value": _short(f"{_number(measure)} {_unit(measure)}"),
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
        "title": _visible(title),
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
