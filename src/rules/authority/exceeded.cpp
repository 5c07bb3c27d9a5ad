#include "rules/commit_names.hpp"
#include "rules/places.hpp"
#include "rules/sign_off_backing.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::authority::exceeded {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a commit changes a document of a class that none of its author's roles may write",
    .why = "Who decides what a document says is part of the process: a canonical specification belongs to "
           "the owner "
           "of its domain, and the PMO Lead coordinates when it is written, not what it says. Only authors "
           "whom the "
           "role register knows are judged, by the address that the commit names.",
    .fix = "Let a role that may write the document make the change, or take it back. Where the role is the "
           "right "
           "one, say so in the class's writers, on the base.",
    .source = "Role charter §3.1, §3.2 (authority boundary: the PMO Lead does not author or edit canonical "
              "specifications)",
    .severity = diagnostics::Severity::warning,
};

namespace {

using facts::Revision;
using policy::DocumentClass;

bool may_write(const std::string& role, const DocumentClass& document_class,
               const policy::RoleRegister& known) {
    const auto& barred = document_class.barred_writers;
    const auto& writers = document_class.writers;
    if (std::find(barred.begin(), barred.end(), role) != barred.end()) return false;
    return writers.empty() || known.may_act_as_any({role}, writers);
}

bool exceeds(const facts::Identity& author, const DocumentClass& document_class,
             const policy::RoleRegister& known) {
    return !author.roles.empty() &&
           std::none_of(author.roles.begin(), author.roles.end(),
                        [&](const std::string& role) { return may_write(role, document_class, known); });
}

void report_revision(const Revision& revision, const facts::Identity& author,
                     const DocumentClass& document_class, const policy::Policy& policy, Report& report) {
    const std::string& holder = revision.after != nullptr ? revision.commit : revision.parent;
    report.finding({
        .message = fmt::format("{} by {} changes a document of the class \"{}\", which {} may not write",
                               commit_name(revision.commit), author.address, document_class.title,
                               held_titles(author.roles, policy.roles)),
        .location = diagnostics::whole_document(revision.path, holder),
        .help = document_class.writers.empty()
                    ? std::string("let the document's owner make the change, or take it back")
                    : fmt::format("let {} make the change, or take it back",
                                  titles_of(document_class.writers, policy.roles)),
        .commit = revision.commit,
    });
}

} // namespace

void check(const facts::History& history, Report& report) {
    const policy::Policy& policy = *history.corpus->policy;
    for (const Revision& revision : history.revisions) {
        const DocumentClass* document_class = policy.class_of(revision.path);
        const auto author = history.authors.find(revision.commit);
        if (document_class == nullptr || author == history.authors.end()) continue;
        if (exceeds(author->second, *document_class, policy.roles))
            report_revision(revision, author->second, *document_class, policy, report);
    }
    for (const facts::Gap& gap : history.author_gaps) report.unverified(gap.message, gap.location, gap.help);
}

} // namespace docs_lint::rules::authority::exceeded
