// SPDX-License-Identifier: BSL-1.0
#include "cli/output.hpp"

#include <cerrno>
#include <cstdio>
#include <random>
#include <system_error>
#include <utility>

#include <tongket/json.hpp>
#include <tongket/print.hpp>

#include "cli/csv.hpp"
#include "cli/input.hpp"
#include "cli/measure_rows.hpp"
#include "cli/signals.hpp"

namespace tongket::cli {
namespace {

namespace fs = std::filesystem;

std::string csv_rows(const NamedReport& report) {
    std::string rows;
    for (const auto& cells : measure_rows(report.report, report.name)) rows += csv_row(cells);
    return rows;
}

/// A report as the whole content of a file.
std::string render(const NamedReport& report, Format format, const TableOptions& options) {
    switch (format) {
        case Format::json:
            return to_json(report.report) + "\n";
        case Format::jsonl:
            return to_json(report.report, -1) + "\n";
        case Format::csv:
            return csv_head(measure_columns()) + csv_rows(report);
        case Format::table:
        case Format::sqlite:  // never a file for each report
            break;
    }
    return to_table(report.report, options);
}

/// Of the file of one report.
std::string extension(Format format) { return format == Format::table ? ".txt" : "." + std::string(name_of(format)); }

/// `json` with each line one level further in. JSON strings hold no line breaks, so this changes blanks only.
std::string indented(std::string_view json) {
    std::string out = "  ";
    for (const char c : json) {
        out += c;
        if (c == '\n') out += "  ";
    }
    return out;
}

/// An absolute path without symbolic links and dots, as far as the file system can tell.
fs::path resolved(const fs::path& path) {
    std::error_code error;
    fs::path result = fs::weakly_canonical(path, error);
    return error ? path : result;
}

[[noreturn]] void fail(const std::string& what, int code) {
    throw FileError(what + ": " + std::generic_category().message(code));
}

/// A new file that takes the place of its target once it is complete, and goes away otherwise.
class TemporaryFile {
  public:
    explicit TemporaryFile(fs::path target) : target_(std::move(target)) {
        // What a run that was killed left behind is passed by.
        constexpr int tries = 100;
        for (int i = 0; i < tries && file_ == nullptr; ++i) {
            path_ = target_.parent_path() / random_name();
            // `x`: never opens a file that exists already.
            file_ = std::fopen(path_.c_str(), "wbx");
            if (file_ == nullptr && errno != EEXIST) break;
        }
        if (file_ == nullptr) fail("cannot write " + path_.string(), errno);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    ~TemporaryFile() {
        if (file_ != nullptr) std::fclose(file_);
        std::error_code ignored;
        if (!done_) fs::remove(path_, ignored);
    }

    void write(std::string_view content) {
        if (std::fwrite(content.data(), 1, content.size(), file_) != content.size())
            fail("cannot write " + target_.string(), errno);
    }

    void move_to_target() {
        // Closing writes what is still in the buffer.
        if (std::fclose(std::exchange(file_, nullptr)) != 0) fail("cannot write " + target_.string(), errno);
        std::error_code error;
        fs::rename(path_, target_, error);
        if (error) fail("cannot write " + target_.string(), error.value());
        done_ = true;
    }

  private:
    /// Hidden, and short: a name as long as the file system allows leaves no room for an addition.
    static std::string random_name() {
        std::random_device random;
        return ".tongket-" + std::to_string(random()) + ".tmp";
    }

    SignalsHeld signals_held_;  // first, so that it goes last
    fs::path target_;
    fs::path path_;
    std::FILE* file_ = nullptr;
    bool done_ = false;
};

void write_file(const fs::path& target, std::string_view content) {
    TemporaryFile file(target);
    file.write(content);
    file.move_to_target();
}

void write_stream(std::ostream& out, std::string_view content) {
    errno = 0;
    out << content << std::flush;
    if (!out) fail("cannot write", errno == 0 ? EIO : errno);
}

/// Makes a directory where it is missing.
void make_directory(const fs::path& directory) {
    std::error_code error;
    fs::create_directories(directory, error);
    if (!error && !fs::is_directory(directory, error) && !error)
        error = std::make_error_code(std::errc::not_a_directory);
    if (error) throw FileError(error.message());
}

}  // namespace

StreamOutput::StreamOutput(std::ostream& out, Format format, TableOptions options, bool several)
    : out_(out), format_(format), options_(options), several_(several) {}

void StreamOutput::write(const NamedReport& report) {
    const bool is_first = count_ == 0;
    if (is_array()) {
        write_stream(out_, (is_first ? "[\n" : ",\n") + indented(to_json(report.report)));
    } else if (format_ == Format::table && several_) {
        const std::string heading = (is_first ? "== " : "\n== ") + printable(report.path) + " ==\n\n";
        write_stream(out_, heading + render(report, format_, options_));
    } else if (format_ == Format::csv) {
        write_stream(out_, (is_first ? csv_head(measure_columns()) : "") + csv_rows(report));
    } else {
        write_stream(out_, render(report, format_, options_));
    }
    ++count_;
}

void StreamOutput::finish() {
    if (is_array()) write_stream(out_, count_ == 0 ? "[]\n" : "\n]\n");
}

DirectoryOutput::DirectoryOutput(fs::path directory, Format format, TableOptions options,
                                 const std::vector<InputFile>& files)
    : directory_(std::move(directory)), format_(format), options_(options) {
    make_directory(directory_);
    for (const InputFile& file : files) inputs_.insert(resolved(file.path));
}

fs::path DirectoryOutput::claim(const NamedReport& report) {
    const fs::path target = directory_ / (report.name + extension(format_));
    const auto [entry, is_new] = claimed_.emplace(target, report.path);
    if (!is_new) throw FileError("not written: " + target.string() + " is for " + entry->second + " already");
    if (inputs_.contains(resolved(target)))
        throw FileError("not written: would overwrite the input " + target.string());
    return target;
}

void DirectoryOutput::write(const NamedReport& report) {
    const fs::path target = claim(report);
    make_directory(target.parent_path());
    write_file(target, render(report, format_, options_));
}

DatabaseOutput::DatabaseOutput(fs::path file, std::ostream& out, const std::vector<InputFile>& files)
    : file_(std::move(file)), out_(out), database_(table, measure_columns()) {
    if (file_.empty()) return;
    for (const InputFile& input : files)
        if (resolved(input.path) == resolved(file_)) throw FileError("would overwrite the input " + input.path);
    check_target();
}

void DatabaseOutput::check_target() const {
    std::error_code ignored;
    const fs::file_status status = fs::status(file_, ignored);
    if (!fs::exists(status)) return;
    if (fs::is_directory(status)) throw FileError("is a directory, where the file of a database is wanted");
    if (!fs::is_regular_file(status))
        throw FileError("is no regular file: without --output the database goes to standard output");
    if (fs::file_size(file_, ignored) != 0 && !is_own_database(file_.string(), table))
        throw FileError(
            "not overwritten: only a database that tongket wrote, with nothing else in it, is replaced; give the "
            "name of "
            "a new file, or remove this one");
}

void DatabaseOutput::write(const NamedReport& report) {
    for (const auto& cells : measure_rows(report.report, report.name)) database_.insert(cells);
}

void DatabaseOutput::finish() {
    if (file_.empty()) {
        write_stream(out_, database_.content());
    } else {
        check_target();  // again: reading the files takes its time
        write_file(resolved(file_), database_.content());
    }
}

}  // namespace tongket::cli
