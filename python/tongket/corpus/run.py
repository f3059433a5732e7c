# SPDX-License-Identifier: BSL-1.0
"""What is to be done so that a corpus is that of its inputs, and doing it."""

from __future__ import annotations

import os
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from tongket.corpus import manifest, shards
from tongket.corpus.errors import CorpusError
from tongket.corpus.failures import FailureCode
from tongket.corpus.inputs import CUT, File, InputKind, Piece, cut, files_of, roots_of
from tongket.corpus.options import Options, fingerprint
from tongket.corpus.pages import checksum
from tongket.corpus.work import Task
from tongket.corpus.workers import make_all

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from tongket.corpus.manifest import Manifest, Shard, Writer
    from tongket.corpus.progress import Progress

#: So many pages are read before the share of failures says anything.
_ENOUGH = 100


@dataclass
class Job:
    """Shards that take the place of others, all at once.

    Attributes:
        drop: names of the shards that go
        make: the pieces of the shards that come
        gone: files that have vanished
        back: files that had, and are there again
        touched: size and time of change of files that were changed without another content
    """

    drop: list[str] = field(default_factory=list)
    make: list[list[Piece]] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    back: list[str] = field(default_factory=list)
    touched: dict[str, list[int]] = field(default_factory=dict)


class Outcome(NamedTuple):
    """What a run did.

    Attributes:
        run: its number
        shards: how many it made
        pages: how many pages it read
        reports: how many of them are reports that are kept
        others: how many were left out, as they are none or of other hosts
        failures: how many were set aside
        gone: how many files had vanished
    """

    run: int
    shards: int = 0
    pages: int = 0
    reports: int = 0
    others: int = 0
    failures: int = 0
    gone: int = 0


def run(
    folder: Path,
    inputs: Sequence[str],
    options: Options | None,
    *,
    workers: int,
    max_failures: float | None,
    progress: Progress,
) -> Outcome:
    """Brings a corpus up to its inputs.

    Args:
        folder: of the corpus, which is made where there is none
        inputs: files and folders; none: those of all runs before
        options: how pages become rows; None: as in the last run
        workers: processes
        max_failures: the share of pages set aside, 0 to 1, above which the run ends; what is done stays
        progress: is told what happens

    Raises:
        CorpusError: the corpus is in use, an input is missing, or too many pages were set aside
        OSError: the corpus cannot be written
    """
    if not inputs and not (folder / "manifest.jsonl").exists():
        raise CorpusError("a new corpus needs an input")
    roots_of(inputs, {})  # a name that is mistyped makes no corpus
    with manifest.locked(folder, make=True) as writer:
        state = writer.manifest
        roots = roots_of(inputs, state.roots) if inputs else dict(state.roots)
        files = _files(folder, roots)
        shards.check(folder, state.shards.values())
        if options is None:
            options = Options.from_dict(state.options) if state.options else Options()
        basis = options.basis()
        print_of = fingerprint(basis)
        jobs = list(_Plan(folder, state, files, set(roots), print_of).jobs())
        if not jobs and options.to_dict() == state.options and roots.items() <= state.roots.items():
            _check_failures(state, max_failures)
            return Outcome(state.runs)
        writer.add(
            {
                "run": state.runs + 1,
                "at": manifest.now(),
                "roots": roots,
                "options": options.to_dict(),
                "fingerprints": {print_of: basis},
            }
        )
        paths = {key: file.path for key, file in files.items()}
        return _Doing(writer, paths, options, print_of, progress).do(jobs, workers, max_failures)


def retry(folder: Path, codes: Collection[str], *, workers: int, progress: Progress) -> Outcome:
    """Makes the shards anew in which pages were set aside, of their files as these are now.

    Args:
        folder: of the corpus
        codes: only for these reasons; none: for any
        workers: processes
        progress: is told what happens

    Raises:
        CorpusError: the corpus is in use, or an input of such a shard is missing
        OSError: the corpus cannot be written
        ValueError: no such reason
    """
    known = [str(code) for code in FailureCode]
    unknown = [code for code in codes if code not in known]
    if unknown:
        raise ValueError(f"no such code: {', '.join(unknown)}; there are {', '.join(known)}")
    with manifest.locked(folder) as writer:
        state = writer.manifest
        shards.check(folder, state.shards.values())
        again = {
            shard.name: root_of(pieces_of(folder, shard)[0].piece.file)
            for shard in state.shards.values()
            if shard.failures and (not codes or not _codes(folder, shard).isdisjoint(codes))
        }
        if not again:
            return Outcome(state.runs)
        roots = {name: state.roots[name] for name in sorted({*again.values()})}
        files = _files(folder, roots)
        options = Options.from_dict(state.options)
        basis = options.basis()
        print_of = fingerprint(basis)
        jobs = list(_Plan(folder, state, files, set(roots), print_of).retries(again.keys()))
        writer.add({"run": state.runs + 1, "at": manifest.now(), "fingerprints": {print_of: basis}})
        paths = {key: file.path for key, file in files.items()}
        return _Doing(writer, paths, options, print_of, progress).do(jobs, workers, None)


def forget(folder: Path, names: Sequence[str]) -> int:
    """Takes inputs out of a corpus, with all that was read of them; returns how many shards went.

    Raises:
        CorpusError: the corpus is in use, or has no such input
    """
    with manifest.locked(folder) as writer:
        state = writer.manifest
        unknown = [name for name in names if name not in state.roots]
        if unknown:
            raise CorpusError(f"no such input: {', '.join(unknown)}; there are {', '.join(state.roots)}")
        drop = [s.name for s in state.shards.values() if root_of(pieces_of(folder, s)[0].piece.file) in names]
        writer.add({"at": manifest.now(), "forget": list(names), "drop": drop})
        return len(drop)


def _files(folder: Path, roots: Mapping[str, str]) -> dict[str, File]:
    """The files of inputs by their keys, but for those of the corpus itself.

    Raises:
        CorpusError: an input is missing, or is the corpus
    """
    own = folder.resolve()
    for name, path in roots.items():
        if not os.path.exists(path):  # noqa: PTH110
            raise CorpusError(f"no such input any more: {path} (tongket corpus forget {folder} {name} lets it go)")
        if own in (Path(path), *Path(path).parents):
            raise CorpusError(f"an input that is the corpus itself: {path}")
    return {file.key: file for name, path in roots.items() for file in files_of(name, path, own)}


def _codes(folder: Path, shard: Shard) -> set[str]:
    return set(_read(folder, shard, "failures", ["code"])["code"].to_pylist())


def _read(folder: Path, shard: Shard, table: str, columns: list[str] | None = None) -> pa.Table:
    (path,) = shards.files(folder, [shard], table)
    try:
        return pq.read_table(path, columns=columns)
    except (OSError, pa.ArrowException) as error:
        raise CorpusError(shards.damaged(folder, path)) from error


def _now(piece: Piece, files: dict[str, File]) -> Piece:
    file = files[piece.file]
    return piece._replace(size=file.size, mtime_ns=file.mtime_ns)


# ---- plan ----------------------------------------------------------------------------------------------------------


class Made(NamedTuple):
    """A piece that was read.

    Attributes:
        shard: which it is in
        piece: what it is
        sha256: its checksum; None where the first piece of its file has it
    """

    shard: Shard
    piece: Piece
    sha256: str | None


def pieces_of(folder: Path, shard: Shard) -> list[Made]:
    """Of what a shard was made.

    Raises:
        CorpusError: it is damaged
    """
    return [
        Made(
            shard,
            Piece(row["file"], InputKind(row["kind"]), row["begin"], row["end"], row["size"], row["mtime_ns"]),
            row["sha256"],
        )
        for row in _read(folder, shard, "inputs").to_pylist()
    ]


def root_of(key: str) -> str:
    """The name of the input that a file belongs to.

    >>> root_of("reports/2016/a.txt")
    'reports'
    """
    return key.partition("/")[0]


class _Plan:
    """What is to be done.

    Args:
        folder: of the corpus
        state: what it consists of
        files: those of the inputs, by key
        roots: the names of the inputs; files of others are left alone
        print_of: the fingerprint that shards shall have
    """

    def __init__(self, folder: Path, state: Manifest, files: dict[str, File], roots: set[str], print_of: str) -> None:
        self._folder, self._state, self._files, self._roots, self._print = folder, state, files, roots, print_of
        self._again: Collection[str] | None = None

    def retries(self, again: Collection[str]) -> Iterator[Job]:
        """What is to be done so that some shards, by their names, are made anew."""
        self._again = again
        groups, single, _ = self._shards()
        for shard, pieces in groups:
            if shard.name in again:
                yield from self._of_group(shard, pieces)
        for key, parts in single.items():
            if any(made.shard.name in again for made in parts):
                yield from self._of_file(key, parts)

    def jobs(self) -> Iterator[Job]:
        """What is to be done so that the corpus is that of its inputs.

        Raises:
            CorpusError: of an input that had files none is left
        """
        groups, single, seen = self._shards()
        left = {root_of(key) for key in self._files}
        for name in sorted(({root_of(key) for key in seen} & self._roots) - left):
            raise CorpusError(
                f"the input {name} has no file any more (a disk that is not there?): tongket corpus forget "
                f"{self._folder} {name} lets its pages go"
            )
        for shard, pieces in groups:
            yield from self._of_group(shard, pieces)
        for key, parts in single.items():
            yield from self._of_file(key, parts)
        new: dict[str, list[File]] = defaultdict(list)
        for key, file in self._files.items():
            if key not in seen:
                new[root_of(key)].append(file)
        for of_root in new.values():
            for pieces_of_shard in cut(of_root):
                keys = {piece.file for piece in pieces_of_shard}
                yield Job(make=[pieces_of_shard], back=sorted(keys & self._state.tombstones.keys()))

    def _shards(self) -> tuple[list[tuple[Shard, list[Made]]], dict[str, list[Made]], set[str]]:
        """The shards of several files, those of a single one by its key, and all files of all shards."""
        groups: list[tuple[Shard, list[Made]]] = []
        single: dict[str, list[Made]] = defaultdict(list)
        seen: set[str] = set()
        for shard in self._state.shards.values():
            pieces = pieces_of(self._folder, shard)
            seen.update(made.piece.file for made in pieces)
            if root_of(pieces[0].piece.file) not in self._roots:
                continue
            if len(pieces) == 1:
                single[pieces[0].piece.file].append(pieces[0])
            else:
                groups.append((shard, pieces))
        return groups, single, seen

    def _is_stale(self, shard: Shard) -> bool:
        """Whether a shard is to be made anew though its files are as they were."""
        return shard.fingerprint != self._print if self._again is None else shard.name in self._again

    def _of_group(self, shard: Shard, pieces: list[Made]) -> Iterator[Job]:
        """A shard of several files, each of which it has wholly."""
        there = [made for made in pieces if made.piece.file in self._files]
        left = [self._files[made.piece.file] for made in there]
        gone = [made.piece.file for made in pieces if made.piece.file not in self._files]
        if gone or self._is_stale(shard) or not all(map(self._is_same, there)):
            yield Job([shard.name], cut(left), gone)
            return
        moved = [file for made, file in zip(there, left) if not self._is_untouched(made.piece, file)]
        if moved:
            yield Job(touched={file.key: [file.size, file.mtime_ns] for file in moved})

    def _of_file(self, key: str, parts: list[Made]) -> Iterator[Job]:
        """The shards of a single file. Those whose piece is as it was stay."""
        file = self._files.get(key)
        if file is None:
            yield Job([made.shard.name for made in parts], gone=[key])
            return
        parts.sort(key=lambda made: made.piece.begin)
        pieces = cut([file])
        if self._is_untouched(parts[0].piece, file) and _are_all(parts, pieces):
            for made in parts:
                if self._is_stale(made.shard):
                    yield Job([made.shard.name], [[_now(made.piece, self._files)]])
            return
        is_same = self._is_same(parts[0])  # of kinds of which the first piece has the checksum
        kept = []
        for made in parts:
            same = next((one for one in pieces if one[0][:4] == made.piece[:4]), None)
            if same is None or made.shard.fingerprint != self._print or self._is_stale(made.shard):
                continue
            if is_same if made.sha256 is None else checksum(made.piece, file.path) == made.sha256:
                kept.append(made.shard.name)
                pieces.remove(same)
        drop = [made.shard.name for made in parts if made.shard.name not in kept]
        yield Job(drop, pieces, touched={key: [file.size, file.mtime_ns]})

    def _is_untouched(self, piece: Piece, file: File) -> bool:
        known = self._state.touched.get(piece.file, [piece.size, piece.mtime_ns])
        return known == [file.size, file.mtime_ns]

    def _is_same(self, made: Made) -> bool:
        """Whether a file that a piece has wholly, or the first piece of one, holds what it held."""
        file = self._files[made.piece.file]
        if self._is_untouched(made.piece, file):
            return True
        return made.piece.size == file.size and checksum(made.piece, file.path) == made.sha256


def _are_all(parts: list[Made], pieces: list[list[Piece]]) -> bool:
    """Whether parts of a file, in order, are all of it; its pieces may be others today."""
    if parts[0].piece.kind not in CUT:
        return True
    ends = [0, *(made.piece.end for made in parts)]
    return [made.piece.begin for made in parts] == ends[:-1] and ends[-1] == pieces[-1][0].end


# ---- doing ---------------------------------------------------------------------------------------------------------


class _Doing:
    """Does jobs, each of which is committed when all its shards are made.

    Args:
        writer: of the corpus
        paths: of the files, by their keys
        options: how pages become rows
        print_of: their fingerprint
        progress: is told what happens
    """

    def __init__(
        self, writer: Writer, paths: dict[str, str], options: Options, print_of: str, progress: Progress
    ) -> None:
        self._writer, self._paths, self._options, self._print = writer, paths, options, print_of
        self._progress = progress
        self._outcome = Outcome(writer.manifest.runs)

    def do(self, jobs: list[Job], workers: int, max_failures: float | None) -> Outcome:
        """Does all of them, and says what was done."""
        job_of: dict[str, int] = {}
        tasks: list[Task] = []
        made_of: dict[int, list[dict[str, Any]]] = defaultdict(list)
        self._progress.begin(sum(len(job.make) for job in jobs))
        for number, job in enumerate(jobs):
            if not job.make:
                self._commit(job, [])
            for pieces in job.make:
                tasks.append(self._task(pieces))
                job_of[tasks[-1].name] = number
        for made in make_all(tasks, self._options, workers):
            if made.shard is None:
                assert made.error is not None  # noqa: S101
                raise made.error
            number = job_of[made.task.name]
            made_of[number].append({**made.shard, "fingerprint": self._print, "format": list(manifest.FORMAT)})
            if len(made_of[number]) == len(jobs[number].make):
                committed = made_of.pop(number)
                self._commit(jobs[number], committed)
                for shard in committed:  # only now: what is told of is there
                    self._progress.shard(shard)
                _check(self._outcome.pages, self._outcome.failures, max_failures)
        _check_failures(self._writer.manifest, max_failures)
        self._progress.end(self._outcome)
        return self._outcome

    def _task(self, pieces: list[Piece]) -> Task:
        paths = {piece.file: self._paths[piece.file] for piece in pieces}
        return Task(manifest.new_name(), str(self._writer.folder / "shards"), pieces, paths, self._outcome.run)

    def _commit(self, job: Job, made: list[dict[str, Any]]) -> None:
        # What was known of files that are read again is known anew.
        known = self._writer.manifest.touched
        again = {p.file: [p.size, p.mtime_ns] for pieces in job.make for p in pieces if p.file in known}
        entry: dict[str, Any] = {"run": self._outcome.run, "at": manifest.now(), "add": made, "drop": job.drop}
        entry.update({"gone": job.gone, "back": job.back, "touched": {**job.touched, **again}})
        self._writer.add({name: value for name, value in entry.items() if value})
        before = self._outcome
        pages, others, failures = (sum(shard[name] for shard in made) for name in ("pages", "others", "failures"))
        self._outcome = before._replace(
            shards=before.shards + len(made),
            pages=before.pages + pages,
            reports=before.reports + sum(shard["tables"].get("reports", {}).get("rows", 0) for shard in made),
            others=before.others + others,
            failures=before.failures + failures,
            gone=before.gone + len(job.gone),
        )


def _check_failures(state: Manifest, max_failures: float | None) -> None:
    """Looks at all pages of a corpus, so that the same command again does not find fewer set aside."""
    counted = state.shards.values()
    _check(sum(shard.pages for shard in counted), sum(shard.failures for shard in counted), max_failures)


def _check(pages: int, failures: int, max_failures: float | None) -> None:
    if max_failures is not None and pages >= _ENOUGH and failures > max_failures * pages:
        raise CorpusError(
            f"{failures} of {pages} pages were set aside, more than {max_failures:.1%}: the table failures says why"
        )
