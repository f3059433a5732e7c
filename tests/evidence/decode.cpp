// SPDX-License-Identifier: BSL-1.0
#include "evidence/decode.hpp"

#include <algorithm>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "text_model.hpp"

using namespace tongket::evidence;

namespace {

constexpr auto labels = std::to_array<std::string_view>({"a", "b", "c", "d"});

/// Small weights, drawn alike on every platform.
class Draw {
  public:
    explicit Draw(std::uint32_t seed) : engine_(seed) {}
    std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(engine_()) % bound; }
    std::int32_t weight(std::int32_t most) {
        return static_cast<std::int32_t>(below(static_cast<std::uint32_t>(2 * most + 1))) - most;
    }

  private:
    std::mt19937 engine_;
};

/// A model of transitions alone.
TextModel random_model(Draw& draw, std::int32_t most) {
    std::string text;
    for (const std::string_view step : step_names)
        for (const std::string_view from : labels) {
            text += std::string(step) + ":" + std::string(from) + "\t";
            for (const std::string_view to : labels)
                text += (to == labels.front() ? "" : " ") + std::string(to) + "=" + std::to_string(draw.weight(most));
            text += "\n";
        }
    return TextModel(text, labels, {});
}

std::vector<Place> random_chain(Draw& draw, std::size_t length, std::int32_t most) {
    std::vector<Place> chain(length);
    for (Place& place : chain) {
        for (std::size_t label = 0; label < labels.size(); ++label) place.scores[label] = draw.weight(most);
        place.step = draw.below(2) == 0 ? Step::inside : Step::next;
    }
    return chain;
}

using Labels = std::vector<std::size_t>;

std::int32_t sum_of(const Model& model, const std::vector<Place>& chain, const Labels& chosen) {
    std::int32_t sum = 0;
    for (std::size_t at = 0; at < chain.size(); ++at) {
        sum += chain[at].scores[chosen[at]];
        if (at > 0) sum += model.transition(chain[at].step, chosen[at - 1])[chosen[at]];
    }
    return sum;
}

/// The best sum of all chains with a label at a place, by trying them all.
std::vector<Scores> best_with(const Model& model, const std::vector<Place>& chain) {
    Scores least;
    least.fill(std::numeric_limits<std::int32_t>::min());
    std::vector<Scores> best(chain.size(), least);
    Labels chosen(chain.size(), 0);
    for (bool more = true; more;) {
        const std::int32_t sum = sum_of(model, chain, chosen);
        for (std::size_t at = 0; at < chain.size(); ++at) best[at][chosen[at]] = std::max(best[at][chosen[at]], sum);
        more = false;
        for (std::size_t at = 0; at < chain.size() && !more; ++at) {
            chosen[at] = (chosen[at] + 1) % labels.size();
            more = chosen[at] != 0;
        }
    }
    return best;
}

Labels labels_of(const std::vector<Decision>& decisions) {
    Labels chosen;
    for (const Decision& decision : decisions) chosen.push_back(decision.label);
    return chosen;
}

Place place(std::int32_t a, std::int32_t b, Step step = Step::next) {
    Place made;
    made.scores[0] = a;
    made.scores[1] = b;
    made.step = step;
    return made;
}

constexpr auto two_labels = std::to_array<std::string_view>({"a", "b"});

}  // namespace

TEST_CASE("decoding finds the chain and the margins that trying all chains finds", "[evidence]") {
    Draw draw(20180118);
    // Weights of two sizes: among the small ones there are ties.
    for (const std::int32_t most : {2, 40})
        for (std::size_t round = 0; round < 30; ++round) {
            const TextModel model = random_model(draw, most);
            const std::vector<Place> chain = random_chain(draw, 1 + round % 6, most);
            const std::vector<Scores> best = best_with(model, chain);
            const std::vector<Decision> decisions = decode(model, chain);
            REQUIRE(decisions.size() == chain.size());
            const std::int32_t highest = *std::max_element(best[0].begin(), best[0].begin() + labels.size());
            INFO("weights up to " << most << ", round " << round);
            CHECK(sum_of(model, chain, labels_of(decisions)) == highest);
            for (std::size_t at = 0; at < chain.size(); ++at) {
                std::int32_t other = std::numeric_limits<std::int32_t>::min();
                for (std::size_t label = 0; label < labels.size(); ++label)
                    if (label != decisions[at].label) other = std::max(other, best[at][label]);
                INFO("place " << at);
                CHECK(decisions[at].margin == highest - other);
            }
        }
}

TEST_CASE("an empty chain has no decisions", "[evidence]") {
    CHECK(decode(TextModel("", two_labels, {}), {}).empty());
}

TEST_CASE("without transitions each place decides for itself", "[evidence]") {
    const TextModel model("", two_labels, {});
    const auto decisions = decode(model, {place(3, 10), place(8, 1), place(-5, -4)});
    CHECK(labels_of(decisions) == Labels{1, 0, 1});
    CHECK(decisions[0].margin == 7);
    CHECK(decisions[1].margin == 7);
    CHECK(decisions[2].margin == 1);
}

TEST_CASE("what comes later decides what came before", "[evidence]") {
    const TextModel model("next:a\tb=-50\nnext:b\ta=-50\n", two_labels, {});
    const auto decisions = decode(model, {place(2, 0), place(2, 0), place(0, 30)});
    CHECK(labels_of(decisions) == Labels{1, 1, 1});
    // All a: 4, all b: 30.
    CHECK(decisions[0].margin == 26);
    CHECK(decisions[2].margin == 26);
}

TEST_CASE("the step of a place chooses among the transitions into it", "[evidence]") {
    const TextModel model("inside:a\ta=20\nnext:a\tb=20\n", two_labels, {});
    const Place first = place(5, 0);
    CHECK(labels_of(decode(model, {first, place(0, 0, Step::inside)})) == Labels{0, 0});
    CHECK(labels_of(decode(model, {first, place(0, 0, Step::next)})) == Labels{0, 1});
    // That of the first place leads from nowhere.
    CHECK(labels_of(decode(model, {place(0, 1, Step::inside)})) == Labels{1});
}

TEST_CASE("of equal chains the label named first wins, by nothing", "[evidence]") {
    const TextModel model("", two_labels, {});
    const auto decisions = decode(model, {place(4, 4), place(0, 1), place(6, 6)});
    CHECK(labels_of(decisions) == Labels{0, 1, 0});
    CHECK(decisions[0].margin == 0);
    CHECK(decisions[1].margin == 1);
    CHECK(decisions[2].margin == 0);
}

TEST_CASE("the sums of a long chain do not run over", "[evidence]") {
    const TextModel model("next:a\ta=30000\nnext:b\tb=30000\n", two_labels, {});
    const std::vector<Place> chain(20000, place(1000000, 999999));
    const auto decisions = decode(model, chain);
    CHECK(std::all_of(decisions.begin(), decisions.end(), [](const Decision& d) { return d.label == 0; }));
    // A change of label costs a step worth more than all b, which costs 1 at each place.
    CHECK(decisions.front().margin == 20000);
    CHECK(decisions[10000].margin == 20000);
    CHECK(decisions.back().margin == 20000);
}
