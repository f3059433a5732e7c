#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# Installs what the C++ core needs in the containers of cibuildwheel. Distributions sign their packages; what comes from
# elsewhere is pinned and checked.
set -eu
if command -v apk >/dev/null; then # musllinux
    exec apk add --no-cache boost-dev icu-dev nlohmann-json cli11 sqlite-dev
fi
# manylinux: ICU there is older than 70, and SQLite than 3.36, without which the program has no format sqlite.
dnf install -y epel-release dnf-plugins-core
dnf config-manager --set-enabled crb
dnf install -y boost-devel json-devel cli11-devel
icu=74-2
icu_sha256=68db082212a96d6f53e35d60f47d38b962e9f9d207a74cfac78029ae8ff5e08c
archive=/tmp/icu.tgz
curl -fsSL -o "$archive" \
    "https://github.com/unicode-org/icu/releases/download/release-$icu/icu4c-$(echo $icu | tr - _)-src.tgz"
echo "$icu_sha256  $archive" | sha256sum --check --strict
tar -xzf "$archive" -C /tmp
cd /tmp/icu/source
./configure --prefix=/usr/local --disable-samples --disable-tests --disable-extras >/dev/null
make -j"$(nproc)" install >/dev/null
ldconfig
