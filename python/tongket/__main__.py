# SPDX-License-Identifier: BSL-1.0
"""The program `tongket`: the C++ one, called by `python -m tongket` and by the installed script.

Beside texts it reads the kinds of files that `tongket.read` does.
"""

from __future__ import annotations

import signal
import sys

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
    return _core.run(sys.argv[1:] if arguments is None else arguments, texts)


def _script() -> int:
    # As in a program of its own: Python would keep Ctrl-C for later, and turn a closed pipe into an error.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    return main()


if __name__ == "__main__":
    sys.exit(_script())
