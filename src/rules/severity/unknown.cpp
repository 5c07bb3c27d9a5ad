#include "base/text.hpp"
#include "base/utf8.hpp"
#include "facts/severity.hpp"
#include "model/text_tools.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::severity::unknown {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a severity that the process does not know, two places that give different ones, or a title "
               "with another priority than the record",
    .why = "Timers and duties hang on the tier by its name; one that is not in the list has none.",
    .fix = "Use one of the process's tiers; a priority of the backlog is another thing and has a field of "
           "its own.",
    .source = "Delivery process, severity tiers",
};

namespace {

std::vector<std::string> tier_names(const policy::Process& process) {
    std::vector<std::string> names;
    for (const policy::SeverityTier& tier : process.severities) names.push_back(tier.name);
    return names;
}

void report_unknown(const facts::DocumentFacts& document, const facts::DeclaredSeverity& declared,
                    Report& report) {
    const auto names = tier_names(*document.process);
    const auto nearest = base::nearest_name(declared.text, names);
    report.finding({
        .message =
            fmt::format("the process \"{}\" has no severity \"{}\"", document.process->title, declared.text),
        .location = document->at(declared.source),
        .help = fmt::format("{}its tiers are {}", nearest ? fmt::format("did you mean {}? ", *nearest) : "",
                            base::list_in_words(names)),
    });
}

/// `Medium, was High`: it says what it was changed from.
bool tells_of_change(const std::string& text, const policy::SeverityTier& left,
                     const policy::SeverityTier& right) {
    return model::find_word(text, left.name) && model::find_word(text, right.name) &&
           model::contains_any_word(
               text, {"was", "from", "changed", "formerly", "previously", "raised", "lowered"});
}

/// A line of the record tells of the change.
bool record_tells_of_change(const facts::DocumentFacts& document, const policy::SeverityTier& left,
                            const policy::SeverityTier& right) {
    for (const std::string_view line : base::split(document->text, '\n')) {
        const std::string text(line);
        if (base::find_ignoring_case(text, "severity") && tells_of_change(text, left, right)) return true;
    }
    return false;
}

/// The title gives another priority than the record, whose text does not tell of that one.
void report_title(const facts::DocumentFacts& document, Report& report) {
    const auto& declared = document->priorities;
    const auto title = std::find_if(declared.begin(), declared.end(),
                                    [&](const auto& one) { return one.source == document->title_source; });
    if (title == declared.end()) return;
    const std::string titled = model::priority_in(title->text);
    for (const model::TierDeclaration& one : declared) {
        const std::string other = model::priority_in(one.text);
        if (other.empty() || base::equals_ignoring_case(other, titled) || model::find_word(one.text, titled))
            continue;
        return report.finding({
            .message = fmt::format("the title gives the priority {}, and the record {}", titled, other),
            .location = document->at(title->source),
            .help =
                "bring both places to the priority that holds; write `from ... to ...` where it was changed",
            .related = {{fmt::format("here it is {}", other), document->at(one.source)}},
        });
    }
}

/// Duties hang on priorities only where the process names some.
bool asks_by_priority(const policy::Process& process) {
    return process.closure && !process.closure->priorities.empty();
}

bool names_priority(const std::string& text, const facts::DocumentFacts& document) {
    return !model::priority_in(text).empty() || facts::tier_named_in(text, *document.process) != nullptr ||
           facts::is_waiting(text, document.policy->sign_off);
}

void report_unknown_priorities(const facts::DocumentFacts& document, Report& report) {
    if (document.process == nullptr || !asks_by_priority(*document.process)) return;
    for (const model::TierDeclaration& one : document->priorities)
        if (!names_priority(one.text, document))
            report.finding({
                .message = fmt::format("the priority \"{}\" is none that duties could hang on", one.text),
                .location = document->at(one.source),
                .help = fmt::format("write one such as {}",
                                    base::list_in_words(document.process->closure->priorities, "or")),
            });
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    report_title(document, report);
    report_unknown_priorities(document, report);
    const facts::DeclaredSeverity* first = nullptr;
    const auto declared = facts::declared_severities(document);
    for (const facts::DeclaredSeverity& one : declared) {
        if (one.tier == nullptr) {
            report_unknown(document, one, report);
            continue;
        }
        if (first == nullptr) first = &one;
        if (first->tier == one.tier) continue;
        if (tells_of_change(first->text, *first->tier, *one.tier) ||
            tells_of_change(one.text, *first->tier, *one.tier) ||
            record_tells_of_change(document, *first->tier, *one.tier))
            continue;
        report.finding({
            .message = fmt::format("the severity is {} here, and {} elsewhere in the record",
                                   first->tier->name, one.tier->name),
            .location = document->at(first->source),
            .help = "bring both places to the tier that holds; write `from ... to ...` where it was changed",
            .related = {{fmt::format("here it is {}", one.tier->name), document->at(one.source)}},
        });
    }
}

} // namespace docs_lint::rules::severity::unknown
