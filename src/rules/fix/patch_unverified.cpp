#include "base/text.hpp"
#include "facts/fix_scope.hpp"
#include "rules/commit_names.hpp"
#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::fix::patch_unverified {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary =
        "the patch verification passes over a file of the fix, or describes one that the fix leaves alone",
    .why =
        "Whoever verifies a patch goes through it file by file. A file that is not described was not looked "
        "at; one that is described and did not change was described without looking.",
    .fix = "Say of each changed file what changed in it, and of no other; `git show --stat` lists them. Then "
           "have the item signed anew.",
    .source = "Delivery process, I.4: the content of each changed file is confirmed",
    .suppressible = false,
};

namespace {

using facts::DescribedFile;
using facts::FixFiles;
using facts::PatchVerification;

const facts::ItemFacts* claimed_item(const PatchVerification& verification) {
    const auto found = std::find_if(verification.items.begin(), verification.items.end(),
                                    [](const facts::ItemFacts* item) { return item->claim.has_value(); });
    return found == verification.items.end() ? nullptr : *found;
}

/// Where no file is named at all, that is said of the evidence's kind already.
bool is_judged_by_kind(const PatchVerification& verification, const facts::ItemFacts& item) {
    const facts::DocumentFacts& document = *verification.document;
    return item.evidence_component.component == nullptr || item.evidence.is_pending ||
           (verification.described.empty() && facts::evidence_gap(item, *document.policy, document.process));
}

void report_passed_over(const PatchVerification& verification, const facts::ItemFacts& item,
                        const FixFiles& fix, Report& report) {
    std::vector<std::string> missing;
    for (const std::string& path : *fix.paths)
        if (!verification.describes(path)) missing.push_back(path);
    if (missing.empty()) return;
    const facts::DocumentFacts& document = *verification.document;
    const std::string& commit = fix.citation->judged_commit();
    report.finding({
        .message = fmt::format("{} does not say what fix commit {} changes in {}", name_of(item),
                               short_id(commit), base::list_in_words(missing)),
        .location = document->at(item.evidence_component.component->source),
        .help = "say what changed in each of these files, and have the item signed anew",
        .related = {{"the fix is cited here", document->at(fix.citation->mention->source)}},
        .commit = commit,
    });
}

bool covers_any(const DescribedFile& file, const std::vector<std::string>& paths) {
    return std::any_of(paths.begin(), paths.end(),
                       [&](const std::string& path) { return facts::scope_covers(file.mention, path); });
}

bool is_changed(const PatchVerification& verification, const DescribedFile& file) {
    return covers_any(file, verification.changed_otherwise) ||
           std::any_of(verification.fixes.begin(), verification.fixes.end(),
                       [&](const FixFiles& fix) { return covers_any(file, *fix.paths); });
}

void report_untouched(const PatchVerification& verification, const DescribedFile& file, Report& report) {
    const facts::DocumentFacts& document = *verification.document;
    Finding finding{
        .message = fmt::format("{} describes {}, and no commit of the fix changes that", name_of(*file.item),
                               file.mention.path),
        .location = document->at(file.mention.source),
        .help = "cite the commit that changes it, or take it out of the description",
    };
    for (const FixFiles& fix : verification.fixes)
        finding.related.push_back({"the fix is cited here", document->at(fix.citation->mention->source)});
    // A path in the middle of a sentence may be named for another reason.
    if (!file.leads) finding.at_most = diagnostics::Severity::warning;
    report.finding(std::move(finding));
}

void report_unread(const PatchVerification& verification, const FixFiles& fix, Report& report) {
    report.unverified(
        fmt::format("whether every file of fix commit {} is described: its trees are not all here",
                    short_id(fix.citation->commit)),
        (*verification.document)->at(fix.citation->mention->source),
        "fetch the missing objects with `git fetch --refetch`, or check with `git fsck`");
}

void check_verification(const PatchVerification& verification, Report& report) {
    const facts::ItemFacts* item = claimed_item(verification);
    if (item == nullptr || verification.fixes.empty() || is_judged_by_kind(verification, *item)) return;
    for (const FixFiles& fix : verification.fixes)
        if (fix.paths)
            report_passed_over(verification, *item, fix, report);
        else
            report_unread(verification, fix, report);
    if (!verification.complete) return;
    for (const DescribedFile& file : verification.described)
        if (!file.is_elsewhere && !file.is_unchanged && !is_changed(verification, file))
            report_untouched(verification, file, report);
}

} // namespace

void check(const facts::History& history, Report& report) {
    for (const PatchVerification& verification : history.verifications)
        check_verification(verification, report);
}

} // namespace docs_lint::rules::fix::patch_unverified
