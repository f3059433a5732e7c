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
#: The code of the error where a file ends the process that reads it.
FAULTS = {"html": "invalid_html", "pdf": "invalid_file", "docx": "invalid_file", "rtf": "invalid_file"}


def run(task: str, data: bytes, options: dict[str, object]) -> Any:
    """Does a task in this process.

    Raises:
        Error: the file cannot be read
    """
    return import_module(_MODULES[task]).read(data, **options)


def serve() -> None:
    """Answers requests on standard input with lines of JSON on standard output.

    A request is a line of JSON, which is answered by `ready`, and then the bytes of the file.
    """
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # nobody else writes answers

    def answer(value: object) -> None:
        answers.write(json.dumps(value).encode("ascii") + b"\n")
        answers.flush()

    for line in requests:
        request = json.loads(line)
        import_module(_MODULES[request["task"]]).load()
        answer("ready")
        data = requests.read(request["size"])
        try:
            answer({"result": run(request["task"], data, request["options"])})
        except Error as error:
            answer({"error": (error.message, error.code)})
