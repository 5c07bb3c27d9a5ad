#pragma once

#include "reporters/options.hpp"

#include <string>

namespace docs_lint::reporters {

/// A rule's id as terminals show it: a link (OSC 8) to the rule's page, where the options say that pages are
/// there and the rule is built in. Safe for a terminal.
std::string linked_rule(const std::string& rule, const Options& options);

} // namespace docs_lint::reporters
