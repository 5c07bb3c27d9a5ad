#include "rules/commit_names.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::version::decreased {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary =
        "a commit gives a document a lower version than it had, or has a record follow an older version of "
        "its process",
    .why =
        "Two different texts then bear one version, and whoever cites it cites either. An older version of a "
        "process asks for what was in use before, which may be less.",
    .fix = "Give the document the next version, also where the commit takes an earlier change back. A record "
           "stays with the version of the process that it was begun under, or goes on to a later one.",
    .source = "Document lifecycle guide, class 1: meaning changed, version raised",
};

namespace {

void check_document(const facts::Revision& revision, const std::vector<std::string>& names, Report& report) {
    const auto& before = revision.before->version;
    const auto& after = revision.after->version;
    if (!before || !after || *after >= *before) return;
    report.finding({
        .message = fmt::format("{} lowers the version from {} to {}", commit_name(revision.commit),
                               base::to_string(*before), base::to_string(*after)),
        .location = revision.after->at(revision.after->find_field(names)->place),
        .help =
            fmt::format("raise it above {}: what is taken back is a change, too", base::to_string(*before)),
        .related = {{"the version before", revision.before->at(revision.before->find_field(names)->place)}},
        .commit = revision.commit,
    });
}

/// Most likely the field that cites the version.
diagnostics::Location first_new_field(const facts::Edition& before, const facts::Edition& after) {
    for (const facts::Edition::Field& field : after.header)
        if (const auto* was = before.find_field({field.key}); was == nullptr || was->value != field.value)
            return after.at(field.place);
    return diagnostics::whole_document(after.path, after.commit);
}

void check_process(const facts::Revision& revision, Report& report) {
    const policy::Process* before = revision.before->process;
    const policy::Process* after = revision.after->process;
    if (before == nullptr || after == nullptr || before->title != after->title || revision.before->filed)
        return;
    const auto was = base::parse_version(before->version);
    const auto is = base::parse_version(after->version);
    if (!was || !is || *is >= *was) return;
    report.finding({
        .message = fmt::format("{} has the record follow version {} of {} instead of {}",
                               commit_name(revision.commit), after->version, after->title, before->version),
        .location = first_new_field(*revision.before, *revision.after),
        .help = fmt::format("cite version {}, or a later one: a record does not go back to what was asked "
                            "for before",
                            before->version),
        .commit = revision.commit,
    });
}

} // namespace

void check(const facts::History& history, Report& report) {
    for (const facts::Revision& revision : history.revisions) {
        if (revision.before == nullptr || revision.after == nullptr) continue;
        check_document(revision, history.corpus->policy->header_fields.versions, report);
        check_process(revision, report);
    }
}

} // namespace docs_lint::rules::version::decreased
