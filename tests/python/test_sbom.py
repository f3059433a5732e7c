# SPDX-License-Identifier: BSL-1.0
"""The bill of materials of a wheel (tools/sbom.py)."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import subprocess
import zipfile
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

if TYPE_CHECKING:
    from types import ModuleType

MADE = datetime(2026, 3, 1, 6, 30, tzinfo=timezone.utc)
INPUTS = {"boost": "1.74.0", "icu": "74.2", "pybind11": "3.0.1"}
METADATA = """\
Metadata-Version: 2.4
Name: tongket
Version: 9.8.7
License-Expression: BSL-1.0
Provides-Extra: pandas
Requires-Dist: pandas>=2.0; extra == "pandas"
Requires-Dist: tongket[pandas]; extra == "all"
Requires-Dist: pytest>=7.4; extra == "test"
"""
LIBRARY = b"\x7fELF library"


@pytest.fixture(scope="module")
def sbom() -> ModuleType:
    path = Path(__file__).parents[2] / "tools" / "sbom.py"
    spec = importlib.util.spec_from_file_location("sbom", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    path = tmp_path / "tongket-9.8.7-cp311-cp311-linux_x86_64.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("tongket-9.8.7.dist-info/METADATA", METADATA)
        archive.writestr("tongket/__init__.py", "")
        archive.writestr("tongket.libs/libicuuc-1a2b.so.74.2", LIBRARY)
    return path


def components(bill: str) -> dict[str, dict[str, Any]]:
    return {component["bom-ref"]: component for component in json.loads(bill)["components"]}


def test_a_bill_is_valid_and_the_same_each_time(sbom: ModuleType, wheel: Path) -> None:
    bill = sbom.bill(wheel, INPUTS, MADE)
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill) is None
    assert sbom.bill(wheel, INPUTS, MADE) == bill


def test_a_bill_tells_the_time_it_is_given_or_none(sbom: ModuleType, wheel: Path) -> None:
    timed = json.loads(sbom.bill(wheel, INPUTS, MADE))
    assert timed["metadata"].pop("timestamp") == MADE.isoformat()
    bill = sbom.bill(wheel, INPUTS, None)
    assert json.loads(bill) == timed
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill) is None


def test_the_time_is_the_commits_unless_told(sbom: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def git(*arguments: str) -> None:
        who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        subprocess.run(["git", "-C", str(tmp_path), *who, *arguments], check=True, capture_output=True)

    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert sbom.time_of_sources(tmp_path) is None
    git("init")
    assert sbom.time_of_sources(tmp_path) is None  # no commit yet
    monkeypatch.setenv("GIT_COMMITTER_DATE", f"{int(MADE.timestamp())} +0700")
    git("commit", "--allow-empty", "--message", "first")
    assert sbom.time_of_sources(tmp_path) == MADE
    part = tmp_path / "part"
    part.mkdir()
    assert sbom.time_of_sources(part) is None  # the commits are those of another project
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert sbom.time_of_sources(tmp_path) == datetime(1970, 1, 2, tzinfo=timezone.utc)


def test_a_bill_names_the_wheel_and_its_parts(sbom: ModuleType, wheel: Path) -> None:
    bill = sbom.bill(wheel, INPUTS, MADE)
    root = json.loads(bill)["metadata"]["component"]
    assert (root["name"], root["version"]) == ("tongket", "9.8.7")
    assert root["hashes"][0]["content"] == hashlib.sha256(wheel.read_bytes()).hexdigest()
    parts = components(bill)
    assert set(parts) == {
        "compiled-in/boost",
        "compiled-in/icu",
        "compiled-in/pybind11",
        "file/tongket.libs/libicuuc-1a2b.so.74.2",
        'asked-for/pandas>=2.0; extra == "pandas"',
    }
    assert parts["compiled-in/icu"]["version"] == "74.2"
    assert parts["compiled-in/icu"]["licenses"][0]["license"]["id"] == "Unicode-3.0"
    carried = parts["file/tongket.libs/libicuuc-1a2b.so.74.2"]
    assert carried["hashes"][0]["content"] == hashlib.sha256(LIBRARY).hexdigest()
    [links] = [entry["dependsOn"] for entry in json.loads(bill)["dependencies"] if entry["ref"] == "wheel"]
    assert set(links) == set(parts)


def test_what_is_no_wheel_or_has_no_known_licence_is_refused(sbom: ModuleType, wheel: Path, tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        sbom.bill(wheel, {"unheard_of": "1.0"}, MADE)
    other = tmp_path / "other.whl"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("README", "")
    with pytest.raises(ValueError, match="no wheel"):
        sbom.bill(other, INPUTS, MADE)
