// SPDX-License-Identifier: BSL-1.0
/// @file
/// Where the program's reports go: standard output or a directory.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include <tongket/model.hpp>
#include <tongket/table.hpp>

namespace tongket::cli {

enum class Format {
    json,   ///< indented; several reports on one stream are an array
    jsonl,  ///< one line a report
    table   ///< for eyes
};

/// Writes reports to a stream one after another.
class StreamOutput {
  public:
    /// @param several  whether more than one report may come
    StreamOutput(std::ostream& out, Format format, TableOptions options, bool several);

    /// @throws FileError where the stream takes no more
    void write(const std::string& file, const Report& report);
    /// Call once, after the last report, of which there may be none.
    void finish();

  private:
    std::ostream& out_;
    Format format_;
    TableOptions options_;
    bool several_;
    std::size_t count_ = 0;

    [[nodiscard]] bool is_array() const noexcept { return format_ == Format::json && several_; }
    void write_text(const std::string& text);
};

/// Writes each report to a file of its own, whole or not at all.
class DirectoryOutput {
  public:
    /// Makes the directory where it is missing.
    /// @param files  all files that the program reads, none of which may be overwritten
    /// @throws FileError where the directory cannot be made
    DirectoryOutput(std::filesystem::path directory, Format format, TableOptions options,
                    const std::vector<std::string>& files);

    /// The file for the report of `file`: the directory, the stem of `file`, and the extension of the format.
    /// @throws FileError where that would overwrite a file that the program reads or that it writes for another file
    [[nodiscard]] std::filesystem::path claim(const std::string& file);

    /// A signal that ends the program waits until the file is whole.
    /// @throws FileError where the file cannot be written; nothing is left behind then
    void write(const std::filesystem::path& target, const Report& report) const;

  private:
    std::filesystem::path directory_;
    Format format_;
    TableOptions options_;
    std::set<std::filesystem::path> inputs_;
    std::map<std::filesystem::path, std::string> claimed_;  ///< target to the file that it is for
};

}  // namespace tongket::cli
