# SPDX-License-Identifier: BSL-1.0
"""Finds the story of an HTML page, for `tongket.page`; a task of `tongket._tasks`."""

from __future__ import annotations

import datetime
import re
from typing import Any, NamedTuple

from tongket import _footnotes
from tongket.encoding import convert_legacy, decode
from tongket.errors import Error

_BLANK = re.compile(r"\s+")
#: The elements inside one another that the HTML reader looks at; it leaves out what is deeper.
_MAX_DEPTH = 255


class Story(NamedTuple):
    """What trafilatura found in a page.

    Attributes:
        details: text, title, author, date, ... as it names them; empty where there is no story, or `whole`, all text of
            the page, where that is wanted
        encoding: how the bytes were read, in words
        marks: how many marks of footnotes were left out
    """

    details: dict[str, str]
    encoding: str | None
    marks: int = 0


def load() -> None:
    """Imports what reads HTML, which takes its time.

    Raises:
        ImportError: it is not installed
    """
    import trafilatura  # noqa: F401, PLC0415


def read(data: bytes, *, is_text: bool, url: str | None, whole: bool) -> Story:
    """Reads a page.

    Args:
        data: its bytes, of an unknown encoding, or those of a text in UTF-8
        is_text: which of both
        url: where it stood
        whole: whether all its text is wanted where no story is found

    Raises:
        Error: the page is too deep, or trafilatura cannot read it
    """
    return find_story(data.decode("utf-8", "surrogatepass") if is_text else data, url, whole=whole)


def find_story(page: str | bytes, url: str | None, *, whole: bool) -> Story:
    """Reads a page.

    Raises:
        Error: the page is too deep, or trafilatura cannot read it

    >>> find_story("<p>Thu 5 tỷ đồng", None, whole=True).details
    {'whole': 'Thu 5 tỷ đồng'}
    """
    encoding: str | None
    if isinstance(page, bytes):
        decoded = decode(page)
        text, encoding = decoded.text, decoded.description
    else:
        text, scheme = convert_legacy(page)
        encoding = None if scheme is None else f"{scheme} letters converted"
    try:
        told, marks = _story(_without_declaration(text), url)
        if whole and not told.get("text", "").strip():
            told, marks = _whole(_without_declaration(text))
    except Error:
        raise
    except Exception as error:  # whatever a page may bring about there
        raise Error(f"HTML that cannot be read: {type(error).__name__}: {error}", "invalid_html") from error
    return Story(told, encoding, marks)


def _story(text: str, url: str | None) -> tuple[dict[str, str], int]:
    """What trafilatura says of the story of a page, empty where it finds none; and how many marks were left out."""
    import trafilatura  # noqa: PLC0415

    tree = trafilatura.load_html(text)
    if tree is None:
        return {}, 0
    _check_depth(tree)
    marks = _without_marks(tree)
    found = trafilatura.bare_extraction(
        tree,
        url=url,
        with_metadata=True,
        include_comments=False,
        favor_precision=True,
        date_extraction_params=_search_for_days(),
    )
    details: dict[str, Any] = {} if found is None else found if isinstance(found, dict) else found.as_dict()
    names = ("text", "title", "author", "date", "sitename", "url")
    return {name: details[name] for name in names if isinstance(details.get(name), str)}, marks


def _search_for_days() -> dict[str, Any]:
    """The day of publication is that which the page's marks tell; a search in its words takes any year for one."""
    today = datetime.date.today().isoformat()  # trafilatura 2.0 asks for it
    return {"extensive_search": False, "original_date": True, "max_date": today}


def _check_depth(tree: Any) -> None:
    """Refuses a tree of which too many elements stand inside one another.

    Raises:
        Error: it is such
    """
    from lxml import etree  # noqa: PLC0415

    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _MAX_DEPTH:
            raise Error(f"HTML nested more than {_MAX_DEPTH} elements deep", "invalid_html")


def _without_declaration(text: str) -> str:
    """Without `<?xml encoding=...?>`, which lxml refuses in text that is decoded already."""
    stripped = text.lstrip("\ufeff \t\r\n")
    if stripped.startswith("<?xml"):
        return stripped.partition("?>")[2]
    return stripped


# ---- marks of footnotes ---------------------------------------------------------------------------------------------

_RAISED = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
#: Where links to footnotes lead, as Word, LibreOffice and MediaWiki write them.
_NOTE = re.compile(r"#(?:_?(?:ftn|edn|fn)|sdfootnote|sdendnote|cite_note)", re.IGNORECASE)


def _without_marks(tree: Any) -> int:
    """Leaves marks of footnotes out of a page and makes powers letters; how many marks stood at words."""
    from lxml import etree  # noqa: PLC0415

    found: list[tuple[Any, str]] = []
    count, before, inside = 0, "", None
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if event == "start" and inside is None and _is_raised(element):
            read = _footnotes.read_as("".join(element.itertext()), before, is_link=_is_link(element))
            if read is not None and not _is_fraction(element):
                found.append((element, read))
                count += not read and bool(before.strip())
                before += read
                inside = element
        if event == "end" and element is inside:
            inside = None
        elif inside is not None:
            continue
        if element.tag not in _INLINE:
            before = ""
        told = element.text if event == "start" and inside is None else element.tail if event == "end" else None
        if told:
            before = (before + told)[-_footnotes.REACH :]
    for element, read in found:
        for child in list(element):
            element.remove(child)
        element.text = read
        element.drop_tag()
    return count


def _is_raised(element: Any) -> bool:
    return (
        element.tag == "sup"
        or (element.tag == "span" and _RAISED.search(element.get("style", "")) is not None)
        or (element.tag == "a" and _leads_to_note(element))
    )


def _leads_to_note(element: Any) -> bool:
    return _NOTE.match(element.get("href") or "") is not None


def _is_link(element: Any) -> bool:
    return any(each.get("href") for each in element.iter("a"))


def _is_fraction(element: Any) -> bool:
    behind = element.getnext()
    return (element.tail or "").strip() in {"/", "⁄"} and behind is not None and behind.tag == "sub"


# ---- pages without a story -----------------------------------------------------------------------------------------

#: What nobody sees, or chooses from.
_UNSEEN = {"head", "script", "style", "noscript", "template", "svg", "iframe", "object", "select", "textarea"}
#: What stands within a line.
_INLINE = {
    *("a", "abbr", "b", "big", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd"),
    *("label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var"),
}
_CELLS = {"td", "th"}


def _whole(text: str) -> tuple[dict[str, str], int]:
    """The headline and all text of a page, empty where it has no text; and how many marks were left out."""
    from lxml import html  # noqa: PLC0415

    if not text.strip():
        return {}, 0
    parser = html.HTMLParser(collect_ids=False, remove_comments=True, remove_pis=True)
    tree = html.document_fromstring(text, parser=parser)
    _check_depth(tree)
    marks = _without_marks(tree)
    shown = all_text(tree)
    title = tree.findtext(".//title")
    return ({"whole": shown, **({"title": title} if title else {})} if shown else {}), marks


def all_text(tree: Any) -> str:
    """All text that a page shows, a paragraph or row of a table a line, with tabs between the cells of a row."""
    from lxml import etree  # noqa: PLC0415

    within_lines = _INLINE | _UNSEEN | _CELLS
    lines: list[str] = []
    parts: list[str] = []
    unseen = rows = 0

    def end_line() -> None:
        cells = [" ".join(cell.split()) for cell in "".join(parts).split("\t")]
        lines.append("\t".join(cells).rstrip("\t"))
        parts.clear()

    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag
        if event == "start":
            unseen += tag in _UNSEEN
            rows += tag == "tr"
        is_block = tag not in within_lines
        if is_block and (rows == 0 or tag == "tr"):
            end_line()
        elif is_block:
            parts.append(" ")
        elif event == "end" and tag in _CELLS:
            parts.append("\t")
        if event == "end":
            unseen -= tag in _UNSEEN
            rows -= tag == "tr"
        told = element.text if event == "start" else element.tail
        if told and not unseen:
            parts.append(_BLANK.sub(" ", told))
    end_line()
    return "\n".join(line for line in lines if line.strip())
