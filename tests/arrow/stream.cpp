// SPDX-License-Identifier: BSL-1.0
// Pages in, record batches out.
#include "arrow/stream.hpp"

#include <atomic>
#include <cerrno>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include <tongket/json.hpp>
#include <tongket/tongket.hpp>

#include "arrow/batch.hpp"
#include "arrow/code_points.hpp"
#include "arrow/imported.hpp"
#include "arrow/producer.hpp"
#include "catch.hpp"
#include "files.hpp"

using namespace tongket;
using namespace tongket::test;
using arrow::StreamOptions;
using nlohmann::json;

namespace {

std::unique_ptr<arrow::Values> values(Producer producer, const char* name) {
    nanoarrow::UniqueArrayStream stream = std::move(producer).stream();
    return std::make_unique<arrow::ArrowValues>(*stream.get(), name);
}
std::unique_ptr<arrow::Values> values(const Texts& texts, const char* name) {
    return values(std::move(Producer().add(array_of(texts))), name);
}

arrow::Read reader(const Parser& parser = Parser()) {
    return [parser](std::string_view text) { return arrow::Reading{parser.try_parse(text), std::nullopt}; };
}

nanoarrow::UniqueArrayStream stream_of(std::unique_ptr<arrow::Values> ids, std::unique_ptr<arrow::Values> texts,
                                       StreamOptions options = {}, arrow::Read read = reader()) {
    nanoarrow::UniqueArrayStream stream;
    arrow::export_stream(
        std::make_unique<arrow::PageBatches>(std::move(ids), std::move(texts), std::move(read), options),
        *stream.get());
    return stream;
}

Imported parsed(const Texts& texts, StreamOptions options = {}) {
    nanoarrow::UniqueArrayStream stream = stream_of(nullptr, values(texts, "texts"), options);
    return import(*stream.get());
}

const std::string page =
    "Sở Y tế Hà Nam tổng kết công tác năm 2016\n\nSáng ngày 12/01/2017, Sở Y tế tỉnh Hà Nam tổ chức hội nghị tổng "
    "kết "
    "công tác năm 2016. Ông Lê Văn Bình - Giám đốc Sở chủ trì hội nghị.\n\nNăm 2016, Sở đã cấp 41 giấy phép, thu "
    "trên 3,5 tỷ đồng.\n";

}  // namespace

TEST_CASE("a page becomes a row that says what its report says", "[arrow]") {
    const Report report = parse(page);
    const json row = parsed({page}).rows.at(0);
    CHECK(row["id"] == "0");
    CHECK(row["error"] == nullptr);
    CHECK(row["genre"] == report.genre.value());
    CHECK(row["title"]["text"].get<std::string>() == report.title.value().text);
    CHECK(row["zones"].size() == report.zones.size());
    CHECK(row["zones"].back()["end"] == arrow::count_code_points(page));
    CHECK(row["meeting"]["date"] == 17178);
    CHECK(row["meeting"]["organizer"]["province"] == "VN-63");
    CHECK(row["meeting"]["reviews"] == json{{"text", "2016"}, {"start", 16801}, {"end", 17166}});
    CHECK(row["meeting"]["venue"] == nullptr);
    CHECK(row["people"].at(0)["name"] == "Lê Văn Bình");
    CHECK(row["people"].at(0)["positions"].at(0)["title"] == "Giám đốc");
    CHECK(row["people"].at(0)["roles"] == json{"chair"});
    REQUIRE(row["measures"].size() == report.measures.size());
    for (std::size_t i = 0; i < report.measures.size(); ++i) {
        const Measure& measure = report.measures[i];
        const json& told = row["measures"][i];
        CHECK(told["text"].get<std::string>() == measure.text);
        CHECK(told["begin"] == arrow::count_code_points(page.substr(0, measure.span.begin)));
        CHECK(told["end"] == arrow::count_code_points(page.substr(0, measure.span.end)));
        CHECK(told["kind"] == name_of(measure.kind));
    }
    const json& money = row["measures"].back();
    CHECK(money["value"] == "3500000000.000000000");
    CHECK(money["unit"] == "VND");
    CHECK(money["approx"] == "over");
    CHECK(money["estimated"] == false);
    CHECK(money["per"] == nullptr);
    CHECK(money["zone"] == "achievements");
    CHECK(money["confidence"].size() == 4);
}

TEST_CASE("every sample is exported, and its rows are those of each page alone", "[arrow]") {
    Texts texts;
    for (const Sample& sample : read_all_samples()) texts.emplace_back(sample.text);
    const Imported together = parsed(texts, {7, 3});
    REQUIRE(together.rows.size() == texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        INFO(i);
        const Report report = parse(*texts[i]);
        const json& row = together.rows[i];
        CHECK(row["measures"].size() == report.measures.size());
        CHECK(row["people"].size() == report.people.size());
        CHECK(row["targets"].size() == report.targets.size());
        CHECK(row["diagnostics"].size() == report.diagnostics.size());
        for (std::size_t m = 0; m < report.measures.size(); ++m) {
            const Decimal value = report.measures[m].value;
            CHECK(Decimal::from_string(row["measures"][m]["value"].get<std::string>()) == value);
        }
    }
}

TEST_CASE("batches have so many pages, in order, whatever the threads", "[arrow]") {
    Texts texts;
    std::vector<std::string> ids;
    for (int i = 0; i < 103; ++i) {
        texts.emplace_back("Thu " + std::to_string(i) + " tỷ đồng.");
        ids.push_back(std::to_string(i));
    }
    for (const std::size_t threads : {1, 2, 5, 200}) {
        INFO(threads);
        const Imported imported = parsed(texts, {10, threads});
        CHECK(imported.sizes == std::vector<std::int64_t>{10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 3});
        CHECK(imported.ids() == ids);
        for (int i = 0; i < 103; ++i)
            CHECK(imported.rows[i]["measures"].at(0)["text"].get<std::string>() == std::to_string(i) + " tỷ đồng");
    }
}

TEST_CASE("a batch is cut where its texts are long", "[arrow]") {
    const std::string long_text(40 << 20, '\n');
    const Imported imported = parsed({long_text, long_text, "a"}, {500, 1});
    CHECK(imported.sizes == std::vector<std::int64_t>{2, 1});
}

TEST_CASE("no pages, no batches", "[arrow]") {
    for (const std::size_t threads : {1, 3}) {
        const Imported imported = parsed({}, {10, threads});
        CHECK(imported.code == 0);
        CHECK(imported.sizes.empty());
    }
    nanoarrow::UniqueArrayStream stream = stream_of(nullptr, values(Texts{"a"}, "texts"));
    CHECK(import(*stream.get()).sizes.size() == 1);
    CHECK(import(*stream.get()).sizes.empty());
}

TEST_CASE("a page without a report is a row with its error", "[arrow]") {
    nanoarrow::UniqueArrayStream stream =
        stream_of(values(Texts{"a", std::nullopt, "c", "d"}, "ids"),
                  values(Texts{"Thu 5 tỷ.", "Sở \xFF", std::nullopt, "quá dài, quá dài"}, "texts"), {},
                  reader(Parser(Options{.max_input_bytes = 15})));
    const json rows = import(*stream.get()).rows;
    CHECK(rows[0]["id"] == "a");
    CHECK(rows[0]["error"] == nullptr);
    CHECK(rows[1]["id"] == nullptr);
    CHECK(rows[1]["error"] == json{{"code", "invalid_utf8"}, {"offset", 3}});
    CHECK(rows[1]["measures"] == nullptr);
    CHECK(rows[1]["meeting"] == nullptr);
    CHECK(rows[1]["genre"] == nullptr);
    CHECK(rows[2]["error"] == json{{"code", "missing_text"}, {"offset", nullptr}});
    CHECK(rows[3]["id"] == "d");
    CHECK(rows[3]["error"]["code"] == "input_too_large");
    CHECK(rows[3]["error"]["offset"] == 12);
}

TEST_CASE("an id is UTF-8 whatever it was", "[arrow]") {
    nanoarrow::UniqueArrayStream stream =
        stream_of(values(Texts{"trang\xFF 1", "tr\xEF\xBF\xBD"}, "ids"), values(Texts{"a", "b"}, "texts"));
    CHECK(import(*stream.get()).ids() == std::vector<std::string>{"trang\xEF\xBF\xBD 1", "tr\xEF\xBF\xBD"});
}

TEST_CASE("spans count the text that a reader read instead", "[arrow]") {
    const auto repaired = [](std::string_view) {
        const std::string text = "Sở \xEF\xBF\xBD thu 5 tỷ đồng.";
        return arrow::Reading{parse(text), text};
    };
    nanoarrow::UniqueArrayStream stream =
        stream_of(nullptr, values(Texts{"Sở \xFF thu 5 tỷ đồng."}, "texts"), {}, repaired);
    CHECK(import(*stream.get()).rows.at(0)["measures"].at(0)["begin"] == 9);
}

TEST_CASE("a number that does not fit is null and told", "[arrow]") {
    arrow::Batch batch;
    Report report = parse("Thu 5 tỷ đồng.");
    const std::size_t told = report.diagnostics.size();
    report.measures.at(0).value = Decimal(1, 40);
    batch.add("a", report, "Thu 5 tỷ đồng.");
    const nanoarrow::UniqueArray array = std::move(batch).finish();
    nanoarrow::UniqueArrayView view;
    const nanoarrow::UniqueSchema schema = arrow::schema();
    arrow::check(ArrowArrayViewInitFromSchema(view.get(), schema.get(), nullptr));
    arrow::check(ArrowArrayViewSetArray(view.get(), array.get(), nullptr));
    const json row = value_at(*schema.get(), *view.get(), 0);
    CHECK(row["measures"].at(0)["value"] == nullptr);
    REQUIRE(row["diagnostics"].size() == told + 1);
    CHECK(row["diagnostics"].back()["code"] == "decimal-overflow");
    CHECK(report.diagnostics.size() == told);
}

TEST_CASE("ids and texts must be as many", "[arrow]") {
    nanoarrow::UniqueArrayStream fewer = stream_of(values(Texts{"a"}, "ids"), values(Texts{"x", "y"}, "texts"));
    Imported imported = import(*fewer.get());
    CHECK(imported.ids() == std::vector<std::string>{"a"});
    CHECK(imported.code == EINVAL);
    CHECK(imported.message == "there are more texts than ids");

    nanoarrow::UniqueArrayStream more = stream_of(values(Texts{"a", "b"}, "ids"), values(Texts{"x"}, "texts"));
    imported = import(*more.get());
    CHECK(imported.ids() == std::vector<std::string>{"a"});
    CHECK(imported.message == "there are more ids than texts");
}

TEST_CASE("the error of a producer comes behind the pages before it, and again each time", "[arrow]") {
    for (const std::size_t threads : {1, 3}) {
        nanoarrow::UniqueArrayStream stream = stream_of(
            nullptr,
            values(std::move(Producer().add(array_of({"a", "b", "c"})).fail(EPIPE, "the disk is gone")), "texts"),
            {2, threads});
        const Imported imported = import(*stream.get());
        CHECK(imported.sizes == std::vector<std::int64_t>{2, 1});
        CHECK(imported.code == EPIPE);
        CHECK(imported.message == "texts: the disk is gone");
        const Imported again = import(*stream.get());
        CHECK(again.code == EPIPE);
        CHECK(again.sizes.empty());
    }
}

TEST_CASE("an exception of a reader fails the stream for good", "[arrow]") {
    for (const std::size_t threads : {1, 3}) {
        std::atomic<int> read = 0;
        const auto failing = [&](std::string_view text) {
            if (++read == 3) throw std::bad_alloc();
            return arrow::Reading{parse(text), std::nullopt};
        };
        nanoarrow::UniqueArrayStream stream =
            stream_of(nullptr, values(Texts{"a", "b", "c", "d", "e"}, "texts"), {2, threads}, failing);
        const Imported imported = import(*stream.get());
        CHECK(imported.code == ENOMEM);
        CHECK(imported.message == "out of memory");
        CHECK(import(*stream.get()).code == ENOMEM);
    }
}

TEST_CASE("a consumer may stop half way", "[arrow]") {
    for (const std::size_t threads : {1, 3}) {
        int asked = 0;
        Producer producer;
        for (int i = 0; i < 50; ++i) producer.add(array_of({page, page}));
        producer.count(asked);
        {
            nanoarrow::UniqueArrayStream stream =
                stream_of(nullptr, values(std::move(producer), "texts"), {2, threads});
            CHECK(asked == 0);
            CHECK(import(*stream.get(), 1).rows.size() == 2);
            // No more than what is in the making was taken.
            CHECK(asked <= static_cast<int>(threads));
        }
    }
    // Or never begin.
    (void)stream_of(values(Texts{"a"}, "ids"), values(Texts{page}, "texts"), {2, 3});
}
