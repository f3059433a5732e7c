# SPDX-License-Identifier: BSL-1.0
"""Reports in saved HTML pages."""

from __future__ import annotations

import datetime
import importlib.util
import unicodedata
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, NamedTuple

from tongket import _footnotes, _given, _options, _worker
from tongket.encoding import check_marks
from tongket.errors import Error
from tongket.model import Diagnostic, Severity, Span
from tongket.parser import DEFAULT_PARSER, check_kind
from tongket.report import Report, with_warnings

if TYPE_CHECKING:
    from tongket.parser import Parser

__all__ = ["Page", "parse_html"]


@dataclass(frozen=True)
class Page:
    """What a saved HTML page says.

    Attributes:
        text: the story, without the site around it
        title: its headline
        date: the day of publication
        author: who wrote it
        site: the name of the site
        url: where it stood
        encoding: how its bytes were read, in words

    >>> Page("Sở Y tế họp.", title="Họp").title
    'Họp'
    """

    text: str
    title: str | None = None
    date: datetime.date | None = None
    author: str | None = None
    site: str | None = None
    url: str | None = None
    encoding: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The page as JSON has it, without the text (which the report's source holds).

        >>> import datetime
        >>> Page("", date=datetime.date(2018, 1, 19)).to_dict()["date"]
        '2018-01-19'
        """
        result: dict[str, Any] = {field.name: getattr(self, field.name) for field in fields(self)}
        del result["text"]
        result["date"] = None if self.date is None else self.date.isoformat()
        return result

    @classmethod
    def from_dict(cls, data: dict[str, Any], text: str = "") -> Page:
        """Reads what `to_dict` made.

        Raises:
            Error: a member of a wrong type, or a date that is none

        >>> Page.from_dict({"title": "Họp", "date": "2018-01-19"}).date
        datetime.date(2018, 1, 19)
        """
        fault = page_fault(data)
        if fault is not None:
            raise Error(": ".join(fault), "invalid_json")
        known = {field.name: data[field.name] for field in fields(cls) if field.name in data}
        date = known.pop("date", None)
        known.pop("text", None)
        return cls(text, date=None if date is None else datetime.date.fromisoformat(date), **known)


def page_fault(data: object) -> tuple[str, ...] | None:
    """What is wrong with the JSON form of a page: the key, where there is one, and a message; None if nothing."""
    if not isinstance(data, dict):
        return ("must be an object",)
    for key in (field.name for field in fields(Page) if field.name != "text"):
        value = data.get(key)
        if not isinstance(value, (str, type(None))):
            return key, "must be a string"
        if key == "date" and value is not None and not _is_date(value):
            return key, 'must be a date, as in "2018-01-18"'
    return None


def _is_date(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


#: What `parse_html` takes where it is not told otherwise.
_MAX_BYTES = 16 << 20
_TIME_LIMIT = 30.0


def parse_html(
    page: str | bytes,
    *,
    id: str | None = None,  # noqa: A002
    url: str | None = None,
    parser: Parser | None = None,
    max_bytes: int = _MAX_BYTES,
    time_limit: float | None = _TIME_LIMIT,
) -> Report:
    """Reads the report in a saved HTML page; needs the extra `html`.

    The story is found by trafilatura; legacy encodings (TCVN3, VNI, Windows-1258) are converted first. `source` of the
    result is what was parsed: the headline, the day of publication, the story and its author, a paragraph a line. Where
    no story is found, it is all text of the page, with the diagnostic `no-story`.

    Args:
        page: the page; bytes are decoded by `decode`
        id: what tables call this report
        url: where the page stood, which helps to find its date
        parser: by default one with the built-in lexicon
        max_bytes: larger pages are refused; of a text its UTF-8 form counts
        time_limit: seconds for finding the story, in a process of its own that is kept for the next page; None: without
            a limit, in this process

    Raises:
        Error: the page is too large, too deep, takes too long or has no text, or its text cannot be read at all; or
            there is not an element of HTML in it

    >>> page = "<html><head><title>Sở Y tế họp</title></head><body><article><p>%s</p></article></body></html>"
    >>> parse_html(page % ("Sáng 12/01/2017, Sở Y tế tỉnh Hà Nam tổng kết năm 2016. " * 9)).page.title
    'Sở Y tế họp'
    """
    function = "tongket.parse_html"
    _options.check(function, id=id, url=url, parser=parser, max_bytes=max_bytes, time_limit=time_limit)
    if not isinstance(page, (str, bytes)):
        _given.refuse(function, "a page of HTML (str or bytes)", page, _REMEDIES)
    if isinstance(page, bytes):
        check_kind(page, "html", "text")
    fault = _given.fault_of_page(page)
    if fault is not None:
        raise Error(f"{function} takes a page of HTML, not {fault}", "wrong_input")
    found = read_page(page, url=url, max_bytes=max_bytes, time_limit=time_limit)
    check_marks(found.text)
    data = (parser or DEFAULT_PARSER)._core.parse(found.text)
    return Report(with_warnings(data, found.warnings), id, found.page)


_REMEDIES = {
    "path": "tongket.read(path) reads a file",
    "file": "tongket.read(file) reads an open file",
    "many": "call it for each page, or tongket.read_many(paths)",
    "frame": "call it for each page",
    "missing": "leave missing pages out",
}


class Reading(NamedTuple):
    """What `read_page` made of a page.

    Attributes:
        text: what the parser reads
        page: what the page says
        warnings: what is not as it should be
    """

    text: str
    page: Page
    warnings: tuple[Diagnostic, ...] = ()


_NO_STORY = "no story was found in this page of HTML, so that all its text was read, menus and the like too"
_NO_TEXT = "a page of HTML without text, as of one that scripts fill: save what the browser shows, or print it as PDF"


def read_page(
    page: str | bytes, *, url: str | None, max_bytes: int, time_limit: float | None, whole: bool = True
) -> Reading:
    """The text of a page that the parser reads, and the page; see `parse_html`.

    Args:
        page: the page
        url: where it stood
        max_bytes: as of `parse_html`
        time_limit: as of `parse_html`
        whole: whether all text is taken where there is no story; else the text is empty then

    Raises:
        Error: as of `parse_html`
        ImportError: trafilatura is not installed, or cannot be imported
    """
    if importlib.util.find_spec("trafilatura") is None:
        raise ImportError("HTML pages need trafilatura: pip install 'tongket[html]'")
    data = page.encode("utf-8", "surrogatepass") if isinstance(page, str) else page
    if len(data) > max_bytes:
        raise Error(f"HTML of more than {max_bytes} bytes", "input_too_large")
    details, encoding, marks = _worker.run(
        "html", data, time_limit, is_text=isinstance(page, str), url=url, whole=whole
    )
    date = _day(details.get("date"))
    title, author = _line(details.get("title")), _line(details.get("author"))
    # What stands inside the story is not repeated around it.
    story = unicodedata.normalize("NFC", details.get("text") or "")
    all_text = unicodedata.normalize("NFC", details.get("whole") or "")
    if whole and not story.strip() and not all_text.strip():
        raise Error(_NO_TEXT, "no_text")
    warnings = [*_footnotes.warnings_of(marks)]
    if whole and not story.strip():
        warnings.append(Diagnostic(Severity.warning, "no-story", _NO_STORY, Span(0, 0)))
    story = story or all_text
    lines = [] if title is None or story.startswith(title) else [title]
    if date is not None and f"{date:%d/%m/%Y}" not in story and f"{date.day}/{date.month}/{date.year}" not in story:
        lines.append(f"{date:%d/%m/%Y}")
    if story:
        lines.append(story)
    if author is not None and author not in story:
        lines.append(author)
    site = _line(details.get("sitename"))
    said = Page(story, title, date, author, site, url or details.get("url"), encoding)
    return Reading("\n\n".join(lines), said, tuple(warnings))


def _day(value: str | None) -> datetime.date | None:
    """The day of an ISO time; None where it is none."""
    try:
        return datetime.date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


def _line(value: str | None) -> str | None:
    return " ".join(unicodedata.normalize("NFC", value).split()) or None if value else None
