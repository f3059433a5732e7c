// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <tongket/print.hpp>

#include "measures/measures.hpp"
#include "measures/words.hpp"
#include "tables/cell.hpp"
#include "tables/header.hpp"
#include "tables/tables.hpp"

namespace tongket {
namespace {

using Row = std::vector<TokenRange>;

std::optional<Period> in_year_before(std::optional<Period> period) {
    if (!period) return std::nullopt;
    --period->first.year;
    --period->last.year;
    return period->valid() ? period : std::nullopt;
}

// Why a table is not understood, and the words that show it.
struct Refusal {
    std::string reason;
    TokenRange words;
};

// How a comparison is to be read.
enum class Reading : std::uint8_t {
    share,      // '109': of another column, in percent
    growth,     // '9': more than another column, in percent
    difference  // '9': more than another column, in its unit
};
constexpr std::string_view name_of(Reading reading) noexcept {
    constexpr std::array names = std::to_array<std::string_view>({"share", "growth", "difference"});
    return names[static_cast<std::size_t>(reading)];
}

// What the figures of a table show of a comparison.
struct Evidence {
    std::size_t rows = 0;  // that have all three figures
    std::size_t share = 0, growth = 0, difference = 0;
    [[nodiscard]] std::size_t of(Reading reading) const {
        return reading == Reading::share ? share : reading == Reading::growth ? growth : difference;
    }
    [[nodiscard]] bool bears(Reading reading) const { return rows > 0 && of(reading) * 2 > rows; }
    [[nodiscard]] bool contradicts(Reading reading) const { return rows > 1 && of(reading) * 2 <= rows; }
};

// A column of comparisons, and between which columns it compares.
struct Comparison {
    Reading reading = Reading::share;
    std::optional<std::size_t> of, with;
};

// When the figures of a column, or of a table, are true.
struct ColumnTime {
    std::optional<Period> period;
    Confidence confidence = Confidence::guess;
    TimeRule rule = TimeRule::zone;
};

// A row as far as all its figures share it.
struct RowWords {
    TokenRange label;
    bool is_part = false;  // of the row before it that is none
    std::optional<TableUnit> unit;
};

// What a row says in the column of units.
struct UnitCell {
    bool said = false;  // anything at all
    std::optional<TableUnit> unit;
};

// The row of which those behind it may be parts.
struct Whole {
    TokenRange label;
    std::string number;  // '1' of '1.1'
    std::optional<TableUnit> unit;
    std::optional<std::string> id;
    std::map<std::size_t, std::size_t> measures;  // by column
};

// The rows of a table as cells, read once.
using Cells = std::vector<std::vector<Cell>>;

Cells read_cells(const TableText& words) {
    Cells rows;
    for (const Row& row : words.rows()) {
        std::vector<Cell>& cells = rows.emplace_back();
        for (const TokenRange& cell : row) cells.push_back(read_cell(words.document(), cell));
    }
    return rows;
}

// Reads a table from one head to the next.
class TableReader {
  public:
    TableReader(const FoundTable& table, const Cells& cells, std::size_t from, const NormalizedText& text,
                const IndicatorCatalogue& catalogue, const Report& report, TableMeasures& measures,
                std::vector<Diagnostic>& diagnostics)
        : words_(*table.words),
          document_(words_.document()),
          text_(text),
          catalogue_(catalogue),
          report_(report),
          measures_(measures.all),
          sources_(measures.sources),
          diagnostics_(diagnostics),
          cells_(cells),
          from_(from),
          head_(from),
          end_(next_head(from)) {}

    /// @returns one past the last row that was read
    std::size_t run() {
        if (const auto refusal = understand()) {
            refuse(*refusal);
        } else {
            for (std::size_t r = body_; r < end_; ++r) read_row(r);
            link_parts();
        }
        return end_;
    }

  private:
    const TableText& words_;
    const Document& document_;
    const NormalizedText& text_;
    const IndicatorCatalogue& catalogue_;
    const Report& report_;
    std::vector<Measure>& measures_;
    std::vector<FigureSource>& sources_;
    std::vector<Diagnostic>& diagnostics_;

    const Cells& cells_;
    Separators separators_ = Separators::unknown;
    const std::size_t from_;  // the first row
    std::size_t head_;        // the first row of the head, behind titles inside the table
    std::size_t body_ = 0;    // the first row behind the head
    const std::size_t end_;
    std::vector<Column> columns_;
    std::vector<ColumnTime> times_;                  // of each column
    std::map<std::size_t, Comparison> comparisons_;  // by column
    std::size_t label_ = 0;                          // the column of what is measured
    std::optional<std::size_t> number_, unit_;       // the columns of numbers and units
    std::vector<UnitCell> unit_cells_;               // by row, where there is a column of units
    std::optional<TableUnit> table_unit_;
    ColumnTime time_;                            // of the table
    grammar::ConceptSet context_;                // of the section
    std::map<std::size_t, bool> filled_mostly_;  // by column, once asked
    std::optional<Whole> whole_;
    struct Part {
        std::size_t measure, whole;
    };
    std::vector<Part> parts_;

    // ---- places -----------------------------------------------------------------------------------------------

    [[nodiscard]] Span source_span(TokenRange words) const {
        const Span place = words_.place(words);
        return text_.whole_to_source(place.begin, place.end);
    }
    [[nodiscard]] Text source_text(TokenRange words) const {
        const Span span = source_span(words);
        const std::string_view said = slice(text_.source(), span);
        const bool over_lines = said.find_first_of("\n\r\f\v") != std::string_view::npos;
        return {over_lines ? in_one_line(said) : std::string(said), span};
    }
    void warn(const char* code, std::string message, TokenRange words, std::optional<Span> related = {}) {
        diagnostics_.push_back({Severity::warning, code, std::move(message), source_span(words), related});
    }
    void refuse(const Refusal& refusal) {
        const TokenRange all{words_.whole(from_).first, words_.whole(end_ - 1).last};
        warn("unread-table", "the figures of this table are not read: " + refusal.reason, all,
             refusal.words.empty() ? std::nullopt : std::optional(source_span(refusal.words)));
    }

    // ---- the head ---------------------------------------------------------------------------------------------

    [[nodiscard]] const Cell* cell(std::size_t row, std::size_t column) const {
        return column < cells_[row].size() && cells_[row][column].kind != CellKind::empty ? &cells_[row][column]
                                                                                          : nullptr;
    }
    [[nodiscard]] static std::size_t filled(const std::vector<Cell>& row) {
        return static_cast<std::size_t>(
            std::count_if(row.begin(), row.end(), [](const Cell& each) { return !each.words.empty(); }));
    }
    // Whether a row has figures behind its first cell.
    [[nodiscard]] bool has_figures(std::size_t row) const {
        bool first = true;
        for (const Cell& each : cells_[row]) {
            if (each.words.empty()) continue;
            if (!first && each.figure() && !is_year(document_, each.words)) return true;
            first = false;
        }
        return false;
    }
    // The row in which another head begins behind rows with figures, or else the end.
    [[nodiscard]] std::size_t next_head(std::size_t from) const {
        bool figures = false;
        for (std::size_t r = from; r < cells_.size(); ++r) {
            if (figures && opens_head(r)) return r;
            figures |= has_figures(r);
        }
        return cells_.size();
    }
    // 'STT | Chỉ tiêu | ...'
    [[nodiscard]] bool opens_head(std::size_t row) const {
        if (has_figures(row) || filled(cells_[row]) < 2) return false;
        const TokenRange first = words_.whole(row);
        const PhraseMatch word = document_.match(first.first, LexiconClass::column);
        return word.value() == "number" || word.value() == "indicator" || word.value() == "entity";
    }
    // 'A | B | 1 | 2 | 3=2/1': the numbers of columns.
    [[nodiscard]] bool numbers_columns(std::size_t row) const {
        constexpr std::size_t longest = 2;  // letters
        for (const Cell& each : cells_[row])
            for (std::size_t t = each.words.first; t < each.words.last; ++t) {
                const Token token = document_.token(t);
                if (token.kind == TokenKind::word && token.length > longest) return false;
                if (token.kind == TokenKind::number && token.length > longest) return false;
            }
        return filled(cells_[row]) > 2;
    }

    [[nodiscard]] std::optional<Refusal> understand() {
        if (!document_.complete()) return Refusal{"it is too long", {}};
        if (!words_.clear()) return Refusal{"its columns cannot be told apart", {}};
        read_captions();
        std::size_t figures = from_;
        while (figures < end_ && !has_figures(figures)) ++figures;
        // Titles and the unit of all, as rows of one cell.
        while (head_ < figures && (filled(cells_[head_]) == 1 || take_unit_row(head_))) {
            if (filled(cells_[head_]) == 1) read_caption(words_.whole(head_));
            ++head_;
        }
        auto refusal = find_columns(figures);
        if (refusal) return refusal;
        read_units();
        find_separators();
        date_columns();
        if (const auto twice = find_twins()) return twice;
        return find_comparisons();
    }

    // 'Đơn vị tính | tỷ đồng': in two cells what a line above the table would say.
    [[nodiscard]] bool take_unit_row(std::size_t row) {
        std::vector<TokenRange> said;
        for (const Cell& each : cells_[row])
            if (!each.words.empty()) said.push_back(each.words);
        if (said.size() != 2) return false;
        const PhraseMatch word = document_.match(said[0].first, LexiconClass::column);
        std::size_t end = said[0].first + word.length;
        if (document_.token(end).is_mark(':')) ++end;
        if (word.value() != "unit" || end != said[0].last) return false;
        auto unit = read_unit(document_, said[1], word.payload->attribute("agency").empty());
        const bool taken = unit.has_value();
        take_table_unit(std::move(unit));
        return taken;
    }

    // What the column of units says of each row; some say that it is that of the row above.
    void read_units() {
        unit_cells_.assign(cells_.size(), {});
        std::optional<TableUnit> above;
        for (std::size_t r = body_; unit_ && r < end_; ++r) {
            if (*unit_ >= cells_[r].size() || cells_[r][*unit_].words.empty()) continue;
            const TokenRange words = cells_[r][*unit_].words;
            UnitCell& here = unit_cells_[r];
            if (is_ditto(words)) {
                here = {true, above};
                if (here.unit) here.unit->rule = UnitRule::row_above;
            } else {
                // A dash leaves the unit open.
                here.said = cells_[r][*unit_].kind != CellKind::empty || has_word(words);
                if (here.said) here.unit = read_unit(document_, words, cells_[r][*unit_].kind != CellKind::empty);
                if (here.unit) here.unit->rule = UnitRule::column;
            }
            if (here.said) above = here.unit;
        }
    }
    [[nodiscard]] bool has_word(TokenRange words) const {
        for (std::size_t t = words.first; t < words.last; ++t)
            if (document_.token(t).kind == TokenKind::word) return true;
        return false;
    }
    // 'nt', '-nt-', 'như trên', marks of repetition.
    [[nodiscard]] bool is_ditto(TokenRange words) const {
        constexpr std::array marks = std::to_array<std::string_view>({"″", "〃"});
        while (!words.empty() && document_.token(words.first).is_mark('-')) ++words.first;
        while (!words.empty() && document_.token(words.last - 1).is_mark('-')) --words.last;
        if (words.empty()) return false;
        const PhraseMatch word = document_.match(words.first, LexiconClass::column);
        if (word.value() == "ditto" && words.first + word.length == words.last) return true;
        for (std::size_t t = words.first; t < words.last; ++t)
            if (!document_.token(t).is_mark('"') && !document_.token(t).is_mark('\'') &&
                !document_.token(t).is_mark('/') &&
                std::find(marks.begin(), marks.end(), document_.text_of(t)) == marks.end())
                return false;
        return true;
    }

    // The figures alone show them: '1.1' may number a row.
    void find_separators() {
        std::vector<Cell> figures;
        for (std::size_t r = body_; r < end_; ++r)
            for (std::size_t c = 0; c < std::min(cells_[r].size(), columns_.size()); ++c)
                if (holds_figures(columns_[c].kind)) figures.push_back(cells_[r][c]);
        separators_ = separators_of(document_, figures);
    }

    // The fewest rows that make a head, behind which come headings of rows only.
    [[nodiscard]] std::optional<Refusal> find_columns(std::size_t figures) {
        std::optional<Refusal> refusal = Refusal{"no head says what its columns hold", {}};
        constexpr std::size_t most_rows = 4, most_columns = 64;  // so that the time stays linear
        for (std::size_t end = head_ + 1; end <= figures && end <= head_ + most_rows; ++end) {
            std::size_t width = 0;
            for (std::size_t r = head_; r < end; ++r) width = std::max(width, cells_[r].size());
            if (width > most_columns) return Refusal{"it has too many columns", {}};
            columns_ = read_header(document_,
                                   {words_.rows().begin() + static_cast<std::ptrdiff_t>(head_),
                                    words_.rows().begin() + static_cast<std::ptrdiff_t>(end)},
                                   width);
            body_ = end;
            if (body_ < end_ && numbers_columns(body_)) ++body_;
            refusal = check_columns();
            if (!refusal && only_headings(body_, figures)) return std::nullopt;
            if (!refusal) refusal = Refusal{"its head is not clear", {}};
        }
        return refusal;
    }
    [[nodiscard]] bool only_headings(std::size_t from, std::size_t to) const {
        for (std::size_t r = from; r < to; ++r) {
            if (tells_columns(r)) return false;
            for (std::size_t c = 0; c < cells_[r].size(); ++c)
                if (cells_[r][c].kind != CellKind::empty && c != label_ && c != number_ && c != unit_ &&
                    filled(cells_[r]) > 1)
                    return false;
        }
        return true;
    }
    // 'Kế hoạch | Thực hiện': a part of the head, wherever its cells stand.
    [[nodiscard]] bool tells_columns(std::size_t row) const {
        return filled(cells_[row]) > 1 && std::all_of(cells_[row].begin(), cells_[row].end(), [&](const Cell& each) {
                   return each.words.empty() || !column_word(document_, each.words.first).empty();
               });
    }

    // Finds the columns that hold no figures, and refuses what holds some without saying which.
    [[nodiscard]] std::optional<Refusal> check_columns() {
        number_.reset();
        unit_.reset();
        std::optional<std::size_t> label;
        bool figures = false;
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            Column& column = columns_[c];
            switch (column.kind) {
                case ColumnKind::number:
                    if (!number_) number_ = c;
                    break;
                case ColumnKind::indicator:
                    if (label) return Refusal{"two columns may say what is measured", column.words};
                    label = c;
                    break;
                case ColumnKind::unit:
                    // 'Đơn vị' before all others are agencies.
                    if (!label) return Refusal{"no column says what is measured", column.words};
                    if (unit_) return Refusal{"two columns hold units", column.words};
                    unit_ = c;
                    break;
                case ColumnKind::entity:
                    return Refusal{"its rows tell of several agencies or places", column.words};
                case ColumnKind::nothing:
                    if (!label && !holds_any_figures(c)) {
                        // The number of the row may have no head either.
                        if (holds_words(c)) label = c;
                        break;
                    }
                    if (holds_any_figures(c) && !(c == 0 && !label))
                        return Refusal{"a column with figures has no head", column.words};
                    break;
                case ColumnKind::unknown:
                    if (holds_any_figures(c) || !label)
                        return Refusal{"the head of a column is not understood", column.words};
                    break;
                case ColumnKind::note:
                    break;
                default:
                    if (!label) return Refusal{"no column says what is measured", column.words};
                    figures = true;
            }
        }
        if (!label) return Refusal{"no column says what is measured", {}};
        if (!figures) return Refusal{"no column is known to hold figures", {}};
        take_table_unit(columns_[*label].unit);
        label_ = *label;
        return std::nullopt;
    }
    [[nodiscard]] bool holds_any_figures(std::size_t column) const {
        for (std::size_t r = body_; r < end_; ++r)
            if (const Cell* each = cell(r, column))
                if (each->figure() || each->kind == CellKind::digits) return true;
        return false;
    }
    [[nodiscard]] bool holds_words(std::size_t column) const {
        for (std::size_t r = body_; r < end_; ++r)
            if (const Cell* each = cell(r, column))
                if (each->words.last - each->words.first > 1) return true;
        return false;
    }

    // Two columns of one kind and time: what tells them apart was not understood.
    [[nodiscard]] std::optional<Refusal> find_twins() const {
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            if (!is_level(columns_[c].kind) && columns_[c].kind != ColumnKind::rank) continue;
            for (std::size_t d = 0; d < c; ++d)
                if (columns_[d].kind == columns_[c].kind && times_[d].period == times_[c].period)
                    return Refusal{"two columns have one head", columns_[c].words};
        }
        return std::nullopt;
    }

    // ---- times ------------------------------------------------------------------------------------------------

    // The lines above the table; behind another head the titles right before it, or the same where it is told again.
    void read_captions() {
        std::size_t first = from_;
        while (first > 0 && from_ > 0 && filled(cells_[first - 1]) == 1 && !has_figures(first - 1)) --first;
        for (std::size_t r = first; r < from_; ++r) read_caption(words_.whole(r));
        if (from_ == 0 || (first == from_ && repeats_head()))
            for (const TokenRange& caption : words_.captions()) read_caption(caption);
    }
    [[nodiscard]] bool repeats_head() const {
        std::size_t above = 0;
        while (above < from_ && !opens_head(above)) ++above;
        return above < from_ &&
               document_.plain_words(words_.whole(above)) == document_.plain_words(words_.whole(from_));
    }
    // The unit and the time that a line above a table tells; what stands nearer counts more.
    void read_caption(TokenRange caption) {
        take_table_unit(told_unit(document_, caption));
        context_ = concepts_in(document_, caption);
        std::optional<Period> told;
        for (std::size_t t = caption.first; t < caption.last; ++t) {
            if (document_.token(t).kind != TokenKind::word && document_.token(t).kind != TokenKind::number) continue;
            if (is_year(document_, {t, t + 1})) continue;
            const auto time = time_at(document_, t, caption.last);
            if (!time) continue;
            told = time->period.resolve(default_year());
            t = time->end - 1;
        }
        if (!told) return;
        time_ = {told, Confidence::likely, TimeRule::title};
    }
    void take_table_unit(std::optional<TableUnit> unit) {
        if (!unit) return;
        unit->rule = UnitRule::table;
        table_unit_ = std::move(unit);
    }
    [[nodiscard]] std::optional<int> default_year() const {
        if (time_.period) return time_.period->year();
        if (const auto zone = zone_period()) return zone->year();
        return year_of_heads();
    }
    // The one year that the columns tell: 'Tháng 9/2016 | Lũy kế 9 tháng'.
    [[nodiscard]] std::optional<int> year_of_heads() const {
        std::optional<int> year;
        for (const Column& column : columns_) {
            const int told = column.period ? column.period->year() : 0;
            if (told == 0) continue;
            if (year && *year != told) return std::nullopt;
            year = told;
        }
        return year;
    }
    // What stands among the tasks is planned, but for what is said to be reached.
    [[nodiscard]] std::optional<Period> zone_period(ColumnKind kind = ColumnKind::actual) const {
        if (kind != ColumnKind::plan) return report_.meeting.reviews;
        const std::size_t place = source_span(words_.whole(from_)).begin;
        const auto behind = std::find_if(report_.zones.begin(), report_.zones.end(),
                                         [&](const Zone& zone) { return place < zone.span.end; });
        const bool plans = behind != report_.zones.end() && behind->kind == ZoneKind::tasks;
        return plans && report_.meeting.plans ? report_.meeting.plans : report_.meeting.reviews;
    }

    void date_columns() {
        const bool told = time_.period.has_value();
        if (!told) time_.period = zone_period();
        const std::optional<Period>& whole = time_.period;
        times_.clear();
        for (const Column& column : columns_) {
            ColumnTime time = time_;
            if (!told) time.period = zone_period(column.kind);
            if (column.period) {
                time = {column.period->resolve(default_year()), Confidence::certain, TimeRule::head};
                // 'Cùng kỳ 2015' of six months
                if (column.kind == ColumnKind::previous && time.period && time.period->kind() == Period::Kind::year &&
                    whole && whole->kind() != Period::Kind::year && !whole->is_range()) {
                    const int year = time.period->year();
                    time.period = whole;
                    time.period->first.year = time.period->last.year = static_cast<std::int16_t>(year);
                }
            } else if (column.kind == ColumnKind::previous) {
                time = {in_year_before(whole), Confidence::likely, TimeRule::year_before};
            } else if (column.whole_year && whole) {
                time = {Period::of_year(whole->last_year()), Confidence::likely, TimeRule::whole_year};
            }
            times_.push_back(time);
        }
    }

    // ---- comparisons ------------------------------------------------------------------------------------------

    [[nodiscard]] std::optional<Refusal> find_comparisons() {
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            const ColumnKind kind = columns_[c].kind;
            if (!holds_figures(kind) || is_level(kind) || kind == ColumnKind::rank) continue;
            if (auto refusal = find_comparison(c)) return refusal;
        }
        return std::nullopt;
    }

    // What is compared: the level of the column's time, else the nearest before it that is no plan and not over when
    // another begins.
    [[nodiscard]] std::optional<std::size_t> compared(std::size_t column) const {
        const auto reached = [&](std::size_t c) {
            return columns_[c].kind == ColumnKind::actual || columns_[c].kind == ColumnKind::estimate;
        };
        if (columns_[column].period)
            for (std::size_t c = 0; c < columns_.size(); ++c)
                if (reached(c) && times_[c].period == times_[column].period) return c;
        std::optional<std::size_t> latest;
        for (std::size_t c = 0; c < column; ++c)
            if (reached(c) && (!latest || !times_[c].period || !times_[*latest].period ||
                               !(times_[c].period->last_day() < times_[*latest].period->first_day())))
                latest = c;
        if (latest) return latest;
        for (std::size_t c = column + 1; c < columns_.size(); ++c)
            if (reached(c)) return c;
        return std::nullopt;
    }
    // 'TH 2016 | KH 2017 | Tăng trưởng': the plan right before it, for a time that begins when all that was reached
    // is over.
    [[nodiscard]] std::optional<std::size_t> compared_plan(std::size_t column) const {
        const Column& head = columns_[column];
        if (head.kind == ColumnKind::share || head.period || (head.base && head.base->kind == ColumnKind::plan))
            return std::nullopt;
        std::size_t plan = column;
        while (plan > 0 && !is_level(columns_[plan - 1].kind)) --plan;
        if (plan-- == 0 || columns_[plan].kind != ColumnKind::plan || !times_[plan].period) return std::nullopt;
        for (std::size_t c = 0; c < columns_.size(); ++c)
            if (is_level(columns_[c].kind) && columns_[c].kind != ColumnKind::plan &&
                !(times_[c].period && times_[c].period->last_day() < times_[plan].period->first_day()))
                return std::nullopt;
        return plan;
    }
    // The columns with which it may be compared.
    [[nodiscard]] std::vector<std::size_t> bases(std::size_t column, std::size_t of) const {
        const auto& told = columns_[column].base;
        const std::optional<Period> told_period =
            told && told->period ? told->period->resolve(default_year()) : std::nullopt;
        std::vector<std::size_t> found;
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            if (c == of || !is_level(columns_[c].kind)) continue;
            const bool plan = columns_[c].kind == ColumnKind::plan;
            bool fits = !plan || times_[c].period == times_[of].period || columns_[c].whole_year;
            if (told && told->kind == ColumnKind::plan)
                fits = plan && (told_period ? times_[c].period == told_period : fits);
            else if (told && told_period)
                fits = !plan && times_[c].period == told_period;
            else if (told)
                fits = columns_[c].kind == ColumnKind::previous || (!plan && is_year_before(c, of));
            if (fits) found.push_back(c);
        }
        return found;
    }
    [[nodiscard]] bool is_year_before(std::size_t column, std::size_t of) const {
        return times_[column].period && times_[column].period == in_year_before(times_[of].period);
    }

    [[nodiscard]] std::optional<double> number(std::size_t row, std::size_t column) const {
        const Cell* const each = cell(row, column);
        if (each == nullptr || !each->figure() || each->mention.quantity.upper) return std::nullopt;
        std::vector<Diagnostic> ignored;  // told when the row is read
        const auto unit = row_unit(row);
        const auto measure = read_figure(document_, *each, unit, separators_, ignored);
        return measure ? std::optional(measure->value.scaled(unit ? -unit->scale : 0).to_double()) : std::nullopt;
    }
    // A comparison is read in percent, or as its levels are.
    [[nodiscard]] std::optional<Decimal> compared_number(std::size_t row, std::size_t column) const {
        const Cell* const each = cell(row, column);
        if (each == nullptr || !each->figure()) return std::nullopt;
        std::vector<Diagnostic> ignored;
        const auto measure = read_figure(document_, *each, percent(), separators_, ignored);
        if (!measure) return std::nullopt;
        return measure->value;
    }
    [[nodiscard]] static std::optional<TableUnit> percent() {
        return TableUnit{"percent", MeasureKind::percent, 0, std::nullopt, UnitRule::comparison};
    }
    [[nodiscard]] bool in_percent(std::size_t row) const {
        const auto unit = row_unit(row);
        return unit && unit->kind == MeasureKind::percent;
    }

    // What one row says of a comparison.
    [[nodiscard]] Evidence row_evidence(std::size_t row, std::size_t column, std::size_t of, std::size_t with) const {
        constexpr double rounding = 0.006;  // of the two levels
        Evidence evidence;
        const auto stated = compared_number(row, column);
        const auto now = number(row, of), before = number(row, with);
        if (!stated || !now || !before || *before == 0.0) return evidence;
        const double last_digit = stated->exponent() >= 0 ? 1.0 : std::pow(10.0, stated->exponent());
        const auto near = [&](double computed) {
            return std::abs(stated->to_double() - computed) <= last_digit + rounding * std::abs(computed);
        };
        const double sign = columns_[column].falls ? -1.0 : 1.0;
        evidence.rows = 1;
        evidence.share = near(100.0 * *now / *before) ? 1 : 0;
        evidence.growth = near(sign * 100.0 * (*now - *before) / *before) ? 1 : 0;
        evidence.difference = near(sign * (*now - *before)) ? 1 : 0;
        return evidence;
    }
    [[nodiscard]] Evidence evidence(std::size_t column, std::size_t of, std::size_t with) const {
        Evidence all;
        for (std::size_t r = body_; r < end_; ++r) {
            if (in_percent(r)) continue;  // there a difference of points looks like a growth
            const Evidence one = row_evidence(r, column, of, with);
            all.rows += one.rows;
            all.share += one.share;
            all.growth += one.growth;
            all.difference += one.difference;
        }
        return all;
    }

    // Which readings the words of a column allow.
    [[nodiscard]] std::vector<Reading> allowed(const Column& column) const {
        switch (column.kind) {
            case ColumnKind::share:
                return {Reading::share};
            case ColumnKind::change:
                if (column.percent) return {Reading::growth, Reading::share};
                return column.unit ? std::vector{Reading::difference}
                                   : std::vector{Reading::difference, Reading::growth};
            default:
                if (column.percent) return {Reading::share, Reading::growth};
                return {Reading::difference, Reading::share, Reading::growth};
        }
    }

    // How a column compares another, as far as the figures show it.
    struct Attempt {
        Comparison comparison;
        std::vector<std::size_t> with;         // the columns with which it may
        std::size_t checked = 0, choices = 0;  // rows that could show it, and ways that they bear
    };
    [[nodiscard]] Attempt try_comparison(std::size_t column, std::optional<std::size_t> of) const {
        Attempt attempt;
        attempt.comparison.of = of;
        if (of) attempt.with = bases(column, *of);
        const std::vector<Reading> readings = allowed(columns_[column]);
        for (const std::size_t base : attempt.with) {
            const Evidence shown = evidence(column, *of, base);
            attempt.checked += shown.rows;
            for (const Reading reading : readings) {
                if (!shown.bears(reading)) continue;
                if (attempt.choices++ == 0) {
                    attempt.comparison.reading = reading;
                    attempt.comparison.with = base;
                }
                break;
            }
        }
        return attempt;
    }

    [[nodiscard]] std::optional<Refusal> find_comparison(std::size_t column) {
        const Column& head = columns_[column];
        const auto plan = compared_plan(column), reached = compared(column);
        Attempt attempt = try_comparison(column, plan ? plan : reached);
        if (attempt.choices == 0 && plan && reached) {
            const std::size_t checked = attempt.checked;
            attempt = try_comparison(column, reached);
            attempt.checked += checked;
        }
        auto& [comparison, with, checked, choices] = attempt;
        constexpr std::size_t fewest = 2;  // rows; in one there may be a slip
        if (choices == 0 && checked >= fewest)
            return Refusal{"its comparisons do not follow from its figures", head.words};
        if (choices > 1 && !head.base) return Refusal{"it is not clear with what a column compares", head.words};
        if (choices == 0) {
            const auto reading = reading_by_words(column);
            if (!reading) return Refusal{"it is not clear how a column compares", head.words};
            comparison.reading = *reading;
            if (with.size() == 1) comparison.with = with.front();
            if (!head.base && !comparison.with && comparison.reading != Reading::growth)
                return Refusal{"it is not clear with what a column compares", head.words};
        }
        comparisons_[column] = comparison;
        return std::nullopt;
    }

    // Where no figures show it.
    [[nodiscard]] std::optional<Reading> reading_by_words(std::size_t column) const {
        const Column& head = columns_[column];
        if (head.kind == ColumnKind::share) return Reading::share;
        if (head.kind == ColumnKind::change) {
            if (head.percent) return Reading::growth;
            return head.unit ? std::optional(Reading::difference) : std::nullopt;
        }
        if (!head.percent) return std::nullopt;
        // No plan is missed by half, and nothing grows by that much in all rows.
        constexpr int half = 50;
        bool all_high = true, all_low = true, any = false, signs = false;
        for (std::size_t r = body_; r < end_; ++r) {
            const auto value = compared_number(r, column);
            if (!value) continue;
            any = true;
            const bool low = *value < Decimal(half);
            all_high &= !low;
            all_low &= low;
            signs |= cells_[r][column].direction.has_value();
        }
        if (signs) return all_low ? std::optional(Reading::growth) : std::nullopt;
        if (!any || all_high) return Reading::share;
        return all_low ? std::optional(Reading::growth) : std::nullopt;
    }

    // ---- rows -------------------------------------------------------------------------------------------------

    // The words of a row's label without bullet, number, 'Trong đó:', footnote marks and unit.
    [[nodiscard]] RowWords row_words(std::size_t row) const {
        RowWords words;
        const Cell* const label = cell(row, label_);
        if (label == nullptr) return words;
        TokenRange range = label->words;
        const Token first = document_.token(range.first);
        words.is_part =
            first.kind == TokenKind::mark && (first.is_mark('-') || first.is_mark('+') || first.is_mark('*'));
        range.first = std::min<std::size_t>(
            std::max<std::size_t>(range.first, document_.sentences[document_.sentence_of(range.first)].content),
            range.last);
        if (!range.empty() && column_word(document_, range.first) == "part") {
            words.is_part = true;
            range.first += document_.match(range.first, LexiconClass::column).length;
        }
        strip(range);
        while (ends_with_bracket(range)) {
            const std::size_t open = bracket_before(range);
            const TokenRange inside{open + 1, range.last - 1};
            auto unit = read_unit(document_, inside, false);
            if (!unit) unit = told_unit(document_, inside);
            if (!unit && !is_footnote(inside)) break;
            if (unit) {
                unit->rule = UnitRule::label;
                words.unit = std::move(unit);
            }
            range.last = open;
            strip(range);
        }
        words.label = range;
        return words;
    }
    void strip(TokenRange& range) const {
        while (!range.empty() && document_.token(range.first).kind == TokenKind::mark &&
               !document_.token(range.first).is_mark('(') && !document_.token(range.first).is_mark('"'))
            ++range.first;
        while (!range.empty() && document_.token(range.last - 1).kind == TokenKind::mark &&
               !document_.token(range.last - 1).is_mark(')') && !document_.token(range.last - 1).is_mark('"') &&
               !document_.token(range.last - 1).is_mark('%'))
            --range.last;
    }
    [[nodiscard]] bool ends_with_bracket(TokenRange range) const {
        return !range.empty() && document_.token(range.last - 1).is_mark(')') && bracket_before(range) > range.first;
    }
    [[nodiscard]] std::size_t bracket_before(TokenRange range) const {
        std::size_t open = range.last - 1;
        while (open > range.first && !document_.token(open).is_mark('(')) --open;
        return open;
    }
    [[nodiscard]] bool is_footnote(TokenRange inside) const {
        constexpr std::size_t longest = 2;  // digits
        return inside.last - inside.first == 1 && document_.token(inside.first).kind == TokenKind::number &&
               document_.token(inside.first).length <= longest;
    }

    // The unit that a row says, or the whole table.
    [[nodiscard]] std::optional<TableUnit> row_unit(std::size_t row) const {
        if (unit_cells_[row].said) return unit_cells_[row].unit;
        if (auto own = row_words(row).unit) return own;
        return unit_ ? std::nullopt : table_unit_;
    }

    // 'Huyện A', 'VNPT': rows of places and agencies count what their label does not say.
    [[nodiscard]] bool names_entity(TokenRange label, bool unit_said) const {
        const Token first = document_.token(label.first);
        if (first.starts(LexiconClass::province) || first.starts(LexiconClass::place) ||
            first.starts(LexiconClass::honorific))
            return first.has(Token::capital);
        if (unit_said) return false;
        return first.has(Token::capital) &&
               (first.starts(LexiconClass::agency) || first.starts(LexiconClass::admin_level));
    }

    void read_row(std::size_t r) {
        const std::vector<Cell>& row = cells_[r];
        if (row.size() > columns_.size()) return misfit(r, "it has more cells than the head has columns");
        const bool figures = std::any_of(row.begin(), row.end(), [&](const Cell& each) {
            const auto c = static_cast<std::size_t>(&each - row.data());
            return c != number_ && holds_figures(columns_[c].kind) &&
                   (each.figure() || each.kind == CellKind::digits);
        });
        const RowWords words = row_words(r);
        if (!figures) {
            open_section(words, r);
            return;
        }
        if (!words_.clear(r)) return misfit(r, "the lines of its label are not clear");
        if (words.label.empty()) return misfit(r, "it does not say what is measured");
        if (cells_[r][label_].kind == CellKind::figure) return misfit(r, "it does not say what is measured");
        std::optional<TableUnit> unit = row_unit(r);
        const bool is_part = words.is_part || is_below(r);
        if (unit_) {
            if (unit_cells_[r].said && !unit) return misfit(r, "its unit is not understood");
            if (!unit && is_part && whole_ && whole_->unit) {
                unit = whole_->unit;
                unit->rule = UnitRule::row_above;
            }
            if (!unit) unit = table_unit_;
        }
        if (names_entity(words.label, unit_.has_value()) && !is_part)
            return misfit(r, "it tells of an agency or a place");
        if (!unit) unit = counted(words.label);
        if (!is_part) begin_whole(words, r, unit);
        const std::optional<std::string> id = find_id(words, unit ? unit : own_unit(r), is_part);
        note_split_label(words.label);
        if (!is_part) whole_->id = id;
        for (std::size_t c = 0; c < row.size(); ++c) {
            if (!holds_figures(columns_[c].kind)) continue;
            read_cell_at(r, c, words, unit, id, is_part);
            note_wide_cell(r, c);
        }
    }
    // A cell that reaches over two columns leaves the second empty, and so does a figure that is not there.
    void note_wide_cell(std::size_t row, std::size_t column) {
        const auto level = [&](std::size_t c) { return c < columns_.size() && is_level(columns_[c].kind); };
        const auto filled_at = [&](std::size_t r, std::size_t c) {
            return c < cells_[r].size() && !cells_[r][c].words.empty();
        };
        if (!level(column) || !level(column + 1) || !cells_[row][column].figure() || filled_at(row, column + 1) ||
            !fills_most(column + 1))
            return;
        diagnostics_.push_back({Severity::note, "empty-cell",
                                "the cell behind this figure is empty, which other rows fill: the figure may be that "
                                "of both columns; it is read as that of the first",
                                source_span(cells_[row][column].words), source_span(columns_[column + 1].words)});
    }
    // Whether at least half of the rows with figures have something in a column.
    [[nodiscard]] bool fills_most(std::size_t column) {
        const auto [found, added] = filled_mostly_.try_emplace(column, false);
        if (!added) return found->second;
        std::size_t all = 0, filled_here = 0;
        for (std::size_t r = body_; r < end_; ++r) {
            if (!has_figures(r)) continue;
            ++all;
            filled_here += column < cells_[r].size() && !cells_[r][column].words.empty() ? 1 : 0;
        }
        return found->second = filled_here * 2 >= all;
    }
    // What stands between the lines of a label is no part of it.
    void note_split_label(TokenRange label) {
        const TokenRange begin = words_.together(label);
        if (begin.last == label.last) return;
        diagnostics_.push_back(
            {Severity::note, "split-label",
             "what is measured is told in several lines of a table; the indicator of its figures is "
             "the beginning of '" +
                 document_.words(label) + "'",
             source_span(begin), source_span({begin.last, label.last})});
    }
    void misfit(std::size_t row, const char* reason) {
        warn("unread-table", std::string("the figures of this row of a table are not read: ") + reason,
             words_.whole(row));
        // Parts below it are its own.
        if (!row_words(row).is_part && !is_below(row)) whole_.reset();
    }
    // Headings of rows: 'I. Kinh tế', 'Trong đó:'.
    void open_section(const RowWords& words, std::size_t row) {
        if (auto unit = told_unit(document_, words_.whole(row))) return take_table_unit(std::move(unit));
        const Cell* const label = cell(row, label_);
        if (label != nullptr && column_word(document_, label->words.first) == "part") return;
        const TokenRange all = words.label.empty() ? words_.whole(row) : words.label;
        context_ = concepts_in(document_, all);
        whole_.reset();
    }
    // '1.1' behind '1'
    [[nodiscard]] std::string number_of(std::size_t row) const {
        if (!number_) return {};
        const Cell* const each = cell(row, *number_);
        return each == nullptr ? std::string{} : std::string(document_.text_of(each->words.first));
    }
    [[nodiscard]] bool is_below(std::size_t row) const {
        return whole_ && !whole_->number.empty() && number_of(row).starts_with(whole_->number + ".");
    }
    void begin_whole(const RowWords& words, std::size_t row, const std::optional<TableUnit>& unit) {
        whole_ = Whole{words.label, number_of(row), unit, std::nullopt, {}};
    }
    // 'Số thuê bao điện thoại' counts subscribers; 'Tỷ lệ hộ nghèo' does not count households.
    [[nodiscard]] std::optional<TableUnit> counted(TokenRange label) const {
        std::size_t at = label.first;
        if (const PhraseMatch head = document_.match(at, LexiconClass::measure_head);
            head && (head.value() == lexicon_values::total_head || document_.token(at).is_word(Keyword::so)))
            at += head.length;
        else if (const auto word = column_word(document_, at); word == "indicator" || word == "plan")
            return std::nullopt;  // 'Chỉ tiêu được giao'
        const PhraseMatch noun = document_.match(at, LexiconClass::noun);
        if (!noun || at + noun.length > label.last || !noun.payload->attribute("period").empty()) return std::nullopt;
        return TableUnit{std::string(noun.value()), MeasureKind::count, 0, std::nullopt, UnitRule::noun};
    }
    // The unit that the first level of a row has of its column, or in its cell.
    [[nodiscard]] std::optional<TableUnit> own_unit(std::size_t row) const {
        std::vector<Diagnostic> ignored;  // told when the cell is read
        for (std::size_t c = 0; c < cells_[row].size(); ++c) {
            if (!is_level(columns_[c].kind) || !cells_[row][c].figure()) continue;
            if (columns_[c].unit) return columns_[c].unit;
            const auto measure = read_figure(document_, cells_[row][c], std::nullopt, separators_, ignored);
            if (measure && measure->unit)
                return TableUnit{*measure->unit, measure->kind, 0, std::nullopt, UnitRule::cell};
        }
        return std::nullopt;
    }

    [[nodiscard]] bool is_total(TokenRange label) const {
        const PhraseMatch word = document_.match(label.first, LexiconClass::column);
        return word.value() == "total" && label.first + word.length == label.last;
    }
    [[nodiscard]] std::optional<std::string> find_id(const RowWords& words, const std::optional<TableUnit>& unit,
                                                     bool is_part) const {
        if (is_total(words.label)) return std::nullopt;
        const grammar::ConceptSet own = concepts_in(document_, words.label);
        if (!is_part || !whole_) return id_of(own, unit);
        const grammar::ConceptSet whole = concepts_in(document_, whole_->label);
        auto id = id_of(own | whole, unit);
        if (own.empty() || id != whole_->id || !whole.contains(own)) return id;
        // 'Viễn thông' below 'Doanh thu bưu chính, viễn thông': less than the whole is meant.
        if (auto narrower = id_of(own, unit)) return narrower;
        std::optional<std::string> narrower;
        bool single = true;
        whole.for_each([&](std::size_t left_out) {
            grammar::ConceptSet rest;
            whole.for_each([&](std::size_t each) {
                if (each != left_out) rest.set(each);
            });
            const auto found = own.test(left_out) ? std::nullopt : id_of(rest, unit);
            if (!found || found == id) return;
            single = single && (!narrower || found == narrower);
            narrower = found;
        });
        return narrower && single ? narrower : id;
    }
    [[nodiscard]] std::optional<std::string> id_of(const grammar::ConceptSet& own,
                                                   const std::optional<TableUnit>& unit) const {
        const MeasureKind kind = unit ? unit->kind : MeasureKind::count;
        const auto found = catalogue_.find(own, own | context_, kind, unit ? unit->unit : "");
        return found && found->has_own ? std::optional(std::string(found->id)) : std::nullopt;
    }

    void read_cell_at(std::size_t r, std::size_t c, const RowWords& words, const std::optional<TableUnit>& unit,
                      const std::optional<std::string>& id, bool is_part) {
        const Cell& here = cells_[r][c];
        const Column& column = columns_[c];
        if (here.kind == CellKind::digits)
            return warn("unread-number", "digits in a table that are not read for sure; left out", here.words);
        if (!here.figure()) return;
        const auto comparison = comparisons_.find(c);
        const bool compares = comparison != comparisons_.end();
        std::optional<Reading> reading;
        if (compares) {
            reading = reading_in(r, c, comparison->second, unit);
            if (!reading)
                return warn("unread-number", "a comparison of two percentages that is not read for sure; left out",
                            here.words);
        }
        std::optional<TableUnit> in = unit;
        if (column.unit && !(unit_ && unit) && !words.unit) {
            in = column.unit;
            in->rule = UnitRule::head;
        }
        if (reading == Reading::share || reading == Reading::growth) in = percent();
        if (reading == Reading::difference && in && in->kind == MeasureKind::percent) in->unit = "điểm %";
        if (column.kind == ColumnKind::rank) in.reset();
        const std::size_t noted = diagnostics_.size();
        auto measure = read_figure(document_, here, in, separators_, diagnostics_);
        for (std::size_t d = noted; d < diagnostics_.size(); ++d) diagnostics_[d].span = source_span(here.words);
        if (!measure) return;
        if (!measure->unit && column.kind != ColumnKind::rank)
            return warn("unread-number", "a figure of a table without a unit; left out", here.words);
        Text text = source_text(here.words);
        measure->text = std::move(text.text);
        measure->span = text.span;
        if (column.kind == ColumnKind::rank) measure->kind = MeasureKind::rank;
        measure->estimated = column.kind == ColumnKind::estimate;
        measure->indicator = source_text(words_.together(words.label));
        measure->indicator_id = id;
        measure->confidence.indicator = Confidence::certain;
        measure->confidence.indicator_id = is_part ? Confidence::likely : Confidence::certain;
        const TimeRule time = set_period(*measure, c, compares ? &comparison->second : nullptr);
        if (compares)
            compare(*measure, r, c, *reading, comparison->second);
        else
            link(*measure, c, is_part);
        sources_.push_back({&document_, words.label, column.cells,
                            compares ? name_of(*reading) : name_of(column.kind),
                            in && !here.tells_unit() ? in->rule : UnitRule::cell, time});
        measures_.push_back(std::move(*measure));
    }

    // Of a comparison of percentages the figures say whether it is one of points.
    [[nodiscard]] std::optional<Reading> reading_in(std::size_t r, std::size_t c, const Comparison& comparison,
                                                    const std::optional<TableUnit>& unit) const {
        if (!unit || unit->kind != MeasureKind::percent) return comparison.reading;
        if (!comparison.of || !comparison.with) return std::nullopt;
        const Evidence shown = row_evidence(r, c, *comparison.of, *comparison.with);
        if (shown.difference != 0 && shown.growth == 0) return Reading::difference;
        if (shown.of(comparison.reading) != 0 && shown.difference == 0) return comparison.reading;
        return std::nullopt;
    }

    TimeRule set_period(Measure& measure, std::size_t c, const Comparison* comparison) const {
        std::size_t dated = c;
        if (comparison != nullptr && !columns_[c].period && comparison->of) dated = *comparison->of;
        ColumnTime time = times_[dated];
        // A day is the time of a stock; a flow up to it is one of the table's time.
        if (time.period && time.period->kind() == Period::Kind::day && measure.indicator_id &&
            catalogue_.timing(*measure.indicator_id) == IndicatorCatalogue::Timing::flow) {
            time = time_;
            time.rule = TimeRule::flow;
        }
        measure.period = time.period;
        measure.confidence.period = time.confidence;
        const auto& reviewed = report_.meeting.reviews;
        const bool lies_ahead = reviewed && measure.period && reviewed->last_day() < measure.period->first_day();
        measure.planned = columns_[c].kind == ColumnKind::plan || lies_ahead ||
                          (comparison != nullptr && comparison->of && comparison->reading != Reading::share &&
                           columns_[*comparison->of].kind == ColumnKind::plan);
        return time.rule;
    }

    void compare(Measure& measure, std::size_t r, std::size_t c, Reading reading, const Comparison& comparison) {
        const Column& column = columns_[c];
        if (column.base && !column.base->words.empty())
            measure.baseline = document_.words(column.base->words);
        else if (comparison.with)
            measure.baseline = document_.words(columns_[*comparison.with].words);
        if (reading != Reading::share) {
            measure.role = MeasureRole::change;
            const bool below = measure.value < Decimal(0);
            if (below) negate(measure);
            measure.direction = below != column.falls ? Direction::decrease : Direction::increase;
        }
        if (!comparison.of || !comparison.with) return;
        const Evidence shown = row_evidence(r, c, *comparison.of, *comparison.with);
        if (shown.rows != 0 && shown.of(reading) == 0)
            warn("percent-contradicts-ratio", "this comparison is not that of the figures beside it",
                 cells_[r][c].words, source_span(cells_[r][*comparison.of].words));
    }

    // ---- parts ------------------------------------------------------------------------------------------------

    void link(const Measure& measure, std::size_t column, bool is_part) {
        if (!whole_) return;
        if (!is_part) {
            whole_->measures[column] = measures_.size();
            return;
        }
        const auto whole = whole_->measures.find(column);
        if (whole == whole_->measures.end()) return;
        const Measure& of = measures_[whole->second];
        if (of.unit == measure.unit && of.per == measure.per && measure.kind != MeasureKind::percent)
            parts_.push_back({measures_.size(), whole->second});
    }

    // Rows below another are its parts where they do not add up to more.
    void link_parts() {
        std::map<std::size_t, std::optional<Decimal>> sums;
        for (const Part& part : parts_) {
            auto& sum = sums.emplace(part.whole, Decimal(0)).first->second;
            if (sum) sum = Decimal::add(*sum, measures_[part.measure].value);
        }
        for (const Part& part : parts_) {
            const auto& sum = sums[part.whole];
            Measure& measure = measures_[part.measure];
            if (sum && !(measures_[part.whole].value < *sum)) {
                measure.part_of = part.whole;
                measure.confidence.part_of = Confidence::likely;
            } else if (measure.indicator_id == measures_[part.whole].indicator_id) {
                measure.indicator_id.reset();  // of what it is a part is not known
            }
        }
    }
};

}  // namespace

TableMeasures read_tables(const std::vector<FoundTable>& tables, const NormalizedText& text,
                          const IndicatorCatalogue& catalogue, const Report& report,
                          std::vector<Diagnostic>& diagnostics) {
    TableMeasures measures;
    for (const FoundTable& table : tables) {
        const Cells cells = read_cells(*table.words);
        for (std::size_t row = 0; row < cells.size();)
            row = TableReader(table, cells, row, text, catalogue, report, measures, diagnostics).run();
    }
    return measures;
}

void add_measures(Report& report, std::vector<Measure> measures) {
    if (measures.empty()) return;
    std::vector<Measure>& all = report.measures;
    const std::size_t told = all.size();
    std::move(measures.begin(), measures.end(), std::back_inserter(all));
    std::vector<std::size_t> order(all.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return all[a].span.begin < all[b].span.begin; });
    std::vector<std::size_t> place(all.size());
    std::vector<Measure> sorted;
    sorted.reserve(all.size());
    for (const std::size_t from : order) {
        place[from] = sorted.size();
        Measure& measure = all[from];
        if (measure.part_of && from >= told) *measure.part_of += told;
        sorted.push_back(std::move(measure));
    }
    for (Measure& measure : sorted)
        if (measure.part_of) measure.part_of = place[*measure.part_of];
    all = std::move(sorted);
    const auto renumber = [&](auto& statements) {
        for (auto& statement : statements)
            for (std::size_t& index : statement.measures) index = place[index];
    };
    renumber(report.achievements);
    renumber(report.shortcomings);
    renumber(report.targets);
}

}  // namespace tongket
