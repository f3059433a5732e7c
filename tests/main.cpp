// SPDX-License-Identifier: BSL-1.0
// The test program's main(), from Catch2 2.13 or 3. The tests run in the locale of the environment, as a program does
// that asks for it: whatever it is, no result may change.
#define CATCH_CONFIG_RUNNER
#include <iostream>
#include <locale>
#include <stdexcept>

#include "catch.hpp"

int main(int argc, char* argv[]) {
    try {
        std::locale::global(std::locale(""));
    } catch (const std::runtime_error&) {
        std::cerr << "This machine lacks the locale that the environment asks for.\n";
    }
    return Catch::Session().run(argc, argv);
}
