// SPDX-License-Identifier: BSL-1.0
#include "awards/awards.hpp"

#include <algorithm>
#include <set>

#include <tongket/names.hpp>

#include "text/lower.hpp"

namespace tongket {
namespace {

struct AwardName {
    TokenRange range;
    AwardKind kind = AwardKind::other;
};

struct RecipientCount {
    TokenRange range;          ///< count with its noun
    std::size_t quantity = 0;  ///< index of the quantity
    std::int64_t count = 0;
    std::string recipient;  ///< collective or individual
};

class AwardFinder {
  public:
    AwardFinder(const Document& document, const Islands& islands) : document_(document), islands_(islands) {
        honours_.taken.assign(islands.quantities.size(), false);
    }

    Honours run() {
        for (const bool captions : {false, true})
            for (const Sentence& sentence : document_.sentences) {
                if (!conferring(sentence.zone) || (sentence.zone == ZoneKind::caption) != captions) continue;
                const bool unnamed = sentence.zone == ZoneKind::awards && sentence.has(LexiconClass::award_verb);
                if (!sentence.has(LexiconClass::award) && !unnamed) continue;
                std::size_t begin = sentence.tokens.first;
                for (std::size_t t = begin; t <= sentence.tokens.last; ++t)
                    if (t == sentence.tokens.last || token(t).is_mark(';')) {
                        segment({begin, t}, sentence);
                        begin = t + 1;
                    }
            }
        std::stable_sort(honours_.awards.begin(), honours_.awards.end(),
                         [](const Award& a, const Award& b) { return a.span.begin < b.span.begin; });
        return std::move(honours_);
    }

  private:
    const Document& document_;
    const Islands& islands_;
    Honours honours_;
    std::set<AwardKind> told_;  // kinds told in the body; captions do not tell them again
    AwardName last_award_;
    std::optional<std::string> last_grantor_;
    std::size_t last_sentence_ = static_cast<std::size_t>(-1);

    [[nodiscard]] Token token(std::size_t at) const { return document_.token(at); }

    [[nodiscard]] static bool conferring(ZoneKind zone) {
        return zone == ZoneKind::awards || zone == ZoneKind::achievements || zone == ZoneKind::speech ||
               zone == ZoneKind::caption || zone == ZoneKind::other || zone == ZoneKind::opening;
    }

    void segment(TokenRange range, const Sentence& sentence) {
        if (last_sentence_ != sentence.tokens.first) {
            last_sentence_ = sentence.tokens.first;
            last_award_ = {};
            last_grantor_.reset();
        }
        std::vector<AwardName> names = award_names(range, sentence.zone);
        const bool verb = has_verb(range);
        // 'khen thưởng 05 cá nhân': honoured without saying how.
        if (names.empty() && sentence.zone == ZoneKind::awards)
            if (const auto unnamed = unnamed_honour(range); unnamed && !recipient_counts(range, sentence).empty())
                names.push_back(*unnamed);
        if (names.empty() && (last_award_.range.empty() || sentence.zone != ZoneKind::awards)) return;
        if (!verb && sentence.zone != ZoneKind::awards && last_award_.range.empty()) return;
        if (proposed(range)) return;
        const std::vector<RecipientCount> counts = recipient_counts(range, sentence);
        std::vector<bool> used(names.size(), false);
        for (const RecipientCount& count : counts) {
            const auto name = award_of(count, names);
            const AwardName award = name ? names[*name] : last_award_;
            if (award.range.empty()) continue;
            if (name) used[*name] = true;
            Award node;
            Text text = document_.text(count.range);
            node.text = std::move(text.text);
            node.span = text.span;
            node.count = count.count;
            node.recipient = count.recipient;
            finish(node, award, range);
            honours_.taken[count.quantity] = true;
            push(std::move(node), sentence);
        }
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (used[i]) continue;
            if (count_title(names[i], range, sentence)) continue;
            if (!verb) continue;
            Award node;
            Text text = document_.text(names[i].range);
            node.text = std::move(text.text);
            node.span = text.span;
            node.recipient = named_recipient(names[i], range);
            if (sentence.zone == ZoneKind::opening && !node.recipient) continue;
            finish(node, names[i], range);
            push(std::move(node), sentence);
        }
        if (!names.empty()) last_award_ = names.back();
    }

    // '05 Chiến sĩ thi đua cơ sở': the title counts its holders.
    bool count_title(const AwardName& name, TokenRange range, const Sentence& sentence) {
        if (name.kind != AwardKind::title || name.range.first == 0) return false;
        auto q = std::lower_bound(islands_.quantities.begin(), islands_.quantities.end(), name.range.first - 1,
                                  [](const QuantityMention& m, std::size_t t) { return m.range.first < t; });
        if (q != islands_.quantities.begin() &&
            (q == islands_.quantities.end() || q->range.first >= name.range.first))
            --q;
        if (q == islands_.quantities.end() || q->quantity.amount.end() != name.range.first ||
            !q->quantity.amount.value || !q->quantity.amount.value->is_integer() || q->quantity.amount.scale > 0)
            return false;
        Award node;
        Text text = document_.text({q->range.first, name.range.last});
        node.text = std::move(text.text);
        node.span = text.span;
        node.count = whole_number(*q->quantity.amount.value);
        const PhraseMatch group = document_.match(name.range.first, LexiconClass::recipient);
        node.recipient = group ? group.payload->value : std::string("individual");
        finish(node, name, range);
        honours_.taken[static_cast<std::size_t>(q - islands_.quantities.begin())] = true;
        push(std::move(node), sentence);
        return true;
    }

    [[nodiscard]] static std::optional<std::int64_t> whole_number(const Decimal& value) {
        constexpr double largest = 1e15;
        if (value.to_double() > largest) return std::nullopt;
        return static_cast<std::int64_t>(value.to_double());
    }

    void push(Award node, const Sentence& sentence) {
        if (sentence.zone == ZoneKind::caption) {
            if (told_.contains(node.kind)) return;
        }
        told_.insert(node.kind);
        honours_.awards.push_back(std::move(node));
    }

    [[nodiscard]] std::vector<AwardName> award_names(TokenRange range, ZoneKind zone) const {
        std::vector<AwardName> names;
        for (std::size_t t = range.first; t < range.last; ++t) {
            if (!token(t).starts(LexiconClass::award)) continue;
            const PhraseMatch match = document_.match(t, LexiconClass::award);
            if (!match || t + match.length > range.last) continue;
            AwardName name{{t, t + match.length},
                           from_name<AwardKind>(match.payload->value).value_or(AwardKind::other)};
            extend(name.range, range.last);
            // 'phong trào thi đua ... Cờ': only the award's own words; sports medals are results.
            if (name.kind == AwardKind::medal && sporting(t)) continue;
            // Words that are awards only where honours are told: 'giấy chứng nhận', 'huy hiệu'.
            if (match.payload->attribute("strict") == "1" && zone != ZoneKind::awards) continue;
            names.push_back(name);
            t = name.range.last - 1;
        }
        return names;
    }

    // 'Kỷ niệm chương “Vì sự nghiệp ...”', 'Huân chương Lao động hạng Ba', 'Cờ thi đua xuất sắc'.
    void extend(TokenRange& range, std::size_t limit) const {
        while (range.last < limit) {
            if (token(range.last).is_mark('"')) {
                std::size_t close = range.last + 1;
                while (close < limit && !token(close).is_mark('"')) ++close;
                if (close >= limit) return;
                range.last = close + 1;
                continue;
            }
            if (token(range.last).is_word(Keyword::hang) && range.last + 1 < limit) {
                range.last += 2;
                continue;
            }
            return;
        }
    }
    [[nodiscard]] bool sporting(std::size_t at) const {
        const Token before = token(at > 0 ? at - 1 : 0);
        const std::size_t end = at + document_.match(at, LexiconClass::award).length;
        const std::string_view next = document_.text_of(std::min(end, document_.size()));
        return next == "vàng" || next == "bạc" || next == "đồng" || next == "Vàng" || next == "Bạc" ||
               next == "Đồng" || (before.kind == TokenKind::number && document_.text_of(at) == "huy");
    }

    [[nodiscard]] std::optional<AwardName> unnamed_honour(TokenRange range) const {
        for (std::size_t t = range.first; t < range.last; ++t) {
            const PhraseMatch verb = document_.match(t, LexiconClass::award_verb);
            if (verb && verb.payload->attribute("honour") == "1")
                return AwardName{{t, t + verb.length}, AwardKind::other};
        }
        return std::nullopt;
    }

    [[nodiscard]] bool has_verb(TokenRange range) const {
        for (std::size_t t = range.first; t < range.last; ++t)
            if (token(t).starts(LexiconClass::award_verb)) return true;
        return false;
    }
    // 'thống nhất đề nghị UBND tỉnh tặng': not conferred yet.
    [[nodiscard]] bool proposed(TokenRange range) const {
        for (std::size_t t = range.first; t < range.last; ++t) {
            if (!token(t).starts(LexiconClass::cue) || !document_.match_cue(t, Cue::request)) continue;
            const std::string_view text = document_.text_of(t);
            if (text == "đề" || text == "Đề") {
                for (std::size_t k = t; k < std::min(range.last, t + 14); ++k)
                    if (token(k).starts(LexiconClass::award_verb) || token(k).starts(LexiconClass::award))
                        return true;
            }
        }
        return false;
    }

    [[nodiscard]] std::vector<RecipientCount> recipient_counts(TokenRange range, const Sentence& sentence) const {
        std::vector<RecipientCount> counts;
        auto q = std::lower_bound(islands_.quantities.begin(), islands_.quantities.end(), range.first,
                                  [](const QuantityMention& m, std::size_t t) { return m.range.first < t; });
        for (; q != islands_.quantities.end() && q->range.first < range.last; ++q) {
            if (q->quantity.whole || q->quantity.ranked || q->quantity.upper || !q->quantity.amount.value ||
                !q->quantity.unit)
                continue;
            if (!q->quantity.amount.value->is_integer() || q->quantity.amount.scale > 0) continue;
            const std::size_t noun = q->quantity.unit->first;
            const PhraseMatch recipient = document_.match(noun, LexiconClass::recipient);
            if (!recipient && (sentence.zone != ZoneKind::awards || token(noun).starts(LexiconClass::award) ||
                               token(noun).starts(LexiconClass::unit)))
                continue;
            const bool plain = recipient && recipient.payload->attribute("plain") == "1";
            if (!plain && sentence.zone != ZoneKind::awards && !near_award(q->range)) continue;
            RecipientCount count;
            count.range = q->range;
            count.quantity = static_cast<std::size_t>(q - islands_.quantities.begin());
            const auto number = whole_number(*q->quantity.amount.value);
            if (!number) continue;
            count.count = *number;
            count.recipient = recipient ? recipient.payload->value : std::string("individual");
            counts.push_back(count);
        }
        return counts;
    }
    [[nodiscard]] bool near_award(TokenRange range) const {
        const std::size_t from = range.first >= 14 ? range.first - 14 : 0;
        for (std::size_t t = from; t < std::min(range.last + 14, document_.size()); ++t)
            if (token(t).starts(LexiconClass::award)) return true;
        return false;
    }

    // '<n> tập thể được ... tặng X' looks ahead, 'tặng X cho <n> tập thể' looks back.
    [[nodiscard]] std::optional<std::size_t> award_of(const RecipientCount& count,
                                                      const std::vector<AwardName>& names) const {
        std::optional<std::size_t> before, after;
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (names[i].range.last <= count.range.first) before = i;
            if (names[i].range.first >= count.range.last && !after) after = i;
        }
        const auto passive_between = [&](std::size_t from, std::size_t to) {
            for (std::size_t t = from; t < to; ++t)
                if (token(t).is_word(Keyword::duoc) || token(t).is_word(Keyword::dat) ||
                    document_.text_of(t) == "nhận")
                    return true;
            return false;
        };
        if (after && passive_between(count.range.last, names[*after].range.first)) {
            // Not past another award's own 'cho'.
            const bool given_before = before && gives(names[*before].range.last, count.range.first);
            if (!given_before) return after;
        }
        if (before) return before;
        return std::nullopt;
    }
    [[nodiscard]] bool gives(std::size_t from, std::size_t to) const {
        for (std::size_t t = from; t < to; ++t)
            if (token(t).is_word(Keyword::cho)) return true;
        return false;
    }

    void finish(Award& node, const AwardName& award, TokenRange range) {
        node.kind = award.kind;
        node.name = document_.words(award.range);
        const auto [grantor, confidence] = grantor_of(award, range);
        node.grantor = grantor;
        node.grantor_confidence = confidence;
        node.year = year_in(range);
        if (grantor) last_grantor_ = grantor;
    }

    [[nodiscard]] std::optional<int> year_in(TokenRange range) const {
        std::optional<int> year;
        for (auto p = std::lower_bound(islands_.periods.begin(), islands_.periods.end(), range.first,
                                       [](const PeriodMention&m, std::size_t t) { return m.range.first < t; });
             p != islands_.periods.end() && p->range.first < range.last; ++p)
            if (!p->day && p->period.year != 0 && p->period.kind == Period::Kind::year) year = p->period.year;
        return year;
    }

    // A body that can confer: an agency, or the office of its head.
    [[nodiscard]] std::optional<TokenRange> body_at(std::size_t at, std::size_t limit) const {
        if (document_.match_cue(at, Cue::meeting)) return std::nullopt;
        if (token(at).starts(LexiconClass::title)) {
            const PhraseMatch title = document_.match(at, LexiconClass::title);
            const std::size_t end = grammar::agency_end(document_.stream(), at + title.length, false);
            return TokenRange{at, std::min(end, limit)};
        }
        if (token(at).starts(LexiconClass::issuer)) {
            const PhraseMatch issuer = document_.match(at, LexiconClass::issuer);
            std::size_t end =
                std::max(at + issuer.length,
                         token(at).starts(LexiconClass::agency) ? grammar::agency_end(document_.stream(), at) : 0);
            return TokenRange{at, std::min(end, limit)};
        }
        if (token(at).starts(LexiconClass::agency) && (token(at).has(Token::capital)))
            return TokenRange{at, std::min(grammar::agency_end(document_.stream(), at), limit)};
        return std::nullopt;
    }

    [[nodiscard]] std::pair<std::optional<std::string>, Confidence> grantor_of(const AwardName& award,
                                                                               TokenRange range) const {
        const auto words = [&](TokenRange r) {
            return std::optional<std::string>(document_.words(document_.trimmed(r, ",-")));
        };
        // 'Bằng khen của Chủ tịch UBND tỉnh'.
        if (award.range.last + 1 < range.last) {
            std::size_t t = award.range.last;
            if (token(t).is_word(Keyword::cua) || token(t).is_word(Keyword::cap)) ++t;
            if (t > award.range.last)
                if (const auto body = body_at(t, range.last)) return {words(*body), Confidence::certain};
        }
        // '... được UBND tỉnh tặng Bằng khen'.
        for (std::size_t t = award.range.first; t-- > range.first;) {
            if (!token(t).is_word(Keyword::duoc)) continue;
            for (std::size_t k = t + 1; k < award.range.first; ++k) {
                if (const auto body = body_at(k, award.range.first)) return {words(*body), Confidence::certain};
                if (k > t + 3) break;
            }
            break;
        }
        // 'thừa ủy quyền của X', 'Giám đốc Sở tặng giấy khen cho ...': the body before the verb.
        std::size_t verb = award.range.first;
        for (std::size_t t = range.first; t < award.range.first; ++t)
            if (token(t).starts(LexiconClass::award_verb)) {
                verb = t;
                break;
            }
        if (verb < award.range.first) {
            bool passive = false;
            for (std::size_t t = range.first; t < verb; ++t) passive |= token(t).is_word(Keyword::duoc);
            if (!passive) {
                for (std::size_t t = range.first; t < verb; ++t)
                    if (document_.text_of(t) == "quyền" || document_.text_of(t) == "mặt")
                        for (std::size_t k = t + 1; k < std::min(verb, t + 4); ++k)
                            if (const auto body = body_at(k, verb)) return {words(*body), Confidence::certain};
                for (std::size_t t = range.first; t < verb; ++t)
                    if (const auto body = body_at(t, verb)) return {words(*body), Confidence::likely};
            }
        }
        // Said once for the whole sentence.
        if (last_grantor_ && verb == award.range.first) return {last_grantor_, Confidence::guess};
        return {std::nullopt, Confidence::guess};
    }

    // 'Sở TT&TT được Bộ tặng Cờ thi đua', 'tặng Bằng khen cho Sở Y tế'.
    [[nodiscard]] std::optional<std::string> named_recipient(const AwardName& award, TokenRange range) const {
        for (std::size_t t = award.range.last; t < range.last; ++t) {
            if (token(t).is_mark(',') || token(t).starts(LexiconClass::award)) break;
            if (!token(t).is_word(Keyword::cho)) continue;
            std::size_t k = t + 1;
            if (k < range.last && token(k).starts(LexiconClass::honorific))
                k += document_.match(k, LexiconClass::honorific).length;
            if (const auto name = person_name(k)) return document_.words(*name);
            if (const auto body = body_at(k, range.last)) return document_.words(document_.trimmed(*body, ",-"));
            if (token(k).is_word(Keyword::cac) && k + 1 < range.last) ++k;
            if (const PhraseMatch group = document_.match(k, LexiconClass::recipient))
                return std::string(group.payload->value);
            break;
        }
        for (std::size_t t = range.first; t < award.range.first; ++t) {
            if (!token(t).is_word(Keyword::duoc) && document_.text_of(t) != "nhận") continue;
            for (std::size_t k = range.first; k < t; ++k) {
                if (const auto name = person_name(k)) return document_.words(*name);
                if (token(k).starts(LexiconClass::title)) continue;
                const auto body = body_at(k, t);
                if (body && body->last + 4 >= t && !token(t - 1).is_mark('('))
                    return document_.words(document_.trimmed(*body, ",-"));
            }
            // 'được Bộ tặng cờ thi đua ... mà Sở đã đạt được': the one that the sentence goes on to name.
            for (std::size_t k = award.range.last; k < range.last; ++k)
                if (token(k).is_word(Keyword::which) && k + 1 < range.last)
                    if (const auto body = body_at(k + 1, range.last)) return document_.words(*body);
            break;
        }
        return std::nullopt;
    }
    [[nodiscard]] std::optional<TokenRange> person_name(std::size_t at) const {
        const auto mention =
            std::upper_bound(islands_.persons.begin(), islands_.persons.end(), at,
                             [](std::size_t t, const PersonMention& m) { return t < m.range.first; });
        if (mention == islands_.persons.begin()) return std::nullopt;
        const TokenRange name = std::prev(mention)->person.name;
        if (name.empty() || name.first != at) return std::nullopt;
        return name;
    }
};

}  // namespace

Honours find_awards(const Document& document, const Islands& islands) { return AwardFinder(document, islands).run(); }

}  // namespace tongket
