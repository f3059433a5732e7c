// SPDX-License-Identifier: BSL-1.0
#include "statements/statements.hpp"

#include <algorithm>
#include <array>

#include <tongket/names.hpp>

namespace tongket {
namespace {

class StatementFinder {
  public:
    StatementFinder(const Document& document, const Mentions<PeriodMention>& periods, const Cast& cast,
                    const Meeting& meeting, Measures& measures)
        : document_(document), periods_(periods), cast_(cast), meeting_(meeting), measures_(measures) {}

    Statements run() {
        make_room();
        for (std::size_t s = 0; s < document_.sentences.size(); ++s) {
            const Sentence& sentence = document_.sentences[s];
            if (sentence.line != line_) {
                line_ = sentence.line;
                if (sentence.zone != ZoneKind::speech || !bullet(sentence))
                    requesting_ = sentence.zone == ZoneKind::speech && requesting_ && listed_;
                listed_ = false;
            }
            switch (sentence.zone) {
                case ZoneKind::achievements:
                    achievements(sentence);
                    scattered_shortcomings(sentence);
                    break;
                case ZoneKind::shortcomings:
                    shortcomings(sentence);
                    break;
                case ZoneKind::tasks:
                    tasks(sentence);
                    break;
                case ZoneKind::speech:
                    requests(s, sentence);
                    break;
                case ZoneKind::other:
                    scattered_shortcomings(sentence);
                    break;
                default:
                    break;
            }
        }
        return std::move(found_);
    }

  private:
    const Document& document_;
    const Mentions<PeriodMention>& periods_;
    const Cast& cast_;
    const Meeting& meeting_;
    Measures& measures_;
    Statements found_;
    std::size_t line_ = static_cast<std::size_t>(-1);
    bool requesting_ = false;  // the speech has come to what the speaker asks for
    bool listed_ = false;      // and announced it with ':'

    [[nodiscard]] Token token(std::size_t at) const { return document_.token(at); }
    [[nodiscard]] static bool bullet(const Sentence& s) { return s.content > s.tokens.first; }

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

    // ---- common -----------------------------------------------------------------------------------------------

    template <class Node>
    void fill(Node& node, TokenRange range) const {
        Text text = document_.text(range);
        node.text = std::move(text.text);
        node.span = text.span;
        node.topic = topic_of(range);
        const auto& places = measures_.places;
        const auto first = std::lower_bound(places.begin(), places.end(), range.first);
        for (auto m = first; m != places.end() && *m < range.last; ++m)
            node.measures.push_back(static_cast<std::size_t>(m - places.begin()));
    }

    // The topic that most of the terms speak of; ties go to the first named.
    [[nodiscard]] Topic topic_of(TokenRange range) const {
        std::array<int, enum_names<Topic>.size()> votes{};
        std::array<std::size_t, enum_names<Topic>.size()> first{};
        for (std::size_t t = range.first; t < range.last; ++t) {
            const PhraseMatch term = document_.match(t, LexiconClass::term);
            if (!term) continue;
            if (const auto topic = from_name<Topic>(term.payload->attribute("topic"))) {
                const auto k = static_cast<std::size_t>(*topic);
                if (votes[k]++ == 0) first[k] = t;
            }
            t += term.length - 1;
        }
        const auto count = [&](Topic t) -> int& { return votes[static_cast<std::size_t>(t)]; };
        count(Topic::general) = 0;
        if (count(Topic::postal) > 0 && count(Topic::telecom) > 0) {
            count(Topic::postal_telecom) += count(Topic::postal) + count(Topic::telecom);
            count(Topic::postal) = count(Topic::telecom) = 0;
        }
        std::size_t best = static_cast<std::size_t>(Topic::general);
        for (std::size_t k = 0; k < votes.size(); ++k)
            if (votes[k] > votes[best] || (votes[k] == votes[best] && votes[k] > 0 && first[k] < first[best]))
                best = k;
        return static_cast<Topic>(best);
    }

    [[nodiscard]] bool has_cue(TokenRange range, Cue cue) const {
        for (std::size_t t = range.first; t < range.last; ++t)
            if (token(t).starts(LexiconClass::cue) && document_.match_cue(t, cue)) return true;
        return false;
    }

    // Calls visit(clause) for the clauses of a range, cut at ';' outside brackets.
    template <class Visit>
    void for_each_clause(TokenRange range, Visit visit) const {
        std::size_t begin = range.first;
        int depth = 0;
        for (std::size_t t = range.first; t < range.last; ++t) {
            if (token(t).kind != TokenKind::mark) continue;
            if (token(t).mark == '(') ++depth;
            if (token(t).mark == ')' && depth > 0) --depth;
            if (token(t).mark == ';' && depth == 0) {
                visit(TokenRange{begin, t});
                begin = t + 1;
            }
        }
        visit(TokenRange{begin, range.last});
    }

    [[nodiscard]] TokenRange clean(TokenRange range) const {
        range = document_.trimmed(range, ";.~/:-*+,");
        return range;
    }
    [[nodiscard]] static std::size_t length(TokenRange range) { return range.empty() ? 0 : range.last - range.first; }

    // ---- results and failings ---------------------------------------------------------------------------------

    void achievements(const Sentence& sentence) {
        for_each_clause({sentence.content, sentence.tokens.last}, [&](TokenRange clause) {
            const TokenRange range = clean(clause);
            if (length(range) < 5) return;
            Achievement node;
            fill(node, range);
            found_.achievements.push_back(std::move(node));
        });
    }

    // A labelled or shouted line without figures and without a stop: the title of a section.
    [[nodiscard]] bool within_period(std::size_t at) const {
        const auto mention = std::upper_bound(periods_.begin(), periods_.end(), at,
                                              [](std::size_t t, const PeriodMention& m) { return t < m.range.last; });
        return mention != periods_.end() && mention->range.first <= at;
    }
    [[nodiscard]] bool heading(const Sentence& sentence) const {
        const Token end = token(sentence.tokens.last - 1);
        if (end.is_mark('.') || end.is_mark(';') || sentence.tokens.last - sentence.content > 20) return false;
        const bool labelled = bullet(sentence) && !token(sentence.tokens.first).has(Token::bullet);
        bool shouted = true;
        for (std::size_t t = sentence.content; t < sentence.tokens.last; ++t) {
            if (token(t).kind == TokenKind::number && labelled && !token(t - 1).is_word(Keyword::nam) &&
                !within_period(t))
                return false;
            if (token(t).kind == TokenKind::word && token(t).length > 1 && !token(t).has(Token::all_caps))
                shouted = false;
        }
        return labelled || shouted;
    }

    void shortcomings(const Sentence& sentence) {
        TokenRange body{sentence.content, sentence.tokens.last};
        if (token(body.last - 1).is_mark(':') || heading(sentence)) return;
        // 'Hội nghị thẳng thắn chỉ ra một số yếu kém.' announces without content.
        if (!sentence.has(Cue::failing) && sentence.has(Cue::shortcomings) && length(body) <= 20 &&
            sentence.has(Cue::meeting))
            return;
        body.first = after_announcement(body);
        for_each_clause(body, [&](TokenRange clause) {
            const TokenRange range = clean(clause);
            if (length(range) >= 3) add_shortcoming(range);
        });
    }

    // 'Hội nghị cũng chỉ ra những hạn chế: ...'
    [[nodiscard]] std::size_t after_announcement(TokenRange range) const {
        for (std::size_t t = range.first; t < std::min(range.last, range.first + 40); ++t) {
            if (token(t).is_mark(';')) break;
            if (token(t).is_mark(':') && t + 2 < range.last && has_cue({range.first, t}, Cue::shortcomings))
                return t + 1;
        }
        return range.first;
    }

    void scattered_shortcomings(const Sentence& sentence) {
        if (!sentence.has(Cue::failing) && !sentence.has(Cue::adversative)) return;
        TokenRange body{sentence.content, sentence.tokens.last};
        for (std::size_t t = body.first; t < body.last; ++t)
            if (token(t).is_mark(':') && sentence.zone == ZoneKind::other) body.first = t + 1;
        for_each_clause(body, [&](TokenRange clause) {
            const TokenRange range = clean(clause);
            if (length(range) >= 5 && fails(range)) add_shortcoming(range);
        });
    }

    // A failing stated, not one prevented or overcome.
    [[nodiscard]] bool fails(TokenRange range) const {
        // 'Tuy nhiên, cấp xã mới đạt 56%': the contrast makes a low figure a failing.
        if (token(range.first).starts(LexiconClass::cue) && document_.match_cue(range.first, Cue::adversative))
            for (std::size_t t = range.first; t < range.last; ++t) {
                const std::string_view text = document_.text_of(t);
                if (text == "mới" || text == "chỉ" || text == "còn" || text == "chưa") return true;
            }
        for (std::size_t t = range.first; t < range.last; ++t) {
            if (!token(t).starts(LexiconClass::cue) || !document_.match_cue(t, Cue::failing)) continue;
            bool negated = false;
            for (std::size_t back = 1; back <= 4 && t >= range.first + back; ++back) {
                const Token k = token(t - back);
                if (k.is_word(Keyword::khong) ||
                    (k.starts(LexiconClass::cue) && document_.match_cue(t - back, Cue::overcome)))
                    negated = true;
            }
            if (!negated && !conceded(range, t)) return true;
        }
        return false;
    }

    // 'Mặc dù gặp nhiều khó khăn nhưng ...': the sentence goes on to what was achieved.
    [[nodiscard]] bool conceded(TokenRange range, std::size_t at) const {
        for (std::size_t t = range.first; t < at; ++t) {
            const std::string_view text = document_.text_of(t);
            if (t > range.first + 1 || range.first == t)
                if (text == "dù" || text == "bối" || text == "Tuy" || text == "tuy") {
                    if (text == "Tuy" || text == "tuy") {
                        const std::string_view next = document_.text_of(t + 1);
                        if (next == "nhiên" || next == "vậy") continue;
                    }
                    return true;
                }
            if ((text == "Dù" || text == "dù") && document_.text_of(t + 1) != "vậy") return true;
        }
        for (std::size_t t = at; t < range.last; ++t) {
            const std::string_view text = document_.text_of(t);
            if (text == "nhưng" || text == "song") return true;
        }
        return false;
    }

    void add_shortcoming(TokenRange range) {
        Shortcoming node;
        fill(node, range);
        found_.shortcomings.push_back(std::move(node));
    }

    // ---- tasks ------------------------------------------------------------------------------------------------

    void tasks(const Sentence& sentence) {
        if (heading(sentence) && !token(sentence.content).starts(LexiconClass::task_verb)) return;
        TokenRange body{sentence.content, sentence.tokens.last};
        if (token(body.last - 1).is_mark(':')) return;
        body.first = after_introduction(body);
        add_targets(body, "plan");
    }

    // 'Năm 2018, Sở đề ra các nhiệm vụ: ...', 'Về bưu chính: ...'; but 'Xây dựng “cơ quan điện tử”: ...' is a task.
    [[nodiscard]] std::size_t after_introduction(TokenRange range) const {
        std::size_t first = range.first;
        for (std::size_t t = range.first; t < std::min(range.last, range.first + 60); ++t) {
            if (token(t).is_mark(';')) break;
            if (!token(t).is_mark(':') || t + 2 >= range.last) continue;
            const bool verb_first =
                token(range.first).starts(LexiconClass::task_verb) && !has_cue({range.first, t}, Cue::tasks);
            const bool announces = has_cue({range.first, t}, Cue::tasks) || has_cue({range.first, t}, Cue::request) ||
                                   token(range.first).is_word(Keyword::ve) ||
                                   token(range.first).is_word(Keyword::nam) || t - range.first <= 8;
            if (verb_first && t - range.first > 2 && !has_cue({range.first, t}, Cue::future)) break;
            // 'Sản lượng: 1,15 triệu tấn' is one task.
            if (announces && !(range.last - t <= 8 && token(t + 1).kind == TokenKind::number)) first = t + 1;
            break;
        }
        if (first == range.first) first = after_goal(range);
        return first;
    }

    // 'Năm 2018, Sở đặt mục tiêu ...': what is aimed at begins behind the words that say that it is.
    [[nodiscard]] std::size_t after_goal(TokenRange range) const {
        const PeriodMention* opening = nullptr;
        const auto mention =
            std::lower_bound(periods_.begin(), periods_.end(), range.first,
                             [](const PeriodMention& m, std::size_t t) { return m.range.first < t; });
        if (mention != periods_.end() && mention->range.first <= range.first + 2) opening = &*mention;
        if (opening == nullptr) return range.first;
        for (std::size_t t = opening->range.last; t < std::min(range.last, opening->range.last + 16); ++t) {
            if (!token(t).starts(LexiconClass::cue)) continue;
            if (const PhraseMatch goal = document_.match_cue(t, Cue::goal)) return t + goal.length;
        }
        return range.first;
    }

    void add_targets(TokenRange body, const std::string& source) {
        std::vector<TokenRange> parts;
        for_each_clause(body, [&](TokenRange clause) {
            const TokenRange range = clean(clause);
            if (range.empty()) return;
            // A ';' between noun phrases that share one verb does not split.
            if (!parts.empty() && !opens_task(range.first, range.last))
                parts.back().last = range.last;
            else
                parts.push_back(range);
        });
        for (const TokenRange& part : parts) {
            const TokenRange range = clean(part);
            if (length(range) < 4) continue;
            Target target;
            fill(target, range);
            target.source = source;
            target.due = due_of(range);
            if (target.due)
                for (const std::size_t m : target.measures) {
                    Measure& measure = measures_.all[m];
                    if (measure.confidence.period == Confidence::guess) measure.period = target.due;
                }
            else
                for (const std::size_t m : target.measures) {
                    Measure& measure = measures_.all[m];
                    if (measure.confidence.period == Confidence::guess && meeting_.plans)
                        measure.period = meeting_.plans;
                }
            found_.targets.push_back(std::move(target));
        }
    }

    // Cần Thơ and Giao Thủy begin like 'cần' and 'giao'.
    [[nodiscard]] bool names_place(std::size_t at) const {
        const Token t = token(at);
        return t.has(Token::capital) && (t.starts(LexiconClass::place) || t.starts(LexiconClass::province));
    }
    [[nodiscard]] bool demands(std::size_t at) const {
        return token(at).is_word(Keyword::phai) || (token(at).is_word(Keyword::can) && !names_place(at));
    }

    // A clause behind ';' is a task of its own unless it is a noun phrase that shares the verb before it.
    [[nodiscard]] bool opens_task(std::size_t at, std::size_t end) const {
        const Token first = token(at);
        if (first.starts(LexiconClass::task_verb) || first.kind == TokenKind::number) return true;
        const bool document = first.starts(LexiconClass::document);
        const bool noun = document || first.starts(LexiconClass::delegate) || first.is_word(Keyword::cac) ||
                          first.is_word(Keyword::nhung) || first.starts(LexiconClass::noun) ||
                          first.starts(LexiconClass::agency);
        if (!noun) return true;
        for (std::size_t t = at + 1; t < std::min(end, at + 16); ++t) {
            const Token k = token(t);
            if (demands(t) || k.is_word(Keyword::dat) || k.kind == TokenKind::number) return true;
            if (!document && t < at + 9 && k.starts(LexiconClass::task_verb) && !token(t - 1).is_word(Keyword::ve))
                return true;
        }
        return false;
    }

    [[nodiscard]] std::optional<Period> due_of(TokenRange range) const {
        std::optional<Period> due;
        for (auto p = std::lower_bound(periods_.begin(), periods_.end(), range.first,
                                       [](const PeriodMention&m, std::size_t t) { return m.range.first < t; });
             p != periods_.end() && p->range.first < range.last; ++p) {
            const std::size_t at = p->range.first;
            if (at == range.first || p->period.kind == Period::Kind::years) continue;
            const Token before = token(at - 1);
            const std::string_view word = document_.text_of(at - 1);
            const bool deadline = before.is_word(Keyword::den) || before.is_word(Keyword::het) || word == "trước" ||
                                  before.is_word(Keyword::trong) || before.is_word(Keyword::cuoi);
            if (!deadline) continue;
            if (const auto period =
                    p->period.resolve(meeting_.plans ? std::optional<int>(meeting_.plans->year) : std::nullopt))
                due = period;
        }
        return due;
    }

    // ---- requests ---------------------------------------------------------------------------------------------

    void requests(std::size_t s, const Sentence& sentence) {
        const auto speaker = cast_.speakers[s];
        const std::string source = speaker ? cast_.people[*speaker].name : "plan";
        TokenRange body{sentence.content, sentence.tokens.last};
        if (const auto start = after_request(body)) {
            requesting_ = true;
            if (token(body.last - 1).is_mark(':')) {
                listed_ = true;
                return;
            }
            body.first = *start;
        } else if (!requesting_ || !continues_request(sentence)) {
            return;
        } else {
            if (token(body.last - 1).is_mark(':')) {
                listed_ = true;
                return;
            }
            body.first = after_introduction(body);
        }
        // '..., cụ thể: A; B': what stands before is a request too.
        for (std::size_t t = body.first; t < body.last; ++t) {
            if (token(t).is_mark(';')) break;
            if (!token(t).is_mark(':') || t + 2 >= body.last) continue;
            std::size_t end = t;
            while (end > body.first && !token(end - 1).is_mark(',')) --end;
            TokenRange head{body.first, end > body.first + 6 && t - end <= 6 ? end - 1 : body.first};
            if (length(head) >= 10 && has_task_verb(head)) add_targets(head, source);
            body.first = t + 1;
            break;
        }
        add_targets(body, source);
        if (bullet(sentence)) listed_ = true;
    }

    [[nodiscard]] bool has_task_verb(TokenRange range) const {
        for (std::size_t t = range.first; t < range.last; ++t)
            if (token(t).starts(LexiconClass::task_verb)) return true;
        return false;
    }

    // Where what is asked for begins: behind the last 'đề nghị', 'yêu cầu' of the first clause, or at the subject of
    // 'cần'.
    [[nodiscard]] std::optional<std::size_t> after_request(TokenRange range) const {
        for (std::size_t t = range.first; t < range.last; ++t) {
            if (token(t).is_mark(';')) break;
            if (!token(t).starts(LexiconClass::cue)) continue;
            const PhraseMatch cue = document_.match_cue(t, Cue::request);
            if (!cue) continue;
            // 'ý kiến chỉ đạo', 'sự chỉ đạo', 'đáp ứng yêu cầu' are nouns.
            if (t > range.first && (nominal(t) || names_place(t))) continue;
            std::size_t start = t + cue.length;
            if (start >= range.last) continue;
            if (token(start).starts(LexiconClass::cue) && document_.match_cue(start, Cue::meeting)) continue;
            while (start < range.last && (token(start).is_mark(':') || token(start).is_mark(','))) ++start;
            if (range.last - start < 4) return start;
            // Appeals leave out whom they address.
            if (cue.payload->attribute("addressee") == "out" || document_.text_of(t) == "kêu") {
                for (std::size_t k = start; k < range.last; ++k)
                    if (token(k).starts(LexiconClass::task_verb) && k > start) return k;
            }
            return start;
        }
        for (std::size_t t = range.first; t < range.last; ++t) {
            if (!demands(t) || (t + 1 < range.last && token(t + 1).kind != TokenKind::word)) continue;
            std::size_t start = t;
            while (start > range.first && !token(start - 1).is_mark(',') && !token(start - 1).is_mark(':')) --start;
            // 'những tồn tại cần khắc phục' asks nobody.
            if (start < t && has_cue({start, start + 1}, Cue::shortcomings)) continue;
            return start;
        }
        return std::nullopt;
    }

    [[nodiscard]] bool nominal(std::size_t at) const {
        const std::string_view before = document_.text_of(at - 1);
        return before == "kiến" || before == "sự" || before == "ứng" || before == "những" || before == "các" ||
               before == "theo" || before == "biểu" || before == "Ban" || before == "ban" || before == "với" ||
               before == "của" || before == "tác" || before == "bản";
    }

    [[nodiscard]] bool continues_request(const Sentence& sentence) const {
        if (bullet(sentence)) return true;
        const Token first = token(sentence.content);
        if (first.starts(LexiconClass::task_verb)) return true;
        if (sentence.opens_with(Cue::continuing)) return true;
        return false;
    }
};

}  // namespace

Statements find_statements(const Document& document, const Mentions<PeriodMention>& periods, const Cast& cast,
                           const Meeting& meeting, Measures& measures) {
    return StatementFinder(document, periods, cast, meeting, measures).run();
}

}  // namespace tongket
