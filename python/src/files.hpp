// SPDX-License-Identifier: BSL-1.0
/// @file
/// What the package asks the C++ library about files: encodings, kinds, and the program that reads them.
#pragma once

#include <pybind11/pybind11.h>

void add_files(pybind11::module_& m);
