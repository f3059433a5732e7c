// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "cli/input.hpp"

namespace tongket::cli {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse_size(std::size_t max_bytes) {
    throw FileError("is larger than " + std::to_string(max_bytes) + " bytes (see --max-bytes)");
}

/// What the last failed system call said.
[[noreturn]] void fail_with_errno() {
    const int code = errno;
    throw FileError(code == 0 ? "cannot be read" : std::generic_category().message(code));
}

}  // namespace

std::string read_stream(std::istream& in, std::size_t max_bytes) {
    std::string content;
    std::array<char, 65536> chunk;
    errno = 0;
    do {
        in.read(chunk.data(), chunk.size());
        const auto count = static_cast<std::size_t>(in.gcount());
        if (count > max_bytes - content.size()) refuse_size(max_bytes);
        content.append(chunk.data(), count);
    } while (in);
    if (in.bad()) fail_with_errno();
    return content;
}

std::string read_file(const std::string& file, std::size_t max_bytes) {
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (error) throw FileError(error.message());
    if (fs::is_directory(status)) throw FileError("is a directory");
    if (fs::is_regular_file(status)) {
        const std::uintmax_t size = fs::file_size(file, error);
        if (!error && size > max_bytes) refuse_size(max_bytes);
    }
    errno = 0;
    std::ifstream in(file, std::ios::binary);
    if (!in) fail_with_errno();
    return read_stream(in, max_bytes);
}

}  // namespace tongket::cli
