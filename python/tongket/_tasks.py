# SPDX-License-Identifier: BSL-1.0
"""The reading of files that may take long or end a program, so that a process of its own does it: `tongket._worker`."""

from __future__ import annotations

import json
import sys
from importlib import import_module
from typing import Any

from tongket.errors import Error

# Each module has `load`, which imports what it needs, and `read`, whose result JSON can hold.
_MODULES = {
    "html": "tongket._story",
    "pdf": "tongket.files.pdf",
    "docx": "tongket.files.docx",
    "rtf": "tongket.files.rtf",
}
#: What each imports, as the extra names it that has it.
_PACKAGES = {
    "html": ("trafilatura", "html"),
    "pdf": ("pypdfium2", "files"),
    "docx": ("python-docx", "files"),
    "rtf": ("striprtf", "files"),
}
#: The code of the error where a file ends the process that reads it.
FAULTS = {"html": "invalid_html", "pdf": "invalid_file", "docx": "invalid_file", "rtf": "invalid_file"}


def load(task: str) -> None:
    """Imports what a task needs.

    Raises:
        ImportError: it cannot be imported
    """
    try:
        import_module(_MODULES[task]).load()
    except Exception as error:
        package, extra = _PACKAGES[task]
        broken = f"{package}, which is installed but cannot be imported ({type(error).__name__}: {error})"
        remedy = f"pip install --force-reinstall 'tongket[{extra}]'"
        raise ImportError(" ".join(f"{task.upper()} files need {broken}: {remedy}".split())) from error


def run(task: str, data: bytes, options: dict[str, object]) -> Any:
    """Does a task in this process.

    Raises:
        Error: the file cannot be read
        ImportError: what reads it cannot be imported
    """
    load(task)
    return import_module(_MODULES[task]).read(data, **options)


def serve() -> None:
    """Answers requests on standard input with lines of JSON on standard output.

    A request is a line of JSON, which is answered by `ready`, and then the bytes of the file. Where what it needs
    cannot be imported, the answer is why, and no file follows.
    """
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # nobody else writes answers

    def answer(value: object) -> None:
        answers.write(json.dumps(value).encode("ascii") + b"\n")
        answers.flush()

    for line in requests:
        request = json.loads(line)
        try:
            load(request["task"])
        except ImportError as error:
            answer({"missing": str(error)})
            continue
        answer("ready")
        data = requests.read(request["size"])
        try:
            answer({"result": run(request["task"], data, request["options"])})
        except Error as error:
            answer({"error": (error.message, error.code)})
