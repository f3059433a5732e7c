// SPDX-License-Identifier: BSL-1.0
/// @file
/// Files that the program reads.
#pragma once

#include <cstddef>
#include <istream>
#include <stdexcept>
#include <string>

namespace tongket::cli {

/// A file that cannot be read or written; the message does not name it.
class FileError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// How the command line and the messages write standard input.
inline constexpr const char* standard_input = "-";

/// The rest of `in`.
/// @throws FileError where it is longer than `max_bytes` or cannot be read
[[nodiscard]] std::string read_stream(std::istream& in, std::size_t max_bytes);

/// The content of a file. A file that says that it is longer than `max_bytes` is not read at all.
/// @throws FileError where it is missing, a directory, unreadable or longer than `max_bytes`
[[nodiscard]] std::string read_file(const std::string& file, std::size_t max_bytes);

}  // namespace tongket::cli
