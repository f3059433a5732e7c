// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <string>

#include <tongket/explain.hpp>
#include <tongket/parse.hpp>

#include "catch.hpp"

using namespace tongket;

namespace {

const std::string source =
    "Sở Y tế tổng kết công tác năm 2016, triển khai nhiệm vụ năm 2017\n\n"
    "Sáng ngày 10/01/2017, Sở Y tế tỉnh Hà Nam tổ chức Hội nghị tổng kết công tác năm 2016 và triển khai nhiệm vụ "
    "năm "
    "2017. Đồng chí Trần Thị Sen, Giám đốc Sở chủ trì hội nghị.\n\n"
    "Trong năm, toàn ngành đã khám bệnh cho 812.400 lượt người, tăng 5% so với năm 2015.\n\n"
    "Năm 2017, ngành tiếp tục nâng cao chất lượng khám chữa bệnh; đầu tư trang thiết bị cho tuyến xã.\n";

const ExplainedSentence& sentence_with(const Explanation& explanation, const std::string& words) {
    const auto found = std::find_if(
        explanation.sentences.begin(), explanation.sentences.end(),
        [&](const ExplainedSentence& sentence) { return sentence.text.text.find(words) != std::string::npos; });
    REQUIRE(found != explanation.sentences.end());
    return *found;
}

}  // namespace

TEST_CASE("each sentence is explained by its zone, at its place in the source", "[explain]") {
    const Explanation explanation = Parser().explain(source);
    const Report report = parse(source);
    for (const ExplainedSentence& sentence : explanation.sentences) {
        CHECK(source.substr(sentence.text.span.begin, sentence.text.span.end - sentence.text.span.begin) ==
              sentence.text.text);
        CHECK(sentence.zone.margin >= 0);
        CHECK(sentence.zone.choice != sentence.zone.next_best);
    }
    CHECK(sentence_with(explanation, "toàn ngành").zone.choice == "achievements");
    CHECK(sentence_with(explanation, "tiếp tục").zone.choice == "tasks");
    REQUIRE(explanation.genre);
    CHECK(explanation.genre->choice == "report");
}

TEST_CASE("evidence is shown strongest first", "[explain]") {
    for (const ExplainedSentence& sentence : Parser().explain(source).sentences) {
        const auto& evidence = sentence.zone.evidence;
        CHECK(std::is_sorted(evidence.begin(), evidence.end(), [](const Evidence& a, const Evidence& b) {
            return std::abs(a.weight) > std::abs(b.weight);
        }));
        CHECK(std::none_of(evidence.begin(), evidence.end(), [](const Evidence& e) { return e.weight == 0; }));
    }
}

TEST_CASE("frames and clauses are explained where they stand", "[explain]") {
    const Explanation explanation = Parser().explain(source);
    const ExplainedSentence& chair = sentence_with(explanation, "chủ trì");
    REQUIRE(chair.frames.size() == 1);
    CHECK(chair.frames[0].senses == std::vector<std::string>{"chair"});
    const ExplainedSentence& tasks = sentence_with(explanation, "tiếp tục");
    REQUIRE(tasks.clauses.size() == 2);
    CHECK(tasks.clauses[0].kind.choice == "task");
}

TEST_CASE("a figure shows between what its indicator and period were chosen", "[explain]") {
    const Explanation explanation = Parser().explain(source);
    const Report report = parse(source);
    std::size_t count = 0;
    for (const ExplainedSentence& sentence : explanation.sentences)
        for (const ExplainedMeasure& measure : sentence.measures) {
            REQUIRE(count < report.measures.size());
            const Measure& parsed = report.measures[count++];
            CHECK(measure.text == Text{parsed.text, parsed.span});
            CHECK((measure.indicator.empty() ? std::string() : measure.indicator[0].value) ==
                  (parsed.indicator ? parsed.indicator->text : std::string()));
            REQUIRE_FALSE(measure.period.empty());
            CHECK(measure.period[0].value == (parsed.period ? parsed.period->to_string() : std::string()));
        }
    CHECK(count == report.measures.size());
    CHECK(count == 2);
}

TEST_CASE("an explanation is text for eyes and JSON for programs", "[explain]") {
    const Explanation explanation = Parser().explain(source);
    const std::string text = to_text(explanation), few = to_text(explanation, 0);
    CHECK(text.find("genre: report (") != std::string::npos);
    CHECK(text.find("  zone: achievements (") != std::string::npos);
    CHECK(text.find("  figure 812.400 lượt") != std::string::npos);
    CHECK(few.size() < text.size());
    const std::string json = to_json(explanation, -1);
    CHECK(json.find('\n') == std::string::npos);
    CHECK(json.find(R"("genre":{"choice":"report")") == 1);
    CHECK(json.find(R"("measures":[{"text":"812.400 lượt)") != std::string::npos);
}

TEST_CASE("a figure of a table shows the row, the column and the rules that made it", "[explain]") {
    const std::string page = source +
                             "\nĐơn vị tính: tỷ đồng\nChỉ tiêu\tKế hoạch 2016\tThực hiện 2016\tTỷ lệ (%)\n"
                             "Doanh thu viễn thông\t900\t918\t102\nSố hộ có cáp quang (hộ)\t10\t12\t\n";
    const Explanation explanation = Parser().explain(page);
    const Report report = parse(page);
    REQUIRE(explanation.cells.size() == 5);
    for (const ExplainedCell& cell : explanation.cells)
        CHECK(std::count_if(report.measures.begin(), report.measures.end(), [&](const Measure& measure) {
                  return cell.text == Text{measure.text, measure.span} &&
                         cell.unit.value == measure.unit.value_or("") &&
                         cell.period.value == (measure.period ? measure.period->to_string() : "") &&
                         cell.period.confidence == measure.confidence.period && measure.indicator->text == cell.row;
              }) == 1);
    const ExplainedCell& done = explanation.cells[1];
    CHECK(done.row == "Doanh thu viễn thông");
    CHECK(done.column == "Thực hiện 2016");
    CHECK(done.rule == "actual");
    CHECK(done.unit == ExplainedCandidate{"table", "VND", Confidence::certain});
    CHECK(done.period == ExplainedCandidate{"head", "2016", Confidence::certain});
    CHECK(explanation.cells[0].rule == "plan");
    CHECK(explanation.cells[2].rule == "share");
    CHECK(explanation.cells[2].unit.rule == "comparison");
    CHECK(explanation.cells[3].unit == ExplainedCandidate{"label", "hộ", Confidence::certain});
    CHECK(to_text(explanation)
              .find("figure 918 of a table\n  row: 'Doanh thu viễn thông'\n  column: 'Thực "
                    "hiện 2016', actual\n  unit: table 'VND' (certain)\n  period: head '2016' (certain)\n") !=
          std::string::npos);
    CHECK(to_json(explanation, -1).find(R"("cells":[{"text":"900","span":)") != std::string::npos);
}

TEST_CASE("nothing is explained of a text without a story", "[explain]") {
    const Explanation explanation = Parser().explain("");
    CHECK_FALSE(explanation.genre);
    CHECK(explanation.sentences.empty());
    CHECK(to_text(explanation).empty());
    CHECK(to_json(explanation, -1) == R"({"genre":null,"sentences":[],"cells":[]})");
}
