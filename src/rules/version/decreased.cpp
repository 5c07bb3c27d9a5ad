#include "rules/commit_names.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::version::decreased {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a commit gives a document a lower version than it had",
    .why = "Two different texts then bear one version, and whoever cites it cites either.",
    .fix = "Give the document the next version, also where the commit takes an earlier change back.",
    .source = "Document lifecycle guide, class 1: meaning changed, version raised",
};

void check(const facts::History& history, Report& report) {
    const auto& names = history.corpus->policy->header_fields.versions;
    for (const facts::Revision& revision : history.revisions) {
        if (revision.before == nullptr || revision.after == nullptr) continue;
        const auto& before = revision.before->version;
        const auto& after = revision.after->version;
        if (!before || !after || *after >= *before) continue;
        report.finding({
            .message = fmt::format("{} lowers the version from {} to {}", commit_name(revision.commit),
                                   base::to_string(*before), base::to_string(*after)),
            .location = revision.after->at(revision.after->find_field(names)->place),
            .help = fmt::format("raise it above {}: what is taken back is a change, too",
                                base::to_string(*before)),
            .related = {{"the version before",
                         revision.before->at(revision.before->find_field(names)->place)}},
            .commit = revision.commit,
        });
    }
}

} // namespace docs_lint::rules::version::decreased
