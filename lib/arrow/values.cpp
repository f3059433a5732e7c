// SPDX-License-Identifier: BSL-1.0
#include "arrow/values.hpp"

#include <cerrno>
#include <stdexcept>
#include <utility>

namespace tongket::arrow {

namespace {

bool is_text(ArrowType type) {
    switch (type) {
        case NANOARROW_TYPE_STRING:
        case NANOARROW_TYPE_LARGE_STRING:
        case NANOARROW_TYPE_STRING_VIEW:
        case NANOARROW_TYPE_BINARY:
        case NANOARROW_TYPE_LARGE_BINARY:
        case NANOARROW_TYPE_BINARY_VIEW:
        case NANOARROW_TYPE_NA:
            return true;
        default:
            return false;
    }
}

/// Whether the bytes of a string view, which nanoarrow does not look at, lie in its buffers.
bool is_within(const ArrowArrayView& view, std::int64_t at) {
    const ArrowBinaryView& value = view.buffer_views[1].data.as_binary_view[view.offset + at];
    if (value.inlined.size < 0) return false;
    if (value.inlined.size <= NANOARROW_BINARY_VIEW_INLINE_SIZE) return true;
    const std::int32_t buffer = value.ref.buffer_index;
    return buffer >= 0 && buffer < view.n_variadic_buffers && value.ref.offset >= 0 &&
           std::int64_t{value.ref.offset} + value.ref.size <= view.variadic_buffer_sizes[buffer];
}

}  // namespace

ArrowValues::ArrowValues(ArrowArrayStream& stream, std::string name) : stream_(&stream), name_(std::move(name)) {
    ArrowError error;
    ArrowErrorInit(&error);
    const int code = ArrowArrayStreamGetSchema(stream_.get(), schema_.get(), &error);
    if (code != NANOARROW_OK) fail(code, error.message);
    if (ArrowArrayViewInitFromSchema(view_.get(), schema_.get(), &error) != NANOARROW_OK)
        throw std::invalid_argument(name_ + ": " + error.message);
    const ArrowArrayView& texts = view_->dictionary != nullptr ? *view_->dictionary : *view_.get();
    if (is_text(texts.storage_type)) return;
    const bool is_table = texts.storage_type == NANOARROW_TYPE_STRUCT;
    throw std::invalid_argument(
        name_ + " must be strings, not " +
        (is_table ? "a table: give one of its columns" : ArrowTypeString(texts.storage_type)));
}

std::optional<Value> ArrowValues::next() {
    while (at_ == array_->length)
        if (!next_array()) return std::nullopt;
    return value();
}

bool ArrowValues::next_array() {
    array_.reset();
    ArrowError error;
    ArrowErrorInit(&error);
    const int code = ArrowArrayStreamGetNext(stream_.get(), array_.get(), &error);
    if (code != NANOARROW_OK) fail(code, error.message);
    at_ = 0;
    if (array_->release == nullptr) return false;
    if (ArrowArrayViewSetArray(view_.get(), array_.get(), &error) != NANOARROW_OK ||
        ArrowArrayViewValidate(view_.get(), NANOARROW_VALIDATION_LEVEL_FULL, &error) != NANOARROW_OK)
        fail(EINVAL, error.message);
    return true;
}

Value ArrowValues::value() {
    const ArrowArrayView* texts = view_.get();
    std::int64_t at = at_++;
    if (texts->dictionary != nullptr) {
        if (ArrowArrayViewIsNull(texts, at) != 0) return std::nullopt;
        at = ArrowArrayViewGetIntUnsafe(texts, at);
        texts = texts->dictionary;
    }
    if (ArrowArrayViewIsNull(texts, at) != 0) return std::nullopt;
    const bool is_view =
        texts->storage_type == NANOARROW_TYPE_STRING_VIEW || texts->storage_type == NANOARROW_TYPE_BINARY_VIEW;
    if (is_view && !is_within(*texts, at)) fail(EINVAL, "a string view leads out of its buffers");
    const ArrowStringView text = ArrowArrayViewGetStringUnsafe(texts, at);
    return Value(std::in_place, text.data, static_cast<std::size_t>(text.size_bytes));
}

void ArrowValues::fail(int code, const std::string& message) const {
    throw StreamError(code, name_ + ": " + (message.empty() ? "the stream fails" : message));
}

}  // namespace tongket::arrow
