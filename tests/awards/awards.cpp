// SPDX-License-Identifier: BSL-1.0
#include "awards/awards.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "page.hpp"

using namespace tongket;
using test::Page;

namespace {

using Lines = std::vector<std::string>;

Lines awards(const std::string& body) {
    const Page page(
        "Sở Y tế tỉnh Hà Nam tổng kết công tác năm 2016\n\nSáng 11/01/2017, Sở Y tế tỉnh Hà Nam tổ chức hội nghị "
        "tổng kết công tác năm "
        "2016, triển khai nhiệm vụ năm 2017.\n\n" +
        body + "\n");
    Lines lines;
    for (const Award& award : find_awards(page.document, page.islands).awards) {
        std::string line = award.text + " | " + award.name + " " + std::string(name_of(award.kind));
        line += " | " + award.grantor.value_or("-") + " | " + award.recipient.value_or("-");
        line += " " + (award.count ? std::to_string(*award.count) : "-");
        lines.push_back(line);
    }
    return lines;
}

}  // namespace

TEST_CASE("an award for each kind and group of recipients", "[awards]") {
    CHECK(awards("Tại hội nghị, Chủ tịch UBND tỉnh đã tặng Bằng khen cho 03 tập thể và 05 cá nhân.") ==
          Lines{"03 tập thể | Bằng khen certificate | Chủ tịch UBND tỉnh | collective 3",
                "05 cá nhân | Bằng khen certificate | Chủ tịch UBND tỉnh | individual 5"});
    CHECK(awards("Dịp này, Giám đốc Sở đã tặng Giấy khen cho 21 tập thể.") ==
          Lines{"21 tập thể | Giấy khen merit | Giám đốc Sở | collective 21"});
}

TEST_CASE("a named recipient without a count is quoted by the award", "[awards]") {
    const Lines lines = awards("Tại hội nghị, Sở Y tế vinh dự được Chính phủ tặng Cờ thi đua.");
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].starts_with("Cờ thi đua | Cờ thi đua flag | Chính phủ | "));
    CHECK(lines[0].ends_with(" -"));
}

TEST_CASE("a report without honours has none", "[awards]") {
    CHECK(awards("Năm 2016, ngành đã khám cho 12 tập thể và 40 cá nhân.").empty());
}
