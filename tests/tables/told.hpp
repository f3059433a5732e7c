// SPDX-License-Identifier: BSL-1.0
/// @file
/// Measures as the samples of tables write them.
#pragma once

#include <string>

#include <tongket/tongket.hpp>

namespace tongket::test {

/// A measure as the gold of a sample has it: quote, value, unit, kind, indicator, id, period, and what is not usual;
/// line breaks as `\n`.
inline std::string told(const Measure& m) {
    std::string line = m.text + "\t" + m.value.to_string() + (m.to ? ".." + m.to->to_string() : "") + "\t" +
                       m.unit.value_or("-") + "\t" + std::string(name_of(m.kind)) + "\t" +
                       (m.indicator ? m.indicator->text : "-") + "\t" + m.indicator_id.value_or("-") + "\t" +
                       (m.period ? m.period->to_string() : "-");
    if (m.planned) line += "\tplan";
    if (m.estimated) line += "\test";
    if (m.approx != Approximation::exact) line += "\t" + std::string(name_of(m.approx));
    if (m.direction) line += "\t" + std::string(name_of(*m.direction));
    if (m.baseline) line += "\t[" + *m.baseline + "]";
    if (m.part_of) line += "\tof " + std::to_string(*m.part_of);
    for (std::size_t at = 0; (at = line.find('\n', at)) != std::string::npos;) line.replace(at, 1, "\\n");
    return line;
}

}  // namespace tongket::test
