// SPDX-License-Identifier: BSL-1.0
#include "json_writer.hpp"

#include <algorithm>

#include "code_point.hpp"
#include "display.hpp"

namespace tongket {
namespace {

/// Appends what stands for a code point below U+10000 that is not written as it is.
void append_escaped(std::string& out, char32_t c) {
    constexpr std::u32string_view named = U"\"\\\b\f\n\r\t";
    constexpr std::string_view names = "\"\\bfnrt";
    constexpr std::string_view digits = "0123456789abcdef";
    out += '\\';
    if (const std::size_t at = named.find(c); at != std::u32string_view::npos) {
        out += names[at];
        return;
    }
    out += 'u';
    for (const unsigned shift : {12U, 8U, 4U, 0U}) out += digits[c >> shift & 15U];
}

/// Whether a byte is an ASCII character that stands for itself in a JSON string and steers no terminal.
constexpr bool is_plain(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && byte < 0x7F && c != '"' && c != '\\';
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
    while (!text.empty()) {
        const std::size_t plain =
            static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_plain) - text.begin());
        out_ += text.substr(0, plain);
        text.remove_prefix(plain);
        if (text.empty()) break;
        const CodePoint code_point = take_code_point(text);
        const auto c = static_cast<char32_t>(code_point.value);
        if (code_point.value < 0) {
            out_ += replacement_character;
        } else if (c == '"' || c == '\\' || steers_terminal(c)) {
            append_escaped(out_, c);
        } else {
            out_ += code_point.bytes;
        }
    }
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
