#include "base/text.hpp"
#include "model/header_values.hpp"
#include "model/text_tools.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::header::contradiction {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "the header and another place of the document say different things about it",
    .why = "A record that is active in its header and filed in its footer is protected or free to change, as "
           "one "
           "likes to "
           "read it. Only one place may say so.",
    .fix = "Make both places say what holds, or leave it to the header alone.",
    .source = "Document lifecycle guide: every document is in exactly one state; role charter §9",
};

namespace {

using model::DateForm;
using model::StrayField;
using model::StrayPlace;

bool is_among(const std::vector<std::string>& names, std::string_view name) {
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& one) { return base::equals_ignoring_case(one, name); });
}

/// The status, where the value says nothing else but a date: `Filed at closure` explains.
std::string bare_status(const model::Field& field, const policy::DocumentClass& document_class) {
    const std::string status = model::status_value(field, document_class);
    if (!is_among(document_class.statuses, status)) return {};
    const std::string value = model::without_glyphs(field.value.text);
    const bool alone = value.size() == status.size() || !base::find_moments(value).empty();
    return alone ? status : std::string();
}

std::string place_name(StrayPlace place) {
    switch (place) {
    case StrayPlace::head:
        return "below the header";
    case StrayPlace::block:
        return "in a second header";
    case StrayPlace::footer:
        return "at the end";
    case StrayPlace::section:
        return "here";
    }
    return {};
}

struct Judge {
    const facts::DocumentFacts& document;
    Report& report;

    [[nodiscard]] const policy::DocumentClass& document_class() const { return *document->document_class; }
    [[nodiscard]] const policy::HeaderFields& known() const { return document.policy->header_fields; }

    [[nodiscard]] bool files(std::string_view status) const {
        return document_class().filing && is_among(document_class().filing->statuses, status);
    }
    [[nodiscard]] const model::Field* header_status() const {
        return document->header.find_any(document_class().status_fields);
    }
    [[nodiscard]] const model::Field* filing_date() const {
        return document_class().filing ? document->header.find_any(document_class().filing->date_fields)
                                       : nullptr;
    }
    [[nodiscard]] model::DateValue date_of(const model::Field& field) const {
        return model::read_date_value(field.value, document.policy->sign_off);
    }

    void contradict(const std::string& message, const model::Field& field, const model::Field& other,
                    std::optional<diagnostics::Severity> at_most = {}) const {
        report.finding({
            .message = message,
            .location = document->at(field.source),
            .help = "make both say what holds, or take this one out",
            .related = {{"the header says this", document->at(other.source)}},
            .at_most = at_most,
        });
    }

    void judge_status(const StrayField& stray) const {
        const model::Field* status = header_status();
        const std::string said = bare_status(stray.field, document_class());
        if (status == nullptr || said.empty()) return;
        const std::string holds = model::status_value(*status, document_class());
        if (!is_among(document_class().statuses, holds) || base::equals_ignoring_case(holds, said)) return;
        const bool unsure = stray.place == StrayPlace::section;
        if (unsure && (!files(said) || files(holds))) return;
        contradict(
            fmt::format("the document is {} {} and {} in its header", said, place_name(stray.place), holds),
            stray.field, *status, unsure ? std::optional(diagnostics::Severity::warning) : std::nullopt);
    }

    /// A date of filing elsewhere, where the header has a dash, another date, or another status.
    void judge_filing_date(const StrayField& stray) const {
        const model::DateValue said = date_of(stray.field);
        if (stray.place == StrayPlace::section || said.form != DateForm::plain) return;
        const model::Field* header = filing_date();
        const model::Field* status = header_status();
        if (header == nullptr && status != nullptr && !files(model::status_value(*status, document_class())))
            return contradict(fmt::format("the document was filed on {} {} and is {} in its header",
                                          said.written, place_name(stray.place),
                                          model::status_value(*status, document_class())),
                              stray.field, *status);
        if (header == nullptr) return;
        const model::DateValue holds = date_of(*header);
        if (holds.moment && holds.moment->date == said.moment->date) return;
        contradict(fmt::format("{}: {} {}, and {} in the header", base::trim(stray.field.key), said.written,
                               place_name(stray.place),
                               holds.moment ? holds.written : std::string("no date")),
                   stray.field, *header);
    }

    void judge_value(const StrayField& stray, const std::vector<std::string>& names) const {
        const model::Field* header = document->header.find_any(names);
        if (header == nullptr || stray.place == StrayPlace::section) return;
        const auto differ = [&](const auto& left, const auto& right) {
            return left && right && *left != *right;
        };
        const auto& format = document.policy->sign_off;
        const bool other_version = differ(model::read_version_value(header->value, format).version,
                                          model::read_version_value(stray.field.value, format).version);
        const auto held = date_of(*header);
        const auto said = date_of(stray.field);
        const bool other_date = held.moment && said.moment && held.moment->date != said.moment->date;
        if (!other_version && !other_date) return;
        contradict(fmt::format("{} is {} {}, and {} in the header", base::trim(stray.field.key),
                               base::trim(stray.field.value.text), place_name(stray.place),
                               base::trim(header->value.text)),
                   stray.field, *header);
    }

    void judge(const StrayField& stray) const {
        const auto is = [&](const std::vector<std::string>& names) {
            return model::matches_label(stray.field.key, names);
        };
        if (is(document_class().status_fields)) return judge_status(stray);
        if (document_class().filing && is(document_class().filing->date_fields))
            return judge_filing_date(stray);
        judge_value(stray, is(known().versions) ? known().versions : known().updates);
    }

    /// The header's own status and filing date.
    void judge_header() const {
        const model::Field* status = header_status();
        const model::Field* filed = filing_date();
        if (status == nullptr || filed == nullptr) return;
        const std::string said = model::status_value(*status, document_class());
        const model::DateValue date = date_of(*filed);
        if (!is_among(document_class().statuses, said)) return;
        if (!files(said) && date.form == DateForm::plain)
            contradict(
                fmt::format("the header gives a filing date, {}, and the status {}", date.written, said),
                *filed, *status);
        if (files(said) && (date.form == DateForm::none || date.form == DateForm::pending))
            contradict(fmt::format("the header says {} and gives no filing date", said), *filed, *status);
    }
};

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    if (document->document_class->is_template) return;
    const Judge judge{document, report};
    judge.judge_header();
    for (const StrayField& stray : document->stray_fields) judge.judge(stray);
}

} // namespace docs_lint::rules::header::contradiction
