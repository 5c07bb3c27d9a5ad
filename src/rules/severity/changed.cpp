#include "base/text.hpp"
#include "model/text_tools.hpp"
#include "rules/commit_names.hpp"
#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <re2/re2.h>
#include <set>

namespace docs_lint::rules::severity::changed {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a commit changes the severity or the priority after it was assigned, without a written "
               "rationale of who may do so",
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
constexpr std::size_t kWordsOfAReasonBehindItsWord = 3;

bool was_assigned(const Edition& edition) {
    return !edition.gates.empty() && edition.gates.front().claimed;
}

using Tiers = std::vector<Edition::Tier> Edition::*;

const Edition::Tier* tier_of(const Edition& edition, Tiers tiers) {
    for (const Edition::Tier& tier : edition.*tiers)
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

/// Other punctuation, or an earlier date, confirms nothing anew.
bool is_confirmed_anew(const Edition::Item* earlier, const Edition::Item& now) {
    if (earlier == nullptr) return true;
    const bool backdated =
        earlier->owner_date && now.owner_date && base::surely_before(*now.owner_date, *earlier->owner_date);
    return !backdated && base::normalise_name(earlier->owner) != base::normalise_name(now.owner);
}

/// An owner's confirmation speaks for the new tier only where it was given anew.
std::string text_of(const Edition::Tier& tier, const Edition& before, const Edition& edition) {
    for (const Edition::Item& item : edition.items) {
        if (item.evidence != tier.text) continue;
        return is_confirmed_anew(before.find_item(item.id), item) ? item.evidence + " " + item.owner
                                                                  : item.evidence;
    }
    return tier.text;
}

/// Each name of the role becomes one mark, `@`.
std::string with_marks(std::string_view written, const policy::Role& role) {
    std::string text = base::collapse_blanks(written);
    std::vector<std::string> names = role.aliases;
    names.insert(names.begin(), role.title);
    for (const std::string& name : names)
        for (auto at = model::find_word(text, name); at; at = model::find_word(text, name, *at + 1))
            text.replace(*at, name.size(), "@");
    return text;
}

/// Beside the mark of the role: it has never agreed, was not asked, or gave no consent.
std::string pattern_of_denial() {
    const std::string never = "(?:never|not|\\w+n['’]t)(?: (?:yet|been|even|ever))* ";
    const std::string which = "(?:(?:the|a|an|any|written|prior|explicit) )*";
    const std::string consent = "(?:approval|consent|agreement|confirmation|decision|knowledge|sign-off)";
    const std::string said = "(?:agree|approve|consent|confirm|decide|sign|asked|consulted|informed|told)";
    const std::vector<std::string> forms = {
        "@,?(?: (?:who|which|has|have|had|did|does|do|was|is|yet|still),?)* " + never + said,
        "@ (?:has |have )?(?:disagree|object)",
        "\\b" + never + said + "\\w*(?: (?:off|to|on))? (?:by|with) (?:the )?@",
        "\\b(?:without|no) " + which + "@(?:['’]s)? " + which + consent,
        "\\b(?:without|no) " + which + consent + " (?:of|by|from) (?:the )?@",
        "@[,0-9 -]* without " + which + consent,
    };
    return fmt::format("(?i){}", fmt::join(forms, "|"));
}

bool is_denied(std::string_view written, const policy::Role& role) {
    static const re2::RE2 denial(pattern_of_denial());
    return re2::RE2::PartialMatch(with_marks(written, role), denial);
}

/// A word that says what was changed, when, or that there is no reason, is none of a reason.
bool is_word_of_reason(const std::string& word) {
    static const std::set<std::string> kOthers = {
        "p",       "was",     "is",      "from",   "to",        "by",       "on",        "at",   "the",
        "a",       "of",      "in",      "it",     "this",      "has",      "been",      "be",   "and",
        "changed", "change",  "lowered", "raised", "set",       "priority", "severity",  "tier", "utc",
        "reason",  "because", "since",   "due",    "rationale", "no",       "none",      "n",    "na",
        "nil",     "not",     "without", "any",    "given",     "tbd",      "tbc",       "tba",  "todo",
        "pending", "follow",  "follows", "later",  "unknown",   "yet",      "available", "said", "told",
        "will",    "see",     "above",   "below",  "applicable"};
    return kOthers.count(word) == 0;
}

/// Some word says why; tiers and the role say nothing of it.
bool says_why(std::string_view written, const policy::Role& role, const policy::Process& process) {
    std::string text = with_marks(written, role);
    for (const policy::SeverityTier& tier : process.severities)
        for (auto at = model::find_word(text, tier.name); at; at = model::find_word(text, tier.name))
            text.replace(*at, tier.name.size(), "@");
    static const re2::RE2 word("([A-Za-z]+)");
    re2::StringPiece rest(text);
    std::string one;
    while (re2::RE2::FindAndConsume(&rest, word, &one))
        if (is_word_of_reason(base::normalise_name(one))) return true;
    return false;
}

/// In a place that gives the severity: the role, and enough words for a reason.
bool gives_rationale(const Edition& before, const Edition& edition, Tiers tiers,
                     const policy::Policy& policy) {
    for (const std::string& id : edition.process->severity_changed_by) {
        const policy::Role* role = policy.roles.find(id);
        if (role == nullptr) continue;
        for (const Edition::Tier& tier : edition.*tiers) {
            const std::string text = text_of(tier, before, edition);
            if (names_role(text, *role) && words_in(text) >= kWordsOfAReason && !is_denied(text, *role) &&
                says_why(text, *role, *edition.process))
                return true;
        }
    }
    return false;
}

/// Where the reason begins: behind a word for it.
std::size_t reason_in(const std::string& text) {
    for (const std::string_view word : {"rationale", "reason", "because", "since", "due to"})
        if (const auto at = model::find_word(text, word)) return *at + word.size();
    return text.size();
}

bool is_undecided(const std::string& text) {
    static const std::vector<std::string> kWords = {
        "not",      "no",       "never",     "nobody", "without", "unless", "until",    "pending",
        "proposed", "proposes", "suggested", "asked",  "asks",    "should", "would",    "may",
        "might",    "if",       "refused",   "denied", "whether", "wants",  "rejected", "declined"};
    return model::contains_any_word(text, kWords);
}

/// `The Product Owner raised the severity from High to Critical. Rationale: ...`, which the commit adds.
bool tells_of_change(const std::string& remark, const Edition::Tier& from, const Edition::Tier& to,
                     const policy::Role& role, const policy::Process& process) {
    const std::size_t reason = reason_in(remark);
    const std::string decision = remark.substr(0, reason);
    return model::find_word(decision, from.name) && model::find_word(decision, to.name) &&
           names_role(decision, role) && !is_undecided(decision) &&
           words_in(remark.substr(reason)) >= kWordsOfAReasonBehindItsWord && !is_denied(remark, role) &&
           says_why(remark.substr(reason), role, process);
}

bool is_told_in_text(const Edition& before, const Edition& after, const Edition::Tier& from,
                     const Edition::Tier& to, const policy::Policy& policy) {
    const auto& told = before.remarks_on_severity;
    for (const std::string& id : after.process->severity_changed_by)
        for (const std::string& remark : after.remarks_on_severity) {
            const policy::Role* role = policy.roles.find(id);
            const bool added = std::find(told.begin(), told.end(), remark) == told.end();
            if (role != nullptr && added && tells_of_change(remark, from, to, *role, *after.process))
                return true;
        }
    return false;
}

/// What is taken away can come back as any other.
void report_removed(const facts::Revision& revision, std::string_view noun, const Edition::Tier& tier,
                    Report& report) {
    auto place = diagnostics::whole_document(revision.path);
    place.commit = revision.after->commit;
    report.finding({
        .message = fmt::format("{} takes away the {} {}", commit_name(revision.commit), noun, tier.name),
        .location = std::move(place),
        .help =
            fmt::format("put it back; where it changes, write the new {} with who changed it and why", noun),
        .related = {{fmt::format("the {} as it was", noun), revision.before->at(tier.place)}},
        .commit = revision.commit,
    });
}

void check_tiers(const facts::Revision& revision, std::string_view noun, Tiers tiers,
                 const policy::Policy& policy, Report& report) {
    const Edition& before = *revision.before;
    const Edition& after = *revision.after;
    const Edition::Tier* old_tier = tier_of(before, tiers);
    const Edition::Tier* new_tier = tier_of(after, tiers);
    if (old_tier == nullptr) return;
    if (new_tier == nullptr) return report_removed(revision, noun, *old_tier, report);
    if (old_tier->name == new_tier->name) return;
    if (gives_rationale(before, after, tiers, policy) ||
        is_told_in_text(before, after, *old_tier, *new_tier, policy))
        return;
    const std::string who = titles_of(after.process->severity_changed_by, policy.roles);
    report.finding({
        .message = fmt::format("{} changes the {} from {} to {} without a rationale of the {}",
                               commit_name(revision.commit), noun, old_tier->name, new_tier->name, who),
        .location = after.at(new_tier->place),
        .help = fmt::format("have the {} write beside the new {} why it changed: "
                            "\"{}, was {}: reason — role, YYYY-MM-DD\"",
                            who, noun == "severity" ? "tier" : noun, new_tier->name, old_tier->name),
        .related = {{fmt::format("the {} as it was", noun), before.at(old_tier->place)}},
        .commit = revision.commit,
    });
}

} // namespace

void check(const facts::History& history, Report& report) {
    const policy::Policy& policy = *history.corpus->policy;
    for (const facts::Revision& revision : history.revisions) {
        if (revision.before == nullptr || revision.after == nullptr) continue;
        const policy::Process* process = revision.after->process;
        if (process == nullptr || process->severity_changed_by.empty() || !was_assigned(*revision.before))
            continue;
        check_tiers(revision, "severity", &Edition::severities, policy, report);
        check_tiers(revision, "priority", &Edition::priorities, policy, report);
    }
}

} // namespace docs_lint::rules::severity::changed
