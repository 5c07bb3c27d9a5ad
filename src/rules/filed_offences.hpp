#pragma once

#include "facts/history.hpp"
#include "rules/rule.hpp"

#include <functional>
#include <string>

namespace docs_lint::rules {

/// One finding for each offence of that kind; `message` states what happened, and `cure` what to do in the
/// files.
void report_offences(const facts::History& history, facts::FiledOffence offence,
                     const std::function<std::string(const facts::FiledRecordChange&)>& message,
                     const std::string& cure, Report& report);

} // namespace docs_lint::rules
