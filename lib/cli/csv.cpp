// SPDX-License-Identifier: BSL-1.0
#include "cli/csv.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <type_traits>

namespace tongket::cli {
namespace {

constexpr std::string_view line_end = "\r\n";

/// Whether a text begins with what spreadsheets take for a formula, also written wide.
bool begins_formula(std::string_view text) noexcept {
    constexpr auto signs =
        std::to_array<std::string_view>({"=", "+", "-", "@", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"});
    return std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) { return text.starts_with(sign); });
}

std::string without_formulas(std::string_view text) {
    constexpr std::string_view blanks = "\t\r\n", ends_of_cells = ";\t\r\n";
    const bool begins_blank = !text.empty() && blanks.find(text.front()) != std::string_view::npos;
    std::string out = begins_blank || begins_formula(text) ? "'" : "";
    for (std::size_t i = 0; i < text.size(); ++i) {
        out += text[i];
        if (ends_of_cells.find(text[i]) != std::string_view::npos && begins_formula(text.substr(i + 1))) out += '\'';
    }
    return out;
}

std::string quoted(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

std::string written(const Cell& cell) {
    return std::visit(
        [](const auto& value) -> std::string {
            using Value = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<Value, std::monostate>)
                return "";
            else if constexpr (std::is_same_v<Value, std::string>)
                return quoted(without_formulas(value));
            else if constexpr (std::is_same_v<Value, Decimal>)
                return value.to_string();
            else if constexpr (std::is_same_v<Value, bool>)
                return value ? "True" : "False";
            else
                return std::to_string(value);
        },
        cell);
}

}  // namespace

std::string csv_head(std::span<const Column> columns) {
    std::string head = "\uFEFF";
    for (const Column& column : columns) (head += column.name) += &column == &columns.back() ? line_end : ",";
    return head;
}

std::string csv_row(std::span<const Cell> cells) {
    std::string row;
    for (const Cell& cell : cells) (row += written(cell)) += &cell == &cells.back() ? line_end : ",";
    return row;
}

}  // namespace tongket::cli
