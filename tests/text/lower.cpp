// SPDX-License-Identifier: BSL-1.0
#include "text/lower.hpp"

#include <string>

#include "catch.hpp"

using tongket::lower;
using tongket::to_nfc;

TEST_CASE("small letters are in NFC and those of no locale", "[lower]") {
    CHECK(lower("").empty());
    CHECK(lower("ĐỒNG CHÍ – 12 Xã") == "đồng chí – 12 xã");
    CHECK(lower("ĐO\u0302\u0300NG CHI\u0301") == "đồng chí");
    // In Turkish I is the capital of ı, and İ that of i.
    CHECK(lower("INTERNET") == "internet");
    CHECK(lower("INTERNET ÑANDÚ") == "internet ñandú");
    CHECK(lower("\u0130") == "i\u0307");
    CHECK(lower("ΟΔΟΣ") == "οδος");
    const std::string many(3000, 'I');
    CHECK(lower(many + "Ñ") == std::string(3000, 'i') + "ñ");
}

TEST_CASE("NFC of any text", "[lower]") {
    CHECK(to_nfc("").empty());
    CHECK(to_nfc("ty\u0309 \u0111o\u0302\u0300ng") == "tỷ đồng");
    CHECK(to_nfc("n\u0303") == "ñ");
    CHECK(to_nfc("\uFB01") == "\uFB01");  // compatibility characters stay
}
