// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

#include <tongket/names.hpp>
#include <tongket/print.hpp>
#include <tongket/table.hpp>

#include "writers/display.hpp"

namespace tongket {
namespace {

// ---- Drawing ------------------------------------------------------------------------------------------------------

constexpr std::string_view style_reset = "\x1b[0m";
constexpr std::string_view style_section = "\x1b[1;36m";
constexpr std::string_view style_header = "\x1b[2m";
constexpr std::string_view style_warning = "\x1b[33m";
constexpr std::string_view column_gap = "  ";

/// Columns of words are not made narrower than this while others can still give way.
constexpr std::size_t comfortable_width = 8;

enum class Align { left, right };

struct Column {
    std::string_view header;
    Align align = Align::left;
    /// Numbers, dates and codes: cut only when cutting the other columns is not enough.
    bool keep_whole = false;
    /// Words that go on in lines below rather than being cut: two that begin alike stay two.
    bool wraps = false;
    std::size_t least = comfortable_width;  ///< made narrower last
};

using Row = std::vector<std::string>;

std::string styled(std::string_view text, std::string_view style, const TableOptions& options) {
    if (!options.colors) return std::string(text);
    return std::string(style) + std::string(text) + std::string(style_reset);
}

/// Makes columns narrower, the widest first, until `excess` columns of the terminal are saved or all are down to
/// their least width.
/// @returns what of the excess is left
std::size_t shrink(std::vector<std::size_t>& widths, const std::vector<std::size_t>& least, std::size_t excess) {
    for (; excess > 0; --excess) {
        std::optional<std::size_t> widest;
        for (std::size_t i = 0; i < widths.size(); ++i)
            if (widths[i] > least[i] && (!widest || widths[i] > widths[*widest])) widest = i;
        if (!widest) break;
        --widths[*widest];
    }
    return excess;
}

/// The width of each column so that a line is not wider than the terminal, where that is possible at all.
std::vector<std::size_t> column_widths(const std::vector<Column>& columns, const std::vector<Row>& rows,
                                       std::size_t line_width) {
    std::vector<std::size_t> widths;
    std::vector<std::size_t> least;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        std::size_t width = display_width(columns[i].header);
        for (const Row& row : rows) width = std::max(width, display_width(row[i]));
        // Wider would be cut anyway, and `shrink` takes time by the width.
        widths.push_back(std::min(width, line_width));
        least.push_back(columns[i].keep_whole ? widths.back() : columns[i].least);
    }
    const std::size_t gaps = column_gap.size() * (columns.size() - 1);
    const std::size_t wanted = std::accumulate(widths.begin(), widths.end(), gaps);
    std::size_t excess = wanted > line_width ? wanted - line_width : 0;
    excess = shrink(widths, least, excess);
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (!columns[i].keep_whole) least[i] = std::min(least[i], comfortable_width);
    excess = shrink(widths, least, excess);
    shrink(widths, std::vector<std::size_t>(columns.size(), 1), excess);
    return widths;
}

std::string draw_line(const std::vector<Column>& columns, const std::vector<std::size_t>& widths, const Row& cells) {
    std::string line;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (i > 0) line += column_gap;
        const std::string cell = cut_to_width(cells[i], widths[i]);
        const std::string padding(widths[i] - display_width(cell), ' ');
        line += columns[i].align == Align::right ? padding + cell : cell + padding;
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

/// How many bytes of a word fit into `width` columns, at least one letter.
std::size_t fitting(std::string_view word, std::size_t width) {
    const auto next = [&](std::size_t at) {
        ++at;
        while (at < word.size() && (static_cast<unsigned char>(word[at]) & 0xC0U) == 0x80U) ++at;
        return at;
    };
    std::size_t end = next(0), columns = display_width(word.substr(0, end));
    while (end < word.size()) {
        const std::size_t behind = next(end);
        columns += display_width(word.substr(end, behind - end));
        if (columns > width) break;
        end = behind;
    }
    return end;
}

/// The lines of a cell that is no wider than `width`, broken at blanks, and inside words that are wider.
std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
    constexpr std::size_t deep = 4;  // parts of others stand 2 to the right
    const std::size_t indent = width > 2 * deep ? deep : 0;
    std::vector<std::string> lines(1);
    std::size_t used = 0;  // columns of the last line
    bool begins = true;
    const auto go_on = [&] {
        lines.emplace_back(indent, ' ');
        used = indent;
        begins = true;
    };
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        std::string_view word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!begins && used + 1 + display_width(word) > width) go_on();
        if (!begins) {
            lines.back() += ' ';
            ++used;
        }
        for (;;) {
            const std::size_t bytes = word.empty() ? 0 : fitting(word, width > used ? width - used : 1);
            lines.back() += word.substr(0, bytes);
            used += display_width(word.substr(0, bytes));
            word.remove_prefix(bytes);
            if (word.empty()) break;
            go_on();
        }
        begins = false;
    }
    return lines;
}

/// A row, in several lines where a cell goes on below.
std::string draw_row(const std::vector<Column>& columns, const std::vector<std::size_t>& widths, const Row& cells) {
    std::vector<std::vector<std::string>> lines_of_cells;
    std::size_t height = 1;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        lines_of_cells.push_back(columns[i].wraps ? wrapped(cells[i], widths[i]) : std::vector{cells[i]});
        height = std::max(height, lines_of_cells.back().size());
    }
    std::string out;
    for (std::size_t n = 0; n < height; ++n) {
        Row line;
        for (std::vector<std::string>& lines : lines_of_cells)
            line.push_back(n < lines.size() ? std::move(lines[n]) : std::string());
        out += draw_line(columns, widths, line) + "\n";
    }
    return out;
}

std::string draw_title(std::string_view title, const TableOptions& options) {
    return styled(title, style_section, options) + "\n";
}

/// Leaves out a column that may be empty in all rows, and is.
void drop_if_empty(std::vector<Column>& columns, std::vector<Row>& rows, std::size_t column) {
    if (std::any_of(rows.begin(), rows.end(), [&](const Row& row) { return !row[column].empty(); })) return;
    const auto at = static_cast<std::ptrdiff_t>(column);
    columns.erase(columns.begin() + at);
    for (Row& row : rows) row.erase(row.begin() + at);
}

/// A cell as it is shown: printable, in one line, as far to the right as it is.
std::string shown(std::string_view cell) {
    const std::size_t indent = std::min(cell.find_first_not_of(' '), cell.size());
    return std::string(cell.substr(0, indent)) + printable(in_one_line(cell));
}

/// A title and rows under headers; nothing where there are no rows. Cells are made printable here.
std::string draw_table(std::string_view title, const std::vector<Column>& columns, std::vector<Row> rows,
                       const TableOptions& options) {
    if (rows.empty()) return {};
    for (Row& row : rows)
        for (std::string& cell : row) cell = shown(cell);
    const std::vector<std::size_t> widths = column_widths(columns, rows, options.width);
    Row headers;
    for (const Column& column : columns) headers.emplace_back(column.header);

    std::string out = "\n" + draw_title(title, options);
    out += styled(draw_line(columns, widths, headers), style_header, options) + "\n";
    for (const Row& row : rows) out += draw_row(columns, widths, row);
    return out;
}

// ---- Cells --------------------------------------------------------------------------------------------------------

template <class T>
std::string words_or_empty(const std::optional<T>& value) {
    if (!value) return {};
    if constexpr (std::is_same_v<T, std::string>) {
        return *value;
    } else if constexpr (std::is_same_v<T, Text>) {
        return value->text;
    } else if constexpr (std::is_arithmetic_v<T>) {
        return std::to_string(*value);
    } else {
        return value->to_string();
    }
}

/// `parts` that are not empty, with `separator` between.
std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string out;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!out.empty()) out += separator;
        out += part;
    }
    return out;
}

/// Groups of three digits before the point, apart by a blank: `.` and `,` mean the opposite in Vietnamese and
/// English.
std::string grouped(const Decimal& value) {
    std::string digits = value.to_string();
    const std::size_t first = digits.starts_with('-') ? 1 : 0;
    for (std::size_t i = std::min(digits.find('.'), digits.size()); i > first + 3;) {
        i -= 3;
        digits.insert(i, 1, ' ');
    }
    return digits;
}

/// Sums of đồng as people say them.
struct MoneyScale {
    int power = 0;
    std::string_view unit;
};
constexpr MoneyScale billions{9, "tỷ đồng"}, millions{6, "triệu đồng"};

MoneyScale scale_of(const Measure& measure) {
    if (measure.unit != "VND") return {};
    const Decimal value = measure.to.value_or(measure.value);
    for (const MoneyScale& scale : {billions, millions}) {
        const Decimal least(1, scale.power);
        if (least <= value || value <= Decimal(-1, scale.power)) return scale;
    }
    return {};
}

std::string value_cell(const Measure& measure) {
    const int power = scale_of(measure).power;
    const auto shown = [&](const Decimal& value) { return grouped(value.scaled(-power)); };
    std::string number = shown(measure.value);
    if (measure.to) number += "–" + shown(*measure.to);
    if (measure.of) number += "/" + shown(*measure.of);
    std::string approx(measure.approx == Approximation::exact ? "" : name_of(measure.approx));
    std::replace(approx.begin(), approx.end(), '_', ' ');
    return joined({measure.planned ? "plan" : "", measure.estimated ? "est." : "", approx, number}, " ");
}

std::string unit_cell(const Measure& measure) {
    const MoneyScale scale = scale_of(measure);
    std::string unit = scale.power == 0 ? words_or_empty(measure.unit) : std::string(scale.unit);
    if (!measure.per) return unit;
    const std::string base = measure.per->value == Decimal(1) ? "" : grouped(measure.per->value);
    return unit + "/" + joined({base, measure.per->unit}, " ");
}

std::string change_cell(const Measure& measure) {
    if (measure.role != MeasureRole::change) return {};
    return std::string(measure.direction ? name_of(*measure.direction) : "change");
}

std::string indicator_cell(const Measure& measure) {
    // What breaks another measure down stands a little to the right.
    const std::string indent = measure.part_of ? "  " : "";
    const std::string words = measure.indicator ? measure.indicator->text : measure.text;
    return indent + words + (measure.indicator_id ? " [" + *measure.indicator_id + "]" : "");
}

// ---- Sections -----------------------------------------------------------------------------------------------------

std::string meeting_section(const Report& report, const TableOptions& options) {
    const Meeting& meeting = report.meeting;
    std::string kind(name_of(meeting.kind));
    std::replace(kind.begin(), kind.end(), '_', ' ');
    const std::string day_part(meeting.day_part ? name_of(*meeting.day_part) : "");
    std::string organizer;
    if (meeting.organizer)
        organizer = joined({meeting.organizer->name, words_or_empty(meeting.organizer->province)}, ", ");
    std::string published;
    if (report.published)
        published = joined({report.published->date.to_string(), words_or_empty(report.published->time)}, " ");

    const std::vector<std::pair<std::string_view, std::string>> fields = {
        {"title", words_or_empty(report.title)},
        {"kind", kind},
        {"name", words_or_empty(meeting.name)},
        {"held", joined({words_or_empty(meeting.date), day_part}, ", ")},
        {"organizer", organizer},
        {"venue", words_or_empty(meeting.venue)},
        {"reviews", words_or_empty(meeting.reviews)},
        {"plans", words_or_empty(meeting.plans)},
        {"published", published},
        {"outlet", words_or_empty(report.outlet)},
        {"byline", words_or_empty(report.byline)},
    };
    constexpr std::size_t label_width = 9;  // of `organizer` and `published`
    const std::size_t used = label_width + column_gap.size();
    const std::size_t value_width = options.width > used ? options.width - used : 1;

    std::string out = draw_title("Meeting", options);
    for (const auto& [label, value] : fields) {
        if (value.empty()) continue;
        const std::string padded = std::string(label) + std::string(label_width - label.size(), ' ');
        out += styled(padded, style_header, options) + std::string(column_gap) +
               cut_to_width(shown(value), value_width) + "\n";
    }
    return out;
}

std::string people_section(const Report& report, const TableOptions& options) {
    std::vector<Row> rows;
    for (const Person& person : report.people) {
        std::vector<std::string> positions;
        for (const Position& position : person.positions)
            positions.push_back(joined({position.title, words_or_empty(position.organization)}, " "));
        std::vector<std::string> roles;
        for (const Role role : person.roles) roles.emplace_back(name_of(role));
        rows.push_back({person.name, words_or_empty(person.honorific), joined(positions, ", "), joined(roles, ", ")});
    }
    return draw_table("People", {{"name"}, {"honorific"}, {"positions"}, {"roles"}}, std::move(rows), options);
}

std::string delegations_section(const Report& report, const TableOptions& options) {
    std::vector<Row> rows;
    for (const Delegation& delegation : report.delegations) rows.push_back({delegation.text});
    return draw_table("Delegations", {{"group"}}, std::move(rows), options);
}

std::string measures_section(const Report& report, const TableOptions& options) {
    std::vector<Row> rows;
    std::size_t longest_id = 0, longest_unit = 0;
    for (const Measure& measure : report.measures) {
        rows.push_back({indicator_cell(measure), value_cell(measure), unit_cell(measure), change_cell(measure),
                        words_or_empty(measure.baseline), words_or_empty(measure.period)});
        if (measure.indicator_id) longest_id = std::max(longest_id, display_width(*measure.indicator_id));
        longest_unit = std::max(longest_unit, display_width(shown(rows.back()[2])));
    }
    constexpr std::size_t around_id = 6;    // brackets, and the indentation of a second line
    constexpr std::size_t usual_unit = 24;  // longer ones go on in lines below
    std::vector<Column> columns{
        {"indicator", Align::left, false, true, std::max(longest_id + around_id, 3 * comfortable_width)},
        {"value", Align::right, true},
        {"unit", Align::left, false, true, std::max(std::min(longest_unit, usual_unit), comfortable_width)},
        {"change", Align::left, true},
        {"against", Align::left, false, true},
        {"period", Align::left, true}};
    for (const std::size_t column : {std::size_t{4}, std::size_t{3}}) drop_if_empty(columns, rows, column);
    return draw_table("Measures", columns, std::move(rows), options);
}

std::string shortcomings_section(const Report& report, const TableOptions& options) {
    std::vector<Row> rows;
    for (const Shortcoming& shortcoming : report.shortcomings)
        rows.push_back({std::string(name_of(shortcoming.topic)), shortcoming.text});
    return draw_table("Shortcomings", {{"topic"}, {"text"}}, std::move(rows), options);
}

std::string targets_section(const Report& report, const TableOptions& options) {
    std::vector<Row> rows;
    for (const Target& target : report.targets)
        rows.push_back({target.source, words_or_empty(target.due), target.text});
    return draw_table("Targets", {{"source"}, {"due", Align::left, true}, {"text"}}, std::move(rows), options);
}

std::string awards_section(const Report& report, const TableOptions& options) {
    std::vector<Row> rows;
    for (const Award& award : report.awards)
        rows.push_back({award.name, words_or_empty(award.grantor), words_or_empty(award.recipient),
                        words_or_empty(award.count), words_or_empty(award.year)});
    return draw_table(
        "Awards", {{"name"}, {"grantor"}, {"recipient"}, {"count", Align::right, true}, {"year", Align::left, true}},
        std::move(rows), options);
}

std::string citations_section(const Report& report, const TableOptions& options) {
    std::vector<Row> rows;
    for (const Citation& citation : report.citations)
        rows.push_back({citation.text, std::string(name_of(citation.type)), words_or_empty(citation.date),
                        words_or_empty(citation.issuer)});
    return draw_table("Citations", {{"document"}, {"type"}, {"date", Align::left, true}, {"issuer"}}, std::move(rows),
                      options);
}

/// How often each diagnostic was given; the JSON form has each with its place.
std::string diagnostics_section(const Report& report, const TableOptions& options) {
    if (report.diagnostics.empty()) return {};
    std::map<std::pair<Severity, std::string>, std::size_t> counts;
    for (const Diagnostic& diagnostic : report.diagnostics) ++counts[{diagnostic.severity, diagnostic.code}];
    std::string out = "\n" + draw_title("Diagnostics", options);
    for (const auto& [what, count] : counts) {
        const auto& [severity, code] = what;
        const std::string line =
            std::string(name_of(severity)) + " " + printable(code) + " × " + std::to_string(count);
        out += (severity == Severity::warning ? styled(line, style_warning, options) : line) + "\n";
    }
    return out;
}

}  // namespace

std::string to_table(const Report& report, const TableOptions& options) {
    return meeting_section(report, options) + people_section(report, options) + delegations_section(report, options) +
           measures_section(report, options) + shortcomings_section(report, options) +
           targets_section(report, options) + awards_section(report, options) + citations_section(report, options) +
           diagnostics_section(report, options);
}

}  // namespace tongket
