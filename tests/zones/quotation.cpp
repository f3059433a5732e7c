// SPDX-License-Identifier: BSL-1.0
#include "zones/quotation.hpp"

#include <string>

#include "catch.hpp"
#include "page.hpp"

using namespace tongket;

namespace {

/// A letter a sentence: `o`pens, `i`nside, `c`loses, `-` none.
std::string places(const std::string& source) {
    const test::TestPage page(source);
    std::string shown;
    for (const Quoted& quoted : quotations_of(page.document)) shown += "-oic"[static_cast<std::size_t>(quoted.place)];
    return shown;
}

}  // namespace

TEST_CASE("quotations reach over sentences and lines", "[zones]") {
    CHECK(places("Trời mưa. \"Đường phải tốt. Nhà phải đẹp. Ai cũng vui\", ông Tám nói. Trời tạnh.\n") == "-oic-");
    CHECK(places("“Đường phải tốt.\nAi cũng vui”, ông Tám nói.\n") == "oc");
    CHECK(places("Ông Tám nói: “Đường phải tốt”. Ai cũng vui.\n") == "--");
    CHECK(places("Phong trào \"Nhà đẹp\" và \"Đường tốt\" lan rộng. Ai cũng vui.\n") == "--");
    // Marks with blanks on both sides.
    CHECK(places("\" Đường phải tốt. Ai cũng vui \", ông Tám nói. Trời tạnh.\n") == "oc-");
}

TEST_CASE("a mark that is never closed opens nothing", "[zones]") {
    std::string page = "\"Đường phải tốt.";
    for (int k = 0; k < 12; ++k) page += " Ai cũng vui.";
    CHECK(places(page + " Nhà \"đẹp\" lắm.\n").find_first_not_of('-') == std::string::npos);
    CHECK(places("").empty());
}
