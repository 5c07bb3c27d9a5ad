#include "base/text.hpp"
#include "facts/fix_scope.hpp"
#include "rules/commit_names.hpp"
#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace docs_lint::rules::fix::outside_scope {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary =
        "a commit of the fix changes a file that the fix scope does not name, none that it names, or nothing "
        "but blank lines",
    .why = "The scope was agreed before the work began. What grows beyond it was agreed by nobody and is "
           "covered by no "
           "regression check.",
    .fix = "Go back to fix scope, agree on the wider scope there and pass its gate anew; or take the change "
           "out.",
    .source = "Delivery process, implementation state: no scope changes; FS.1, RC.1",
    .suppressible = false,
};

namespace {

bool named_by_scope(const facts::SpecOrder& order, const std::string& path) {
    return std::any_of(order.scope.begin(), order.scope.end(),
                       [&](const model::PathMention& mention) { return facts::scope_covers(mention, path); });
}

std::vector<std::string> outside(const facts::SpecOrder& order, const facts::FixFiles& fix) {
    std::vector<std::string> paths;
    std::copy_if(
        fix.paths->begin(), fix.paths->end(), std::back_inserter(paths), [&](const std::string& path) {
            return path != (*order.document)->path && !named_by_scope(order, path); // the record goes along
        });
    return paths;
}

bool touches_scope(const facts::SpecOrder& order, const facts::FixFiles& fix) {
    return std::any_of(fix.paths->begin(), fix.paths->end(),
                       [&](const std::string& path) { return named_by_scope(order, path); });
}

std::string shortened_list(std::vector<std::string> paths) {
    constexpr std::size_t kMost = 3;
    if (paths.size() <= kMost) return base::list_in_words(paths);
    const std::size_t more = paths.size() - kMost;
    paths.resize(kMost);
    paths.push_back(fmt::format("{} more", more));
    return base::list_in_words(paths);
}

/// A fix changes what something does; nobody needs a commit for blank lines, and few for a mode.
void report_empty(const facts::SpecOrder& order, const facts::FixFiles& fix, Report& report) {
    if (fix.content == facts::FixContent::changed) return;
    const bool only_modes = fix.content == facts::FixContent::modes_only;
    Finding finding{
        .message = fmt::format("fix commit {} changes nothing but {}", short_id(fix.citation->commit),
                               only_modes ? "modes of files" : "blank lines and governed documents"),
        .location = (*order.document)->at(fix.citation->mention->source),
        .help = "cite the commit that holds the fix",
        .commit = fix.citation->judged_commit(),
    };
    if (only_modes) finding.at_most = diagnostics::Severity::warning;
    report.finding(std::move(finding));
}

void report_commit(const facts::SpecOrder& order, const facts::FixFiles& fix, Report& report) {
    const facts::Citation& citation = *fix.citation;
    const auto paths = outside(order, fix);
    if (paths.empty() && touches_scope(order, fix)) return report_empty(order, fix, report);
    const facts::DocumentFacts& document = *order.document;
    std::vector<diagnostics::Related> related;
    for (const facts::ItemFacts* item : order.scope_items)
        if (item->evidence_component.component != nullptr)
            related.push_back({fmt::format("the scope as {} gives it", name_of(*item)),
                               document->at(item->evidence_component.component->source)});
    report.finding({
        .message = paths.empty()
                       ? fmt::format("fix commit {} changes none of the files that the fix scope names",
                                     short_id(citation.commit))
                       : fmt::format("fix commit {} changes {}, which the fix scope does not name",
                                     short_id(citation.commit), shortened_list(paths)),
        .location = document->at(citation.mention->source),
        .help = paths.empty()
                    ? "cite the commit that holds the fix"
                    : "take the change out, or go back to fix scope and agree on the wider scope there",
        .related = std::move(related),
        .commit = citation.judged_commit(),
    });
}

/// Evidence of another kind than the scope asks for is said there.
void report_without_files(const facts::SpecOrder& order, Report& report) {
    const facts::DocumentFacts& document = *order.document;
    for (const facts::ItemFacts* item : order.scope_items) {
        const bool said = !item->claim || item->evidence.is_pending ||
                          item->evidence_component.component == nullptr ||
                          facts::evidence_gap(*item, *document.policy, document.process);
        const bool asks_for_path = !said && item->definition->id == order.rule->scope.front();
        if (!asks_for_path) continue;
        report.finding({
            .message =
                fmt::format("{} names no file, and neither does what it refers to: nothing tells what the "
                            "fix may change",
                            name_of(*item)),
            .location = document->at(item->evidence_component.component->source),
            .help = "name the files of the fix in the item, in the section or in the filed note",
        });
    }
}

} // namespace

void check(const facts::History& history, Report& report) {
    for (const facts::SpecOrder& order : history.spec_orders) {
        if (order.scope.empty()) {
            report_without_files(order, report);
            continue;
        }
        for (const facts::FixFiles& fix : order.fixes) {
            if (fix.paths) {
                report_commit(order, fix, report);
                continue;
            }
            report.unverified(
                fmt::format("what fix commit {} changes: its trees are not all here",
                            short_id(fix.citation->commit)),
                (*order.document)->at(fix.citation->mention->source),
                "fetch the missing objects with `git fetch --refetch`, or check with `git fsck`");
        }
    }
}

} // namespace docs_lint::rules::fix::outside_scope
