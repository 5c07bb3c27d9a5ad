#pragma once

#include "diagnostics/diagnostic.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace docs_lint::reporters {

/// A finding, or what could not be verified, as formats show it that have one kind of record for both. It
/// points into the outcome that it was made of.
struct Entry {
    std::optional<diagnostics::Severity> severity; ///< none: could not be verified
    const std::string* rule;
    const std::string* message;
    const std::string* help;
    const diagnostics::Location* location;
    std::span<const diagnostics::Related> related;
    const std::string* fingerprint; ///< null: could not be verified
};

/// The findings, then what could not be verified.
std::vector<Entry> entries_of(const diagnostics::Outcome& outcome);

/// What is said of one document; of the repository where the path is empty.
struct DocumentEntries {
    std::string path;
    std::vector<Entry> entries; ///< findings first
};

/// In the order of the paths.
std::vector<DocumentEntries> entries_by_document(const diagnostics::Outcome& outcome);

/// The message for people who see nothing but it: that something could not be verified, and of which other
/// version than the checked one it speaks. Invisible characters are written out.
std::string sentence_of(const Entry& entry);

/// The sentence, and on a second line what to do next.
std::string sentence_with_help(const Entry& entry);

} // namespace docs_lint::reporters
