// SPDX-License-Identifier: BSL-1.0
/// @file
/// Tables in generated C++ sources.
#pragma once

#include <ostream>
#include <span>
#include <string>
#include <string_view>

namespace tongket {

/// Writes `constexpr TYPE NAME[] = {...};`, the rows as `text_of` gives them.
template <class T, class TextOf>
void write_table(std::ostream& out, std::string_view type, std::string_view name, std::span<const T> rows,
                 TextOf text_of) {
    constexpr std::size_t line_length = 110;
    out << "constexpr " << type << ' ' << name << "[] = {";
    std::size_t column = line_length;
    for (const T& one : rows) {
        const std::string text = text_of(one) + ",";
        if (column + text.size() > line_length) {
            out << "\n    ";
            column = 0;
        }
        out << text;
        column += text.size();
    }
    out << "};\n\n";
}

}  // namespace tongket
