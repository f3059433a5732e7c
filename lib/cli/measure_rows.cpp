// SPDX-License-Identifier: BSL-1.0
#include "cli/measure_rows.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <optional>

#include <tongket/gazetteer.hpp>
#include <tongket/names.hpp>
#include <tongket/print.hpp>

namespace tongket::cli {
namespace {

using enum ColumnType;
constexpr auto columns = std::to_array<Column>({
    {"province", text},      {"period", text},       {"indicator", text},  {"value", number},     {"unit", text},
    {"text", text},          {"indicator_id", text}, {"kind", text},       {"to", number},        {"approx", text},
    {"estimated", truth},    {"planned", truth},     {"of", number},       {"per_value", number}, {"per_unit", text},
    {"role", text},          {"direction", text},    {"baseline", text},   {"part_of", integer},  {"zone", text},
    {"confidence", text},    {"measure", integer},   {"begin", integer},   {"end", integer},      {"report", text},
    {"province_code", text}, {"period_start", date}, {"period_end", date},
});

Cell words(const std::string& value) { return in_one_line(value); }
Cell cell(const std::optional<std::string>& value) { return value ? words(*value) : Cell(); }
Cell cell(const std::optional<Text>& value) { return value ? words(value->text) : Cell(); }
Cell cell(const std::optional<Decimal>& value) { return value ? Cell(*value) : Cell(); }
Cell cell(std::size_t value) { return static_cast<std::int64_t>(value); }
Cell cell(const std::optional<std::size_t>& value) { return value ? cell(*value) : Cell(); }
template <NamedEnum Enum>
Cell cell(Enum value) {
    return std::string(name_of(value));
}
template <NamedEnum Enum>
Cell cell(const std::optional<Enum>& value) {
    return value ? cell(*value) : Cell();
}

Cell zone_at(const Report& report, std::size_t place) {
    for (const Zone& zone : report.zones)
        if (zone.span.begin <= place && place < zone.span.end) return cell(zone.kind);
    return {};
}

/// The least sure link of those that say what was measured when.
Confidence weakest(const Measure& measure) {
    const MeasureConfidence& sure = measure.confidence;
    return std::max(measure.indicator_id ? sure.indicator_id : sure.indicator, sure.period);
}

}  // namespace

std::span<const Column> measure_columns() noexcept { return columns; }

std::vector<std::vector<Cell>> measure_rows(const Report& report, const std::string& name) {
    std::optional<Province> province;
    if (report.meeting.organizer && report.meeting.organizer->province)
        province = find_province(*report.meeting.organizer->province);
    std::vector<std::vector<Cell>> rows;
    for (std::size_t i = 0; i < report.measures.size(); ++i) {
        const Measure& m = report.measures[i];
        rows.push_back({province ? Cell(province->name) : Cell(),
                        m.period ? Cell(m.period->to_string()) : Cell(),
                        cell(m.indicator),
                        m.value,
                        cell(m.unit),
                        words(m.text),
                        cell(m.indicator_id),
                        cell(m.kind),
                        cell(m.to),
                        cell(m.approx),
                        m.estimated,
                        m.planned,
                        cell(m.of),
                        m.per ? Cell(m.per->value) : Cell(),
                        m.per ? words(m.per->unit) : Cell(),
                        cell(m.role),
                        cell(m.direction),
                        cell(m.baseline),
                        cell(m.part_of),
                        zone_at(report, m.span.begin),
                        cell(weakest(m)),
                        cell(i),
                        cell(m.span.begin),
                        cell(m.span.end),
                        name,
                        province ? Cell(province->code) : Cell(),
                        m.period ? Cell(m.period->first_day().to_string()) : Cell(),
                        m.period ? Cell(m.period->last_day().to_string()) : Cell()});
        assert(rows.back().size() == columns.size());
    }
    return rows;
}

}  // namespace tongket::cli
