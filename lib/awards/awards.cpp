// SPDX-License-Identifier: BSL-1.0
#include "awards/awards.hpp"

#include <algorithm>
#include <set>
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

std::optional<int> year_in(const Islands& islands, TokenRange range) {
    std::optional<int> year;
    for (const PeriodMention& mention : islands.periods.in(range))
        if (!mention.day && mention.period.year != 0 && mention.period.kind == Period::Kind::year)
            year = mention.period.year;
    return year;
}

// What the clauses of a sentence before have told.
struct Told {
    std::optional<AwardName> award;
    std::optional<std::string> grantor;
};

// Honours of one clause, with the quantities that count them.
struct Clause {
    std::vector<Award> awards;
    std::vector<std::size_t> taken;
    Told told;
};

class ClauseReader {
  public:
    ClauseReader(const Document& document, const Islands& islands, TokenRange range, ZoneKind zone, Told told)
        : document_(document), islands_(islands), range_(range), zone_(zone), clause_{{}, {}, std::move(told)} {}

    Clause read() {
        const bool verb = confers(document_, range_);
        const std::vector<RecipientCount> counts = recipient_counts(document_, islands_, range_, zone_);
        std::vector<AwardName> names = award_names(document_, range_, zone_);
        // 'khen thưởng 05 cá nhân': honoured without saying how.
        if (names.empty() && zone_ == ZoneKind::awards && !counts.empty())
            if (const auto unnamed = unnamed_honour(document_, range_)) names.push_back(*unnamed);
        if (names.empty() && (!clause_.told.award || zone_ != ZoneKind::awards)) return std::move(clause_);
        if (!verb && zone_ != ZoneKind::awards && !clause_.told.award) return std::move(clause_);
        if (proposed(document_, range_)) return std::move(clause_);
        std::vector<bool> used(names.size(), false);
        for (const RecipientCount& count : counts) {
            const auto name = award_of(document_, count, names);
            if (!name && !clause_.told.award) continue;
            if (name) used[*name] = true;
            counted(count, name ? names[*name] : *clause_.told.award);
        }
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (used[i]) continue;
            if (const auto title = counted_title(document_, islands_, names[i]))
                counted(*title, names[i]);
            else if (verb)
                uncounted(names[i]);
        }
        if (!names.empty()) clause_.told.award = names.back();
        return std::move(clause_);
    }

  private:
    const Document& document_;
    const Islands& islands_;
    TokenRange range_;
    ZoneKind zone_;
    Clause clause_;

    void counted(const RecipientCount& count, const AwardName& name) {
        add(name, count.range, count.recipient, count.count);
        clause_.taken.push_back(count.quantity);
    }
    void uncounted(const AwardName& name) {
        const auto recipient = named_recipient(document_, islands_, name, range_);
        if (zone_ != ZoneKind::opening || recipient) add(name, name.range, recipient, std::nullopt);
    }
    void add(const AwardName& name, TokenRange quote, std::optional<std::string> recipient,
             std::optional<std::int64_t> count) {
        const Grantor grantor = grantor_of(document_, name, range_, clause_.told.grantor);
        if (grantor.name) clause_.told.grantor = grantor.name;
        Award award;
        Text text = document_.text(quote);
        award.text = std::move(text.text);
        award.span = text.span;
        award.name = document_.words(name.range);
        award.kind = name.kind;
        award.grantor = grantor.name;
        award.grantor_confidence = grantor.confidence;
        award.recipient = std::move(recipient);
        award.count = count;
        award.year = year_in(islands_, range_);
        clause_.awards.push_back(std::move(award));
    }
};

// A sentence cut at its semicolons.
std::vector<TokenRange> clauses_of(const Document& document, TokenRange sentence) {
    std::vector<TokenRange> clauses;
    std::size_t begin = sentence.first;
    for (std::size_t t = begin; t < sentence.last; ++t)
        if (document.token(t).is_mark(';')) {
            clauses.push_back({begin, t});
            begin = t + 1;
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
            for (const TokenRange& range : clauses_of(document, sentence.tokens)) {
                Clause clause = ClauseReader(document, islands, range, sentence.zone, std::move(before)).read();
                for (const std::size_t quantity : clause.taken) honours.taken[quantity] = true;
                for (Award& award : clause.awards) {
                    if (captions && told.contains(award.kind)) continue;
                    told.insert(award.kind);
                    honours.awards.push_back(std::move(award));
                }
                before = std::move(clause.told);
            }
        }
    std::stable_sort(honours.awards.begin(), honours.awards.end(),
                     [](const Award& a, const Award& b) { return a.span.begin < b.span.begin; });
    return honours;
}

}  // namespace tongket
