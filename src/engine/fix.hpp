#pragma once

#include "base/span.hpp"
#include "base/text_edit.hpp"
#include "facts/corpus.hpp"

#include <string>
#include <vector>

namespace docs_lint::engine {

/// The one thing of a document that an edit may change; all else must read as before.
enum class FixScope {
    header_date,  ///< how a date of the header is written
    change_log,   ///< how a date of a row is written, or a row more
    row_text,     ///< a row of the change log shows the whole of its text
    gate_status,  ///< a status line that claimed a pass claims none any more
    next_version, ///< a row of the change log more, with the header's version and day
    next_state,   ///< a row of the state transition log more
};

/// An edit that cures one finding. It derives from what the document says elsewhere and from nothing else.
struct Fix {
    std::string rule;   ///< whose finding it cures
    base::Span finding; ///< the place that the finding names
    std::vector<base::TextEdit> edits;
    std::string what; ///< for people: `"1 March 2026" becomes 2026-03-01`
    FixScope scope = FixScope::header_date;
    std::string leaves = {}; ///< the rule that names what only a person can fill in there; may be empty
};

/// What can be cured in a document, in its order. Whether there is such a finding, and whether the cure does
/// what it should, is for the caller to see: suppressions, the baseline and settings of rules are not known
/// here.
std::vector<Fix> propose_fixes(const facts::DocumentFacts& document);

/// The findings of that rule may be curable.
bool has_fixes(std::string_view rule);

/// All that counts in the document reads as it did: sign-offs, states, transitions, whether it is filed, and
/// everything else but for what the scope allows.
bool keeps_the_rest(const facts::DocumentFacts& before, const facts::DocumentFacts& after, FixScope scope);

/// The same of another text of the document; false where it cannot be read.
bool keeps_the_rest(const facts::DocumentFacts& before, const std::string& text, FixScope scope);

} // namespace docs_lint::engine
