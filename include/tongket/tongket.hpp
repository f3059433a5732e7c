// SPDX-License-Identifier: BSL-1.0
/// @file
/// The one door: everything that a client of the compiled library needs. Pulls in neither Boost nor ICU.
#pragma once

#include <tongket/batch.hpp>
#include <tongket/date.hpp>
#include <tongket/decimal.hpp>
#include <tongket/encoding.hpp>
#include <tongket/error.hpp>
#include <tongket/explain.hpp>
#include <tongket/file_kind.hpp>
#include <tongket/file_text.hpp>
#include <tongket/format.hpp>
#include <tongket/found.hpp>
#include <tongket/gazetteer.hpp>
#include <tongket/hash.hpp>
#include <tongket/json.hpp>
#include <tongket/lexicon.hpp>
#include <tongket/model.hpp>
#include <tongket/names.hpp>
#include <tongket/parse.hpp>
#include <tongket/parsed_document.hpp>
#include <tongket/print.hpp>
#include <tongket/result.hpp>
#include <tongket/span.hpp>
#include <tongket/table.hpp>
#include <tongket/value.hpp>
#include <tongket/version.hpp>
