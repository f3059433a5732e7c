// SPDX-License-Identifier: BSL-1.0
#include <set>
#include <string>

#include <tongket/gazetteer.hpp>

#include "catch.hpp"

using tongket::find_province;
using tongket::Province;

TEST_CASE("63 provinces and Hà Tây became 34", "[gazetteer]") {
    std::set<std::string> codes, successors;
    for (const Province& province : tongket::provinces()) {
        codes.insert(province.code);
        successors.insert(province.successor);
    }
    CHECK(tongket::provinces().size() == 64);
    CHECK(codes.size() == 64);
    CHECK(successors.size() == 34);
    for (const std::string& code : successors) {
        INFO(code);
        REQUIRE(find_province(code));
        CHECK(find_province(code)->successor == code);
    }
}

TEST_CASE("a province is found by its code", "[gazetteer]") {
    REQUIRE(find_province("VN-54"));
    CHECK(find_province("VN-54")->successor == find_province("VN-56")->code);
    CHECK_FALSE(find_province("VN-99"));
}
