#pragma once

#include "policy/policy.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::policy {

/// The sentences of a paragraph as words only, for comparing.
std::vector<std::string> sentences_in(std::string_view paragraph);

/// Too short a sentence may be anybody's.
bool is_telling_sentence(std::string_view sentence);

/// The sentences by which a template talks to whoever follows it, as `sentences_in` gives them: its
/// paragraphs and list items. Headings, labels, tables, block quotes and code are what a record takes over;
/// so is what stands below an item, which a record may restate, and each sentence that stands in code as
/// well.
std::set<std::string> read_template_instructions(std::string_view text, const Policy& policy);

} // namespace docs_lint::policy
