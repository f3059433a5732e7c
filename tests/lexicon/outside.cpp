// SPDX-License-Identifier: BSL-1.0
// Lexicons from outside: what is refused, and where; what is accepted does no harm.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tongket/json.hpp>
#include <tongket/lexicon.hpp>
#include <tongket/parse.hpp>

#include "catch.hpp"
#include "measures/indicators.hpp"
#include "span_problems.hpp"

using namespace tongket;

namespace {

/// What reading a lexicon and making a parser of it gives: nothing where it is accepted.
std::optional<Error> error_of(const std::string& lines) {
    try {
        static_cast<void>(Parser({}, read_lexicon(lines)));
    } catch (const Error& error) {
        return error;
    }
    return std::nullopt;
}

/// `line` is refused where it stands, whatever stands around it.
void check_refused(const std::string& line, const std::string& message) {
    INFO(line);
    const std::string before = "# comment\nunit\tcây số\tkm\tkind=length\n\n", after = "unit\tgang tay\tspan\n";
    const auto error = error_of(before + line + "\n" + after);
    REQUIRE(error);
    CHECK(error->code() == ErrorCode::invalid_lexicon);
    CHECK(std::string(error->what()) == message);
    CHECK(error->offset() == before.size());
}

/// The entry made by hand is refused.
void check_refused(LexiconEntry entry, ErrorCode code) {
    entry.offset = 7;
    try {
        static_cast<void>(Parser({}, {entry}));
        FAIL("accepted");
    } catch (const Error& error) {
        CHECK(error.code() == code);
        CHECK(error.offset() == 7);
    }
}

std::string repeated(std::string_view text, std::size_t count) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += text;
    return all;
}

}  // namespace

TEST_CASE("values that must be numbers have bounds", "[lexicon]") {
    const auto scale = [](const std::string& value) {
        return "the value of 'muôn' must be a number from 1 to 15, not '" + value + "'";
    };
    for (const char* const value :
         {"2000000000", "16", "0", "-3", "99999999999999999999", "3.5", "0x3", "+3", "ba", ""})
        check_refused("scale\tmuôn\t" + std::string(value), scale(value));
    for (const char* const value : {"1", "4", "15"}) CHECK_FALSE(error_of("scale\tmuôn\t" + std::string(value)));
    check_refused("number\ttá\t-1", "the value of 'tá' must be a number from 0 to 1000000000, not '-1'");
    check_refused("number\ttá\t1000000001",
                  "the value of 'tá' must be a number from 0 to 1000000000, not '1000000001'");
    CHECK_FALSE(error_of("number\ttá\t12\n"));
    check_refused("weekday\tthứ tám\t8", "the value of 'thứ tám' must be a number from 1 to 7, not '8'");
    check_refused("evidence\tlạ lùng\t-1", "the value of 'lạ lùng' must be a number from 0 to 65535, not '-1'");
    check_refused("evidence\tlạ lùng\tx", "the value of 'lạ lùng' must be a number from 0 to 65535, not 'x'");
}

TEST_CASE("attributes that figures are multiplied by have bounds", "[lexicon]") {
    for (const std::string value : {"x", "99", "10", "-10", "+3", "3.5", " 3", "--1", "0x3"})
        for (const std::string word_class : {"unit", "noun"})
            check_refused(word_class + "\tzorks\tz\tkind=money;scale=" + value,
                          "the attribute scale= of 'zorks' must be a whole number from -9 to 9, not '" + value + "'");
    for (const std::string value : {"-5", "0", "1.5", "1000000000000001", "99999999999999999999", "hai"})
        for (const std::string word_class : {"unit", "noun"})
            check_refused(word_class + "\tzorks\tz\ttimes=" + value,
                          "the attribute times= of 'zorks' must be a whole number from 1 to 1000000000000000, not '" +
                              value + "'");
    for (const std::string value : {"x", "-1", "16", "300"})
        check_refused("column\tzk\tshort\tunit=VND;kind=money;power=" + value,
                      "the attribute power= of 'zk' must be a whole number from 0 to 15, not '" + value + "'");
    for (const std::string value : {"kg", "kg:", "kg:x", "kg:0", ":3", "kg:12x"})
        check_refused(
            "unit\tzorks\tz\tbelow=" + value,
            "the attribute below= of 'zorks' must be a unit, a colon and a digit from 1 to 9, as in kg:3, not '" +
                value + "'");
    // Of other classes it means something else.
    CHECK_FALSE(
        error_of("unit\tzorks\tz\tbelow=kg:3\nnoun\tzorks\tz\tscale=-9;times=10000\nunit\tgorks\tg\tscale="
                 "9\ncolumn\tzk\tshort\tpower=15\n"));
    CHECK_FALSE(error_of("number\tgấp tư\t4\ttimes=1\n"));

    const Parser parser({},
                        read_lexicon("unit\tzorks\tz\tkind=money;scale=3\nnoun\tchục dân\tdân\tper=1;times=10\n"));
    CHECK(parser.parse_quantity("5 zorks")->value == Decimal(5000));
    CHECK(parser.parse_quantity("5 giường/chục dân")->per->value == Decimal(10));
}

TEST_CASE("a unit of a power of ten is read so in a table too", "[lexicon]") {
    const Parser parser({}, read_lexicon("unit\tzorks\tz\tkind=money;scale=3\n"));
    const std::string table =
        "Sở Y tế tỉnh An Bình tổng kết công tác năm 2016\n\n"
        "Chỉ tiêu\tĐơn vị tính\tKế hoạch 2016\tThực hiện 2016\n"
        "Doanh thu\tzorks\t12\t15\n"
        "Chi phí\tzorks\t10\t11\n";
    const Report report = parser.parse(table);
    REQUIRE(report.measures.size() == 4);
    CHECK(report.measures[1].value == Decimal(15000));
    CHECK(report.measures[1].unit == "z");
}

TEST_CASE("a scale of one's own is read, and what it makes too large is not", "[lexicon]") {
    const Parser parser({}, read_lexicon("scale\tmuôn\t15\n"));
    const auto quantity = parser.parse_quantity("3 muôn đồng");
    REQUIRE(quantity);
    CHECK(quantity->value == Decimal(3, 15));
    CHECK_FALSE(parser.parse_quantity("3 muôn muôn đồng"));
    const Report report = parser.parse("Doanh thu đạt 3" + repeated(" muôn", 2000) + " đồng.\n");
    CHECK(report.measures.empty());
    CHECK(from_json(to_json(report)) == report);
}

TEST_CASE("a province's code is one", "[lexicon]") {
    check_refused("province\tXứ Lạ\tXX-1", "the value of 'Xứ Lạ' must be a province's code, as in VN-54, not 'XX-1'");
    check_refused("place\tXứ Lạ", "the value of 'Xứ Lạ' must be a province's code, as in VN-54, not ''");
    CHECK_FALSE(error_of("province\tXứ Lạ\tVN-99\n"));
}

TEST_CASE("the line of a fault is named whatever the fault is", "[lexicon]") {
    check_refused("cue\tphát biểu\tno_such_cue", "unknown cue 'no_such_cue'");
    check_refused("noun\t\u00A0\tx", "a lexicon phrase without a word: '\u00A0'");
    check_refused("indicator\tno_such_concept\tx.y", "indicator x.y: no term has the concept 'no_such_concept'");
    check_refused("indicator\trevenue\tx.y\tkind=colour", "indicator x.y: unknown kind 'colour'");
    check_refused("noun\t" + repeated("x ", 256), "a lexicon phrase of more than 255 words and marks");
    const std::string long_text = "a phrase of more than 10,000 bytes, or another text of more than 1,000";
    check_refused("noun\t" + repeated("x", 10001), long_text);
    check_refused("noun\txã\t" + repeated("x", 1001), long_text);
    check_refused("noun\txã\txã\t" + repeated("x", 1001), long_text);
    CHECK_FALSE(error_of("noun\t" + repeated("x", 10000) + "\t" + repeated("x", 1000) + "\n"));
}

TEST_CASE("a lexicon has room for so much", "[lexicon]") {
    // Syllables that are none, so that each is a new word.
    const auto word = [](std::size_t n) {
        std::string letters;
        for (std::size_t i = 0; i < 5; ++i, n /= 20) letters += "bcdghklmnpqrstvxaeio"[n % 20];
        return letters + "z";
    };
    std::string lines;
    for (std::size_t i = 0; i < 70000; ++i) lines += "noun\t" + word(i) + "\n";
    const auto words = error_of(lines);
    REQUIRE(words);
    CHECK(std::string(words->what()) == "the lexicon has more than 65,534 different words");
    CHECK(words->offset() > 50000 * std::string("noun\tbcdghz\n").size());
    CHECK(words->offset() % std::string("noun\tbcdghz\n").size() == 0);

    std::string concepts;
    for (std::size_t i = 0; i < 600; ++i) concepts += "term\txã\tconcept" + std::to_string(i) + "\n";
    const auto many = error_of(concepts);
    REQUIRE(many);
    CHECK(std::string(many->what()) == "the lexicon has more than 512 different concepts");
    CHECK(concepts.substr(many->offset()).starts_with("term\txã\tconcept"));

    const auto entries = error_of(repeated("noun\txã\n", 1000001));
    REQUIRE(entries);
    CHECK(std::string(entries->what()) == "the lexicon has more than 1,000,000 entries");
}

TEST_CASE("entries made by hand are looked at like lines", "[lexicon]") {
    check_refused({"unit", {"x\xFF"}, "x", ""}, ErrorCode::invalid_utf8);
    check_refused({"unit", {"x"}, "\xC0\x80", ""}, ErrorCode::invalid_utf8);
    check_refused({"unit", {"x"}, "x", "kind=\xED\xA0\x80"}, ErrorCode::invalid_utf8);
    check_refused({"unit\xFF", {"x"}, "x", ""}, ErrorCode::invalid_utf8);
    check_refused({"scale", {"x"}, "99", ""}, ErrorCode::invalid_lexicon);
    check_refused({"unit", {}, "x", ""}, ErrorCode::invalid_lexicon);
    check_refused({"unit", {"x"}, std::string(1001, 'x'), ""}, ErrorCode::invalid_lexicon);
}

TEST_CASE("lexicons may be in NFD", "[lexicon]") {
    const std::string composed =
        "unit\tthúng lớn\tthúng\tkind=other\nterm\thộ nghèo\tnghèo\nindicator\tnghèo\tnghèo.tỷ lệ\tunit=thúng\n";
    const std::string parted =
        "unit\tthu\u0301ng lo\u031B\u0301n\tthu\u0301ng\tkind=other\n"
        "term\tho\u0323\u0302 nghe\u0300o\tnghe\u0300o\n"
        "indicator\tnghe\u0300o\tnghe\u0300o.ty\u0309 le\u0323\u0302\tunit=thu\u0301ng\n";
    REQUIRE(composed != parted);
    CHECK(read_lexicon(parted) == read_lexicon(composed));
    // By hand too.
    std::vector<LexiconEntry> entries = {{"unit", {"thu\u0301ng lo\u031B\u0301n"}, "thu\u0301ng", "kind=other"},
                                         {"term", {"ho\u0323\u0302 nghe\u0300o"}, "nghe\u0300o", ""},
                                         {"indicator", {"nghèo"}, "nghèo.tỷ lệ", "unit=thu\u0301ng"}};
    const std::string text =
        "Sở Y tế tỉnh Hà Nam tổng kết công tác năm 2016\n\n"
        "Sáng 12/01/2017, Sở Y tế tỉnh Hà Nam tổ chức Hội nghị tổng kết năm 2016.\n"
        "Năm 2016, Sở đã trao cho hộ nghèo 40 thúng lớn.\n";
    for (const Parser& parser :
         {Parser({}, read_lexicon(composed)), Parser({}, read_lexicon(parted)), Parser({}, entries)}) {
        const Report report = parser.parse(text);
        REQUIRE(report.measures.size() == 1);
        CHECK(report.measures[0].unit == "thúng");
        CHECK(report.measures[0].indicator_id == "nghèo.tỷ lệ");
    }
}

TEST_CASE("a pattern that can never be chosen is refused", "[lexicon]") {
    check_refused("indicator\t!revenue\tx.y", "indicator x.y: the pattern '!revenue' requires nothing");
    check_refused("indicator\trevenue|!~postal\tx.y", "indicator x.y: the pattern '!~postal' requires nothing");
    check_refused("indicator\trevenue !revenue\tx.y",
                  "indicator x.y: the pattern 'revenue !revenue' forbids what it requires");
    check_refused("indicator\trevenue !~revenue\tx.y",
                  "indicator x.y: the pattern 'revenue !~revenue' forbids what it requires");
    check_refused("indicator\t~revenue !~revenue\tx.y",
                  "indicator x.y: the pattern '~revenue !~revenue' forbids what it requires");
    // The words around may have what its own do not.
    CHECK_FALSE(error_of("indicator\t~revenue !revenue\tx.y\n"));
    CHECK_FALSE(error_of("indicator\t!revenue\tx.y\tunit=bao\n"));
}

TEST_CASE("of two lines with one pattern the first could never be chosen", "[lexicon]") {
    const std::string first = "indicator\trevenue ~postal\tx.one\tkind=money,count;unit=bao,hộ\n";
    const auto error = error_of(first + "indicator\t~postal revenue\tx.two\tkind=count,money;unit=hộ,bao\n");
    REQUIRE(error);
    CHECK(std::string(error->what()) == "indicator x.two: has the same pattern as indicator x.one, which it hides");
    CHECK(error->offset() == first.size());
    CHECK_FALSE(error_of(first + first));
    CHECK_FALSE(error_of(first + "indicator\trevenue ~postal\tx.two\tkind=money;unit=bao,hộ\n"));
    // A line of one's own overrules the built-in one, which is what it is for.
    for (const LexiconEntry& entry : read_lexicon(builtin_lexicon()))
        if (entry.word_class == "indicator") {
            CHECK_FALSE(error_of("indicator\t" + entry.phrases[0] + "\tx.y\t" + entry.attributes + "\n"));
            break;
        }
}

TEST_CASE("every built-in pattern can be chosen", "[lexicon]") {
    const grammar::LexiconIndex index(read_lexicon(builtin_lexicon()));
    CHECK_NOTHROW(IndicatorCatalogue(index));
}

TEST_CASE("whatever lexicon is accepted, reports are whole and survive the way to JSON", "[lexicon]") {
    const std::string text =
        "Sở Y tế tỉnh Hà Nam tổng kết công tác năm 2016\n\n"
        "Sáng 12/01/2017, Sở Y tế tỉnh Hà Nam tổ chức Hội nghị tổng kết năm 2016. Đồng chí Lê Văn An - Giám đốc Sở "
        "dự.\n"
        "Năm 2016, tỷ lệ hộ nghèo còn 4,2%, giảm 1,5% so với năm 2015; có 12 văn bản, gồm 05 Quyết định và 7 Kế "
        "hoạch. "
        "Doanh thu đạt 3,5 tỷ đồng, bằng 102% kế hoạch, đạt 36 giường/vạn dân; xếp thứ 5/63 tỉnh.\n"
        "Tuy nhiên, công tác còn hạn chế. Năm 2017, phấn đấu đạt 15 xã theo Nghị định số 64/2007/NĐ-CP ngày "
        "10/4/2007.\n"
        "Nhân dịp này, Giám đốc Sở tặng Giấy khen cho 5 tập thể và 12 cá nhân.\n";
    std::vector<std::string> words = {"Sở", "năm", "hộ nghèo", "tỷ đồng", "giảm", "5", "12/01", "%", "văn bản gồm"};
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n", begin), text.size());
        if (end > begin) words.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    const std::vector<std::string> values = {"",
                                             "0",
                                             "1",
                                             "3",
                                             "7",
                                             "15",
                                             "VN-63",
                                             "VN-",
                                             "VND",
                                             "body",
                                             "about",
                                             "decree",
                                             "x\x01\x1b[31m",
                                             "\"\\",
                                             "\u202E",
                                             "speech+tasks",
                                             "none",
                                             "ế",
                                             "e\u0302\u0301",
                                             "compare",
                                             "so",
                                             "total",
                                             "certificate"};
    const std::vector<std::string> attributes = {
        "",          "kind=money",       "kind=none;per=1", "times=10000",
        "times=-1",  "times=1e9",        "period=1",        "rank=9;open=1",
        "generic=1", "tail=1",           "place=after",     "bare=1;state=1;quoted=1;counts=1",
        "=;;=",      "board=1;council=1"};
    std::uint32_t state = 7;
    const auto pick = [&](const auto& list) -> const auto& {
        state = state * 1664525U + 1013904223U;
        return list[(state >> 8U) % list.size()];
    };
    std::size_t accepted = 0;
    for (int run = 0; run < 80; ++run) {
        std::vector<LexiconEntry> entries;
        for (int line = 0; line < 12; ++line) {
            LexiconEntry entry{std::string(pick(grammar::lexicon_class_names)), {}, pick(values), pick(attributes)};
            if (entry.word_class == "indicator" || entry.word_class == "evidence") continue;
            for (int n = 0; n < 3; ++n) entry.phrases.push_back(pick(words));
            try {
                static_cast<void>(grammar::LexiconIndex({entry}));
                entries.push_back(std::move(entry));
            } catch (const Error& error) {
                CHECK(error.code() == ErrorCode::invalid_lexicon);
            }
        }
        const Parser parser({}, entries);
        accepted += entries.size();
        const Report report = parser.parse(text);
        std::string shown;
        for (const LexiconEntry& entry : entries)
            shown += entry.word_class + "\t" + entry.phrases[0] + "|" + entry.phrases[1] + "|" + entry.phrases[2] +
                     "\t" + entry.value + "\t" + entry.attributes + "\n";
        INFO(shown);
        CHECK(test::span_problems(text, report) == std::vector<std::string>{});
        CHECK(from_json(to_json(report)) == report);
    }
    CHECK(accepted > 300);
}
