#include "rules/commit_names.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::version::without_entry {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a commit changes a document's version and adds no change-log row for it",
    .why =
        "A version without an entry cannot be told from the one before it; a row that comes later is written "
        "from memory.",
    .fix = "Change the version and add its row in one commit.",
    .source = "Role charter §9: a change-log entry is required for every version increment",
};

namespace {

using facts::Edition;

bool has_row(const Edition& edition) {
    return std::any_of(edition.change_log.begin(), edition.change_log.end(), [&](const Edition::LogRow& row) {
        return !row.planned && row.version == edition.version;
    });
}

const facts::DocumentFacts* find_document(const facts::Corpus& corpus, const std::string& path) {
    for (const facts::DocumentFacts& document : corpus.documents)
        if (document->path == path) return &document;
    return nullptr;
}

/// The checked document lacks the row still, so that its own rules name it.
bool is_named_by_document(const facts::Corpus& corpus, const facts::Revision& revision) {
    const facts::DocumentFacts* document = find_document(corpus, revision.path);
    if (document == nullptr) return false;
    const auto& log = (*document)->change_log;
    return std::none_of(log.begin(), log.end(), [&](const model::ChangeLogRow& row) {
        return !row.planned && row.version == revision.after->version;
    });
}

bool changes_version(const facts::Revision& revision) {
    return revision.before != nullptr && revision.after != nullptr && revision.after->version &&
           revision.before->version != revision.after->version;
}

} // namespace

void check(const facts::History& history, Report& report) {
    const auto& names = history.corpus->policy->header_fields.versions;
    for (const facts::Revision& revision : history.revisions) {
        if (!changes_version(revision) || has_row(*revision.after)) continue;
        if (revision.after->document_class->change_log == policy::ChangeLogDuty::none) continue;
        if (is_named_by_document(*history.corpus, revision)) continue;
        report.finding({
            .message = fmt::format("{} changes the version to {} and adds no change-log row for it",
                                   commit_name(revision.commit), base::to_string(*revision.after->version)),
            .location = revision.after->at(revision.after->find_field(names)->place),
            .help = "put the row into the same commit; where the commit is published, leave it and go on so",
            .commit = revision.commit,
        });
    }
}

} // namespace docs_lint::rules::version::without_entry
