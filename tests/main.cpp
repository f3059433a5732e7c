// SPDX-License-Identifier: BSL-1.0
// The test program's main(), from Catch2 2.13 or 3.
#define CATCH_CONFIG_RUNNER
#include "catch.hpp"

int main(int argc, char* argv[]) { return Catch::Session().run(argc, argv); }
