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

}  // namespace tongket
