// SPDX-License-Identifier: BSL-1.0
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include <tongket/print.hpp>

#include "cli/run.hpp"

int main(int argc, char* argv[]) {
    try {
        std::ios::sync_with_stdio(false);
        const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
        return tongket::cli::run(arguments, std::cin, std::cout, std::cerr, tongket::cli::standard_terminal());
    } catch (const std::exception& error) {
        std::cerr << "tongket: " + tongket::printable(error.what()) + "\n";
    } catch (...) {
        std::cerr << "tongket: unexpected error\n";
    }
    return tongket::cli::exit_failure;
}
