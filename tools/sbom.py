#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Writes what a wheel is made of as CycloneDX JSON: what is compiled in, what it carries, what it may ask for.

usage: sbom.py WHEEL BUILD_INPUTS    (CMake writes build-inputs.json into the build directory of the Python module)

The same wheel has the same bill: no random number and no clock is in it. Its time is SOURCE_DATE_EPOCH, or else that
of the commit it is made from; without either it has none.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import uuid
import zipfile
from datetime import datetime, timezone
from email import message_from_bytes
from pathlib import Path
from typing import TYPE_CHECKING

from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.model.license import DisjunctiveLicense
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from packaging.requirements import Requirement

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

LICENSES = {
    "boost": "BSL-1.0",
    "nanoarrow": "Apache-2.0",
    "nlohmann_json": "MIT",
    "cli11": "BSD-3-Clause",
    "pybind11": "BSD-3-Clause",
    "sqlite": "blessing",
}
"""Of what is compiled in."""


def license_of(name: str, version: str) -> str:
    """The SPDX name of the licence of something compiled in.

    Raises:
        KeyError: It is not told here.
    """
    if name == "icu":
        return "Unicode-3.0" if int(version.split(".", maxsplit=1)[0]) >= 74 else "Unicode-DFS-2016"
    return LICENSES[name]


def sha256(content: bytes) -> HashType:
    """The checksum of a file."""
    return HashType(alg=HashAlgorithm.SHA_256, content=hashlib.sha256(content).hexdigest())


def metadata_of(archive: zipfile.ZipFile) -> Message:
    """The METADATA of a wheel.

    Raises:
        ValueError: The archive is no wheel.
    """
    names = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
    if len(names) != 1:
        raise ValueError(f"{archive.filename}: no wheel, or more than one")
    return message_from_bytes(archive.read(names[0]))


def compiled_in(inputs: dict[str, str]) -> Iterator[Component]:
    """The libraries that the wheel's module is built with, by name and version.

    Their code is in the module, but ICU's: that is a shared library which the wheel carries, or which the system of a
    wheel that was not repaired has.

    Raises:
        KeyError: One whose licence is not told here.
    """
    for name, version in sorted(inputs.items()):
        yield Component(
            type=ComponentType.LIBRARY,
            name=name,
            version=version,
            scope=ComponentScope.REQUIRED,
            licenses=[DisjunctiveLicense(id=license_of(name, version))],
            purl=PackageURL("generic", None, name, version),
            bom_ref=f"compiled-in/{name}",
        )


def carried(archive: zipfile.ZipFile) -> Iterator[Component]:
    """The shared libraries that stand in the wheel."""
    for name in sorted(archive.namelist()):
        if ".so" in Path(name).suffixes or name.endswith(".dylib"):
            yield Component(
                type=ComponentType.FILE,
                name=name,
                scope=ComponentScope.REQUIRED,
                hashes=[sha256(archive.read(name))],
                bom_ref=f"file/{name}",
            )


def asked_for(metadata: Message) -> Iterator[Component]:
    """The packages that the wheel's user may install with it; those of its tests are no part of it."""
    for line in sorted(metadata.get_all("Requires-Dist") or []):
        requirement = Requirement(line)
        if requirement.name == metadata["Name"] or "'test'" in str(requirement.marker).replace('"', "'"):
            continue
        yield Component(
            type=ComponentType.LIBRARY,
            name=requirement.name,
            scope=ComponentScope.OPTIONAL if requirement.marker else ComponentScope.REQUIRED,
            purl=PackageURL("pypi", None, requirement.name.lower().replace("_", "-")),
            bom_ref=f"asked-for/{line}",
            properties=[Property(name="tongket:requires", value=line)],
        )


def time_of_sources(root: Path) -> datetime | None:
    """SOURCE_DATE_EPOCH, or else when the commit was made that is checked out; None where neither is known.

    Args:
        root: The folder of the sources. Where it is only a part of another repository, that one's commits say nothing.
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not seconds and (root / ".git").exists():
        command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
        try:
            seconds = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()  # noqa: S603
        except (OSError, subprocess.CalledProcessError):  # no git; not the owner's, or without a commit
            return None
    return datetime.fromtimestamp(int(seconds), timezone.utc) if seconds else None


def bill(wheel: Path, inputs: dict[str, str], made: datetime | None) -> str:
    """The bill of a wheel as CycloneDX JSON.

    Args:
        wheel: Path of the wheel.
        inputs: Versions of what is compiled in, by name.
        made: The time that it tells, if any.
    """
    checksum = sha256(wheel.read_bytes())
    with zipfile.ZipFile(wheel) as archive:
        metadata = metadata_of(archive)
        parts = [*compiled_in(inputs), *carried(archive), *asked_for(metadata)]
    name, version = str(metadata["Name"]), str(metadata["Version"])
    root = Component(
        type=ComponentType.LIBRARY,
        name=name,
        version=version,
        hashes=[checksum],
        licenses=[DisjunctiveLicense(id=str(metadata["License-Expression"]))],
        purl=PackageURL("pypi", None, name, version, qualifiers={"file_name": wheel.name}),
        bom_ref="wheel",
    )
    bom = Bom(
        serial_number=uuid.uuid5(uuid.NAMESPACE_URL, str(checksum.content)),
        metadata=BomMetaData(component=root),
        components=parts,
    )
    bom.metadata.timestamp = made  # without it the constructor asks the clock
    bom.register_dependency(root, parts)
    return JsonV1Dot6(bom).output_as_string(indent=2)


def main() -> int:
    """Runs the program."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("wheel", type=Path)
    parser.add_argument("build_inputs", type=Path)
    arguments = parser.parse_args()
    inputs: dict[str, str] = json.loads(arguments.build_inputs.read_text(encoding="utf-8"))
    made = time_of_sources(Path(__file__).resolve().parents[1])
    sys.stdout.write(bill(arguments.wheel, inputs, made) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
