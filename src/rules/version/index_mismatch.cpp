#include "facts/references.hpp"
#include "model/text_tools.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace docs_lint::rules::version::index_mismatch {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a register gives another version than the document's header",
    .why =
        "People look a document's version up in the register. Where the two differ, half of them work to a "
        "version that does not hold.",
    .fix = "Find out which of the two was forgotten, and bring it up to date.",
    .source =
        "Role charter §8, template register; document lifecycle guide, class 1: listed in the specs index",
};

namespace {

struct Entry {
    const model::RegisterRow* row = nullptr;
    const facts::DocumentFacts* target = nullptr;
    facts::HeaderVersion header;
};

/// Rows by table and document: a table that lists one document at several versions is a log of them.
using Entries = std::map<std::pair<std::size_t, std::string>, std::vector<Entry>>;

void report_several(const facts::DocumentFacts& document, const model::RegisterRow& row,
                    const facts::Resolution& found, Report& report) {
    std::vector<diagnostics::Related> related;
    for (const std::string& path : found.paths)
        if (related.size() < 5) related.push_back({"it may be this one", diagnostics::whole_document(path)});
    report.finding({
        .message = fmt::format("the version of {} cannot be compared: {} files are called so",
                               row.document.target.path, found.paths.size()),
        .location = document->at(row.version_source),
        .help = "write as much of the path as tells them apart",
        .related = std::move(related),
        .at_most = diagnostics::Severity::warning,
    });
}

void add_row(const facts::Corpus& corpus, const facts::DocumentFacts& document, const model::RegisterRow& row,
             Entries& entries, Report& report) {
    const auto& planned = corpus.policy->references.planned_words;
    if (model::contains_any_word(row.document.context, planned) ||
        facts::is_statement_of_its_day(document, row.document))
        return;
    const facts::Resolution found = facts::resolve(corpus.index, document->path, row.document);
    if (found.found == facts::Found::several) return report_several(document, row, found, report);
    const bool one = found.found == facts::Found::one || found.found == facts::Found::elsewhere;
    if (!one || found.paths.size() != 1) return;
    if (const facts::UnreadDocument* unread = corpus.find_unread(found.paths[0]))
        return report.unverified(fmt::format("the version of {}: {}", found.paths[0], unread->reason),
                                 document->at(row.version_source), unread->help);
    const facts::DocumentFacts* target = corpus.find(found.paths[0]);
    if (target == nullptr) return;
    if (const auto header = facts::header_version(*target))
        entries[{row.table, found.paths[0]}].push_back({&row, target, *header});
}

void judge(const facts::DocumentFacts& document, const std::vector<Entry>& entries, Report& report) {
    const auto agrees = [](const Entry& entry) { return *entry.row->version == entry.header.version; };
    if (std::any_of(entries.begin(), entries.end(), agrees)) return;
    const auto newest =
        std::max_element(entries.begin(), entries.end(), [](const Entry& left, const Entry& right) {
            return *left.row->version < *right.row->version;
        });
    const std::string& path = (*newest->target)->path;
    report.finding({
        .message = fmt::format("this register gives version {} for {}, whose header says {}",
                               base::to_string(*newest->row->version), path,
                               base::to_string(newest->header.version)),
        .location = document->at(newest->row->version_source),
        .help = "find out which of the two was forgotten, and bring it up to date",
        .related = {{"the document's header", (*newest->target)->at(newest->header.source)}},
    });
}

} // namespace

void check(const facts::Corpus& corpus, Report& report) {
    for (const facts::DocumentFacts& document : corpus.documents) {
        if (document.filing.filed || document->document_class->is_dated) continue;
        Entries entries;
        for (const model::RegisterRow& row : document->registers)
            add_row(corpus, document, row, entries, report);
        for (const auto& [key, rows] : entries) judge(document, rows, report);
    }
}

} // namespace docs_lint::rules::version::index_mismatch
