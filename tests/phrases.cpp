// SPDX-License-Identifier: BSL-1.0
// The phrase corpus: every phrase is read as its value, and nothing is made of what is no phrase of the concept.
#include "phrases.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <tongket/tongket.hpp>

#include "spans.hpp"

using namespace tongket;
using nlohmann::json;
using test::PhraseFile;
using test::PhraseGroup;

namespace {

template <class T>
json or_null(const std::optional<T>& value) {
    return value ? json(*value) : json();
}
template <class T>
json string_or_null(const std::optional<T>& value) {
    return value ? json(value->to_string()) : json();
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// A measure in the form of the corpus: the value side.
json to_value(const Measure& measure) {
    json value = {{"value", measure.value.to_string()},
                  {"kind", name_of(measure.kind)},
                  {"unit", or_null(measure.unit)},
                  {"to", string_or_null(measure.to)},
                  {"of", string_or_null(measure.of)},
                  {"approx", name_of(measure.approx)},
                  {"per", nullptr}};
    if (measure.per) value["per"] = {{"value", measure.per->value.to_string()}, {"unit", measure.per->unit}};
    return value;
}

/// `given` with the keys that it leaves out.
json with_defaults(const json& given, const json& defaults) {
    json value = defaults;
    value.update(given);
    return value;
}

/// What one reading came to, beside what was wanted: both the same where the phrase is read right.
struct Outcome {
    json wanted;
    json got;
};

Outcome read_in_report(const PhraseFile& file, const PhraseGroup& group, const std::string& phrase) {
    const std::string source = file.before + phrase + file.after;
    const Span place{file.before.size(), file.before.size() + phrase.size()};
    const Report report = test::parse_checked(source);
    std::vector<std::size_t> inside;
    for (std::size_t i = 0; i < report.measures.size(); ++i)
        if (place.contains(report.measures[i].span)) inside.push_back(i);
    Outcome outcome{group.negative ? json::array() : group.value, json::array()};
    for (std::size_t k = 0; k < inside.size(); ++k) {
        const Measure& measure = report.measures[inside[k]];
        json value = to_value(measure);
        value["role"] = name_of(measure.role);
        value["estimated"] = measure.estimated;
        value["direction"] = measure.direction ? json(name_of(*measure.direction)) : json();
        value["baseline"] = or_null(measure.baseline);
        value["period"] = string_or_null(measure.period);
        value["part_of"] =
            measure.part_of && *measure.part_of >= inside.front() ? json(*measure.part_of - inside.front()) : json();
        if (k < outcome.wanted.size()) {
            // Only what the corpus tells is compared.
            json told = json::object();
            for (const auto& [key, unused] : outcome.wanted[k].items())
                told[key] = value.value(key, json("no such key"));
            // Of a baseline the words may be more or fewer by 'so với'.
            if (told.contains("baseline") && told["baseline"].is_string()) {
                const auto bare = [](std::string words) {
                    if (words.starts_with("so với ")) words.erase(0, std::string("so với ").size());
                    if (words.starts_with("So với ")) words.erase(0, std::string("So với ").size());
                    return words;
                };
                if (bare(told["baseline"]) == bare(outcome.wanted[k]["baseline"]))
                    told["baseline"] = outcome.wanted[k]["baseline"];
            }
            value = told;
        }
        outcome.got.push_back(value);
    }
    return outcome;
}

Outcome read(const PhraseFile& file, const PhraseGroup& group, const std::string& phrase) {
    if (group.in_report) return read_in_report(file, group, phrase);
    json wanted = group.value;
    json got;
    if (file.concept_name == "quantity") {
        if (!group.negative)
            wanted = with_defaults(
                wanted, {{"unit", nullptr}, {"to", nullptr}, {"of", nullptr}, {"per", nullptr}, {"approx", "exact"}});
        if (const auto measure = parse_quantity(phrase)) {
            got = to_value(*measure);
            CHECK(slice(phrase, measure->span) == measure->text);
            if (!phrase.ends_with("trở lên") && measure->text != trimmed(phrase)) got["text"] = measure->text;
        }
    } else if (file.concept_name == "date") {
        got = string_or_null(parse_date(phrase, group.default_year));
    } else if (file.concept_name == "period") {
        got = string_or_null(parse_period(phrase, group.default_year));
    } else if (file.concept_name == "citation") {
        if (!group.negative) wanted = with_defaults(wanted, {{"date", nullptr}, {"issuer", nullptr}});
        if (const auto citation = parse_citation(phrase)) {
            got = {{"type", name_of(citation->type)},
                   {"normalized_number", citation->normalized_number},
                   {"date", string_or_null(citation->date)},
                   {"issuer", or_null(citation->issuer)}};
            CHECK(slice(phrase, citation->span) == citation->text);
            CHECK(citation->text.ends_with(citation->number));
        }
    } else if (file.concept_name == "person") {
        if (const auto person = parse_person(phrase)) {
            got = {{"name", person->name}, {"honorific", or_null(person->honorific)}, {"positions", json::array()}};
            for (const Position& position : person->positions)
                got["positions"].push_back(
                    {{"title", position.title}, {"organization", or_null(position.organization)}});
            CHECK(slice(phrase, person->span) == person->name);
            CHECK(person->roles.empty());
        }
    } else if (file.concept_name == "agency") {
        if (const auto agency = parse_agency(phrase)) {
            got = {{"kind", name_of(agency->kind)}, {"province", or_null(agency->province)}};
            CHECK(slice(phrase, agency->span) == agency->name);
            if (agency->name != trimmed(phrase)) got["name"] = agency->name;
        }
    } else {
        FAIL("no such concept: " << file.concept_name);
    }
    return {wanted, got};
}

/// Reads all of a file; `floor` guards against a corpus that is lost.
void check_file(const std::string& concept_name, std::size_t least_values, std::size_t least_phrases) {
    const PhraseFile file = test::read_phrases(concept_name);
    std::size_t values = 0;
    for (const PhraseGroup& group : file.groups) {
        values += group.negative ? 0 : 1;
        for (const std::string& phrase : group.phrases) {
            INFO((group.negative ? "not a " : "") << concept_name << ": \"" << phrase << '"');
            const Outcome outcome = read(file, group, phrase);
            CHECK(outcome.got.dump() == outcome.wanted.dump());
        }
    }
    CHECK(values >= least_values);
    CHECK(file.phrase_count() >= least_phrases);
    for (const PhraseGroup& group : file.pending) {
        CHECK_FALSE(group.reason.empty());
        for (const std::string& phrase : group.phrases) {
            const Outcome outcome = read(file, group, phrase);
            if (outcome.got == outcome.wanted)
                WARN("no longer pending, move it up: " << concept_name << " \"" << phrase << '"');
        }
    }
}

}  // namespace

TEST_CASE("phrases of quantities", "[phrases]") { check_file("quantity", 25, 120); }
TEST_CASE("phrases of dates", "[phrases]") { check_file("date", 12, 40); }
TEST_CASE("phrases of periods", "[phrases]") { check_file("period", 20, 40); }
TEST_CASE("phrases of citations", "[phrases]") { check_file("citation", 15, 40); }
TEST_CASE("phrases of persons", "[phrases]") { check_file("person", 20, 40); }
TEST_CASE("phrases of agencies", "[phrases]") { check_file("agency", 10, 40); }

TEST_CASE("sentences lead to the indicators of the catalogue", "[phrases]") {
    std::ifstream file(TONGKET_SOURCE_DIR "/tests/phrases/indicators.json");
    const auto corpus = nlohmann::json::parse(file);
    const std::string opening =
        "Sở Thông tin và Truyền thông Hà Nam tổng kết công tác năm 2022\n\nNgày 10/01/2023, Sở Thông tin và Truyền "
        "thông Hà "
        "Nam tổ chức Hội nghị tổng kết công tác năm 2022, triển khai nhiệm vụ năm 2023.\n\n";
    for (const auto& group : corpus.at("indicators"))
        for (const auto& sentence : group.at("sentences")) {
            const auto report = tongket::parse(opening + sentence.get<std::string>() + "\n");
            INFO(sentence.get<std::string>());
            bool found = false;
            for (const auto& measure : report.measures)
                found |= measure.indicator_id == group.at("id").get<std::string>();
            CHECK(found);
        }
}
