// SPDX-License-Identifier: BSL-1.0
/// @file
/// The signals that end a program.
#pragma once

#include <csignal>

namespace tongket::cli {

/// Lets the signals that end a program wait for this thread while it lives. Threads that are started meanwhile never
/// get them.
class SignalsHeld {
  public:
    SignalsHeld() noexcept {
        sigset_t ending;
        sigemptyset(&ending);
        for (const int signal : {SIGHUP, SIGINT, SIGTERM}) sigaddset(&ending, signal);
        pthread_sigmask(SIG_BLOCK, &ending, &before_);
    }
    SignalsHeld(const SignalsHeld&) = delete;
    SignalsHeld& operator=(const SignalsHeld&) = delete;
    ~SignalsHeld() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

  private:
    sigset_t before_{};
};

}  // namespace tongket::cli
