#include "base/text.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <re2/re2.h>

namespace docs_lint::rules::document::section_missing {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a section or notice that the document's class asks for is not there",
    .why = "Readers rely on what every document of a class says: how it is kept, how binding it is, what "
           "replaced "
           "it.",
    .fix = "Add the section under its usual title, or the sentence that is missing.",
    .source = "Document lifecycle guide, rules of each class; role charter §9",
};

namespace {

/// `9. Lifecycle & Versioning Compliance (binding)` gives `lifecycle and versioning compliance`.
std::string plain_title(std::string_view title) {
    static const re2::RE2 number(
        R"((?:(?:section|part|chapter|appendix) )?(?:[0-9]+ )+|(?:section|appendix) [a-z] )");
    std::string spelled;
    for (const char byte : title.substr(0, title.find('(')))
        spelled += byte == '&' ? std::string(" and ") : std::string(1, byte);
    std::string plain = base::normalise_name(spelled);
    re2::StringPiece rest(plain);
    if (re2::RE2::Consume(&rest, number)) plain = std::string(rest);
    return plain;
}

const model::Section* find_section(const model::Document& document, const policy::RequiredSection& rule) {
    for (const model::Section& section : document.sections)
        for (const std::string& title : rule.titles)
            if (plain_title(section.title) == plain_title(title)) return &section;
    return nullptr;
}

bool is_empty(const model::Document& document, const model::Section& section) {
    const auto body =
        std::string_view(document.text).substr(section.heading.end, section.source.end - section.heading.end);
    return body.find_first_not_of(" \t\r\n-*_") == std::string_view::npos;
}

/// A heading that is nearly the title which is asked for.
const model::Section* nearest_section(const model::Document& document, const policy::RequiredSection& rule) {
    std::vector<std::string> titles;
    for (const model::Section& section : document.sections) titles.push_back(plain_title(section.title));
    const auto nearest = base::nearest_name(plain_title(rule.titles.front()), titles);
    if (!nearest) return nullptr;
    return &document.sections[static_cast<std::size_t>(std::find(titles.begin(), titles.end(), *nearest) -
                                                       titles.begin())];
}

void report_missing(const facts::DocumentFacts& document, const policy::RequiredSection& rule,
                    Report& report) {
    Finding finding{
        .message = fmt::format("there is no section \"{}\"", rule.titles.front()),
        .location = document->at(document->beginning()),
        .help = fmt::format("a document of class \"{}\" has one: add it under that heading",
                            document->document_class->title),
    };
    if (const model::Section* near = nearest_section(*document, rule))
        finding.related.push_back({"this heading is nearly the same", document->at(near->heading)});
    report.finding(std::move(finding));
}

void check_section(const facts::DocumentFacts& document, const policy::RequiredSection& rule,
                   Report& report) {
    const model::Section* section = find_section(*document, rule);
    if (section == nullptr) return report_missing(document, rule, report);
    if (!is_empty(*document, *section)) return;
    report.finding({
        .message = fmt::format("the section \"{}\" is empty", section->title),
        .location = document->at(section->heading),
        .help = "write the section",
    });
}

bool is_due(const facts::DocumentFacts& document, const policy::Notice& notice) {
    if (notice.when_statuses.empty()) return true;
    const model::Field* status = document->header.find_any(document->document_class->status_fields);
    if (status == nullptr) return false;
    const std::string value = model::status_value(*status, *document->document_class);
    return std::any_of(notice.when_statuses.begin(), notice.when_statuses.end(),
                       [&](const std::string& one) { return base::equals_ignoring_case(one, value); });
}

void check_notice(const facts::DocumentFacts& document, const policy::Notice& notice, Report& report) {
    if (!is_due(document, notice)) return;
    const bool given =
        std::any_of(notice.patterns.begin(), notice.patterns.end(),
                    [&](const policy::Expression& pattern) { return pattern.found_in(document->text); });
    if (given) return;
    report.finding({
        .message = fmt::format("nothing in this document says {}", notice.about),
        .location = document->at(document->beginning()),
        .help = fmt::format("a document of class \"{}\" says so, under its header for instance",
                            document->document_class->title),
        .at_most = diagnostics::Severity::warning,
    });
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    for (const policy::RequiredSection& rule : document->document_class->sections)
        check_section(document, rule, report);
    for (const policy::Notice& notice : document->document_class->notices)
        check_notice(document, notice, report);
}

} // namespace docs_lint::rules::document::section_missing
