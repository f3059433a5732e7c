// SPDX-License-Identifier: BSL-1.0
#include "awards/awards.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>

#include "awards/grantor.hpp"
#include "awards/names.hpp"
#include "awards/recipients.hpp"

namespace tongket {
namespace {

constexpr bool tells_of_honours(ZoneKind zone) {
    return zone == ZoneKind::awards || zone == ZoneKind::achievements || zone == ZoneKind::speech ||
           zone == ZoneKind::caption || zone == ZoneKind::other || zone == ZoneKind::opening;
}

bool confers(const Document& document, TokenRange range) {
    for (std::size_t t = range.first; t < range.last; ++t)
        if (document.token(t).starts(LexiconClass::award_verb)) return true;
    return false;
}

// 'thống nhất đề nghị UBND tỉnh tặng': not conferred yet.
bool proposed(const Document& document, TokenRange range) {
    constexpr std::size_t reach = 14;
    for (std::size_t t = range.first; t < range.last; ++t) {
        if (!document.token(t).is_word(Keyword::propose) || !document.match_cue(t, Cue::request)) continue;
        for (std::size_t k = t; k < std::min(range.last, t + reach); ++k)
            if (document.token(k).starts(LexiconClass::award_verb) || document.token(k).starts(LexiconClass::award))
                return true;
    }
    return false;
}

bool is_group(std::string_view recipient) { return recipient == "collective" || recipient == "individual"; }

std::optional<int> year_in(const Islands& islands, TokenRange range) {
    std::optional<int> year;
    for (const PeriodMention& mention : islands.periods.in(range))
        if (!mention.day && mention.period.kind() == Period::Kind::year && mention.period.in_calendar())
            year = mention.period.year();
    return year;
}

// The year in the last of a sentence's clauses.
std::optional<int> closing_year(const Document& document, const Islands& islands, TokenRange sentence) {
    std::size_t from = sentence.last;
    while (from > sentence.first && !document.token(from - 1).is_mark(';')) --from;
    return year_in(islands, {from, sentence.last});
}

// What the clauses of a sentence before have told.
struct Told {
    std::optional<AwardName> award;
    Grantor grantor;
};

// An honour conferred, and how it was read.
struct Conferred {
    Award award;
    bool by_verb = false;    // 'khen thưởng 05 cá nhân'
    bool to_nobody = false;  // 'trao Giấy khen và tặng hoa'
};

// Honours of one clause, with the quantities that count them.
struct Clause {
    std::vector<Conferred> honours;
    std::vector<std::size_t> taken;
    Told told;
};

class ClauseReader {
  public:
    ClauseReader(const Document& document, const Islands& islands, TokenRange range, const Sentence& sentence,
                 Told told)
        : document_(document),
          islands_(islands),
          range_(range),
          sentence_(sentence.tokens),
          zone_(sentence.zone),
          clause_{{}, {}, std::move(told)} {}

    Clause read() {
        const bool verb = confers(document_, range_);
        const std::vector<RecipientCount> counts = recipient_counts(document_, islands_, range_, zone_);
        const std::vector<AwardName> names = award_names(document_, range_, zone_);
        if (names.empty() && (!clause_.told.award || zone_ != ZoneKind::awards)) return std::move(clause_);
        if (!verb && zone_ != ZoneKind::awards && !clause_.told.award) return std::move(clause_);
        if (proposed(document_, range_)) return std::move(clause_);
        std::vector<bool> used(names.size(), false);
        for (const RecipientCount& count : counts) {
            const auto name = award_of(document_, count, names);
            if (!name && !clause_.told.award) continue;
            if (name) {
                // 'cho bà Lê Thị Na và 15 hòa giải viên': those named before the number.
                if (!used[*name] && count.range.first > names[*name].range.last) to_named(names[*name]);
                used[*name] = true;
            }
            counted(count, name ? names[*name] : *clause_.told.award);
        }
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (used[i]) continue;
            const auto number = counted_name(document_, islands_, names[i]);
            if (number && names[i].counts)
                counted(*number, names[i]);
            else if (verb && !names[i].verb)
                uncounted(names[i], number);
        }
        if (!names.empty()) clause_.told.award = names.back();
        return std::move(clause_);
    }

  private:
    const Document& document_;
    const Islands& islands_;
    TokenRange range_;
    TokenRange sentence_;
    ZoneKind zone_;
    Clause clause_;

    void counted(const RecipientCount& count, const AwardName& name) {
        add(name, count.range, count.recipient, count.count);
        clause_.taken.push_back(count.quantity);
    }
    void to_named(const AwardName& name) {
        for (const std::string& recipient : given_to(document_, islands_, name, range_))
            if (!is_group(recipient)) add(name, name.range, recipient, std::nullopt);
    }
    void uncounted(const AwardName& name, const std::optional<RecipientCount>& number) {
        auto recipients = given_to(document_, islands_, name, range_);
        if (recipients.empty()) recipients = received_by(document_, islands_, name, range_);
        // '4 bằng khen, 36 giấy khen cho các tập thể, cá nhân'.
        if (number && !recipients.empty() && is_group(recipients.front())) {
            add(name, number->range, recipients.front(), number->count);
            clause_.taken.push_back(number->quantity);
            return;
        }
        for (const std::string& recipient : recipients) add(name, name.range, recipient, std::nullopt);
        if (recipients.empty() && zone_ != ZoneKind::opening && !name.strict)
            add(name, name.range, std::nullopt, std::nullopt);
    }
    void add(const AwardName& name, TokenRange quote, std::optional<std::string> recipient,
             std::optional<std::int64_t> count) {
        const Grantor grantor = grantor_of(document_, islands_, name, range_, sentence_, clause_.told.grantor);
        if (grantor.name) clause_.told.grantor = grantor;
        Award award;
        Text text = document_.text(quote);
        award.text = std::move(text.text);
        award.span = text.span;
        // Quotes around the whole are no part of it; those of 'Cờ “Đơn vị dẫn đầu”' are.
        const bool quoted = document_.token(name.range.first).is_mark('"');
        award.name = document_.words(quoted ? document_.trimmed(name.range, "\"") : name.range);
        award.kind = name.kind;
        award.grantor = grantor.name;
        award.grantor_confidence = grantor.confidence;
        award.recipient = std::move(recipient);
        award.count = count;
        award.year = year_in(islands_, range_);
        const bool to_nobody = !count && !award.recipient;
        clause_.honours.push_back({std::move(award), name.verb, to_nobody});
    }
};

// 'Huyện ủy khen thưởng 07 tập thể, 12 cá nhân; đồng chí ... trao Giấy khen và tặng hoa': how those were honoured.
std::vector<Conferred> with_names(std::vector<Conferred> honours) {
    const auto named = std::find_if(honours.begin(), honours.end(), [](const Conferred& h) { return h.to_nobody; });
    if (named == honours.end() ||
        std::none_of(honours.begin(), honours.end(), [](const Conferred& h) { return h.by_verb; }))
        return honours;
    const Award how = named->award;
    honours.erase(named);
    for (Conferred& honour : honours)
        if (honour.by_verb) {
            honour.award.kind = how.kind;
            honour.award.name = how.name;
        }
    return honours;
}

// A sentence cut at its semicolons; what is longer than a clause can be is cut too, for each honour looks at all of
// its clause.
std::vector<TokenRange> clauses_of(const Document& document, TokenRange sentence) {
    std::vector<TokenRange> clauses;
    std::size_t begin = sentence.first;
    constexpr std::size_t longest = 400;
    for (std::size_t t = begin; t < sentence.last; ++t) {
        const bool end = document.token(t).is_mark(';');
        if (!end && t - begin < longest) continue;
        clauses.push_back({begin, t});
        begin = end ? t + 1 : t;
    }
    clauses.push_back({begin, sentence.last});
    return clauses;
}

}  // namespace

Honours find_awards(const Document& document, const Islands& islands) {
    Honours honours;
    honours.taken.assign(islands.quantities.size(), false);
    std::set<AwardKind> told;  // in the body; captions do not tell them again
    for (const bool captions : {false, true})
        for (const Sentence& sentence : document.sentences) {
            if (!tells_of_honours(sentence.zone) || (sentence.zone == ZoneKind::caption) != captions) continue;
            const bool unnamed = sentence.zone == ZoneKind::awards && sentence.has(LexiconClass::award_verb);
            if (!sentence.has(LexiconClass::award) && !unnamed) continue;
            Told before;
            std::vector<Conferred> conferred;
            for (const TokenRange& range : clauses_of(document, sentence.tokens)) {
                Clause clause = ClauseReader(document, islands, range, sentence, std::move(before)).read();
                for (const std::size_t quantity : clause.taken) honours.taken[quantity] = true;
                std::move(clause.honours.begin(), clause.honours.end(), std::back_inserter(conferred));
                before = std::move(clause.told);
            }
            // '... trong năm 2016' at the end is said of all items.
            const std::optional<int> closing = closing_year(document, islands, sentence.tokens);
            std::set<AwardKind> told_here;
            for (Conferred& honour : with_names(std::move(conferred))) {
                if (!honour.award.year) honour.award.year = closing;
                if (captions && told.contains(honour.award.kind)) continue;
                told_here.insert(honour.award.kind);
                honours.awards.push_back(std::move(honour.award));
            }
            told.merge(told_here);
        }
    std::stable_sort(honours.awards.begin(), honours.awards.end(),
                     [](const Award& a, const Award& b) { return a.span.begin < b.span.begin; });
    return honours;
}

}  // namespace tongket
