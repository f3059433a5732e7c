# SPDX-License-Identifier: BSL-1.0
"""The program `tongket`: the C++ one, called by `python -m tongket` and by the installed script.

Beside texts it reads the kinds of files that `tongket.read` does. `tongket corpus` is a program of this package.
"""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from tongket import _core
from tongket.files.program import texts


def main(arguments: list[str] | None = None) -> int:
    """Runs the program on this process's standard streams and returns its exit status.

    Args:
        arguments: without the program's name; by default those of the command line

    >>> import subprocess
    >>> subprocess.run([sys.executable, "-m", "tongket", "--version"], capture_output=True, text=True).stdout[:8]
    'tongket '
    """
    given = sys.argv[1:] if arguments is None else arguments
    if _is_of_corpus(given):
        from tongket.corpus.command import main as corpus  # noqa: PLC0415

        return corpus(given[1:])
    return _core.run(given, texts)


def _is_of_corpus(arguments: list[str]) -> bool:
    """Whether `tongket corpus` is called; alone `corpus` is a file or folder of that name, where there is one."""
    return arguments[:1] == ["corpus"] and (len(arguments) > 1 or not Path("corpus").exists())


def _script() -> int:
    if _is_of_corpus(sys.argv[1:]):
        return main()
    # As in a program of its own: Python would keep Ctrl-C for later, and turn a closed pipe into an error.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    return main()


if __name__ == "__main__":
    sys.exit(_script())
