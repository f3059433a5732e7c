// SPDX-License-Identifier: BSL-1.0
#include "arrow/batch.hpp"

#include <utility>
#include <vector>

#include <tongket/names.hpp>
#include <tongket/version.hpp>

#include "arrow/code_points.hpp"
#include "arrow/columns.hpp"
#include "arrow/decimal.hpp"
#include "arrow/fields.hpp"

namespace tongket::arrow {

namespace {

void append(ArrowArray& array, const Row& row, const Page* page) { Column<Row>::append(array, row, page); }

}  // namespace

nanoarrow::UniqueSchema schema() {
    nanoarrow::UniqueSchema schema;
    ArrowSchemaInit(schema.get());
    Column<Row>::describe(*schema.get());
    nanoarrow::UniqueBuffer metadata;
    check(ArrowMetadataBuilderInit(metadata.get(), nullptr));
    check(ArrowMetadataBuilderAppend(metadata.get(), ArrowCharView("tongket.schema"),
                                     ArrowCharView("tongket.arrow/1")));
    check(ArrowSchemaSetMetadata(schema.get(), reinterpret_cast<const char*>(metadata->data)));
    return schema;
}

Batch::Batch() {
    check(ArrowArrayInitFromSchema(array_.get(), schema().get(), nullptr));
    check(ArrowArrayStartAppending(array_.get()));
}

void Batch::add(std::optional<std::string_view> id, const Report& report, std::string_view source) {
    const Page page(report, source);
    const std::vector<Diagnostic> overflows = decimal_overflows(report);
    if (overflows.empty()) return append(*array_.get(), {id, std::nullopt, &report}, &page);
    Report told = report;
    told.diagnostics.insert(told.diagnostics.end(), overflows.begin(), overflows.end());
    append(*array_.get(), {id, std::nullopt, &told}, &page);
}

void Batch::add(std::optional<std::string_view> id, const Error& error, std::string_view source) {
    const std::size_t offset = count_code_points(source.substr(0, error.offset()));
    append(*array_.get(), {id, Failure{name_of(error.code()), offset}, nullptr}, nullptr);
}

void Batch::add_missing(std::optional<std::string_view> id) {
    append(*array_.get(), {id, Failure{"missing_text", std::nullopt}, nullptr}, nullptr);
}

nanoarrow::UniqueArray Batch::finish() && {
    check(ArrowArrayFinishBuildingDefault(array_.get(), nullptr));
    return std::move(array_);
}

}  // namespace tongket::arrow
