#include "base/text.hpp"
#include "facts/lessons.hpp"
#include "model/placeholders.hpp"
#include "model/shown_words.hpp"
#include "model/text_tools.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <re2/re2.h>

namespace docs_lint::rules::lessons::field_missing {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a lessons record lacks a field, its item's priority, or the note on template applicability",
    .why =
        "A review that does not say which item it is about, how urgent that was, when it was closed and who "
        "reviewed it cannot be found again, and nobody can tell whether it was in time.",
    .fix = "Add the field to the header block; give the priority with the type; say in the note whether the "
           "standard or an adapted template was used, and why.",
    .source = "Tech backlog lessons learnt template, output",
};

namespace {

using diagnostics::Severity;

std::optional<Severity> mildness(const facts::DocumentFacts& document) {
    return document.filing.filed ? std::nullopt : std::optional(Severity::information);
}

/// `not yet by the PMO Lead`, `TBC`, `PMO Lead (pending)`: the value is still to come.
bool is_still_open(std::string_view value) {
    static const re2::RE2 begins(
        R"([^\pL\pN]*(?:not (?:yet|before|closed|reviewed|filed|known|named)\b.*|(?:tbc|tbd|tba|todo|pending|)"
        R"(awaiting|awaited|unassigned|nobody|no ?one|unknown|to follow|)"
        R"(to be (?:confirmed|determined|decided|defined|named|agreed|written|added|filled in|reviewed|closed)))"
        R"(\s*(?:[.,;:(?—–-].*|by\b.*)?))");
    static const re2::RE2 ends(
        R"(.*[(,;:—–]\s*(?:review )?(?:is )?(?:pending|tbc|tbd|tba|not yet|to be confirmed|awaited|outstanding|)"
        R"(to follow)[\s.)]*)");
    const std::string read = model::as_people_read(value);
    return re2::RE2::FullMatch(read, begins) || re2::RE2::FullMatch(read, ends);
}

bool is_empty(const model::Field& field) {
    return model::is_blank_or_dash(model::as_people_read(field.value.text));
}

/// The field that says something; else the one that is there, which may be null.
const model::Field* find_field(const model::Header& header, const policy::LessonsField& rule) {
    const model::Field* empty = nullptr;
    for (const std::string& name : rule.names)
        for (const model::Field* field : header.find_all(name)) {
            if (!is_empty(*field)) return field;
            if (empty == nullptr) empty = field;
        }
    return empty;
}

/// A draft has no filing date yet.
bool waits_for_filing(const facts::DocumentFacts& document, const policy::LessonsField& rule) {
    const auto& filing = document->document_class->filing;
    return filing && !document.filing.filed &&
           std::any_of(rule.names.begin(), rule.names.end(), [&](const std::string& name) {
               return std::find(filing->date_fields.begin(), filing->date_fields.end(), name) !=
                      filing->date_fields.end();
           });
}

void check_field(const facts::DocumentFacts& document, const policy::LessonsField& rule, Report& report) {
    if (waits_for_filing(document, rule)) return;
    const model::Field* field = find_field(document->header, rule);
    const bool filled = field != nullptr && !is_empty(*field);
    const bool open = filled && is_still_open(field->value.text);
    const bool says =
        filled && !open &&
        (rule.says.empty() || std::any_of(rule.says.begin(), rule.says.end(), [&](const auto& expression) {
             return expression.found_in(field->value.text);
         }));
    if (says) return;
    std::string message;
    if (open)
        message = fmt::format("the header field \"{}\" is still open: \"{}\"", field->key, field->value.text);
    else if (filled)
        message = fmt::format("the header field \"{}\" does not give {}", field->key, rule.expected);
    else if (field != nullptr)
        message = fmt::format("the header field \"{}\" is empty", field->key);
    else
        message = fmt::format("the header has no field \"{}\"", rule.names.front());
    report.finding({
        .message = std::move(message),
        .location = document->at(field != nullptr ? field->source : document->header.fields.front().source),
        .help = rule.expected.empty()
                    ? fmt::format("a lessons record gives {}", base::list_in_words(rule.names, "or"))
                    : fmt::format("give {}", rule.expected),
        .at_most = mildness(document),
    });
}

bool says_something(std::string_view text) {
    return !model::is_blank_or_dash(model::as_people_read(text)) && !is_still_open(text);
}

/// Words behind the longest label that begins the text.
bool says_more_than(std::string_view text, const std::vector<std::string>& labels) {
    std::size_t end = 0;
    for (const std::string& label : labels)
        if (model::starts_with_ignoring_case(text, label)) end = std::max(end, label.size());
    const std::size_t rest = text.find_first_not_of(" :.-", end);
    return rest != std::string_view::npos && says_something(text.substr(rest));
}

/// The place of the note: a paragraph, a field, or a section of that name; `said` where it says something.
struct Note {
    std::optional<base::Span> place;
    bool said = false;
};

Note find_note(const facts::DocumentFacts& document, const std::vector<std::string>& labels) {
    Note note;
    for (const model::Field* field : {document->header.find_any(labels)})
        if (field != nullptr)
            note = {field->source, !model::is_pending(field->value, document.policy->sign_off) &&
                                       says_something(field->value.text)};
    const auto& entries = document->entries;
    for (std::size_t at = 0; at < entries.size() && !note.said; ++at) {
        const bool named = std::any_of(labels.begin(), labels.end(), [&](const std::string& label) {
            return model::starts_with_ignoring_case(entries[at].text.text, label);
        });
        if (!named) continue;
        note.place = entries[at].source;
        const bool below = entries[at].shape == model::EntryShape::heading && at + 1 < entries.size() &&
                           entries[at + 1].shape != model::EntryShape::heading;
        note.said = (below ? says_something(entries[at + 1].text.text)
                           : says_more_than(entries[at].text.text, labels)) &&
                    !model::has_placeholder(entries[below ? at + 1 : at].text, document.policy->sign_off);
    }
    return note;
}

void check_note(const facts::DocumentFacts& document, const std::vector<std::string>& labels,
                Report& report) {
    if (labels.empty()) return;
    const Note note = find_note(document, labels);
    if (note.said) return;
    report.finding({
        .message = note.place ? fmt::format("the \"{}\" says nothing", base::lower(labels.front()))
                              : fmt::format("there is no \"{}\"", base::lower(labels.front())),
        .location = document->at(note.place.value_or(document->header.fields.front().source)),
        .help =
            fmt::format("write \"{}: ...\" below the header: which template was used, standard or adapted, "
                        "and why",
                        labels.front()),
        .at_most = mildness(document),
    });
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    if (!document->header.present() || !facts::follows_lessons_template(document)) return;
    for (const policy::LessonsField& field : document->document_class->lessons->fields)
        check_field(document, field, report);
    check_note(document, document->document_class->lessons->note, report);
}

} // namespace docs_lint::rules::lessons::field_missing
