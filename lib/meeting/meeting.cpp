// SPDX-License-Identifier: BSL-1.0
#include "meeting/meeting.hpp"

#include <algorithm>
#include <array>
#include <map>

#include <tongket/names.hpp>

namespace tongket {
namespace {

using grammar::cue_bit;

struct Place {
    std::string code;
    std::size_t length = 0;
    int weight = 0;
};

Place place_at(const Document& document, std::size_t at, std::size_t limit) {
    const Token t = document.token(at);
    if (t.kind != TokenKind::word || !t.has(Token::capital)) return {};
    for (const auto& [c, weight] : {std::pair{LexiconClass::province, 3}, std::pair{LexiconClass::place, 1}}) {
        if (!t.starts(c)) continue;
        const PhraseMatch found = document.match(at, c);
        if (!found || at + found.length > limit || !document.token(at + found.length - 1).has(Token::capital))
            continue;
        // Part of a longer name: 'Nguyễn Thái Bình', 'Thái Bình Dương'.
        if (at > 0 && document.token(at - 1).has(Token::capital) &&
            document.token(at - 1).starts(LexiconClass::surname) &&
            !document.token(at - 1).starts(LexiconClass::agency))
            continue;
        return {std::string(found.payload->value), found.length, weight};
    }
    return {};
}

std::optional<std::string> province_in(const Document& document, TokenRange range) {
    for (const bool provinces_only : {true, false})
        for (std::size_t t = range.first; t < range.last; ++t) {
            const Place place = place_at(document, t, range.last);
            if (place.length > 0 && (!provinces_only || place.weight == 3)) return place.code;
        }
    return std::nullopt;
}

std::optional<OrganizerKind> organizer_kind(const Document& document, std::size_t at) {
    const PhraseMatch head = document.match(at, LexiconClass::agency);
    // 'Hội nghị' is no Hội.
    if (!head || document.match_cue(at, Cue::meeting).length >= head.length) return std::nullopt;
    if (head.payload->value == "body") return OrganizerKind::other;
    return from_name<OrganizerKind>(head.payload->value).value_or(OrganizerKind::other);
}

class MeetingFinder {
  public:
    MeetingFinder(const Document& document, const Islands& islands, const Outline& found,
                  std::optional<TokenRange> title, const std::optional<Published>& published,
                  const std::optional<Text>& outlet)
        : document_(document),
          islands_(islands),
          outline_(found),
          title_(title),
          published_(published),
          outlet_(outlet) {}

    Meeting run() {
        meeting_.kind = outline_.kind;
        meeting_.reviews = outline_.reviews;
        meeting_.plans = outline_.plans;
        collect_opening();
        find_name();
        find_day();
        find_organizer();
        find_venue();
        return meeting_;
    }

  private:
    const Document& document_;
    const Islands& islands_;
    const Outline& outline_;
    std::optional<TokenRange> title_;
    const std::optional<Published>& published_;
    const std::optional<Text>& outlet_;
    std::vector<TokenRange> opening_;
    std::vector<TokenRange> leads_;
    Meeting meeting_;

    [[nodiscard]] Token token(std::size_t at) const { return document_.token(at); }

    void collect_opening() {
        for (const Sentence& s : document_.sentences) {
            if (s.zone == ZoneKind::opening) opening_.push_back(s.tokens);
            if (s.zone == ZoneKind::lead) leads_.push_back(s.tokens);
        }
        opening_.insert(opening_.end(), leads_.begin(), leads_.end());
    }

    // 'Hội nghị tổng kết công tác năm 2017, triển khai nhiệm vụ năm 2018': from the meeting's word to the clause's
    // end.
    void find_name() {
        for (const TokenRange& range : opening_) {
            for (std::size_t t = range.first; t < range.last; ++t) {
                if (!token(t).starts(LexiconClass::cue) || !document_.match_cue(t, Cue::meeting)) continue;
                std::size_t end = t;
                bool reviews = false;
                while (end < range.last && !token(end).is_mark('.') && !token(end).is_mark(';')) {
                    reviews |= token(end).starts(LexiconClass::cue) && purpose_at(document_, end) != Purpose::none;
                    if (token(end).is_mark(',') && end + 1 < range.last &&
                        purpose_at(document_, end + 1) == Purpose::none)
                        break;
                    ++end;
                }
                if (!reviews) continue;
                meeting_.name = document_.text({t, end});
                return;
            }
        }
    }

    void find_day() {
        for (const TokenRange& range : opening_) {
            for (auto p = std::lower_bound(islands_.periods.begin(), islands_.periods.end(), range.first,
                                           [](const PeriodMention&m, std::size_t t) { return m.range.first < t; });
                 p != islands_.periods.end() && p->range.first < range.last; ++p) {
                const PeriodMention& mention = *p;
                if (!mention.day) continue;
                if (!mention.day->introduced && mention.range.first > range.first + 6) continue;
                if (belongs_to_document(mention.range.first)) continue;
                meeting_.day_part = mention.day->day_part;
                if (!meeting_.day_part && mention.range.first > range.first)
                    meeting_.day_part = part_before(mention.range.first);
                meeting_.date = resolve(first_of_days(*mention.day, mention.range.first));
                if (meeting_.date) return;
            }
        }
    }

    // 'trong hai ngày 10 và 11/1/2006': the conference was held from the first.
    [[nodiscard]] grammar::DayExpression first_of_days(grammar::DayExpression day, std::size_t at) const {
        if (at < 2 || token(at - 2).kind != TokenKind::number || token(at - 2).length > 2) return day;
        if (!token(at - 1).is_word(Keyword::va) && !token(at - 1).is_mark('-') && !token(at - 1).is_mark(',') &&
            !token(at - 1).is_word(Keyword::den))
            return day;
        const auto first = grammar::read_number(document_.text_of(at - 2)).value;
        if (first && *first < Decimal(day.day)) day.day = static_cast<int>(first->to_double());
        return day;
    }

    // 'Quyết định số ... ngày ...' dates a document.
    [[nodiscard]] bool belongs_to_document(std::size_t at) const {
        const auto citation =
            std::upper_bound(islands_.citations.begin(), islands_.citations.end(), at,
                             [](std::size_t t, const CitationMention& c) { return t < c.range.first; });
        return citation != islands_.citations.begin() && std::prev(citation)->citation.date &&
               at <= std::prev(citation)->citation.last;
    }

    [[nodiscard]] std::optional<DayPart> part_before(std::size_t at) const {
        for (std::size_t back = 1; back <= 2 && back <= at; ++back) {
            const Token t = token(at - back);
            if (t.is_word(Keyword::sang)) return DayPart::morning;
            if (t.is_word(Keyword::chieu)) return DayPart::afternoon;
            if (t.is_word(Keyword::toi)) return DayPart::evening;
        }
        return std::nullopt;
    }

    // A day without a year takes that of publication, failing that of the planned period (docs/data-model.md).
    [[nodiscard]] std::optional<Date> resolve(const grammar::DayExpression& day) const {
        if (day.year != 0) return day.resolve(std::nullopt);
        if (published_) {
            auto date = day.resolve(published_->date.year);
            // A conference of December told in January.
            if (date && *date > published_->date && published_->date.month <= 2 && day.month >= 11)
                date = day.resolve(published_->date.year - 1);
            return date;
        }
        if (outline_.plans) {
            int year = outline_.plans->year;
            // A year is planned in its January or in the December before it.
            if (outline_.plans->kind == Period::Kind::year && day.month >= 10) --year;
            return day.resolve(year);
        }
        if (outline_.reviews)
            return day.resolve(outline_.reviews->year +
                               (outline_.reviews->kind == Period::Kind::year && day.month <= 6 ? 1 : 0));
        return std::nullopt;
    }

    // ---- organizer --------------------------------------------------------------------------------------------

    // The subject of 'tổ chức': the agency that stands nearest before the verb; else the first of the headline.
    void find_organizer() {
        std::optional<TokenRange> best;
        for (const TokenRange& range : opening_) {
            best = subject_of_holding(range);
            if (best) break;
        }
        if (!best && title_) best = first_agency(*title_);
        for (const TokenRange& range : opening_) {
            if (best) break;
            best = first_agency(range);
        }
        if (!best) return;
        Organizer organizer = read_organizer(document_, *best);
        // A ministry belongs to no province.
        if (!organizer.province && organizer.kind != OrganizerKind::ministry) organizer.province = find_province();
        meeting_.organizer = organizer;
    }

    [[nodiscard]] std::optional<TokenRange> subject_of_holding(TokenRange range) const {
        std::optional<TokenRange> last;
        for (std::size_t t = range.first; t < range.last; ++t) {
            if (token(t).starts(LexiconClass::agency) && (token(t).has(Token::capital)) &&
                organizer_kind(document_, t)) {
                const std::size_t end = std::min(grammar::agency_end(document_.stream(), t), range.last);
                if (!inside_position(t) && !names_place(t, range.first) && !last)
                    last = TokenRange{t, up_to_holding(end, range.last)};
                t = std::max(end, t + 1) - 1;
                continue;
            }
            if (token(t).starts(LexiconClass::cue) && document_.match_cue(t, Cue::hold) && last) return last;
        }
        return std::nullopt;
    }

    // An agency after 'tại' is where it was held, and so is one after 'tại Hội trường'.
    [[nodiscard]] bool names_place(std::size_t at, std::size_t first) const {
        constexpr std::size_t longest_venue = 6;
        for (std::size_t t = at; t-- > first && at - t <= longest_venue;) {
            if (token(t).kind != TokenKind::word) return false;
            if (token(t).is_word(Keyword::tai)) return t + 1 == at || token(t + 1).starts(LexiconClass::venue);
        }
        return false;
    }

    // 'Trung tâm Thông tin và Ứng dụng tiến bộ khoa học tổ chức': a name whose words the lexicon does not know runs
    // up to the verb.
    [[nodiscard]] std::size_t up_to_holding(std::size_t end, std::size_t limit) const {
        constexpr std::size_t reach = 10;
        for (std::size_t t = end; t < std::min(limit, end + reach); ++t) {
            if (token(t).is_word(Keyword::da) ||
                (token(t).starts(LexiconClass::cue) && document_.match_cue(t, Cue::hold)))
                return t;
            if (token(t).kind != TokenKind::word ||
                (grammar::is_function_word(token(t).word) && !token(t).is_word(Keyword::va)))
                return end;
        }
        return end;
    }

    // 'Giám đốc Sở ...': the agency of an office is not the subject.
    [[nodiscard]] bool inside_position(std::size_t at) const {
        auto p = std::upper_bound(islands_.persons.begin(), islands_.persons.end(), at,
                                  [](std::size_t t, const PersonMention& m) { return t < m.range.first; });
        return p != islands_.persons.begin() && std::prev(p)->range.last > at;
    }

    [[nodiscard]] std::optional<TokenRange> first_agency(TokenRange range) const {
        for (std::size_t t = range.first; t < range.last; ++t) {
            if (!token(t).starts(LexiconClass::agency) || !token(t).has(Token::capital) ||
                !organizer_kind(document_, t))
                continue;
            const std::size_t end = std::min(grammar::agency_end(document_.stream(), t), range.last);
            if (!inside_position(t)) return TokenRange{t, end};
        }
        return std::nullopt;
    }

    // ---- province ---------------------------------------------------------------------------------------------

    [[nodiscard]] std::optional<std::string> find_province() const {
        if (title_)
            if (auto code = province_in(document_, *title_)) return code;
        // The whole page: the place named most, provinces counting more than places within them.
        std::map<std::string, int> votes;
        for (const Sentence& s : document_.sentences) {
            if (s.zone == ZoneKind::boilerplate || s.zone == ZoneKind::byline) continue;
            for (std::size_t t = s.tokens.first; t < s.tokens.last; ++t) {
                if (!token(t).has(Token::capital)) continue;
                const auto [code, length, weight] = place_at(document_, t, s.tokens.last);
                if (length == 0) continue;
                votes[code] += weight;
                t += length - 1;
            }
        }
        if (outlet_) {
            for (std::size_t t = 0; t < document_.size(); ++t) {
                const Span place = document_.span({t, t + 1});
                if (place.begin < outlet_->span.begin) continue;
                if (place.begin >= outlet_->span.end) break;
                const auto [code, length, weight] = place_at(document_, t, document_.size());
                if (length > 0) votes[code] += 3 * weight;
            }
        }
        // Failing all else, the chrome of the agency's own site.
        if (votes.empty())
            for (std::size_t t = 0; t < document_.size(); ++t) {
                const auto [code, length, weight] = place_at(document_, t, document_.size());
                if (length > 0) votes[code] += weight;
            }
        std::string best;
        int most = 0;
        for (const auto& [code, count] : votes)
            if (count > most) {
                most = count;
                best = code;
            }
        if (best.empty()) return std::nullopt;
        return best;
    }

    // 'tại Hội trường UBND tỉnh,' in the opening.
    void find_venue() {
        for (const TokenRange& range : opening_) {
            for (std::size_t t = range.first; t + 1 < range.last; ++t) {
                if (!token(t).is_word(Keyword::tai) || !token(t + 1).starts(LexiconClass::venue)) continue;
                std::size_t end = t + 1;
                while (end < range.last && token(end).kind == TokenKind::word &&
                       !(token(end).starts(LexiconClass::cue) && end > t + 2) && !token(end).is_word(Keyword::da)) {
                    const PhraseMatch agency = document_.match(end, LexiconClass::agency);
                    if (agency && end > t + 2 && agency.payload->value == "department" && followed_by_holding(end))
                        break;
                    ++end;
                }
                meeting_.venue = document_.text({t + 1, end});
                return;
            }
        }
    }
    [[nodiscard]] bool followed_by_holding(std::size_t at) const {
        const std::size_t end = grammar::agency_end(document_.stream(), at);
        for (std::size_t t = end; t < std::min(end + 2, document_.size()); ++t)
            if (token(t).starts(LexiconClass::cue) && document_.match_cue(t, Cue::hold)) return true;
        return false;
    }
};

}  // namespace

Organizer read_organizer(const Document& document, TokenRange name) {
    Organizer organizer;
    Text text = document.text(name);
    organizer.name = std::move(text.text);
    organizer.span = text.span;
    organizer.kind = organizer_kind(document, name.first).value_or(OrganizerKind::other);
    organizer.province = province_in(document, name);
    return organizer;
}

Meeting find_meeting(const Document& document, const Islands& islands, const Outline& outline,
                     std::optional<TokenRange> title, const std::optional<Published>& published,
                     const std::optional<Text>& outlet) {
    return MeetingFinder(document, islands, outline, title, published, outlet).run();
}

}  // namespace tongket
