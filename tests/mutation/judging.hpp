#pragma once

#include "facts/corpus.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::tests {

const policy::Policy& built_in_pack();

/// A document of a governed path with what follows from it, read in this process and without a repository.
/// Throws where the path is not governed or the document cannot be read: a test that cannot be run is no
/// test.
facts::DocumentFacts judged_document(const std::string& path, const std::string& text);

/// What the rules about one document say of it: `rule: message`, from `least` upwards.
std::multiset<std::string> findings_of(const facts::DocumentFacts& document, diagnostics::Severity least);

/// The findings that the first holds and the second does not.
std::vector<std::string> added_findings(const std::multiset<std::string>& now,
                                        const std::multiset<std::string>& before);

} // namespace docs_lint::tests
