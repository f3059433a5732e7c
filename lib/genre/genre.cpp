// SPDX-License-Identifier: BSL-1.0
#include "genre/genre.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <string_view>

#include <tongket/names.hpp>

#include "genre/weights.hpp"

namespace tongket {
namespace {

using namespace genre;
using grammar::cue_bit;

constexpr std::size_t head_sentences = 5;  // of the story, behind the headline
constexpr std::size_t often = 3;           // so many sentences

constexpr CueSet conference_cues =
    cue_bit(Cue::annual) | cue_bit(Cue::interim) | cue_bit(Cue::briefing) | cue_bit(Cue::plan);

class GenreReader {
  public:
    GenreReader(const Document& document, const Layout& layout, const Outline& outline)
        : document_(document), layout_(layout), outline_(outline), seen_(genre_features().size() + 1) {}

    std::vector<std::size_t> run() && {
        for (const Sentence& sentence : document_.sentences) read(sentence);
        for (std::size_t c = 0; c < counts_.size(); ++c) {
            if (counts_[c] > 0) add(Group::page_cue, c);
            if (counts_[c] >= often) add(Group::often_cue, c);
        }
        if (!told_) add(Group::conference, Part::none);
        if (!held_) add(Group::held, Part::none);
        add(Group::kind, outline_.kind);
        if (outline_.reviews) add(Group::periods, Outlined::reviews);
        if (outline_.plans) add(Group::periods, Outlined::plans);
        if (outline_.of_event) add(Group::periods, Outlined::event);
        std::size_t length = 0;
        while (length < length_steps.size() && story_ > length_steps[length]) ++length;
        add(Group::length, length);
        std::sort(rows_.begin(), rows_.end());
        return std::move(rows_);
    }

  private:
    const Document& document_;
    const Layout& layout_;
    const Outline& outline_;
    std::vector<bool> seen_;  // by row
    std::vector<std::size_t> rows_;
    std::array<std::size_t, grammar::cue_names.size()> counts_{};
    std::size_t story_ = 0;  // sentences of the story so far
    bool told_ = false, held_ = false;

    template <class Argument>
    void add(Group group, Argument argument) {
        const std::size_t row =
            genre_features().row(static_cast<std::size_t>(group), static_cast<std::size_t>(argument));
        if (seen_[row]) return;
        seen_[row] = true;
        // The last is of features that have no row.
        if (row + 1 < seen_.size()) rows_.push_back(row);
    }

    void read(const Sentence& sentence) {
        Part part = Part::title;
        switch (layout_.roles[sentence.line]) {
            case LineRole::title:
                break;
            case LineRole::lead:
            case LineRole::body:
                part = ++story_ <= head_sentences ? Part::head : Part::rest;
                break;
            default:
                return;
        }
        for (CueSet cues = sentence.cues; cues != 0; cues &= cues - 1) {
            const auto c = static_cast<std::size_t>(std::countr_zero(cues));
            ++counts_[c];
            if (part == Part::title) add(Group::title_cue, c);
            if (part == Part::head) add(Group::head_cue, c);
        }
        if (sentence.has(Cue::meeting) && (sentence.cues & conference_cues) != 0) {
            add(Group::conference, part);
            told_ = true;
            if (sentence.has(Cue::hold) && sentence.has(LexiconClass::agency)) {
                add(Group::held, part);
                held_ = true;
            }
        }
        if (part == Part::rest) return;
        for (std::size_t t = sentence.content; t < sentence.tokens.last; ++t)
            document_.for_each_evidence(t, [&](std::size_t phrase) {
                add(part == Part::title ? Group::title_has : Group::head_has, phrase);
            });
    }
};

}  // namespace

const evidence::Model& genre_model() {
    static const evidence::Model model(genre_labels, genre_weights());
    return model;
}

std::vector<std::size_t> read_genre_features(const Document& document, const Layout& layout, const Outline& outline) {
    return GenreReader(document, layout, outline).run();
}

std::int32_t genre_margin(const std::vector<std::size_t>& rows) {
    evidence::Scores scores{};
    for (const std::size_t row : rows) genre_model().add(row, scores);
    return scores[1] - scores[0];
}

double genre_of(const Document& document, const Layout& layout, const Outline& outline) {
    constexpr double unit = 100.0, steps = 1000.0;
    const double log_odds = genre_margin(read_genre_features(document, layout, outline)) / unit;
    return std::round(steps / (1.0 + std::exp(-log_odds))) / steps;
}

}  // namespace tongket
