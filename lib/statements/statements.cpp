// SPDX-License-Identifier: BSL-1.0
#include "statements/statements.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <tongket/names.hpp>

#include "statements/rules.hpp"
#include "statements/topic.hpp"

namespace tongket {
namespace {

constexpr std::size_t shortest_result = 5;  // tokens
constexpr std::size_t shortest_failing = 3;
constexpr std::size_t shortest_task = 4;

class StatementBuilder {
  public:
    StatementBuilder(const Document& document, const Mentions<PeriodMention>& periods, const Cast& cast,
                     const Meeting& meeting, Measures& measures)
        : document_(document), cast_(cast), meeting_(meeting), measures_(measures), rules_(document, periods) {}

    Statements run(const std::vector<Clause>& clauses) {
        make_room();
        for (const Clause& clause : clauses) {
            const Sentence& sentence = document_.sentences[clause.sentence];
            switch (clause.kind) {
                case ClauseKind::failing:
                    failing(clause, sentence);
                    break;
                case ClauseKind::task:
                case ClauseKind::request:
                    task(clause, sentence);
                    break;
                case ClauseKind::other:
                    break;
            }
            if (sentence.zone == ZoneKind::achievements) result(clause.range);
        }
        finish_task();
        return std::move(found_);
    }

  private:
    const Document& document_;
    const Cast& cast_;
    const Meeting& meeting_;
    Measures& measures_;
    ClauseRules rules_;
    Statements found_;
    // The task at hand; noun phrases behind ';' that share its verb join it.
    struct Task {
        TokenRange range;
        std::string source;
        std::uint32_t sentence = 0;
    };
    std::optional<Task> task_;

    [[nodiscard]] Token token(std::size_t at) const { return document_.token(at); }
    [[nodiscard]] static std::size_t length(TokenRange range) { return range.empty() ? 0 : range.last - range.first; }
    // What is stated, without the marks around it and without who said it behind a quotation.
    [[nodiscard]] TokenRange clean(TokenRange range) const {
        constexpr std::string_view marks = ";.~/:-*+,";
        range = rules_.before_attribution(document_.trimmed(range, marks));
        const auto quotes = [&] {
            std::ptrdiff_t count = 0;
            for (std::size_t t = range.first; t < range.last; ++t) count += token(t).is_mark('"');
            return count;
        };
        // A quotation as a whole, or the end of one that the statement is no more than a part of.
        for (std::ptrdiff_t count = quotes(); count == 1 || count == 2; count = quotes()) {
            const bool opens = !range.empty() && token(range.first).is_mark('"');
            const bool closes = !range.empty() && token(range.last - 1).is_mark('"');
            if (count == 2 ? !(opens && closes) : !(opens || closes)) break;
            if (opens) ++range.first;
            if (closes && !range.empty()) --range.last;
            range = document_.trimmed(range, marks);
        }
        return range;
    }

    // Growing them by doubling would cost a long page as much memory again.
    void make_room() {
        std::array<std::size_t, enum_names<ZoneKind>.size()> sentences{};
        for (const Sentence& sentence : document_.sentences) ++sentences[static_cast<std::size_t>(sentence.zone)];
        // Prose has at most two statements in a sentence, and none is shorter than some dozen words.
        constexpr std::size_t statements_per_sentence = 2, bytes_per_statement = 100;
        const auto room = [&](ZoneKind zone) {
            return std::min(sentences[static_cast<std::size_t>(zone)] * statements_per_sentence,
                            document_.source().size() / bytes_per_statement);
        };
        found_.achievements.reserve(room(ZoneKind::achievements));
        found_.targets.reserve(room(ZoneKind::tasks));
    }

    template <class Node>
    void fill(Node& node, TokenRange range) const {
        Text text = document_.text(range);
        node.text = std::move(text.text);
        node.span = text.span;
        node.topic = topic_of(document_, range);
        const auto& places = measures_.places;
        const auto first = std::lower_bound(places.begin(), places.end(), range.first);
        for (auto m = first; m != places.end() && *m < range.last; ++m)
            node.measures.push_back(static_cast<std::size_t>(m - places.begin()));
    }

    void result(TokenRange clause) {
        const TokenRange range = clean(clause);
        if (length(range) < shortest_result) return;
        Achievement node;
        fill(node, range);
        found_.achievements.push_back(std::move(node));
    }

    void failing(const Clause& clause, const Sentence& sentence) {
        if (token(clause.range.last - 1).is_mark(':') || rules_.heading(sentence)) return;
        const TokenRange range = clean({rules_.after_announcement(clause.range), clause.range.last});
        if (length(range) < shortest_failing) return;
        Shortcoming node;
        fill(node, range);
        found_.shortcomings.push_back(std::move(node));
    }

    void task(const Clause& clause, const Sentence& sentence) {
        TokenRange body = clause.range;
        const bool opens_sentence = body.first == sentence.content;
        if (token(body.last - 1).is_mark(':')) return;
        if (opens_sentence && rules_.heading(sentence) && !token(sentence.content).starts(LexiconClass::task_verb))
            return;
        const auto speaker = cast_.speakers[clause.sentence];
        const bool asked = clause.kind == ClauseKind::request && speaker.has_value();
        const std::string source = asked ? cast_.people[*speaker].name : "plan";
        const bool spoken = clause.kind == ClauseKind::request || sentence.zone == ZoneKind::speech || speaker;
        const auto request = spoken ? rules_.after_request(body) : std::nullopt;
        if (request) {
            body.first = *request;
            body.first = split_at_colon(body, source, clause.sentence);
        } else {
            body.first = rules_.after_introduction(body);
            if (spoken && body.first == clause.range.first) body.first = rules_.after_saying(body);
        }
        const TokenRange range = clean(body);
        if (range.empty()) return;
        // A ';' between noun phrases that share one verb does not split.
        const bool shares_verb = !opens_sentence && task_ && task_->sentence == clause.sentence &&
                                 task_->source == source && !rules_.opens_task(range.first, range.last);
        if (shares_verb) {
            task_->range.last = range.last;
            return;
        }
        finish_task();
        task_ = Task{range, source, clause.sentence};
    }

    // '..., cụ thể: A; B': what stands before the colon is a request too. Returns where the rest begins.
    std::size_t split_at_colon(TokenRange body, const std::string& source, std::uint32_t sentence) {
        constexpr std::size_t longest_pointer = 6, shortest_head = 10;  // 'cụ thể như sau'
        for (std::size_t t = body.first; t < body.last; ++t) {
            if (!token(t).is_mark(':') || t + 2 >= body.last) continue;
            std::size_t end = t;
            while (end > body.first && !token(end - 1).is_mark(',')) --end;
            const bool pointer = end > body.first + longest_pointer && t - end <= longest_pointer;
            const TokenRange head = clean({body.first, pointer ? end - 1 : body.first});
            if (length(head) >= shortest_head && rules_.has_task_verb(head)) {
                finish_task();
                task_ = Task{head, source, sentence};
                finish_task();
            }
            return t + 1;
        }
        return body.first;
    }

    void finish_task() {
        if (!task_) return;
        const TokenRange range = clean(task_->range);
        const std::string source = std::move(task_->source);
        task_.reset();
        if (length(range) < shortest_task) return;
        Target target;
        fill(target, range);
        target.source = source;
        target.due = rules_.due_of(range, meeting_.plans ? std::optional<int>(meeting_.plans->year()) : std::nullopt);
        const std::optional<Period> period = target.due ? target.due : meeting_.plans;
        if (period)
            for (const std::size_t m : target.measures)
                if (measures_.all[m].confidence.period == Confidence::guess) measures_.all[m].period = period;
        found_.targets.push_back(std::move(target));
    }
};

}  // namespace

Statements find_statements(const Document& document, const Mentions<PeriodMention>& periods,
                           const std::vector<Clause>& clauses, const Cast& cast, const Meeting& meeting,
                           Measures& measures) {
    return StatementBuilder(document, periods, cast, meeting, measures).run(clauses);
}

}  // namespace tongket
