// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <limits>
#include <utility>

#include <tongket/json.hpp>
#include <tongket/names.hpp>

#include "writers/json_value.hpp"
#include "writers/json_writer.hpp"

namespace tongket {
namespace {

constexpr std::string_view schema_name = "tongket.report/1";

// ---- Writing ------------------------------------------------------------------------------------------------------
// One `write` for each type; the keys stand in the order of the schema.

struct Output : JsonWriter {
    using JsonWriter::JsonWriter;

    template <class T>
    void member(const char* name, const T& value) {
        key(name);
        write(*this, value);
    }
};

void write(Output& json, std::string_view value) { json.string(value); }
void write(Output& json, bool value) { json.boolean(value); }
void write(Output& json, int value) { json.integer(value); }
void write(Output& json, std::int64_t value) { json.integer(value); }
void write(Output& json, std::size_t value) { json.integer(value); }
void write(Output& json, double value) { json.number(value); }
void write(Output& json, const Decimal& value) { json.string(value.to_string()); }
void write(Output& json, const Date& value) { json.string(value.to_string()); }
void write(Output& json, const TimeOfDay& value) { json.string(value.to_string()); }
void write(Output& json, const Period& value) { json.string(value.to_string()); }

void write(Output& json, const Span& value) {
    json.begin_array();
    json.integer(value.begin);
    json.integer(value.end);
    json.end_array();
}

template <NamedEnum Enum>
void write(Output& json, Enum value) {
    json.string(name_of(value));
}

template <class T>
void write(Output& json, const std::optional<T>& value) {
    if (value) {
        write(json, *value);
    } else {
        json.null();
    }
}

template <class T>
void write(Output& json, const std::vector<T>& items) {
    json.begin_array();
    for (const T& item : items) write(json, item);
    json.end_array();
}

void write(Output& json, const Text& value) {
    json.begin_object();
    json.member("text", value.text);
    json.member("span", value.span);
    json.end_object();
}

void write(Output& json, const Published& value) {
    json.begin_object();
    json.member("date", value.date);
    json.member("time", value.time);
    json.member("span", value.span);
    json.end_object();
}

void write(Output& json, const Zone& value) {
    json.begin_object();
    json.member("zone", value.kind);
    json.member("span", value.span);
    json.end_object();
}

void write(Output& json, const Organizer& value) {
    json.begin_object();
    json.member("name", value.name);
    json.member("kind", value.kind);
    json.member("province", value.province);
    json.member("span", value.span);
    json.end_object();
}

void write(Output& json, const Meeting& value) {
    json.begin_object();
    json.member("kind", value.kind);
    json.member("name", value.name);
    json.member("date", value.date);
    json.member("day_part", value.day_part);
    json.member("organizer", value.organizer);
    json.member("venue", value.venue);
    json.member("reviews", value.reviews);
    json.member("plans", value.plans);
    json.end_object();
}

void write(Output& json, const Position& value) {
    json.begin_object();
    json.member("title", value.title);
    json.member("organization", value.organization);
    json.member("confidence", value.confidence);
    json.end_object();
}

void write(Output& json, const Person& value) {
    json.begin_object();
    json.member("name", value.name);
    json.member("honorific", value.honorific);
    json.member("positions", value.positions);
    json.member("roles", value.roles);
    json.member("span", value.span);
    json.end_object();
}

void write(Output& json, const Delegation& value) {
    json.begin_object();
    json.member("text", value.text);
    json.member("span", value.span);
    json.end_object();
}

void write(Output& json, const Per& value) {
    json.begin_object();
    json.member("value", value.value);
    json.member("unit", value.unit);
    json.end_object();
}

void write(Output& json, const MeasureConfidence& value) {
    json.begin_object();
    json.member("indicator", value.indicator);
    json.member("indicator_id", value.indicator_id);
    json.member("period", value.period);
    json.member("part_of", value.part_of);
    json.end_object();
}

void write(Output& json, const Measure& value) {
    json.begin_object();
    json.member("text", value.text);
    json.member("span", value.span);
    json.member("value", value.value);
    json.member("to", value.to);
    json.member("unit", value.unit);
    json.member("kind", value.kind);
    json.member("approx", value.approx);
    json.member("estimated", value.estimated);
    if (value.planned) json.member("planned", value.planned);  // few have it
    json.member("of", value.of);
    json.member("per", value.per);
    json.member("role", value.role);
    json.member("direction", value.direction);
    json.member("baseline", value.baseline);
    json.member("indicator", value.indicator);
    json.member("indicator_id", value.indicator_id);
    json.member("period", value.period);
    json.member("part_of", value.part_of);
    json.member("confidence", value.confidence);
    json.end_object();
}

void write_statement(Output& json, const Statement& value) {
    json.member("text", value.text);
    json.member("span", value.span);
    json.member("topic", value.topic);
    json.member("measures", value.measures);
}

void write(Output& json, const Statement& value) {
    json.begin_object();
    write_statement(json, value);
    json.end_object();
}

void write(Output& json, const Target& value) {
    json.begin_object();
    write_statement(json, value);
    json.member("source", value.source);
    json.member("due", value.due);
    json.end_object();
}

void write(Output& json, const Award& value) {
    json.begin_object();
    json.member("text", value.text);
    json.member("span", value.span);
    json.member("name", value.name);
    json.member("kind", value.kind);
    json.member("grantor", value.grantor);
    json.member("recipient", value.recipient);
    json.member("count", value.count);
    json.member("year", value.year);
    json.member("grantor_confidence", value.grantor_confidence);
    json.end_object();
}

void write(Output& json, const Citation& value) {
    json.begin_object();
    json.member("text", value.text);
    json.member("span", value.span);
    json.member("type", value.type);
    json.member("number", value.number);
    json.member("date", value.date);
    json.member("issuer", value.issuer);
    json.member("normalized_number", value.normalized_number);
    if (value.full_mention) json.member("full_mention", value.full_mention);
    json.end_object();
}

void write(Output& json, const Diagnostic& value) {
    json.begin_object();
    json.member("severity", value.severity);
    json.member("code", value.code);
    json.member("message", value.message);
    json.member("span", value.span);
    if (value.related) json.member("related", value.related);
    json.end_object();
}

void write(Output& json, const Report& value) {
    json.begin_object();
    json.member("schema", schema_name);
    json.member("offsets", value.offsets);
    json.member("genre", value.genre);
    json.member("title", value.title);
    json.member("published", value.published);
    json.member("outlet", value.outlet);
    json.member("byline", value.byline);
    json.member("zones", value.zones);
    json.member("meeting", value.meeting);
    json.member("people", value.people);
    json.member("delegations", value.delegations);
    json.member("achievements", value.achievements);
    json.member("measures", value.measures);
    json.member("shortcomings", value.shortcomings);
    json.member("targets", value.targets);
    json.member("awards", value.awards);
    json.member("citations", value.citations);
    json.member("diagnostics", value.diagnostics);
    json.end_object();
}

// ---- Reading ------------------------------------------------------------------------------------------------------

/// A value that is not as it should be. Each level that it passes on its way out adds the step to the path.
struct Mismatch {
    std::vector<JsonStep> path;  ///< from the value outwards
    std::string message;
};

[[noreturn]] void mismatch(std::string message) { throw Mismatch{{}, std::move(message)}; }

/// Calls `read`; a mismatch in it happened at `step`, a key or an index.
template <class Step, class Read>
auto at_step(const Step& step, Read read) {
    try {
        return read();
    } catch (Mismatch& error) {
        error.path.emplace_back(step);
        throw;
    }
}

/// A path as people write it: `measures[3].value`.
std::string path_text(const std::vector<JsonStep>& path) {
    std::string text;
    for (const JsonStep& step : path) {
        if (const auto* const index = std::get_if<std::size_t>(&step)) {
            ((text += '[') += std::to_string(*index)) += ']';
        } else {
            if (!text.empty()) text += '.';
            text += std::get<std::string>(step);
        }
    }
    return text.empty() ? "report" : text;
}

/// Names the type to read; `read(As<T>{}, json)` is overloaded on it.
template <class T>
struct As {};

/// The value of `json` where it is of type `T`.
template <class T>
const T& expect(const JsonValue& json, const char* message) {
    const T* const value = std::get_if<T>(&json.content);
    if (value == nullptr) mismatch(message);
    return *value;
}

std::string read(As<std::string>, const JsonValue& json) { return expect<std::string>(json, "must be a string"); }

bool read(As<bool>, const JsonValue& json) { return expect<bool>(json, "must be true or false"); }

std::int64_t read(As<std::int64_t>, const JsonValue& json) {
    if (const auto* const value = std::get_if<std::uint64_t>(&json.content)) {
        if (*value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) mismatch("is too large");
        return static_cast<std::int64_t>(*value);
    }
    return expect<std::int64_t>(json, "must be an integer");
}

int read(As<int>, const JsonValue& json) {
    const std::int64_t value = read(As<std::int64_t>{}, json);
    if (value < std::numeric_limits<int>::min() || value > std::numeric_limits<int>::max())
        mismatch("is out of range");
    return static_cast<int>(value);
}

std::size_t read(As<std::size_t>, const JsonValue& json) {
    return expect<std::uint64_t>(json, "must be an integer that is not negative");
}

double read(As<double>, const JsonValue& json) {
    if (const auto* const value = std::get_if<double>(&json.content)) return *value;
    if (const auto* const value = std::get_if<std::uint64_t>(&json.content)) return static_cast<double>(*value);
    return static_cast<double>(expect<std::int64_t>(json, "must be a number"));
}

/// Reads a string that `T::from_string` understands.
template <class T>
T read_formatted(const JsonValue& json, const char* form) {
    const auto value = T::from_string(read(As<std::string>{}, json));
    if (!value) mismatch(std::string("must be ") + form);
    return *value;
}

Decimal read(As<Decimal>, const JsonValue& json) {
    constexpr const char* form = "a plain decimal number that 64 bits hold, as in \"29.46\"";
    std::string_view digits = expect<std::string>(json, "must be a string");
    if (digits.starts_with('-')) digits.remove_prefix(1);
    // As numbers of JSON itself, and in the form of the schema.
    const bool leading_zero = digits.size() > 1 && digits[0] == '0' && digits[1] != '.';
    if (leading_zero) mismatch(std::string("must be ") + form + ", without zeros before it");
    return read_formatted<Decimal>(json, form);
}
Date read(As<Date>, const JsonValue& json) { return read_formatted<Date>(json, "a date, as in \"2018-01-18\""); }
TimeOfDay read(As<TimeOfDay>, const JsonValue& json) {
    return read_formatted<TimeOfDay>(json, "a time of day, as in \"08:30\"");
}
Period read(As<Period>, const JsonValue& json) {
    return read_formatted<Period>(
        json,
        "a period of the calendar, 1900 to 2100, as in \"2018\", \"2018-H1\", \"2018-Q3\", \"2018-11M\" or "
        "\"2006..2015\"");
}

Span read(As<Span>, const JsonValue& json) {
    constexpr const char* form = "must be [begin, end]";
    const auto& bounds = expect<JsonValue::Array>(json, form);
    if (bounds.size() != 2) mismatch(form);
    const auto bound = [&](std::size_t i) { return at_step(i, [&] { return read(As<std::size_t>{}, bounds[i]); }); };
    const Span span{bound(0), bound(1)};
    if (span.end < span.begin) mismatch("must not end before it begins");
    return span;
}

template <NamedEnum Enum>
Enum read(As<Enum>, const JsonValue& json) {
    const std::string name = read(As<std::string>{}, json);
    if (const auto value = from_name<Enum>(name)) return *value;
    std::string message = "must be one of";
    for (const std::string_view allowed : enum_names<Enum>) (message += " ") += allowed;
    mismatch(std::move(message));
}

template <class T>
std::optional<T> read(As<std::optional<T>>, const JsonValue& json) {
    if (std::holds_alternative<std::nullptr_t>(json.content)) return std::nullopt;
    return read(As<T>{}, json);
}

template <class T>
std::vector<T> read(As<std::vector<T>>, const JsonValue& json) {
    const auto& values = expect<JsonValue::Array>(json, "must be an array");
    std::vector<T> items;
    items.reserve(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        items.push_back(at_step(i, [&] { return read(As<T>{}, values[i]); }));
    return items;
}

/// The members of a JSON object.
class Members {
  public:
    explicit Members(const JsonValue& json) : object_(expect<JsonValue::Object>(json, "must be an object")) {}

    /// Reads a member that must be there into `field`; `null` is right for an optional only.
    template <class T>
    void required(const char* key, T& field) const {
        at_step(key, [&] {
            const JsonValue* const found = find(object_, key);
            if (found == nullptr) mismatch("is missing");
            field = read(As<T>{}, *found);
        });
    }

    /// Reads a member that may be left out; `field` then keeps its default.
    template <class T>
    void optional(const char* key, T& field) const {
        if (find(object_, key) != nullptr) required(key, field);
    }

  private:
    const JsonValue::Object& object_;
};

Text read(As<Text>, const JsonValue& json) {
    const Members members(json);
    Text value;
    members.required("text", value.text);
    members.required("span", value.span);
    return value;
}

Published read(As<Published>, const JsonValue& json) {
    const Members members(json);
    Published value;
    members.required("date", value.date);
    members.required("time", value.time);
    members.required("span", value.span);
    return value;
}

Zone read(As<Zone>, const JsonValue& json) {
    const Members members(json);
    Zone value;
    members.required("zone", value.kind);
    members.required("span", value.span);
    return value;
}

Organizer read(As<Organizer>, const JsonValue& json) {
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

Meeting read(As<Meeting>, const JsonValue& json) {
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

Position read(As<Position>, const JsonValue& json) {
    const Members members(json);
    Position value;
    members.required("title", value.title);
    members.required("organization", value.organization);
    members.optional("confidence", value.confidence);
    return value;
}

Person read(As<Person>, const JsonValue& json) {
    const Members members(json);
    Person value;
    members.required("name", value.name);
    members.required("honorific", value.honorific);
    members.required("positions", value.positions);
    members.required("roles", value.roles);
    members.required("span", value.span);
    return value;
}

Delegation read(As<Delegation>, const JsonValue& json) {
    const Members members(json);
    Delegation value;
    members.required("text", value.text);
    members.required("span", value.span);
    return value;
}

Per read(As<Per>, const JsonValue& json) {
    const Members members(json);
    Per value;
    members.required("value", value.value);
    members.required("unit", value.unit);
    return value;
}

MeasureConfidence read(As<MeasureConfidence>, const JsonValue& json) {
    const Members members(json);
    MeasureConfidence value;
    members.required("indicator", value.indicator);
    members.required("indicator_id", value.indicator_id);
    members.required("period", value.period);
    members.required("part_of", value.part_of);
    return value;
}

Measure read(As<Measure>, const JsonValue& json) {
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
    members.optional("planned", value.planned);
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

Statement read(As<Statement>, const JsonValue& json) {
    Statement value;
    read_statement(Members(json), value);
    return value;
}

Target read(As<Target>, const JsonValue& json) {
    const Members members(json);
    Target value;
    read_statement(members, value);
    members.required("source", value.source);
    members.optional("due", value.due);
    return value;
}

Award read(As<Award>, const JsonValue& json) {
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

Citation read(As<Citation>, const JsonValue& json) {
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

Diagnostic read(As<Diagnostic>, const JsonValue& json) {
    const Members members(json);
    Diagnostic value;
    members.required("severity", value.severity);
    members.required("code", value.code);
    members.required("message", value.message);
    members.required("span", value.span);
    members.optional("related", value.related);
    return value;
}

Report read(As<Report>, const JsonValue& json) {
    const Members members(json);
    std::string schema;
    members.required("schema", schema);
    if (schema != schema_name) at_step("schema", [] { mismatch("must be " + std::string(schema_name)); });
    Report value;
    members.required("offsets", value.offsets);
    members.optional("genre", value.genre);
    if (value.genre && !(*value.genre >= 0 && *value.genre <= 1))
        at_step("genre", [] { mismatch("must be from 0 to 1"); });
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

// ---- What the parts of a report must say together ------------------------------------------------------------------

/// Calls `check` for each item, with paths that begin with `key[i]`.
template <class Items, class Check>
void check_each(const char* key, const Items& items, Check check) {
    at_step(key, [&] {
        for (std::size_t i = 0; i < items.size(); ++i) at_step(i, [&] { check(items[i]); });
    });
}

/// A key that comes twice says two things.
void check_keys(const JsonValue& json) {
    if (const auto* const array = std::get_if<JsonValue::Array>(&json.content)) {
        for (std::size_t i = 0; i < array->size(); ++i) at_step(i, [&] { check_keys((*array)[i]); });
    } else if (const auto* const object = std::get_if<JsonValue::Object>(&json.content)) {
        std::vector<std::string_view> keys;
        keys.reserve(object->size());
        for (const JsonValue::Member& member : *object) keys.emplace_back(member.key);
        std::sort(keys.begin(), keys.end());
        if (const auto twice = std::adjacent_find(keys.begin(), keys.end()); twice != keys.end())
            at_step(std::string(*twice), [] { mismatch("comes more than once"); });
        for (const JsonValue::Member& member : *object) at_step(member.key, [&] { check_keys(member.value); });
    }
}

/// Each zone must begin where the one before it ends.
void check_partition(const std::vector<Zone>& zones) {
    std::size_t end = 0;
    check_each("zones", zones, [&](const Zone& zone) {
        at_step("span", [&] {
            if (zone.span.begin != end) mismatch("must begin at " + std::to_string(end) + ": zones are a partition");
            if (zone.span.empty() && zones.size() > 1) mismatch("must not be empty");
        });
        end = zone.span.end;
    });
}

/// Everything must stand in the source, which ends with the last zone.
class SpanCheck {
  public:
    explicit SpanCheck(const Report& report) : end_(report.zones.empty() ? 0 : report.zones.back().span.end) {
        for_part("title", report.title);
        for_part("published", report.published);
        for_part("outlet", report.outlet);
        for_part("byline", report.byline);
        at_step("meeting", [&] {
            for_part("name", report.meeting.name);
            for_part("organizer", report.meeting.organizer);
            for_part("venue", report.meeting.venue);
        });
        for_each_of("people", report.people);
        for_each_of("delegations", report.delegations);
        for_each_of("achievements", report.achievements);
        for_each_of("measures", report.measures);
        check_each("measures", report.measures, [&](const Measure& item) { for_part("indicator", item.indicator); });
        for_each_of("shortcomings", report.shortcomings);
        for_each_of("targets", report.targets);
        for_each_of("awards", report.awards);
        for_each_of("citations", report.citations);
        for_each_of("diagnostics", report.diagnostics);
        check_each("diagnostics", report.diagnostics, [&](const Diagnostic& item) {
            if (item.related) inside("related", *item.related);
        });
    }

  private:
    std::size_t end_;

    void inside(const char* key, const Span& span) const {
        if (span.end > end_)
            at_step(key, [&] { mismatch("must not end behind the last zone, at " + std::to_string(end_)); });
    }
    template <class Part>
    void for_part(const char* key, const std::optional<Part>& part) const {
        if (part) at_step(key, [&] { inside("span", part->span); });
    }
    template <class Items>
    void for_each_of(const char* key, const Items& items) const {
        check_each(key, items, [&](const auto& item) { inside("span", item.span); });
    }
};

void check_index(const char* key, const std::optional<std::size_t>& index, std::size_t count) {
    if (index && *index >= count) at_step(key, [] { mismatch("is out of range"); });
}

/// From each item, links to others of the same list must come to an end.
template <class Item>
void check_chains(const char* list, const std::vector<Item>& items, const char* key,
                  std::optional<std::size_t> Item::*link) {
    constexpr auto nobody = static_cast<std::size_t>(-1);
    std::vector<std::size_t> walked_from(items.size(), nobody);
    for (std::size_t start = 0; start < items.size(); ++start) {
        for (std::optional<std::size_t> at = start; at && walked_from[*at] == nobody; at = items[*at].*link) {
            walked_from[*at] = start;
            if (const auto& next = items[*at].*link; next && walked_from[*next] == start)
                at_step(list, [&] { at_step(*at, [&] { at_step(key, [] { mismatch("leads back to itself"); }); }); });
        }
    }
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
    check_chains("measures", report.measures, "part_of", &Measure::part_of);
    check_chains("citations", report.citations, "full_mention", &Citation::full_mention);
}

}  // namespace

std::string to_json(const Report& report, int indent) {
    Output json(indent);
    write(json, report);
    return json.take();
}

Report from_json(std::string_view json) {
    const JsonValue document = parse_json(json);
    try {
        check_keys(document);
        Report report = read(As<Report>{}, document);
        check_partition(report.zones);
        const SpanCheck spans(report);
        check_links(report);
        return report;
    } catch (Mismatch& error) {
        std::reverse(error.path.begin(), error.path.end());
        throw Error(ErrorCode::invalid_json, offset_of(json, error.path),
                    path_text(error.path) + ": " + error.message);
    }
}

Result<Report> try_from_json(std::string_view json) noexcept {
    return attempt([&] { return from_json(json); });
}

}  // namespace tongket
