#include "base/text.hpp"
#include "facts/lessons.hpp"
#include "model/placeholders.hpp"
#include "model/shown_words.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::lessons::section_missing {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a lessons record lacks one of its parts, or leaves one empty",
    .why =
        "Each part answers a question of the review: what worked, where friction came from, what was changed "
        "because of it, what is new, what is still to do. A part that is left out was not asked.",
    .fix = "Add the section. Where there is nothing to say, say so: \"None\".",
    .source = "Tech backlog lessons learnt template, output",
};

namespace {

using diagnostics::Severity;
using model::EntryShape;

std::optional<Severity> mildness(const facts::DocumentFacts& document, Severity filed) {
    return document.filing.filed ? filed : Severity::information;
}

/// Not all of it is struck through, or cannot be seen.
bool shows_anything(std::string_view text) {
    return model::as_people_read(text).find_first_not_of(" |") != std::string::npos;
}

/// Something stands below the heading that is neither a heading nor the template's placeholder.
bool is_filled(const facts::DocumentFacts& document, const facts::LessonsSection& section) {
    for (std::size_t at = section.heading + 1; at < section.end; ++at) {
        const model::Entry& entry = document->entries[at];
        if (entry.shape != EntryShape::heading && shows_anything(entry.text.text) &&
            !model::has_placeholder(entry.text, document.policy->sign_off))
            return true;
    }
    return false;
}

void report_empty(const facts::DocumentFacts& document, const facts::LessonsSection& section,
                  Report& report) {
    const model::Entry& heading = document->entries[section.heading];
    report.finding({
        .message = fmt::format("the section \"{}\" says nothing", heading.text.text),
        .location = document->at(heading.source),
        .help = "fill it in, or write \"None\" where there is nothing to say",
        .at_most = mildness(document, Severity::warning),
    });
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    if (!facts::follows_lessons_template(document)) return;
    for (const std::vector<std::string>& titles : document->document_class->lessons->sections) {
        const auto sections = facts::find_lessons_sections(document->entries, titles);
        const bool filled = std::any_of(sections.begin(), sections.end(),
                                        [&](const auto& section) { return is_filled(document, section); });
        if (filled) continue;
        if (!sections.empty()) {
            report_empty(document, sections.front(), report);
            continue;
        }
        report.finding({
            .message = fmt::format("there is no section \"{}\"", titles.front()),
            .location =
                document->at(document->title.empty() ? document->beginning() : document->title_source),
            .help = fmt::format("add the heading \"{}\", and \"None\" below it where there is nothing to say",
                                titles.front()),
            .at_most = mildness(document, Severity::error),
        });
    }
}

} // namespace docs_lint::rules::lessons::section_missing
