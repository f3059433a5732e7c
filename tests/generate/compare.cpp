// SPDX-License-Identifier: BSL-1.0
#include "generate/compare.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <type_traits>
#include <utility>

#include <tongket/names.hpp>
#include <tongket/print.hpp>

namespace tongket::test {
namespace {

template <class T>
std::string shown(const T& value) {
    if constexpr (std::is_same_v<T, bool>)
        return value ? "yes" : "no";
    else if constexpr (std::is_enum_v<T>)
        return std::string(name_of(value));
    else if constexpr (std::is_arithmetic_v<T>)
        return std::to_string(value);
    else if constexpr (std::is_convertible_v<T, std::string>)
        return "'" + std::string(value) + "'";
    else
        return value.to_string();
}
template <class T>
std::string shown(const std::optional<T>& value) {
    return value ? shown(*value) : "none";
}

// An item as one line of text, with what the generator knows of it.
std::string line(const Zone& zone) { return shown(zone.kind); }
std::string line(const Delegation& delegation) { return shown(delegation.text); }
std::string line(const Shortcoming& shortcoming) { return shown(shortcoming.text); }
std::string line(const Target& target) { return shown(target.text) + " by " + target.source; }
std::string line(const Person& person) {
    std::string said = person.name + ", " + shown(person.honorific);
    for (const Position& position : person.positions)
        said += ", " + shown(position.title) + " of " + shown(position.organization);
    for (const Role role : person.roles) said += ", " + shown(role);
    return said;
}
std::string line(const Measure& measure) {
    std::string said =
        shown(measure.text) + " = " + shown(measure.value) + " " + shown(measure.unit) + ", " + shown(measure.kind);
    const auto add = [&](const char* name, const auto& value) {
        if (value) said += std::string(", ") + name + " " + shown(value);
    };
    add("to", measure.to);
    add("of", measure.of);
    if (measure.per) said += ", per " + shown(measure.per->value) + " " + measure.per->unit;
    if (measure.approx != Approximation::exact) said += ", " + shown(measure.approx);
    if (measure.estimated) said += ", estimated";
    if (measure.role == MeasureRole::change) said += ", change";
    add("direction", measure.direction);
    add("baseline", measure.baseline);
    add("part of", measure.part_of);
    add("period", measure.period);
    return said;
}
std::string line(const Award& award) {
    return shown(award.text) + ": " + award.name + ", " + shown(award.kind) + ", from " + shown(award.grantor) +
           ", to " + shown(award.recipient) + ", " + shown(award.count);
}
std::string line(const Citation& citation) {
    return shown(citation.text) + ", " + shown(citation.type) + ", " + citation.number + ", " + shown(citation.date) +
           ", " + shown(citation.issuer);
}

class Comparison {
  public:
    template <class T>
    void lists(const char* what, const std::vector<T>& expected, const std::vector<T>& parsed) {
        std::vector<std::string> missing = lines(expected), made_up = lines(parsed), both;
        std::set_intersection(missing.begin(), missing.end(), made_up.begin(), made_up.end(),
                              std::back_inserter(both));
        std::vector<std::string> only;
        std::set_difference(missing.begin(), missing.end(), both.begin(), both.end(), std::back_inserter(only));
        for (const std::string& item : only) found.push_back(std::string(what) + " missing: " + item);
        only.clear();
        std::set_difference(made_up.begin(), made_up.end(), both.begin(), both.end(), std::back_inserter(only));
        for (const std::string& item : only) found.push_back(std::string(what) + " made up: " + item);
    }
    template <class T>
    void values(const char* what, const T& expected, const T& parsed) {
        if (!(expected == parsed))
            found.push_back(std::string(what) + ": " + shown(expected) + " read as " + shown(parsed));
    }
    template <class T>
    void places(const char* what, const T& expected, const T& parsed) {
        if (expected && parsed && expected->span != parsed->span)
            found.push_back(std::string(what) + ": " + to_string(expected->span) + " found at " +
                            to_string(parsed->span));
    }
    std::vector<std::string> found;

  private:
    template <class T>
    static std::vector<std::string> lines(const std::vector<T>& items) {
        std::vector<std::string> all;
        for (const T& item : items) all.push_back(to_string(item.span) + " " + line(item));
        std::sort(all.begin(), all.end());
        return all;
    }
};

// Measures without the periods that the generator does not know.
std::vector<Measure> as_known(std::vector<Measure> parsed, const std::vector<Measure>& expected) {
    for (const Measure& measure : expected) {
        if (measure.period) continue;
        for (Measure& found : parsed)
            if (found.span == measure.span) found.period.reset();
    }
    return parsed;
}

std::optional<std::string> words(const std::optional<Text>& text) {
    if (!text) return std::nullopt;
    return text->text;
}

}  // namespace

GeneratedReport respelled(const GeneratedReport& report,
                          const std::function<std::string(std::string_view)>& respell) {
    GeneratedReport other{{}, report.truth};
    const std::string_view text = report.text;
    std::map<std::size_t, std::size_t> lines;  // where they begin in the one and in the other
    for (std::size_t at = 0; at <= text.size();) {
        lines[at] = other.text.size();
        const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
        other.text += respell(text.substr(at, end - at));
        at = std::max(end, at + 1);
    }
    const auto place = [&](std::size_t at) {
        const auto& [begin, other_begin] = *std::prev(lines.upper_bound(at));
        return other_begin + respell(text.substr(begin, at - begin)).size();
    };
    const auto move = [&](Span& span) { span = {place(span.begin), place(span.end)}; };
    const auto move_text = [&](auto& item) {
        move(item.span);
        item.text = slice(other.text, item.span);
    };
    const auto say = [&](std::optional<std::string>& words) {
        if (words) words = respell(*words);
    };
    Report& truth = other.truth;
    if (truth.title) move_text(*truth.title);
    if (truth.byline) move_text(*truth.byline);
    if (truth.published) move(truth.published->span);
    if (truth.meeting.organizer) {
        move(truth.meeting.organizer->span);
        truth.meeting.organizer->name = slice(other.text, truth.meeting.organizer->span);
    }
    for (Zone& zone : truth.zones) move(zone.span);
    for (Person& person : truth.people) {
        move(person.span);
        person.name = slice(other.text, person.span);
        for (Position& position : person.positions) {
            position.title = respell(position.title);
            say(position.organization);
        }
    }
    for (Delegation& delegation : truth.delegations) move_text(delegation);
    for (Measure& measure : truth.measures) {
        move_text(measure);
        say(measure.baseline);
    }
    for (Shortcoming& shortcoming : truth.shortcomings) move_text(shortcoming);
    for (Target& target : truth.targets) {
        move_text(target);
        if (target.source != "plan") target.source = respell(target.source);
    }
    for (Award& award : truth.awards) {
        move_text(award);
        award.name = respell(award.name);
        say(award.grantor);
    }
    for (Citation& citation : truth.citations) {
        move_text(citation);
        citation.number = respell(citation.number);
        say(citation.issuer);
    }
    return other;
}

std::vector<std::string> differences(const GeneratedReport& expected, const Report& parsed) {
    const Report& truth = expected.truth;
    Comparison compare;
    compare.values("title", words(truth.title), words(parsed.title));
    compare.values("byline", words(truth.byline), words(parsed.byline));
    const auto day = [](const std::optional<Published>& p) { return p ? std::optional(p->date) : std::nullopt; };
    const auto time = [](const std::optional<Published>& p) { return p ? p->time : std::nullopt; };
    compare.values("published", day(truth.published), day(parsed.published));
    compare.values("published at", time(truth.published), time(parsed.published));
    compare.places("title", truth.title, parsed.title);
    compare.places("byline", truth.byline, parsed.byline);
    compare.places("organizer", truth.meeting.organizer, parsed.meeting.organizer);
    compare.values("meeting kind", truth.meeting.kind, parsed.meeting.kind);
    compare.values("meeting date", truth.meeting.date, parsed.meeting.date);
    compare.values("meeting day part", truth.meeting.day_part, parsed.meeting.day_part);
    compare.values("reviews", truth.meeting.reviews, parsed.meeting.reviews);
    compare.values("plans", truth.meeting.plans, parsed.meeting.plans);
    const auto name = [](const std::optional<Organizer>& o) { return o ? std::optional(o->name) : std::nullopt; };
    const auto kind = [](const std::optional<Organizer>& o) { return o ? std::optional(o->kind) : std::nullopt; };
    const auto province = [](const std::optional<Organizer>& o) { return o ? o->province : std::nullopt; };
    compare.values("organizer", name(truth.meeting.organizer), name(parsed.meeting.organizer));
    compare.values("organizer kind", kind(truth.meeting.organizer), kind(parsed.meeting.organizer));
    compare.values("organizer province", province(truth.meeting.organizer), province(parsed.meeting.organizer));
    compare.lists("zone", truth.zones, parsed.zones);
    compare.lists("person", truth.people, parsed.people);
    compare.lists("delegation", truth.delegations, parsed.delegations);
    compare.lists("measure", truth.measures, as_known(parsed.measures, truth.measures));
    compare.lists("shortcoming", truth.shortcomings, parsed.shortcomings);
    compare.lists("target", truth.targets, parsed.targets);
    compare.lists("award", truth.awards, parsed.awards);
    compare.lists("citation", truth.citations, parsed.citations);
    return compare.found;
}

std::size_t items_of(const GeneratedReport& report) {
    const Report& truth = report.truth;
    return truth.zones.size() + truth.people.size() + truth.delegations.size() + truth.measures.size() +
           truth.shortcomings.size() + truth.targets.size() + truth.awards.size() + truth.citations.size();
}

}  // namespace tongket::test
