// SPDX-License-Identifier: BSL-1.0
// Teaches the parser words of one's own: a unit, and an indicator with the concept that tells it apart.
// docs/extending.md explains each line.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include <tongket/tongket.hpp>

int main(int argc, char** argv) {
    std::ifstream file(argc == 2 ? argv[1] : "", std::ios::binary);
    if (!file) {
        std::cerr << "usage: own_words REPORT\n";
        return 2;
    }
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    try {
        const std::vector<tongket::LexiconEntry> words{
            {"unit", {"cây số"}, "km", "kind=length"},
            {"term", {"tổng doanh thu"}, "grand_total", ""},
            {"indicator", {"grand_total revenue postal telecom"}, "revenue.grand_total", "kind=money"},
        };
        const tongket::Parser parser({}, words);
        if (const auto length = parser.parse_quantity("gần 30 cây số")) std::cout << *length << '\n';
        const tongket::Report report = parser.parse(text);
        for (const tongket::Measure& measure : report.measures)
            if (measure.indicator_id == "revenue.grand_total") std::cout << measure << '\n';
    } catch (const tongket::Error& error) {
        std::cerr << "byte " << error.offset() << ": " << error.what() << '\n';
        return 1;
    }
}
