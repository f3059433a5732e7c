// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include <tongket/json.hpp>
#include <tongket/print.hpp>

#include "catch.hpp"

namespace tongket {
namespace {

/// A report in which every field has a value other than its default.
Report full_report() {
    Report report;
    report.offsets = Offsets::codepoint;
    report.genre = 0.975;
    report.title = Text{"Hội nghị tổng kết", {0, 17}};
    report.published = Published{{2018, 1, 19}, TimeOfDay{8, 5}, {18, 34}};
    report.outlet = Text{"Mic.gov.vn", {36, 46}};
    report.byline = Text{"Người viết", {900, 910}};
    report.zones = {{ZoneKind::title, {0, 17}}, {ZoneKind::byline, {17, 910}}};
    report.meeting.kind = MeetingKind::annual_review;
    report.meeting.name = Text{"Hội nghị", {50, 58}};
    report.meeting.date = Date{2018, 1, 18};
    report.meeting.day_part = DayPart::afternoon;
    report.meeting.organizer = Organizer{"Sở \"A\"", OrganizerKind::department, "VN-54", {60, 66}};
    report.meeting.venue = Text{"hội trường", {70, 80}};
    report.meeting.reviews = Period::of_year(2017);
    report.meeting.plans = Period::of_half(2018, 1);
    report.people = {{"Trần B",
                      "đồng chí",
                      {{"Giám đốc", "Sở", Confidence::likely}, {"Ủy viên", std::nullopt, Confidence::guess}},
                      {Role::chair, Role::launcher},
                      {90, 96}}};
    report.delegations = {{"các phòng", {100, 109}}};

    Measure whole;
    whole.text = "158/199 xã";
    whole.span = {200, 210};
    whole.value = Decimal(158);
    whole.of = Decimal(199);
    whole.unit = "xã";
    whole.kind = MeasureKind::ratio;
    Measure part;
    part.text = "tăng 15,5-20 giờ/ngày";
    part.span = {220, 241};
    part.value = Decimal(155, -1);
    part.to = Decimal(20);
    part.unit = "hour";
    part.kind = MeasureKind::rate;
    part.approx = Approximation::at_least;
    part.estimated = true;
    part.per = Per{Decimal(1), "ngày"};
    part.role = MeasureRole::change;
    part.direction = Direction::decrease;
    part.baseline = "so với năm 2016";
    part.indicator = Text{"thời lượng", {212, 219}};
    part.indicator_id = "broadcast.hours";
    part.period = Period::of_years(2006, 2015);
    part.part_of = 0;
    part.confidence = {Confidence::certain, Confidence::likely, Confidence::certain, Confidence::likely};
    report.measures = {whole, part};

    report.achievements = {{"Kết quả", {190, 241}, Topic::postal_telecom, {0, 1}}};
    report.shortcomings = {{"Hạn chế", {300, 307}, Topic::it, {1}}};
    Target target;
    target.text = "Nhiệm vụ";
    target.span = {310, 318};
    target.topic = Topic::security;
    target.measures = {0};
    target.source = "Trần B";
    target.due = Period::of_day({2018, 12, 31});
    report.targets = {target};
    report.awards = {{"23 tập thể",
                      {400, 410},
                      "Bằng khen",
                      AwardKind::certificate,
                      "UBND tỉnh",
                      "collective",
                      23,
                      2017,
                      Confidence::certain}};
    report.citations = {{"Nghị định số 64/2007/NĐ-CP",
                         {500, 526},
                         CitationType::decree,
                         "64/2007/NĐ-CP",
                         "64/2007/NĐ-CP",
                         Date{2007, 4, 10},
                         "Chính phủ",
                         std::nullopt},
                        {"Nghị định 64", {530, 542}, CitationType::decree, "64", "64", {}, {}, 0}};
    report.diagnostics = {
        {Severity::warning, "ambiguous-separator", "read as thousands", {200, 210}, Span{220, 241}}};
    return report;
}

/// The one-line JSON of `report` with the first occurrence of `from` replaced by `to`.
std::string edited_json(const Report& report, const std::string& from, const std::string& to) {
    std::string json = to_json(report, -1);
    const std::size_t at = json.find(from);
    INFO(from);
    REQUIRE(at != std::string::npos);
    return json.replace(at, from.size(), to);
}

/// The error that reading `json` gives.
Error error_of(const std::string& json) {
    try {
        (void)from_json(json);
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::invalid_json);
        return error;
    }
    FAIL("no error for " << json.substr(0, 200));
    return Error(ErrorCode::invalid_json, 0, "");
}

TEST_CASE("a report survives the way to JSON and back", "[json]") {
    for (const int indent : {-1, 0, 2}) {
        CHECK(from_json(to_json(Report{}, indent)) == Report{});
        CHECK(from_json(to_json(full_report(), indent)) == full_report());
    }
}

TEST_CASE("a period of any form survives the way to JSON and back", "[json]") {
    for (const std::string text :
         {"2017", "2017-H2", "2017-Q4", "2017-2M", "2017-11M", "2017-12", "2017-12-31", "2016..2017",
          "2017-Q2..2017-Q4", "2016-11..2017-02", "2018-10-02..2018-10-06", "2016..2017-H1"}) {
        INFO(text);
        Report report;
        report.meeting.reviews = Period::from_string(text);
        REQUIRE(report.meeting.reviews);
        const std::string json = to_json(report);
        CHECK(json.find('"' + text + '"') != std::string::npos);
        CHECK(from_json(json) == report);
    }
    for (const std::string text : {"0000", "2017-12M", "2017..2017", "2017-Q4..2017-Q2", "2017-13", "1899"}) {
        INFO(text);
        Report report;
        report.meeting.reviews = Period::of_year(2017);
        CHECK(std::string(error_of(edited_json(report, "2017", text)).what()).find("meeting.reviews") !=
              std::string::npos);
    }
}

TEST_CASE("the empty report has every key", "[json]") {
    CHECK(
        to_json(Report{}, -1) ==
        R"({"schema":"tongket.report/1","offsets":"byte","genre":null,"title":null,"published":null,"outlet":null,"byline":null,)"
        R"("zones":[],"meeting":{"kind":"other","name":null,"date":null,"day_part":null,"organizer":null,)"
        R"("venue":null,"reviews":null,"plans":null},"people":[],"delegations":[],"achievements":[],"measures":[],)"
        R"("shortcomings":[],"targets":[],"awards":[],"citations":[],"diagnostics":[]})");
}

TEST_CASE("keys are in the order of the schema", "[json]") {
    CHECK(
        to_json(full_report(), -1) ==
        R"({"schema":"tongket.report/1","offsets":"codepoint","genre":0.975,"title":{"text":"Hội nghị tổng kết","span":[0,17]},)"
        R"("published":{"date":"2018-01-19","time":"08:05","span":[18,34]},)"
        R"("outlet":{"text":"Mic.gov.vn","span":[36,46]},"byline":{"text":"Người viết","span":[900,910]},)"
        R"("zones":[{"zone":"title","span":[0,17]},{"zone":"byline","span":[17,910]}],)"
        R"("meeting":{"kind":"annual_review","name":{"text":"Hội nghị","span":[50,58]},"date":"2018-01-18",)"
        R"("day_part":"afternoon","organizer":{"name":"Sở \"A\"","kind":"department","province":"VN-54",)"
        R"("span":[60,66]},"venue":{"text":"hội trường","span":[70,80]},"reviews":"2017","plans":"2018-H1"},)"
        R"("people":[{"name":"Trần B","honorific":"đồng chí","positions":[)"
        R"({"title":"Giám đốc","organization":"Sở","confidence":"likely"},)"
        R"({"title":"Ủy viên","organization":null,"confidence":"guess"}],"roles":["chair","launcher"],)"
        R"("span":[90,96]}],"delegations":[{"text":"các phòng","span":[100,109]}],)"
        R"("achievements":[{"text":"Kết quả","span":[190,241],"topic":"postal+telecom","measures":[0,1]}],)"
        R"("measures":[{"text":"158/199 xã","span":[200,210],"value":"158","to":null,"unit":"xã","kind":"ratio",)"
        R"("approx":"exact","estimated":false,"of":"199","per":null,"role":"level","direction":null,)"
        R"("baseline":null,"indicator":null,"indicator_id":null,"period":null,"part_of":null,)"
        R"("confidence":{"indicator":"guess","indicator_id":"guess","period":"guess","part_of":"guess"}},)"
        R"({"text":"tăng 15,5-20 giờ/ngày","span":[220,241],"value":"15.5","to":"20","unit":"hour","kind":"rate",)"
        R"("approx":"at_least","estimated":true,"of":null,"per":{"value":"1","unit":"ngày"},"role":"change",)"
        R"("direction":"decrease","baseline":"so với năm 2016",)"
        R"("indicator":{"text":"thời lượng","span":[212,219]},"indicator_id":"broadcast.hours",)"
        R"("period":"2006..2015","part_of":0,"confidence":{"indicator":"certain","indicator_id":"likely",)"
        R"("period":"certain","part_of":"likely"}}],)"
        R"("shortcomings":[{"text":"Hạn chế","span":[300,307],"topic":"it","measures":[1]}],)"
        R"("targets":[{"text":"Nhiệm vụ","span":[310,318],"topic":"security","measures":[0],"source":"Trần B",)"
        R"("due":"2018-12-31"}],)"
        R"("awards":[{"text":"23 tập thể","span":[400,410],"name":"Bằng khen","kind":"certificate",)"
        R"("grantor":"UBND tỉnh","recipient":"collective","count":23,"year":2017,"grantor_confidence":"certain"}],)"
        R"("citations":[{"text":"Nghị định số 64/2007/NĐ-CP","span":[500,526],"type":"decree",)"
        R"("number":"64/2007/NĐ-CP","date":"2007-04-10","issuer":"Chính phủ","normalized_number":"64/2007/NĐ-CP"},)"
        R"({"text":"Nghị định 64","span":[530,542],"type":"decree","number":"64","date":null,"issuer":null,)"
        R"("normalized_number":"64","full_mention":0}],)"
        R"("diagnostics":[{"severity":"warning","code":"ambiguous-separator","message":"read as thousands",)"
        R"("span":[200,210],"related":[220,241]}]})");
}

TEST_CASE("indented JSON is for eyes", "[json]") {
    const std::string json = to_json(Report{}, 2);
    CHECK(json.starts_with("{\n  \"schema\": \"tongket.report/1\",\n  \"offsets\": \"byte\",\n"));
}

TEST_CASE("keys that the schema does not require may be left out", "[json]") {
    const Report read = from_json(R"({
        "schema": "tongket.report/1", "offsets": "byte", "zones": [{"zone": "other", "span": [0, 1]}],
        "meeting": {"kind": "other", "name": null, "date": null, "day_part": null, "organizer": null, "venue": null,
                    "reviews": null, "plans": null},
        "people": [{"name": "A", "honorific": null, "roles": [], "span": [0, 1],
                    "positions": [{"title": "T", "organization": null}]}],
        "delegations": [], "achievements": [],
        "measures": [{"text": "5", "span": [0, 1], "value": "5", "unit": null, "kind": "count", "approx": "exact",
                      "estimated": false, "role": "level", "indicator": null, "indicator_id": null,
                      "period": null, "part_of": null, "added by others": [[[{}]]]}],
        "shortcomings": [],
        "targets": [{"text": "t", "span": [0, 1], "topic": "general", "measures": [], "source": "plan"}],
        "awards": [{"text": "a", "span": [0, 1], "name": "n", "kind": "other", "grantor": null, "recipient": null,
                    "count": null, "year": null}],
        "citations": [{"text": "c", "span": [0, 1], "type": "law", "number": "1", "date": null, "issuer": null}],
        "diagnostics": [{"severity": "note", "code": "c", "message": "m", "span": [0, 0]}]})");
    Report expected;
    expected.zones = {{ZoneKind::other, {0, 1}}};
    expected.people = {{"A", std::nullopt, {{"T", std::nullopt, Confidence::certain}}, {}, {0, 1}}};
    Measure measure;
    measure.text = "5";
    measure.span = {0, 1};
    measure.value = Decimal(5);
    expected.measures = {measure};
    Target target;
    target.text = "t";
    target.span = {0, 1};
    expected.targets = {target};
    expected.awards = {{"a", {0, 1}, "n", AwardKind::other, {}, {}, {}, {}, Confidence::guess}};
    expected.citations = {{"c", {0, 1}, CitationType::law, "1", "", {}, {}, {}}};
    expected.diagnostics = {{Severity::note, "c", "m", {0, 0}, {}}};
    CHECK(read == expected);
}

TEST_CASE("a key that comes more than once is refused", "[json]") {
    const auto message = [](const std::string& from, const std::string& to) {
        return std::string(error_of(edited_json(full_report(), from, to)).what());
    };
    CHECK(message("\"offsets\":\"codepoint\"", "\"offsets\":\"byte\",\"offsets\":\"codepoint\"") ==
          "offsets: comes more than once");
    CHECK(message("\"unit\":\"hour\"", "\"unit\":\"hour\",\"unit\":\"ng\u00e0y\"") ==
          "measures[1].unit: comes more than once");
    CHECK(message("\"VN-54\"", "\"VN-54\",\"x\":[0,{\"y\":1,\"\\u0079\":2}]") ==
          "meeting.organizer.x[1].y: comes more than once");
    // In two objects it comes once each.
    CHECK(from_json(edited_json(full_report(), "\"VN-54\"", "\"VN-54\",\"x\":[{\"y\":1},{\"y\":2}]")) ==
          full_report());
}

TEST_CASE("a report of a wrong form is refused by the path of what is wrong", "[json]") {
    struct Row {
        std::string from;
        std::string to;
        std::string message;
    };
    const std::vector<Row> rows = {
        {"tongket.report/1", "tongket.report/2", "schema: must be tongket.report/1"},
        {"\"schema\"", "\"scheme\"", "schema: is missing"},
        {"\"zones\"", "\"Zones\"", "zones: is missing"},
        {"\"codepoint\"", "\"utf16\"", "offsets: must be one of byte codepoint"},
        {"\"codepoint\"", "null", "offsets: must be a string"},
        {"\"Hội nghị tổng kết\"", "7", "title.text: must be a string"},
        {"[0,17]", "[17,0]", "title.span: must not end before it begins"},
        {"[0,17]", "[0]", "title.span: must be [begin, end]"},
        {"[0,17]", "{}", "title.span: must be [begin, end]"},
        {"[0,17]", "[0,-1]", "title.span[1]: must be an integer that is not negative"},
        {"[0,17]", "[0.5,17]", "title.span[0]: must be an integer that is not negative"},
        {"[0,17]", "[0,99999999999999999999999]", "title.span[1]: must be an integer that is not negative"},
        {"08:05", "8h05", "published.time: must be a time of day, as in \"08:30\""},
        {"{\"zone\":\"title\"", "{\"zone\":\"Title\"",
         "zones[0].zone: must be one of boilerplate title dateline lead caption opening achievements shortcomings "
         "tasks speech awards other byline"},
        {"{\"zone\":\"byline\",\"span\":[17,910]}", "[]", "zones[1]: must be an object"},
        {"\"kind\":\"annual_review\",", "", "meeting.kind: is missing"},
        {"2018-01-18", "2018-02-30", "meeting.date: must be a date, as in \"2018-01-18\""},
        {"VN-54", "54", "meeting.organizer.province: must begin with VN-"},
        {"2018-H1", "2018-H3",
         "meeting.plans: must be a period of the calendar, 1900 to 2100, as in \"2018\", \"2018-H1\", \"2018-Q3\", "
         "\"2018-11M\" or \"2006..2015\""},
        {"2018-H1", "2018-02-29",
         "meeting.plans: must be a period of the calendar, 1900 to 2100, as in \"2018\", \"2018-H1\", \"2018-Q3\", "
         "\"2018-11M\" or \"2006..2015\""},
        {"\"launcher\"", "\"boss\"",
         "people[0].roles[1]: must be one of chair guest speaker closing presenter launcher"},
        {"\"confidence\":\"guess\"", "\"confidence\":0", "people[0].positions[1].confidence: must be a string"},
        {"[0,1]", "[0,2]", "achievements[0].measures[1]: is out of range"},
        {"\"15.5\"", "\"15,5\"",
         "measures[1].value: must be a plain decimal number that 64 bits hold, as in \"29.46\""},
        {"\"15.5\"", "15.5", "measures[1].value: must be a string"},
        {"\"15.5\"", "\"015.5\"",
         "measures[1].value: must be a plain decimal number that 64 bits hold, as in \"29.46\", without zeros before "
         "it"},
        {"\"20\"", "\"-00\"",
         "measures[1].to: must be a plain decimal number that 64 bits hold, as in \"29.46\", without zeros before "
         "it"},
        {"\"estimated\":true", "\"estimated\":1", "measures[1].estimated: must be true or false"},
        {"\"per\":{\"value\":\"1\"", "\"per\":{\"value\":\"\"",
         "measures[1].per.value: must be a plain decimal number that 64 bits hold, as in \"29.46\""},
        {"\"decrease\"", "\"down\"", "measures[1].direction: must be one of increase decrease"},
        {"\"part_of\":0", "\"part_of\":2", "measures[1].part_of: is out of range"},
        {"\"measures\":[1]", "\"measures\":[7]", "shortcomings[0].measures[0]: is out of range"},
        {"\"measures\":[0],", "\"measures\":null,", "targets[0].measures: must be an array"},
        {"\"measures\":[0],", "\"measures\":[9],", "targets[0].measures[0]: is out of range"},
        {"\"source\":", "\"from\":", "targets[0].source: is missing"},
        {"\"count\":23", "\"count\":23.0", "awards[0].count: must be an integer"},
        {"\"count\":23", "\"count\":9223372036854775808", "awards[0].count: is too large"},
        {"\"year\":2017", "\"year\":-3000000000", "awards[0].year: is out of range"},
        {"\"full_mention\":0", "\"full_mention\":2", "citations[1].full_mention: is out of range"},
        {"\"related\":[220,241]", "\"related\":7", "diagnostics[0].related: must be [begin, end]"},
    };
    for (const Row& row : rows) {
        const Error error = error_of(edited_json(full_report(), row.from, row.to));
        CHECK(std::string(error.what()) == row.message);
        CHECK((error.offset() > 0 || row.message.ends_with("is missing")));
    }
    CHECK(std::string(error_of("[]").what()) == "report: must be an object");
    CHECK(std::string(error_of("null").what()) == "report: must be an object");
}

TEST_CASE("what is wrong is refused where it stands", "[json]") {
    // Each row changes the report; what is refused begins with the last column.
    struct Row {
        std::string from;
        std::string to;
        std::string place;
    };
    const std::vector<Row> rows = {
        {"\"codepoint\"", "\"utf16\"", "\"utf16\""},
        {"[0,17]", "[0,-1]", "-1]"},
        {"\"launcher\"", "\"boss\"", "\"boss\""},
        {"\"15.5\"", "\"15,5\"", "\"15,5\""},
        {"\"15.5\"", "\"01\"", "\"01\""},
        {"\"part_of\":0", "\"part_of\":2", "2,"},
        {"\"source\":", "\"from\":", "{\"text\":\"Nhiệm vụ\""},
        {"\"offsets\":\"codepoint\"", "\"a]b\\\"\":[\"}\",{}],\"offsets\": 7", "7,"},
        {"\"unit\":\"hour\"", "\"unit\":1,\"unit\":\"hour\"", "\"hour\""},
        {"\"08:05\"", " \n\t true", "true"},
    };
    for (const Row& row : rows) {
        for (const std::string mark : {"", "\xEF\xBB\xBF", " \n"}) {
            const std::string json = mark + edited_json(full_report(), row.from, row.to);
            INFO(row.to);
            CHECK(json.substr(error_of(json).offset()).starts_with(row.place));
        }
    }
}

TEST_CASE("zones are a partition", "[json]") {
    const auto message = [](std::vector<Zone> zones) {
        Report report;
        report.zones = std::move(zones);
        return std::string(error_of(to_json(report)).what());
    };
    CHECK(message({{ZoneKind::title, {1, 5}}}) == "zones[0].span: must begin at 0: zones are a partition");
    CHECK(message({{ZoneKind::title, {0, 5}}, {ZoneKind::other, {6, 9}}}) ==
          "zones[1].span: must begin at 5: zones are a partition");
    CHECK(message({{ZoneKind::title, {0, 5}}, {ZoneKind::other, {3, 9}}}) ==
          "zones[1].span: must begin at 5: zones are a partition");
    CHECK(message({{ZoneKind::title, {0, 5}}, {ZoneKind::other, {5, 5}}}) == "zones[1].span: must not be empty");
}

TEST_CASE("everything stands in the source, which ends with the last zone", "[json]") {
    struct Row {
        std::string from;
        std::string path;
    };
    const std::vector<Row> rows = {
        {"\"title\":{\"text\":\"Hội nghị tổng kết\",\"span\":[0,17]", "title.span"},
        {"[18,34]", "published.span"},
        {"[36,46]", "outlet.span"},
        {"\"byline\":{\"text\":\"Người viết\",\"span\":[900,910]", "byline.span"},
        {"[50,58]", "meeting.name.span"},
        {"[60,66]", "meeting.organizer.span"},
        {"[70,80]", "meeting.venue.span"},
        {"[90,96]", "people[0].span"},
        {"[100,109]", "delegations[0].span"},
        {"[190,241]", "achievements[0].span"},
        {"giờ/ngày\",\"span\":[220,241]", "measures[1].span"},
        {"[212,219]", "measures[1].indicator.span"},
        {"[300,307]", "shortcomings[0].span"},
        {"[310,318]", "targets[0].span"},
        {"[400,410]", "awards[0].span"},
        {"[530,542]", "citations[1].span"},
        {"\"read as thousands\",\"span\":[200,210]", "diagnostics[0].span"},
        {"\"related\":[220,241]", "diagnostics[0].related"},
    };
    for (const Row& row : rows) {
        const std::string far = row.from.substr(0, row.from.rfind(',')) + ",911]";
        INFO(row.path);
        CHECK(std::string(error_of(edited_json(full_report(), row.from, far)).what()) ==
              row.path + ": must not end behind the last zone, at 910");
    }
}

TEST_CASE("links come to an end", "[json]") {
    const auto chain = [](std::vector<std::optional<std::size_t>> links) {
        Report report;
        for (const auto& link : links) report.measures.emplace_back().part_of = link;
        return report;
    };
    const auto message = [](const Report& report) { return std::string(error_of(to_json(report)).what()); };
    CHECK(message(chain({0})) == "measures[0].part_of: leads back to itself");
    CHECK(message(chain({{}, 2, 1})) == "measures[2].part_of: leads back to itself");
    CHECK(message(chain({1, 2, 3, 1})) == "measures[3].part_of: leads back to itself");
    CHECK(message(chain({{}, 4})) == "measures[1].part_of: is out of range");
    for (const auto& good : {chain({{}, 0, 1, 1, 2}), chain({1, 2, {}}), chain({1, {}, 1})})
        CHECK(from_json(to_json(good)) == good);

    // As many as one likes: nothing is called once a link.
    std::vector<std::optional<std::size_t>> links{std::nullopt};
    for (std::size_t i = 0; i < 20000; ++i) links.emplace_back(i);
    Report long_chain = chain(links);
    CHECK(from_json(to_json(long_chain, -1)) == long_chain);
    long_chain.measures[0].part_of = 20000;
    CHECK(message(long_chain) == "measures[1].part_of: leads back to itself");

    Report citing;
    for (const std::size_t link : {1, 2, 0}) citing.citations.emplace_back().full_mention = link;
    CHECK(message(citing) == "citations[2].full_mention: leads back to itself");
}

TEST_CASE("no period is in the year 0", "[json]") {
    for (const char* const period : {"0000", "0000-H1", "0000-Q2", "0000-9M", "0000-12", "0000..2015"})
        CHECK(std::string(error_of(edited_json(full_report(), "\"2017\"", '"' + std::string(period) + '"')).what())
                  .starts_with("meeting.reviews: must "));
}

TEST_CASE("text that is not JSON is refused at the byte where it breaks", "[json]") {
    struct Row {
        std::string json;
        std::size_t offset;
    };
    const std::vector<Row> rows = {
        {"", 0},
        {"   ", 3},
        {"{", 1},
        {"{\"a\": x}", 6},
        {"{\"a\": \"ổ\", ?}", 13},
        {"{} {}", 3},
        {"{\"a\":1e999}", 9},
        {"\"\xFF\"", 1},
        {"[1,]", 3},
        {std::string("{\0}", 3), 1},
        {"\"\\ud800\"", 7},
        {to_json(full_report(), -1) + std::string("\0}", 2), to_json(full_report(), -1).size()},
        {to_json(full_report()) + " \n" + '\0', to_json(full_report()).size() + 2},
    };
    for (const Row& row : rows) {
        INFO(row.json);
        const Error error = error_of(row.json);
        CHECK(error.offset() == row.offset);
        CHECK(std::string(error.what()).starts_with("not JSON: "));
        CHECK(std::string(error.what()).find("json.exception") == std::string::npos);
    }
}

TEST_CASE("hostile JSON does no harm", "[json]") {
    const std::size_t many = 1000000;
    const Error deep = error_of(std::string(many, '['));
    CHECK(std::string(deep.what()) == "nested more than 64 levels deep");
    CHECK(deep.offset() == 64);
    CHECK(error_of(std::string(many, ']')).offset() == 0);
    CHECK(std::string(error_of("\"\\\"" + std::string(100, '[') + "\"").what()) == "report: must be an object");
    std::string objects;
    for (std::size_t i = 0; i < many / 10; ++i) objects += "{\"a\":";
    CHECK(std::string(error_of(objects).what()) == "nested more than 64 levels deep");

    std::string wide = "{";
    for (std::size_t i = 0; i < many / 10; ++i) wide += "\"key" + std::to_string(i) + "\":0,";
    CHECK(std::string(error_of(wide + "\"key7\":0}").what()) == "key7: comes more than once");
    wide += "\"schema\":\"tongket.report/1\"}";
    CHECK(std::string(error_of(wide).what()) == "offsets: is missing");
}

TEST_CASE("JSON is written as nlohmann-json writes it", "[json]") {
    using nlohmann::ordered_json;
    for (const int indent : {-1, 0, 2, 3}) {
        for (const Report& report : {Report{}, full_report()}) {
            const std::string json = to_json(report, indent);
            CHECK(json == ordered_json::parse(json).dump(indent));
        }
    }
    // Strings of all bytes, beginnings of UTF-8 sequences among them.
    std::uint32_t state = 1;
    const std::vector<std::string> pieces = {"a",    "\"",       "\\",           "/",   "ổ", "漢", "😀",
                                             "\xE1", "\xF0\x9F", "\xED\xA0\x80", "\x7F"};
    for (int n = 0; n < 2000; ++n) {
        Report report;
        report.title = Text{};
        for (std::uint32_t length = n % 12; length > 0; --length) {
            state = state * 1664525U + 1013904223U;
            const std::uint32_t random = state >> 16U;
            if (random % 2 == 0)
                report.title->text += static_cast<char>(random >> 1U);
            else
                report.title->text += pieces[random / 2 % pieces.size()];
        }
        const std::string expected =
            ordered_json(report.title->text).dump(-1, ' ', false, ordered_json::error_handler_t::replace);
        INFO(expected);
        CHECK(ordered_json::parse(to_json(report, -1))["title"]["text"] == ordered_json::parse(expected));
    }
}

TEST_CASE("JSON holds nothing that steers a terminal", "[json]") {
    Report report;
    report.zones = {{ZoneKind::other, {0, 4}}};
    report.title =
        Text{"\x1b[31m \r\b\x7F \u009B2J \u0085 \u061C \u200E \u2028 \u202E \u2066 ổ \u200D \u2027", {0, 4}};
    const std::string json = to_json(report, -1);
    CHECK(json.find(R"("\u001b[31m \r\b\u007f \u009b2J \u0085 \u061c \u200e \u2028 \u202e \u2066 ổ )"
                    "\u200D \u2027\"") != std::string::npos);
    CHECK(printable(json) == json);
    CHECK(from_json(json) == report);
}

TEST_CASE("bytes that are not UTF-8 become U+FFFD", "[json]") {
    Report report;
    report.title = Text{"a\xFF\xE1\xBB", {0, 4}};
    CHECK(to_json(report, -1).find("\"text\":\"a\xEF\xBF\xBD\xEF\xBF\xBD\"") != std::string::npos);
}

TEST_CASE("zero and zeros behind a point are plain decimals", "[json]") {
    const auto value_of = [](const std::string& written) {
        return from_json(edited_json(full_report(), "\"15.5\"", '"' + written + '"')).measures[1].value;
    };
    CHECK(value_of("0") == Decimal(0));
    CHECK(value_of("0.50") == Decimal(5, -1));
    CHECK(value_of("-0.5") == Decimal(-5, -1));
    CHECK(value_of("100") == Decimal(100));
}

TEST_CASE("extreme numbers survive", "[json]") {
    Report report;
    Measure measure;
    measure.value = Decimal(std::numeric_limits<std::int64_t>::min(), -128);
    measure.to = Decimal(std::numeric_limits<std::int64_t>::max(), 127);
    measure.span = {0, std::numeric_limits<std::size_t>::max()};
    report.measures = {measure};
    report.zones = {{ZoneKind::other, measure.span}};
    Award award;
    award.count = std::numeric_limits<std::int64_t>::min();
    award.year = std::numeric_limits<int>::max();
    report.awards = {award};
    CHECK(from_json(to_json(report)) == report);
}

}  // namespace
}  // namespace tongket
