// SPDX-License-Identifier: BSL-1.0
// Reads a report and prints who met and what was measured. README.md shows the same program.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include <tongket/tongket.hpp>

int main(int argc, char** argv) {
    std::ifstream file(argc == 2 ? argv[1] : "", std::ios::binary);
    if (!file) {
        std::cerr << "usage: quickstart REPORT\n";
        return 2;
    }
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    try {
        const tongket::Report report = tongket::parse(text);
        if (report.meeting.organizer) std::cout << report.meeting.organizer->name << '\n';
        if (report.meeting.date) std::cout << *report.meeting.date << '\n';
        for (const tongket::Person& person : report.people) {
            std::cout << person.name;
            for (const tongket::Position& position : person.positions)
                std::cout << ", " << position.title << ' ' << position.organization.value_or("");
            std::cout << '\n';
        }
        for (const tongket::Measure& measure : report.measures) {
            if (!measure.indicator_id || measure.kind != tongket::MeasureKind::money) continue;
            std::cout << *measure.indicator_id << ": " << measure.value << ' ' << measure.unit.value_or("") << '\n';
        }
    } catch (const tongket::Error& error) {
        std::cerr << "byte " << error.offset() << ": " << error.what() << '\n';
        return 1;
    }
}
