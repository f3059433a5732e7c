// SPDX-License-Identifier: BSL-1.0
// A step of the build: writes what the library looks things up in as C++ sources.
//   tongket-compile-lexicon lexicon OUTPUT.cpp
//   tongket-compile-lexicon weights LIB OUTPUT.cpp    LIB: the folder whose rooms hold the weight files
#include "lexicon/compiler/compile.hpp"

#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace {

// By way of another file, so that no unfinished one is ever seen.
template <class Write>
void write_file(const std::filesystem::path& path, Write write) {
    std::filesystem::path unfinished = path;
    unfinished += ".new";
    std::ofstream out(unfinished, std::ios::binary);
    write(out);
    out.close();
    if (!out) throw std::runtime_error(unfinished.string() + ": cannot be written");
    std::filesystem::rename(unfinished, path);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        const std::string_view what = argc > 1 ? argv[1] : "";
        if (what == "lexicon" && argc == 3)
            write_file(argv[2], tongket::write_lexicon_tables);
        else if (what == "weights" && argc == 4)
            write_file(argv[3], [&](std::ostream& out) { tongket::write_weights(out, argv[2]); });
        else
            throw std::runtime_error("usage: tongket-compile-lexicon lexicon OUTPUT.cpp | weights LIB OUTPUT.cpp");
        return 0;
    } catch (const std::exception& error) {
        std::cerr << "tongket-compile-lexicon: " << error.what() << '\n';
        return 1;
    }
}
