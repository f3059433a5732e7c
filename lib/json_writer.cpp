// SPDX-License-Identifier: BSL-1.0
#include "json_writer.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace tongket {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// Appends what stands for a character that a JSON string cannot hold as it is.
void append_escaped(std::string& out, char c) {
    constexpr std::string_view named = "\"\\\b\f\n\r\t";
    constexpr std::string_view names = "\"\\bfnrt";
    constexpr std::string_view digits = "0123456789abcdef";
    out += '\\';
    if (const std::size_t at = named.find(c); at != std::string_view::npos) {
        out += names[at];
    } else {
        const auto byte = static_cast<unsigned char>(c);
        ((out += "u00") += digits[byte >> 4U]) += digits[byte & 15U];
    }
}

/// The length of the code point at the beginning of `text`; `is_valid` says whether it is one, or bytes that are not
/// UTF-8.
std::size_t code_point_length(std::string_view text, bool& is_valid) noexcept {
    // A code point has at most four bytes; ICU counts in 32 bits.
    const std::string_view head = text.substr(0, 4);
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(head.data());
    const auto size = static_cast<std::int32_t>(head.size());
    std::int32_t used = 0;
    UChar32 value = 0;
    U8_NEXT(bytes, used, size, value);
    is_valid = value >= 0;
    return static_cast<std::size_t>(used);
}

}  // namespace

JsonWriter::JsonWriter(int indent)
    : on_one_line_(indent < 0), indent_(static_cast<std::size_t>(std::max(indent, 0))) {}

void JsonWriter::key(std::string_view name) {
    separate();
    quoted(name);
    out_ += on_one_line_ ? ":" : ": ";
    after_key_ = true;
}

void JsonWriter::string(std::string_view value) {
    separate();
    quoted(value);
}

void JsonWriter::open(char bracket) {
    separate();
    out_ += bracket;
    ++depth_;
    is_first_ = true;
}

void JsonWriter::close(char bracket) {
    --depth_;
    if (!is_first_) break_line();
    out_ += bracket;
    is_first_ = false;
}

void JsonWriter::literal(std::string_view text) {
    separate();
    out_ += text;
}

void JsonWriter::quoted(std::string_view text) {
    out_ += '"';
    std::size_t copied = 0;
    const auto copy_until = [&](std::size_t end) {
        out_.append(text, copied, end - copied);
        copied = end;
    };
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (static_cast<unsigned char>(c) >= 0x80) {
            bool is_valid = false;
            const std::size_t length = code_point_length(text.substr(at), is_valid);
            if (!is_valid) {
                copy_until(at);
                out_ += replacement;
                copied += length;
            }
            at += length;
            continue;
        }
        if (static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\') {
            copy_until(at);
            append_escaped(out_, c);
            ++copied;
        }
        ++at;
    }
    copy_until(text.size());
    out_ += '"';
}

void JsonWriter::separate() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (!is_first_) out_ += ',';
    if (depth_ > 0) break_line();
    is_first_ = false;
}

void JsonWriter::break_line() {
    if (on_one_line_) return;
    out_ += '\n';
    out_.append(depth_ * indent_, ' ');
}

}  // namespace tongket
