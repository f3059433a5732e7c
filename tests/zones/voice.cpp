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
    const tongket::Voices found = voices_of(page.document, page.islands, quotations_of(page.document));
    std::vector<std::string> shown;
    for (const auto& voice : found.by_sentence) {
        if (!voice) {
            shown.emplace_back("-");
            continue;
        }
        static constexpr std::array ranks{"state", "minister", "business", "other", "agency", "delegate", "unknown"};
        static constexpr std::array sides{"host", "guest", "unknown"};
        static constexpr std::array manners{"reports", "requests", "speaks"};
        const Speaker& speaker = found.speakers[voice->speaker];
        shown.push_back(std::string(ranks[static_cast<std::size_t>(speaker.rank)]) + " " +
                        sides[static_cast<std::size_t>(speaker.side)] + " " +
                        manners[static_cast<std::size_t>(voice->manner)] + " " +
                        std::to_string(voice->sentences_ago));
    }
    return shown;
}

/// Who speaks on a page, in the order of their turns: sentences, figures, what they do.
std::vector<std::string> speakers(const std::string& source) {
    const TestPage page(source);
    std::vector<std::string> shown;
    const tongket::Voices found = voices_of(page.document, page.islands, quotations_of(page.document));
    for (std::uint32_t turn = 1; turn <= found.turns; ++turn)
        for (const Speaker& speaker : found.speakers)
            if (speaker.turn == turn)
                shown.push_back(std::to_string(speaker.sentences) + " " + std::to_string(speaker.figures) +
                                (speaker.requests ? " requests" : "") + (speaker.chairs ? " chairs" : "") +
                                (speaker.in_headline ? " headline" : ""));
    return shown;
}

using Shown = std::vector<std::string>;

const std::string opening = "Sáng 11/01, Sở Y tế tỉnh Hà Nam tổ chức hội nghị tổng kết công tác y tế năm 2016.\n";

}  // namespace

TEST_CASE("a voice goes on until another is named", "[zones]") {
    CHECK(voices(opening + "Phó Giám đốc Sở Y tế Lê Văn Tám cho biết đã sửa 12 trạm xá. Số giường bệnh tăng.\n"
                           "Phó Thủ tướng Trần Thị Lụa yêu cầu sửa thêm. Trạm xá phải gần dân.\n") ==
          Shown{"-", "other host reports 0", "other host reports 1", "state unknown requests 0",
                "state unknown requests 1"});
}

TEST_CASE("who is called by the last syllable keeps the office told before", "[zones]") {
    CHECK(voices(opening + "Bộ trưởng Bộ Y tế Lê Văn Tám nhấn mạnh vai trò của trạm xá.\n"
                           "Trạm xá phải gần dân, ông Tám yêu cầu.\nÔng Lụa thì nói khác.\n")
              .at(2) == "minister guest requests 0");
}

TEST_CASE("whoever is named without a word of speaking is no voice", "[zones]") {
    CHECK(voices(opening + "Dự hội nghị có Giám đốc Sở Y tế Lê Văn Tám. Trời mưa to.\n") == Shown{"-", "-", "-"});
    CHECK(voices("Trời mưa to.\n") == Shown{"-"});
    CHECK(voices("").empty());
}

TEST_CASE("a guest is of another body than the host", "[zones]") {
    CHECK(voices(opening + "Giám đốc Sở Tài chính tỉnh Nam Định Lê Văn Tám phát biểu.\n").at(1) ==
          "other guest speaks 0");
}

TEST_CASE("a voice that was long not named is lost", "[zones]") {
    std::string page = opening + "Giám đốc Sở Y tế Lê Văn Tám cho rằng đã đủ.\n";
    for (int i = 0; i < 30; ++i) page += "Trời mưa to.\n";
    const Shown found = voices(page);
    CHECK(found.at(21) != "-");
    CHECK(found.at(22) == "-");
    CHECK(found.back() == "-");
}

TEST_CASE("whose words a quotation holds is told where it closes", "[zones]") {
    CHECK(voices(opening +
                 "\"Trạm xá phải gần dân. Đường phải tốt. Mọi nhà đều vui\", Giám đốc Sở Y tế Lê Văn Tám nói.\n") ==
          Shown{"-", "other host speaks 0", "other host speaks 0", "other host speaks 0"});
    // Without marks the sentences before belong to nobody.
    CHECK(voices(opening + "Trạm xá phải gần dân. Giám đốc Sở Y tế Lê Văn Tám nói thế.\n") ==
          Shown{"-", "-", "other host speaks 0"});
}

TEST_CASE("agencies, papers and delegates are voices without a name", "[zones]") {
    CHECK(voices(opening + "Giám đốc Sở Y tế Lê Văn Tám yêu cầu sửa trạm xá.\nSở Tài chính cho biết đã chi đủ. Số hộ "
                           "tăng.\nĐại diện một huyện nói còn thiếu tiền.\n") ==
          Shown{"-", "other host requests 0", "agency unknown reports 0", "agency unknown reports 1",
                "delegate unknown speaks 0"});
}

TEST_CASE("a title alone means who was named with it", "[zones]") {
    CHECK(speakers(opening +
                   "Phó Thủ tướng Trần Thị Lụa chủ trì hội nghị, nhấn mạnh vai trò của trạm xá.\nÔng Lê Văn "
                   "Tám cho biết đã xây 12 trạm.\nPhó Thủ tướng yêu cầu xây 5 trạm nữa.\n") ==
          Shown{"2 1 requests chairs", "1 1"});
}

TEST_CASE("'theo' before a person gives their words", "[zones]") {
    CHECK(voices(opening +
                 "Theo Giám đốc Sở Y tế Lê Văn Tám, trạm xá phải gần dân.\nTheo ông Tám, đường phải tốt.\n") ==
          Shown{"-", "other host speaks 0", "other host speaks 0"});
}
