// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <vector>

#include <tongket/error.hpp>
#include <tongket/print.hpp>

#include "catch.hpp"

using tongket::LineColumn;
using tongket::locate;

TEST_CASE("lines and columns count from 1", "[error]") {
    struct Row {
        std::string source;
        std::size_t offset;
        LineColumn place;
    };
    const std::vector<Row> rows = {
        {"", 0, {1, 1}},
        {"", 7, {1, 1}},
        {"abc", 2, {1, 3}},
        {"abc", 99, {1, 4}},
        {"a\nb", 1, {1, 2}},
        {"a\nb", 2, {2, 1}},
        {"a\r\nb", 2, {1, 3}},
        {"a\r\nb", 3, {2, 1}},
        {"a\rb", 2, {2, 1}},
        {"a\r\rb", 3, {3, 1}},
        {"a\n\n", 3, {3, 1}},
        // One letter, one column: `tổ` is t and the three bytes of ổ.
        {"tổ chức", 4, {1, 3}},
        {"tổ\nchức", 5, {2, 1}},
        // Bytes that are not UTF-8 do not matter.
        {"ab\xFF\x80 c", 2, {1, 3}},
        {"ab\xFF\xFE c", 4, {1, 5}},
    };
    for (const Row& row : rows) {
        INFO(row.source << " at " << row.offset);
        CHECK(locate(row.source, row.offset) == row.place);
    }
}

TEST_CASE("an error carries its code and offset", "[error]") {
    const tongket::Error error(tongket::ErrorCode::invalid_utf8, 17, "no UTF-8");
    CHECK(error.code() == tongket::ErrorCode::invalid_utf8);
    CHECK(error.offset() == 17);
    CHECK(std::string(error.what()) == "no UTF-8");
}
