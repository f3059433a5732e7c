// SPDX-License-Identifier: BSL-1.0
// What tongket::headers gives: the model and Boost.Spirit.
#include <boost/spirit/home/x3/version.hpp>

#include <tongket/model.hpp>

static_assert(SPIRIT_X3_VERSION >= 0x3000);

tongket::Span empty_span() { return {}; }
