#include "base/text.hpp"
#include "model/header_values.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::header::version_invalid {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "the header's version is not of the form x.y",
    .why =
        "Sign-offs, change logs and other documents cite a version. One that cannot be compared with another "
        "tells nobody which text was meant.",
    .fix = "Write the version as x.y (or x.y.z); what else there is to say may stand behind it.",
    .source = "Document lifecycle guide, versioning: x.y; role charter §9",
};

namespace {

void check_field(const facts::DocumentFacts& document, const model::Field& field, Report& report) {
    const auto value = model::read_version_value(field.value, document.policy->sign_off);
    if (value.form != model::VersionForm::invalid) return;
    report.finding({
        .message = fmt::format("\"{}\" is no version", base::trim(field.value.text)),
        .location = document->at(field.source),
        .help = "write it as x.y, such as 1.2; remarks may stand behind it: 1.2 (reviewed)",
    });
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    for (const std::string& name : document.policy->header_fields.versions)
        for (const model::Field* field : document->header.find_all(name))
            check_field(document, *field, report);
}

} // namespace docs_lint::rules::header::version_invalid
