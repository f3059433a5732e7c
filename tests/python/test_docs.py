# SPDX-License-Identifier: BSL-1.0
"""docs/python.md and the notebook do what they say."""

from __future__ import annotations

import re

import matplotlib
import nbformat
import pytest
from nbclient import NotebookClient

from conftest import EXAMPLES, ROOT

PAGE = ROOT / "docs" / "python.md"
NOTEBOOK = ROOT / "examples" / "reports_to_panel.ipynb"


def test_the_code_of_the_page(in_root, tmp_path, monkeypatch):
    matplotlib.use("agg")
    blocks = re.findall(r"^```python\n(.*?)^```", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert len(blocks) >= 5
    assert len(blocks[0].strip().splitlines()) == 5
    names: dict[str, object] = {}
    exec(blocks[0], names)
    frame = names["frame"]
    assert list(frame.columns[:3]) == ["province", "period", "indicator"]
    assert frame.report.nunique() == len(EXAMPLES)
    # The blocks that follow go on from there; what they write goes elsewhere.
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    for block in blocks[1:]:
        exec(block, names)


def test_the_notebook_runs(tmp_path):
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    stored = [cell.copy() for cell in notebook.cells if cell.cell_type == "code"]
    NotebookClient(
        notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": NOTEBOOK.parent}}
    ).execute()
    ran = [cell for cell in notebook.cells if cell.cell_type == "code"]
    kinds = [{kind for output in cell.outputs for kind in output.get("data", {})} for cell in ran]
    assert sum("image/png" in kind for kind in kinds) >= 2, "two charts"
    assert any("text/html" in kind for kind in kinds)
    assert not any(output.output_type in ("error", "stream") for cell in ran for output in cell.outputs)
    # What is stored was rendered, and its panel is what comes out now.
    for before, after in zip(stored, ran):
        assert before.outputs, f"run the notebook and save it: {before.source}"
        told = [output["data"].get("text/plain") for output in before.outputs if "data" in output]
        assert len(told) == len([output for output in after.outputs if "data" in output])


@pytest.mark.parametrize("path", [PAGE, NOTEBOOK])
def test_no_path_of_a_machine(path):
    assert not re.search(r"/(root|home|work|tmp)/", path.read_text("utf-8"))
