// SPDX-License-Identifier: BSL-1.0
#include "islands/bracketed_parts.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "page.hpp"

using namespace tongket;
using test::TestPage;

namespace {

using Lines = std::vector<std::string>;

/// The words of the quantities of a page; a shared unit in brackets.
Lines quantities(const std::string& source) {
    const TestPage page(source);
    Lines lines;
    for (const QuantityMention& mention : page.islands.quantities) {
        lines.push_back(page.document.words(mention.range));
        if (!mention.quantity.unit && mention.shared_unit)
            lines.back() +=
                " [" + page.document.words({mention.shared_unit->first, mention.shared_unit->end()}) + "]";
    }
    return lines;
}

}  // namespace

TEST_CASE("bare numbers in a bracket that make the figure before it share its unit", "[islands]") {
    CHECK(quantities("Sở thẩm định 118 dự thảo văn bản (cấp tỉnh 41, cấp huyện 77).") ==
          Lines{"118 dự thảo", "41 [dự thảo]", "77 [dự thảo]"});
    CHECK(quantities("Mất trắng 218 ha (Tân An 131; Tân Bình 52 và Tân Ca 35).") ==
          Lines{"218 ha", "131 [ha]", "52 [ha]", "35 [ha]"});
    CHECK(quantities("Có 319 tin (kỳ trước: 47, 271 tin mới, còn lại 1).") ==
          Lines{"319 tin", "47 [tin]", "271 tin", "1 [tin]"});
}

TEST_CASE("numbers that do not make the figure are no parts of it", "[islands]") {
    CHECK(quantities("Sở thẩm định 118 dự thảo văn bản (cấp tỉnh 41, cấp huyện 78).") == Lines{"118 dự thảo"});
    CHECK(quantities("Sở trả 22 hồ sơ (khoản 17, Điều 5 Nghị định).") == Lines{"22 hồ sơ"});
    CHECK(quantities("Đạt 60% (huyện 20, xã 40).") == Lines{"60%"});
    CHECK(quantities("Sở mở 30 lớp (ngày 12/1, phòng 18).") == Lines{"30 lớp"});
    // A bracket that never closes.
    CHECK(quantities("Sở mở 30 lớp (tỉnh 12, huyện 18") == Lines{"30 lớp"});
}

TEST_CASE("a number that is read as a part is in doubt no longer", "[islands]") {
    CHECK(TestPage("Mất trắng 218 ha (Tân An 131, Tân Bình 52, Tân Ca 35).").islands.doubts.empty());
}

TEST_CASE("names and other units are no parts", "[islands]") {
    CHECK(quantities("Sửa 21 km đường (Quốc lộ 10, tỉnh lộ 11).") == Lines{"21 km"});
    CHECK(quantities("Có 10 ha rừng (tiểu khu 3, tiểu khu 7).") == Lines{"10 ha"});
    CHECK(quantities("Có 30 trường (Trường A số 10 và Trường B số 20).") == Lines{"30 trường"});
    CHECK(quantities("Có 118 dự thảo (cấp tỉnh 58, đạt 60%).") == Lines{"118 dự thảo", "60%"});
}

TEST_CASE("a figure told twice has its parts once", "[islands]") {
    CHECK(quantities("Sở cấp 40 hồ sơ tức bốn mươi hồ sơ (tỉnh 12, huyện 28).") ==
          Lines{"40 hồ sơ", "bốn mươi hồ sơ", "12 [hồ sơ]", "28 [hồ sơ]"});
}
