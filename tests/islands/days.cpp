// SPDX-License-Identifier: BSL-1.0
// What looks like a ratio and is a day, and the other way round.
#include <string>
#include <vector>

#include "catch.hpp"
#include "page.hpp"

using namespace tongket;
using test::TestPage;

namespace {

struct FoundTime {
    std::string period;
    std::size_t quantities;
};

// The first period of a sentence in 2018, and how many quantities it has.
FoundTime found_in(const std::string& sentence) {
    const TestPage page(sentence);
    const auto first = page.islands.periods.begin();
    if (first == page.islands.periods.end()) return {"-", page.islands.quantities.size()};
    const auto period = first->period.resolve(2018);
    return {period ? period->to_string() : "none", page.islands.quantities.size()};
}

}  // namespace

TEST_CASE("a number and a month behind a word for a day are no ratio", "[islands]") {
    struct Row {
        std::string sentence, period;
        std::size_t quantities;
    };
    const std::vector<Row> rows = {
        {"Hôm 3/9, mưa lớn.", "2018-09-03", 0},
        {"Đêm 3/9 có mưa lớn.", "2018-09-03", 0},
        {"Rạng sáng 3/9 xảy ra cháy.", "2018-09-03", 0},
        {"Hôm 3-9 có mưa lớn.", "2018-09-03", 0},
        {"Từ 2 - 6/10/2017 có mưa lớn.", "2017-10-02..2017-10-06", 0},
        {"Từ 28/12 đến 02/01/2018, mưa lớn.", "2017-12-28..2018-01-02", 0},
        {"Từ 2 đến 6/10, mưa lớn.", "2018-10-02..2018-10-06", 0},
        {"Lớp học ngày 2-6/10/2017 ở huyện.", "2017-10-02..2017-10-06", 0},
        {"Từ ngày 2 đến ngày 6/10, mưa lớn.", "2018-10-02..2018-10-06", 0},
        {"Có 3/9 xã đạt chuẩn.", "-", 1},
        {"Sáng nay, 10/12, đại biểu có mặt.", "2018-12-10", 0},
        {"Có 31/2 điểm.", "-", 0},  // neither a day nor a part of a whole
        {"Mỗi đêm 3-4 chuyến xe.", "-", 1},
        {"Cần từ 2 đến 6 xe.", "-", 1},
        {"Có từ 2 - 6/10 tiêu chí đạt.", "-", 1},
        {"Họp lúc 08:30 - 11/01/2018 ở huyện.", "2018-01-11", 0},
        {"Ngày 31/02/2018 có mưa.", "none", 0},
    };
    for (const Row& row : rows) {
        INFO(row.sentence);
        const FoundTime found = found_in(row.sentence);
        CHECK(found.period == row.period);
        CHECK(found.quantities == row.quantities);
    }
}
