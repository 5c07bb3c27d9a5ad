#pragma once

#include "rules/rule.hpp"

#include <string>

namespace docs_lint::rules {

/// Reports one citation that does not hold: never there, there later than its sign-off, gone since (a warning
/// at most), or not to be found out. `subject` is what is cited, `help` the cure where it never was there.
void report_cited_fault(const facts::CitedFault& fault, const std::string& subject, const std::string& help,
                        Report& report);

/// `docs/specs/x.md`: the file that a citation of a section or version is about.
std::string document_of(const facts::CitedFault& fault);

} // namespace docs_lint::rules
