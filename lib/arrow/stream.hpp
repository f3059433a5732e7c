// SPDX-License-Identifier: BSL-1.0
/// @file
/// Pages in, record batches out, as they are asked for.
#pragma once

#include <atomic>
#include <cstddef>
#include <deque>
#include <exception>
#include <future>
#include <memory>
#include <optional>

#include "arrow/nanoarrow.hpp"
#include "arrow/reading.hpp"
#include "arrow/values.hpp"

namespace tongket::arrow {

/// Record batches of `schema()` that come one after the other.
class Batches {
  public:
    Batches() = default;
    Batches(const Batches&) = delete;
    Batches& operator=(const Batches&) = delete;
    virtual ~Batches() = default;

    /// Nothing at the end, and then nothing each time.
    /// @throws StreamError where the pages cannot be had; again each time
    [[nodiscard]] virtual std::optional<nanoarrow::UniqueArray> next() = 0;
};

/// Gives the batches over to a consumer of Arrow's C interface.
/// @param out  has no stream yet
void export_stream(std::unique_ptr<Batches> batches, ArrowArrayStream& out);

struct StreamOptions {
    std::size_t batch = 500;  ///< pages of a batch, at least 1; fewer where they have more than 64 MiB of text
    std::size_t threads = 1;  ///< at least 1; as many batches are in the making while the consumer looks at one
};

/// The reports of pages, in order. What is no UTF-8 in an id becomes U+FFFD. Without `ids` they are called by their
/// numbers, from 0. Only `next` and the destructor ask `ids` and `texts`, and on the thread that calls them. The
/// destructor waits for at most one page of each thread.
class PageBatches final : public Batches {
  public:
    PageBatches(std::unique_ptr<Values> ids, std::unique_ptr<Values> texts, Read read, StreamOptions options);
    ~PageBatches() override;

    [[nodiscard]] std::optional<nanoarrow::UniqueArray> next() override;

  private:
    class Pages;

    std::unique_ptr<Values> ids_;
    std::unique_ptr<Values> texts_;
    std::size_t taken_ = 0;
    Read read_;
    StreamOptions options_;
    bool has_ended_ = false;
    std::exception_ptr error_;
    std::atomic<bool> is_stopped_ = false;
    std::deque<std::future<nanoarrow::UniqueArray>> waiting_;

    [[nodiscard]] std::shared_ptr<const Pages> take();
    void begin(std::shared_ptr<const Pages> pages);
    void end(std::exception_ptr error) noexcept;
};

}  // namespace tongket::arrow
