// SPDX-License-Identifier: BSL-1.0
/// @file
/// Reports as the rows of a record batch.
#pragma once

#include <optional>
#include <string_view>

#include <tongket/error.hpp>
#include <tongket/model.hpp>

#include "arrow/nanoarrow.hpp"

namespace tongket::arrow {

/// The schema of `tongket.arrow/1`.
[[nodiscard]] nanoarrow::UniqueSchema schema();

/// A record batch in the making. All members throw std::bad_alloc, and StreamError where texts of more than 2 GiB
/// come together.
class Batch {
  public:
    Batch();

    /// Adds the row of a page.
    /// @param source  what the spans of the report count; not looked at where they count code points
    void add(std::optional<std::string_view> id, const Report& report, std::string_view source);
    /// Adds the row of a page that has no report, for its text cannot be read.
    /// @param source  what the offset of the error counts
    void add(std::optional<std::string_view> id, const Error& error, std::string_view source);
    /// Adds the row of a page that has no text.
    void add_missing(std::optional<std::string_view> id);

    /// The batch, after which there is nothing to add any more.
    [[nodiscard]] nanoarrow::UniqueArray finish() &&;

  private:
    nanoarrow::UniqueArray array_;
};

}  // namespace tongket::arrow
