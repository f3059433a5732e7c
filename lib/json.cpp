// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <utility>

#include <tongket/json.hpp>
#include <tongket/names.hpp>

namespace tongket {
namespace {

constexpr const char* schema_name = "tongket.report/1";

// ---- Writing
// ------------------------------------------------------------------------------------------------------- One `write`
// for each type; the keys stand in the order of the schema.

using Output = nlohmann::ordered_json;

Output write(const std::string& value) { return value; }
Output write(int value) { return value; }
Output write(std::int64_t value) { return value; }
Output write(std::size_t value) { return value; }
Output write(const Decimal& value) { return value.to_string(); }
Output write(const Date& value) { return value.to_string(); }
Output write(const TimeOfDay& value) { return value.to_string(); }
Output write(const Period& value) { return value.to_string(); }
Output write(const Span& value) { return Output::array({value.begin, value.end}); }

template <class Enum>
requires(!enum_names<Enum>.empty()) Output write(Enum value) { return name_of(value); }

/// Declared here because they call each other for every type of the model.
template <class T>
Output write(const std::optional<T>& value);
template <class T>
Output write(const std::vector<T>& items);

Output write(const Text& value) { return {{"text", value.text}, {"span", write(value.span)}}; }

Output write(const Published& value) {
    return {{"date", write(value.date)}, {"time", write(value.time)}, {"span", write(value.span)}};
}

Output write(const Zone& value) { return {{"zone", write(value.kind)}, {"span", write(value.span)}}; }

Output write(const Organizer& value) {
    return {{"name", value.name},
            {"kind", write(value.kind)},
            {"province", write(value.province)},
            {"span", write(value.span)}};
}

Output write(const Meeting& value) {
    return {{"kind", write(value.kind)},         {"name", write(value.name)},           {"date", write(value.date)},
            {"day_part", write(value.day_part)}, {"organizer", write(value.organizer)}, {"venue", write(value.venue)},
            {"reviews", write(value.reviews)},   {"plans", write(value.plans)}};
}

Output write(const Position& value) {
    return {
        {"title", value.title}, {"organization", write(value.organization)}, {"confidence", write(value.confidence)}};
}

Output write(const Person& value) {
    return {{"name", value.name},
            {"honorific", write(value.honorific)},
            {"positions", write(value.positions)},
            {"roles", write(value.roles)},
            {"span", write(value.span)}};
}

Output write(const Delegation& value) { return {{"text", value.text}, {"span", write(value.span)}}; }

Output write(const Per& value) { return {{"value", write(value.value)}, {"unit", value.unit}}; }

Output write(const MeasureConfidence& value) {
    return {{"indicator", write(value.indicator)},
            {"indicator_id", write(value.indicator_id)},
            {"period", write(value.period)},
            {"part_of", write(value.part_of)}};
}

Output write(const Measure& value) {
    return {{"text", value.text},
            {"span", write(value.span)},
            {"value", write(value.value)},
            {"to", write(value.to)},
            {"unit", write(value.unit)},
            {"kind", write(value.kind)},
            {"approx", write(value.approx)},
            {"estimated", value.estimated},
            {"of", write(value.of)},
            {"per", write(value.per)},
            {"role", write(value.role)},
            {"direction", write(value.direction)},
            {"baseline", write(value.baseline)},
            {"indicator", write(value.indicator)},
            {"indicator_id", write(value.indicator_id)},
            {"period", write(value.period)},
            {"part_of", write(value.part_of)},
            {"confidence", write(value.confidence)}};
}

Output write(const Statement& value) {
    return {{"text", value.text},
            {"span", write(value.span)},
            {"topic", write(value.topic)},
            {"measures", write(value.measures)}};
}

Output write(const Target& value) {
    Output out = write(static_cast<const Statement&>(value));
    out["source"] = value.source;
    out["due"] = write(value.due);
    return out;
}

Output write(const Award& value) {
    return {{"text", value.text},
            {"span", write(value.span)},
            {"name", value.name},
            {"kind", write(value.kind)},
            {"grantor", write(value.grantor)},
            {"recipient", write(value.recipient)},
            {"count", write(value.count)},
            {"year", write(value.year)},
            {"grantor_confidence", write(value.grantor_confidence)}};
}

Output write(const Citation& value) {
    Output out = {{"text", value.text},
                  {"span", write(value.span)},
                  {"type", write(value.type)},
                  {"number", value.number},
                  {"date", write(value.date)},
                  {"issuer", write(value.issuer)},
                  {"normalized_number", value.normalized_number}};
    if (value.full_mention) out["full_mention"] = *value.full_mention;
    return out;
}

Output write(const Diagnostic& value) {
    Output out = {{"severity", write(value.severity)},
                  {"code", value.code},
                  {"message", value.message},
                  {"span", write(value.span)}};
    if (value.related) out["related"] = write(*value.related);
    return out;
}

Output write(const Report& value) {
    return {{"schema", schema_name},
            {"offsets", write(value.offsets)},
            {"title", write(value.title)},
            {"published", write(value.published)},
            {"outlet", write(value.outlet)},
            {"byline", write(value.byline)},
            {"zones", write(value.zones)},
            {"meeting", write(value.meeting)},
            {"people", write(value.people)},
            {"delegations", write(value.delegations)},
            {"achievements", write(value.achievements)},
            {"measures", write(value.measures)},
            {"shortcomings", write(value.shortcomings)},
            {"targets", write(value.targets)},
            {"awards", write(value.awards)},
            {"citations", write(value.citations)},
            {"diagnostics", write(value.diagnostics)}};
}

template <class T>
Output write(const std::optional<T>& value) {
    return value ? write(*value) : Output(nullptr);
}

template <class T>
Output write(const std::vector<T>& items) {
    Output out = Output::array();
    out.get_ref<Output::array_t&>().reserve(items.size());
    for (const T& item : items) out.push_back(write(item));
    return out;
}

// ---- Reading
// -------------------------------------------------------------------------------------------------------

/// Not `ordered_json`: its objects search their keys one by one, so that an object of many keys would take quadratic
/// time to read.
using Input = nlohmann::json;

/// A report is five levels deep; the rest is room for keys that others add.
constexpr std::size_t max_depth = 64;

/// A value that is not as it should be. Each level that it passes on its way out puts its key before the path.
struct Mismatch {
    std::string path;
    std::string message;

    void enter(const std::string& step) {
        const bool needs_dot = !path.empty() && path.front() != '[';
        path = step + (needs_dot ? "." : "") + path;
    }
};

[[noreturn]] void mismatch(std::string message) { throw Mismatch{{}, std::move(message)}; }

/// Calls `read`; a mismatch in it happened at `step`.
template <class Read>
auto at_step(const std::string& step, Read read) {
    try {
        return read();
    } catch (Mismatch& error) {
        error.enter(step);
        throw;
    }
}

std::string index_step(std::size_t index) {
    std::string step = "[";
    step += std::to_string(index);
    return step += "]";
}

/// Names the type to read; `read(As<T>{}, json)` is overloaded on it.
template <class T>
struct As {};

std::string read(As<std::string>, const Input& json) {
    if (!json.is_string()) mismatch("must be a string");
    return json.get<std::string>();
}

bool read(As<bool>, const Input& json) {
    if (!json.is_boolean()) mismatch("must be true or false");
    return json.get<bool>();
}

std::int64_t read(As<std::int64_t>, const Input& json) {
    if (!json.is_number_integer()) mismatch("must be an integer");
    if (json.is_number_unsigned() &&
        json.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        mismatch("is too large");
    return json.get<std::int64_t>();
}

int read(As<int>, const Input& json) {
    const std::int64_t value = read(As<std::int64_t>{}, json);
    if (value < std::numeric_limits<int>::min() || value > std::numeric_limits<int>::max())
        mismatch("is out of range");
    return static_cast<int>(value);
}

std::size_t read(As<std::size_t>, const Input& json) {
    if (!json.is_number_unsigned()) mismatch("must be an integer that is not negative");
    return json.get<std::size_t>();
}

/// Reads a string that `T::from_string` understands.
template <class T>
T read_formatted(const Input& json, const char* form) {
    const auto value = T::from_string(read(As<std::string>{}, json));
    if (!value) mismatch(std::string("must be ") + form);
    return *value;
}

Decimal read(As<Decimal>, const Input& json) {
    return read_formatted<Decimal>(json, "a plain decimal number that 64 bits hold, as in \"29.46\"");
}
Date read(As<Date>, const Input& json) { return read_formatted<Date>(json, "a date, as in \"2018-01-18\""); }
TimeOfDay read(As<TimeOfDay>, const Input& json) {
    return read_formatted<TimeOfDay>(json, "a time of day, as in \"08:30\"");
}
Period read(As<Period>, const Input& json) {
    return read_formatted<Period>(json, "a period, as in \"2018\", \"2018-H1\", \"2018-Q3\" or \"2006..2015\"");
}

Span read(As<Span>, const Input& json) {
    if (!json.is_array() || json.size() != 2) mismatch("must be [begin, end]");
    const auto bound = [&](std::size_t i) {
        return at_step(index_step(i), [&] { return read(As<std::size_t>{}, json[i]); });
    };
    const Span span{bound(0), bound(1)};
    if (span.end < span.begin) mismatch("must not end before it begins");
    return span;
}

template <class Enum>
requires(!enum_names<Enum>.empty()) Enum read(As<Enum>, const Input& json) {
    const std::string name = read(As<std::string>{}, json);
    if (const auto value = from_name<Enum>(name)) return *value;
    std::string message = "must be one of";
    for (const std::string_view allowed : enum_names<Enum>) (message += " ") += allowed;
    mismatch(std::move(message));
}

template <class T>
std::optional<T> read(As<std::optional<T>>, const Input& json) {
    if (json.is_null()) return std::nullopt;
    return read(As<T>{}, json);
}

template <class T>
std::vector<T> read(As<std::vector<T>>, const Input& json) {
    if (!json.is_array()) mismatch("must be an array");
    std::vector<T> items;
    items.reserve(json.size());
    for (std::size_t i = 0; i < json.size(); ++i)
        items.push_back(at_step(index_step(i), [&] { return read(As<T>{}, json[i]); }));
    return items;
}

/// The members of a JSON object.
class Members {
  public:
    explicit Members(const Input& json) : json_(json) {
        if (!json.is_object()) mismatch("must be an object");
    }

    /// Reads a member that must be there into `field`; `null` is right for an optional only.
    template <class T>
    void required(const char* key, T& field) const {
        at_step(key, [&] {
            const auto found = json_.find(key);
            if (found == json_.end()) mismatch("is missing");
            field = read(As<T>{}, *found);
        });
    }

    /// Reads a member that may be left out; `field` then keeps its default.
    template <class T>
    void optional(const char* key, T& field) const {
        if (json_.contains(key)) required(key, field);
    }

  private:
    const Input& json_;
};

Text read(As<Text>, const Input& json) {
    const Members members(json);
    Text value;
    members.required("text", value.text);
    members.required("span", value.span);
    return value;
}

Published read(As<Published>, const Input& json) {
    const Members members(json);
    Published value;
    members.required("date", value.date);
    members.required("time", value.time);
    members.required("span", value.span);
    return value;
}

Zone read(As<Zone>, const Input& json) {
    const Members members(json);
    Zone value;
    members.required("zone", value.kind);
    members.required("span", value.span);
    return value;
}

Organizer read(As<Organizer>, const Input& json) {
    const Members members(json);
    Organizer value;
    members.required("name", value.name);
    members.required("kind", value.kind);
    members.required("province", value.province);
    members.required("span", value.span);
    if (value.province && !value.province->starts_with("VN-"))
        at_step("province", [] { mismatch("must begin with VN-"); });
    return value;
}

Meeting read(As<Meeting>, const Input& json) {
    const Members members(json);
    Meeting value;
    members.required("kind", value.kind);
    members.required("name", value.name);
    members.required("date", value.date);
    members.required("day_part", value.day_part);
    members.required("organizer", value.organizer);
    members.required("venue", value.venue);
    members.required("reviews", value.reviews);
    members.required("plans", value.plans);
    return value;
}

Position read(As<Position>, const Input& json) {
    const Members members(json);
    Position value;
    members.required("title", value.title);
    members.required("organization", value.organization);
    members.optional("confidence", value.confidence);
    return value;
}

Person read(As<Person>, const Input& json) {
    const Members members(json);
    Person value;
    members.required("name", value.name);
    members.required("honorific", value.honorific);
    members.required("positions", value.positions);
    members.required("roles", value.roles);
    members.required("span", value.span);
    return value;
}

Delegation read(As<Delegation>, const Input& json) {
    const Members members(json);
    Delegation value;
    members.required("text", value.text);
    members.required("span", value.span);
    return value;
}

Per read(As<Per>, const Input& json) {
    const Members members(json);
    Per value;
    members.required("value", value.value);
    members.required("unit", value.unit);
    return value;
}

MeasureConfidence read(As<MeasureConfidence>, const Input& json) {
    const Members members(json);
    MeasureConfidence value;
    members.required("indicator", value.indicator);
    members.required("indicator_id", value.indicator_id);
    members.required("period", value.period);
    members.required("part_of", value.part_of);
    return value;
}

Measure read(As<Measure>, const Input& json) {
    const Members members(json);
    Measure value;
    members.required("text", value.text);
    members.required("span", value.span);
    members.required("value", value.value);
    members.optional("to", value.to);
    members.required("unit", value.unit);
    members.required("kind", value.kind);
    members.required("approx", value.approx);
    members.required("estimated", value.estimated);
    members.optional("of", value.of);
    members.optional("per", value.per);
    members.required("role", value.role);
    members.optional("direction", value.direction);
    members.optional("baseline", value.baseline);
    members.required("indicator", value.indicator);
    members.required("indicator_id", value.indicator_id);
    members.required("period", value.period);
    members.required("part_of", value.part_of);
    members.optional("confidence", value.confidence);
    return value;
}

void read_statement(const Members& members, Statement& value) {
    members.required("text", value.text);
    members.required("span", value.span);
    members.required("topic", value.topic);
    members.required("measures", value.measures);
}

Statement read(As<Statement>, const Input& json) {
    Statement value;
    read_statement(Members(json), value);
    return value;
}

Target read(As<Target>, const Input& json) {
    const Members members(json);
    Target value;
    read_statement(members, value);
    members.required("source", value.source);
    members.optional("due", value.due);
    return value;
}

Award read(As<Award>, const Input& json) {
    const Members members(json);
    Award value;
    members.required("text", value.text);
    members.required("span", value.span);
    members.required("name", value.name);
    members.required("kind", value.kind);
    members.required("grantor", value.grantor);
    members.required("recipient", value.recipient);
    members.required("count", value.count);
    members.required("year", value.year);
    members.optional("grantor_confidence", value.grantor_confidence);
    return value;
}

Citation read(As<Citation>, const Input& json) {
    const Members members(json);
    Citation value;
    members.required("text", value.text);
    members.required("span", value.span);
    members.required("type", value.type);
    members.required("number", value.number);
    members.required("date", value.date);
    members.required("issuer", value.issuer);
    members.optional("normalized_number", value.normalized_number);
    members.optional("full_mention", value.full_mention);
    return value;
}

Diagnostic read(As<Diagnostic>, const Input& json) {
    const Members members(json);
    Diagnostic value;
    members.required("severity", value.severity);
    members.required("code", value.code);
    members.required("message", value.message);
    members.required("span", value.span);
    members.optional("related", value.related);
    return value;
}

Report read(As<Report>, const Input& json) {
    const Members members(json);
    std::string schema;
    members.required("schema", schema);
    if (schema != schema_name) at_step("schema", [] { mismatch(std::string("must be ") + schema_name); });
    Report value;
    members.required("offsets", value.offsets);
    members.optional("title", value.title);
    members.optional("published", value.published);
    members.optional("outlet", value.outlet);
    members.optional("byline", value.byline);
    members.required("zones", value.zones);
    members.required("meeting", value.meeting);
    members.required("people", value.people);
    members.required("delegations", value.delegations);
    members.required("achievements", value.achievements);
    members.required("measures", value.measures);
    members.required("shortcomings", value.shortcomings);
    members.required("targets", value.targets);
    members.required("awards", value.awards);
    members.required("citations", value.citations);
    members.required("diagnostics", value.diagnostics);
    return value;
}

/// Calls `check` for each item, with paths that begin with `key[i]`.
template <class Items, class Check>
void check_each(const char* key, const Items& items, Check check) {
    for (std::size_t i = 0; i < items.size(); ++i) at_step(key + index_step(i), [&] { check(items[i]); });
}

void check_index(const char* key, const std::optional<std::size_t>& index, std::size_t count) {
    if (index && *index >= count) at_step(key, [] { mismatch("is out of range"); });
}

/// Links between the lists of a report must lead somewhere.
void check_links(const Report& report) {
    const auto check_statement = [&](const Statement& statement) {
        check_each("measures", statement.measures, [&](std::size_t index) {
            if (index >= report.measures.size()) mismatch("is out of range");
        });
    };
    check_each("achievements", report.achievements, check_statement);
    check_each("measures", report.measures,
               [&](const Measure& measure) { check_index("part_of", measure.part_of, report.measures.size()); });
    check_each("shortcomings", report.shortcomings, check_statement);
    check_each("targets", report.targets, check_statement);
    check_each("citations", report.citations, [&](const Citation& citation) {
        check_index("full_mention", citation.full_mention, report.citations.size());
    });
}

/// Without the library's prefix, `[json.exception.parse_error.101] `.
std::string plain_message(const Input::exception& error) {
    const std::string message = error.what();
    const std::size_t prefix_end = message.find("] ");
    return "not JSON: " + (prefix_end == std::string::npos ? message : message.substr(prefix_end + 2));
}

/// Refuses input of nothing but brackets before the parser fills the memory with it. (The parser's own callback could
/// see the depth too, but with it nlohmann-json takes quadratic time on long arrays.)
void check_depth(std::string_view json) {
    std::size_t depth = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (c == '"') {
            in_string = !in_string;
        } else if (in_string) {
            if (c == '\\') ++i;
        } else if (c == '[' || c == '{') {
            if (++depth > max_depth)
                throw Error(ErrorCode::invalid_json, i,
                            "nested more than " + std::to_string(max_depth) + " levels deep");
        } else if ((c == ']' || c == '}') && depth > 0) {
            --depth;
        }
    }
}

Input parse_json(std::string_view json) {
    check_depth(json);
    try {
        return Input::parse(json);
    } catch (const Input::parse_error& error) {
        // `byte` counts from 1 and includes the character that was wrong.
        const std::size_t offset = error.byte == 0 ? 0 : error.byte - 1;
        throw Error(ErrorCode::invalid_json, std::min(offset, json.size()), plain_message(error));
    } catch (const Input::exception& error) {
        throw Error(ErrorCode::invalid_json, 0, plain_message(error));
    }
}

}  // namespace

std::string to_json(const Report& report, int indent) {
    return write(report).dump(std::max(indent, -1), ' ', false, Output::error_handler_t::replace);
}

Report from_json(std::string_view json) {
    const Input document = parse_json(json);
    try {
        Report report = read(As<Report>{}, document);
        check_links(report);
        return report;
    } catch (const Mismatch& error) {
        const std::string place = error.path.empty() ? "report" : error.path;
        throw Error(ErrorCode::invalid_json, 0, place + ": " + error.message);
    }
}

}  // namespace tongket
