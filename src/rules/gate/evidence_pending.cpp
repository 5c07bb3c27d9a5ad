#include "base/text.hpp"
#include "model/status_words.hpp"
#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>
#include <string>

namespace docs_lint::rules::gate::evidence_pending {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a passed item's evidence is a placeholder, or says that it is still to come",
    .why = "A gate that claims to have passed rests on evidence that is there, not on evidence that somebody "
           "meant to add.",
    .fix = "Replace the placeholder by the evidence; or take back the claim that the gate has passed.",
    .source = "Delivery process, invariant GI-3; Gate Validation Format",
    .suppressible = false,
};

namespace {

/// The longest of the process's words for what is still to come; empty for a placeholder.
std::string pending_phrase(const facts::ItemFacts& item, const policy::SignOffFormat& format) {
    std::string found;
    for (const std::string& phrase : format.pending_words)
        if (phrase.size() > found.size() && model::says(item.evidence.text, {phrase})) found = phrase;
    return found;
}

/// As the document writes it, so that its readers find it there.
std::string as_written(const std::string& phrase, std::string_view text) {
    const auto at = base::find_ignoring_case(text, phrase);
    return at ? std::string(text.substr(*at, phrase.size())) : phrase;
}

std::string help_for(const std::string& phrase) {
    if (phrase.empty())
        return "replace the placeholder by the specific reference, or correct what says that the item has "
               "passed";
    return fmt::format("put the specific reference there, or correct what says that the item has passed; "
                       "where \"{}\" means something else, use another word or put it into code",
                       phrase);
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    for (const facts::ItemFacts* item : claimed_items(document)) {
        if (item->evidence_component.component == nullptr || !item->evidence.is_pending) continue;
        const std::string phrase =
            as_written(pending_phrase(*item, document.policy->sign_off), item->evidence.text);
        report.finding({
            .message = fmt::format("{} counts as passed while its evidence is still to come{}",
                                   name_of(*item), phrase.empty() ? "" : ": \"" + phrase + "\""),
            .location = document->at(item->evidence_component.component->source),
            .help = help_for(phrase),
            .related = {claim_of(document, name_of(*item), *item->claim)},
        });
    }
}

} // namespace docs_lint::rules::gate::evidence_pending
