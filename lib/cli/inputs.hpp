// SPDX-License-Identifier: BSL-1.0
/// @file
/// Which files the program reads, and what their reports are called.
#pragma once

#include <istream>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/input.hpp"

namespace tongket::cli {

/// One file to read.
struct InputFile {
    std::string path;  ///< as messages name it
    std::string name;  ///< what its report is called: a relative path without the file's ending
};

/// The content of files; that of standard input once only.
class Inputs {
  public:
    Inputs(std::istream& in, std::size_t max_bytes) : in_(in), max_bytes_(max_bytes) {}

    /// May be called by several threads at once.
    /// @throws FileError where it cannot be read
    [[nodiscard]] std::string read(const std::string& path);

  private:
    std::istream& in_;
    std::size_t max_bytes_;
    std::mutex mutex_;
    bool was_read_ = false;
};

/// The paths in a list, of which empty ones are left out.
/// @param end  what stands behind each: a line break or a zero byte. A byte order mark and line breaks that are all
/// CRLF, as other systems write them, are no part of a path
[[nodiscard]] std::vector<std::string> read_list(std::string_view list, char end);

/// The files that were given, and those in folders that were given, in the order of their paths; not the hidden ones
/// of folders, and none that Word locks others with. A link to a folder is not followed, one to a missing file stays.
/// A report is called by its file's stem, one in a folder by its path below the folder. Where two would be called the
/// same, all are called by their paths below the folder that they have in common, and those of one stem in one folder
/// by their whole names.
/// @param messages  receives what to say of folders that cannot be read or have no files
[[nodiscard]] std::vector<InputFile> find_files(const std::vector<std::string>& given, std::string& messages);

}  // namespace tongket::cli
