// SPDX-License-Identifier: BSL-1.0
#include "frames/frames.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "page.hpp"

using namespace tongket;
using test::TestPage;

namespace {

using Lines = std::vector<std::string>;

/// The names of those who have a part of one of some senses, in order of their places.
Lines who(const std::string& sentence, frames::Senses senses) {
    const TestPage page(sentence);
    Lines names;
    for (const frames::Frame& frame : frames::find_frames(page.document, page.islands, {0, page.document.size()}))
        if ((frame.senses & senses) != 0)
            for (const std::size_t person : frame.persons) {
                const grammar::PersonExpression& found = page.islands.persons[person].person;
                names.push_back(found.name.empty() ? "(office)" : page.document.words(found.name));
            }
    return names;
}

Lines attend(const std::string& sentence) { return who(sentence, frames::sense_bit(frames::Sense::attend)); }
Lines chair(const std::string& sentence) { return who(sentence, frames::sense_bit(frames::Sense::chair)); }
Lines speak(const std::string& sentence) {
    using frames::Sense;
    using frames::sense_bit;
    return who(sentence, sense_bit(Sense::speak) | sense_bit(Sense::say) | sense_bit(Sense::request) |
                             sense_bit(Sense::report) | sense_bit(Sense::conclude) | sense_bit(Sense::source));
}
Lines conclude(const std::string& sentence) { return who(sentence, frames::sense_bit(frames::Sense::conclude)); }

/// The words and parties of the frames that a rule finds.
Lines parties(const std::string& sentence, const std::string& rule) {
    const TestPage page(sentence);
    Lines lines;
    for (const frames::Frame& frame : frames::find_frames(page.document, page.islands, {0, page.document.size()}))
        if (frame.rule == rule)
            lines.push_back(page.document.words(frame.verb) + " | " +
                            (frame.parties.empty() ? "" : page.document.words(frame.parties)));
    return lines;
}

}  // namespace

TEST_CASE("those named before the verb have its part", "[frames]") {
    CHECK(chair("Đồng chí Tạ Thị Hoài, Giám đốc Sở Y tế chủ trì hội nghị.") == Lines{"Tạ Thị Hoài"});
    CHECK(chair("Ông Tạ Văn Lộc - Phó Chủ tịch UBND tỉnh và bà Ngô Thị Diễm - Giám đốc Sở đồng chủ trì hội nghị.") ==
          Lines{"Tạ Văn Lộc", "Ngô Thị Diễm"});
    CHECK(attend("Ông Tạ Văn Lộc, Phó Chủ tịch UBND tỉnh đã đến dự hội nghị.") == Lines{"Tạ Văn Lộc"});
    CHECK(attend("Ông Tạ Văn Lộc; bà Ngô Thị Diễm, Giám đốc Sở cùng dự.") == Lines{"Tạ Văn Lộc", "Ngô Thị Diễm"});
}

TEST_CASE("those named behind the verb have its part", "[frames]") {
    CHECK(attend("Tham dự hội nghị có ông Tạ Văn Lộc, Phó Chủ tịch UBND tỉnh; bà Ngô Thị Diễm, Giám đốc Sở.") ==
          Lines{"Tạ Văn Lộc", "Ngô Thị Diễm"});
    CHECK(chair("Chủ trì hội nghị là bà Ngô Thị Diễm, Giám đốc Sở.") == Lines{"Ngô Thị Diễm"});
    CHECK(chair("Chiều 9/1, Sở Y tế họp dưới sự chủ trì của bà Ngô Thị Diễm.") == Lines{"Ngô Thị Diễm"});
}

TEST_CASE("in a list that a verb opened only the last has a verb of his own", "[frames]") {
    const std::string sentence =
        "Tham dự hội nghị có ông Tạ Văn Lộc, Phó Chủ tịch UBND tỉnh; bà Ngô Thị Diễm, Giám đốc Sở chủ trì hội nghị.";
    CHECK(attend(sentence) == Lines{"Tạ Văn Lộc"});
    CHECK(chair(sentence) == Lines{"Ngô Thị Diễm"});
}

TEST_CASE("one verb may have two senses", "[frames]") {
    const std::string sentence = "Ông Tạ Văn Lộc, Phó Chủ tịch UBND tỉnh dự và phát biểu chỉ đạo hội nghị.";
    CHECK(attend(sentence) == Lines{"Tạ Văn Lộc"});
    CHECK(speak(sentence) == Lines{"Tạ Văn Lộc"});
    CHECK(chair(sentence).empty());
}

TEST_CASE("a speaker stands behind the verb or before it", "[frames]") {
    CHECK(speak("Phát biểu tại hội nghị, ông Tạ Văn Lộc biểu dương ngành.") == Lines{"Tạ Văn Lộc", "Tạ Văn Lộc"});
    CHECK(speak("Bà Ngô Thị Diễm, Giám đốc Sở cho biết ngành còn thiếu bác sĩ.") == Lines{"Ngô Thị Diễm"});
    CHECK(speak("Theo bà Ngô Thị Diễm, ngành còn thiếu bác sĩ.") == Lines{"Ngô Thị Diễm"});
}

TEST_CASE("who concludes is told from who merely speaks", "[frames]") {
    CHECK(conclude("Kết luận hội nghị, bà Ngô Thị Diễm yêu cầu các phòng khắc phục tồn tại.") ==
          Lines{"Ngô Thị Diễm"});
    CHECK(conclude("Phát biểu tại hội nghị, bà Ngô Thị Diễm cảm ơn đại biểu.").empty());
}

TEST_CASE("persons without a verb of a conference have no part", "[frames]") {
    const frames::Senses any = static_cast<frames::Senses>(~0U);
    CHECK(who("Ông Tạ Văn Lộc sinh tại Hà Nam.", any).empty());
    CHECK(who("Ngành đã khám bệnh cho ông Tạ Văn Lộc.", any).empty());
    CHECK(who("Sở Y tế tham dự hội nghị.", any).empty());
    CHECK(who("", any).empty());
}

TEST_CASE("'theo' before a plan is nobody's", "[frames]") {
    CHECK(speak("Theo kế hoạch, bệnh viện có 300 giường.").empty());
}

TEST_CASE("a frame's parties are all who take part, groups with them", "[frames]") {
    CHECK(parties("Tham dự hội nghị có ông Tạ Văn Lộc; đại diện các sở, ngành.", "those named behind the verb") ==
          Lines{"Tham dự hội nghị | ông Tạ Văn Lộc; đại diện các sở, ngành"});
    CHECK(parties("Đại diện lãnh đạo các sở, ngành cùng dự.", "the groups before the verb") ==
          Lines{"cùng dự | Đại diện lãnh đạo các sở, ngành"});
    CHECK(parties("Phát biểu tại hội nghị, ông Tạ Văn Lộc biểu dương ngành.", "the speaker behind the verb") ==
          Lines{"Phát biểu tại hội nghị | "});
}

TEST_CASE("those with whom a meeting is held take part", "[frames]") {
    const char* const rule = "the groups with whom one meets";
    CHECK(parties("Hội nghị trực tuyến tổng kết năm 2018 với các huyện, thị xã diễn ra sáng nay.", rule) ==
          Lines{"Hội nghị | các huyện, thị xã"});
    CHECK(parties("Tại phiên giao ban của lãnh đạo UBND tỉnh với các sở, ông Tạ Văn Lộc phát biểu.", rule) ==
          Lines{"giao ban | các sở"});
    CHECK(parties("Ông Tạ Văn Lộc chủ trì hội nghị với lãnh đạo các huyện triển khai nhiệm vụ năm 2019.", rule) ==
          Lines{"chủ trì hội nghị | lãnh đạo các huyện"});
    CHECK(parties("Hội nghị diễn ra với nhiều nội dung.", rule).empty());
    CHECK(parties("Sở phối hợp với các huyện khảo sát.", rule).empty());
}

TEST_CASE("a verb that opens a list has no subject before it", "[frames]") {
    CHECK(parties("Sở Y tế tổ chức hội nghị tổng kết, tới dự có ông Tạ Văn Lộc và đại diện các sở.",
                  "those named behind the verb") == Lines{"tới dự | ông Tạ Văn Lộc và đại diện các sở"});
}

TEST_CASE("frames come in order of their places", "[frames]") {
    const TestPage page(
        "Tham dự hội nghị có ông Tạ Văn Lộc, Phó Chủ tịch UBND tỉnh. Bà Ngô Thị Diễm, Giám đốc Sở chủ trì hội nghị.");
    const auto found = frames::find_frames(page.document, page.islands, {0, page.document.size()});
    REQUIRE(found.size() == 2);
    CHECK(found[0].verb.last <= found[1].verb.first);
    CHECK(found[0].persons == std::vector<std::size_t>{0});
    CHECK(found[1].persons == std::vector<std::size_t>{1});
}
