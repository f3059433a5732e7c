// SPDX-License-Identifier: BSL-1.0
#include "cli/output.hpp"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <random>
#include <string_view>
#include <system_error>
#include <utility>

#include <tongket/json.hpp>
#include <tongket/print.hpp>

#include "cli/input.hpp"

namespace tongket::cli {
namespace {

namespace fs = std::filesystem;

/// A report as the whole content of a file.
std::string render(const Report& report, Format format, const TableOptions& options) {
    switch (format) {
        case Format::json:
            return to_json(report) + "\n";
        case Format::jsonl:
            return to_json(report, -1) + "\n";
        case Format::table:
            break;
    }
    return to_table(report, options);
}

std::string_view extension(Format format) {
    switch (format) {
        case Format::json:
            return ".json";
        case Format::jsonl:
            return ".jsonl";
        case Format::table:
            break;
    }
    return ".txt";
}

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

/// Lets the signals that end a program wait while it lives: they come once no temporary file is left.
class SignalsHeld {
  public:
    SignalsHeld() noexcept {
        sigset_t ending;
        sigemptyset(&ending);
        for (const int signal : {SIGHUP, SIGINT, SIGTERM}) sigaddset(&ending, signal);
        pthread_sigmask(SIG_BLOCK, &ending, &before_);
    }
    SignalsHeld(const SignalsHeld&) = delete;
    SignalsHeld& operator=(const SignalsHeld&) = delete;
    ~SignalsHeld() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

  private:
    sigset_t before_{};
};

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

}  // namespace

StreamOutput::StreamOutput(std::ostream& out, Format format, TableOptions options, bool several)
    : out_(out), format_(format), options_(options), several_(several) {}

void StreamOutput::write_text(const std::string& text) {
    errno = 0;
    out_ << text << std::flush;
    if (!out_) fail("cannot write", errno == 0 ? EIO : errno);
}

void StreamOutput::write(const std::string& file, const Report& report) {
    if (is_array()) {
        write_text((count_ == 0 ? "[\n" : ",\n") + indented(to_json(report)));
    } else if (format_ == Format::table && several_) {
        write_text((count_ == 0 ? "== " : "\n== ") + printable(file) + " ==\n\n" + render(report, format_, options_));
    } else {
        write_text(render(report, format_, options_));
    }
    ++count_;
}

void StreamOutput::finish() {
    if (is_array()) write_text(count_ == 0 ? "[]\n" : "\n]\n");
}

DirectoryOutput::DirectoryOutput(fs::path directory, Format format, TableOptions options,
                                 const std::vector<std::string>& files)
    : directory_(std::move(directory)), format_(format), options_(options) {
    std::error_code error;
    fs::create_directories(directory_, error);
    if (!error && !fs::is_directory(directory_, error) && !error)
        error = std::make_error_code(std::errc::not_a_directory);
    if (error) throw FileError(error.message());
    for (const std::string& file : files) inputs_.insert(resolved(file));
}

fs::path DirectoryOutput::claim(const std::string& file) {
    fs::path name = file == standard_input ? fs::path("stdin") : fs::path(file).stem();
    name += extension(format_);
    fs::path target = directory_ / name;
    const auto [entry, is_new] = claimed_.emplace(target, file);
    if (!is_new) throw FileError("not parsed: " + target.string() + " is for " + entry->second + " already");
    if (inputs_.contains(resolved(target)))
        throw FileError("not parsed: would overwrite the input " + target.string());
    return target;
}

void DirectoryOutput::write(const fs::path& target, const Report& report) const {
    const std::string content = render(report, format_, options_);
    TemporaryFile file(target);
    file.write(content);
    file.move_to_target();
}

}  // namespace tongket::cli
