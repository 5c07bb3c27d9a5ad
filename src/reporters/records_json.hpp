#pragma once

#include "records/standing.hpp"

#include <nlohmann/json_fwd.hpp>
#include <vector>

namespace docs_lint::reporters {

/// Where records stand, as JSON shows it: an array of objects, whose times are seconds since 1970-01-01 UTC.
nlohmann::ordered_json records_to_json(const std::vector<records::Record>& records);

/// What `records_to_json` gave. Throws an exception of nlohmann where it is anything else.
std::vector<records::Record> records_from_json(const nlohmann::ordered_json& json);

} // namespace docs_lint::reporters
