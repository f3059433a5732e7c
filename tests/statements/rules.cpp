// SPDX-License-Identifier: BSL-1.0
#include "statements/rules.hpp"

#include <string>

#include "catch.hpp"
#include "page.hpp"

using namespace tongket;
using test::TestPage;

namespace {

/// A text of one sentence and its rules.
struct Ruled {
    TestPage page;
    ClauseRules rules;
    explicit Ruled(const std::string& text) : page(text), rules(page.document, page.islands.periods) {
        REQUIRE_FALSE(page.document.sentences.empty());
    }
    [[nodiscard]] const Sentence& sentence() const { return page.document.sentences[0]; }
    [[nodiscard]] TokenRange range() const { return {sentence().content, sentence().tokens.last}; }
    /// The words from a token to the end.
    [[nodiscard]] std::string from(std::size_t at) const {
        return at < range().last ? page.document.words({at, range().last}) : "";
    }
};

bool heading(const std::string& line) {
    const Ruled ruled(line);
    return ruled.rules.heading(ruled.sentence());
}
bool fails(const std::string& clause) {
    const Ruled ruled(clause);
    return ruled.rules.fails(ruled.range());
}
std::string request(const std::string& clause) {
    const Ruled ruled(clause);
    const auto at = ruled.rules.after_request(ruled.range());
    return at ? ruled.from(*at) : "(none)";
}
std::string said(const std::string& clause) {
    const Ruled ruled(clause);
    return ruled.from(ruled.rules.after_saying(ruled.range()));
}
std::string introduced(const std::string& clause) {
    const Ruled ruled(clause);
    return ruled.from(ruled.rules.after_introduction(ruled.range()));
}
std::string announced(const std::string& clause) {
    const Ruled ruled(clause);
    return ruled.from(ruled.rules.after_announcement(ruled.range()));
}
/// Whether what stands behind the first ';' is a task of its own.
bool opens_task(const std::string& text) {
    const Ruled ruled(text);
    std::size_t at = ruled.range().first;
    while (!ruled.page.document.token(at).is_mark(';')) ++at;
    return ruled.rules.opens_task(at + 1, ruled.range().last);
}
bool continues(const std::string& sentence) {
    const Ruled ruled(sentence);
    return ruled.rules.continues_request(ruled.sentence());
}
std::optional<Period> due(const std::string& clause, std::optional<int> year = std::nullopt) {
    const Ruled ruled(clause);
    return ruled.rules.due_of(ruled.range(), year);
}

}  // namespace

TEST_CASE("a heading is a labelled or shouted line", "[statements]") {
    CHECK(heading("II. Nhiệm vụ trọng tâm"));
    CHECK(heading("1. Công tác khám bệnh"));
    CHECK(heading("2. Nhiệm vụ năm 2017"));
    CHECK(heading("NHIỆM VỤ TRỌNG TÂM"));
    CHECK_FALSE(heading("Nhiệm vụ trọng tâm"));
    CHECK_FALSE(heading("1. Nâng cao chất lượng khám bệnh."));
    CHECK_FALSE(heading("1. Nâng cao chất lượng khám bệnh;"));
    CHECK_FALSE(heading("1. Đào tạo 30 bác sĩ"));
    CHECK_FALSE(heading("- Công tác khám bệnh"));
}

TEST_CASE("a failing is stated", "[statements]") {
    CHECK(fails("Ngành còn thiếu bác sĩ ở tuyến xã"));
    CHECK(fails("trang thiết bị chưa đồng bộ"));
    CHECK(fails("công tác phòng bệnh còn nhiều hạn chế"));
    CHECK(fails("Tuy nhiên, cấp xã mới đạt 56%"));
    CHECK_FALSE(fails("cấp xã mới đạt 56%"));
    CHECK_FALSE(fails("Ngành đã mua thêm 12 xe cứu thương"));
    CHECK_FALSE(fails("Chất lượng khám bệnh được nâng cao"));
}

TEST_CASE("a failing prevented or overcome is none", "[statements]") {
    CHECK_FALSE(fails("Ngành đã khắc phục tình trạng thiếu bác sĩ"));
    CHECK_FALSE(fails("không còn yếu kém"));
    CHECK_FALSE(fails("tháo gỡ khó khăn cho các trạm xá"));
}

TEST_CASE("a failing conceded is none", "[statements]") {
    CHECK_FALSE(fails("Mặc dù gặp nhiều khó khăn, ngành đã hoàn thành nhiệm vụ"));
    CHECK_FALSE(fails("Tuy còn nhiều khó khăn nhưng ngành đã hoàn thành nhiệm vụ"));
    CHECK(fails("Tuy nhiên, ngành còn nhiều khó khăn"));
}

TEST_CASE("what is asked for begins behind the verb", "[statements]") {
    CHECK(request("Ông Tạ Văn Lộc đề nghị ngành Y tế mua thêm xe cứu thương") == "ngành Y tế mua thêm xe cứu thương");
    CHECK(request("Ông Tạ Văn Lộc yêu cầu: sửa ngay các trạm xá hư hỏng") == "sửa ngay các trạm xá hư hỏng");
    CHECK(request("Ngành đã mua thêm xe cứu thương") == "(none)");
}

TEST_CASE("a request that is a noun asks for nothing", "[statements]") {
    CHECK(request("Xe được mua theo đề nghị của các huyện vùng cao") == "(none)");
    CHECK(request("Ngành giải quyết những yêu cầu của người bệnh") == "(none)");
}

TEST_CASE("an obligation begins at its subject", "[statements]") {
    CHECK(request("Ông Tạ Văn Lộc nêu rõ, ngành Y tế cần sửa các trạm xá") == "ngành Y tế cần sửa các trạm xá");
    CHECK(request("Các huyện phải sửa trạm xá") == "Các huyện phải sửa trạm xá");
    CHECK(request("những tồn tại cần khắc phục trong năm") == "(none)");
}

TEST_CASE("a reason stays with the demand that it is given for, who makes it does not", "[statements]") {
    CHECK(request("Do dịch kéo dài, các huyện cần mua thêm vắc xin.") ==
          "Do dịch kéo dài, các huyện cần mua thêm vắc xin.");
    CHECK(request("Không được chủ quan, phải kiên trì hơn nữa.") == "Không được chủ quan, phải kiên trì hơn nữa.");
    CHECK(request("Ông Tạ Văn Lộc cho rằng, các huyện cần mua thêm vắc xin.") == "các huyện cần mua thêm vắc xin.");
    CHECK(request("Theo ông Tạ Văn Lộc, các huyện cần mua thêm vắc xin.") == "các huyện cần mua thêm vắc xin.");
}

TEST_CASE("a word that begins like a request asks for nothing", "[statements]") {
    CHECK(request("Tai nạn giao thông giảm nhiều so với năm trước.") == "(none)");
}

TEST_CASE("who said it behind a quotation is left out", "[statements]") {
    const auto before = [](const std::string& clause) {
        const Ruled ruled(clause);
        return ruled.page.document.words(ruled.rules.before_attribution(ruled.range()));
    };
    CHECK(before("\"Phải làm ngay việc này\", ông Tạ Văn Lộc nhấn mạnh") == "Phải làm ngay việc này");
    CHECK(before("Tặng danh hiệu \"Xã sạch\", cờ và quà cho 5 xã") ==
          "Tặng danh hiệu \"Xã sạch\", cờ và quà cho 5 xã");
}

TEST_CASE("places whose names begin like a request ask for nothing", "[statements]") {
    CHECK(request("Ngành sửa trạm xá ở thành phố Cần Thơ và huyện Cần Giuộc") == "(none)");
    CHECK(request("Ngành sửa trạm xá ở huyện Giao Thủy và các huyện khác") == "(none)");
}

TEST_CASE("only the first clause of several is looked at for the verb that asks", "[statements]") {
    CHECK(request("Sửa trạm xá; ông Tạ Văn Lộc đề nghị ngành mua thêm xe") == "(none)");
}

TEST_CASE("tasks begin behind their introduction", "[statements]") {
    CHECK(introduced("Năm 2017, Sở đề ra các nhiệm vụ: sửa các trạm xá vùng cao") == "sửa các trạm xá vùng cao");
    CHECK(introduced("Về khám bệnh: sửa các trạm xá vùng cao") == "sửa các trạm xá vùng cao");
    CHECK(introduced("Năm 2017, Sở đặt mục tiêu sửa hết các trạm xá vùng cao") == "sửa hết các trạm xá vùng cao");
    CHECK(introduced("Theo ông Nam, đơn vị tiếp tục đặt ra mục tiêu doanh thu 113 tỷ đồng") ==
          "doanh thu 113 tỷ đồng");
    CHECK(introduced("Ban đã xây dựng chương trình 2018 cho trẻ em, mục tiêu giảm 5% số vụ") == "giảm 5% số vụ");
    CHECK(introduced("Ban đã xây dựng chương trình cho trẻ em, mục tiêu giảm 20,5 số vụ") == "giảm 20,5 số vụ");
    const std::string two = "Ngành sửa 30 trạm y tế và đặt mục tiêu mua thêm 12 xe cứu thương";
    CHECK(introduced(two) == two);
    const std::string aim = "Phấn đấu đạt mục tiêu giảm 5% số vụ";
    CHECK(introduced(aim) == aim);
    const std::string noun = "Các đơn vị hoàn thành các nhiệm vụ, mục tiêu của ngành";
    CHECK(introduced(noun) == noun);
}

TEST_CASE("what is no introduction is a part of the task", "[statements]") {
    const std::string plain = "Sửa các trạm xá vùng cao và mua xe cứu thương";
    CHECK(introduced(plain) == plain);
    const std::string verb = "Xây dựng bệnh viện xanh sạch đẹp: trồng cây quanh các khoa";
    CHECK(introduced(verb) == verb);
    const std::string figure = "Số giường bệnh: 1.150 giường";
    CHECK(introduced(figure) == figure);
    const std::string late = "Sửa trạm xá; nhiệm vụ khác: mua xe cứu thương mới";
    CHECK(introduced(late) == late);
}

TEST_CASE("failings begin behind their announcement", "[statements]") {
    CHECK(announced("Hội nghị cũng chỉ ra những hạn chế: còn thiếu bác sĩ ở tuyến xã") ==
          "còn thiếu bác sĩ ở tuyến xã");
    const std::string other = "Kết quả khám bệnh: còn thiếu bác sĩ ở tuyến xã";
    CHECK(announced(other) == other);
    const std::string late = "Còn thiếu bác sĩ; những hạn chế khác: thiếu xe cứu thương";
    CHECK(announced(late) == late);
}

TEST_CASE("a clause behind a semicolon is a task unless it shares a verb", "[statements]") {
    CHECK(opens_task("Sửa trạm xá; nâng cao chất lượng khám bệnh"));
    CHECK(opens_task("Sửa trạm xá; 100% xã có bác sĩ"));
    CHECK(opens_task("Sửa trạm xá; các xã đạt chuẩn 90%"));
    CHECK(opens_task("Sửa trạm xá; các huyện phải mua xe"));
    CHECK_FALSE(opens_task("Thực hiện Luật Khám bệnh; Nghị quyết của Tỉnh ủy"));
}

TEST_CASE("a request goes on in bullets, tasks and 'bên cạnh đó'", "[statements]") {
    CHECK(continues("- Các huyện sửa trạm xá"));
    CHECK(continues("Nâng cao chất lượng khám bệnh."));
    CHECK(continues("Bên cạnh đó, các huyện sửa trạm xá."));
    CHECK_FALSE(continues("Trời mưa to ở vùng cao."));
    CHECK_FALSE(continues("Ông Tạ Văn Lộc cảm ơn ngành Y tế."));
}

TEST_CASE("a deadline is a period behind a word for it", "[statements]") {
    CHECK(due("phấn đấu đến năm 2020 mọi xã có bác sĩ") == Period::of_year(2020));
    CHECK(due("sửa xong trạm xá trước năm 2019") == Period::of_year(2019));
    CHECK(due("sửa xong trạm xá trong quý I/2018") == Period::of_quarter(2018, 1));
    CHECK(due("sửa xong trạm xá trong quý I", 2018) == Period::of_quarter(2018, 1));
    CHECK_FALSE(due("sửa xong trạm xá trong quý I"));
    CHECK_FALSE(due("sửa các trạm xá xây từ năm 2005"));
    CHECK_FALSE(due("thực hiện kế hoạch năm 2017"));
    CHECK_FALSE(due("đến giai đoạn 2016-2020"));
}

TEST_CASE("cues and verbs of tasks are found anywhere in a range", "[statements]") {
    const Ruled ruled("Hôm nay ngành phát biểu rồi nâng cao chất lượng.");
    CHECK(ruled.rules.has_cue(ruled.range(), Cue::speech));
    CHECK_FALSE(ruled.rules.has_cue(ruled.range(), Cue::chair));
    CHECK_FALSE(ruled.rules.has_cue({ruled.range().first, ruled.range().first + 3}, Cue::speech));
    CHECK(ruled.rules.has_task_verb(ruled.range()));
    CHECK_FALSE(ruled.rules.has_task_verb({ruled.range().first, ruled.range().first + 3}));
}

TEST_CASE("a verb of asking inside a task cuts nothing off", "[statements]") {
    CHECK(request("ngành cần làm rõ nguyên nhân quá tải, nhất là đề xuất hướng xử lý") ==
          "ngành cần làm rõ nguyên nhân quá tải, nhất là đề xuất hướng xử lý");
    CHECK(request("các đơn vị tập trung rà soát địa bàn, trên cơ sở đó đề xuất bổ sung địa bàn trọng điểm") ==
          "các đơn vị tập trung rà soát địa bàn, trên cơ sở đó đề xuất bổ sung địa bàn trọng điểm");
    CHECK(request("đồng chí Đoàn Thế Vinh ghi nhận nỗ lực của ngành, đồng thời yêu cầu Sở rà soát định mức thuốc") ==
          "Sở rà soát định mức thuốc");
    CHECK(request("Phó Giám đốc Lê Văn Tám cũng đề nghị huyện rà soát định mức thuốc") ==
          "huyện rà soát định mức thuốc");
}

TEST_CASE("what is said begins behind who says it", "[statements]") {
    CHECK(said("đồng chí Lê Văn Tám cam kết sẽ nâng cao năng lực trạm y tế") == "sẽ nâng cao năng lực trạm y tế");
    CHECK(said("Giám đốc Sở nhấn mạnh: công khai giá thuốc tại các trạm y tế") ==
          "công khai giá thuốc tại các trạm y tế");
    // A task that speaks of saying is whole.
    CHECK(said("rà soát các kiến nghị mà dân phản ánh nhiều lần trong năm qua") ==
          "rà soát các kiến nghị mà dân phản ánh nhiều lần trong năm qua");
}
