#include "base/text.hpp"
#include "model/text_tools.hpp"
#include "rules/commit_names.hpp"
#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::severity::changed {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary =
        "a commit changes the severity after it was assigned, without a written rationale of who may do so",
    .why = "Lowering the tier lengthens the timers and drops duties: it must be a decision that somebody "
           "stands for.",
    .fix =
        "Beside the new tier, say who changed it and why: `High, was Critical: ... — Product Owner, date`.",
    .source =
        "Delivery process, severity tiers: may only be changed by the Product Owner with written rationale",
};

namespace {

using facts::Edition;

constexpr std::size_t kWordsOfAReason = 6; ///< beside the tier and the role

bool was_assigned(const Edition& edition) {
    return !edition.gates.empty() && edition.gates.front().claimed;
}

const Edition::Tier* tier_of(const Edition& edition) {
    for (const Edition::Tier& tier : edition.severities)
        if (!tier.name.empty()) return &tier;
    return nullptr;
}

bool names_role(const std::string& text, const policy::Role& role) {
    if (model::find_word(text, role.title)) return true;
    return std::any_of(role.aliases.begin(), role.aliases.end(),
                       [&](const std::string& alias) { return model::find_word(text, alias).has_value(); });
}

std::size_t words_in(const std::string& text) {
    std::size_t words = 0;
    for (std::size_t at = 0; at < text.size(); ++at)
        if (model::is_letter(text[at]) && (at == 0 || !model::is_letter(text[at - 1]))) ++words;
    return words;
}

/// An owner's confirmation speaks for the new tier only where it was given anew.
std::string text_of(const Edition::Tier& tier, const Edition& before, const Edition& edition) {
    for (const Edition::Item& item : edition.items) {
        if (item.evidence != tier.text) continue;
        const Edition::Item* earlier = before.find_item(item.id);
        const bool anew = earlier == nullptr || earlier->owner != item.owner;
        return anew ? item.evidence + " " + item.owner : item.evidence;
    }
    return tier.text;
}

/// In a place that gives the severity: the role, and enough words for a reason.
bool gives_rationale(const Edition& before, const Edition& edition, const policy::Policy& policy) {
    for (const std::string& id : edition.process->severity_changed_by) {
        const policy::Role* role = policy.roles.find(id);
        if (role == nullptr) continue;
        for (const Edition::Tier& tier : edition.severities) {
            const std::string text = text_of(tier, before, edition);
            if (names_role(text, *role) && words_in(text) >= kWordsOfAReason) return true;
        }
    }
    return false;
}

} // namespace

void check(const facts::History& history, Report& report) {
    const policy::Policy& policy = *history.corpus->policy;
    for (const facts::Revision& revision : history.revisions) {
        if (revision.before == nullptr || revision.after == nullptr) continue;
        const Edition& before = *revision.before;
        const Edition& after = *revision.after;
        if (after.process == nullptr || after.process->severity_changed_by.empty() || !was_assigned(before))
            continue;
        const Edition::Tier* old_tier = tier_of(before);
        const Edition::Tier* new_tier = tier_of(after);
        if (old_tier == nullptr || new_tier == nullptr || old_tier->name == new_tier->name) continue;
        if (gives_rationale(before, after, policy)) continue;
        report.finding({
            .message = fmt::format("{} changes the severity from {} to {} without a rationale of the {}",
                                   commit_name(revision.commit), old_tier->name, new_tier->name,
                                   titles_of(after.process->severity_changed_by, policy.roles)),
            .location = new_tier->place,
            .help = fmt::format("have the {} write beside the new tier why it changed: "
                                "\"{}, was {}: reason — role, YYYY-MM-DD\"",
                                titles_of(after.process->severity_changed_by, policy.roles), new_tier->name,
                                old_tier->name),
            .related = {{"the severity as it was", old_tier->place}},
            .commit = revision.commit,
        });
    }
}

} // namespace docs_lint::rules::severity::changed
