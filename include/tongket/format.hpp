// SPDX-License-Identifier: BSL-1.0
/// @file
/// std::format for all values, as `to_string` and `name_of` give them, with the format of strings: `{:>40}`. Nothing
/// where the standard library has no std::format.
#pragma once

#include <version>

#ifdef __cpp_lib_format

#include <format>
#include <string>
#include <string_view>

#include <tongket/names.hpp>
#include <tongket/print.hpp>
#include <tongket/value.hpp>

template <tongket::Value T>
struct std::formatter<T> : std::formatter<std::string_view> {
    template <class Context>
    auto format(const T& value, Context& context) const {
        const std::string text = tongket::to_string(value);
        return std::formatter<std::string_view>::format(text, context);
    }
};

template <tongket::NamedEnum Enum>
struct std::formatter<Enum> : std::formatter<std::string_view> {
    template <class Context>
    auto format(Enum value, Context& context) const {
        return std::formatter<std::string_view>::format(tongket::name_of(value), context);
    }
};

#endif
