// SPDX-License-Identifier: BSL-1.0
// Reads a report and prints who met and what was measured. README.md shows the same program.
#include <iostream>

#include <tongket/tongket.hpp>

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: quickstart REPORT\n";
        return 2;
    }
    try {
        const tongket::ParsedDocument document = tongket::parse_file(argv[1]);
        const tongket::Report& report = document.report();
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
        std::cerr << error.what() << '\n';
        return 1;
    }
}
