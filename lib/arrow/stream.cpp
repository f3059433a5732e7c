// SPDX-License-Identifier: BSL-1.0
#include "arrow/stream.hpp"

#include <cerrno>
#include <exception>
#include <new>
#include <system_error>
#include <utility>
#include <vector>

#include "arrow/batch.hpp"
#include "text/repaired.hpp"
#include "text/text.hpp"

namespace tongket::arrow {

// ---- the C interface ----

namespace {

class Exported {
  public:
    explicit Exported(std::unique_ptr<Batches> batches) : batches_(std::move(batches)) {}

    static void set(std::unique_ptr<Exported> self, ArrowArrayStream& out) {
        out.get_schema = [](ArrowArrayStream* stream, ArrowSchema* schema) {
            return of(stream).attempt([&] { arrow::schema().move(schema); });
        };
        out.get_next = [](ArrowArrayStream* stream, ArrowArray* array) {
            return of(stream).attempt([&] {
                auto batch = of(stream).batches_->next();
                if (batch) {
                    batch->move(array);
                } else {
                    array->release = nullptr;
                }
            });
        };
        out.get_last_error = [](ArrowArrayStream* stream) -> const char* {
            const std::string& error = of(stream).error_;
            return error.empty() ? nullptr : error.c_str();
        };
        out.release = [](ArrowArrayStream* stream) {
            delete &of(stream);
            stream->release = nullptr;
        };
        out.private_data = self.release();
    }

  private:
    std::unique_ptr<Batches> batches_;
    std::string error_;

    static Exported& of(ArrowArrayStream* stream) { return *static_cast<Exported*>(stream->private_data); }

    template <class Work>
    int attempt(Work work) noexcept {
        try {
            error_.clear();
            work();
            return 0;
        } catch (const StreamError& error) {
            return fail(error.code(), error.what());
        } catch (const std::bad_alloc&) {
            return fail(ENOMEM, "out of memory");
        } catch (const std::exception& error) {
            return fail(EIO, error.what());
        }
    }

    int fail(int code, const char* message) noexcept {
        try {
            error_ = message;
        } catch (const std::bad_alloc&) {
            error_.clear();
        }
        return code;
    }
};

}  // namespace

void export_stream(std::unique_ptr<Batches> batches, ArrowArrayStream& out) {
    Exported::set(std::make_unique<Exported>(std::move(batches)), out);
}

// ---- pages ----

/// Pages that become a batch, copied from where they come, which may be gone when they are read.
class PageBatches::Pages {
  public:
    void add(Value id, Value text) {
        if (id && find_invalid_utf8(*id) != std::string_view::npos) {
            pages_.push_back({copied(Repaired(*id).text), copied(text)});
        } else {
            pages_.push_back({copied(id), copied(text)});
        }
    }

    [[nodiscard]] std::size_t size() const noexcept { return pages_.size(); }
    /// Bytes of all names and texts.
    [[nodiscard]] std::size_t bytes() const noexcept { return bytes_.size(); }

    /// Calls `visit(id, text)` for each page.
    template <class Visit>
    void for_each(Visit visit) const {
        for (const Page& page : pages_) visit(value(page.id), value(page.text));
    }

  private:
    struct Place {
        std::size_t begin = 0;
        std::size_t size = 0;
        bool is_missing = true;
    };
    struct Page {
        Place id;
        Place text;
    };
    std::string bytes_;
    std::vector<Page> pages_;

    Place copied(Value value) {
        if (!value) return {};
        const Place place{bytes_.size(), value->size(), false};
        bytes_.append(*value);
        return place;
    }
    [[nodiscard]] Value value(const Place& place) const {
        if (place.is_missing) return std::nullopt;
        return std::string_view(bytes_).substr(place.begin, place.size);
    }
};

PageBatches::PageBatches(std::unique_ptr<Values> ids, std::unique_ptr<Values> texts, Read read, StreamOptions options)
    : ids_(std::move(ids)), texts_(std::move(texts)), read_(std::move(read)), options_(options) {}

PageBatches::~PageBatches() {
    is_stopped_ = true;
    waiting_.clear();
}

std::optional<nanoarrow::UniqueArray> PageBatches::next() {
    while (!has_ended_ && waiting_.size() < options_.threads) {
        auto pages = take();
        if (pages->size() > 0) begin(std::move(pages));
    }
    if (waiting_.empty()) {
        if (error_) std::rethrow_exception(error_);
        return std::nullopt;
    }
    std::future<nanoarrow::UniqueArray> first = std::move(waiting_.front());
    waiting_.pop_front();
    try {
        return first.get();
    } catch (...) {
        // The batches behind it would be taken for the next.
        end(std::current_exception());
        waiting_.clear();
        throw;
    }
}

void PageBatches::end(std::exception_ptr error) noexcept {
    has_ended_ = true;
    error_ = std::move(error);
}

/// The pages of the next batch. At their end, or where they cannot be had, there are fewer, or none.
std::shared_ptr<const PageBatches::Pages> PageBatches::take() {
    static constexpr std::size_t most_bytes = std::size_t{64} << 20;
    auto pages = std::make_shared<Pages>();
    try {
        while (!has_ended_ && pages->size() < options_.batch && pages->bytes() < most_bytes) {
            const std::string number = ids_ ? "" : std::to_string(taken_);
            const std::optional<Value> id = ids_ ? ids_->next() : Value(number);
            const std::optional<Value> text = texts_->next();
            if (ids_ && id.has_value() != text.has_value())
                throw StreamError(EINVAL, id ? "there are more ids than texts" : "there are more texts than ids");
            if (text) {
                pages->add(*id, *text);
                ++taken_;
            } else {
                end(nullptr);
            }
        }
    } catch (const StreamError&) {
        // Told behind what came before.
        end(std::current_exception());
    }
    return pages;
}

void PageBatches::begin(std::shared_ptr<const Pages> pages) {
    auto work = [this, pages = std::move(pages)] {
        Batch batch;
        pages->for_each([&](Value id, Value text) {
            if (is_stopped_) return;
            if (!text) return batch.add_missing(id);
            const Reading reading = read_(*text);
            const std::string_view source = reading.source ? *reading.source : *text;
            if (reading.report) return batch.add(id, *reading.report, source);
            batch.add(id, reading.report.error(), source);
        });
        return std::move(batch).finish();
    };
    if (options_.threads > 1) {
        try {
            waiting_.push_back(std::async(std::launch::async, work));
            return;
        } catch (const std::system_error&) {
            // The system gives no more threads: this one does the work when it is asked for the batch.
        }
    }
    waiting_.push_back(std::async(std::launch::deferred, std::move(work)));
}

}  // namespace tongket::arrow
