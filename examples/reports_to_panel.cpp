// SPDX-License-Identifier: BSL-1.0
// From reports to a panel: one line for each province, period and indicator, with the best figure and how many there
// were. The notebook reports_to_panel.ipynb does the same in Python, with charts.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <tuple>

#include <tongket/tongket.hpp>

namespace {

struct Cell {
    tongket::Measure best;
    int candidates = 0;
};

// Province, period, indicator.
using Panel = std::map<std::tuple<std::string, std::string, std::string>, Cell>;

// Surer links first, then final figures, then totals.
auto rank(const tongket::Measure& measure) {
    const auto link = std::max(measure.confidence.indicator_id, measure.confidence.period);
    return std::tuple(link, measure.estimated, measure.part_of.has_value());
}

void add(Panel& panel, const tongket::Report& report) {
    const auto& organizer = report.meeting.organizer;
    if (!organizer || !organizer->province) return;
    const auto is_goal = [&](const tongket::Measure& measure) {
        return std::any_of(report.targets.begin(), report.targets.end(),
                           [&](const tongket::Target& target) { return target.span.contains(measure.span); });
    };
    for (const tongket::Measure& measure : report.measures) {
        const bool is_level = measure.role == tongket::MeasureRole::level && !measure.baseline;
        if (!measure.indicator_id || !measure.period || !is_level || measure.planned || is_goal(measure)) continue;
        Cell& cell = panel[{*organizer->province, measure.period->to_string(), *measure.indicator_id}];
        if (cell.candidates++ == 0 || rank(measure) < rank(cell.best)) cell.best = measure;
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::cerr << "usage: reports_to_panel REPORT...\n";
        return 2;
    }
    Panel panel;
    int code = 0;
    for (int i = 1; i < argc; ++i) {
        std::ifstream file(argv[i], std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        if (!file) {
            std::cerr << argv[i] << ": cannot be read\n";
            code = 1;
            continue;
        }
        try {
            add(panel, tongket::parse(text));
        } catch (const tongket::Error& error) {
            std::cerr << argv[i] << ": byte " << error.offset() << ": " << error.what() << '\n';
            code = 1;
        }
    }
    std::cout << "province\tperiod\tindicator\tvalue\tunit\tcandidates\n";
    for (const auto& [key, cell] : panel) {
        const auto& [province, period, indicator] = key;
        std::cout << province << '\t' << period << '\t' << indicator << '\t' << cell.best.value << '\t'
                  << cell.best.unit.value_or("") << '\t' << cell.candidates << '\n';
    }
    return code;
}
