// SPDX-License-Identifier: BSL-1.0
#include "evidence/model.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include "catch.hpp"
#include "text_model.hpp"

using namespace tongket::evidence;

namespace {

constexpr auto labels = std::to_array<std::string_view>({"sun", "rain", "fog"});
const std::vector<std::string> features{"sky:grey", "sky:blue", "wind:west"};

TextModel model_of(std::string_view text) { return TextModel(text, labels, features); }

bool all_zero(std::span<const Weight> weights) {
    return std::all_of(weights.begin(), weights.end(), [](Weight weight) { return weight == 0; });
}

/// Why a text is refused; empty where it is not.
std::string complaint(std::string_view text) {
    try {
        const TextModel model = model_of(text);
    } catch (const std::invalid_argument& error) {
        return error.what();
    }
    return {};
}

}  // namespace

TEST_CASE("a model has the weights of its text", "[evidence]") {
    const TextModel model = model_of(
        "# made by hand\n"
        "sky:grey\train=7 sun=-3\n"
        "\n"
        "sky:blue\tsun=12\n");
    CHECK(model->weights(0)[0] == -3);
    CHECK(model->weights(0)[1] == 7);
    CHECK(model->weights(0)[2] == 0);
    CHECK(model->weights(1)[0] == 12);
    CHECK(model->weights(1)[1] == 0);
    // Without a line, without weight.
    CHECK(all_zero(model->weights(2)));
    CHECK(model->labels().size() == labels.size());
    CHECK(model->labels()[2] == "fog");
}

TEST_CASE("transitions are told apart by their step and by where they come from", "[evidence]") {
    const TextModel model = model_of(
        "inside:sun\tsun=5 fog=-9\n"
        "next:sun\tsun=1\n"
        "next:fog\train=4\n");
    CHECK(model->transition(Step::inside, 0)[0] == 5);
    CHECK(model->transition(Step::inside, 0)[2] == -9);
    CHECK(model->transition(Step::next, 0)[0] == 1);
    CHECK(model->transition(Step::next, 0)[2] == 0);
    CHECK(model->transition(Step::next, 2)[1] == 4);
    CHECK(model->transition(Step::inside, 2) == Scores{});
    CHECK(model->transition(Step::inside, 1) == Scores{});
}

TEST_CASE("features add up, and nothing else changes", "[evidence]") {
    const TextModel model = model_of("sky:grey\train=7 sun=-3\nwind:west\train=2 fog=1\n");
    Scores sum{};
    sum[0] = 100;
    model->add(0, sum);
    model->add(2, sum);
    model->add(2, sum);
    model->add(1, sum);
    CHECK(sum[0] == 97);
    CHECK(sum[1] == 11);
    CHECK(sum[2] == 2);
    CHECK(sum[3] == 0);
}

TEST_CASE("a model needs neither text nor a last line break", "[evidence]") {
    CHECK(all_zero(model_of("")->weights(0)));
    CHECK(all_zero(model_of("# nothing")->weights(0)));
    CHECK(model_of("sky:blue\tfog=8")->weights(1)[2] == 8);
}

TEST_CASE("a model needs not keep its text", "[evidence]") {
    std::string text = "sky:blue\tfog=8\ninside:fog\tfog=3\n";
    const TextModel model = model_of(text);
    text.assign(text.size(), '?');
    CHECK(model->weights(1)[2] == 8);
    CHECK(model->transition(Step::inside, 2)[2] == 3);
}

TEST_CASE("a line that is none is refused, with the line told", "[evidence]") {
    CHECK(complaint("sky:green\tsun=1\n") == "weights: unknown feature: sky:green\tsun=1");
    CHECK(complaint("sky:blue\tsnow=1\n") == "weights: unknown label: sky:blue\tsnow=1");
    CHECK(complaint("sky:blue\tsun=\n") == "weights: no weight: sky:blue\tsun=");
    CHECK(complaint("sky:blue\tsun\n") == "weights: no weight: sky:blue\tsun");
    CHECK(complaint("sky:blue\tsun=x\n") == "weights: no weight: sky:blue\tsun=x");
    CHECK(complaint("sky:blue\tsun=4x\n") == "weights: no weight: sky:blue\tsun=4x");
    CHECK(complaint("sky:blue\tsun=1.5\n") == "weights: no weight: sky:blue\tsun=1.5");
    CHECK(complaint("sky:blue\tsun=+1\n") == "weights: no weight: sky:blue\tsun=+1");
    CHECK(complaint("sky:blue\tsun=1\n").empty());
    CHECK(complaint("sky:blue\tsun=32768\n") == "weights: a weight too large: sky:blue\tsun=32768");
    CHECK(complaint("sky:blue\tsun=-32769\n") == "weights: a weight too large: sky:blue\tsun=-32769");
    // Of several lines it is the sum that must fit.
    CHECK(complaint("sky:blue\tsun=32767\n").empty());
    CHECK(complaint("sky:blue\tsun=32767\nsky:blue\tsun=1\n") == "weights: a weight too large: sky:blue\tsun=1");
}

TEST_CASE("look-alikes of a name are refused", "[evidence]") {
    for (const std::string line :
         {" sky:blue\tsun=1", "sky:blue sun=1", "Sky:blue\tsun=1", "sky:\tsun=1", "sky:blue\tSun=1",
          "sky:blue\tsun =1", "sky:blue\tsun=1  fog=2", "sky:blue\tsun=1\r", "inside:snow\tsun=1",
          "before:sun\tsun=1", "inside\tsun=1", " ", "\tsun=1"}) {
        INFO(line);
        CHECK_FALSE(complaint(line).empty());
        // Wherever it stands.
        CHECK_FALSE(complaint("sky:grey\tsun=1\n" + line + "\nwind:west\tfog=2\n").empty());
    }
}
