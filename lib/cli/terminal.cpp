// SPDX-License-Identifier: BSL-1.0
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>

#include "cli/run.hpp"

namespace tongket::cli {

Terminal standard_terminal() {
    Terminal terminal;
    terminal.is_terminal = isatty(STDOUT_FILENO) == 1;
    // The program has one thread.
    const char* const no_color = std::getenv("NO_COLOR");  // NOLINT(concurrency-mt-unsafe)
    terminal.no_color = no_color != nullptr && *no_color != '\0';
    terminal.shows_messages = isatty(STDERR_FILENO) == 1;
    winsize size{};
    if (terminal.is_terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        terminal.width = size.ws_col;
    return terminal;
}

}  // namespace tongket::cli
