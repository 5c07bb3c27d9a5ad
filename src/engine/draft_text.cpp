#include "engine/draft_text.hpp"

#include "engine/draft_gates.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>

namespace docs_lint::engine {
namespace {

using policy::DocumentClass;
using Names = std::vector<std::string>;

/// By its number in the document lifecycle guide.
constexpr const char* kClassField = "Class";

bool share_a_name(const Names& left, const Names& right) {
    return std::any_of(left.begin(), left.end(),
                       [&](const std::string& name) { return model::matches_label(name, right); });
}

/// The process of a new record, and how its header cites it.
struct Followed {
    const policy::Process* process = nullptr;
    std::string citation; ///< `Defect run v1.0`
};

std::string citation(const std::string& name, const std::string& version) {
    return version.empty() ? std::string() : fmt::format("{} v{}", name, version);
}

Followed process_of(const policy::Policy& policy, const DocumentClass& document_class) {
    if (!document_class.process_template) {
        const policy::Process* process = policy.find_process(document_class.process);
        return process == nullptr ? Followed{}
                                  : Followed{process, citation(process->title, process->version)};
    }
    const auto derived = policy.derived_processes.find(document_class.id);
    if (derived == policy.derived_processes.end() || derived->second->versions.empty()) return {};
    const auto& in_force = derived->second->versions.front();
    const Names& names = derived->second->names;
    return {&in_force.process,
            citation(names.empty() ? in_force.process.title : names.front(), in_force.version)};
}

/// Says the fields of a header, each of them once.
class HeaderDraft {
public:
    HeaderDraft(const policy::Policy& policy, const DocumentClass& document_class, const DocumentOrder& order)
        : policy_(policy), class_(document_class), order_(order) {}

    std::string text() {
        if (class_.lessons)
            for (const policy::LessonsField& field : class_.lessons->fields) add(field.names, field.expected);
        for (const policy::FieldRule& field : class_.fields)
            if (field.required) add(field.names, field.names.front(), field.due_at_filing);
        if (!class_.status_fields.empty() && !class_.statuses.empty()) add(class_.status_fields, {});
        if (class_.filing && !class_.filing->date_fields.empty()) add(class_.filing->date_fields, {});
        if (const std::string cited = process_of(policy_, class_).citation;
            !cited.empty() && !class_.process_version_fields.empty())
            say(class_.process_version_fields, cited);
        return text_;
    }

private:
    void add(const Names& names, const std::string& what, bool due_later = false) {
        const bool known = std::any_of(said_.begin(), said_.end(), [&](const std::string& label) {
            return model::matches_label(label, names);
        });
        if (!known) say(names, due_later ? "—" : value_of(names, what));
    }

    void say(const Names& names, const std::string& value) {
        said_.push_back(names.front());
        text_ += fmt::format("**{}:** {}\n", names.front(), value);
    }

    /// A date that comes with the filing, or with the closing, is not known yet.
    [[nodiscard]] bool is_due_later(const Names& names) const {
        const bool filing = class_.filing && model::matches_label(names.front(), class_.filing->date_fields);
        const bool closing =
            class_.lessons && model::matches_label(names.front(), policy_.header_fields.dates);
        return filing || closing;
    }

    [[nodiscard]] bool names_item(const Names& names) const {
        return std::any_of(policy_.processes.begin(), policy_.processes.end(),
                           [&](const policy::Process& process) {
                               return process.closure && share_a_name(names, process.closure->id_fields);
                           });
    }

    [[nodiscard]] bool begins_as_draft() const {
        return model::matches_label(class_.statuses.empty() ? std::string() : class_.statuses.front(),
                                    policy_.draft_statuses);
    }

    [[nodiscard]] std::string value_of(const Names& names, const std::string& what) const {
        const policy::HeaderFields& known = policy_.header_fields;
        if (is_due_later(names)) return "—";
        if (share_a_name(names, class_.status_fields) && !class_.statuses.empty())
            return class_.statuses.front();
        if (share_a_name(names, known.versions)) return begins_as_draft() ? "0.1" : "1.0";
        if (share_a_name(names, known.dates) || share_a_name(names, known.updates))
            return base::to_string(order_.when.date);
        if (share_a_name(names, known.roles))
            return order_.owner.empty() ? pending(policy_, "role") : order_.owner;
        if (class_.number > 0 && model::matches_label(kClassField, names))
            return std::to_string(class_.number);
        if (names_item(names)) return fmt::format("{} — {}", order_.item_id, order_.title);
        return pending(policy_, what.empty() ? names.front() : what);
    }

    const policy::Policy& policy_;
    const DocumentClass& class_;
    const DocumentOrder& order_;
    Names said_; ///< labels
    std::string text_;
};

std::string section(const policy::Policy& policy, const std::string& title) {
    return fmt::format("\n## {}\n\n{}\n", title, pending(policy, "to be written"));
}

std::string actions_section(const policy::Policy& policy, const policy::Lessons& lessons,
                            const std::string& title) {
    return fmt::format("\n## {}\n\n| {} | {} | {} |\n| --- | --- | --- |\n| {} | {} | {} |\n", title,
                       lessons.owner_labels.front(), lessons.action_labels.front(),
                       lessons.date_labels.front(), pending(policy, "role"),
                       pending(policy, "what is to be done"), pending(policy, "date"));
}

/// What every document of the class says somewhere, whatever its status.
std::string notices_text(const policy::Policy& policy, const DocumentClass& document_class) {
    std::string text;
    for (const policy::Notice& notice : document_class.notices)
        if (notice.when_statuses.empty())
            text += fmt::format("\n> {}\n", pending(policy, "say here " + notice.about));
    return text;
}

std::string lessons_text(const policy::Policy& policy, const policy::Lessons& lessons) {
    std::string text;
    if (!lessons.note.empty())
        text += fmt::format("\n> {}: {}\n", lessons.note.front(),
                            pending(policy, "which template was used, and why"));
    for (const Names& titles : lessons.sections) {
        const bool actions = share_a_name(titles, lessons.action_sections) && !lessons.owner_labels.empty() &&
                             !lessons.action_labels.empty() && !lessons.date_labels.empty();
        text += actions ? actions_section(policy, lessons, titles.front()) : section(policy, titles.front());
    }
    return text;
}

std::string change_log_text(const std::string& version, base::Date date) {
    return fmt::format("\n## Change Log\n\n| Version | Date | Change |\n| --- | --- | --- |\n| {} | {} | "
                       "Initial version. |\n",
                       version, base::to_string(date));
}

bool keeps_versions(const policy::Policy& policy, const DocumentClass& document_class) {
    return document_class.change_log != policy::ChangeLogDuty::none &&
           std::any_of(document_class.fields.begin(), document_class.fields.end(),
                       [&](const policy::FieldRule& field) {
                           return share_a_name(field.names, policy.header_fields.versions);
                       });
}

bool is_draft(const policy::Policy& policy, const DocumentClass& document_class) {
    return !document_class.statuses.empty() &&
           model::matches_label(document_class.statuses.front(), policy.draft_statuses);
}

} // namespace

std::string pending(const policy::Policy& policy, std::string_view what) {
    const Names& words = policy.sign_off.pending_words;
    std::string word = words.empty() ? "pending" : words.front();
    std::transform(word.begin(), word.end(), word.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
    return fmt::format("[{} — {}]", word, what);
}

std::string draft_text(const policy::Policy& policy, const DocumentClass& document_class,
                       const DocumentOrder& order) {
    std::string text = fmt::format("# {} — {}: {}\n\n", document_class.title, order.item_id, order.title);
    text += HeaderDraft(policy, document_class, order).text();
    text += "\n---\n" + notices_text(policy, document_class);
    if (const auto followed = process_of(policy, document_class); followed.process != nullptr)
        text += draft_gates(policy, *followed.process, order.when);
    if (document_class.lessons) text += lessons_text(policy, *document_class.lessons);
    for (const policy::RequiredSection& one : document_class.sections)
        text += section(policy, one.titles.front());
    if (keeps_versions(policy, document_class))
        text += change_log_text(is_draft(policy, document_class) ? "0.1" : "1.0", order.when.date);
    return text;
}

} // namespace docs_lint::engine
