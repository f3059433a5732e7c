# SPDX-License-Identifier: BSL-1.0
"""docs/recipes.md does what it says."""

from __future__ import annotations

import re

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from conftest import EXAMPLES, ROOT

PAGE = (ROOT / "docs/recipes.md").read_text("utf-8")
RECIPES = re.findall(r"^## (.*?)\n.*?^```python\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(("name", "code"), RECIPES, ids=[name for name, _ in RECIPES])
def test_the_recipe(name, code, tmp_path, monkeypatch):
    for module in re.findall(r"^(?:import|from) (\w+)", code, re.MULTILINE):
        pytest.importorskip(module)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RAY_USAGE_STATS_ENABLED", "0")
    texts = [path.read_text("utf-8") for path in EXAMPLES]
    pq.write_table(pa.table({"url": [path.stem for path in EXAMPLES], "text": texts}), "pages.parquet")
    names: dict[str, object] = {"__name__": "__main__"}
    exec(code, names)
    if "ray" in names:
        names["ray"].shutdown()
