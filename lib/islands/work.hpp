// SPDX-License-Identifier: BSL-1.0
/// @file
/// The bound on the work that one text may cause.
#pragma once

#include <cstddef>

namespace tongket {

/// Units of work that are left; see `Options::max_work`.
class WorkBudget {
  public:
    explicit WorkBudget(std::size_t units) noexcept : left_(units) {}

    /// Takes units off. Returns false, and takes what is left, where there are not so many.
    [[nodiscard]] bool spend(std::size_t units) noexcept {
        const bool enough = units <= left_;
        left_ -= enough ? units : left_;
        return enough;
    }
    [[nodiscard]] std::size_t left() const noexcept { return left_; }

  private:
    std::size_t left_;
};

}  // namespace tongket
