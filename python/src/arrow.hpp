// SPDX-License-Identifier: BSL-1.0
/// @file
/// Reports as Arrow, by the capsules of Arrow's PyCapsule protocol.
#pragma once

#include <pybind11/pybind11.h>
#include <pybind11/typing.h>

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include <tongket/model.hpp>

#include "arrow/stream.hpp"
#include "reader.hpp"

/// A capsule of a stream. Texts are read, with the GIL released, when the consumer asks for a batch.
/// @param ids    None: pages are called by their numbers; else as `texts`
/// @param texts  the capsule of a stream, the capsules of an array's schema and of the array, or an iterator over
/// str,
///               bytes and None
/// @throws pybind11::type_error where the values of a stream or an array are no strings
[[nodiscard]] pybind11::capsule arrow_stream(std::shared_ptr<const Reader> reader, const pybind11::object& ids,
                                             const pybind11::object& texts, tongket::arrow::StreamOptions options);

/// A capsule of the schema of these streams.
[[nodiscard]] pybind11::capsule arrow_schema();

/// Capsules of the schema and of an array of reports.
/// @param ids      what each is called
/// @param reports  spans count code points
[[nodiscard]] pybind11::typing::Tuple<pybind11::capsule, pybind11::capsule> arrow_array(
    const std::vector<std::string>& ids, const std::vector<const tongket::Report*>& reports);
