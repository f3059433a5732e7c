// SPDX-License-Identifier: BSL-1.0
#include <tongket/parse.hpp>

#include <algorithm>
#include <utility>

#include <tongket/grammar/tokenize.hpp>
#include <tongket/names.hpp>

#include "audit/audit.hpp"
#include "awards/awards.hpp"
#include "citations/citations.hpp"
#include "explain/explain.hpp"
#include "find/find.hpp"
#include "genre/genre.hpp"
#include "islands/islands.hpp"
#include "islands/work.hpp"
#include "lexicon/builtin_index.hpp"
#include "measures/indicators.hpp"
#include "measures/measures.hpp"
#include "meeting/byline.hpp"
#include "meeting/meeting.hpp"
#include "page/damage.hpp"
#include "page/document.hpp"
#include "page/pieces.hpp"
#include "people/people.hpp"
#include "people/persons.hpp"
#include "statements/statements.hpp"
#include "tables/tables.hpp"
#include "text/lower.hpp"
#include "text/text.hpp"
#include "zones/page.hpp"

namespace tongket {

namespace {

// What is made from lexicon entries, shared by all parsers with the same entries.
struct Compiled {
    grammar::LexiconIndex lexicon;
    IndicatorCatalogue catalogue;

    explicit Compiled(grammar::LexiconIndex index) : lexicon(std::move(index)), catalogue(lexicon) {}
    /// The built-in lexicon with entries of the user's.
    Compiled(const Compiled& builtin, const std::vector<LexiconEntry>& added)
        : lexicon(with_builtin(added)), catalogue(lexicon, builtin.lexicon.indicator_entries().size()) {}

  private:
    static std::vector<LexiconEntry> with_builtin(const std::vector<LexiconEntry>& added) {
        std::vector<LexiconEntry> entries = read_lexicon(builtin_lexicon());
        entries.insert(entries.end(), added.begin(), added.end());
        return entries;
    }
};

}  // namespace

struct Parser::State {
    Options options;
    std::shared_ptr<const Compiled> compiled;
};

namespace {

const Parser& shared_parser() {
    static const Parser parser;
    return parser;
}

}  // namespace

Parser::Parser(Options options, const std::vector<LexiconEntry>& entries) {
    load_normalizer();
    static_cast<void>(out_of_memory());
    // Made here rather than at the first call, which then needs memory for its report only.
    static_cast<void>(genre_model());
    static_cast<void>(zone_model());
    static_cast<void>(clause_model());
    // Parsers without entries of their own share what is made of the built-in lexicon.
    static const std::shared_ptr<const Compiled> builtin = std::make_shared<const Compiled>(builtin_index());
    auto compiled = entries.empty() ? builtin : std::make_shared<const Compiled>(*builtin, entries);
    state_ = std::make_shared<const State>(State{options, std::move(compiled)});
}

const Options& Parser::options() const noexcept { return state_->options; }

namespace {

// A text with its words and islands.
class Scan {
  public:
    /// What becomes of tables of figures.
    enum class Tables : bool { read_as_text, set_aside };

    Scan(std::string_view utf8, const Options& options, const grammar::LexiconIndex& lexicon,
         std::vector<Diagnostic>& diagnostics, Tables tables = Tables::read_as_text)
        : budget_(options.max_work),
          text_(utf8, options, diagnostics,
                [&](std::string_view text) {
                    return tables == Tables::set_aside ? set_tables_aside(text, lexicon) : std::vector<Span>{};
                }),
          document_(text_, lexicon, budget_.left() / 2),
          islands_(find_islands_within(diagnostics)) {}

    [[nodiscard]] bool empty() const noexcept { return text_.text().empty(); }
    [[nodiscard]] Document& document() noexcept { return document_; }
    [[nodiscard]] const NormalizedText& text() const noexcept { return text_; }
    /// The tables that are no part of the document.
    [[nodiscard]] const std::vector<FoundTable>& tables() const noexcept { return tables_; }
    [[nodiscard]] const Document& document() const noexcept { return document_; }
    [[nodiscard]] const Islands& islands() const noexcept { return islands_; }
    /// The periods, and memory for all else.
    [[nodiscard]] Mentions<PeriodMention> release_islands() {
        Mentions<PeriodMention> periods = std::move(islands_.periods);
        islands_ = Islands{};
        return periods;
    }

  private:
    WorkBudget budget_;
    std::vector<FoundTable> tables_;
    NormalizedText text_;
    Document document_;
    Islands islands_;

    std::vector<Span> set_tables_aside(std::string_view text, const grammar::LexiconIndex& lexicon) {
        tables_ = find_tables(text, lexicon, budget_);
        std::vector<Span> places;
        for (const FoundTable& table : tables_) places.push_back(table.place);
        return places;
    }
    Islands find_islands_within(std::vector<Diagnostic>& diagnostics) {
        (void)budget_.spend(document_.size());
        Islands islands = find_islands(document_, budget_);
        if (!document_.complete() || islands.looked_to < document_.size())
            diagnostics.push_back(
                {Severity::warning,
                 "work-budget",
                 "the work budget is used up: from here on the text is not read, or not for "
                 "figures, dates, persons and documents",
                 {document_.span({islands.looked_to, islands.looked_to}).begin, document_.source().size()},
                 std::nullopt});
        return islands;
    }
};

// A text as far as all that is made of a report begins: its words, islands and parts.
class Reading : public Scan {
  public:
    Reading(std::string_view utf8, const Options& options, const grammar::LexiconIndex& lexicon,
            std::vector<Diagnostic>& diagnostics)
        : Scan(utf8, options, lexicon, diagnostics, Tables::set_aside), page_(read_page(document(), islands())) {}

    [[nodiscard]] const Page& page() const noexcept { return page_; }
    [[nodiscard]] bool is_report() const noexcept { return page_.genre >= least_genre; }
    /// Where in the source another report begins.
    [[nodiscard]] std::optional<std::size_t> begin_of_second_report() const {
        const std::optional<std::size_t> line = page_.layout.second_report;
        return line ? std::optional(document().span(document().lines[*line].tokens).begin) : std::nullopt;
    }

  private:
    Page page_;
};

std::optional<Diagnostic> doubt_of_genre(const Reading& reading) {
    const Span whole{0, reading.document().source().size()};
    if (reading.empty() && reading.tables().empty())
        return Diagnostic{Severity::warning, "empty-input", "the input is empty", whole, std::nullopt};
    if (!reading.is_report())
        return Diagnostic{Severity::warning, "no-report",
                          "this is no report of a review conference: figures, people and citations are read, but no "
                          "meeting, achievements, shortcomings, targets and awards",
                          whole, std::nullopt};
    if (reading.page().genre < report_genre)
        return Diagnostic{Severity::note, "doubtful-genre", "this may be no report of a review conference", whole,
                          std::nullopt};
    return std::nullopt;
}

// Says that a converter took words apart or wrote them in letters of an old font, and how many.
std::optional<Diagnostic> damage_of(const Document& document) {
    const double share = share_of_no_syllables(document);
    const BrokenWords broken = find_broken_words(document);
    std::string message;
    if (share >= damaged_share)
        message = std::to_string(static_cast<int>(100 * share)) + " % of the words are no Vietnamese syllables";
    else if (broken.count >= fewest_broken_words)
        message = std::to_string(broken.count) + " words are in pieces, the first '" +
                  document.words({broken.first, broken.first + 2}) + "'";
    else
        return std::nullopt;
    return Diagnostic{Severity::warning,
                      "damaged-text",
                      message + ": the text may have been damaged when it was converted" +
                          (share >= damaged_share ? ", or is in another language" : ""),
                      {0, document.source().size()},
                      std::nullopt};
}

// Says how many figures stand in lines of the site.
std::optional<Diagnostic> figures_left(const Reading& reading) {
    const LeftFigures& left = reading.page().left;
    if (left.count == 0) return std::nullopt;
    return Diagnostic{Severity::note, "figures-outside",
                      std::to_string(left.count) + (left.count == 1 ? " figure stands" : " figures stand") +
                          " in lines around the story that are taken for words of the site; not read",
                      reading.document().span(left.range), std::nullopt};
}

// The report of a text whose rest, another report, is not read.
Report with_unread_rest(Report report, const Span& rest) {
    report.diagnostics.push_back(
        {Severity::warning, "second-report", "another report begins here, which is not read", rest, std::nullopt});
    if (!report.zones.empty() && report.zones.back().kind == ZoneKind::boilerplate)
        report.zones.back().span.end = rest.end;
    else
        report.zones.push_back({ZoneKind::boilerplate, rest});
    return report;
}

}  // namespace

Report Parser::parse(std::string_view utf8) const {
    Report report;
    Reading reading(utf8, state_->options, state_->compiled->lexicon, report.diagnostics);
    // The first of two reports is read as if it were alone.
    if (const auto end = reading.begin_of_second_report())
        return with_unread_rest(parse(utf8.substr(0, *end)), {*end, utf8.size()});
    const Document& document = reading.document();
    const Islands& islands = reading.islands();
    const Page& page = reading.page();
    const bool is_report = reading.is_report();
    report.genre = page.genre;
    report.zones = page.zones;
    if (auto doubt = doubt_of_genre(reading)) report.diagnostics.push_back(*std::move(doubt));
    if (auto damage = damage_of(document)) report.diagnostics.push_back(*std::move(damage));
    if (auto left = figures_left(reading)) report.diagnostics.push_back(*std::move(left));
    if (page.title) report.title = document.text(*page.title);
    if (page.byline)
        if (const auto author = find_author(document, *page.byline, page.letterhead))
            report.byline = document.text(*author);
    if (page.outlet) report.outlet = document.text(*page.outlet);
    report.published = page.published;
    Honours honours;
    if (is_report) {
        report.meeting = find_meeting(document, islands, page.outline, page.title, report.published, report.outlet,
                                      page.letterhead);
        report.delegations = find_delegations(document, islands);
        honours = find_awards(document, islands);
        report.awards = std::move(honours.awards);
    }
    Cast cast = tongket::find_people(document, islands, page.letterhead);
    report.citations = tongket::find_citations(document, islands, report.published, page.letterhead);
    const std::vector<Clause> clauses =
        is_report ? classify_clauses(document, islands, page.outline, cast.speakers) : std::vector<Clause>{};
    Measures measures = find_measures(document, islands, state_->compiled->catalogue, report.meeting, honours.taken,
                                      report.diagnostics);
    // The report grows most in what follows: what is no longer needed goes first.
    const Mentions<PeriodMention> periods = reading.release_islands();
    if (is_report) {
        Statements statements = find_statements(document, periods, clauses, cast, report.meeting, measures);
        report.achievements = std::move(statements.achievements);
        report.shortcomings = std::move(statements.shortcomings);
        report.targets = std::move(statements.targets);
    }
    report.people = std::move(cast.people);
    report.measures = std::move(measures.all);
    add_measures(
        report,
        read_tables(reading.tables(), reading.text(), state_->compiled->catalogue, report, report.diagnostics).all);
    audit(report);
    return report;
}

Explanation Parser::explain(std::string_view utf8) const {
    std::vector<Diagnostic> diagnostics;
    const Reading reading(utf8, state_->options, state_->compiled->lexicon, diagnostics);
    if (const auto end = reading.begin_of_second_report()) return explain(utf8.substr(0, *end));
    const Document& document = reading.document();
    const Islands& islands = reading.islands();
    const Page& page = reading.page();
    const Cast cast = tongket::find_people(document, islands, page.letterhead);
    const std::vector<Clause> clauses = reading.is_report()
                                            ? classify_clauses(document, islands, page.outline, cast.speakers)
                                            : std::vector<Clause>{};
    const std::optional<Text> outlet = page.outlet ? std::optional(document.text(*page.outlet)) : std::nullopt;
    Report report;
    report.zones = page.zones;
    if (reading.is_report())
        report.meeting =
            find_meeting(document, islands, page.outline, page.title, page.published, outlet, page.letterhead);
    const Honours honours = reading.is_report() ? find_awards(document, islands) : Honours{};
    const IndicatorCatalogue& catalogue = state_->compiled->catalogue;
    const Measures measures = find_measures(document, islands, catalogue, report.meeting, honours.taken, diagnostics);
    return explain_page(
        document, islands,
        {page, cast, clauses, measures.places,
         measure_candidates(document, islands, catalogue, report.meeting, honours.taken), measures.all,
         read_tables(reading.tables(), reading.text(), catalogue, report, diagnostics)});
}

namespace {

// One phrase, tokenised: the single-concept parsers match all of it or nothing.
class PhraseText {
  public:
    PhraseText(std::string_view utf8, const Options& options, const grammar::LexiconIndex& lexicon)
        : text_(utf8, options, diagnostics_), document_(text_, lexicon) {}

    // Runs `match(stream, at, result)`; the result where it takes all tokens.
    template <class Result, class Match>
    [[nodiscard]] std::optional<Result> whole(Match match) const {
        std::size_t begin = 0, end = document_.size();
        while (begin < end && document_.token(begin).kind == TokenKind::newline) ++begin;
        while (begin < end && document_.token(end - 1).kind == TokenKind::newline) --end;
        if (begin == end) return std::nullopt;
        Result result;
        if (match(document_.stream(), begin, result) != end) return std::nullopt;
        return result;
    }
    [[nodiscard]] const Document& document() const { return document_; }
    [[nodiscard]] std::vector<Diagnostic>& diagnostics() { return diagnostics_; }

  private:
    std::vector<Diagnostic> diagnostics_;
    NormalizedText text_;
    Document document_;
};

}  // namespace

std::optional<Measure> Parser::parse_quantity(std::string_view utf8) const {
    PhraseText phrase(utf8, state_->options, state_->compiled->lexicon);
    const auto quantity = phrase.whole<grammar::QuantityExpression>(match_quantity);
    if (!quantity) return std::nullopt;
    // The traps are those of running text: let the finder of islands judge.
    const Islands islands = find_islands(phrase.document());
    if (islands.quantities.size() != 1) return std::nullopt;
    return read_quantity(phrase.document(), islands.quantities[0], phrase.diagnostics());
}

std::optional<Date> Parser::parse_date(std::string_view utf8, std::optional<int> default_year) const {
    const PhraseText phrase(utf8, state_->options, state_->compiled->lexicon);
    const auto day = phrase.whole<grammar::DayExpression>(match_day);
    return day ? day->resolve(default_year) : std::nullopt;
}

std::optional<Period> Parser::parse_period(std::string_view utf8, std::optional<int> default_year) const {
    const PhraseText phrase(utf8, state_->options, state_->compiled->lexicon);
    const auto period = phrase.whole<grammar::PeriodExpression>(match_period_phrase);
    return period ? period->resolve(default_year) : std::nullopt;
}

std::optional<Citation> Parser::parse_citation(std::string_view utf8) const {
    const PhraseText phrase(utf8, state_->options, state_->compiled->lexicon);
    const auto citation = phrase.whole<grammar::CitationExpression>(match_citation);
    if (!citation) return std::nullopt;
    const Islands islands = find_islands(phrase.document());
    if (islands.citations.size() != 1) return std::nullopt;
    return read_citation(phrase.document(), islands.citations[0]);
}

std::optional<Person> Parser::parse_person(std::string_view utf8) const {
    const PhraseText phrase(utf8, state_->options, state_->compiled->lexicon);
    const auto person = phrase.whole<grammar::PersonExpression>(match_person);
    if (!person || person->name.empty()) return std::nullopt;
    return read_person(phrase.document(), {{0, person->last}, *person, false});
}

std::optional<Organizer> Parser::parse_agency(std::string_view utf8) const {
    const PhraseText phrase(utf8, state_->options, state_->compiled->lexicon);
    const auto agency = phrase.whole<grammar::Phrase>(match_agency);
    if (!agency) return std::nullopt;
    return read_organizer(phrase.document(), {agency->first, agency->first + agency->length});
}

namespace {

// What `find(scan)` finds in a text, with the diagnostics of the text before its own.
template <class Find>
auto found_in(std::string_view utf8, const Options& options, const grammar::LexiconIndex& lexicon, Find find) {
    std::vector<Diagnostic> diagnostics;
    const Scan scan(utf8, options, lexicon, diagnostics);
    auto found = find(scan);
    found.diagnostics.insert(found.diagnostics.begin(), diagnostics.begin(), diagnostics.end());
    return found;
}

}  // namespace

Found<Measure> Parser::find_quantities(std::string_view utf8) const {
    return found_in(utf8, state_->options, state_->compiled->lexicon,
                    [](const Scan& scan) { return quantities_in(scan.document(), scan.islands()); });
}

Found<FoundDate> Parser::find_dates(std::string_view utf8, std::optional<int> default_year) const {
    return found_in(utf8, state_->options, state_->compiled->lexicon,
                    [&](const Scan& scan) { return dates_in(scan.document(), scan.islands(), default_year); });
}

Found<FoundPeriod> Parser::find_periods(std::string_view utf8, std::optional<int> default_year) const {
    return found_in(utf8, state_->options, state_->compiled->lexicon,
                    [&](const Scan& scan) { return periods_in(scan.document(), scan.islands(), default_year); });
}

Found<Citation> Parser::find_citations(std::string_view utf8) const {
    return found_in(utf8, state_->options, state_->compiled->lexicon, [](const Scan& scan) {
        return Found<Citation>{tongket::find_citations(scan.document(), scan.islands(), std::nullopt, std::nullopt),
                               {}};
    });
}

Found<Person> Parser::find_people(std::string_view utf8) const {
    return found_in(utf8, state_->options, state_->compiled->lexicon, [](const Scan& scan) {
        return Found<Person>{tongket::find_people(scan.document(), scan.islands()).people, {}};
    });
}

Found<Organizer> Parser::find_agencies(std::string_view utf8) const {
    return found_in(utf8, state_->options, state_->compiled->lexicon,
                    [](const Scan& scan) { return agencies_in(scan.document()); });
}

grammar::TokenizedText Parser::tokenize(std::string_view utf8) const {
    // Owns the lexicon by owning what it is a part of.
    const std::shared_ptr<const grammar::LexiconIndex> lexicon(state_->compiled, &state_->compiled->lexicon);
    return grammar::TokenizedText(utf8, lexicon, state_->options);
}

grammar::TokenizedText grammar::tokenize(std::string_view utf8) { return shared_parser().tokenize(utf8); }

Result<Parser> Parser::make(Options options, const std::vector<LexiconEntry>& entries) noexcept {
    return attempt([&] { return Parser(options, entries); });
}

Result<Report> Parser::try_parse(std::string_view utf8) const noexcept {
    return attempt([&] { return parse(utf8); });
}

Result<Report> try_parse(std::string_view utf8, const Options& options) noexcept {
    return attempt([&] { return parse(utf8, options); });
}

Report parse(std::string_view utf8, const Options& options) {
    if (options == Options{}) return shared_parser().parse(utf8);
    return Parser(options).parse(utf8);
}
std::optional<Measure> parse_quantity(std::string_view utf8) { return shared_parser().parse_quantity(utf8); }
std::optional<Date> parse_date(std::string_view utf8, std::optional<int> year) {
    return shared_parser().parse_date(utf8, year);
}
std::optional<Period> parse_period(std::string_view utf8, std::optional<int> year) {
    return shared_parser().parse_period(utf8, year);
}
std::optional<Citation> parse_citation(std::string_view utf8) { return shared_parser().parse_citation(utf8); }
std::optional<Person> parse_person(std::string_view utf8) { return shared_parser().parse_person(utf8); }
std::optional<Organizer> parse_agency(std::string_view utf8) { return shared_parser().parse_agency(utf8); }

Found<Measure> find_quantities(std::string_view utf8) { return shared_parser().find_quantities(utf8); }
Found<FoundDate> find_dates(std::string_view utf8, std::optional<int> year) {
    return shared_parser().find_dates(utf8, year);
}
Found<FoundPeriod> find_periods(std::string_view utf8, std::optional<int> year) {
    return shared_parser().find_periods(utf8, year);
}
Found<Citation> find_citations(std::string_view utf8) { return shared_parser().find_citations(utf8); }
Found<Person> find_people(std::string_view utf8) { return shared_parser().find_people(utf8); }
Found<Organizer> find_agencies(std::string_view utf8) { return shared_parser().find_agencies(utf8); }

}  // namespace tongket
