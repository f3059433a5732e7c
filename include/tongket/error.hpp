// SPDX-License-Identifier: BSL-1.0
/// @file
/// The one exception type of the library, and line and column for an offset.
#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include <tongket/api.hpp>

namespace tongket {

/// Why an input was refused.
enum class ErrorCode : std::uint8_t {
    invalid_utf8,      ///< the bytes are not UTF-8; the offset is that of the first byte of the bad sequence
    input_too_large,   ///< longer than `Options::max_input_bytes`; the offset is that limit
    invalid_json,      ///< `from_json`: no JSON or no report; the offset is where it breaks or the wrong value begins
    invalid_lexicon,   ///< a lexicon line or entry that cannot be; the offset is that of its first byte
    file_not_found,    ///< no file has this name
    not_a_file,        ///< a folder, a device, a pipe: no regular file
    unreadable_file,   ///< the file is there, but may not or cannot be read
    not_text,          ///< a file of another kind than text, or text that is not understood; its message tells which
    out_of_memory,     ///< only of the functions `try_...` and `attempt`: the others throw std::bad_alloc
    foreign_exception  ///< only of `attempt`: the call threw what the library does not, which the message tells
};

/// Thrown for input that cannot be read at all. Odd but readable input gives a `Diagnostic` in the report instead.
class TONGKET_API Error : public std::runtime_error {
  public:
    Error(ErrorCode code, std::size_t offset, const std::string& message)
        : std::runtime_error(message), code_(code), offset_(offset) {}

    [[nodiscard]] ErrorCode code() const noexcept { return code_; }
    /// Where, in bytes from the start of the input.
    [[nodiscard]] std::size_t offset() const noexcept { return offset_; }

  private:
    ErrorCode code_;
    std::size_t offset_;
};

/// Throws the error: for headers, so that they can be used without exceptions.
[[noreturn]] TONGKET_API void throw_error(const Error& error);

/// A place as people count it, from 1. Columns count code points, so that Vietnamese letters count once each in NFC.
struct LineColumn {
    std::size_t line = 1;
    std::size_t column = 1;
    bool operator==(const LineColumn&) const = default;
};

/// The line and column of a byte offset. LF, CRLF and a lone CR end a line. Takes time linear in `offset`;
/// `source` need not be valid UTF-8.
[[nodiscard]] TONGKET_API LineColumn locate(std::string_view source, std::size_t offset) noexcept;

}  // namespace tongket
