#include "reporters/entries.hpp"

#include "base/utf8.hpp"
#include "reporters/text.hpp"

#include <algorithm>

namespace docs_lint::reporters {

std::vector<Entry> entries_of(const diagnostics::Outcome& outcome) {
    std::vector<Entry> entries;
    entries.reserve(outcome.findings.size() + outcome.unverified.size());
    for (const diagnostics::Diagnostic& one : outcome.findings)
        entries.push_back(
            {one.severity, &one.rule, &one.message, &one.help, &one.location, one.related, &one.fingerprint});
    for (const diagnostics::Unverified& one : outcome.unverified)
        entries.push_back({std::nullopt, &one.rule, &one.message, &one.help, &one.location, {}, nullptr});
    return entries;
}

std::vector<DocumentEntries> entries_by_document(const diagnostics::Outcome& outcome) {
    std::vector<Entry> entries = entries_of(outcome);
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& left, const Entry& right) {
        return left.location->path < right.location->path;
    });
    std::vector<DocumentEntries> documents;
    for (const Entry& entry : entries) {
        if (documents.empty() || documents.back().path != entry.location->path)
            documents.push_back({entry.location->path, {}});
        documents.back().entries.push_back(entry);
    }
    return documents;
}

std::string sentence_of(const Entry& entry) {
    const std::string prefix = entry.severity ? "" : "could not verify: ";
    return prefix + with_version(base::escape_invisible(*entry.message), *entry.location);
}

std::string sentence_with_help(const Entry& entry) {
    const std::string sentence = sentence_of(entry);
    return entry.help->empty() ? sentence : sentence + "\n" + base::escape_invisible(*entry.help);
}

} // namespace docs_lint::reporters
