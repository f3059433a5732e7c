// SPDX-License-Identifier: BSL-1.0
// Wrapped at any width, with straight edges, and set on pages of paper, a report says what it says unwrapped.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "files.hpp"
#include "generate/wrapped.hpp"
#include "respell.hpp"
#include "spans.hpp"

using namespace tongket;
using test::Setting;
using test::WrappedPage;

namespace {

std::vector<std::string> pages() {
    std::vector<std::string> texts;
    for (test::Sample& sample : test::read_all_samples()) texts.push_back(std::move(sample.text));
    const std::filesystem::path real = std::filesystem::path(TONGKET_SHARED_DIR) / "reports";
    if (!std::filesystem::is_directory(real)) return texts;
    for (const auto& entry : std::filesystem::directory_iterator(real))
        texts.push_back(test::read_file(entry.path()));
    return texts;
}

struct Setup {
    std::string name;
    Setting setting;
};

const std::vector<Setup>& settings() {
    static const std::vector<Setup> all = {
        {"60 columns", {.width = 60}},
        {"72 columns", {.width = 72}},
        {"80 columns", {.width = 80}},
        {"100 columns", {.width = 100}},
        {"60 columns, justified", {.width = 60, .justified = true}},
        {"80 columns, justified", {.width = 80, .justified = true}},
        {"80 columns, no blank lines", {.width = 80, .blank_lines = false}},
        {"pdftotext",
         {.width = 85, .proportional = true, .lines_a_page = 45, .breaks_at_hyphens = true, .blank_lines = false}},
        {"pdftotext -layout",
         {.width = 80,
          .proportional = true,
          .indent = 6,
          .first_indent = 5,
          .lines_a_page = 45,
          .breaks_at_hyphens = true}},
    };
    return all;
}

// An item by its place in the unwrapped page, and what a measure says.
struct Fact {
    Span place;
    std::optional<std::string> id, unit;
    std::optional<Period> period;
    std::optional<Decimal> value;
    bool operator==(const Fact&) const = default;
};
using Facts = std::vector<Fact>;

struct Rate {
    std::size_t found = 0;
    std::size_t all = 0;
    void add(const Facts& wanted, Facts facts) {
        all += wanted.size();
        for (const auto& one : wanted)
            if (const auto same = std::find(facts.begin(), facts.end(), one); same != facts.end()) {
                facts.erase(same);
                ++found;
            }
    }
    [[nodiscard]] bool at_least(std::size_t percent) const { return found * 100 >= all * percent; }
};

template <class ToPage>
Facts measures_of(const Report& report, ToPage to_page) {
    Facts facts;
    for (const Measure& measure : report.measures)
        if (measure.indicator_id && measure.period)
            facts.push_back(
                {to_page(measure.span), measure.indicator_id, measure.unit, measure.period, measure.value});
    return facts;
}
template <class List, class ToPage>
Facts places_of(const List& list, ToPage to_page) {
    Facts facts;
    for (const auto& item : list) facts.push_back({to_page(item.span), {}, {}, {}, {}});
    return facts;
}

std::string without_blanks(const std::string& words) {
    std::string letters = in_one_line(words);
    letters.erase(std::remove(letters.begin(), letters.end(), ' '), letters.end());
    return letters;
}

/// Calls `visit(words, place)` for all that has words of the source.
template <class Visit>
void for_each_words(const Report& report, Visit visit) {
    if (report.title) visit(report.title->text, report.title->span);
    if (report.meeting.name) visit(report.meeting.name->text, report.meeting.name->span);
    for (const Measure& measure : report.measures) {
        visit(measure.text, measure.span);
        if (measure.indicator) visit(measure.indicator->text, measure.indicator->span);
    }
    const auto each = [&](const auto& items) {
        for (const auto& item : items) visit(item.text, item.span);
    };
    each(report.delegations);
    each(report.achievements);
    each(report.shortcomings);
    each(report.targets);
    each(report.awards);
    each(report.citations);
}

std::string organizer_of(const Report& report) {
    return report.meeting.organizer ? test::plain_spelling(report.meeting.organizer->name) : "";
}

}  // namespace

TEST_CASE("a wrapped report says what it says unwrapped", "[wrapped]") {
    const Parser parser;
    const std::vector<std::string> texts = pages();
    for (const Setup& setup : settings()) {
        Rate measures, targets, awards;
        std::size_t other_organizer = 0, other_day = 0;
        for (const std::string& text : texts) {
            const WrappedPage page = test::wrapped(text, setup.setting);
            const Report plain = parser.parse(text), wrapped = test::parse_checked(parser, page.text);
            const auto same = [](const Span& span) { return span; };
            const auto to_page = [&](const Span& span) { return page.to_page(span); };
            measures.add(measures_of(plain, same), measures_of(wrapped, to_page));
            targets.add(places_of(plain.targets, same), places_of(wrapped.targets, to_page));
            awards.add(places_of(plain.awards, same), places_of(wrapped.awards, to_page));
            other_organizer += organizer_of(plain) != organizer_of(wrapped) ? 1 : 0;
            other_day += plain.meeting.date != wrapped.meeting.date ? 1 : 0;
        }
        INFO(setup.name << ": measures " << measures.found << " of " << measures.all << ", targets " << targets.found
                        << " of " << targets.all << ", awards " << awards.found << " of " << awards.all
                        << ", another organizer in " << other_organizer << ", another day in " << other_day << " of "
                        << texts.size());
        CHECK(measures.at_least(99));
        CHECK(targets.at_least(98));
        CHECK(awards.at_least(98));
        // Letters of all widths leave some lines of headlines in doubt.
        const std::size_t most = setup.setting.proportional ? texts.size() / 40 : 0;
        CHECK(other_organizer <= most);
        CHECK(other_day <= most);
    }
}

TEST_CASE("the words of a wrapped report are those of the unwrapped one", "[wrapped]") {
    const Parser parser;
    for (const test::Sample& sample : test::read_all_samples())
        for (const Setup& setup : settings()) {
            const WrappedPage page = test::wrapped(sample.text, setup.setting);
            const Report plain = parser.parse(sample.text), wrapped = parser.parse(page.text);
            std::map<std::pair<std::size_t, std::size_t>, std::string> said;
            const auto keep = [&](const std::string& words, const Span& span) {
                said[{span.begin, span.end}] = without_blanks(words);
            };
            const auto check = [&](const std::string& words, const Span& span) {
                const Span place = page.to_page(span);
                INFO(sample.name << ", " << setup.name);
                CHECK(words == in_one_line(words));
                // A blank behind a dash may be lost with a line break.
                if (const auto same = said.find({place.begin, place.end}); same != said.end())
                    CHECK(without_blanks(words) == same->second);
            };
            for_each_words(plain, keep);
            for_each_words(wrapped, check);
        }
}

TEST_CASE("words have neither the line breaks of their source nor what stands between two lines", "[wrapped]") {
    const std::string page =
        "Sở Y tế tỉnh An Bình tổng kết công tác năm 2016\n\n"
        "Sáng 12/01/2017, Sở Y tế tỉnh An Bình tổ chức hội nghị tổng kết\n"
        "công tác năm 2016, triển khai nhiệm vụ năm 2017. Năm qua, số trạm\n"
        "y tế xã đạt chuẩn là 64 trạm, tăng 5 trạm; toàn ngành đã xây dựng\n"
        "1\n"
        "\fBáo cáo tổng kết công tác của Sở\n"
        "và đưa vào dùng 12 phòng khám; tổng số lượt người bệnh đến khám\n"
        "ở các cơ sở của tỉnh là 1.204 lượt, trong đó có 320 lượt khám tại\n"
        "2\n"
        "\fBáo cáo tổng kết công tác của Sở\n"
        "nhà.   Năm   2017,   Sở   phấn   đấu   xây   mới   15   trạm\n"
        "y tế.\n";
    const Report report = test::parse_checked(page);
    const auto indicator_of = [&](const Decimal& value) {
        for (const Measure& measure : report.measures)
            if (measure.value == value) return measure.indicator ? measure.indicator->text : "none";
        return std::string("no such figure");
    };
    CHECK(indicator_of(Decimal(64)) == "số trạm y tế xã đạt chuẩn");
    CHECK(indicator_of(Decimal(1204)) == "tổng số lượt người bệnh đến khám ở các cơ sở của tỉnh");
    for_each_words(report, [](const std::string& words, const Span&) {
        CHECK(words == in_one_line(words));
        CHECK(words.find("Báo cáo") == std::string::npos);
    });

    // Of a text that is not wrapped the words are as they stand there.
    const std::string source = "Doanh thu  bưu\u00A0chính năm 2016 đạt 109\u00A0 tỷ đồng.";
    const Measure measure = parse(source).measures.at(0);
    CHECK(measure.text == "109\u00A0 tỷ đồng");
    CHECK(measure.indicator->text == "Doanh thu  bưu\u00A0chính");
}

TEST_CASE("a range is read whole wherever a line breaks", "[wrapped]") {
    const std::string page =
        "Sở Nông nghiệp tỉnh Hà Nam tổng kết công tác năm 2016\n\nSáng ngày 12/01/2017, Sở Nông nghiệp tỉnh Hà Nam "
        "tổ "
        "chức hội nghị tổng kết công tác năm 2016, triển khai nhiệm vụ năm 2017. Tốc độ tăng trưởng của toàn ngành "
        "trong năm qua đạt khá so với cả nước, bình quân từ 10 - 12% một năm, riêng ngành chăn nuôi của các huyện "
        "phía "
        "nam tăng chậm hơn, chỉ từ 4,5 - 5% một năm. Giá trị sản xuất trên mỗi héc ta canh tác của các hộ dân đạt từ "
        "90 – 110 triệu đồng; tỷ lệ hộ nghèo ở vùng chiêm trũng còn 7-8%, các xã ven sông còn từ 2,5% - 3%.\n\nNăng "
        "suất lúa đạt 58 - 62 tạ/ha, cao hơn năm trước từ 1,5 - 2 tạ/ha. Mỗi xã xây dựng từ 2 - 3 mô hình trình "
        "diễn, "
        "mỗi mô hình thu hút 25-30 hộ tham gia. Mỗi hộ vay từ 30 - 50 triệu đồng, lãi suất 6,5 - 7% một "
        "năm.\n\nKết quả cụ thể như sau:\n- 12 xã đạt chuẩn nông thôn mới\n- 5 xã đạt từ 15 - 18 tiêu chí\n- 3 hợp "
        "tác xã "
        "kiểu mới, mỗi hợp tác xã có 40 - 60 thành viên tham gia góp vốn, góp sức\n";
    const Parser parser;
    const auto values = [](const Report& report) {
        std::vector<std::string> all;
        for (const Measure& m : report.measures)
            all.push_back(m.value.to_string() + ".." + (m.to ? m.to->to_string() : "") + " " + m.unit.value_or("-"));
        return all;
    };
    const auto wanted = values(parser.parse(page));
    for (const bool proportional : {false, true})
        for (const bool blank_lines : {false, true})
            for (std::size_t width = 50; width <= 100; ++width) {
                INFO(width << (proportional ? " proportional" : "") << (blank_lines ? ", blank lines" : ""));
                const Setting setting{.width = width,
                                      .proportional = proportional,
                                      .breaks_at_hyphens = true,
                                      .blank_lines = blank_lines};
                CHECK(values(test::parse_checked(parser, test::wrapped(page, setting).text)) == wanted);
            }
}

TEST_CASE("a page that is not wrapped is left as it is", "[wrapped]") {
    const Parser automatic, never(Options{.wrap = Wrap::never});
    for (const std::string& text : pages()) CHECK(automatic.parse(text) == never.parse(text));
}

TEST_CASE("a wrapped page is read the same decomposed or with CRLF", "[wrapped]") {
    const Parser parser;
    for (const test::Sample& sample : test::read_samples(TONGKET_SOURCE_DIR "/examples"))
        for (const Setup& setup : settings()) {
            INFO(sample.name << ", " << setup.name);
            const std::string page = test::wrapped(sample.text, setup.setting).text;
            const auto read = [&](const std::string& text) {
                return test::without_places(text, test::parse_checked(parser, text));
            };
            const auto plain = read(page);
            CHECK(read(test::crlf(page)) == plain);
            CHECK(read(test::nfd(page)) == plain);
            CHECK(read(test::nfd(test::crlf(page))) == plain);
        }
}
