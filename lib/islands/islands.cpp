// SPDX-License-Identifier: BSL-1.0
#include "islands/islands.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

#include "islands/bracketed_parts.hpp"
#include "islands/comparison.hpp"
#include "page/damage.hpp"
#include "page/pieces.hpp"
#include "text/phrase_key.hpp"

namespace tongket {
namespace {

class IslandFinder {
  public:
    IslandFinder(const Document& document, WorkBudget& budget)
        : document_(document), stream_(document.stream()), budget_(budget) {}

    Islands run() {
        constexpr std::size_t units_per_try = 8;
        const std::size_t end = document_.size();
        islands_.quantities.reserve(end / 64);  // as prose has
        std::size_t i = 0;
        while (i < end) {
            std::size_t next = i;
            const Token token = document_.token(i);
            const bool may_open =
                ((token.is_mark('-') || token.is_mark('(') || token.starts(LexiconClass::number_part)) &&
                 opens_number(i)) ||
                (token.starts(LexiconClass::unit) && is_sign_of_money(i));
            if (!may_start(token) && !may_open) {
                if (token.kind == TokenKind::newline || token.is_mark('.')) list_open_ = false;
                ++i;
                continue;
            }
            if (!budget_.spend(units_per_try)) break;
            if (token.starts(LexiconClass::document)) next = citation(i);
            if (next == i && may_start_period(i)) next = period(i);
            if (next == i && may_start_person(i)) next = person(i);
            if (next == i && (may_start_quantity(token) || may_open)) next = quantity(i);
            i = std::max(next, i + 1);
        }
        islands_.looked_to = std::min(i, end);
        return std::move(islands_);
    }

  private:
    const Document& document_;
    const grammar::TokenStream& stream_;
    WorkBudget& budget_;
    Islands islands_;
    std::unordered_set<std::string> known_names_;
    std::size_t last_named_ = static_cast<std::size_t>(-1);  // the last number that was a name
    std::optional<std::size_t> last_bare_;                   // the last number that counts nothing that is said
    bool row_noted_ = false;                                 // it is noted as one of a row
    std::optional<bool> damaged_;                            // whether words of the page are in pieces, once asked
    std::size_t row_end_ = 0;                                // one past the last quantity
    std::size_t row_length_ = 0;                             // how many before it have no word between them
    bool list_open_ = false;                                 // after 'các đồng chí', until the sentence ends
    bool plural_titles_ = false;                             // the last titles before a name follow 'các'

    [[nodiscard]] Token token(std::size_t at) const { return document_.token(at); }
    [[nodiscard]] std::string_view text(std::size_t at) const { return document_.text_of(at); }

    // A cheap look that spares most tokens the grammars: false where none of them can begin.
    [[nodiscard]] bool may_start(const Token& token) const {
        constexpr grammar::ClassSet starters =
            class_bit(LexiconClass::document) | class_bit(LexiconClass::number_word) |
            class_bit(LexiconClass::honorific) | class_bit(LexiconClass::title_prefix) |
            class_bit(LexiconClass::title) | class_bit(LexiconClass::academic) | class_bit(LexiconClass::surname) |
            class_bit(LexiconClass::approximator);
        if (token.kind == TokenKind::number) return true;
        if ((token.classes & starters) != 0) return true;
        if (token.kind != TokenKind::word) return false;
        return starts_period(token) || starts_quantity(token) || (list_open_ && token.has(Token::capital));
    }

    // ---- citations --------------------------------------------------------------------------------------------

    std::size_t citation(std::size_t at) {
        grammar::CitationExpression found;
        const std::size_t end = match_citation(stream_, at, found);
        if (end == at || !believable(found)) return at;
        islands_.citations.push_back({{at, found.number.last}, found});
        // 'Quyết định số 5, 6': those behind it are numbers of documents too.
        last_named_ = found.number.last - 1;
        return std::max(found.number.last, at + 1);
    }

    // A bare number after a document word may count something ('kế hoạch 15 lớp') or be a year ('Kế hoạch 2018').
    [[nodiscard]] bool believable(const grammar::CitationExpression& citation) const {
        constexpr std::size_t shortest_unsaid = 3;
        // 'hướng dẫn 15/19 sở' is what somebody did with 15 of 19.
        const bool of_set =
            is_document_verb(citation.type.first) && !token(citation.type.first).has(Token::capital) &&
            citation.number.last == citation.number.first + 3 &&
            token(citation.number.last - 1).kind == TokenKind::number && followed_by_noun(citation.number.last - 1);
        if (citation.coded) return !of_set;
        const Token number = token(citation.number.first);
        const std::string_view digits = text(citation.number.first);
        if (digits.find_first_of(".,") != std::string_view::npos) return false;
        const bool capital = token(citation.type.first).has(Token::capital);
        // 'Nghị quyết 2016' may be one of a year, 'Quyết định 1956' is none.
        const bool undated = capital && citation.type.payload->attribute("undated") == "1";
        if (number.length == 4 && (digits.starts_with("19") || digits.starts_with("20")) && !undated) return false;
        if (token(citation.number.first - 1).is_word(Keyword::so)) return true;
        const std::string_view type = citation.type.payload->value;
        const bool never_bare = type == "plan" || type == "other" || type == "law";
        const std::size_t next = citation.number.last;
        const Token after = token(next);
        // 'Pháp lệnh 07 quy định': no report counts laws and such documents side by side.
        if (type == "law" && is_document_verb(next)) return true;
        // 'Thông tư 07 ngày 15-3-2017', 'Kết luận 10 của Bộ Chính trị'; 'báo cáo 5 năm 2016' counts years.
        if (citation.last > next && (citation.date || !after.is_word(Keyword::nam) || !never_bare)) return true;
        const bool counts_nothing = after.kind != TokenKind::word || grammar::is_function_word(after.word);
        if (never_bare) {
            // 'đưa ra kế hoạch 6650 với', 'thực hiện quy định 105 về'; 'đạt kế hoạch 120', 'theo báo cáo 5 năm'.
            const Token before = token(citation.type.first - 1);
            const bool reached =
                before.is_word(Keyword::dat) || before.starts(LexiconClass::increase) || before.is_mark('%');
            if (after.is_word(Keyword::nam) || after.is_word(Keyword::thang) || after.is_mark('%') ||
                after.is_mark('/') || after.is_mark('-'))
                return false;
            if (capital && after.is_word(Keyword::ve)) return true;
            // 'giao kế hoạch 350, thực hiện 360', but 'thực hiện Phương án 3597, ngành ...'.
            const bool named = capital && before.kind == TokenKind::word;
            const bool planned =
                type == "plan" && ((after.kind != TokenKind::word && !named) || number.length < shortest_unsaid);
            return type != "law" && !planned && counts_nothing && !reached && number.length > 1;
        }
        // 'Nghị định 218 quy định': what the document does.
        const bool verb_behind = is_document_verb(next) && (capital || !is_document_verb(citation.type.first));
        if (verb_behind) return true;
        if (after.starts(LexiconClass::unit) || after.starts(LexiconClass::noun) ||
            after.starts(LexiconClass::scale) || after.is_mark('%') || after.is_mark('/'))
            return false;
        // A counted noun stands in the plural words of a sentence; a name begins with a capital, or is an Đề án or a
        // Công văn by number.
        return capital || type == "programme" || type == "dispatch" || number.length <= shortest_unsaid;
    }
    // 'quy định', 'hướng dẫn', 'thông báo': a document's word that says as well what somebody does.
    [[nodiscard]] bool is_document_verb(std::size_t at) const {
        const PhraseMatch document = stream_.match(at, LexiconClass::document);
        return document && document.payload->attribute("verb") == "1";
    }

    // ---- periods ----------------------------------------------------------------------------------------------

    [[nodiscard]] static bool starts_period(const Token& token) {
        constexpr grammar::KeywordSet openers{
            Keyword::ngay, Keyword::thang, Keyword::nam, Keyword::quy, Keyword::sang, Keyword::chieu,
            Keyword::toi,  Keyword::trua,  Keyword::dem, Keyword::hom, Keyword::tu,   Keyword::rang_sang,
            Keyword::half, Keyword::q1,    Keyword::q2,  Keyword::q3,  Keyword::q4};
        return openers.contains(token.word) || token.starts(LexiconClass::period_name);
    }
    [[nodiscard]] bool may_start_period(std::size_t at) const {
        constexpr std::size_t longest_day = 10;
        constexpr grammar::KeywordSet behind_number{Keyword::thang, Keyword::den, Keyword::nam, Keyword::ngay,
                                                    Keyword::quy};
        const Token first = token(at), next = token(at + 1);
        if (first.kind == TokenKind::number)
            return first.length <= longest_day &&
                   (next.is_mark('/') || next.is_mark('-') || is_dotted(first) || behind_number.contains(next.word));
        if (first.kind != TokenKind::word) return false;
        return starts_period(first) ||
               (first.starts(LexiconClass::number_word) &&
                (behind_number.contains(next.word) || next.starts(LexiconClass::number_word)));
    }
    [[nodiscard]] bool is_dotted(const Token& number) const {
        return stream_.text_of(number).find('.') != std::string_view::npos;
    }

    std::size_t period(std::size_t at) {
        if (const std::size_t end = several_days(at); end != at) return end;
        grammar::DayExpression day;
        std::size_t end = match_day(stream_, at, day);
        day.introduced |= behind_relative_day(at);
        if (end != at && believable_day(at, end, day)) {
            islands_.periods.push_back({{at, end}, grammar::period_of(day), day});
            return end;
        }
        grammar::PeriodExpression period;
        // 'các năm 2014, 2016'
        std::size_t begin = at > 0 && token(at - 1).is_word(Keyword::cac) ? at - 1 : at;
        end = begin < at ? match_several_times(stream_, at, period) : at;
        if (end == at) {
            begin = at;
            period = {};
            end = match_period(stream_, at, period);
            if (period.listed) end = end_of_own(at, end, period);
        }
        // 'từ đầu năm đến 15/12'
        const bool since_new_year =
            period.last && (token(at).is_word(Keyword::dau) || token(at + 1).is_word(Keyword::dau));
        const bool bare_days = period.first.kind == Period::Kind::day && period.counted == 0 && !since_new_year;
        if (end == at || bare_days || !believable_period(at, end, period)) return at;
        islands_.periods.push_back({{begin, end}, period, std::nullopt});
        return end;
    }
    // '12 tỷ đồng năm 2015, năm 2016 thu 15 tỷ đồng' is no list: each figure has its own. Where the first then ends.
    [[nodiscard]] std::size_t end_of_own(std::size_t at, std::size_t end, grammar::PeriodExpression& list) const {
        if (islands_.quantities.empty() || list.first.year == 0) return end;
        const std::size_t figure = islands_.quantities.back().range.last;
        const bool behind_figure = figure == at || (figure + 1 == at && token(figure).is_word(Keyword::trong));
        if (!behind_figure || token(end).kind == TokenKind::mark || token(end).kind == TokenKind::newline) return end;
        list = grammar::period_of(list.first);
        while (at < end && !token(at).is_mark(',') && !token(at).is_word(Keyword::va) && !token(at).is_mark('+'))
            ++at;
        return at;
    }

    // 'hôm nay 28-12', 'hôm qua (6.1)', 'sáng nay, 19-1'.
    [[nodiscard]] bool behind_relative_day(std::size_t at) const {
        constexpr grammar::KeywordSet relative{Keyword::nay, Keyword::qua};
        constexpr grammar::KeywordSet days{Keyword::hom,   Keyword::sang, Keyword::trua,
                                           Keyword::chieu, Keyword::toi,  Keyword::dem};
        if (at > 0 && (token(at - 1).is_mark(',') || token(at - 1).is_mark('('))) --at;
        return at >= 2 && relative.contains(token(at - 1).word) && days.contains(token(at - 2).word);
    }

    [[nodiscard]] bool believable_period(std::size_t at, std::size_t end,
                                         const grammar::PeriodExpression& period) const {
        // '6 tháng' may be a duration: 'trên 6 tháng', 'từ 3 đến 6 tháng'.
        const bool months_alone = token(end - 1).is_word(Keyword::thang);
        if (months_alone && (lasts({at, end}) || (at > 0 && token(at - 1).is_word(Keyword::sau)))) return false;
        if (months_alone && at > 0 &&
            (token(at - 1).starts(LexiconClass::approximator) || token(at - 1).is_word(Keyword::den) ||
             token(at - 1).is_mark('-') || token(at - 1).starts(LexiconClass::number_word)))
            return false;
        // 'các quý đầu năm': nobody knows how many.
        if (at > 0 && (token(at - 1).is_word(Keyword::cac) || token(at - 1).is_word(Keyword::nhung)) &&
            (token(at + 1).is_word(Keyword::dau) || token(at + 1).is_word(Keyword::cuoi)))
            return false;
        // 'mỗi tháng 5 vụ', 'bình quân tháng 12 triệu đồng': so much in each.
        if (token(end - 1).kind == TokenKind::number && period.year() == 0 && !period.last && counts_behind(end) &&
            of_each(at))
            return false;
        // 'mỗi năm 2500 lượt', 'lương tháng 13 năm 2017': what looks like a slip counts or names something.
        return !period.implausible() || !(counts_behind(end) || each_before(at) || in_name_before(at));
    }
    [[nodiscard]] bool counts_behind(std::size_t end) const {
        const Token next = token(end);
        return next.starts(LexiconClass::noun) || next.starts(LexiconClass::unit) ||
               next.starts(LexiconClass::scale) || next.is_mark('%');
    }
    [[nodiscard]] bool each_before(std::size_t at) const {
        constexpr grammar::KeywordSet each{Keyword::moi, Keyword::mot};
        return at > 0 && each.contains(token(at - 1).word);
    }
    [[nodiscard]] bool of_each(std::size_t at) const {
        constexpr grammar::KeywordSet each{Keyword::moi, Keyword::mot, Keyword::each, Keyword::every};
        if (at > 0 && each.contains(token(at - 1).word)) return true;
        for (std::size_t length = 1; length <= 2 && length <= at; ++length) {
            const PhraseMatch head = stream_.match(at - length, LexiconClass::measure_head);
            if (head.length == length && head.value() == "average") return true;
        }
        return false;
    }
    [[nodiscard]] bool in_name_before(std::size_t at) const {
        return at > 0 && stream_.match(at - 1, LexiconClass::numbered).length > 1;
    }

    // 'từ 2 - 6/10/2018', 'ngày 2 đến 6/10'.
    std::size_t several_days(std::size_t at) {
        grammar::DaysExpression days;
        const std::size_t end = match_days(stream_, at, days);
        if (end == at || !believable_days(at, end, days)) return at;
        grammar::DayExpression first = days.first;
        first.introduced |= days.opened;
        const grammar::PeriodExpression period = grammar::period_of(days);
        first.month = period.first.index;
        // 'từ 28/12 đến 02/01/2018': the first is of the year before.
        if (first.year == 0 && days.last.year != 0)
            first.year = days.last.year - (period.last && period.first.later_in_year(*period.last) ? 1 : 0);
        islands_.periods.push_back({{at, end}, period, first});
        return end;
    }
    // 'từ 2 - 6/10 tiêu chí', '08:30 - 11/01/2017' are none.
    [[nodiscard]] bool believable_days(std::size_t at, std::size_t end, const grammar::DaysExpression& days) const {
        constexpr int longest_month = 31;
        if (days.first.day < 1 || days.first.day > longest_month || (at > 0 && token(at - 1).is_mark(':')))
            return false;
        if (days.last.year != 0 || days.first.introduced || days.last.introduced) return true;
        return days.opened && token(end - 2).is_mark('/') && !counts_behind(end);
    }

    // `6-1`, `18.6`, `19/5` and `158/199` look alike: a day needs an introduction, a year, or nothing counted behind
    // it.
    [[nodiscard]] bool believable_day(std::size_t at, std::size_t end, const grammar::DayExpression& day) const {
        if (day.year != 0) return true;
        if (changes_by_fraction(at)) return false;
        if (!day.introduced && grammar::period_of(day).implausible()) return false;
        if (end < document_.size() && token(end).is_mark('%')) return false;
        // 'sáng 12-15 xã' has no month; 'tối 10/10 huyện' does not occur.
        if (day.introduced) return !token(end - 2).is_mark('-') || !day.day_part || !counts_behind(end);
        const bool slashed = token(at).kind == TokenKind::number && at + 1 < end && token(at + 1).is_mark('/');
        if (!slashed || bare_ratio(at)) return false;
        if (at > 0 && token(at - 1).kind == TokenKind::mark && token(at - 1).mark == '/') return false;
        grammar::QuantityExpression quantity;
        const std::size_t counted = match_quantity(stream_, at, quantity);
        if (above_whole(quantity)) return true;
        if (quantity.whole && quantity.unit && quantity.unit->end() == counted && quantity.unit->payload != nullptr)
            return false;
        if (quantity.whole && quantity.amount.value && quantity.whole->value &&
            *quantity.amount.value <= *quantity.whole->value && quantity.unit)
            return false;
        return true;
    }

    // ---- persons ----------------------------------------------------------------------------------------------

    [[nodiscard]] bool may_start_person(std::size_t at) const {
        const Token t = token(at);
        if (t.kind != TokenKind::word) return false;
        if (t.starts(LexiconClass::honorific)) return true;
        if (t.starts(LexiconClass::title_prefix) && token(at + 1).starts(LexiconClass::title)) return true;
        if (!t.has(Token::capital)) return t.starts(LexiconClass::title) || ranked_name(at);
        // 'Ban Giám đốc Sở' is a body.
        if (at > 0 && t.starts(LexiconClass::title) && token(at - 1).starts(LexiconClass::agency) &&
            stream_.match(at - 1, LexiconClass::agency).length > 1)
            return false;
        return t.starts(LexiconClass::title) || t.starts(LexiconClass::academic) ||
               (t.starts(LexiconClass::surname) && at > 0 && !continues_capitals(at)) ||
               (list_open_ && after_separator(at));
    }

    // 'đại tá Lê Văn Tám', 'nghệ nhân Lê Thị Bình': a rank or a calling before a full name names a person too.
    [[nodiscard]] bool ranked_name(std::size_t at) const {
        const PhraseMatch rank = stream_.match(at, LexiconClass::academic);
        if (!rank) return false;
        std::size_t name = at + rank.length;
        constexpr std::size_t longest_row = 8;  // the bound keeps a row of ranks without a name linear
        for (std::size_t step = 0;
             token(name).is_mark('.') || token(name).is_mark(',') || token(name).starts(LexiconClass::academic);
             ++step) {
            if (step == longest_row) return false;
            name += std::max<std::size_t>(stream_.match(name, LexiconClass::academic).length, 1);
        }
        constexpr std::size_t full_name = 3;
        return grammar::personal_name_length(stream_, name) >= full_name;
    }

    [[nodiscard]] bool continues_capitals(std::size_t at) const {
        const Token before = token(at - 1);
        return before.kind == TokenKind::word && before.has(Token::capital) && !before.starts(LexiconClass::title) &&
               token(at).has(Token::space_before);
    }

    [[nodiscard]] bool after_separator(std::size_t at) const {
        return at > 0 && (token(at - 1).is_mark(',') || token(at - 1).is_mark(';') || token(at - 1).is_mark(':') ||
                          token(at - 1).is_word(Keyword::va));
    }

    std::size_t person(std::size_t at) {
        const PhraseMatch honorific = stream_.match(at, LexiconClass::honorific);
        if (honorific && honorific.payload->attribute("plural") == "1") {
            list_open_ = true;
            // The honorific serves the whole list; the first name follows a colon, or a title that serves all.
            std::size_t next = at + honorific.length;
            if (token(next).is_mark(':')) ++next;
            const std::size_t end = person_after(next, honorific, at);
            return end == next ? at : end;
        }
        // A title or honorific that is part of a longer word run: 'Phó Chủ tịch UBND tỉnh Hà Kế San'.
        return person_after(at, {}, at);
    }

    std::size_t person_after(std::size_t at, const PhraseMatch& list_honorific, std::size_t begin) {
        grammar::PersonExpression found;
        std::size_t end = match_person(stream_, at, found);
        if (end != at) {
            const bool said = found.honorific || !found.positions.empty() || list_honorific || ranked_name(at);
            const bool listed = (list_open_ && (after_separator(at) || list_honorific)) || continues_list(at);
            if (!said && !listed && !known(found.name)) return at;
            // 'Chủ tịch Hồ Chí Minh' is no person of the page; 'đồng chí Trần Phú Cường' is.
            if (document_.match(found.name.first, LexiconClass::namesake).length ==
                found.name.last - found.name.first)
                return at;
            end = without_group(found, end);
            const bool addressed = found.honorific.has_value();
            if (!found.honorific && list_honorific)
                found.honorific = grammar::Phrase{list_honorific.payload, begin, list_honorific.length};
            if (!found.honorific && listed && !islands_.persons.empty())
                found.honorific = islands_.persons.back().person.honorific;
            share_titles(found, listed && !addressed);
            if (!found.positions.empty() && found.positions.front().title.first == begin)
                plural_titles_ = begin > 0 && token(begin - 1).is_word(Keyword::cac);
            else if (!found.positions.empty() && found.positions.front().title.first > found.name.first)
                plural_titles_ = false;
            known_names_.insert(name_key(found.name));
            share_back(found, begin);
            end = bracketed_body(end, found);
            islands_.persons.push_back({{begin, end}, found, listed});
            return end;
        }
        return office_alone(at, begin);
    }

    // 'ông A, Phó Chi cục trưởng, Hạt trưởng 14 Hạt Kiểm lâm': who is counted behind an office holds it, not he. One
    // past what is left of the person.
    [[nodiscard]] std::size_t without_group(grammar::PersonExpression& person, std::size_t end) const {
        if (person.positions.size() < 2 || end != person.positions.back().title.last ||
            person.positions.back().title.first < person.name.last || token(end).kind != TokenKind::number ||
            !token(end + 1).has(Token::capital) || !token(end + 1).starts(LexiconClass::agency))
            return end;
        person.positions.pop_back();
        const grammar::PositionExpression& last = person.positions.back();
        person.last = std::max({person.name.last, last.title.last, last.organization.last});
        return person.last;
    }

    // 'Các Thứ trưởng: A, B và C', 'các ông A, B': a name right behind a name whose title or honorific came first.
    [[nodiscard]] bool continues_list(std::size_t at) const {
        if (islands_.persons.empty() || !after_separator(at)) return false;
        const PersonMention& previous = islands_.persons.back();
        if (previous.range.last + 1 != at || previous.person.name.empty()) return false;
        const auto& positions = previous.person.positions;
        return positions.empty() ? previous.person.honorific.has_value()
                                 : positions.back().title.first < previous.person.name.first;
    }

    // 'các Phó Giám đốc Sở: A, B': what stands before the first name serves those after it in the list. Those that an
    // honorific begins are served by a title in the plural.
    void share_titles(grammar::PersonExpression& person, bool listed) {
        if (!person.positions.empty() || islands_.persons.empty()) return;
        const PersonMention& previous = islands_.persons.back();
        if (previous.person.positions.empty() || previous.person.name.empty()) return;
        if (previous.person.positions.back().title.first > previous.person.name.first) return;
        if (document_.sentence_of(previous.range.first) != document_.sentence_of(person.name.first)) return;
        const std::size_t begin = person.honorific ? person.honorific->first : person.name.first;
        const bool row = plural_titles_ && begin == previous.range.last + 1 && after_separator(begin);
        if (listed || row) person.positions = previous.person.positions;
    }

    // 'bưu tá Lê Văn Tám (Bưu điện huyện)': where the one office before a name is held.
    std::size_t bracketed_body(std::size_t at, grammar::PersonExpression& person) const {
        if (person.positions.size() != 1 || !person.positions.front().organization.empty() ||
            person.positions.front().title.first > person.name.first || at != person.name.last ||
            !token(at).is_mark('(') || !token(at + 1).starts(LexiconClass::agency))
            return at;
        const std::size_t end = grammar::agency_end(stream_, at + 1, {.bracketed = true});
        if (!token(end).is_mark(')')) return at;
        person.positions.front().organization = {at + 1, end};
        return end + 1;
    }

    // 'ông A, ông B - Phó Giám đốc Sở': deputies may be several.
    void share_back(const grammar::PersonExpression& person, std::size_t begin) {
        if (person.positions.empty() || !token(person.name.last).is_mark('-') ||
            person.positions.front().title.first != person.name.last + 1 ||
            !token(person.positions.front().title.first).starts(LexiconClass::title_prefix))
            return;
        for (std::size_t m = islands_.persons.size(); m-- > 0 && after_separator(begin);) {
            PersonMention& before = islands_.persons[m];
            if (before.range.last + 1 != begin || before.person.name.empty() || !before.person.positions.empty())
                return;
            before.person.positions = person.positions;
            begin = before.range.first;
        }
    }

    [[nodiscard]] bool known(TokenRange name) const {
        return !known_names_.empty() && known_names_.contains(name_key(name));
    }
    [[nodiscard]] std::string name_key(TokenRange name) const { return phrase_key(document_.plain_words(name)); }

    // 'đồng chí Phó Chủ tịch UBND tỉnh', 'Bộ trưởng': somebody named elsewhere.
    std::size_t office_alone(std::size_t at, std::size_t begin) {
        std::size_t i = at;
        grammar::PersonExpression person;
        if (const PhraseMatch honorific = stream_.match(i, LexiconClass::honorific)) {
            person.honorific = grammar::Phrase{honorific.payload, i, honorific.length};
            i += honorific.length;
        }
        grammar::PositionExpression position;
        const std::size_t end = match_position(stream_, i, position);
        if (end != i) person.positions.push_back(position);
        if (person.positions.empty() && !person.honorific) return at;
        if (end == i && i == at) return at;
        if (const std::size_t named_end = named_behind(end, person); named_end != end) {
            islands_.persons.push_back({{begin, named_end}, person, false});
            known_names_.insert(name_key(person.name));
            return named_end;
        }
        if (!person.honorific && several(begin, end)) return at;
        person.last = end;
        islands_.persons.push_back({{begin, end}, person, false});
        return end;
    }

    // 'các Phó Giám đốc', 'giám đốc 12 bệnh viện', 'trưởng các phòng', 'Chánh án, Phó Chánh án Tòa án các huyện':
    // nobody in particular.
    [[nodiscard]] bool several(std::size_t begin, std::size_t end) const {
        if (begin > 0 && token(begin - 1).is_word(Keyword::cac)) return true;
        constexpr int longest_row = 4;
        for (int n = 0; n < longest_row && (token(end).is_mark(',') || token(end).is_word(Keyword::va)); ++n) {
            grammar::PositionExpression next;
            const std::size_t next_end = match_position(stream_, end + 1, next);
            if (next_end == end + 1 || grammar::starts_personal_name(stream_, next_end)) return false;
            end = next_end;
        }
        return token(end).is_word(Keyword::cac) || token(end).kind == TokenKind::number;
    }

    // 'Chánh Văn phòng Sở, đồng chí Lê Thị Bình trình bày': whose office it is follows, where she has no other and
    // nobody before her in the clause may hold it.
    std::size_t named_behind(std::size_t at, grammar::PersonExpression& person) {
        if (person.honorific || person.positions.empty()) return at;
        std::size_t next = at;
        if (token(next).is_mark(',') || token(next).is_mark(':')) ++next;
        if (!token(next).starts(LexiconClass::honorific) ||
            stream_.match(next, LexiconClass::honorific).payload->attribute("plural") == "1")
            return at;
        grammar::PersonExpression named;
        const std::size_t end = match_person(stream_, next, named);
        if (end == next || !named.honorific || !named.positions.empty()) return at;
        const std::size_t title = person.positions.front().title.first;
        // 'Thừa ủy quyền của Bộ trưởng, đồng chí Lê Thị Bình trao': the office is another's.
        constexpr grammar::KeywordSet before_subject{Keyword::cac, Keyword::la, Keyword::co, Keyword::gom,
                                                     Keyword::by_agent};
        if (title > 0 && token(title - 1).kind == TokenKind::word && !before_subject.contains(token(title - 1).word))
            return at;
        if (!islands_.persons.empty()) {
            const TokenRange previous = islands_.persons.back().range;
            bool apart = document_.sentence_of(previous.first) != document_.sentence_of(title);
            for (std::size_t t = previous.last; t < title && !apart; ++t)
                apart = token(t).is_mark(';') || token(t).is_mark(':') || token(t).is_mark('(');
            if (!apart && !islands_.persons.back().person.name.empty()) return at;
        }
        named.positions = std::move(person.positions);
        person = std::move(named);
        plural_titles_ = title > 0 && token(title - 1).is_word(Keyword::cac);
        return end;
    }

    // ---- quantities -------------------------------------------------------------------------------------------

    [[nodiscard]] static bool starts_quantity(const Token& token) {
        constexpr grammar::KeywordSet openers{Keyword::thu, Keyword::hang, Keyword::tu};
        return openers.contains(token.word);
    }
    [[nodiscard]] static bool may_start_quantity(const Token& token) {
        return token.kind == TokenKind::number || token.starts(LexiconClass::approximator) ||
               token.starts(LexiconClass::number_word) || starts_quantity(token);
    }

    // Whether a sign, or a word that seldom is a part of a number, begins one: '-5%', 'âm 5%', 'nửa triệu'.
    [[nodiscard]] bool opens_number(std::size_t at) const {
        const Token here = token(at), next = token(at + 1);
        if (here.is_mark('-')) return is_sign(at);
        if (here.is_mark('(')) return is_bracketed_sign(at);
        if (!here.starts(LexiconClass::number_part)) return false;
        const std::string_view part = document_.match(at, LexiconClass::number_part).value();
        if (part == grammar::numeral_parts::minus) {
            // 'ghi âm 5 buổi', but 'doanh thu âm 5%'
            const bool head = at > 1 && document_.match(at - 2, LexiconClass::measure_head).length == 2;
            const bool syllable = at > 0 && !head && document_.match(at - 1, LexiconClass::number_part).length > 1;
            const Token behind = next.is_word(Keyword::coming) || next.is_word(Keyword::den) ? token(at + 2) : next;
            return !syllable && (behind.kind == TokenKind::number || behind.starts(LexiconClass::number_word) ||
                                 behind.starts(LexiconClass::approximator));
        }
        if (part == grammar::numeral_parts::zero) return next.starts(LexiconClass::number_part);
        return part == grammar::numeral_parts::one_half ||
               (part == grammar::numeral_parts::halved &&
                (next.starts(LexiconClass::scale) || next.is_word(Keyword::so)));
    }
    [[nodiscard]] bool opens_text(std::size_t at) const {
        return at == 0 || (at == 1 && token(0).kind == TokenKind::newline);
    }
    // The '$' of '$2,5 triệu'.
    [[nodiscard]] bool is_sign_of_money(std::size_t at) const {
        const PhraseMatch unit = document_.match(at, LexiconClass::unit);
        const Token digits = token(at + unit.length);
        return unit.payload->attribute("before") == "1" && digits.kind == TokenKind::number &&
               !digits.has(Token::space_before);
    }
    // A dash before digits with a word, a bracket or nothing before it; no bullet, no range, no code ('CT
    // -19').
    [[nodiscard]] bool is_sign(std::size_t at) const {
        const Token dash = token(at), digits = token(at + 1);
        if (digits.kind != TokenKind::number) return false;
        if (opens_text(at)) return !digits.has(Token::space_before);
        if (dash.has(Token::line_start)) return false;
        const Token before = token(at - 1);
        if (before.is_mark('(')) return true;
        if (digits.has(Token::space_before)) return before.kind == TokenKind::word;
        if (!dash.has(Token::space_before)) return false;
        if (before.kind == TokenKind::word) return true;
        return before.is_mark(',') || before.is_mark(':');
    }
    // 'giảm (-)1.204 hộ'; no bullet.
    [[nodiscard]] bool is_bracketed_sign(std::size_t at) const {
        return token(at + 1).is_mark('-') && token(at + 2).is_mark(')') && token(at + 3).kind == TokenKind::number &&
               !opens_text(at) && token(at - 1).kind == TokenKind::word;
    }
    // 'lãi -12 tỷ đồng' is below zero, 'tuyên truyền -12 buổi' a dash before what is counted.
    [[nodiscard]] bool signed_believably(std::size_t at, const grammar::QuantityExpression& q) const {
        if (!token(at).is_mark('-') || changes_before(at, q)) return true;
        const grammar::Payload* const unit = q.unit ? q.unit->payload : nullptr;
        const bool measured =
            q.unit ? unit != nullptr && unit->word_class == LexiconClass::unit && unit->attribute("kind") != "count"
                   : q.amount.scale > 0;
        const bool percent = unit != nullptr && unit->value == "percent";
        if (opens_text(at)) return measured;
        // 'Tu -22 M3' is a name.
        if (token(at - 1).has(Token::capital) && !percent) return false;
        return measured && (percent || !token(at - 1).is_mark(','));
    }

    // '45 vụ (-13 vụ; -22,4%)', '45 (+5)': a sign in a bracket right behind what it says the change of.
    [[nodiscard]] bool changes_before(std::size_t sign, const grammar::QuantityExpression& q) const {
        if (sign == 0 || islands_.quantities.empty() || !token(sign - 1).is_mark('(')) return false;
        const QuantityMention& before = islands_.quantities.back();
        if (before.range.last != sign - 1) return false;
        if (!q.unit) return !before.quantity.unit;
        return q.unit->payload != nullptr && before.quantity.unit && before.quantity.unit->payload == q.unit->payload;
    }

    // 'vài ba trăm', 'mấy chục': nobody knows how many.
    [[nodiscard]] bool vague(std::size_t digits) const {
        for (std::size_t back = 1; back <= 2 && back <= digits; ++back) {
            const PhraseMatch before = document_.match(digits - back, LexiconClass::number_part);
            if (before.length >= back && before.value() == grammar::numeral_parts::vague) return true;
        }
        return false;
    }
    // Whether a number begins in the middle of another: '12 5 tỷ', 'mấy trăm hai mươi hộ'.
    [[nodiscard]] bool continues_number(std::size_t digits, bool worded) const {
        if (digits == 0 || token(digits).has(Token::line_start)) return false;
        const std::size_t at = digits - 1;
        const Token before = token(at);
        if (!islands_.quantities.empty() && islands_.quantities.back().range.last > at) return false;
        if (before.starts(LexiconClass::scale)) return worded;
        constexpr std::size_t longest_group = 3;
        if (before.kind != TokenKind::number || before.length > longest_group || last_named_ == at) return false;
        if (at > 0 && token(at - 1).is_mark('/')) return false;
        return islands_.periods.empty() || islands_.periods.back().range.last <= at;
    }

    // Whether a number is a name by a word before it: 'ngõ 6', 'kết luận 48', 'lữ đoàn tàu ngầm 189'.
    [[nodiscard]] bool takes_number(std::size_t word, std::size_t number) const {
        for (const LexiconClass c : {LexiconClass::numbered, LexiconClass::document, LexiconClass::agency}) {
            const PhraseMatch found = stream_.match(word, c);
            if (found && (word + found.length == number || (c == LexiconClass::numbered && found.length > 1)))
                return true;
        }
        return false;
    }
    // Whether a bare number may be one of 'nam 12, nữ 30': words that take no number for a name before it, a mark or
    // 'và' behind it. A capital tells of a name: 'Lữ đoàn Pháo binh 6'.
    [[nodiscard]] bool may_stand_in_row(const grammar::QuantityExpression& q) const {
        constexpr std::size_t longest_name = 5;
        const std::size_t at = q.amount.first;
        if (at == 0 || q.amount.length > 1 || q.amount.worded || q.approximator != nullptr) return false;
        const Token next = token(at + 1);
        if (token(at - 1).kind != TokenKind::word || grammar::is_function_word(token(at - 1).word)) return false;
        for (std::size_t back = 1; back <= longest_name && back <= at; ++back) {
            const Token before = token(at - back);
            if (before.kind != TokenKind::word || before.has(Token::line_start)) break;
            if (before.has(Token::capital) || takes_number(at - back, at)) return false;
        }
        return next.is_mark(',') || next.is_mark(';') || next.is_mark('.') || next.is_mark(')') ||
               next.is_word(Keyword::va) || next.kind == TokenKind::newline || next.kind == TokenKind::end;
    }
    // 'khiển trách 15, cảnh cáo 6 và sa thải 3': in a row behind different words numbers count something; one alone,
    // and 'top 5, top 10', are names.
    void note_row(std::size_t at) {
        constexpr std::size_t longest_part = 6;
        const bool in_row = last_bare_ && at - *last_bare_ <= longest_part &&
                            document_.sentence_of(*last_bare_) == document_.sentence_of(at) &&
                            text(at - 1) != text(*last_bare_ - 1);
        if (in_row && !row_noted_) doubt(NumberDoubt::Kind::unread, {*last_bare_, *last_bare_ + 1});
        if (in_row) doubt(NumberDoubt::Kind::unread, {at, at + 1});
        row_noted_ = in_row;
        last_bare_ = at;
    }

    std::size_t doubt(NumberDoubt::Kind kind, TokenRange range) {
        // Its first digits may have been read already.
        while (!islands_.quantities.empty() && range.first < islands_.quantities.back().range.last)
            islands_.quantities.pop_back();
        auto place = islands_.doubts.end();
        while (place != islands_.doubts.begin() && range.first < std::prev(place)->range.first) --place;
        islands_.doubts.insert(place, {kind, range});
        return range.last;
    }
    // Numbers of a quantity that have no value; nothing where all have one or are only too large to hold.
    [[nodiscard]] static std::optional<NumberDoubt::Kind> valueless(const grammar::QuantityExpression& q) {
        using Form = grammar::NumberReading::Form;
        const auto part = [](const std::optional<grammar::Amount>& amount) { return amount ? &*amount : nullptr; };
        for (const grammar::Amount* amount :
             {&q.amount, part(q.upper), part(q.whole), q.per_unit ? part(q.per_amount) : nullptr}) {
            if (amount == nullptr || amount->value) continue;
            if (amount->form == Form::malformed) return NumberDoubt::Kind::malformed;
            if (amount->form != Form::too_large) return NumberDoubt::Kind::unread;
        }
        return std::nullopt;
    }
    // '300 nghìn x 20 suất', '2 x 63 MVA': nobody says what it comes to. One past the second factor; 0 where there is
    // none that counts.
    [[nodiscard]] std::size_t end_of_product(const grammar::QuantityExpression& q) const {
        const std::size_t sign = q.amount.end();
        if (!grammar::multiplies(stream_, sign) || token(sign + 1).kind != TokenKind::number) return 0;
        grammar::QuantityExpression factor;
        (void)match_plain_quantity(stream_, sign + 1, factor);
        return factor.unit && factor.unit->payload != nullptr ? measured_end(factor) : 0;
    }
    // '418 tr ạm', '60 tri ệu đồng': what is counted is in pieces, of which some look like a scale or a unit. One
    // past the last piece; 0 where all is whole.
    [[nodiscard]] std::size_t end_of_pieces(const grammar::QuantityExpression& q) {
        if (token(q.amount.first).kind != TokenKind::number) return 0;
        const std::size_t last = std::max<std::size_t>(measured_end(q), q.amount.first + 2);
        for (std::size_t t = q.amount.first + 1; t < last; ++t) {
            // 'độ c' is a unit, in whatever letters.
            const bool whole =
                q.unit && grammar::quantity_rules::is_unit(*q.unit) && t >= q.unit->first && t + 1 < q.unit->end();
            if (whole) continue;
            if (are_pieces(document_, t) || (may_be_pieces(document_, t) && on_damaged_page())) return t + 2;
        }
        return 0;
    }
    [[nodiscard]] bool on_damaged_page() {
        if (!damaged_) damaged_ = find_broken_words(document_).count >= fewest_broken_words;
        return *damaged_;
    }
    static constexpr int power_of_thousand = 3;
    // '45 nghìn/kg': a price.
    [[nodiscard]] std::size_t take_price_in_thousands(grammar::QuantityExpression& q, std::size_t end) const {
        if (q.unit || q.per_unit || q.whole || q.upper || q.amount.worded || q.amount.scale != power_of_thousand ||
            !token(end).is_mark('/'))
            return end;
        for (const LexiconClass c : {LexiconClass::unit, LexiconClass::noun}) {
            const PhraseMatch unit = stream_.match(end + 1, c);
            if (!unit || (c == LexiconClass::noun && unit.payload->attribute("per").empty())) continue;
            q.amount.money = true;
            q.per_unit = grammar::UnitWords{unit.payload, static_cast<std::uint32_t>(end + 1),
                                            static_cast<std::uint32_t>(unit.length)};
            return end + 1 + unit.length;
        }
        return end;
    }
    // '98 thuê bao điện thoại/100 dân', '12 bác sĩ, dược sĩ/vạn dân': the noun goes on before what it is counted by.
    [[nodiscard]] std::size_t take_rate_behind(grammar::QuantityExpression& q, std::size_t end) const {
        constexpr std::size_t longest = 5;  // tokens
        const std::array rounds{Decimal(100), Decimal(1000), Decimal(10000), Decimal(100000)};
        if (!q.unit || q.unit->payload == nullptr || q.unit->payload->word_class != LexiconClass::noun ||
            q.per_unit || q.whole || q.ranked || q.unit->end() != end)
            return end;
        std::size_t slash = end;
        while (slash < end + longest && (token(slash).kind == TokenKind::word || token(slash).is_mark(','))) ++slash;
        if (slash == end || !token(slash).is_mark('/')) return end;
        grammar::QuantityExpression below;
        if (token(slash + 1).kind == TokenKind::number) {
            (void)match_plain_quantity(stream_, slash + 1, below);
            const bool people =
                below.unit && below.unit->payload != nullptr && below.amount.value && !below.per_unit &&
                std::find(rounds.begin(), rounds.end(), *below.amount.value) != rounds.end() &&
                !below.unit->payload->attribute("per").empty() && below.unit->payload != q.unit->payload;
            if (!people) return end;
            q.per_amount = below.amount;
            q.per_unit = below.unit;
            return below.unit->end();
        }
        for (const LexiconClass c : {LexiconClass::unit, LexiconClass::noun}) {
            const PhraseMatch unit = stream_.match(slash + 1, c);
            if (!unit || unit.payload->attribute("times").empty()) continue;
            q.per_unit = grammar::UnitWords{unit.payload, static_cast<std::uint32_t>(slash + 1),
                                            static_cast<std::uint32_t>(unit.length)};
            return slash + 1 + unit.length;
        }
        return end;
    }
    // 'năm 2017,5 tỷ đồng': the blank behind the comma of a year is left out.
    [[nodiscard]] bool is_year_with_figure(std::size_t at) const {
        constexpr std::size_t year_digits = 4;
        const std::string_view digits = text(at);
        if (at == 0 || digits.size() <= year_digits || digits[year_digits] != ',' ||
            !(digits.starts_with("19") || digits.starts_with("20")))
            return false;
        const Token before = token(at - 1);
        return before.is_word(Keyword::nam) || before.is_mark('/') || before.is_mark('-');
    }
    // "123'456", '15…20%': a mark parts digits in no known way. Gives where the first digits stand.
    [[nodiscard]] std::size_t joined_strangely(std::size_t digits) const {
        constexpr std::string_view strange = "'~_?>";
        constexpr std::size_t most_marks = 2;
        if (token(digits).kind != TokenKind::number || token(digits).has(Token::space_before)) return digits;
        bool strangely = false;
        std::size_t first = digits;
        while (first > 0 && digits - first < most_marks && token(first - 1).kind == TokenKind::mark &&
               !token(first - 1).has(Token::space_before)) {
            --first;
            strangely |= strange.find(token(first).mark) != std::string_view::npos;
        }
        return strangely && first > 0 && token(first - 1).kind == TokenKind::number ? first - 1 : digits;
    }
    // 'l2,5 tỷ', '1.25O tỷ', '1O2%', 'O,5 ha': letters that look like digits. From the first to the unit behind the
    // last; empty where there are none, or where nothing is counted.
    [[nodiscard]] TokenRange letters_for_digits(std::size_t digits) const {
        if (token(digits).kind != TokenKind::number) return {};
        const auto looks = [&](std::size_t at) {
            constexpr std::string_view alike = "lIoO", digit = "0123456789";
            constexpr std::size_t longest = 4;
            const std::string_view letters = text(at);
            return token(at).kind == TokenKind::word && letters.size() <= longest &&
                   std::all_of(letters.begin(), letters.end(), [&](char c) {
                       return alike.find(c) != std::string_view::npos || digit.find(c) != std::string_view::npos;
                   });
        };
        const auto part = [&](std::size_t at) { return token(at).kind == TokenKind::number || looks(at); };
        const auto separator = [&](std::size_t at) { return token(at).is_mark('.') || token(at).is_mark(','); };
        const auto tight = [&](std::size_t at) {
            return !token(at).has(Token::space_before) && !token(at).has(Token::line_start);
        };
        std::size_t first = digits, last = digits + 1;
        bool found = false;
        while (first > 0 && tight(first)) {
            const std::size_t back = separator(first - 1) ? 2 : 1;
            if (first < back || (back == 2 && !tight(first - 1)) || !part(first - back)) break;
            first -= back;
            found |= looks(first);
        }
        // 'I.5 trường học' is an item of a list.
        if (token(first).has(Token::line_start) && looks(first)) return {};
        while (last < document_.size() && tight(last)) {
            const std::size_t over = separator(last) ? 1 : 0;
            if (!part(last + over) || (over == 1 && !tight(last + 1))) break;
            // '5l xăng': litres.
            const bool litre = over == 0 && text(last) == "l" && !(tight(last + 1) && part(last + 1));
            if (litre) break;
            last += over + 1;
            found |= looks(last - 1);
        }
        if (!found) return {};
        std::size_t end = last + stream_.match(last, LexiconClass::scale).length;
        const std::size_t unit =
            std::max(stream_.match(end, LexiconClass::unit).length, stream_.match(end, LexiconClass::noun).length);
        end += unit;
        return end == last ? TokenRange{} : TokenRange{first, end};
    }
    // '45 . 6 tỷ', '45. 6 tỷ', '12, 500 hộ', '5, 6%': digits that a separator with a blank parts from those before
    // it, which count nothing by themselves. Gives where the first digits stand.
    [[nodiscard]] std::size_t parted_by_blank(const grammar::QuantityExpression& q) const {
        constexpr std::size_t longest_group = 3;
        const std::size_t digits = q.amount.first;
        const bool share = q.unit && q.unit->payload != nullptr && q.unit->payload->attribute("kind") == "percent";
        const bool counts = q.amount.scale > 0 || (q.unit && q.unit->payload != nullptr);
        if (digits < 2 || q.amount.worded || !counts || token(digits - 2).kind != TokenKind::number ||
            text(digits).find_first_of(".,") != std::string_view::npos)
            return digits;
        const std::string_view before = text(digits - 2);
        if (before.size() > longest_group || before.find_first_of(".,") != std::string_view::npos ||
            islands_.periods.at(digits - 2) != nullptr || token(digits - 2).has(Token::line_start))
            return digits;
        const bool before_mark = token(digits - 1).has(Token::space_before),
                   behind = token(digits).has(Token::space_before);
        if (!before_mark && !behind) return digits;
        const std::size_t first = digits - 2;
        const Token opener = first > 0 ? token(first - 1) : Token{};
        bool listed = first > 0 && (opener.is_mark(',') || opener.is_mark('-') || opener.is_mark('/') ||
                                    opener.is_mark(':') || stream_.match(first - 1, LexiconClass::numbered));
        // 'lần lượt đạt 29, 46%'
        constexpr std::size_t reach = 4;
        for (std::size_t back = 1; back <= std::min(reach, first); ++back)
            listed |= stream_.match(first - back, LexiconClass::link).value() == "in_order";
        if (listed) return digits;
        const bool point = token(digits - 1).is_mark('.') && (before_mark || q.amount.scale > 0 || share);
        const bool comma =
            token(digits - 1).is_mark(',') &&
            (share || (text(digits).size() == longest_group && token(q.amount.end()).kind == TokenKind::word));
        return point || comma ? first : digits;
    }
    // '12.,5', '1..5': two marks part digits. Gives where the digits behind them stand; 0 where it is not so.
    [[nodiscard]] std::size_t broken(std::size_t digits) const {
        const auto separates = [&](std::size_t at) {
            return (token(at).is_mark(',') || token(at).is_mark('.')) && !token(at).has(Token::space_before);
        };
        const std::size_t behind = digits + 3;
        if (behind >= document_.size() || !separates(digits + 1) || !separates(digits + 2)) return 0;
        return token(behind).kind == TokenKind::number && !token(behind).has(Token::space_before) ? behind : 0;
    }
    // 'giảm từ 25% đến 20%' is no slip.
    [[nodiscard]] bool falls(std::size_t at) const {
        constexpr std::size_t reach = 3;
        for (std::size_t back = 1; back <= reach && back <= at; ++back)
            if (token(at - back).starts(LexiconClass::decrease)) return true;
        return false;
    }

    // 'hôm 8-3 lần đầu', 'tỷ số 2-1 trận': a dash makes a range of money, shares and scaled numbers only.
    [[nodiscard]] bool dashed_name(const grammar::QuantityExpression& q) const {
        if (!token(q.upper->first - 1).is_mark('-') || q.upper->scale > 0) return false;
        const std::string_view kind = q.unit->payload->attribute("kind");
        return kind != "money" && kind != "percent";
    }

    std::size_t quantity(std::size_t at) {
        // '1- 13 công trình', '1 Trường học': no figure begins in the number of an item.
        if (token(at).kind == TokenKind::number) {
            const std::size_t content = document_.sentences[document_.sentence_of(at)].content;
            if (content > at) return content;
        }
        // 'giảm 1/3 so với năm 2017': a part of what was, and no day.
        if (changes_by_fraction(at)) return doubt(NumberDoubt::Kind::unread, {at, at + 3});
        grammar::QuantityExpression found;
        std::size_t end = match_quantity(stream_, at, found);
        if (end != at && found.reversed && (falls(at) || dashed_name(found)))
            end = match_plain_quantity(stream_, at, found);
        if (end == at) return at;
        if (found.negative && !signed_believably(at, found)) return at;
        // 'hai tỷ một năm': nobody counts in number words.
        if (found.unit && found.unit->payload == nullptr &&
            token(found.unit->first).starts(LexiconClass::number_word)) {
            end = found.unit->first;
            found.unit.reset();
        }
        // 'trạm 12 xếp hạng 5': nor ranks; but '126 vị trí'.
        if (found.unit && ranks(found.unit->first) && !token(found.unit->first).starts(LexiconClass::noun)) {
            end = found.unit->first;
            found.unit.reset();
        }
        end = take_rate_behind(found, end);
        end = take_price_in_thousands(found, end);
        const std::size_t quoted = take_quoted_unit(found, end);
        end = std::max(end, quoted);
        if (counts_medals(found)) found.unit->payload = nullptr;
        if (counts_money(found)) {
            end = found.unit->first;
            found.unit.reset();
            found.amount.money = true;
        }
        if (is_multiple(found)) {
            found.amount.times = true;
            found.unit.reset();
            end = found.upper ? found.upper->end() : found.amount.end();
        }
        if (const auto ratio = bare_ratio(at)) {
            found = *ratio;
            end = found.whole->end();
        }
        if (is_price(found)) {
            found.per_amount = found.whole;
            found.per_unit = found.unit;
            found.whole.reset();
            found.unit.reset();
        }
        const std::size_t digits = found.amount.first;
        if (found.ranked) {
            if (!is_rank(at, found)) return at;
        } else {
            // 'giảm gần 1/2'
            if (changes_by_fraction(digits)) return doubt(NumberDoubt::Kind::unread, {digits, digits + 3});
            // '1.027' at the end of a line and 'tỷ đồng' at the beginning of the next: nothing says that they are
            // one.
            if (!found.unit && !found.amount.worded && token(end).kind == TokenKind::newline &&
                goes_on_below(end + 1))
                return doubt(NumberDoubt::Kind::unread, {digits, end});
            // '4 triệu 800/tháng': four million eight hundred thousand, or so much and something else.
            if (found.amount.scale >= power_of_thousand && !found.unit && !found.upper && !found.amount.worded &&
                token(end).kind == TokenKind::number && token(end).length <= power_of_thousand &&
                token(end + 1).is_mark('/'))
                return doubt(NumberDoubt::Kind::unread, {digits, end + 2});
            // 'thu 450/400 tỷ đồng': this year's and that of the year before.
            if (above_whole(found) && found.unit && found.unit->payload != nullptr &&
                found.unit->payload->attribute("kind") == "money")
                return doubt(NumberDoubt::Kind::unread, {digits, measured_end(found)});
            if (const TokenRange misread = letters_for_digits(digits); !misread.empty())
                return doubt(NumberDoubt::Kind::malformed, misread);
            if (abbreviated(found)) return doubt(NumberDoubt::Kind::unread, {digits, end});
            // Nothing begins in the middle of a phrase that is no number; nor is it read twice.
            if (names_something(digits, found) || behind_name(digits, found) || part_of_other(digits, found))
                return valueless(found) ? std::max(found.amount.end(), at + 1) : std::max(digits + 1, at + 1);
            if (const std::size_t product = end_of_product(found); product != 0)
                return doubt(NumberDoubt::Kind::unread, {digits, product});
            if (is_year_with_figure(digits) || (found.upper && is_year_with_figure(found.upper->first)))
                return doubt(NumberDoubt::Kind::unread, {digits, measured_end(found)});
            if (const std::size_t first = joined_strangely(digits); first != digits)
                return doubt(NumberDoubt::Kind::malformed, {first, measured_end(found)});
            if (const std::size_t first = parted_by_blank(found); first != digits)
                return doubt(NumberDoubt::Kind::unread, {first, measured_end(found)});
            if (const std::size_t behind = broken(digits); behind != 0) {
                grammar::QuantityExpression rest;
                (void)match_plain_quantity(stream_, behind, rest);
                return doubt(NumberDoubt::Kind::malformed, {digits, std::max(measured_end(rest), behind + 1)});
            }
            if (const std::size_t behind = end_of_pieces(found); behind != 0)
                return doubt(NumberDoubt::Kind::unread, {digits, behind});
            if (found.amount.worded && vague(digits)) return end;
            if (continues_number(digits, found.amount.worded)) {
                const bool counts = found.amount.scale > 0 || (found.unit && found.unit->payload != nullptr);
                return counts && !found.amount.worded ? doubt(NumberDoubt::Kind::unread, {digits - 1, end}) : end;
            }
            if (const auto kind = valueless(found)) return without_value(*kind, at, end, found);
            // '-3-5%': below zero at one end or at both
            if (found.negative && found.upper && !found.upper_negative && token(at).is_mark('-') &&
                token(found.upper->first - 1).is_mark('-'))
                return doubt(NumberDoubt::Kind::unread, {at, measured_end(found)});
            if (found.reversed) return doubt(NumberDoubt::Kind::reversed, {at, measured_end(found)});
            const bool time = found.unit && found.unit->payload != nullptr &&
                              found.unit->payload->attribute("period") == "1" && !found.per_unit;
            // '73,5 tuổi' is the age of nobody.
            constexpr grammar::KeywordSet times{Keyword::nam, Keyword::thang, Keyword::tuan, Keyword::ngay,
                                                Keyword::gio};
            const bool fraction = time && found.amount.value && !found.amount.value->is_integer() &&
                                  !times.contains(token(found.unit->first).word);
            const bool lasting =
                time && found.unit->payload->attribute("kind") == "duration" && (fraction || lasts({at, end}));
            if (found.amount.worded && !lasting && !counts_in_words(found)) return std::max(digits + 1, at + 1);
            if (time && !lasting) {
                // 'từ 8.000 năm 2015 lên 10.000 năm 2018': a time behind the number, no unit of it.
                const bool dated = is_second_level(at) && period_begins(found.amount.end());
                if (!second_level(document_, digits, found.amount.end()) && !dated)
                    return adds_time(found, end) ? doubt(NumberDoubt::Kind::unread, {digits, end + 2}) : end;
                found.unit.reset();
                end = found.amount.end();
            }
            if (is_time_of_day(digits, end) || hours_of_day(found)) return end_of_time(end);
        }
        // 'trên 05 lĩnh vực': across, not more than.
        if (found.approximator != nullptr && found.unit && found.unit->payload != nullptr &&
            found.unit->payload->attribute("locative") == "1" &&
            token(found.approximator_first).is_word(Keyword::tren))
            found.approximator = nullptr;
        // 'dựa trên 5 tiêu chí'
        if (found.approximator != nullptr && behind_compound(found.approximator_first)) found.approximator = nullptr;
        if (approximator_is_verbs(document_, found, end)) found.approximator = nullptr;
        if (!found.unit && alternative_behind(end))
            return doubt(NumberDoubt::Kind::unread, {digits, found.amount.end()});
        const auto rises_to = second_level(document_, digits, end);
        if (!found.unit && !found.ranked && !rises_to && !is_second_level(at) && !bare_number_counts(found, end)) {
            if (surely_counts(found))
                doubt(NumberDoubt::Kind::unread, {digits, found.amount.end()});
            else if (may_stand_in_row(found))
                note_row(digits);
            return std::max(found.amount.end(), at + 1);
        }
        if (found.approximator == nullptr && !found.ranked && !found.negative && !token(at).is_word(Keyword::tu))
            at = found.unit ? std::min<std::size_t>(digits, found.unit->first) : digits;
        if (!found.upper && found.after == nullptr && token(at).is_word(Keyword::tu)) at = digits;
        // More figures than a sentence lists, with no word between them, are rows of a table.
        constexpr std::size_t longest_row = 24;
        row_length_ = !islands_.quantities.empty() && at <= row_end_ + 1 ? row_length_ + 1 : 0;
        row_end_ = end;
        if (row_length_ >= longest_row) {
            if (row_length_ == longest_row) islands_.unread_figures.push_back({{at, at}, 0});
            UnreadFigures& unread = islands_.unread_figures.back();
            unread.range.last = measured_end(found);
            ++unread.count;
            return end;
        }
        const bool ranked = found.ranked || ((found.whole || !found.unit) && after_rank_verb(at));
        const auto bracketed = unit_in_bracket(found, end);
        const std::size_t last = std::max(measured_end(found), quoted);
        islands_.quantities.push_back({{at, last}, found, ranked, bracketed, rises_to});
        join_levels();
        share_unit(islands_.quantities.size() - 1);
        join_lower_unit();
        join_neighbours();
        join_retold();
        // 'ban hành 01 Nghị quyết số 12-NQ/TU': counted and cited.
        if (found.unit && !found.per_unit && token(found.unit->first).starts(LexiconClass::document))
            return std::max(citation(found.unit->first), end);
        return end;
    }

    [[nodiscard]] bool behind_compound(std::size_t at) const {
        constexpr std::size_t longest = 3;
        for (std::size_t back = 1; back <= std::min(longest, at); ++back)
            if (token(at - back).starts(LexiconClass::compound) &&
                document_.match(at - back, LexiconClass::compound).length > back)
                return true;
        return false;
    }
    [[nodiscard]] bool period_begins(std::size_t at) const {
        grammar::PeriodExpression period;
        return match_period(stream_, at, period) != at;
    }
    [[nodiscard]] bool is_second_level(std::size_t at) const {
        return !islands_.quantities.empty() && islands_.quantities.back().rises_to == at;
    }
    // '10 hoặc 12 dự án', but '10 hoặc 20 năm nữa' are times.
    [[nodiscard]] bool alternative_behind(std::size_t end) const {
        if (!token(end).is_word(Keyword::or_word) && !token(end).is_word(Keyword::hoac_la)) return false;
        const PhraseMatch noun = document_.match(end + 2, LexiconClass::noun);
        const bool time = noun && noun.payload->attribute("period") == "1";
        return token(end + 1).kind == TokenKind::number && followed_by_noun(end + 1) && !time;
    }

    // Whether a line begins with what counts the number at the end of the line before.
    [[nodiscard]] bool goes_on_below(std::size_t first) const {
        if (token(first).kind != TokenKind::word || token(first).has(Token::capital)) return false;
        const PhraseMatch unit = stream_.match(first, LexiconClass::unit);
        return stream_.match(first, LexiconClass::scale) || (unit && unit.payload->attribute("kind") != "count");
    }

    // 'giảm 1/3 so với năm 2017', 'giảm gần 1/2'
    [[nodiscard]] bool changes_by_fraction(std::size_t at) const {
        const auto digit = [&](std::size_t t) { return token(t).kind == TokenKind::number && token(t).length == 1; };
        if (at == 0 || !digit(at) || !token(at + 1).is_mark('/') || !digit(at + 2) || text(at + 2) <= text(at))
            return false;
        std::size_t verb = at - 1;
        if (token(verb).starts(LexiconClass::approximator) && verb > 0) --verb;
        const bool changes = token(verb).starts(LexiconClass::increase) || token(verb).starts(LexiconClass::decrease);
        const Token next = token(at + 3);
        return changes && !followed_by_noun(at + 2) && !next.is_word(Keyword::so) && !next.is_mark('/');
    }

    // '1 năm 6 tháng tù': so many months are no part of the year.
    [[nodiscard]] bool adds_time(const grammar::QuantityExpression& q, std::size_t end) const {
        return q.unit && token(q.unit->first).is_word(Keyword::nam) && token(end).kind == TokenKind::number &&
               token(end).length <= 2 && token(end + 1).is_word(Keyword::thang) &&
               token(end + 2).kind != TokenKind::number && !token(end + 2).is_word(Keyword::dau) &&
               !token(end + 2).is_word(Keyword::cuoi);
    }

    // 'kéo dài 2 tuần', '5 năm tù', but not 'trong vòng 3 năm qua'.
    [[nodiscard]] bool lasts(TokenRange time) const {
        constexpr std::size_t longest_words = 4;
        constexpr grammar::KeywordSet of_calendar{Keyword::qua,  Keyword::nay,      Keyword::dau,
                                                  Keyword::cuoi, Keyword::tro,      Keyword::coming,
                                                  Keyword::nam,  Keyword::just_now, Keyword::before};
        const Token next = token(time.last);
        if (of_calendar.contains(next.word) || next.kind == TokenKind::number) return false;
        if (stream_.match(time.last, LexiconClass::lasting).payload != nullptr &&
            stream_.match(time.last, LexiconClass::lasting).payload->attribute("place") == "after")
            return true;
        for (std::size_t back = 1; back <= std::min(longest_words, time.first); ++back) {
            const PhraseMatch words = stream_.match(time.first - back, LexiconClass::lasting);
            if (words.length == back && words.payload->attribute("place").empty()) return true;
        }
        return false;
    }

    // Decimals and thousands that nothing read; no plate ('43A - 299.99'), telephone, model ('PM 2.5') or month
    // ('2.2020').
    [[nodiscard]] bool surely_counts(const grammar::QuantityExpression& q) const {
        const std::size_t at = q.amount.first;
        const std::string_view digits = text(at);
        const std::size_t mark = digits.find_first_of(".,");
        if (mark == std::string_view::npos || at == 0 || q.amount.length > 1) return false;
        if (digits[0] == '0' && mark > 1) return false;
        constexpr std::size_t most_decimals = 3;
        if (digits.size() - digits.find_last_of(".,") - 1 > most_decimals) return false;
        // 'vành đai 2.5', 'ngày 29,30,31'
        const bool point = q.amount.form == grammar::NumberReading::Form::english;
        if (point && digits.size() - mark <= 2) return false;
        if (token(at + 1).is_mark(',') && !token(at + 1).has(Token::space_before)) return false;
        const Token before = token(at - 1);
        if (before.is_word(Keyword::thu)) return false;
        if (before.kind == TokenKind::word)
            return !before.has(Token::capital) && !before.starts(LexiconClass::numbered);
        return before.is_mark('(') || before.is_mark(':');
    }

    // '2,7 N lượt': a letter may stand for a scale.
    [[nodiscard]] bool abbreviated(const grammar::QuantityExpression& q) const {
        if (!q.unit || q.unit->payload != nullptr || text(q.unit->first).size() > 1) return false;
        const Token next = token(q.unit->first + 1);
        return q.amount.value && !q.amount.value->is_integer() &&
               (next.starts(LexiconClass::noun) || next.starts(LexiconClass::unit));
    }

    // A number without a value is said to be one where it has a scale, decimals, or something that it counts.
    std::size_t without_value(NumberDoubt::Kind kind, std::size_t at, std::size_t end,
                              const grammar::QuantityExpression& found) {
        bool counts = kind == NumberDoubt::Kind::malformed || (found.unit && found.unit->payload != nullptr);
        for (std::size_t t = at; t < end && !counts; ++t) counts = token(t).starts(LexiconClass::scale);
        if (!counts) return std::max(end, at + 1);
        return doubt(kind, {at, std::max(measured_end(found), at + 1)});
    }

    // 'khu dân cư: 88/90', 'số xã đạt chuẩn là 12/15', 'đạt 11/11': n of m whose noun stands elsewhere. It looks like
    // a day.
    [[nodiscard]] std::optional<grammar::QuantityExpression> bare_ratio(std::size_t at) const {
        const Token slash = token(at + 1);
        if (token(at).kind != TokenKind::number || !slash.is_mark('/') || slash.has(Token::space_before))
            return std::nullopt;
        const Token second = token(at + 2);
        if (second.kind != TokenKind::number || second.has(Token::space_before) || token(at + 3).is_mark('/'))
            return std::nullopt;
        grammar::QuantityExpression part, whole;
        if (match_quantity(stream_, at, part) == at || match_quantity(stream_, at + 2, whole) == at + 2 ||
            part.unit || part.whole || part.per_unit || whole.amount.first != at + 2 || whole.amount.scale > 0 ||
            !part.amount.value || !whole.amount.value)
            return std::nullopt;
        if (!part.amount.value->is_integer() || !whole.amount.value->is_integer() ||
            *whole.amount.value < *part.amount.value ||
            !(counted_before(at) || in_thousands(at) || after_rank_verb(at)))
            return std::nullopt;
        part.whole = whole.amount;
        return part;
    }
    // 'hòa giải thành 1.181/1.380': behind a verb; not 'bản đồ tỷ lệ 1.000/5.000'.
    [[nodiscard]] bool in_thousands(std::size_t at) const {
        constexpr std::size_t longest_verb = 3;
        const auto grouped = [&](std::size_t number) { return text(number).find('.') != std::string_view::npos; };
        if (!grouped(at) || !grouped(at + 2)) return false;
        for (std::size_t length = 1; length <= std::min(longest_verb, at); ++length)
            if (stream_.match(at - length, LexiconClass::uncounted).length == length) return true;
        return false;
    }
    // Whether a verb of reaching leads to a number, or 'là' or a colon behind words that name something counted.
    [[nodiscard]] bool counted_before(std::size_t at) const {
        constexpr std::size_t reach = 12;
        if (at == 0) return false;
        if (token(at - 1).is_word(Keyword::dat)) return true;
        if (!token(at - 1).is_word(Keyword::la) && !token(at - 1).is_mark(':')) return false;
        for (std::size_t t = at - 1; t-- > 0 && t + reach > at;) {
            if (token(t).starts(LexiconClass::noun) &&
                document_.match(t, LexiconClass::noun).payload->attribute("period").empty())
                return true;
            if (token(t).kind == TokenKind::mark && !token(t).is_mark('-')) return false;
            if (token(t).kind == TokenKind::newline) return false;
        }
        return false;
    }

    // A verb of rank stands there, and no longer word: not the 'hạng' of 'hạng mục'.
    [[nodiscard]] bool ranks(std::size_t at) const {
        return token(at).starts(LexiconClass::rank_verb) &&
               document_.match(at, LexiconClass::rank_verb).length >= document_.word_length(at);
    }
    [[nodiscard]] bool after_rank_verb(std::size_t at) const {
        for (std::size_t back = 1; back <= 3 && back <= at; ++back)
            if (token(at - back).starts(LexiconClass::rank_verb) &&
                document_.match(at - back, LexiconClass::rank_verb).length == back)
                return true;
        return false;
    }

    // The place of a quantity ends with its unit or noun; the approximator behind it is read, not quoted.
    [[nodiscard]] static std::size_t measured_end(const grammar::QuantityExpression& q) {
        std::size_t end = q.amount.end();
        if (q.upper) end = std::max(end, q.upper->end());
        if (q.whole) end = std::max(end, q.whole->end());
        if (q.unit) end = std::max(end, q.unit->end() + (q.and_half ? 1 : 0));
        if (q.per_unit) end = std::max(end, q.per_unit->end());
        return end;
    }

    // 'đứng thứ 7/63', 'xếp thứ 5': not 'lần thứ 5', not 'Thứ 5, 04/01/2024', not 'hạng Ba'.
    [[nodiscard]] bool is_rank(std::size_t at, const grammar::QuantityExpression& q) const {
        if (at > 0 && token(at - 1).is_word(Keyword::lan)) return false;
        if (q.whole && !above_whole(q)) return true;
        if (q.amount.worded && token(at).is_word(Keyword::hang)) return false;
        const std::size_t from = at >= 4 ? at - 4 : 0;
        for (std::size_t i = from; i < at; ++i)
            if (token(i).starts(LexiconClass::rank_verb)) return true;
        return false;
    }

    // '23/9' before something that looks counted: more of a set than it has.
    [[nodiscard]] bool above_whole(const grammar::QuantityExpression& q) const {
        return q.whole && q.whole->value && q.amount.value &&
               *grammar::counted_value(stream_, *q.whole, q) < *grammar::counted_value(stream_, q.amount, q);
    }

    // '1,5 triệu/12 buổi': money without its đồng, for so many.
    [[nodiscard]] bool is_price(const grammar::QuantityExpression& q) const {
        constexpr int millions = 6;
        return above_whole(q) && q.unit && q.amount.scale >= millions && q.whole->scale == 0;
    }

    // '32 vàng, 41 bạc, 70 đồng': bronze, no money.
    [[nodiscard]] bool counts_medals(const grammar::QuantityExpression& q) const {
        if (!q.unit || q.unit->length != 1 || !token(q.unit->first).is_word(Keyword::dong) ||
            islands_.quantities.empty() || q.amount.scale > 0)
            return false;
        const QuantityMention& before = islands_.quantities.back();
        const Token between = token(before.range.last);
        const bool listed = between.is_mark(',') || between.is_word(Keyword::va);
        if (!before.quantity.unit || !listed || before.range.last + 1 != q.amount.first) return false;
        const Token metal = token(before.quantity.unit->first);
        return metal.is_word(Keyword::silver) || metal.is_word(Keyword::vang);
    }

    // '640 tỷ nạo vét kênh', '150 nghìn tiền công': no unit, but what the money is for. Words that the lexicon does
    // not know are taken for that behind billions, which few things reach; other verbs behind millions, too.
    [[nodiscard]] bool counts_money(const grammar::QuantityExpression& q) const {
        constexpr int thousands = 3, millions = 6, billions = 9;
        constexpr std::string_view money = "money";
        if (!q.unit || q.unit->payload != nullptr || q.whole || q.per_unit) return false;
        const int scale = std::max(q.amount.scale, q.upper ? q.upper->scale : 0);
        const std::size_t at = q.unit->first;
        if (scale < thousands || token(at).has(Token::capital)) return false;
        if (stream_.match(at, LexiconClass::term).value() == money) return true;
        return (scale >= millions && token(at).starts(LexiconClass::task_verb)) ||
               (scale >= billions && is_syllable(text(at)));
    }

    // 'gấp ba năm 2010', 'gấp 3 so với năm trước', 'gấp năm ngày thường': 'lần' is left out.
    [[nodiscard]] bool is_multiple(const grammar::QuantityExpression& q) const {
        const std::size_t first = q.approximator != nullptr ? q.approximator_first : q.amount.first;
        if (first == 0 || !token(first - 1).is_word(Keyword::gap) || q.whole || q.per_unit || q.amount.times ||
            q.amount.scale > 0)
            return false;
        return !q.unit || (q.unit->payload != nullptr && (q.unit->payload->attribute("period") == "1" ||
                                                          q.unit->payload->attribute("kind") == "duration"));
    }

    // A number after such a word is a name: Quốc lộ 1A, mức độ 3, bão số 6, lần thứ 12.
    [[nodiscard]] bool names_something(std::size_t at, const grammar::QuantityExpression& q) {
        if (!is_name(at, q)) return false;
        last_named_ = at;
        return true;
    }
    [[nodiscard]] bool is_name(std::size_t at, const grammar::QuantityExpression& q) const {
        // 'khoản 40 triệu USD', 'mức 6-7%'
        const bool scaled = q.amount.scale > 0 && !q.amount.worded;
        const bool ranged = q.upper && q.unit && q.unit->payload != nullptr;
        for (std::size_t back = 1; back <= 3 && back <= at; ++back) {
            const std::size_t from = at - back;
            if (!token(from).starts(LexiconClass::numbered)) continue;
            const PhraseMatch found = stream_.match(from, LexiconClass::numbered);
            if (found.length != back) continue;
            // 'tổng số 120 xã', 'số 120 xã' count; 'bão số 6' does not.
            if (token(at - 1).is_word(Keyword::so) && from > 0 && token(from - 1).is_word(Keyword::tong)) continue;
            // 'mỗi quý 12 vụ'
            if (scaled || (of_each(from) && followed_by_noun(at))) continue;
            // 'khóa 12.870 SIM', 'cấp 97 giấy phép' count; 'cấp 1', 'lớp 9', 'Điều 12 Nghị định' do not.
            const bool of_document =
                found.payload->attribute("part") == "1" &&
                (token(at + 1).starts(LexiconClass::document) ||
                 (token(at + 1).is_word(Keyword::diem) && token(at + 2).length == 1));  // 'khoản 2 điểm a'
            if (found.payload->attribute("bare") == "1" && !of_document &&
                (ranged || followed_by_noun(at) || token(at).length > 3))
                continue;
            return true;
        }
        // 'ngày thứ 12 liên tiếp'
        if (at > 0 && token(at - 1).is_word(Keyword::thu)) return true;
        // 'mức độ 3 và 4', 'cấp 1, 2, 3': a chain after a named number.
        const bool counts = followed_by_noun(at) && !token(at + 1).starts(LexiconClass::document);
        if (at >= 2 && !counts && token(at - 2).kind == TokenKind::number &&
            (token(at - 1).is_word(Keyword::va) || token(at - 1).is_mark(',') || token(at - 1).is_mark('-')))
            return last_named_ == at - 2;
        return false;
    }

    // 'QNg 95.172 bị chìm', 'BĐ 95.172 TS bị chìm': a boat by the letters of its province; no 'MegaVNN 2.260'.
    [[nodiscard]] bool is_plate(std::size_t at) const {
        constexpr std::size_t longest_letters = 4;  // bytes: 'ĐNa'
        const std::string_view letters = text(at - 1);
        if (token(at - 1).kind != TokenKind::word || letters.size() > longest_letters) return false;
        if (token(at - 1).has(Token::all_caps)) return token(at + 1).has(Token::all_caps) && text(at + 1).size() == 2;
        return std::any_of(letters.begin() + 1, letters.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    }
    // 'thủy điện Sông Mây 2 xả lũ', 'tàu CSB 412 tiếp cận', 'Su-30 cất cánh': a number behind a name belongs to it
    // where it counts nothing that the lexicon knows.
    [[nodiscard]] bool behind_name(std::size_t at, const grammar::QuantityExpression& q) const {
        constexpr std::size_t longest_number = 4;
        if (at < 2 || token(at).kind != TokenKind::number || q.whole || q.amount.scale > 0 ||
            (q.unit && q.unit->payload != nullptr))
            return false;
        if (is_plate(at)) return true;
        // '29A - 123.45 chạy': the plate of a car.
        if (token(at - 1).is_mark('-') && token(at - 2).length == 1 && token(at - 2).has(Token::capital)) return true;
        if (token(at).length > longest_number || text(at).find_first_of(".,") != std::string_view::npos) return false;
        // 'Bệnh viện 108 khám', 'Dự án 661 trồng'
        constexpr std::size_t longest_kind = 3;
        for (std::size_t back = 1; back <= std::min(longest_kind, at); ++back)
            if (token(at - back).has(Token::capital) && takes_number(at - back, at)) return true;
        const bool dashed = token(at - 1).is_mark('-') && !token(at).has(Token::space_before) && at > 1;
        const std::size_t last = at - (dashed ? 2 : 1);
        const Token name = token(last);
        if (name.kind != TokenKind::word || !name.has(Token::capital)) return false;
        const Token next = token(at + 1);
        if (next.kind != TokenKind::word) return dashed;
        // 'THU GIỮ 12 BÁNH PHÁO': all is in capitals.
        if (name.has(Token::all_caps)) return !next.has(Token::all_caps);
        // A capital inside a sentence; at its beginning any word has one.
        return dashed || document_.sentences[document_.sentence_of(last)].content != last;
    }

    [[nodiscard]] bool followed_by_noun(std::size_t at) const {
        const Token next = token(at + 1);
        return next.starts(LexiconClass::noun) || next.starts(LexiconClass::unit) ||
               next.starts(LexiconClass::agency) || next.starts(LexiconClass::scale) || next.is_mark('%') ||
               next.is_mark('/');
    }

    // '1.000.00 xã', '12.34,56' are slips; '2.1.3' opens a section, '192.168.1.1' and '4.0.1' are other things.
    [[nodiscard]] bool malformed_number(std::size_t at, const grammar::QuantityExpression& q) const {
        const std::string_view digits = text(at);
        const bool counted = (q.unit && q.unit->payload != nullptr) || q.amount.scale > 0;
        const bool mixed = digits.find('.') != std::string_view::npos && digits.find(',') != std::string_view::npos;
        // 'biển số 36B -002.22'
        if (at > 0 && token(at - 1).is_mark('-') && digits.starts_with("00")) return false;
        if (token(at).has(Token::line_start) && !counted) return false;
        return counted || mixed;
    }

    // Numbers inside names, codes, lists and telephone numbers.
    [[nodiscard]] bool part_of_other(std::size_t at, const grammar::QuantityExpression& q) const {
        const Token number = token(at);
        if (number.kind != TokenKind::number) return false;
        const std::string_view digits = text(at);
        if (q.amount.form == grammar::NumberReading::Form::malformed && !malformed_number(at, q)) return true;
        if (digits.size() > 2 && digits[0] == '0' && digits.find_first_of(".,") == std::string_view::npos)
            return true;  // 0203, 024
        if (digits.size() >= 9 && digits.find_first_of(".,") == std::string_view::npos && !followed_by_noun(at))
            return true;
        const bool signed_before = (q.approximator != nullptr && q.approximator_first + 1 == at) ||
                                   (q.unit && q.unit->end() == at);  // '≥5', '$5'
        const bool tight = !number.has(Token::space_before) && at > 0 && !signed_before;
        if (tight && token(at - 1).kind == TokenKind::word && !token(at - 1).is_word(Keyword::so)) return true;
        if (tight && !q.negative && at >= 2 && token(at - 1).kind == TokenKind::mark &&
            (token(at - 1).mark == '-' || token(at - 1).mark == '/' || token(at - 1).mark == '.') &&
            !token(at - 1).has(Token::space_before) && token(at - 2).kind != TokenKind::newline && !q.upper &&
            !token(at - 1).has(Token::line_start)) {
            // Covid-19, CT-19; but 'trung tâm/10 xã' may count.
            if (token(at - 2).kind == TokenKind::number || token(at - 1).mark != '/') return true;
        }
        // List labels: '1.', '1)', '(1)', '2/'.
        const Token next = token(at + 1);
        if (number.has(Token::line_start) && !next.has(Token::space_before) &&
            (next.is_mark('.') || next.is_mark(')') || next.is_mark('/') || (next.is_mark('-') && !q.upper)))
            return !q.whole;
        // '1<tab>Chi cục Thuế<tab>Cờ thi đua': the number of a row.
        if (number.has(Token::line_start) && number.end() < stream_.text.size() && stream_.text[number.end()] == '\t')
            return true;
        if (at > 0 && token(at - 1).is_mark('(') && next.is_mark(')')) return true;
        if (next.is_mark(':') && token(at + 2).kind == TokenKind::number && !token(at + 2).has(Token::space_before))
            return true;
        if (at >= 2 && token(at - 1).is_mark(':') && token(at - 2).kind == TokenKind::number && tight) return true;
        // '134/2 Trường Chinh', '220/110 kV', '3/1 chỉ tiêu': an address or a pair; '131/128 cuộc' are counted.
        if (above_whole(q)) {
            constexpr int least_set = 10;
            const bool counted = Decimal(least_set) <= *q.whole->value && q.unit && q.unit->payload != nullptr &&
                                 !token(q.unit->first).has(Token::capital) &&
                                 q.unit->payload->word_class == LexiconClass::noun &&
                                 q.unit->payload->attribute("territory") != "1";
            if (!counted) return true;
        }
        // '18 Nguyễn Du': an address.
        if (next.kind == TokenKind::word && next.has(Token::capital) && !next.has(Token::all_caps) && q.unit &&
            q.unit->payload == nullptr && !next.starts(LexiconClass::agency) &&
            !next.starts(LexiconClass::document) && !next.starts(LexiconClass::title) &&
            !next.starts(LexiconClass::award) && !next.starts(LexiconClass::term))
            return true;
        // 'Hội nghị Trung ương 6, 7 khóa XII'
        if (next.is_word(Keyword::khoa) && token(at + 2).kind == TokenKind::word &&
            text(at + 2).find_first_not_of("IVX") == std::string_view::npos)
            return true;
        // '01-13T10'
        if (q.upper && q.unit && q.unit->payload == nullptr && !token(q.unit->first).has(Token::space_before))
            return true;
        // 'các năm 2015, 2016 lần lượt là': half a word is no unit.
        if (q.unit && document_.match(q.unit->first, LexiconClass::link).length > q.unit->length) return true;
        // 4G, 5S: letters glued to the digits that are no unit.
        if (q.amount.end() <= at + 1 && next.kind == TokenKind::word && !next.has(Token::space_before) &&
            !(next.starts(LexiconClass::unit) && q.unit) && !q.split && !next.starts(LexiconClass::scale) &&
            !next.starts(LexiconClass::noun))
            return true;
        // 'công nghiệp 4.0', 'Web 2.0': versions.
        if (q.amount.form == grammar::NumberReading::Form::english && digits.ends_with(".0") && q.amount.scale == 0 &&
            (!q.unit || q.unit->payload == nullptr || q.unit->payload->word_class != LexiconClass::unit))
            return true;
        // Years.
        if (digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20")) && !q.whole) {
            if (at > 0 &&
                (token(at - 1).is_word(Keyword::nam) || token(at - 1).is_mark('/') || token(at - 1).is_mark('-')))
                return true;
            if (!q.unit || q.unit->payload == nullptr) return true;
        }
        if (digits == "24" && next.is_mark('/') && text(at + 2) == "7") return true;
        // 2-3-2010 and the like that no grammar took.
        if (next.is_mark('/') && token(at + 2).kind == TokenKind::number && !q.whole && !q.per_amount) return true;
        return false;
    }

    // 'ba lớp' counts; 'một số', 'hai bên', 'mười năm' do not.
    [[nodiscard]] bool counts_in_words(const grammar::QuantityExpression& q) const {
        if (q.amount.times || (q.amount.scale >= 6 && q.amount.length > 1)) return true;
        // 'giảm một nửa': what it is of stands before it, not behind it as in 'giảm một nửa các khoản chi'.
        if (!q.unit && q.whole && q.whole->first == q.amount.first) {
            const Token next = token(q.amount.end());
            return next.kind != TokenKind::word || next.starts(LexiconClass::baseline) || next.is_word(Keyword::va);
        }
        if (!q.unit || q.unit->payload == nullptr) return false;
        if (q.unit->payload->attribute("period") == "1") return false;
        if (q.upper || q.and_half) return true;
        // 'một trong số 35 xã' is one of them, no share.
        if (q.whole && !token(q.amount.end()).is_word(Keyword::trong)) return true;
        if (q.amount.scale > 0 || q.amount.length > 1 || q.approximator != nullptr) return true;
        // 'gấp ba lần'
        if (q.amount.first > 0 && token(q.amount.first - 1).is_word(Keyword::gap)) return true;
        if (q.unit->payload->word_class != LexiconClass::noun) return false;
        return q.amount.value && *q.amount.value > Decimal(1) && !token(q.amount.first).has(Token::capital) &&
               !(q.amount.first > 0 && (token(q.amount.first - 1).starts(LexiconClass::numbered) ||
                                        token(q.amount.first - 1).is_word(Keyword::thu)));
    }

    [[nodiscard]] bool is_time_of_day(std::size_t at, std::size_t end) const {
        const Token next = token(at + 1);
        // '8h30', '8 h', but 'trong 72h'.
        constexpr std::string_view last_hour = "24";
        if (next.is_word(Keyword::h))
            return token(at).length < last_hour.size() ||
                   (token(at).length == last_hour.size() && text(at) <= last_hour);
        if (!next.is_word(Keyword::gio)) return false;
        // 'từ 36 giờ xuống còn 28 giờ', 'từ 18 giờ lên 24 giờ' are lengths of time.
        std::size_t to = end;
        if (to < document_.size() && (token(to).is_word(Keyword::xuong) || token(to).is_word(Keyword::len))) ++to;
        if (to > end && token(to).is_word(Keyword::still)) ++to;
        const bool moves = to > end && token(to).kind == TokenKind::number;
        if (moves) return false;
        const bool clock = token(at).length <= 2 && !token(at + 2).is_mark('/');
        const auto behind = [&](Keyword word) { return at > 0 && token(at - 1).is_word(word); };
        if (clock && (behind(Keyword::tu) || behind(Keyword::den) || behind(Keyword::sau) || behind(Keyword::before)))
            return true;
        if (behind(Keyword::luc) || behind(Keyword::into) || behind(Keyword::hoi)) return true;
        return end < document_.size() && (token(end).is_word(Keyword::ngay) || token(end).is_word(Keyword::sang) ||
                                          token(end).is_word(Keyword::chieu) || token(end).kind == TokenKind::number);
    }

    // 'từ 18 giờ đến 22 giờ': what has its unit twice is no length of time.
    [[nodiscard]] bool hours_of_day(const grammar::QuantityExpression& q) const {
        constexpr int last_hour = 24;
        return q.upper && q.lower_unit && !q.per_unit && token(q.lower_unit->first).is_word(Keyword::gio) &&
               token(q.upper->first - 1).is_word(Keyword::den) && q.upper->value &&
               !(Decimal(last_hour) < *q.upper->value);
    }

    // '8 giờ 30 phút' is one time.
    [[nodiscard]] std::size_t end_of_time(std::size_t end) const {
        if (token(end).kind != TokenKind::number) return end;
        return token(end + 1).is_word(Keyword::phut) ? end + 2 : end + 1;
    }

    // A number without a noun counts where something says what it counts: 'ước đạt 431.500', 'là 120'.
    [[nodiscard]] bool bare_number_counts(const grammar::QuantityExpression& q, std::size_t end) const {
        if (q.amount.scale >= 6 || q.amount.times || q.amount.money) return true;
        if (q.whole || after_rank_verb(q.amount.first)) return true;
        const bool bracketed = q.negative && token(q.first).is_mark('(');
        const std::size_t before = bracketed                   ? q.first
                                   : q.approximator != nullptr ? q.approximator_first
                                                               : q.amount.first;
        const Token next = token(end);
        const bool closed = end >= document_.size() || next.kind != TokenKind::word ||
                            next.starts(LexiconClass::increase) || next.starts(LexiconClass::decrease) ||
                            next.starts(LexiconClass::boundary) || next.starts(LexiconClass::uncounted) ||
                            next.is_word(Keyword::va);
        if (!closed || q.amount.worded || next.kind == TokenKind::number) return false;
        if (next.is_mark('/') || next.is_mark('-')) return false;
        if (next.is_mark(',') || next.is_word(Keyword::va)) {
            // '11, 179 và 169 chương trình'
            grammar::QuantityExpression following;
            const std::size_t at = end + 1;
            if (token(at).kind == TokenKind::number && match_quantity(stream_, at, following) != at &&
                (following.unit || token(following.last).is_mark(',') || token(following.last).is_word(Keyword::va)))
                return true;
        }
        if (q.approximator != nullptr) return true;
        if (before == 0) return false;
        if (changes_before(q.negative ? q.first : before - 1, q)) return true;
        const Token previous = token(before - 1);
        return previous.is_word(Keyword::dat) || previous.is_word(Keyword::la) || previous.is_word(Keyword::len) ||
               previous.is_word(Keyword::still) || previous.is_word(Keyword::co) || previous.is_word(Keyword::uoc) ||
               (previous.is_word(Keyword::xuong) && falls_to_count(q, before - 1)) ||
               previous.starts(LexiconClass::increase) || previous.starts(LexiconClass::decrease) ||
               (q.amount.value && !q.amount.worded && text(q.amount.first).find('.') != std::string_view::npos &&
                q.amount.value->is_integer() && previous.kind == TokenKind::word) ||
               (previous.is_mark(':') && q.amount.value &&
                (*q.amount.value >= Decimal(10) ||
                 (text(q.amount.first).starts_with('0') && counted_before(before))));
    }

    // 'giảm xuống 45': no rank ('từ thứ 4 xuống 17'), no index.
    [[nodiscard]] bool falls_to_count(const grammar::QuantityExpression& q, std::size_t verb) const {
        constexpr std::size_t reach = 4;
        if (!q.amount.value || !q.amount.value->is_integer()) return false;
        for (std::size_t back = 1; back <= reach && back <= verb; ++back)
            if (token(verb - back).is_word(Keyword::thu) || token(verb - back).is_word(Keyword::hang)) return false;
        return true;
    }

    // '11, 179 và 169 chương trình': the earlier numbers take the unit of the last.
    void share_unit(std::size_t last) {
        auto& quantities = islands_.quantities;
        if (!quantities[last].quantity.unit || quantities[last].quantity.unit->payload == nullptr) return;
        for (std::size_t i = last; i-- > 0;) {
            QuantityMention& earlier = quantities[i];
            const QuantityMention& later = quantities[i + 1];
            const bool half = earlier.quantity.whole && !earlier.quantity.unit;  // 'giảm một nửa và 12 xã'
            if (earlier.quantity.unit || half || earlier.quantity.amount.scale > 0 ||
                earlier.range.last + 1 != later.range.first)
                return;
            if (!token(earlier.range.last).is_mark(',') && !token(earlier.range.last).is_word(Keyword::va)) return;
            earlier.shared_unit = quantities[last].quantity.unit;
            share_scale(earlier.quantity, quantities[last].quantity.amount.scale);
        }
    }
    // '1.200, 1.350 và 1.500 tỷ đồng': with the unit goes its scale; not to what is told in ones: '500.000 và 1,2
    // triệu đồng'.
    static void share_scale(grammar::QuantityExpression& earlier, int scale) {
        constexpr int too_large = 4;  // a power of ten
        if (scale == 0 || !earlier.amount.value || !(*earlier.amount.value < Decimal(1, too_large))) return;
        for (grammar::Amount* amount : {&earlier.amount, earlier.upper ? &*earlier.upper : nullptr}) {
            if (amount == nullptr || !amount->value || amount->scale > 0) continue;
            amount->value = amount->value->scaled(scale);
            amount->scale = scale;
        }
    }

    // '17 "điểm đen"': what is counted stands in quotation marks. One past the closing mark; 0 where it does not.
    std::size_t take_quoted_unit(grammar::QuantityExpression& q, std::size_t open) const {
        constexpr std::size_t longest = 4;
        if (q.unit || q.per_unit || q.whole || !token(open).is_mark('"') || token(open + 1).kind != TokenKind::word)
            return 0;
        std::size_t close = open + 1;
        while (close <= open + longest && token(close).kind == TokenKind::word) ++close;
        if (!token(close).is_mark('"')) return 0;
        const PhraseMatch noun = document_.match(open + 1, LexiconClass::noun);
        const bool known = noun && open + 1 + noun.length == close;
        q.unit = grammar::UnitWords{known ? noun.payload : nullptr, static_cast<std::uint32_t>(open + 1),
                                    static_cast<std::uint32_t>(close - open - 1)};
        return close + 1;
    }

    // '123.456.789 (nghìn đồng)': the unit stands in a bracket of its own.
    [[nodiscard]] std::optional<grammar::UnitWords> unit_in_bracket(grammar::QuantityExpression& q,
                                                                    std::size_t open) const {
        if (q.unit || q.per_unit || q.whole || q.amount.scale > 0 || !q.amount.value || !token(open).is_mark('('))
            return std::nullopt;
        std::size_t at = open + 1;
        const PhraseMatch scale = document_.match(at, LexiconClass::scale);
        at += scale.length;
        const PhraseMatch unit = document_.match(at, LexiconClass::unit);
        if (!unit || !token(at + unit.length).is_mark(')')) return std::nullopt;
        if (scale) {
            const int power = scale.payload->number;
            q.amount.value = q.amount.value->scaled(power);
            q.amount.scale = power;
        }
        return grammar::UnitWords{unit.payload, static_cast<std::uint32_t>(at),
                                  static_cast<std::uint32_t>(unit.length)};
    }

    // '12 tấn 500 kg', '12 km 500 m': one amount in two units.
    void join_lower_unit() {
        auto& quantities = islands_.quantities;
        if (quantities.size() < 2) return;
        QuantityMention& upper = quantities[quantities.size() - 2];
        const QuantityMention& lower = quantities.back();
        const auto plain = [](const grammar::QuantityExpression& q) {
            return q.unit && q.unit->payload != nullptr && q.amount.value && q.amount.value->is_integer() &&
                   q.amount.scale == 0 && !q.upper && !q.whole && !q.per_unit && !q.retold && !q.ranked;
        };
        if (lower.range.first != upper.range.last || !plain(upper.quantity) || !plain(lower.quantity) ||
            lower.quantity.approximator != nullptr || upper.quantity.unit->end() != upper.range.last)
            return;
        // 'kg:3': 10^3 of them are one. The lexicon has checked its form.
        std::string_view below = upper.quantity.unit->payload->attribute("below");
        if (below.empty()) return;
        const int power = below.back() - '0';
        below.remove_suffix(2);
        if (below != lower.quantity.unit->payload->value) return;
        const auto part = lower.quantity.amount.value->scaled(-power);
        if (!(part < Decimal(1))) return;
        const auto sum = Decimal::add(*upper.quantity.amount.value, part);
        if (!sum) return;
        upper.quantity.amount.value = sum;
        upper.range.last = lower.range.last;
        quantities.pop_back();
    }

    // '1.200 hộ (một nghìn hai trăm hộ)', '500 triệu đồng (500.000.000 đồng)': one figure told twice.
    void join_retold() {
        auto& quantities = islands_.quantities;
        if (quantities.size() < 2) return;
        QuantityMention& first = quantities[quantities.size() - 2];
        const QuantityMention& again = quantities.back();
        // 'ba mươi lăm triệu đồng chẵn'
        const bool even = again.quantity.amount.worded && token(again.range.last).kind == TokenKind::word &&
                          token(again.range.last + 1).is_mark(')');
        if (!token(first.range.last).is_mark('(') || again.range.first != first.range.last + 1 ||
            !(even || token(again.range.last).is_mark(')')) || !first.quantity.unit || !again.quantity.unit ||
            first.quantity.unit->payload == nullptr || again.quantity.unit->payload == nullptr ||
            first.quantity.unit->payload->value != again.quantity.unit->payload->value || first.quantity.upper ||
            again.quantity.upper || first.quantity.whole || again.quantity.whole)
            return;
        const bool same = first.quantity.amount.value == again.quantity.amount.value;
        if (!same && !again.quantity.amount.worded) return;
        first.quantity.retold = again.quantity.amount;
        quantities.pop_back();
    }

    // 'từ 8.000 lên 10.000 người', 'từ 1,2 lên 2,5 triệu tấn': the first level takes the unit of the second, and its
    // scale where it goes the way that is told with it.
    void join_levels() {
        auto& quantities = islands_.quantities;
        if (quantities.size() < 2) return;
        QuantityMention& first = quantities[quantities.size() - 2];
        const QuantityMention& second = quantities.back();
        if (first.rises_to != second.range.first || !second.quantity.unit) return;
        // 'từ 1,3 triệu đồng lên 1,39 triệu đồng/tháng'
        if (first.quantity.unit && !first.quantity.per_unit && first.quantity.unit->payload != nullptr &&
            first.quantity.unit->payload == second.quantity.unit->payload) {
            first.quantity.per_amount = second.quantity.per_amount;
            first.quantity.per_unit = second.quantity.per_unit;
        }
        if (first.quantity.unit) return;
        first.shared_unit = second.quantity.unit;
        grammar::Amount& from = first.quantity.amount;
        const grammar::Amount& to = second.quantity.amount;
        if (from.scale > 0 || to.scale == 0 || !from.value || !to.value) return;
        const Decimal scaled = from.value->scaled(to.scale);
        const bool up = token(second.range.first - 1).is_word(Keyword::len);
        if (up ? *to.value < scaled : scaled < *to.value) return;
        from.value = scaled;
        from.scale = to.scale;
    }

    // 'thiếu 2, 3 thẩm phán': two small numbers in a row that are no longer list are a range.
    void join_neighbours() {
        auto& quantities = islands_.quantities;
        if (quantities.size() < 2) return;
        const QuantityMention& lower = quantities[quantities.size() - 2];
        QuantityMention upper = quantities.back();
        const auto& value = lower.quantity.amount.value;
        const auto& next = upper.quantity.amount.value;
        if (!lower.shared_unit || !value || !next || !token(lower.range.last).is_mark(',') || upper.quantity.upper ||
            Decimal(9) < *next || Decimal::add(*value, Decimal(1)) != next)
            return;
        if (lower.range.first > 0 && (token(lower.range.first - 1).kind == TokenKind::mark ||
                                      token(lower.range.first - 1).kind == TokenKind::number))
            return;
        upper.quantity.upper = upper.quantity.amount;
        upper.quantity.amount = lower.quantity.amount;
        upper.range.first = lower.range.first;
        quantities.pop_back();
        quantities.pop_back();
        quantities.push_back(upper);
    }
};

}  // namespace

Islands find_islands(const Document& document, WorkBudget& budget) {
    Islands islands = IslandFinder(document, budget).run();
    read_bracketed_parts(document, islands);
    return islands;
}

Islands find_islands(const Document& document) {
    WorkBudget unlimited(static_cast<std::size_t>(-1));
    return find_islands(document, unlimited);
}

}  // namespace tongket
