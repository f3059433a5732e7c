// SPDX-License-Identifier: BSL-1.0
/// @file
/// What the finders of `Parser` give: all of one kind in a text, with spans.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <tongket/model.hpp>

namespace tongket {

/// All of one kind in a text, in order of their places, and what the reader should know of them. A range of `T`.
template <class T>
struct Found {
    std::vector<T> items;
    std::vector<Diagnostic> diagnostics;

    bool operator==(const Found&) const = default;

    [[nodiscard]] auto begin() const noexcept { return items.begin(); }
    [[nodiscard]] auto end() const noexcept { return items.end(); }
    [[nodiscard]] std::size_t size() const noexcept { return items.size(); }
    [[nodiscard]] bool empty() const noexcept { return items.empty(); }
    [[nodiscard]] const T& operator[](std::size_t index) const noexcept { return items[index]; }
};

/// A day that a text names, or the days from one to another.
struct FoundDate {
    std::string text;
    Span span;
    Date date;
    std::optional<Date> to;  ///< the last of several
    bool operator==(const FoundDate&) const = default;
};

/// A period that a text names.
struct FoundPeriod {
    std::string text;
    Span span;
    Period period;
    bool operator==(const FoundPeriod&) const = default;
};

}  // namespace tongket
