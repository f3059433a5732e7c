// SPDX-License-Identifier: BSL-1.0
#include "text/phrase_key.hpp"

#include <string>

#include "catch.hpp"
#include "respell.hpp"

using tongket::phrase_key;

TEST_CASE("words are the same however they are written", "[phrase_key]") {
    const std::string key = "lê thị hạ";
    CHECK(phrase_key("Lê Thị Hạ") == key);
    CHECK(phrase_key("LÊ THỊ HẠ") == key);
    CHECK(phrase_key(tongket::test::nfd("Lê Thị Hạ")) == key);
    CHECK(phrase_key("Lê  Thị\u00A0Hạ") == key);
    CHECK(phrase_key("Lê\u2009\u202FThị\tHạ") == key);
    CHECK(phrase_key("L\u200Bê Th\u00ADị Hạ\uFEFF") == key);
    CHECK(phrase_key("").empty());
}

TEST_CASE("phrases of other words have other keys", "[phrase_key]") {
    CHECK(phrase_key("Lê Thị Hạ") != phrase_key("Lê Thị Hà"));
    CHECK(phrase_key("Lê Thị Hạ") != phrase_key("Lê ThịHạ"));
    CHECK(phrase_key("kWh") == "kwh");
}
