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

/// Refuses a zero byte behind a value, which the parser takes for the end of the text; before that it is no JSON.
void check_end(std::string_view text) {
    if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos)
        throw Error(ErrorCode::invalid_json, zero, "not JSON: a zero byte behind the value");
}

/// Walks over text that is known to be JSON.
class Cursor {
  public:
    explicit Cursor(std::string_view text) noexcept : text_(text), at_(text.starts_with(byte_order_mark) ? 3 : 0) {
        skip_blanks();
    }

    [[nodiscard]] std::size_t position() const noexcept { return at_; }

    /// Goes from the beginning of a value to that of the part that `step` names. Stays where there is none.
    bool enter(const JsonStep& step) {
        const std::string* const key = std::get_if<std::string>(&step);
        if (peek() != (key != nullptr ? '{' : '[')) return false;
        std::size_t found = none;
        Cursor item = *this;
        item.skip(1);
        for (std::size_t index = 0; item.peek() != '}' && item.peek() != ']'; ++index) {
            bool is_it = key == nullptr && index == std::get<std::size_t>(step);
            if (key != nullptr) {
                is_it = item.skip_value() == *key;
                item.skip(1);  // the colon
            }
            if (is_it) found = item.at_;
            item.skip_value();
            if (item.peek() == ',') item.skip(1);
        }
        if (found == none) return false;
        at_ = found;
        return true;
    }

  private:
    static constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    static constexpr std::size_t none = std::string_view::npos;
    std::string_view text_;
    std::size_t at_;

    /// At the end of the text a bracket, so that every loop ends.
    [[nodiscard]] char peek() const noexcept { return at_ < text_.size() ? text_[at_] : ']'; }
    void skip_blanks() noexcept { at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size()); }
    void skip(std::size_t count) noexcept {
        at_ = std::min(at_ + count, text_.size());
        skip_blanks();
    }

    /// Goes behind a string.
    void skip_string() noexcept {
        do at_ += peek() == '\\' ? 2 : 1;
        while (at_ < text_.size() && peek() != '"');
        ++at_;
    }

    /// Goes behind a value.
    /// @returns what stands between its first and its last character, as it is written
    std::string_view skip_value() {
        const std::size_t begin = at_;
        std::size_t depth = 0;
        do {
            const char c = peek();
            const bool opens = c == '[' || c == '{', closes = c == ']' || c == '}';
            if (opens) ++depth;
            if (closes) --depth;
            if (c == '"')
                skip_string();
            else if (opens || closes)
                ++at_;
            else
                at_ = text_.find_first_of(depth > 0 ? "\"[]{}" : ",]} \t\r\n", at_);
        } while (depth > 0 && at_ < text_.size());
        at_ = std::min(at_, text_.size());
        const std::size_t length = at_ - begin;
        skip(0);
        return length < 2 ? std::string_view{} : text_.substr(begin + 1, length - 2);
    }
};

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
    check_end(text);
    return builder.take();
}

std::size_t offset_of(std::string_view text, const std::vector<JsonStep>& path) {
    Cursor cursor(text);
    for (const JsonStep& step : path)
        if (!cursor.enter(step)) break;
    return cursor.position();
}

}  // namespace tongket
