#include "base/text.hpp"
#include "facts/deviations.hpp"
#include "model/text_tools.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::deviation::field_missing {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a known deviation in a canonical spec lacks one of the six facts that it is triaged by",
    .why = "A deviation that is written down without priority, release, owner and backlog entry is known and "
           "still "
           "nobody's: that is how a fault stays in a product for years.",
    .fix = "Give its description, the canonical requirement, its priority (P0 to P3), its target release, "
           "its owner "
           "and its backlog entry. \"Backlog\" is a target for P3 only, \"TBD\" for nothing.",
    .source = "Document lifecycle guide §9, known deviations",
    .severity = diagnostics::Severity::warning,
};

namespace {

/// `target release (it says "TBD")`
std::string describe(const facts::DeviationValue& value) {
    const std::string written(base::trim(value.text));
    if (written.empty() || model::is_blank_or_dash(written) || written.size() > 40) return value.fact->name;
    return fmt::format("{} (it says \"{}\")", value.fact->name, written);
}

void check_release(const facts::DocumentFacts& document, const facts::KnownDeviation& deviation,
                   Report& report) {
    const policy::Deviations& rule = *document->document_class->deviations;
    const facts::DeviationValue* priority = deviation.find(rule.priority);
    const facts::DeviationValue* release = deviation.find(rule.release);
    if (priority == nullptr || release == nullptr || !priority->fits || !release->fits) return;
    if (!model::contains_any_word(release->text, rule.unplanned_releases)) return;
    if (facts::release_number(release->text) ||
        model::contains_any_word(priority->text, rule.unplanned_priorities))
        return;
    report.finding({
        .message = fmt::format("the deviation \"{}\" has priority {} and the target release \"{}\"",
                               deviation.name, base::trim(priority->text), base::trim(release->text)),
        .location = document->at(release->source),
        .help = fmt::format("name a release; only {} may wait without one",
                            base::list_in_words(rule.unplanned_priorities)),
        .related = {{"its priority", document->at(priority->source)}},
    });
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    for (const facts::KnownDeviation& deviation : facts::read_known_deviations(document)) {
        std::vector<std::string> missing;
        for (const facts::DeviationValue& value : deviation.values)
            if (!value.fits) missing.push_back(describe(value));
        check_release(document, deviation, report);
        if (missing.empty()) continue;
        report.finding({
            .message = fmt::format("the deviation \"{}\" gives no {}", deviation.name,
                                   base::list_in_words(missing, "and no")),
            .location = document->at(deviation.source),
            .help = "give what is missing as a column or as \"label: value\"; a target release is no \"TBD\"",
        });
    }
}

} // namespace docs_lint::rules::deviation::field_missing
