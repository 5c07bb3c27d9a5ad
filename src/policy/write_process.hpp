#pragma once

#include "policy/process.hpp"

#include <string>

namespace docs_lint::policy {

/// The process as an entry below the key `processes:` of a pack, which `load` reads as the same process.
std::string to_yaml(const Process& process);

/// `90m`, `2h`, `1w`: as packs write lengths of time.
std::string length_in_words(std::chrono::minutes length);

} // namespace docs_lint::policy
