// SPDX-License-Identifier: BSL-1.0
/// @file
/// Producers of Arrow arrays of strings, good and bad ones.
#pragma once

#include <cerrno>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "arrow/nanoarrow.hpp"

namespace tongket::test {

using Texts = std::vector<std::optional<std::string>>;

/// An array of a type of strings.
[[nodiscard]] inline nanoarrow::UniqueArray array_of(const Texts& texts, ArrowType type = NANOARROW_TYPE_STRING) {
    nanoarrow::UniqueArray array;
    arrow::check(ArrowArrayInitFromType(array.get(), type));
    arrow::check(ArrowArrayStartAppending(array.get()));
    for (const auto& text : texts) {
        if (text)
            arrow::check(
                ArrowArrayAppendString(array.get(), {text->data(), static_cast<std::int64_t>(text->size())}));
        else
            arrow::check(ArrowArrayAppendNull(array.get(), 1));
    }
    arrow::check(ArrowArrayFinishBuildingDefault(array.get(), nullptr));
    return array;
}

[[nodiscard]] inline nanoarrow::UniqueSchema schema_of(ArrowType type) {
    nanoarrow::UniqueSchema schema;
    arrow::check(ArrowSchemaInitFromType(schema.get(), type));
    return schema;
}

/// A stream that gives arrays, then an error or its end.
class Producer {
  public:
    explicit Producer(ArrowType type = NANOARROW_TYPE_STRING) : schema_(schema_of(type)) {}
    explicit Producer(nanoarrow::UniqueSchema schema) : schema_(std::move(schema)) {}

    Producer& add(nanoarrow::UniqueArray array) {
        arrays_.push_back(std::move(array));
        return *this;
    }
    Producer& fail(int code, std::string message) {
        code_ = code;
        message_ = std::move(message);
        return *this;
    }
    /// How many arrays were asked for; must outlive the stream.
    Producer& count(int& asked) {
        asked_ = &asked;
        return *this;
    }

    [[nodiscard]] nanoarrow::UniqueArrayStream stream() && {
        nanoarrow::UniqueArrayStream out;
        out->get_schema = [](ArrowArrayStream* self, ArrowSchema* schema) {
            return ArrowSchemaDeepCopy(of(self).schema_.get(), schema);
        };
        out->get_next = [](ArrowArrayStream* self, ArrowArray* array) {
            Producer& producer = of(self);
            if (producer.asked_ != nullptr) ++*producer.asked_;
            if (producer.at_ < producer.arrays_.size()) {
                producer.arrays_[producer.at_++].move(array);
                return 0;
            }
            array->release = nullptr;
            return producer.code_;
        };
        out->get_last_error = [](ArrowArrayStream* self) { return of(self).message_.c_str(); };
        out->release = [](ArrowArrayStream* self) {
            delete &of(self);
            self->release = nullptr;
        };
        out->private_data = new Producer(std::move(*this));
        return out;
    }

  private:
    nanoarrow::UniqueSchema schema_;
    std::vector<nanoarrow::UniqueArray> arrays_;
    std::size_t at_ = 0;
    int code_ = 0;
    std::string message_;
    int* asked_ = nullptr;

    static Producer& of(ArrowArrayStream* stream) { return *static_cast<Producer*>(stream->private_data); }
};

}  // namespace tongket::test
