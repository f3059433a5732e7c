// SPDX-License-Identifier: BSL-1.0
#include <tongket/parsed_document.hpp>

#include <cerrno>
#include <cstdint>
#include <fstream>
#include <system_error>
#include <utility>

#include <tongket/file_text.hpp>
#include <tongket/print.hpp>

namespace tongket {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const fs::path& file, ErrorCode code, const std::string& why, std::size_t offset = 0) {
    throw Error(code, offset, printable(file.string()) + ": " + why);
}

// The content of a regular file.
std::string content_of(const fs::path& file, std::size_t max_bytes) {
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (status.type() == fs::file_type::not_found) refuse(file, ErrorCode::file_not_found, "no such file");
    if (error) refuse(file, ErrorCode::unreadable_file, error.message());
    if (fs::is_directory(status)) refuse(file, ErrorCode::not_a_file, "a folder, where a file is wanted");
    if (!fs::is_regular_file(status)) refuse(file, ErrorCode::not_a_file, "no regular file");
    const std::uintmax_t size = fs::file_size(file, error);
    if (error) refuse(file, ErrorCode::unreadable_file, error.message());
    if (size > max_bytes)
        refuse(
            file, ErrorCode::input_too_large,
            "a file of " + std::to_string(size) + " bytes is longer than the limit of " + std::to_string(max_bytes),
            max_bytes);
    errno = 0;
    std::ifstream in(file, std::ios::binary);
    // A file may have grown since; what it has now decides.
    std::string content(static_cast<std::size_t>(size) + 1, '\0');
    if (in) in.read(content.data(), static_cast<std::streamsize>(content.size()));
    if (!in.is_open() || in.bad())
        refuse(file, ErrorCode::unreadable_file, std::generic_category().message(errno != 0 ? errno : EIO));
    content.resize(static_cast<std::size_t>(in.gcount()));
    if (content.size() > size) refuse(file, ErrorCode::unreadable_file, "the file is being written while it is read");
    return content;
}

}  // namespace

ParsedDocument::ParsedDocument(std::string source, const Parser& parser) {
    Report report = parser.parse(source);
    state_ = std::make_shared<const State>(State{std::move(source), std::move(report)});
}

Result<ParsedDocument> ParsedDocument::make(std::string source, const Parser& parser) noexcept {
    return attempt([&] { return ParsedDocument(std::move(source), parser); });
}

ParsedDocument parse_file(const fs::path& file, const Parser& parser) {
    std::string content = content_of(file, parser.options().max_input_bytes);
    try {
        FileText text = text_of_file(std::move(content), parser.options().replace_invalid_utf8);
        return ParsedDocument(std::move(text.text), parser);
    } catch (const Error& error) {
        refuse(file, error.code(), error.what(), error.offset());
    }
}

Result<ParsedDocument> try_parse_file(const fs::path& file, const Parser& parser) noexcept {
    return attempt([&] { return parse_file(file, parser); });
}

Result<ParsedDocument> try_parse_file(const fs::path& file) noexcept {
    return attempt([&] { return parse_file(file); });
}

}  // namespace tongket
