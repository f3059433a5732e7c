# SPDX-License-Identifier: BSL-1.0
"""Types, stubs, docstrings and style."""

from __future__ import annotations

import ast
import doctest
import functools
import importlib.util
import inspect
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

import tongket
from conftest import ROOT, SAMPLE
from tongket import __main__

PACKAGE = ROOT / "python" / "tongket"


def run(*command: str) -> None:
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_mypy_strict_on_the_package():
    run("mypy", str(PACKAGE))


def test_mypy_strict_on_the_examples(tmp_path):
    """The code of the notebook and of docs/python.md, against the installed package."""
    notebook = json.loads((ROOT / "examples" / "reports_to_panel.ipynb").read_text("utf-8"))
    cells = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    (tmp_path / "notebook.py").write_text("\n".join(cells), "utf-8")
    run("mypy", "--config-file", str(ROOT / "pyproject.toml"), str(tmp_path / "notebook.py"))


def test_a_wrong_use_is_found(tmp_path):
    """The types that users get are not all `Any`."""
    path = tmp_path / "wrong.py"
    path.write_text("import tongket\ntongket.parse('a').measures[0].value.upper()\ntongket.parse(1)\n", "utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", str(path)]
    out = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path).stdout
    assert '"Decimal" has no attribute "upper"' in out
    assert 'Argument 1 to "parse" has incompatible type "int"' in out


def test_the_stub_is_what_the_module_says():
    spec = importlib.util.spec_from_file_location("stubs", ROOT / "python" / "stubs.py")
    stubs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(stubs)
    written = stubs.STUB.read_text("utf-8")
    assert ast.dump(ast.parse(stubs.generate())) == ast.dump(ast.parse(written)), "run python/stubs.py"


def test_stubtest():
    allowed = str(Path(__file__).with_name("stubtest.txt"))
    run("mypy.stubtest", "tongket._core", "--mypy-config-file", "pyproject.toml", "--allowlist", allowed)


def test_ruff():
    run("ruff", "check", "python", "tests/python")
    run("ruff", "format", "--check", "python", "tests/python")


def test_the_package_is_marked_as_typed():
    assert (Path(tongket.__file__).parent / "py.typed").exists()


# ---- docstrings -----------------------------------------------------------------------------------------------------


def public_objects():
    assert len(set(tongket.__all__)) == len(tongket.__all__)
    for name in tongket.__all__:
        value = getattr(tongket, name)
        # A constant has no docstring of its own.
        if name.startswith("__") or name.isupper():
            continue
        yield name, value
        if inspect.isclass(value):
            for member, content in vars(value).items():
                function = getattr(content, "__func__", content)
                if not member.startswith("_") and inspect.isfunction(function):
                    yield f"{name}.{member}", function
    yield "main", __main__.main


OBJECTS = dict(public_objects())


@pytest.fixture(scope="session")
def corpus(tmp_path_factory):
    made = tongket.Corpus(tmp_path_factory.mktemp("corpus") / "reports")
    made.run(SAMPLE.parent, workers=1)
    return made


@pytest.mark.parametrize("name", OBJECTS)
def test_docstrings(name, in_root, corpus):
    """Every public object has a docstring with an example, and the example is true."""
    value = OBJECTS[name]
    assert value.__doc__, "no docstring"
    assert ">>>" in value.__doc__, "no example"
    names = {each: getattr(tongket, each) for each in tongket.__all__}
    names.update(report=tongket.parse_file(SAMPLE), corpus=corpus, tongket=tongket, sys=sys, Decimal=Decimal)
    example = doctest.DocTestParser().get_doctest(value.__doc__, names, name, None, 0)
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE | doctest.REPORT_NDIFF
    failures: list[str] = []
    doctest.DocTestRunner(optionflags=flags).run(example, out=failures.append)
    assert failures == []


def test_properties_have_docstrings():
    for name in tongket.__all__:
        for member, content in vars(getattr(tongket, name)).items() if inspect.isclass(getattr(tongket, name)) else ():
            if isinstance(content, (property, functools.cached_property)) and not member.startswith("_"):
                assert content.__doc__, f"{name}.{member}"
