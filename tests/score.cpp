// SPDX-License-Identifier: BSL-1.0
#include "score.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <stdexcept>
#include <tuple>

#include <tongket/decimal.hpp>
#include <tongket/names.hpp>

namespace tongket::test {

using nlohmann::json;

namespace {

using Words = std::vector<std::string>;

icu::UnicodeString composed(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    const auto unicode =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    icu::UnicodeString out = nfc->normalize(unicode, status);
    if (U_FAILURE(status) != 0) throw std::runtime_error("text that cannot be normalised");
    return out.toLower(icu::Locale::getRoot());
}

/// What a reader would not tell apart is folded: normalisation form, case, white space, kinds of dashes, quotes, and
/// punctuation at the ends.
std::string folded(std::string_view text) {
    icu::UnicodeString out;
    bool blank = false;
    const icu::UnicodeString in = composed(text);
    for (int32_t i = 0; i < in.length();) {
        UChar32 c = in.char32At(i);
        i += U16_LENGTH(c);
        if (u_isUWhiteSpace(c) != 0) {
            blank = true;
            continue;
        }
        if (c == U'"' || c == U'\'' || (c >= 0x2018 && c <= 0x2019) || (c >= 0x201C && c <= 0x201D)) continue;
        if (c >= 0x2010 && c <= 0x2015) c = U'-';
        if (blank && !out.isEmpty()) out.append(UChar32{U' '});
        blank = false;
        out.append(c);
    }
    const auto outer = [](char16_t c) { return icu::UnicodeString(u" .,;:()-").indexOf(c) >= 0; };
    int32_t begin = 0, end = out.length();
    while (begin < end && outer(out.charAt(begin))) ++begin;
    while (end > begin && outer(out.charAt(end - 1))) --end;
    std::string utf8;
    out.tempSubStringBetween(begin, end).toUTF8String(utf8);
    return utf8;
}

Words words(std::string_view text) {
    Words out;
    std::string word;
    const auto in = icu::UnicodeString::fromUTF8(folded(text));
    for (int32_t i = 0; i < in.length();) {
        const UChar32 c = in.char32At(i);
        i += U16_LENGTH(c);
        const bool in_word = c == U'_' || (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
        if (in_word) icu::UnicodeString(c).toUTF8String(word);
        if ((!in_word || i >= in.length()) && !word.empty()) out.push_back(std::exchange(word, {}));
    }
    return out;
}

/// F1 of two bags of words; two empty ones are equal.
double word_f1(std::string_view a, std::string_view b) {
    const Words left = words(a);
    Words right = words(b);
    if (left.empty() || right.empty()) return left.empty() && right.empty() ? 1.0 : 0.0;
    const auto total = static_cast<double>(left.size() + right.size());
    double common = 0;
    for (const std::string& word : left) {
        const auto found = std::find(right.begin(), right.end(), word);
        if (found == right.end()) continue;
        right.erase(found);
        ++common;
    }
    return 2 * common / total;
}

/// Units are equal where one begins with the words of the other: `lượt` and `lượt người`.
bool same_unit(std::string_view a, std::string_view b) {
    const Words left = words(a), right = words(b);
    if (left == right) return true;
    const std::size_t n = std::min(left.size(), right.size());
    return n > 0 && std::equal(left.begin(), left.begin() + static_cast<std::ptrdiff_t>(n), right.begin());
}

std::string string_of(const json& node, const char* key) {
    const auto found = node.find(key);
    if (found == node.end() || found->is_null()) return {};
    return found->is_string() ? found->get<std::string>() : found->dump();
}

bool same_number(const std::string& gold, const std::optional<Decimal>& value) {
    return value && Decimal::from_string(gold) == value;
}

std::string show(const std::string& words) { return words.empty() ? "-" : "'" + words + "'"; }
std::string show(const std::optional<std::string>& words) { return show(words.value_or("")); }

}  // namespace

/// Scores one report.
class ReportScorer {
  public:
    ReportScorer(std::string_view source, const json& gold, const Report& report, Scores& scores)
        : source_(source), gold_(gold), report_(report), scores_(scores) {
        // Places are compared in code points: a Vietnamese letter weighs one.
        code_points_.reserve(source.size() + 1);
        std::size_t count = 0;
        for (const char c : source) {
            if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++count;
            code_points_.push_back(count - 1);
        }
        code_points_.push_back(count);
    }

    void run() {
        zones();
        meeting();
        people();
        prose("delegations", report_.delegations);
        measures();
        prose("shortcomings", report_.shortcomings);
        targets();
        awards();
        citations();
    }

  private:
    std::string_view source_;
    const json& gold_;
    const Report& report_;
    Scores& scores_;
    std::vector<std::size_t> code_points_;
    std::vector<std::pair<Span, std::string>> gold_zones_;

    // ---- counting ---------------------------------------------------------------------------------------------

    void share(const char* component, double value) {
        auto& cell = scores_.cells_[component];
        cell.hits += value;
        cell.of += 1;
    }
    void f1(const char* component, std::size_t hits, std::size_t golds, std::size_t parsed) {
        auto& cell = scores_.cells_[component];
        cell.hits += 2 * static_cast<double>(hits);
        cell.of += static_cast<double>(golds + parsed);
    }
    void miss(const std::string& component, const std::string& gold, const std::string& parsed) {
        scores_.misses_.push_back(component + ": " + gold + " -> " + parsed);
    }
    void check(const char* component, bool right, const std::string& gold, const std::string& parsed) {
        share(component, right ? 1 : 0);
        if (!right) miss(component, gold, parsed);
    }

    // ---- places -----------------------------------------------------------------------------------------------

    [[nodiscard]] Span in_code_points(const Span& span) const {
        return {code_points_[span.begin], code_points_[span.end]};
    }

    [[nodiscard]] Span place_of(const json& item, const char* key = "quote") const {
        const std::string quote = item.at(key).get<std::string>();
        std::size_t at = std::string_view::npos;
        for (int nth = item.value("nth", 1); nth > 0; --nth) {
            at = source_.find(quote, at == std::string_view::npos ? 0 : at + 1);
            if (at == std::string_view::npos) throw std::runtime_error("the source does not say: " + quote);
        }
        return {at, at + quote.size()};
    }
    [[nodiscard]] std::vector<Span> places_of(const json& items) const {
        std::vector<Span> places;
        for (const json& item : items) places.push_back(place_of(item));
        return places;
    }

    [[nodiscard]] double overlap(const Span& a, const Span& b) const {
        const Span left = in_code_points(a), right = in_code_points(b);
        const std::size_t begin = std::max(left.begin, right.begin), end = std::min(left.end, right.end);
        return end > begin ? static_cast<double>(end - begin) : 0.0;
    }
    [[nodiscard]] double overlap_over_union(const Span& a, const Span& b) const {
        const double common = overlap(a, b);
        const auto all = static_cast<double>(in_code_points(a).size() + in_code_points(b).size());
        return common == 0 ? 0 : common / (all - common);
    }

    /// Pairs of indices (gold, parsed), one to one, best first; what `closeness` calls 0 is no pair.
    template <class Closeness>
    static std::vector<std::pair<std::size_t, std::size_t>> pair_up(std::size_t golds, std::size_t parsed,
                                                                    Closeness closeness) {
        std::vector<std::tuple<double, std::size_t, std::size_t>> candidates;
        for (std::size_t g = 0; g < golds; ++g)
            for (std::size_t p = 0; p < parsed; ++p)
                if (const double close = closeness(g, p); close > 0) candidates.emplace_back(-close, g, p);
        std::sort(candidates.begin(), candidates.end());
        std::vector<bool> gold_taken(golds), parsed_taken(parsed);
        std::vector<std::pair<std::size_t, std::size_t>> pairs;
        for (const auto& [close, g, p] : candidates) {
            if (gold_taken[g] || parsed_taken[p]) continue;
            gold_taken[g] = parsed_taken[p] = true;
            pairs.emplace_back(g, p);
        }
        return pairs;
    }

    /// Notes what found no partner.
    void tell_unpaired(const char* component, const json& golds, const std::vector<std::string>& parsed,
                       const std::vector<std::pair<std::size_t, std::size_t>>& pairs) {
        std::set<std::size_t> found_gold, found_parsed;
        for (const auto& [g, p] : pairs) {
            found_gold.insert(g);
            found_parsed.insert(p);
        }
        for (std::size_t g = 0; g < golds.size(); ++g)
            if (!found_gold.contains(g)) miss(component, show(string_of(golds[g], "quote")), "-");
        for (std::size_t p = 0; p < parsed.size(); ++p)
            if (!found_parsed.contains(p)) miss(component, "-", show(parsed[p]));
    }

    template <class T>
    static std::vector<std::string> texts(const std::vector<T>& items) {
        std::vector<std::string> out;
        for (const T& item : items) out.push_back(item.text);
        return out;
    }

    // ---- components -------------------------------------------------------------------------------------------

    void zones() {
        const json& zones = gold_.at("zones");
        for (std::size_t i = 0; i < zones.size(); ++i) {
            const std::size_t begin = i == 0 ? 0 : place_of(zones[i], "at").begin;
            if (i > 0) gold_zones_.back().first.end = begin;
            gold_zones_.emplace_back(Span{begin, source_.size()}, zones[i].at("zone").get<std::string>());
        }
        std::size_t wanted = 0, parsed = 0;
        const auto text = [&](std::size_t begin, std::size_t end) {
            return icu::UnicodeString::fromUTF8(
                icu::StringPiece(source_.data() + begin, static_cast<int32_t>(end - begin)));
        };
        for (std::size_t at = 0; at < source_.size();) {
            std::size_t next = at + 1;
            while (next < source_.size() && (static_cast<unsigned char>(source_[next]) & 0xC0U) == 0x80U) ++next;
            if (u_isUWhiteSpace(text(at, next).char32At(0)) == 0) {
                while (wanted + 1 < gold_zones_.size() && gold_zones_[wanted].first.end <= at) ++wanted;
                while (parsed + 1 < report_.zones.size() && report_.zones[parsed].span.end <= at) ++parsed;
                const bool right = parsed < report_.zones.size() && report_.zones[parsed].span.begin <= at &&
                                   at < report_.zones[parsed].span.end &&
                                   name_of(report_.zones[parsed].kind) == gold_zones_[wanted].second;
                share("zones", right ? 1 : 0);
            }
            at = next;
        }
    }

    [[nodiscard]] std::string zone_at(std::size_t at) const {
        for (const auto& [span, kind] : gold_zones_)
            if (span.begin <= at && at < span.end) return kind;
        return {};
    }

    void fact(const char* name, const std::string& gold, const std::string& parsed) {
        const bool right = folded(gold) == folded(parsed);
        share("meeting", right ? 1 : 0);
        if (!right) miss(std::string("meeting.") + name, show(gold), show(parsed));
    }

    void meeting() {
        const json& gold = gold_.at("meeting");
        const Meeting& parsed = report_.meeting;
        const auto string_or_empty = [](const auto& value) { return value ? value->to_string() : std::string(); };
        fact("kind", string_of(gold, "kind"), std::string(name_of(parsed.kind)));
        fact("date", string_of(gold, "date"), string_or_empty(parsed.date));
        fact("day_part", string_of(gold, "day_part"), parsed.day_part ? std::string(name_of(*parsed.day_part)) : "");
        fact("reviews", string_of(gold, "reviews"), string_or_empty(parsed.reviews));
        fact("plans", string_of(gold, "plans"), string_or_empty(parsed.plans));
        const json organizer = gold.value("organizer", json()).is_null() ? json::object() : gold.at("organizer");
        fact("organizer.name", string_of(organizer, "name"), parsed.organizer ? parsed.organizer->name : "");
        fact("organizer.kind", string_of(organizer, "kind"),
             parsed.organizer ? std::string(name_of(parsed.organizer->kind)) : "");
        fact("organizer.province", string_of(organizer, "province"),
             parsed.organizer ? parsed.organizer->province.value_or("") : "");
        fact("title", string_of(gold_, "title"), report_.title ? report_.title->text : "");
        const json published = gold_.value("published", json()).is_null() ? json::object() : gold_.at("published");
        fact("published", string_of(published, "date"), report_.published ? report_.published->date.to_string() : "");
        fact("byline", string_of(gold_, "byline"), report_.byline ? report_.byline->text : "");
    }

    using Facts = std::set<std::vector<std::string>>;

    void compare(const char* component, const Facts& gold, const Facts& parsed) {
        std::size_t hits = 0;
        const auto line = [](const std::vector<std::string>& fact) {
            std::string out;
            for (const std::string& part : fact) out += (out.empty() ? "" : " | ") + part;
            return out;
        };
        for (const auto& fact : gold) {
            if (parsed.contains(fact))
                ++hits;
            else
                miss(component, show(line(fact)), "-");
        }
        for (const auto& fact : parsed)
            if (!gold.contains(fact)) miss(component, "-", show(line(fact)));
        f1(component, hits, gold.size(), parsed.size());
    }

    void people() {
        Facts gold_names, gold_positions, gold_roles, names, positions, roles;
        for (const json& person : gold_.at("people")) {
            const std::string name = folded(string_of(person, "name"));
            gold_names.insert({name});
            for (const json& position : person.at("positions"))
                gold_positions.insert(
                    {name, folded(string_of(position, "title")), folded(string_of(position, "organization"))});
            for (const json& role : person.at("roles")) gold_roles.insert({name, role.get<std::string>()});
        }
        for (const Person& person : report_.people) {
            const std::string name = folded(person.name);
            names.insert({name});
            for (const Position& position : person.positions)
                positions.insert({name, folded(position.title), folded(position.organization.value_or(""))});
            for (const Role role : person.roles) roles.insert({name, std::string(name_of(role))});
        }
        compare("people", gold_names, names);
        compare("positions", gold_positions, positions);
        compare("roles", gold_roles, roles);
    }

    template <class T>
    std::vector<std::pair<std::size_t, std::size_t>> prose(const char* component, const std::vector<T>& parsed) {
        const json golds = gold_.value(component, json::array());
        const std::vector<Span> places = places_of(golds);
        const auto pairs = pair_up(places.size(), parsed.size(), [&](std::size_t g, std::size_t p) {
            const double close = overlap_over_union(places[g], parsed[p].span);
            return close >= 0.5 ? close : 0.0;
        });
        f1(component, pairs.size(), places.size(), parsed.size());
        tell_unpaired(component, golds, texts(parsed), pairs);
        return pairs;
    }

    void targets() {
        const json& golds = gold_.at("targets");
        for (const auto& [g, p] : prose("targets", report_.targets)) {
            const std::string gold = string_of(golds[g], "source");
            check("target_source", folded(gold) == folded(report_.targets[p].source), show(gold),
                  show(report_.targets[p].source));
        }
    }

    void measures() {
        const json& golds = gold_.at("measures");
        const std::vector<Span> places = places_of(golds);
        const auto optional = [&](std::size_t g) { return golds[g].value("optional", false); };
        const auto pairs = pair_up(golds.size(), report_.measures.size(), [&](std::size_t g, std::size_t p) {
            return same_number(string_of(golds[g], "value"), report_.measures[p].value)
                       ? overlap(places[g], report_.measures[p].span)
                       : 0.0;
        });
        std::map<std::size_t, std::size_t> partner;
        for (const auto& [g, p] : pairs) partner[g] = p;
        std::set<std::size_t> firm;
        for (const auto& [g, p] : pairs)
            if (!optional(g)) firm.insert(p);
        std::size_t wanted = 0, counted = 0;
        for (std::size_t g = 0; g < golds.size(); ++g) {
            if (optional(g)) continue;
            ++wanted;
            if (!partner.contains(g))
                miss("measures", show(string_of(golds[g], "quote")) + " = " + string_of(golds[g], "value"), "-");
        }
        for (std::size_t p = 0; p < report_.measures.size(); ++p) {
            // What stands where an optional measure stands is neither right nor wrong.
            bool spare = false;
            for (std::size_t g = 0; g < golds.size() && !firm.contains(p); ++g)
                spare = spare || (optional(g) && overlap(places[g], report_.measures[p].span) > 0);
            if (spare) continue;
            ++counted;
            if (!firm.contains(p))
                miss("measures", "-", show(report_.measures[p].text) + " = " + report_.measures[p].value.to_string());
        }
        f1("measures", firm.size(), wanted, counted);
        for (const auto& [g, p] : pairs)
            if (!optional(g)) measure(golds[g], places[g], report_.measures[p], partner);
    }

    void measure(const json& gold, const Span& place, const Measure& parsed,
                 const std::map<std::size_t, std::size_t>& partner) {
        const std::string quote = show(string_of(gold, "quote")) + " ";
        const auto text = [&](const char* key) { return string_of(gold, key); };
        check("unit", same_unit(text("unit"), parsed.unit.value_or("")), quote + text("unit"), show(parsed.unit));
        check("kind", text("kind") == name_of(parsed.kind), quote + text("kind"), std::string(name_of(parsed.kind)));
        const std::string approx = gold.value("approx", "exact");
        check("approx", approx == name_of(parsed.approx), quote + approx, std::string(name_of(parsed.approx)));
        check("estimated", gold.value("estimated", false) == parsed.estimated, quote,
              parsed.estimated ? "true" : "false");

        const json per = gold.value("per", json());
        if (!text("of").empty() || !text("to").empty() || !per.is_null()) {
            bool right = true;
            if (!text("of").empty()) right = right && same_number(text("of"), parsed.of);
            if (!text("to").empty()) right = right && same_number(text("to"), parsed.to);
            if (!per.is_null())
                right = right && parsed.per && same_number(string_of(per, "value"), parsed.per->value) &&
                        same_unit(string_of(per, "unit"), parsed.per->unit);
            check("whole", right, quote + text("of") + text("to") + (per.is_null() ? "" : per.dump()),
                  show(parsed.text));
        }

        const std::string role = gold.value("role", "level");
        const std::string direction = parsed.direction ? std::string(name_of(*parsed.direction)) : "";
        bool change = role == name_of(parsed.role) && text("direction") == direction;
        if (!text("baseline").empty())
            change = change && word_f1(text("baseline"), parsed.baseline.value_or("")) >= 0.5;
        check("change", change, quote + role + " " + text("direction") + " " + show(text("baseline")),
              std::string(name_of(parsed.role)) + " " + direction + " " + show(parsed.baseline));

        if (!text("part_of").empty()) {
            bool right = false;
            const json& golds = gold_.at("measures");
            for (std::size_t g = 0; g < golds.size() && !right; ++g) {
                const auto found = partner.find(g);
                right = string_of(golds[g], "quote") == text("part_of") && found != partner.end() &&
                        parsed.part_of == found->second;
            }
            check("part_of", right, quote + "of " + show(text("part_of")),
                  parsed.part_of ? show(report_.measures[*parsed.part_of].text) : "-");
        }

        const std::string indicator = parsed.indicator ? parsed.indicator->text : "";
        const double close = word_f1(text("indicator"), indicator);
        share("indicator", close);
        if (close < 0.5) miss("indicator", quote + show(text("indicator")), show(indicator));
        check("indicator_id", text("indicator_id") == parsed.indicator_id.value_or(""),
              quote + show(text("indicator_id")), show(parsed.indicator_id));

        // The period of a measure is that of its zone where the gold says none.
        std::string period = text("period");
        if (period.empty()) {
            const std::string zone = zone_at(place.begin);
            if (zone == "achievements" || zone == "lead") period = string_of(gold_.at("meeting"), "reviews");
            if (zone == "tasks") period = string_of(gold_.at("meeting"), "plans");
        }
        if (!period.empty()) {
            const std::string said = parsed.period ? parsed.period->to_string() : "";
            check("period", period == said, quote + period, show(said));
        }
    }

    void awards() {
        const json& golds = gold_.at("awards");
        const std::vector<Span> places = places_of(golds);
        const auto pairs = pair_up(golds.size(), report_.awards.size(), [&](std::size_t g, std::size_t p) {
            return string_of(golds[g], "kind") == name_of(report_.awards[p].kind)
                       ? overlap(places[g], report_.awards[p].span)
                       : 0.0;
        });
        f1("awards", pairs.size(), golds.size(), report_.awards.size());
        tell_unpaired("awards", golds, texts(report_.awards), pairs);
        for (const auto& [g, p] : pairs) {
            const json& gold = golds[g];
            const Award& award = report_.awards[p];
            const std::string quote = show(award.text) + " ";
            const std::string count = award.count ? std::to_string(*award.count) : "";
            check("award_facts", string_of(gold, "count") == count, quote + string_of(gold, "count"), count);
            check("award_facts", folded(string_of(gold, "recipient")) == folded(award.recipient.value_or("")),
                  quote + show(string_of(gold, "recipient")), show(award.recipient));
            const std::string grantor = string_of(gold, "grantor"), said = award.grantor.value_or("");
            check("award_facts", folded(grantor) == folded(said) || word_f1(grantor, said) >= 0.6,
                  quote + show(grantor), show(said));
        }
    }

    void citations() {
        const json& golds = gold_.at("citations");
        const std::vector<Span> places = places_of(golds);
        const auto pairs = pair_up(golds.size(), report_.citations.size(), [&](std::size_t g, std::size_t p) {
            const Citation& citation = report_.citations[p];
            const bool same = string_of(golds[g], "type") == name_of(citation.type) &&
                              folded(string_of(golds[g], "number")) == folded(citation.number);
            return same ? overlap(places[g], citation.span) : 0.0;
        });
        f1("citations", pairs.size(), golds.size(), report_.citations.size());
        tell_unpaired("citations", golds, texts(report_.citations), pairs);
    }
};

void Scores::add(std::string_view source, std::string_view gold, const Report& report) {
    try {
        const json parsed = json::parse(gold);
        ReportScorer(source, parsed, report, *this).run();
    } catch (const json::exception& error) {
        throw std::runtime_error(std::string("gold: ") + error.what());
    }
}

void Scores::add(const Scores& other) {
    for (const auto& [component, cell] : other.cells_) {
        cells_[component].hits += cell.hits;
        cells_[component].of += cell.of;
    }
    misses_.insert(misses_.end(), other.misses_.begin(), other.misses_.end());
}

std::optional<double> Scores::operator[](std::string_view component) const {
    if (component == "total") {
        double sum = 0;
        std::size_t count = 0;
        for (const std::string_view one : score_components) {
            const auto score = (*this)[one];
            if (!score) continue;
            sum += *score;
            ++count;
        }
        if (count == 0) return std::nullopt;
        return sum / static_cast<double>(count);
    }
    const auto cell = cells_.find(component);
    if (cell == cells_.end()) return std::nullopt;
    // Nothing to find and nothing found is right.
    return cell->second.of == 0 ? 1.0 : cell->second.hits / cell->second.of;
}

std::string score_table(const std::vector<std::pair<std::string, Scores>>& columns) {
    std::ostringstream out;
    out.imbue(std::locale::classic());
    out << std::fixed << std::setprecision(3) << std::left << std::setw(15) << "" << std::right;
    const auto width = [](const std::string& name) {
        return static_cast<int>(std::max<std::size_t>(name.size() + 2, 8));
    };
    for (const auto& [name, scores] : columns) out << std::setw(width(name)) << name;
    out << '\n';
    std::vector<std::string_view> lines(std::begin(score_components), std::end(score_components));
    lines.emplace_back("total");
    for (const std::string_view line : lines) {
        out << std::left << std::setw(15) << line << std::right;
        for (const auto& [name, scores] : columns) {
            const auto score = scores[line];
            out << std::setw(width(name));
            if (score)
                out << *score;
            else
                out << '-';
        }
        out << '\n';
    }
    return out.str();
}

}  // namespace tongket::test
