// SPDX-License-Identifier: BSL-1.0
#include "tables/header.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "islands/islands.hpp"
#include "tables/cell.hpp"

namespace tongket {
namespace {

// What a phrase of a head says; `ColumnKind` has those that name a column.
struct WordKind {
    std::string_view name;
    ColumnKind kind;
};
constexpr std::array word_kinds = std::to_array<WordKind>({{"number", ColumnKind::number},
                                                           {"indicator", ColumnKind::indicator},
                                                           {"unit", ColumnKind::unit},
                                                           {"note", ColumnKind::note},
                                                           {"entity", ColumnKind::entity},
                                                           {"plan", ColumnKind::plan},
                                                           {"actual", ColumnKind::actual},
                                                           {"estimate", ColumnKind::estimate},
                                                           {"previous", ColumnKind::previous},
                                                           {"share", ColumnKind::share},
                                                           {"compare", ColumnKind::comparison},
                                                           {"change", ColumnKind::change},
                                                           {"rank", ColumnKind::rank}});
constexpr std::string_view against = "against", filler = "filler";

ColumnKind kind_of_word(std::string_view name) {
    const auto* const found =
        std::find_if(word_kinds.begin(), word_kinds.end(), [&](const WordKind& each) { return each.name == name; });
    return found == word_kinds.end() ? ColumnKind::unknown : found->kind;
}

// A level that a comparison names, or the one that a column holds.
struct Operand {
    ColumnKind kind = ColumnKind::unknown;  // unknown where a time stands alone
    std::optional<grammar::PeriodExpression> period;
    TokenRange words;
    bool behind_against = false;  // or behind a slash
};

// Reads the cells above each other of one column.
class ColumnReader {
  public:
    explicit ColumnReader(const Document& document) : document_(document) {}

    void read(TokenRange cell) {
        column_.cells.push_back(cell);
        if (take_unit_alone(cell)) return;
        column_.words = cell;
        at_ = cell.first;
        end_ = cell.last;
        joined_ = false;
        while (at_ < end_ && !unknown_) step();
    }

    [[nodiscard]] Column column() && {
        if (column_.words.empty()) return column_;
        if (unknown_)
            column_.kind = ColumnKind::unknown;
        else
            decide();
        return std::move(column_);
    }

  private:
    const Document& document_;
    Column column_;
    std::size_t at_ = 0, end_ = 0;
    std::vector<Operand> operands_;
    std::vector<ColumnKind> kinds_;  // those that are no operands
    std::optional<std::size_t> against_;
    bool behind_ = false;      // what was said last compares with what comes
    bool joined_ = false;      // an operand stands before in this cell
    bool unknown_ = false;     // some words say what is not known
    bool percent_ = false;     // outside brackets
    bool in_percent_ = false;  // by what is said of a change

    [[nodiscard]] Token token() const { return document_.token(at_); }

    // 'tỷ đồng', '(%)' below 'Kế hoạch': a row of units.
    [[nodiscard]] bool take_unit_alone(TokenRange cell) {
        if (column_.words.empty()) return false;
        if (document_.token(cell.first).is_mark('(') && document_.token(cell.last - 1).is_mark(')')) {
            ++cell.first;
            --cell.last;
        }
        auto unit = read_unit(document_, cell, false);
        if (!unit || !column_word(document_, cell.first).empty()) return false;
        column_.unit = std::move(unit);
        return true;
    }

    void step() {
        if (token().is_mark('(')) return read_bracket();
        if (const auto time = time_at(document_, at_, end_)) return add_time(*time);
        if (token().is_mark('%')) {
            percent_ = true;
            ++at_;
            return;
        }
        const PhraseMatch word = document_.match(at_, LexiconClass::column);
        if (word && at_ + word.length <= end_) return add_word(word);
        if (token().kind == TokenKind::mark) {
            if (token().is_mark('/') && joined_) behind_ = true;
            ++at_;
            return;
        }
        unknown_ = true;
    }

    void add_word(const PhraseMatch& word) {
        const TokenRange words{at_, at_ + word.length};
        at_ = words.last;
        if (word.value() == filler) {
            column_.whole_year |= document_.token(words.last - 1).is_word(Keyword::nam);
            return;
        }
        if (word.value() == against) {
            if (!behind_) against_ = words.first;
            behind_ = true;
            return;
        }
        const ColumnKind kind = kind_of_word(word.value());
        if (is_level(kind)) {
            if (Operand* const last = open_operand(words.first); last != nullptr && goes_with(*last, kind)) {
                if (last->kind == ColumnKind::unknown || last->kind == ColumnKind::actual) last->kind = kind;
                last->words = joined_ ? TokenRange{last->words.first, words.last} : words;
            } else {
                operands_.push_back({kind, std::nullopt, words, behind_});
            }
            joined_ = true;
            return;
        }
        if (kind == ColumnKind::unknown) {
            unknown_ = true;
            return;
        }
        // 'Tăng, giảm' goes either way.
        if (kind == ColumnKind::change) {
            column_.falls = !word.payload->attribute("way").empty() && (column_.falls || !has(ColumnKind::change));
            in_percent_ |= !word.payload->attribute("percent").empty();
        }
        kinds_.push_back(kind);
    }
    // The operand that words go on with; null where they begin another.
    [[nodiscard]] Operand* open_operand(std::size_t at) {
        const bool slash = at > 0 && document_.token(at - 1).is_mark('/');
        return operands_.empty() || slash || operands_.back().behind_against != behind_ ? nullptr : &operands_.back();
    }
    // 'ước thực hiện', 'TH cùng kỳ', 'Kế hoạch' below 'Kết quả năm 2016'; 'thực hiện kế hoạch' in one cell is
    // neither.
    [[nodiscard]] bool goes_with(const Operand& before, ColumnKind kind) const {
        if (before.kind == ColumnKind::unknown || before.kind == kind) return true;
        if (before.kind == ColumnKind::actual) return kind != ColumnKind::plan || !joined_;
        return kind == ColumnKind::actual && before.kind != ColumnKind::plan;
    }

    void add_time(const TimeWords& time) {
        const TokenRange words{at_, time.end};
        at_ = time.end;
        const bool joined = std::exchange(joined_, true);
        // '6 tháng/2016' compares nothing.
        if (behind_ && !against_ && !operands_.back().behind_against && gives_year(operands_.back(), time)) {
            set_year(*operands_.back().period, time.period.year());
            behind_ = false;
            return;
        }
        if (Operand* const open = open_operand(words.first)) {
            Operand& last = *open;
            if (!last.period) {
                last.period = time.period;
                last.words = joined ? TokenRange{last.words.first, words.last} : words;
                return;
            }
            // 'Năm 2016' above or behind 'Quý I'
            if (gives_year(last, time)) {
                set_year(*last.period, time.period.year());
                return;
            }
            if (time.period.year() == 0 && last.period->first.kind == Period::Kind::year) {
                const int year = last.period->year();
                last.period = time.period;
                set_year(*last.period, year);
                return;
            }
        }
        operands_.push_back({ColumnKind::unknown, time.period, words, behind_});
    }
    static bool gives_year(const Operand& operand, const TimeWords& time) {
        return operand.period && operand.period->year() == 0 && time.period.first.kind == Period::Kind::year;
    }
    static void set_year(grammar::PeriodExpression& period, int year) {
        period.first.year = year;
        if (period.last) period.last->year = year;
    }

    // '(tỷ đồng)', '(%)', '(+/-)', '(1)', '(ĐVT: tỷ đồng)'
    void read_bracket() {
        std::size_t close = at_ + 1;
        while (close < end_ && !document_.token(close).is_mark(')')) ++close;
        if (close == end_) {
            unknown_ = true;
            return;
        }
        const TokenRange inside{at_ + 1, close};
        const std::size_t next = close + 1;
        bool marks = true;
        for (std::size_t t = inside.first; t < inside.last; ++t)
            marks &= document_.token(t).kind != TokenKind::word &&
                     (document_.token(t).kind != TokenKind::number || document_.token(t).length <= 2) &&
                     !document_.token(t).is_mark('%');
        if (marks) {
            at_ = next;
            return;
        }
        if (auto unit = told_unit(document_, inside)) {
            column_.unit = std::move(unit);
            at_ = next;
            return;
        }
        if (auto unit = read_unit(document_, inside, false)) {
            column_.unit = std::move(unit);
            at_ = next;
            return;
        }
        // '(so với KH)', '(năm 2016)': read like other words.
        ++at_;
    }

    [[nodiscard]] bool has(ColumnKind kind) const {
        return std::find(kinds_.begin(), kinds_.end(), kind) != kinds_.end();
    }

    void decide() {
        for (const ColumnKind kind : {ColumnKind::note, ColumnKind::entity, ColumnKind::number, ColumnKind::rank,
                                      ColumnKind::indicator, ColumnKind::unit}) {
            if (!has(kind)) continue;
            const bool alone = std::all_of(kinds_.begin(), kinds_.end(), [&](ColumnKind k) { return k == kind; });
            const bool leveled = std::any_of(operands_.begin(), operands_.end(), [](const Operand& operand) {
                return operand.kind != ColumnKind::unknown;
            });
            column_.kind = alone && !leveled && !percent_ ? kind : ColumnKind::unknown;
            if (kind == ColumnKind::rank && !operands_.empty()) column_.period = operands_.front().period;
            return;
        }
        const bool slash = std::any_of(operands_.begin(), operands_.end(),
                                       [](const Operand& operand) { return operand.behind_against; });
        if (!kinds_.empty() || slash || against_ || percent_)
            decide_comparison();
        else
            decide_level();
    }

    void decide_level() {
        if (operands_.size() != 1) {
            column_.kind = ColumnKind::unknown;  // 'Kế hoạch - Thực hiện'
            return;
        }
        const Operand& operand = operands_.front();
        column_.kind = operand.kind == ColumnKind::unknown ? ColumnKind::actual : operand.kind;
        column_.period = operand.period;
        column_.whole_year &= !operand.period;
    }

    void decide_comparison() {
        column_.kind = has(ColumnKind::change)  ? ColumnKind::change
                       : has(ColumnKind::share) ? ColumnKind::share
                                                : ColumnKind::comparison;
        column_.percent =
            percent_ || has(ColumnKind::share) || (column_.unit ? column_.unit->unit == "percent" : in_percent_);
        column_.whole_year = false;
        if (column_.unit && column_.unit->unit == "percent") column_.unit.reset();
        const Operand* base = nullptr;
        for (const Operand& operand : operands_) {
            if (operand.behind_against) {
                if (base != nullptr) unknown_ = true;
                base = &operand;
            } else if ((operand.kind == ColumnKind::plan || operand.kind == ColumnKind::previous) && !against_ &&
                       base == nullptr) {
                base = &operand;  // '% kế hoạch'
            } else if (operand.period) {
                column_.period = operand.period;
            }
        }
        if (unknown_) {
            column_.kind = ColumnKind::unknown;
            return;
        }
        // '% KH' and 'TH/KH' are shares, 'So với KH' may be a difference.
        if (column_.kind == ColumnKind::comparison && kinds_.empty() && !against_ && base != nullptr)
            column_.kind = ColumnKind::share;
        column_.percent |= column_.kind == ColumnKind::share;
        if (base == nullptr) return;
        ColumnBase told;
        told.kind = base->kind == ColumnKind::unknown ? ColumnKind::actual : base->kind;
        told.period = base->period;
        told.words = base->words;
        // 'so với năm 2015' stands in one cell.
        if (against_ && *against_ >= column_.words.first) told.words.first = *against_;
        column_.base = told;
    }
};

// A head cell that is wide serves the columns behind it, whose own cells in that row are empty: those that have a
// cell of their own below, as it has.
TokenRange cell_above(const std::vector<std::vector<TokenRange>>& rows, std::size_t row, std::size_t column) {
    const auto filled_below = [&](std::size_t c) {
        for (std::size_t r = row + 1; r < rows.size(); ++r)
            if (c < rows[r].size() && !rows[r][c].empty()) return true;
        return false;
    };
    for (std::size_t c = column + 1; c-- > 0;) {
        if (c >= rows[row].size() || rows[row][c].empty()) {
            if (!filled_below(c)) return {};
            continue;
        }
        return c == column || filled_below(c) ? rows[row][c] : TokenRange{};
    }
    return {};
}

}  // namespace

std::string_view name_of(ColumnKind kind) noexcept {
    const auto* const found =
        std::find_if(word_kinds.begin(), word_kinds.end(), [&](const WordKind& each) { return each.kind == kind; });
    return found == word_kinds.end() ? "unknown" : found->name;
}

std::string_view column_word(const Document& document, std::size_t at) {
    return document.match(at, LexiconClass::column).value();
}

std::optional<TimeWords> time_at(const Document& document, std::size_t at, std::size_t end) {
    if (is_year(document, {at, at + 1})) {
        // '2016-2020', '2016/2015'
        grammar::PeriodExpression years;
        const std::size_t last = match_period_phrase(document.stream(), at, years);
        if (last != at && last <= end && years.last && document.token(at + 1).is_mark('-'))
            return TimeWords{years, last};
        TimeWords year;
        year.period.first.year =
            static_cast<int>(grammar::read_number(document.text_of(at)).value.value_or(Decimal(0)).to_double());
        year.end = at + 1;
        return year;
    }
    grammar::DayExpression day;
    std::size_t last = match_day(document.stream(), at, day);
    if (last != at && last <= end && day.month != 0) return TimeWords{grammar::period_of(day), last};
    TimeWords time;
    last = match_period(document.stream(), at, time.period);
    if (last == at || last > end || !time.period.in_calendar()) return std::nullopt;
    // 'năm 2016/2015' compares two years.
    if (time.period.of_years() && document.token(at).is_word(Keyword::nam) && document.token(at + 2).is_mark('/')) {
        time.period.last.reset();
        last = at + 2;
    }
    time.end = last;
    return time;
}

std::optional<TableUnit> told_unit(const Document& document, TokenRange words) {
    for (std::size_t t = words.first; t < words.last; ++t) {
        const PhraseMatch word = document.match(t, LexiconClass::column);
        if (kind_of_word(word.value()) != ColumnKind::unit) continue;
        std::size_t at = t + word.length;
        if (at >= words.last || !document.token(at).is_mark(':')) continue;
        std::size_t end = ++at;
        while (end < words.last && !document.token(end).is_mark(')') && !document.token(end).is_mark('.') &&
               !document.token(end).is_mark(';'))
            ++end;
        // 'Đơn vị: Phòng Y tế' tells who made the table.
        return read_unit(document, {at, end}, word.payload->attribute("agency").empty());
    }
    return std::nullopt;
}

std::vector<Column> read_header(const Document& document, const std::vector<std::vector<TokenRange>>& rows,
                                std::size_t width) {
    std::vector<Column> columns;
    for (std::size_t c = 0; c < width; ++c) {
        ColumnReader reader(document);
        for (std::size_t r = 0; r < rows.size(); ++r)
            if (const TokenRange cell = cell_above(rows, r, c); !cell.empty()) reader.read(cell);
        columns.push_back(std::move(reader).column());
    }
    return columns;
}

}  // namespace tongket
