// SPDX-License-Identifier: BSL-1.0
/// @file
/// `TONGKET_API` marks what a shared library shows to its users. The build defines `TONGKET_SHARED` for a shared
/// library and its users, `TONGKET_BUILDING` for the library's own sources only.
#pragma once

#if !defined(TONGKET_SHARED)
#define TONGKET_API
#elif !defined(_WIN32)
#define TONGKET_API __attribute__((visibility("default")))
#elif defined(TONGKET_BUILDING)
#define TONGKET_API __declspec(dllexport)
#else
#define TONGKET_API __declspec(dllimport)
#endif
