// SPDX-License-Identifier: BSL-1.0
/// @file
/// Where the program's reports go: standard output, a directory or a database.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <tongket/model.hpp>
#include <tongket/names.hpp>
#include <tongket/table.hpp>

#include "cli/inputs.hpp"
#include "cli/sqlite.hpp"

namespace tongket::cli {

enum class Format : std::uint8_t {
    json,   ///< indented; several reports on one stream are an array
    jsonl,  ///< one line a report
    table,  ///< for eyes
    csv,    ///< one line a measure
    sqlite  ///< a database with one row a measure
};

/// A report, and what it was read from.
struct NamedReport {
    std::string path;  ///< as messages name it
    std::string name;  ///< what tables call it
    Report report;
};

/// Takes reports one after another.
class Output {
  public:
    Output() = default;
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;
    virtual ~Output() = default;

    /// Call before the first report is written, where it is known then how many there are.
    virtual void expect(std::size_t) {}
    /// @throws FileError where the report cannot be written
    virtual void write(const NamedReport& report) = 0;
    /// Call once, after the last report, of which there may be none.
    /// @throws FileError where the output cannot be ended
    virtual void finish() = 0;
    /// Whether one report that could not be written is a sign that no other can be.
    [[nodiscard]] virtual bool is_one() const noexcept = 0;
};

/// Writes reports to a stream, of which nothing else is read.
class StreamOutput : public Output {
  public:
    /// @param several  whether more than one report may come
    StreamOutput(std::ostream& out, Format format, TableOptions options, bool several);

    void expect(std::size_t reports) override { several_ = several_ || reports > 1; }
    void write(const NamedReport& report) override;
    void finish() override;
    [[nodiscard]] bool is_one() const noexcept override { return true; }

  private:
    std::ostream& out_;
    Format format_;
    TableOptions options_;
    bool several_;
    std::size_t count_ = 0;

    [[nodiscard]] bool is_array() const noexcept { return format_ == Format::json && several_; }
};

/// Writes each report to a file of its own, whole or not at all: its name in the directory, with the extension of the
/// format. No file is overwritten that the program reads, or that it has written for another.
class DirectoryOutput : public Output {
  public:
    /// Makes the directory where it is missing.
    /// @param files  all files that the program reads
    /// @throws FileError where the directory cannot be made
    DirectoryOutput(std::filesystem::path directory, Format format, TableOptions options,
                    const std::vector<InputFile>& files);

    /// A signal that ends the program waits until the file is whole.
    void write(const NamedReport& report) override;
    void finish() override {}
    [[nodiscard]] bool is_one() const noexcept override { return false; }

  private:
    std::filesystem::path directory_;
    Format format_;
    TableOptions options_;
    std::set<std::filesystem::path> inputs_;
    std::map<std::filesystem::path, std::string> claimed_;  ///< target to the file that it is for

    [[nodiscard]] std::filesystem::path claim(const NamedReport& report);
};

/// Writes the measures of all reports to one database: a file, whole or not at all, or a stream. Of files that are
/// there it replaces none but its own.
class DatabaseOutput : public Output {
  public:
    /// @param file  empty for the stream
    /// @param files  all files that the program reads, none of which may be overwritten
    /// @throws FileError where the file is one of these, or is there and no database that was written so
    DatabaseOutput(std::filesystem::path file, std::ostream& out, const std::vector<InputFile>& files);

    void write(const NamedReport& report) override;
    void finish() override;
    [[nodiscard]] bool is_one() const noexcept override { return true; }

  private:
    static constexpr const char* table = "measures";
    std::filesystem::path file_;
    std::ostream& out_;
    Database database_;

    /// @throws FileError where the file may not be replaced
    void check_target() const;
};

}  // namespace tongket::cli

namespace tongket {

template <>
inline constexpr std::array enum_names<cli::Format> = std::to_array<std::string_view>({"json", "jsonl", "table",
                                                                                       "csv", "sqlite"});

}  // namespace tongket
