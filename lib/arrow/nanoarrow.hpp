// SPDX-License-Identifier: BSL-1.0
/// @file
/// nanoarrow, with exceptions in place of its codes.
#pragma once

#include <cerrno>
#include <new>
#include <stdexcept>
#include <string>

#include "nanoarrow/nanoarrow.hpp"

namespace tongket::arrow {

/// What a consumer of a stream is told instead of a batch.
class StreamError : public std::runtime_error {
  public:
    StreamError(int code, const std::string& message) : std::runtime_error(message), code_(code) {}
    /// As errno has them.
    [[nodiscard]] int code() const noexcept { return code_; }

  private:
    int code_;
};

/// @throws std::bad_alloc, StreamError where nanoarrow gives another code than that of success
inline void check(ArrowErrorCode code) {
    if (code == NANOARROW_OK) return;
    if (code == ENOMEM) throw std::bad_alloc();
    if (code == EOVERFLOW) throw StreamError(code, "the texts of a batch are too long for it: use a smaller one");
    throw StreamError(code, "an Arrow array cannot be built");
}

}  // namespace tongket::arrow
