// SPDX-License-Identifier: BSL-1.0
#include "writers/json_value.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include <tongket/error.hpp>

namespace tongket {
namespace {

using nlohmann::json;

/// A report is five levels deep; the rest is room for keys that others add.
constexpr std::size_t max_depth = 64;

/// Without the library's prefix, `[json.exception.parse_error.101] `.
std::string plain_message(const json::exception& error) {
    const std::string message = error.what();
    const std::size_t prefix_end = message.find("] ");
    return "not JSON: " + (prefix_end == std::string::npos ? message : message.substr(prefix_end + 2));
}

/// Builds the tree from what nlohmann-json's reader calls out, see its `json_sax`.
class TreeBuilder {
  public:
    bool null() { return add(nullptr); }
    bool boolean(bool value) { return add(value); }
    bool number_integer(std::int64_t value) { return add(value); }
    bool number_unsigned(std::uint64_t value) { return add(value); }
    bool number_float(double value, const std::string& /*written*/) { return add(value); }
    bool string(std::string& value) { return add(std::move(value)); }
    static bool binary(json::binary_t& /*value*/) { return false; }  // JSON text has none

    bool start_object(std::size_t /*size*/) { return open(JsonValue::Object{}); }
    bool start_array(std::size_t /*size*/) { return open(JsonValue::Array{}); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(std::string& name) {
        std::get<JsonValue::Object>(open_.back()->content).push_back({std::move(name), {}});
        return true;
    }

    /// @param position  counts from 1 and includes the character that was wrong
    [[noreturn]] static bool parse_error(std::size_t position, const std::string& /*token*/,
                                         const json::exception& error) {
        throw Error(ErrorCode::invalid_json, position == 0 ? 0 : position - 1, plain_message(error));
    }

    [[nodiscard]] JsonValue take() { return std::move(root_); }

  private:
    JsonValue root_;
    /// The objects and arrays that have begun. None moves while it is open: the list that it is in does not grow.
    std::vector<JsonValue*> open_;

    /// Where the next value belongs.
    JsonValue& place() {
        if (open_.empty()) return root_;
        auto& content = open_.back()->content;
        if (auto* const object = std::get_if<JsonValue::Object>(&content)) return object->back().value;
        return std::get<JsonValue::Array>(content).emplace_back();
    }
    template <class Content>
    bool add(Content content) {
        place().content = std::move(content);
        return true;
    }
    template <class Content>
    bool open(Content content) {
        JsonValue& value = place();
        value.content = std::move(content);
        open_.push_back(&value);
        return true;
    }
    bool close() {
        open_.pop_back();
        return true;
    }
};

/// Refuses input of nothing but brackets before the parser fills the memory with it.
void check_depth(std::string_view text) {
    std::size_t depth = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"') {
            in_string = !in_string;
        } else if (in_string) {
            if (c == '\\') ++i;
        } else if (c == '[' || c == '{') {
            if (++depth > max_depth)
                throw Error(ErrorCode::invalid_json, i,
                            "nested more than " + std::to_string(max_depth) + " levels deep");
        } else if ((c == ']' || c == '}') && depth > 0) {
            --depth;
        }
    }
}

}  // namespace

const JsonValue* find(const JsonValue::Object& object, std::string_view key) noexcept {
    const auto found = std::find_if(object.rbegin(), object.rend(),
                                    [&](const JsonValue::Member& member) { return member.key == key; });
    return found == object.rend() ? nullptr : &found->value;
}

JsonValue parse_json(std::string_view text) {
    check_depth(text);
    TreeBuilder builder;
    json::sax_parse(text.begin(), text.end(), &builder);
    return builder.take();
}

}  // namespace tongket
