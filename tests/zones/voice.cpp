// SPDX-License-Identifier: BSL-1.0
#include "zones/voice.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "page.hpp"

using namespace tongket;
using test::TestPage;

namespace {

/// The voice at each sentence: rank, side, manner, sentences since it was named; `-` for none.
std::vector<std::string> voices(const std::string& source) {
    const TestPage page(source);
    std::vector<std::string> shown;
    for (const auto& voice : voices_of(page.document, page.islands)) {
        if (!voice) {
            shown.emplace_back("-");
            continue;
        }
        static constexpr std::array ranks{"state", "minister", "other", "unknown"};
        static constexpr std::array sides{"host", "guest", "unknown"};
        static constexpr std::array manners{"reports", "requests", "speaks"};
        shown.push_back(std::string(ranks[static_cast<std::size_t>(voice->rank)]) + " " +
                        sides[static_cast<std::size_t>(voice->side)] + " " +
                        manners[static_cast<std::size_t>(voice->manner)] + " " +
                        std::to_string(voice->sentences_ago));
    }
    return shown;
}

using Voices = std::vector<std::string>;

const std::string opening = "Sáng 11/01, Sở Y tế tỉnh Hà Nam tổ chức hội nghị tổng kết công tác y tế năm 2016.\n";

}  // namespace

TEST_CASE("a voice goes on until another is named", "[zones]") {
    CHECK(voices(opening + "Phó Giám đốc Sở Y tế Lê Văn Tám cho biết đã sửa 12 trạm xá. Số giường bệnh tăng.\n"
                           "Phó Thủ tướng Trần Thị Lụa yêu cầu sửa thêm. Trạm xá phải gần dân.\n") ==
          Voices{"-", "other host reports 0", "other host reports 1", "state unknown requests 0",
                 "state unknown requests 1"});
}

TEST_CASE("who is called by the last syllable keeps the office told before", "[zones]") {
    CHECK(voices(opening + "Bộ trưởng Bộ Y tế Lê Văn Tám nhấn mạnh vai trò của trạm xá.\n"
                           "Trạm xá phải gần dân, ông Tám yêu cầu.\nÔng Lụa thì nói khác.\n")
              .at(2) == "minister guest requests 0");
}

TEST_CASE("whoever is named without a word of speaking is no voice", "[zones]") {
    CHECK(voices(opening + "Dự hội nghị có Giám đốc Sở Y tế Lê Văn Tám. Trời mưa to.\n") == Voices{"-", "-", "-"});
    CHECK(voices("Trời mưa to.\n") == Voices{"-"});
    CHECK(voices("").empty());
}

TEST_CASE("a guest is of another body than the host", "[zones]") {
    CHECK(voices(opening + "Giám đốc Sở Tài chính tỉnh Nam Định Lê Văn Tám phát biểu.\n").at(1) ==
          "other guest speaks 0");
}

TEST_CASE("a voice that was long not named is lost", "[zones]") {
    std::string page = opening + "Giám đốc Sở Y tế Lê Văn Tám cho rằng đã đủ.\n";
    for (int i = 0; i < 30; ++i) page += "Trời mưa to.\n";
    const Voices found = voices(page);
    CHECK(found.at(21) != "-");
    CHECK(found.at(22) == "-");
    CHECK(found.back() == "-");
}
