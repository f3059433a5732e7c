// SPDX-License-Identifier: BSL-1.0
#include "writers/json_writer.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "text/code_point.hpp"
#include "writers/display.hpp"

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

/// The length of what comes first and needs no closer look: such ASCII characters and the letters of Vietnamese.
std::size_t plain_run(std::string_view text) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : static_cast<unsigned char>(0);
    };
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    std::size_t at = 0;
    while (at < text.size()) {
        if (is_plain(text[at]))
            ++at;
        else if (byte(at) >= 0xC3 && byte(at) <= 0xC6 && continues(at + 1))
            at += 2;
        else if (byte(at) == 0xE1 && (byte(at + 1) & 0xFCU) == 0xB8U && continues(at + 2))
            at += 3;
        else
            break;
    }
    return at;
}

}  // namespace

JsonWriter::JsonWriter(int indent)
    : on_one_line_(indent < 0), indent_(static_cast<std::size_t>(std::max(indent, 0))) {}

void JsonWriter::key(std::string_view name) {
    separate();
    out_ += '"';
    out_ += name;
    out_ += on_one_line_ ? "\":" : "\": ";
    after_key_ = true;
}

void JsonWriter::string(std::string_view value) {
    separate();
    quoted(value);
}

void JsonWriter::number(double value) {
    std::array<char, 32> digits{};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    literal({digits.data(), written.ptr});
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
        const std::size_t plain = plain_run(text);
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
