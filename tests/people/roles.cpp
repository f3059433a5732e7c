// SPDX-License-Identifier: BSL-1.0
#include "people/roles.hpp"

#include <string>
#include <vector>

#include <tongket/names.hpp>

#include "catch.hpp"
#include "page.hpp"

using namespace tongket;
using test::TestPage;

namespace {

using Lines = std::vector<std::string>;

/// A page whose sentences are all in one zone, and its cast.
struct Played {
    TestPage page;
    Cast cast;
    Played(const std::string& source, ZoneKind zone) : page(source) {
        for (Sentence& sentence : page.document.sentences) sentence.zone = zone;
        cast = with_roles(collect_persons(page.document, page.islands), page.document, page.islands);
    }
};

/// `name: roles`, a line for each person.
Lines roles(const std::string& source, ZoneKind zone = ZoneKind::opening) {
    const Played played(source, zone);
    Lines lines;
    for (const Person& person : played.cast.people) {
        std::string line = person.name + ":";
        for (const Role role : person.roles) line += " " + std::string(name_of(role));
        lines.push_back(std::move(line));
    }
    return lines;
}

/// By sentence the name of its speaker, '-' where it has none.
Lines speakers(const std::string& source, ZoneKind zone = ZoneKind::speech) {
    const Played played(source, zone);
    CHECK(played.cast.speakers.size() == played.page.document.sentences.size());
    Lines lines;
    for (const auto& speaker : played.cast.speakers)
        lines.push_back(speaker ? played.cast.people[*speaker].name : "-");
    return lines;
}

}  // namespace

TEST_CASE("who attends is a guest, who chairs a chair", "[people]") {
    CHECK(
        roles("Tham dự hội nghị có ông Tạ Văn Lộc, Phó Chủ tịch UBND tỉnh; bà Ngô Thị Diễm, Giám đốc Sở chủ trì hội "
              "nghị.") == Lines{"Tạ Văn Lộc: guest", "Ngô Thị Diễm: chair"});
    CHECK(roles("Ông Tạ Văn Lộc, Phó Chủ tịch UBND tỉnh dự và chủ trì hội nghị.") == Lines{"Tạ Văn Lộc: chair"});
    CHECK(roles("Ông Tạ Văn Lộc, Phó Chủ tịch UBND tỉnh dự và chỉ đạo hội nghị.") ==
          Lines{"Tạ Văn Lộc: guest speaker"});
    CHECK(roles("Về phía tỉnh có ông Tạ Văn Lộc, Phó Chủ tịch UBND tỉnh.") == Lines{"Tạ Văn Lộc: guest"});
}

TEST_CASE("who concludes also speaks", "[people]") {
    CHECK(roles("Kết luận hội nghị, bà Ngô Thị Diễm, Giám đốc Sở yêu cầu các phòng sửa trạm xá.", ZoneKind::speech) ==
          Lines{"Ngô Thị Diễm: speaker closing"});
    CHECK(roles("Phát biểu tại hội nghị, bà Ngô Thị Diễm cảm ơn đại biểu.", ZoneKind::speech) ==
          Lines{"Ngô Thị Diễm: speaker"});
}

TEST_CASE("who is merely named has no role", "[people]") {
    CHECK(roles("Ông Tạ Văn Lộc sinh tại Hà Nam.") == Lines{"Tạ Văn Lộc:"});
    CHECK(roles("Bệnh viện đã khám cho ông Tạ Văn Lộc.", ZoneKind::achievements) == Lines{"Tạ Văn Lộc:"});
    CHECK(roles("Sở Y tế họp hội nghị.").empty());
}

TEST_CASE("outside of what tells the meeting somebody may attend something else", "[people]") {
    const std::string lesson = "Ông Tạ Văn Lộc dự lớp tập huấn.";
    CHECK(roles(lesson, ZoneKind::achievements) == Lines{"Tạ Văn Lộc:"});
}

TEST_CASE("those named by bylines and site chrome have no part", "[people]") {
    const std::string sentence = "Ông Tạ Văn Lộc chủ trì hội nghị.";
    CHECK(roles(sentence) == Lines{"Tạ Văn Lộc: chair"});
    for (const ZoneKind zone : {ZoneKind::boilerplate, ZoneKind::byline, ZoneKind::title, ZoneKind::dateline})
        CHECK(roles(sentence, zone).empty());
}

TEST_CASE("an office alone is the one person who holds it", "[people]") {
    const std::string guests =
        "Tham dự hội nghị có ông Tạ Văn Lộc, Phó Chủ tịch UBND tỉnh; bà Ngô Thị Diễm, Giám đốc Sở.\n";
    CHECK(roles(guests + "Phát biểu tại hội nghị, đồng chí Phó Chủ tịch UBND tỉnh biểu dương ngành.") ==
          Lines{"Tạ Văn Lộc: guest speaker", "Ngô Thị Diễm: guest"});
    CHECK(roles(guests + "Phát biểu tại hội nghị, đồng chí Chủ tịch UBND tỉnh biểu dương ngành.") ==
          Lines{"Tạ Văn Lộc: guest", "Ngô Thị Diễm: guest"});
}

TEST_CASE("who hands out honours is a presenter, who receives them is none", "[people]") {
    CHECK(roles("Ông Tạ Văn Lộc, Phó Chủ tịch UBND tỉnh trao Bằng khen cho 3 tập thể.", ZoneKind::awards) ==
          Lines{"Tạ Văn Lộc: presenter"});
    CHECK(roles("Ông Tạ Văn Lộc và bà Ngô Thị Diễm trao Bằng khen cho 3 tập thể.", ZoneKind::awards) ==
          Lines{"Tạ Văn Lộc: presenter", "Ngô Thị Diễm: presenter"});
    CHECK(roles("3 tập thể nhận Bằng khen do ông Tạ Văn Lộc trao.", ZoneKind::awards) ==
          Lines{"Tạ Văn Lộc: presenter"});
    CHECK(roles("3 tập thể do ông Tạ Văn Lộc phụ trách nhận Bằng khen.", ZoneKind::awards) == Lines{"Tạ Văn Lộc:"});
    CHECK(roles("Ông Tạ Văn Lộc được trao Bằng khen.", ZoneKind::awards) == Lines{"Tạ Văn Lộc:"});
    CHECK(roles("Ông Tạ Văn Lộc tặng hoa các đại biểu.", ZoneKind::awards) == Lines{"Tạ Văn Lộc:"});
}

TEST_CASE("who launches a campaign is a launcher", "[people]") {
    CHECK(roles("Bà Ngô Thị Diễm, Giám đốc Sở phát động phong trào thi đua năm 2017.", ZoneKind::speech) ==
          Lines{"Ngô Thị Diễm: speaker launcher"});
    CHECK(roles("Bà Ngô Thị Diễm, Giám đốc Sở đề nghị các phòng phát động phong trào thi đua.", ZoneKind::speech) ==
          Lines{"Ngô Thị Diễm: speaker"});
}

TEST_CASE("roles come once and in order, people by their place", "[people]") {
    CHECK(
        roles("Kết luận hội nghị, bà Ngô Thị Diễm cảm ơn đại biểu. Bà Ngô Thị Diễm chủ trì hội nghị. Bà Ngô Thị Diễm "
              "phát biểu. Ông Tạ Văn Lộc dự hội nghị.") ==
        Lines{"Ngô Thị Diễm: chair speaker closing", "Tạ Văn Lộc: guest"});
}

TEST_CASE("a speaker goes on until another speaks", "[people]") {
    CHECK(speakers("Phát biểu tại hội nghị, ông Tạ Văn Lộc biểu dương ngành. Các huyện cần sửa trạm xá.\nTrời mưa.\n"
                   "Kết luận hội nghị, bà Ngô Thị Diễm cảm ơn đại biểu. Các phòng cần mua xe.") ==
          Lines{"Tạ Văn Lộc", "Tạ Văn Lộc", "Tạ Văn Lộc", "Ngô Thị Diễm", "Ngô Thị Diễm"});
}

TEST_CASE("outside of speeches a speaker goes on to the end of the paragraph", "[people]") {
    CHECK(speakers("Phát biểu tại hội nghị, ông Tạ Văn Lộc biểu dương ngành. Các huyện cần sửa trạm xá.\nTrời mưa.",
                   ZoneKind::opening) == Lines{"Tạ Văn Lộc", "Tạ Văn Lộc", "-"});
    CHECK(speakers("Ông Tạ Văn Lộc dự hội nghị. Trời mưa.", ZoneKind::opening) == Lines{"-", "-"});
}

TEST_CASE("offices of many are nobody's", "[people]") {
    const std::string chair = "Bà Ngô Thị Diễm, Giám đốc Sở chủ trì hội nghị.\n";
    CHECK(roles(chair + "Dự hội nghị có giám đốc 12 bệnh viện.") == Lines{"Ngô Thị Diễm: chair"});
    CHECK(roles(chair + "Dự hội nghị có Giám đốc, Phó Giám đốc các bệnh viện.") == Lines{"Ngô Thị Diễm: chair"});
    CHECK(roles(chair + "Phát biểu tại hội nghị, Giám đốc Sở cảm ơn đại biểu.") ==
          Lines{"Ngô Thị Diễm: chair speaker"});
}

TEST_CASE("a document named as a conclusion closes nothing", "[people]") {
    CHECK(roles("Ông Tạ Văn Lộc, Giám đốc Sở quán triệt Kết luận số 45-KL/TW tại hội nghị.", ZoneKind::speech) ==
          Lines{"Tạ Văn Lộc: speaker"});
    CHECK(roles("Ông Tạ Văn Lộc, Giám đốc Sở kết luận hội nghị.", ZoneKind::speech) ==
          Lines{"Tạ Văn Lộc: speaker closing"});
}

TEST_CASE("who is introduced by a comma may go on to speak", "[people]") {
    CHECK(roles("Chủ trì hội nghị, bà Ngô Thị Diễm, Giám đốc Sở nhấn mạnh ba việc.") ==
          Lines{"Ngô Thị Diễm: chair speaker"});
    CHECK(roles("Chủ trì hội nghị có bà Ngô Thị Diễm, Giám đốc Sở.") == Lines{"Ngô Thị Diễm: chair"});
    CHECK(roles("Chủ trì tại đầu cầu tỉnh là bà Ngô Thị Diễm, Giám đốc Sở.") == Lines{"Ngô Thị Diễm: chair"});
}

TEST_CASE("an office is known again however its words are written", "[people]") {
    for (const char* office :
         {"Phó  Chủ tịch UBND tỉnh", "Phó\u00A0Chủ tịch UBND  tỉnh", "Phó Chủ t\u200Bịch UBND tỉnh"}) {
        INFO(office);
        CHECK(roles("Ông Tạ Văn Lộc, Phó Chủ tịch UBND tỉnh dự hội nghị. Đồng chí " + std::string(office) +
                    " phát biểu chỉ đạo.") == Lines{"Tạ Văn Lộc: guest speaker"});
    }
    CHECK(roles("Ông Tạ Văn Lộc, Phó Chủ tịch UBND tỉnh dự hội nghị. Đồng chí Phó  Chủ tịch HĐND tỉnh phát biểu chỉ "
                "đạo.") == Lines{"Tạ Văn Lộc: guest"});
}

TEST_CASE("who stands before a colon and a quotation speaks", "[people]") {
    CHECK(roles("Ông Tạ Văn Lộc, Trưởng phòng Quản lý đô thị: \"Chúng tôi thiếu người\".", ZoneKind::other) ==
          Lines{"Tạ Văn Lộc: speaker"});
    CHECK(roles("Ông Tạ Văn Lộc, Trưởng phòng Quản lý đô thị: “Chúng tôi thiếu người”.", ZoneKind::other) ==
          Lines{"Tạ Văn Lộc: speaker"});
    CHECK(roles("Ông Tạ Văn Lộc, Trưởng phòng Quản lý đô thị: ba việc.", ZoneKind::other) == Lines{"Tạ Văn Lộc:"});
}

TEST_CASE("a title behind a colon is no speech", "[people]") {
    CHECK(roles("Cuốn sách của ông Tạ Văn Lộc: \"Đường về\" được tặng.", ZoneKind::other) == Lines{"Tạ Văn Lộc:"});
}
