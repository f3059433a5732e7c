#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# Installs what the C++ core needs in the containers of cibuildwheel.
set -eu
if command -v apk >/dev/null; then # musllinux
    exec apk add --no-cache boost-dev icu-dev nlohmann-json cli11
fi
# manylinux: ICU there is older than 70.
dnf install -y epel-release dnf-plugins-core
dnf config-manager --set-enabled crb
dnf install -y boost-devel json-devel cli11-devel
icu=74-2
curl -fsSL "https://github.com/unicode-org/icu/releases/download/release-$icu/icu4c-$(echo $icu | tr - _)-src.tgz" |
    tar -xz -C /tmp
cd /tmp/icu/source
./configure --prefix=/usr/local --disable-samples --disable-tests --disable-extras >/dev/null
make -j"$(nproc)" install >/dev/null
ldconfig
