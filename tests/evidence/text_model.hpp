// SPDX-License-Identifier: BSL-1.0
/// @file
/// A model with weights of its own, for tests.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "evidence/weights.hpp"

namespace tongket::evidence {

/// A model made of the text form of its weights, which it keeps.
class TextModel {
  public:
    TextModel(std::string_view text, std::span<const std::string_view> labels, std::span<const std::string> features)
        : weights_(read_weights(text, labels, features)), model_(labels, weights_.tables()) {}
    TextModel(const TextModel&) = delete;
    TextModel& operator=(const TextModel&) = delete;
    operator const Model&() const noexcept { return model_; }
    const Model* operator->() const noexcept { return &model_; }

  private:
    Weights weights_;
    Model model_;
};

}  // namespace tongket::evidence
