#include "facts/lessons.hpp"

#include "base/text.hpp"
#include "base/written_date.hpp"
#include "model/placeholders.hpp"
#include "model/shown_words.hpp"
#include "model/struck.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <re2/re2.h>
#include <utility>

namespace docs_lint::facts {
namespace {

using markdown::Text;
using model::Entry;
using model::EntryShape;
using model::EntryValue;
using policy::Lessons;

enum Kind : std::size_t { kAction, kOwner, kDate };

std::vector<std::vector<std::string>> labels_of(const Lessons& lessons) {
    return {lessons.action_labels, lessons.owner_labels, lessons.date_labels};
}

/// Nothing outstanding, and perhaps why: `None: all was done at closure`.
bool begins_with_nothing(std::string_view text, const Lessons& lessons) {
    if (model::says_nothing(text, lessons.nothing)) return true;
    const std::string bare = model::without_glyphs(text);
    return std::any_of(lessons.nothing.begin(), lessons.nothing.end(), [&](const std::string& word) {
        if (!model::starts_with_ignoring_case(bare, word)) return false;
        const std::size_t next = bare.find_first_not_of(' ', word.size());
        if (next == std::string::npos) return true;
        return std::string_view(".,:;(").find(bare[next]) != std::string_view::npos ||
               model::dash_at(bare, next) > 0;
    });
}

class ActionReader {
public:
    ActionReader(const DocumentFacts& document, const Lessons& lessons)
        : document_(document), lessons_(lessons) {}

    void read(const LessonsSection& section, std::vector<OutstandingAction>& actions) const {
        for (const model::Unit& unit :
             model::read_units(document_->entries, section.heading + 1, section.end, labels_of(lessons_)))
            if (auto action = read(unit)) actions.push_back(std::move(*action));
    }

private:
    [[nodiscard]] bool says_something(const Text& text) const {
        return !model::says_nothing(model::as_people_read(text.text), lessons_.nothing) &&
               !model::is_pending(text, document_.policy->sign_off);
    }

    [[nodiscard]] std::optional<OutstandingAction> read(const model::Unit& unit) const {
        const Text text = unit.text();
        if (begins_with_nothing(text.text, lessons_) || is_empty_row(unit)) return std::nullopt;
        if (!unit.values.empty()) return read_labelled(unit);
        const Entry& first = *unit.entries.front();
        if (first.shape == EntryShape::table_row || first.shape == EntryShape::heading) return std::nullopt;
        const auto parts = base::split(text.text, '|');
        if (parts.size() >= 3 && are_labels(parts)) return std::nullopt;
        if (parts.size() >= 3) return read_parts(unit, text, parts);
        if (first.shape == EntryShape::list_item && first.depth == 1) return read_prose(unit, text);
        return std::nullopt; // a sentence that leads to the list
    }

    /// `Owner | Action | Target date`: the template says what stands where.
    [[nodiscard]] bool are_labels(const std::vector<std::string_view>& parts) const {
        const auto labels = labels_of(lessons_);
        return std::all_of(parts.begin(), parts.end(), [&](std::string_view part) {
            return std::any_of(labels.begin(), labels.end(), [&](const std::vector<std::string>& names) {
                return model::matches_label(part, names);
            });
        });
    }

    /// `| — | None | — |`
    [[nodiscard]] bool is_empty_row(const model::Unit& unit) const {
        const auto& cells = unit.entries.front()->cells;
        return unit.is_row && std::all_of(cells.begin(), cells.end(), [&](const Text& cell) {
                   return begins_with_nothing(cell.text, lessons_);
               });
    }

    [[nodiscard]] OutstandingAction read_labelled(const model::Unit& unit) const {
        OutstandingAction action;
        action.source = unit.source();
        const auto gives = [&](std::size_t kind) {
            const EntryValue* value = unit.find(kind);
            return value != nullptr && says_something(value->value);
        };
        const EntryValue* owner = unit.find(kOwner);
        action.has_owner = gives(kOwner) && !model::names_nobody(owner->value.text);
        // In a list the words before the first label say what is to be done.
        action.has_action = gives(kAction) || (!unit.is_row && unit.titled);
        if (const EntryValue* date = unit.find(kDate)) set_date(action, date->value.text);
        if (!unit.is_row && unit.find(kDate) == nullptr) set_date(action, unit.text().text);
        return action;
    }

    static bool gives_date(std::string_view text) {
        return !base::find_moments(text).empty() || base::find_written_date(text);
    }

    /// Behind `was` stands a day that no longer holds, behind `not before` none on which anything is due.
    static bool is_no_target(std::string_view before) {
        static const re2::RE2 lead(
            R"((?i)\b(?:was|were|originally|formerly|previously|not before)[\s:*_(]*$)");
        return re2::RE2::PartialMatch(re2::StringPiece(before.data(), before.size()), lead);
    }

    static void set_date(OutstandingAction& action, std::string_view written_text) {
        action.date_text = std::string(written_text);
        const std::string text = model::without_struck(written_text);
        for (const base::MomentMention& mention : base::find_moments(text))
            if (mention.moment && !is_no_target(std::string_view(text).substr(0, mention.begin)))
                action.date = mention.moment;
        if (!base::find_moments(text).empty()) return;
        const auto written = base::find_written_date(text);
        if (!written || !written->date || written->other) return;
        action.date = base::Moment{*written->date, std::nullopt};
        action.date_text = text.substr(written->source.begin, written->source.size());
        action.dated_otherwise = true;
    }

    /// `QA Lead | Add a test | 2026-03-20`: three parts, one of them the date.
    [[nodiscard]] OutstandingAction read_parts(const model::Unit& unit, const Text& text,
                                               const std::vector<std::string_view>& parts) const {
        OutstandingAction action;
        action.source = unit.source();
        set_date(action, text.text);
        std::size_t said = 0;
        for (std::size_t at = 0; at < parts.size(); ++at) {
            const auto begin = static_cast<std::size_t>(parts[at].data() - text.text.data());
            const Text part = text.slice({begin, begin + parts[at].size()}).trimmed();
            const bool is_date = gives_date(part.text) || (!action.date && at == 2);
            if (!is_date && says_something(part) && !model::names_nobody(part.text)) ++said;
        }
        action.has_owner = action.has_action = said >= 2;
        if (!action.date) action.date_text = std::string(base::trim(parts.back()));
        return action;
    }

    /// A role anywhere in it is its owner.
    [[nodiscard]] OutstandingAction read_prose(const model::Unit& unit, const Text& text) const {
        OutstandingAction action;
        action.source = unit.source();
        action.is_prose = true;
        action.has_action = true;
        set_date(action, text.text);
        if (!action.dated_otherwise) action.date_text.clear();
        model::Component component;
        component.value = {text};
        action.has_owner = !model::read_evidence(component, *document_.policy).roles.empty();
        return action;
    }

    const DocumentFacts& document_;
    const Lessons& lessons_;
};

/// Where the name behind an escalation ends.
std::size_t end_of_name(std::string_view text, std::size_t begin) {
    static const std::vector<std::string> kLeaders = {
        "for", "on",    "because", "as",   "who", "which", "with",  "by",     "at",
        "in",  "when",  "after",   "that", "via", "to",    "since", "under",  "before",
        "so",  "about", "is",      "was",  "has", "and",   "or",    "within", "immediately"};
    std::size_t end = begin;
    while (end < text.size() && std::string_view(".,;:()|\n").find(text[end]) == std::string_view::npos &&
           model::dash_at(text, end) == 0)
        ++end;
    for (const std::string& word : kLeaders)
        if (const auto at = model::find_word(text.substr(0, end), word, begin)) end = std::min(end, *at);
    return end;
}

/// `Head of Specs Team`: begins with a capital letter, few words, no number in it.
bool looks_like_role(std::string_view name) {
    const auto words = base::split(base::collapse_blanks(name), ' ');
    return !name.empty() && words.size() <= 6 && name.front() >= 'A' && name.front() <= 'Z' &&
           name.find_first_of("0123456789") == std::string_view::npos;
}

std::string_view without_article(std::string_view name) {
    return model::starts_with_ignoring_case(name, "the ") ? base::trim(name.substr(4)) : name;
}

bool is_taken_back(std::string_view before, const Lessons& lessons) {
    const std::size_t clause = before.find_last_of(".;|");
    const std::string_view tail = clause == std::string_view::npos ? before : before.substr(clause + 1);
    const auto words = base::split(base::trim(tail), ' ');
    const std::size_t first = words.size() > 3 ? words.size() - 3 : 0;
    for (std::size_t at = first; at < words.size(); ++at)
        for (const std::string& word : lessons.negations)
            if (base::equals_ignoring_case(words[at], word) ||
                (word.front() == 'n' && word == "n't" && words[at].ends_with("n't")))
                return true;
    return false;
}

void read_escalations_of(const Entry& entry, const Lessons& lessons, const policy::RoleRegister& roles,
                         std::vector<Escalation>& found) {
    const std::string_view text = entry.text.text;
    if (!model::mentions_any(text, lessons.escalation_words)) return; // most lines
    for (const std::string& word : lessons.escalation_words)
        for (auto at = model::find_word(text, word); at; at = model::find_word(text, word, *at + 1)) {
            if (is_taken_back(text.substr(0, *at), lessons)) continue;
            const base::Span name =
                model::trim(text, {*at + word.size(), end_of_name(text, *at + word.size())});
            const std::string written(without_article(text.substr(name.begin, name.size())));
            auto ids = roles.roles_named(written);
            if (!ids.empty() || looks_like_role(written))
                found.push_back({written, std::move(ids), entry.text.source_of({*at, name.end})});
        }
}

} // namespace

bool follows_lessons_template(const DocumentFacts& document) {
    const auto& lessons = document->document_class->lessons;
    if (!lessons || document->document_class->is_template) return false;
    const model::Field* type = document->header.find_any(lessons->type_fields);
    return type == nullptr || model::find_word(type->value.text, "backlog") ||
           std::none_of(lessons->other_types.begin(), lessons->other_types.end(),
                        [&](const std::string& other) {
                            return model::starts_with_ignoring_case(type->value.text, other);
                        });
}

std::vector<LessonsSection> find_lessons_sections(const std::vector<Entry>& entries,
                                                  const std::vector<std::string>& titles) {
    std::vector<LessonsSection> found;
    for (std::size_t at = 0; at < entries.size(); ++at) {
        const Entry& entry = entries[at];
        if (entry.shape != EntryShape::heading || entry.quoted ||
            !model::is_titled(entry.text.text, titles) ||
            model::is_blank_or_dash(model::as_people_read(entry.text.text)))
            continue;
        found.push_back({at, model::end_of_section(entries, at)});
    }
    return found;
}

std::vector<OutstandingAction> read_outstanding_actions(const DocumentFacts& document) {
    std::vector<OutstandingAction> actions;
    const auto& lessons = document->document_class->lessons;
    if (!lessons || document->document_class->is_template) return actions;
    const ActionReader reader(document, *lessons);
    for (const LessonsSection& section : find_lessons_sections(document->entries, lessons->action_sections))
        reader.read(section, actions);
    return actions;
}

std::vector<Escalation> read_escalations(const DocumentFacts& document) {
    std::vector<Escalation> found;
    const auto& lessons = document->document_class->lessons;
    if (!lessons || document->document_class->is_template) return found;
    for (const Entry& entry : document->entries)
        read_escalations_of(entry, *lessons, document.policy->roles, found);
    return found;
}

} // namespace docs_lint::facts
