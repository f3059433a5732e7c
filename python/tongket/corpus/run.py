# SPDX-License-Identifier: BSL-1.0
"""What is to be done so that a corpus is that of its inputs, and doing it."""

from __future__ import annotations

import os
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import pyarrow.parquet as pq

from tongket.corpus import manifest, shards
from tongket.corpus.errors import CorpusError
from tongket.corpus.inputs import File, InputKind, Piece, cut, files_of, roots_of
from tongket.corpus.options import Options, fingerprint
from tongket.corpus.pages import checksum
from tongket.corpus.work import Task
from tongket.corpus.workers import make_all

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path

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
    with manifest.locked(folder, make=True) as writer:
        state = writer.manifest
        roots = roots_of(inputs, state.roots) if inputs else dict(state.roots)
        missing = [path for path in roots.values() if not os.path.exists(path)]  # noqa: PTH110
        if missing:
            raise CorpusError(f"no such input any more: {', '.join(missing)}")
        if options is None:
            options = Options.from_dict(state.options) if state.options else Options()
        files = {file.key: file for name, path in roots.items() for file in files_of(name, path)}
        basis = options.basis()
        print_of = fingerprint(basis)
        jobs = list(_Plan(folder, state, files, set(roots), print_of).jobs())
        if not jobs and options.to_dict() == state.options and roots.items() <= state.roots.items():
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
    """Makes the shards anew in which pages were set aside.

    Args:
        folder: of the corpus
        codes: only for these reasons; none: for any
        workers: processes
        progress: is told what happens

    Raises:
        CorpusError: the corpus is in use
        OSError: the corpus cannot be written
    """
    with manifest.locked(folder) as writer:
        state = writer.manifest
        files = {
            file.key: file
            for name, path in state.roots.items()
            if os.path.exists(path)  # noqa: PTH110
            for file in files_of(name, path)
        }
        options = Options.from_dict(state.options)
        basis = options.basis()
        jobs = []
        for shard in state.shards.values():
            pieces = pieces_of(folder, shard)
            is_wanted = shard.failures and (not codes or not _codes(folder, shard).isdisjoint(codes))
            if is_wanted and all(made.piece.file in files for made in pieces):
                jobs.append(Job([shard.name], [[_now(made.piece, files) for made in pieces]]))
        if not jobs:
            return Outcome(state.runs)
        print_of = fingerprint(basis)
        writer.add({"run": state.runs + 1, "at": manifest.now(), "fingerprints": {print_of: basis}})
        paths = {key: file.path for key, file in files.items()}
        return _Doing(writer, paths, options, print_of, progress).do(jobs, workers, None)


def _codes(folder: Path, shard: Shard) -> set[str]:
    (path,) = shards.files(folder, [shard], "failures")
    return set(pq.read_table(path, columns=["code"])["code"].to_pylist())


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
    """Of what a shard was made."""
    (path,) = shards.files(folder, [shard], "inputs")
    return [
        Made(
            shard,
            Piece(row["file"], InputKind(row["kind"]), row["begin"], row["end"], row["size"], row["mtime_ns"]),
            row["sha256"],
        )
        for row in pq.read_table(path).to_pylist()
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

    def jobs(self) -> Iterator[Job]:
        seen: set[str] = set()
        single: dict[str, list[Made]] = defaultdict(list)
        for shard in self._state.shards.values():
            pieces = pieces_of(self._folder, shard)
            seen.update(made.piece.file for made in pieces)
            if root_of(pieces[0].piece.file) not in self._roots:
                continue
            if len(pieces) == 1:
                single[pieces[0].piece.file].append(pieces[0])
            else:
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

    def _of_group(self, shard: Shard, pieces: list[Made]) -> Iterator[Job]:
        """A shard of several files, each of which it has wholly."""
        there = [made for made in pieces if made.piece.file in self._files]
        left = [self._files[made.piece.file] for made in there]
        gone = [made.piece.file for made in pieces if made.piece.file not in self._files]
        if gone or shard.fingerprint != self._print or not all(map(self._is_same, there)):
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
        if self._is_untouched(parts[0].piece, file):
            for made in parts:
                if made.shard.fingerprint != self._print:
                    yield Job([made.shard.name], [[_now(made.piece, self._files)]])
            return
        pieces = cut([file])
        is_same = self._is_same(parts[0])  # of kinds of which the first piece has the checksum
        kept = []
        for made in parts:
            same = next((one for one in pieces if one[0][:4] == made.piece[:4]), None)
            if same is None or made.shard.fingerprint != self._print:
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
                _check(self._outcome, max_failures)
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


def _check(outcome: Outcome, max_failures: float | None) -> None:
    if max_failures is not None and outcome.pages >= _ENOUGH and outcome.failures > max_failures * outcome.pages:
        raise CorpusError(
            f"{outcome.failures} of {outcome.pages} pages were set aside, more than {max_failures:.1%}: "
            "the table failures says why"
        )
