// SPDX-License-Identifier: BSL-1.0
// Strings of all of Arrow's kinds, and producers that fail.
#include "arrow/values.hpp"

#include <cerrno>
#include <stdexcept>
#include <string>
#include <utility>

#include "arrow/producer.hpp"
#include "catch.hpp"

using namespace tongket;
using namespace tongket::test;
using arrow::ArrowValues;
using arrow::StreamError;

namespace {

const Texts some{"Sở Y tế", std::nullopt, "", "một văn bản dài hơn mười hai byte, không nằm trong chính nó", "b"};

constexpr ArrowType types[] = {NANOARROW_TYPE_STRING, NANOARROW_TYPE_LARGE_STRING, NANOARROW_TYPE_STRING_VIEW,
                               NANOARROW_TYPE_BINARY, NANOARROW_TYPE_LARGE_BINARY, NANOARROW_TYPE_BINARY_VIEW};

ArrowValues values_of(Producer producer) {
    nanoarrow::UniqueArrayStream stream = std::move(producer).stream();
    return {*stream.get(), "texts"};
}

Texts all(ArrowValues values) {
    Texts texts;
    while (const auto value = values.next()) {
        if (*value)
            texts.emplace_back(std::in_place, **value);
        else
            texts.emplace_back();
    }
    return texts;
}

nanoarrow::UniqueArray slice_of(const Texts& texts, ArrowType type, std::int64_t begin, std::int64_t end) {
    nanoarrow::UniqueArray array = array_of(texts, type);
    array->offset = begin;
    array->length = end - begin;
    array->null_count = -1;
    return array;
}

}  // namespace

TEST_CASE("strings and bytes of every width are read", "[arrow]") {
    for (const ArrowType type : types) {
        INFO(ArrowTypeString(type));
        CHECK(all(values_of(std::move(
                  Producer(type).add(array_of(some, type)).add(array_of({}, type)).add(array_of({"c"}, type))))) ==
              Texts{some[0], some[1], some[2], some[3], some[4], "c"});
        CHECK(all(values_of(Producer(type))).empty());
    }
}

TEST_CASE("a slice is read from its offset", "[arrow]") {
    for (const ArrowType type : types) {
        INFO(ArrowTypeString(type));
        CHECK(all(values_of(std::move(Producer(type).add(slice_of(some, type, 1, 4))))) ==
              Texts{some[1], some[2], some[3]});
        CHECK(all(values_of(std::move(Producer(type).add(slice_of(some, type, 5, 5))))).empty());
    }
}

TEST_CASE("nulls without a type are missing values", "[arrow]") {
    CHECK(all(values_of(std::move(
              Producer(NANOARROW_TYPE_NA).add(array_of({std::nullopt, std::nullopt}, NANOARROW_TYPE_NA))))) ==
          Texts{std::nullopt, std::nullopt});
}

TEST_CASE("a dictionary is looked up", "[arrow]") {
    nanoarrow::UniqueSchema schema = schema_of(NANOARROW_TYPE_INT8);
    arrow::check(ArrowSchemaAllocateDictionary(schema.get()));
    arrow::check(ArrowSchemaInitFromType(schema->dictionary, NANOARROW_TYPE_STRING));
    const auto coded = [&](std::vector<int> codes) {
        nanoarrow::UniqueArray array;
        arrow::check(ArrowArrayInitFromSchema(array.get(), schema.get(), nullptr));
        arrow::check(ArrowArrayStartAppending(array.get()));
        for (const int code : codes)
            arrow::check(code < 0 ? ArrowArrayAppendNull(array.get(), 1) : ArrowArrayAppendInt(array.get(), code));
        for (const char* text : {"a", "Sở"})
            arrow::check(ArrowArrayAppendString(array->dictionary, ArrowCharView(text)));
        arrow::check(ArrowArrayAppendNull(array->dictionary, 1));
        arrow::check(ArrowArrayFinishBuilding(array.get(), NANOARROW_VALIDATION_LEVEL_MINIMAL, nullptr));
        return array;
    };
    nanoarrow::UniqueSchema copy;
    arrow::check(ArrowSchemaDeepCopy(schema.get(), copy.get()));
    CHECK(all(values_of(std::move(Producer(std::move(copy)).add(coded({1, 0, -1, 2, 1}))))) ==
          Texts{"Sở", "a", std::nullopt, std::nullopt, "Sở"});
    nanoarrow::UniqueArray leading_out = coded({3});
    ArrowValues beyond = values_of(std::move(Producer(std::move(schema)).add(std::move(leading_out))));
    CHECK_THROWS_AS(beyond.next(), StreamError);
}

TEST_CASE("what is no column of strings is refused before it is read", "[arrow]") {
    CHECK_THROWS_WITH(values_of(Producer(NANOARROW_TYPE_INT64)), "texts must be strings, not int64");
    nanoarrow::UniqueSchema table;
    ArrowSchemaInit(table.get());
    arrow::check(ArrowSchemaSetTypeStruct(table.get(), 1));
    arrow::check(ArrowSchemaSetType(table->children[0], NANOARROW_TYPE_STRING));
    CHECK_THROWS_WITH(values_of(Producer(std::move(table))),
                      "texts must be strings, not a table: give one of its columns");
}

TEST_CASE("the error of a producer comes behind what it gave before", "[arrow]") {
    ArrowValues values = values_of(std::move(Producer().add(array_of({"a"})).fail(EPIPE, "the disk is gone")));
    REQUIRE(values.next());
    try {
        (void)values.next();
        FAIL("no error");
    } catch (const StreamError& error) {
        CHECK(error.code() == EPIPE);
        CHECK(std::string(error.what()) == "texts: the disk is gone");
    }
}

TEST_CASE("arrays that lead out of their buffers are refused", "[arrow]") {
    const auto refused = [](nanoarrow::UniqueArray array, ArrowType type) {
        ArrowValues values = values_of(std::move(Producer(type).add(std::move(array))));
        CHECK_THROWS_AS(values.next(), StreamError);
    };
    nanoarrow::UniqueArray falling = array_of({"aa", "b"});
    ArrowArrayBuffer(falling.get(), 1)->data[4] = 9;
    refused(std::move(falling), NANOARROW_TYPE_STRING);

    const auto changed = [](auto change) {
        nanoarrow::UniqueArray array = array_of({some[3]}, NANOARROW_TYPE_STRING_VIEW);
        change(*reinterpret_cast<ArrowBinaryView*>(ArrowArrayBuffer(array.get(), 1)->data));
        return array;
    };
    refused(changed([](ArrowBinaryView& view) { view.ref.buffer_index = 1; }), NANOARROW_TYPE_STRING_VIEW);
    refused(changed([](ArrowBinaryView& view) { view.ref.buffer_index = -1; }), NANOARROW_TYPE_STRING_VIEW);
    refused(changed([](ArrowBinaryView& view) { view.ref.offset = 1; }), NANOARROW_TYPE_STRING_VIEW);
    refused(changed([](ArrowBinaryView& view) { view.ref.offset = -1; }), NANOARROW_TYPE_STRING_VIEW);
    refused(changed([](ArrowBinaryView& view) { view.inlined.size = -1; }), NANOARROW_TYPE_STRING_VIEW);
}
