# SPDX-License-Identifier: BSL-1.0
"""`tongket corpus`: the command line."""

from __future__ import annotations

import argparse
import csv
import json
import os
import shutil
import sys
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tongket.corpus.corpus import Corpus
from tongket.corpus.errors import CorpusError
from tongket.corpus.failures import FailureCode
from tongket.errors import Error
from tongket.frames import safe_cell

if TYPE_CHECKING:
    from collections.abc import Callable

#: The exit statuses: something was set aside or could not be done, and wrong usage.
FAILED, USAGE = 1, 2


def main(arguments: list[str]) -> int:
    """Runs `tongket corpus` and returns its exit status.

    Args:
        arguments: behind `corpus`; without any the help is shown, and the usage is wrong
    """
    parser = _parser()
    if not arguments:
        parser.print_help(sys.stderr)
        return USAGE
    given = parser.parse_args(arguments)
    told: tuple[type[Exception], ...] = (CorpusError, Error, ImportError, OSError, ValueError, *_database_errors())
    try:
        done: int = given.do(given)
        sys.stdout.flush()
    except BrokenPipeError:  # who reads has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except told as error:
        sys.stderr.write(f"tongket corpus: {error}\n")
        return USAGE if isinstance(error, ImportError) else FAILED
    except KeyboardInterrupt:
        sys.stderr.write("tongket corpus: interrupted; what is done stays, and the same command goes on\n")
        return 130
    return done


def _database_errors() -> tuple[type[Exception], ...]:
    """What a query of the user's may raise."""
    try:
        import duckdb  # noqa: PLC0415
    except ImportError:
        return ()
    return (duckdb.Error,)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="tongket corpus", description="Keeps the tables of any number of reports: docs/corpus.md."
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def command(name: str, do: Callable[[argparse.Namespace], int], told: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=told, description=told)
        added.add_argument("out", metavar="OUT", help="the folder of the corpus")
        added.set_defaults(do=do)
        return added

    run = command("run", _run, "read what is new or was changed in the inputs")
    run.add_argument("inputs", metavar="INPUT", nargs="*", help="folder or file, or NAME=PATH; none: those of before")
    run.add_argument("--workers", type=int, metavar="N", help="processes (default: one a core)")
    run.add_argument("--genre", choices=("strict", "all"), help="keep reports of review conferences, or all pages")
    run.add_argument("--host", action="append", metavar="GLOB", help="only pages of such hosts; may be repeated")
    run.add_argument("--no-host", dest="host", action="store_const", const=[], help="pages of all hosts again")
    run.add_argument(
        "--keep-text", action=argparse.BooleanOptionalAction, help="keep the texts in reports.text_source, or not"
    )
    run.add_argument("--lexicon", action="append", metavar="FILE", help="words of your own; may be repeated")
    run.add_argument("--no-lexicon", dest="lexicon", action="store_const", const=[], help="the built-in words again")
    run.add_argument("--text", metavar="COLUMN", help="the column or key of texts (default: text, content or body)")
    run.add_argument("--html", metavar="COLUMN", help="the column or key of HTML (default: html, raw_html or page)")
    run.add_argument("--max-failures", type=_share, metavar="P", help="stop above this share of failures (0.05, 5%%)")
    again = command("retry", _retry, "read the shards again in which pages were set aside")
    again.add_argument("codes", metavar="CODE", nargs="*", type=_code, help="only for this reason")
    again.add_argument("--workers", type=int, metavar="N", help="processes (default: one a core)")
    command("status", _status, "say what there is, as JSON")
    command("verify", _verify, "look whether all files are what was written")
    command("repair", _told("repair"), "take out what is damaged, which the next run reads again")
    forget = command("forget", _forget, "take inputs out with all that was read of them")
    forget.add_argument("names", metavar="NAME", nargs="+", help="as status has it under roots")
    command("compact", _told("compact"), "make few shards of many, remove what is no part of the corpus any more")
    command("dedup", _told("dedup"), "find reports that repeat others")
    command("migrate", _migrate, "bring a corpus of a former format to that of today")
    sql = command("sql", _sql, "print what a query gives")
    sql.add_argument("query", metavar="SQL")
    sql.add_argument("--format", choices=("table", "csv", "jsonl"), default="table")
    panel = command("panel", _panel, "print province by period by indicator")
    panel.add_argument("--boundaries", choices=("as_reported", "2025", "2008"), default="as_reported")
    panel.add_argument("--planned", action="store_true", help="also figures that are set for a coming period")
    panel.add_argument("--format", choices=("table", "csv", "jsonl"), default="table")
    export = command("export", _export, "write tables for others")
    export.add_argument("where", metavar="WHERE", help="a folder, or the file of a database")
    export.add_argument("--format", choices=("parquet", "csv", "jsonl", "duckdb"), default="parquet")
    export.add_argument("--table", action="append", metavar="NAME", help="only this one; may be repeated")
    return parser


def _share(text: str) -> float:
    value = float(text.rstrip("%")) / (100 if text.endswith("%") else 1)
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError("a share from 0 to 1, or in percent")
    return value


def _code(text: str) -> str:
    codes = [str(code) for code in FailureCode]
    if text not in codes:
        raise argparse.ArgumentTypeError(f"no such code: {text!r}; there are {', '.join(codes)}")
    return text


def _say(told: Any) -> None:
    sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=2, default=str) + "\n")


def _run(given: argparse.Namespace) -> int:
    from tongket.corpus.progress import progress_on  # noqa: PLC0415

    outcome = Corpus(given.out).run(
        *given.inputs,
        workers=given.workers,
        genre=given.genre,
        hosts=given.host,
        keep_text=given.keep_text,
        lexicon=given.lexicon,
        text=given.text,
        html=given.html,
        max_failures=given.max_failures,
        progress=progress_on(sys.stderr),
    )
    _say(outcome._asdict())
    return FAILED if outcome.failures else 0


def _retry(given: argparse.Namespace) -> int:
    from tongket.corpus.progress import progress_on  # noqa: PLC0415

    outcome = Corpus(given.out).retry(*given.codes, workers=given.workers, progress=progress_on(sys.stderr))
    _say(outcome._asdict())
    return FAILED if outcome.failures else 0


def _status(given: argparse.Namespace) -> int:
    _say(Corpus(given.out).status()._asdict())
    return 0


def _verify(given: argparse.Namespace) -> int:
    faults = Corpus(given.out).verify()
    for fault in faults:
        sys.stdout.write(f"{fault}\n")
    return FAILED if faults else 0


def _told(name: str) -> Callable[[argparse.Namespace], int]:
    def do(given: argparse.Namespace) -> int:
        _say(getattr(Corpus(given.out), name)())
        return 0

    return do


def _forget(given: argparse.Namespace) -> int:
    _say({"shards": Corpus(given.out).forget(*given.names)})
    return 0


def _migrate(given: argparse.Namespace) -> int:
    _say({"shards": Corpus(given.out).migrate()})
    return 0


def _sql(given: argparse.Namespace) -> int:
    return _show(Corpus(given.out), given.query, given.format)


def _panel(given: argparse.Namespace) -> int:
    from tongket.corpus.panel import query  # noqa: PLC0415

    return _show(Corpus(given.out), query(given.boundaries, planned=given.planned), given.format)


def _show(corpus: Corpus, query: str, form: str) -> int:
    """Prints the rows that a query gives."""
    connection = corpus.connect()
    if form == "table":
        relation = connection.sql(query)
        if relation is not None:  # a statement without rows
            relation.show(max_width=shutil.get_terminal_size((160, 24)).columns, max_rows=1000)
        return 0
    connection.execute(query)
    names = [column[0] for column in connection.description or ()]
    writer = csv.writer(sys.stdout)
    if form == "csv":
        writer.writerow(names)
    while rows := connection.fetchmany(1000):
        for row in rows:
            if form == "csv":
                writer.writerow([safe_cell(cell) for cell in row])
            else:
                sys.stdout.write(json.dumps(dict(zip(names, row)), ensure_ascii=False, default=_as_json) + "\n")
    return 0


def _as_json(value: Any) -> float | str:
    """A value that JSON has no form for: numbers are numbers, as in what `export` writes."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)


def _export(given: argparse.Namespace) -> int:
    for path in Corpus(given.out).export(given.where, given.format, given.table or ()):
        sys.stdout.write(f"{path}\n")
    return 0
