#include "base/text.hpp"
#include "rules/commit_names.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace docs_lint::rules::version::not_incremented {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a versioned document's content changed and its version did not",
    .why = "Records cite a document by its version. Where the text changes under it, the sign-offs that cite "
           "it are "
           "about another text than the one that is there.",
    .fix = "Raise the version (minor for additions and clarifications, major for what breaks) and add its "
           "change-log "
           "row. White space and formatting need none.",
    .source = "Role charter §5.7: version templates when the process meaning changes; document lifecycle "
              "guide, class 1",
    .severity = diagnostics::Severity::warning,
};

namespace {

bool is_draft(const facts::Edition& edition, const policy::Policy& policy) {
    return std::any_of(
        policy.draft_statuses.begin(), policy.draft_statuses.end(),
        [&](const std::string& draft) { return base::equals_ignoring_case(draft, edition.status); });
}

bool raises(const facts::Revision& revision) {
    return revision.before->version && revision.after->version &&
           *revision.after->version > *revision.before->version;
}

bool changes_words_only(const facts::Revision& revision, const policy::Policy& policy) {
    return revision.before->version && revision.before->version == revision.after->version &&
           revision.before->meaning != revision.after->meaning && !is_draft(*revision.before, policy) &&
           !is_draft(*revision.after, policy);
}

} // namespace

/// What a later commit of the run makes good by raising the version is no finding: a branch raises it once.
void check(const facts::History& history, Report& report) {
    const policy::Policy& policy = *history.corpus->policy;
    std::map<std::string, const facts::Revision*> open;
    for (const facts::Revision& revision : history.revisions) {
        if (revision.before == nullptr || revision.after == nullptr || raises(revision))
            open.erase(revision.path);
        else if (changes_words_only(revision, policy))
            open.emplace(revision.path, &revision);
    }
    for (const auto& [path, revision] : open)
        report.finding({
            .message = fmt::format("{} changes what the document says, and its version is still {}",
                                   commit_name(revision->commit), base::to_string(*revision->after->version)),
            .location =
                revision->after->at(revision->after->find_field(policy.header_fields.versions)->place),
            .help = "raise the version and add its change-log row",
            .commit = revision->commit,
        });
}

} // namespace docs_lint::rules::version::not_incremented
