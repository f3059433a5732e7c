// SPDX-License-Identifier: BSL-1.0
/// @file
/// JSON text as a tree. (nlohmann-json reads it; its own tree is not used, because that one's destructor allocates
/// and cannot say so when there is no memory.)
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tongket {

/// Any JSON value. A number without point and exponent is an integer, unsigned where it has no minus sign.
struct JsonValue {
    struct Member;
    using Array = std::vector<JsonValue>;
    using Object = std::vector<Member>;

    std::variant<std::nullptr_t, bool, std::int64_t, std::uint64_t, double, std::string, Array, Object> content;
};

struct JsonValue::Member {
    std::string key;
    JsonValue value;
};

/// The value of `key`, of several the last one; null where there is none. Takes time linear in the size of `object`.
[[nodiscard]] const JsonValue* find(const JsonValue::Object& object, std::string_view key) noexcept;

/// @throws Error invalid_json: not JSON, or nested too deeply
[[nodiscard]] JsonValue parse_json(std::string_view text);

/// A step into a JSON value: a key of an object, or an index of an array.
using JsonStep = std::variant<std::string, std::size_t>;

/// Where a value begins in its text.
/// @param text  JSON, as `parse_json` takes it
/// @param path  the way to the value from the outermost one; of a key that comes several times the last one counts
/// @returns the offset in bytes; where the way ends early, that of the value where it does
[[nodiscard]] std::size_t offset_of(std::string_view text, const std::vector<JsonStep>& path);

}  // namespace tongket
