#include "base/text.hpp"
#include "rules/commit_names.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::spec::commit_unrelated {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "the spec's commit changes no canonical spec that the record cites",
    .why = "A commit that touches something else proves nothing about the spec; neither does one that moves "
           "only its blanks "
           "or its mode, or that deletes it.",
    .fix = "Cite the commit that changed the spec, or cite the spec that it changed.",
    .source = "Delivery process, FS.2: the spec has been updated and committed",
    .suppressible = false,
};

namespace {

/// Where the record cites no spec that is there, any canonical spec will do: the citation is another rule's
/// matter.
bool changes_specification(const facts::SpecOrder& order, const facts::Citation& citation) {
    const auto& cited = order.cited_specifications;
    return std::any_of(citation.rewritten_specifications->begin(), citation.rewritten_specifications->end(),
                       [&](const std::string& path) {
                           return order.names_no_specification ||
                                  std::binary_search(cited.begin(), cited.end(), path);
                       });
}

} // namespace

void check(const facts::History& history, Report& report) {
    for (const facts::SpecOrder& order : history.spec_orders)
        for (const facts::Citation* citation : order.spec_commits) {
            if (!citation->resolved()) continue;
            const auto place = (*order.document)->at(citation->mention->source);
            if (!citation->rewritten_specifications) {
                report.unverified(
                    fmt::format("what spec commit {} changes: its trees are not all here",
                                short_id(citation->commit)),
                    place, "fetch the missing objects with `git fetch --refetch`, or check with `git fsck`");
                continue;
            }
            if (changes_specification(order, *citation)) continue;
            report.finding({
                .message =
                    order.names_no_specification
                        ? fmt::format("spec commit {} changes no canonical spec", short_id(citation->commit))
                        : fmt::format("spec commit {} changes none of the specs that the record cites ({})",
                                      short_id(citation->commit),
                                      base::list_in_words(order.cited_specifications)),
                .location = place,
                .help = "cite the commit that changed the spec, or cite the spec that this commit changed",
                .commit = citation->commit,
            });
        }
}

} // namespace docs_lint::rules::spec::commit_unrelated
