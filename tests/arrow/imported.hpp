// SPDX-License-Identifier: BSL-1.0
/// @file
/// Arrow arrays as JSON: what a consumer of the C interface sees, value for value.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include <tongket/date.hpp>

#include "arrow/nanoarrow.hpp"
#include "catch.hpp"

namespace tongket::test {

[[nodiscard]] inline std::string decimal_text(const ArrowArrayView& view, std::int64_t at) {
    ArrowDecimal decimal;
    ArrowDecimalInit(&decimal, 128, 38, 9);
    ArrowArrayViewGetDecimalUnsafe(&view, at, &decimal);
    nanoarrow::UniqueBuffer text;
    arrow::check(ArrowDecimalAppendStringToBuffer(&decimal, text.get()));
    return {reinterpret_cast<const char*>(text->data), static_cast<std::size_t>(text->size_bytes)};
}

/// A value as JSON; days count from 1970, decimals are text.
[[nodiscard]] inline nlohmann::json value_at(const ArrowSchema& schema, const ArrowArrayView& view, std::int64_t at) {
    if (ArrowArrayViewIsNull(&view, at) != 0) return nullptr;
    switch (view.storage_type) {
        case NANOARROW_TYPE_STRING: {
            const ArrowStringView text = ArrowArrayViewGetStringUnsafe(&view, at);
            return std::string(text.data, static_cast<std::size_t>(text.size_bytes));
        }
        case NANOARROW_TYPE_BOOL:
            return ArrowArrayViewGetIntUnsafe(&view, at) != 0;
        case NANOARROW_TYPE_DOUBLE:
            return ArrowArrayViewGetDoubleUnsafe(&view, at);
        case NANOARROW_TYPE_DECIMAL128:
            return decimal_text(view, at);
        case NANOARROW_TYPE_LIST: {
            nlohmann::json items = nlohmann::json::array();
            const std::int64_t end = ArrowArrayViewListChildOffset(&view, at + 1);
            for (std::int64_t i = ArrowArrayViewListChildOffset(&view, at); i < end; ++i)
                items.push_back(value_at(*schema.children[0], *view.children[0], i));
            return items;
        }
        case NANOARROW_TYPE_STRUCT: {
            nlohmann::json fields = nlohmann::json::object();
            for (std::int64_t i = 0; i < schema.n_children; ++i)
                fields[schema.children[i]->name] = value_at(*schema.children[i], *view.children[i], at);
            return fields;
        }
        default:
            return ArrowArrayViewGetIntUnsafe(&view, at);
    }
}

/// What a stream gave, to its end or its error.
struct Imported {
    std::vector<std::int64_t> sizes;  ///< rows of each batch
    nlohmann::json rows = nlohmann::json::array();
    int code = 0;
    std::string message;  ///< of an error

    [[nodiscard]] std::vector<std::string> ids() const {
        std::vector<std::string> ids;
        for (const nlohmann::json& row : rows) ids.push_back(row["id"]);
        return ids;
    }
};

/// Takes batches from a stream, all or so many.
[[nodiscard]] inline Imported import(ArrowArrayStream& stream, std::size_t most = SIZE_MAX) {
    Imported imported;
    nanoarrow::UniqueSchema schema;
    REQUIRE(stream.get_schema(&stream, schema.get()) == NANOARROW_OK);
    nanoarrow::UniqueArrayView view;
    arrow::check(ArrowArrayViewInitFromSchema(view.get(), schema.get(), nullptr));
    while (imported.sizes.size() < most) {
        nanoarrow::UniqueArray batch;
        imported.code = stream.get_next(&stream, batch.get());
        if (imported.code != 0) {
            const char* const message = stream.get_last_error(&stream);
            imported.message = message == nullptr ? "" : message;
            break;
        }
        if (batch->release == nullptr) break;
        ArrowError error;
        ArrowErrorInit(&error);
        const bool is_valid =
            ArrowArrayViewSetArray(view.get(), batch.get(), &error) == NANOARROW_OK &&
            ArrowArrayViewValidate(view.get(), NANOARROW_VALIDATION_LEVEL_FULL, &error) == NANOARROW_OK;
        INFO(error.message);
        REQUIRE(is_valid);
        imported.sizes.push_back(batch->length);
        for (std::int64_t i = 0; i < batch->length; ++i)
            imported.rows.push_back(value_at(*schema.get(), *view.get(), i));
    }
    return imported;
}

}  // namespace tongket::test
