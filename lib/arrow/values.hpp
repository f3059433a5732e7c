// SPDX-License-Identifier: BSL-1.0
/// @file
/// The texts and names of pages, from where they come one after the other.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "arrow/nanoarrow.hpp"

namespace tongket::arrow {

/// A text, or none in its place; it lives until the next is asked for.
using Value = std::optional<std::string_view>;

class Values {
  public:
    Values() = default;
    Values(const Values&) = delete;
    Values& operator=(const Values&) = delete;
    virtual ~Values() = default;

    /// Nothing at the end, and then not called again.
    /// @throws StreamError where they cannot be had
    [[nodiscard]] virtual std::optional<Value> next() = 0;
};

/// The values of a stream of arrays of strings: of any of Arrow's types of strings, bytes, nulls, or dictionaries of
/// these.
class ArrowValues final : public Values {
  public:
    /// @param stream  is moved from
    /// @param name    what errors call it
    /// @throws StreamError where the stream has no schema; std::invalid_argument where its type is another
    ArrowValues(ArrowArrayStream& stream, std::string name);

    [[nodiscard]] std::optional<Value> next() override;

  private:
    nanoarrow::UniqueArrayStream stream_;
    nanoarrow::UniqueSchema schema_;
    nanoarrow::UniqueArray array_;
    nanoarrow::UniqueArrayView view_;
    std::int64_t at_ = 0;
    std::string name_;

    [[nodiscard]] bool next_array();
    [[nodiscard]] Value value();
    [[noreturn]] void fail(int code, const std::string& message) const;
};

}  // namespace tongket::arrow
