# SPDX-License-Identifier: BSL-1.0
"""DOC and ODT files, by the programs that know them: LibreOffice, or antiword for DOC."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from tongket.errors import Error
from tongket.files.kinds import FileKind


def office() -> str | None:
    """The program of LibreOffice, where it is installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def to_docx(data: bytes, kind: FileKind, time_limit: float | None) -> bytes | None:
    """A DOC or ODT as DOCX, by LibreOffice; None where it is not installed.

    Raises:
        Error: the file is damaged or takes too long
    """
    program = office()
    if program is None:
        return None
    with tempfile.TemporaryDirectory(prefix="tongket-") as name:
        folder = Path(name)
        (folder / f"report.{kind}").write_bytes(data)
        # A profile of its own: one that is in use by a window would be refused.
        command = [program, "--headless", "--norestore", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
        command += ["--convert-to", "docx", "--outdir", str(folder / "out"), str(folder / f"report.{kind}")]
        _run(command, b"", time_limit, kind)
        made = folder / "out" / "report.docx"
        if not made.exists():
            raise Error(f"a damaged {kind.upper()}: LibreOffice makes nothing of it", "invalid_file")
        return made.read_bytes()


def by_antiword(data: bytes, time_limit: float | None) -> str | None:
    """The text of a DOC by antiword, a paragraph a line; None where it is not installed.

    Raises:
        Error: the file is damaged or takes too long
    """
    program = shutil.which("antiword")
    if program is None:
        return None
    text = _run([program, "-m", "UTF-8.txt", "-w", "0", "-"], data, time_limit, FileKind.doc).decode("utf-8", "replace")
    if not text.strip():
        raise Error("a damaged DOC: antiword finds no text in it", "invalid_file")
    return text


def missing(kind: FileKind) -> Error:
    """What to say where no program is there."""
    how = "install LibreOffice" + (" or antiword" if kind is FileKind.doc else "") + ", or save it as DOCX or PDF"
    return Error(f"{kind.upper()} files need a program that knows them: {how}", "unknown_kind")


def _run(command: list[str], data: bytes, time_limit: float | None, kind: FileKind) -> bytes:
    """What a program writes; it and all that it started are ended where it takes too long or we are stopped."""
    with subprocess.Popen(  # noqa: S603 - found in the PATH, and no shell
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        try:
            return process.communicate(data, time_limit)[0]
        except BaseException as error:
            _end(process)
            if not isinstance(error, subprocess.TimeoutExpired):
                raise
            message = f"{kind.upper()} that was not read within {time_limit:g} seconds"
            raise Error(message, "time_limit") from None


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends a program and, where there are groups of processes, all that it started."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError):  # it has ended meanwhile
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
