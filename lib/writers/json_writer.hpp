// SPDX-License-Identifier: BSL-1.0
/// @file
/// JSON text, written straight from values. (Not by way of nlohmann-json's tree: its destructor allocates and cannot
/// say so when there is no memory.)
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace tongket {

/// Appends one value after the other; commas, line breaks and indentation come by themselves. In an object each value
/// follows its key.
class JsonWriter {
  public:
    /// @param indent  spaces per level; negative for one line without spaces
    explicit JsonWriter(int indent);

    void begin_object() { open('{'); }
    void end_object() { close('}'); }
    void begin_array() { open('['); }
    void end_array() { close(']'); }
    /// @param name  ASCII without quotes and backslashes
    void key(std::string_view name);

    void null() { literal("null"); }
    void boolean(bool value) { literal(value ? "true" : "false"); }
    /// Bytes that are not UTF-8 become U+FFFD; what steers a terminal is escaped.
    void string(std::string_view value);
    template <class Integer>
    void integer(Integer value) {
        literal(std::to_string(value));
    }

    /// The shortest form that reads back as the same value.
    void number(double value);

    /// What was written; nothing may be written afterwards.
    [[nodiscard]] std::string take() { return std::move(out_); }

  private:
    std::string out_;
    bool on_one_line_;
    std::size_t indent_;
    std::size_t depth_ = 0;
    bool is_first_ = true;    ///< nothing stands yet in the innermost object or array
    bool after_key_ = false;  ///< the next value belongs to the key before it

    void open(char bracket);
    void close(char bracket);
    void literal(std::string_view text);
    void quoted(std::string_view text);
    void separate();
    void break_line();
};

}  // namespace tongket
