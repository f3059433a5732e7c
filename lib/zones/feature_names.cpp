// SPDX-License-Identifier: BSL-1.0
#include "zones/feature_names.hpp"

#include <span>
#include <string>
#include <utility>
#include <vector>

#include <tongket/grammar/lexicon_index.hpp>
#include <tongket/names.hpp>

#include "evidence/phrases.hpp"

namespace tongket {
namespace {

constexpr auto kind_names = std::to_array<std::string_view>(
    {"line",    "place",  "length", "ending", "shape",   "position", "opens",    "period", "people", "figures",
     "honours", "agency", "behind", "modal",  "cue",     "near",     "first",    "has",    "start",  "voice",
     "side",    "manner", "turn",   "quoted", "speaker", "title",    "headline", "zone",   "clause", "rule"});
static_assert(kind_names.size() == static_cast<std::size_t>(FeatureKind::count_));

constexpr auto whose_names = std::to_array<std::string_view>({"", "before-", "after-"});

constexpr auto line_names = std::to_array<std::string_view>(
    {"blank", "chrome", "image", "title", "dateline", "caption", "lead", "body", "byline"});
static_assert(line_names.size() == static_cast<std::size_t>(LineRole::byline) + 1);

constexpr auto place_names = std::to_array<std::string_view>({"only", "first", "inner", "last"});
static_assert(place_names.size() == static_cast<std::size_t>(At::count_));

constexpr auto length_names = std::to_array<std::string_view>({"3", "7", "14", "25", "45", "80", "more"});

constexpr auto ending_names = std::to_array<std::string_view>({"word", ".", ";", ":", ",", "\"", ")", "?", "other"});
static_assert(ending_names.size() == ending_marks.size() + 2);

constexpr auto shape_names =
    std::to_array<std::string_view>({"bullet", "numbered", "capitals", "small", "quotation", "heading", "clauses",
                                     "says", "repeated", "glued", "bracket", "slash", "told-again"});

constexpr auto position_names = std::to_array<std::string_view>(
    {"head", "0", "1", "2", "3", "6", "later", "tail", "last", "quarter-1", "quarter-2", "quarter-3", "quarter-4"});
static_assert(static_cast<std::size_t>(Placed::tail) ==
              static_cast<std::size_t>(Placed::from_beginning) + position_bounds.size() + 1);
static_assert(position_names.size() == static_cast<std::size_t>(Placed::quarter) + quarters);

constexpr auto period_names =
    std::to_array<std::string_view>({"reviewed", "planned", "later", "earlier", "day", "undated"});

constexpr auto people_names = std::to_array<std::string_view>({"first", "one", "more", "office", "says", "none"});

constexpr auto figure_names = std::to_array<std::string_view>({"0", "1", "2", "4", "more"});

constexpr auto honour_names = std::to_array<std::string_view>({"name", "verb", "counted", "conferred"});

constexpr auto agency_names = std::to_array<std::string_view>({"opens", "near", "document"});

constexpr auto behind_names =
    std::to_array<std::string_view>({"blank-line", "chrome", "image", "title", "dateline", "caption", "lead", "body",
                                     "byline", "colon", "semicolon", "heading", "gap"});
static_assert(behind_names.size() == static_cast<std::size_t>(Behind::count_));

constexpr auto modal_names =
    std::to_array<std::string_view>({"done", "will", "need", "must", "passive", "not", "still", "only-now"});

constexpr auto voice_names = std::to_array<std::string_view>(
    {"state-0",    "state-1",       "state-3",    "state-more",   "minister-0", "minister-1",
     "minister-3", "minister-more", "business-0", "business-1",   "business-3", "business-more",
     "other-0",    "other-1",       "other-3",    "other-more",   "agency-0",   "agency-1",
     "agency-3",   "agency-more",   "delegate-0", "delegate-1",   "delegate-3", "delegate-more",
     "unknown-0",  "unknown-1",     "unknown-3",  "unknown-more", "none"});
static_assert(voice_names.size() == (static_cast<std::size_t>(SpeakerRank::unknown) + 1) * voice_ages + 1);

constexpr auto side_names = std::to_array<std::string_view>(
    {"host-0", "host-1", "host-3", "host-more", "guest-0", "guest-1", "guest-3", "guest-more"});
static_assert(side_names.size() == static_cast<std::size_t>(Side::unknown) * voice_ages);

constexpr auto headline_names = std::to_array<std::string_view>({"person", "quotation", "colon", "figure"});
static_assert(headline_names.size() == static_cast<std::size_t>(Headline::figure) + 1);

constexpr auto manner_names = std::to_array<std::string_view>(
    {"reports-0", "reports-1", "reports-3", "reports-more", "requests-0", "requests-1", "requests-3", "requests-more",
     "speaks-0", "speaks-1", "speaks-3", "speaks-more"});
static_assert(manner_names.size() == (static_cast<std::size_t>(Manner::speaks) + 1) * voice_ages);

constexpr auto turn_names = std::to_array<std::string_view>({"1", "2", "3", "more"});
static_assert(turn_names.size() == turn_steps.size() + 1);

constexpr auto quoted_names = std::to_array<std::string_view>({"none", "opens", "inside", "closes"});
static_assert(quoted_names.size() == static_cast<std::size_t>(Quotation::closes) + 1);

constexpr auto trait_names =
    std::to_array<std::string_view>({"requests", "chairs", "headline", "alone", "last", "short", "long", "no-figures",
                                     "some-figures", "many-figures"});
static_assert(trait_names.size() == static_cast<std::size_t>(Trait::many) + 1);

constexpr auto rule_names = std::to_array<std::string_view>(
    {"fails", "asks", "task-verb", "heading", "announces", "goes-on", "speaker", "short", "speaker-asks"});
static_assert(rule_names.size() == static_cast<std::size_t>(ClauseRule::count_));

std::span<const std::string_view> argument_names(FeatureKind kind) {
    switch (kind) {
        case FeatureKind::line:
            return line_names;
        case FeatureKind::place:
            return place_names;
        case FeatureKind::length:
            return length_names;
        case FeatureKind::ending:
            return ending_names;
        case FeatureKind::shape:
            return shape_names;
        case FeatureKind::position:
            return position_names;
        case FeatureKind::opens:
        case FeatureKind::period:
            return period_names;
        case FeatureKind::people:
            return people_names;
        case FeatureKind::figures:
            return figure_names;
        case FeatureKind::honours:
            return honour_names;
        case FeatureKind::agency:
            return agency_names;
        case FeatureKind::behind:
            return behind_names;
        case FeatureKind::modal:
            return modal_names;
        case FeatureKind::cue:
        case FeatureKind::near:
        case FeatureKind::first:
        case FeatureKind::title:
            return grammar::cue_names;
        case FeatureKind::voice:
            return voice_names;
        case FeatureKind::side:
            return side_names;
        case FeatureKind::headline:
            return headline_names;
        case FeatureKind::manner:
            return manner_names;
        case FeatureKind::turn:
            return turn_names;
        case FeatureKind::quoted:
            return quoted_names;
        case FeatureKind::speaker:
            return trait_names;
        case FeatureKind::zone:
            return enum_names<ZoneKind>;
        case FeatureKind::clause:
            return place_names;
        case FeatureKind::rule:
            return rule_names;
        default:
            return {};
    }
}

}  // namespace

evidence::FeatureTable feature_table(const std::vector<std::string_view>& phrases) {
    std::vector<evidence::FeatureGroup> groups;
    for (const std::string_view whose : whose_names)
        for (std::size_t k = 0; k < kind_names.size(); ++k) {
            const auto kind = static_cast<FeatureKind>(k);
            evidence::FeatureGroup group{std::string(whose) + std::string(kind_names[k]), {}};
            if (!whose.empty() && !reaches_neighbours(kind)) {
                // An empty group: the row of such a feature is that of unknown ones.
            } else if (kind == FeatureKind::has || kind == FeatureKind::start) {
                group.arguments = phrases;
            } else {
                const auto arguments = argument_names(kind);
                group.arguments.assign(arguments.begin(), arguments.end());
            }
            groups.push_back(std::move(group));
        }
    return evidence::FeatureTable(std::move(groups));
}

const evidence::FeatureTable& zone_features() {
    static const evidence::FeatureTable table = feature_table(evidence_phrases());
    return table;
}

}  // namespace tongket
