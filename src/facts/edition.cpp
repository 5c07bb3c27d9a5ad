#include "facts/edition.hpp"

#include "facts/fix_scope.hpp"
#include "facts/meaning.hpp"
#include "facts/severity.hpp"
#include "model/text_tools.hpp"
#include "model/version_text.hpp"

#include <algorithm>
#include <utility>

namespace docs_lint::facts {
namespace {

/// `P1` for `p1`; empty for what is empty.
std::string in_capitals(std::string priority) {
    if (!priority.empty()) priority.front() = 'P';
    return priority;
}

bool names_two_tiers(std::string_view text, const policy::Process& process) {
    const auto named =
        std::count_if(process.severities.begin(), process.severities.end(),
                      [&](const auto& tier) { return model::find_word(text, tier.name).has_value(); });
    return named >= 2;
}

bool is_own_prose(const model::Entry& entry) {
    return !entry.quoted &&
           (entry.shape == model::EntryShape::paragraph || entry.shape == model::EntryShape::list_item);
}

class Reduction {
public:
    Reduction(const DocumentFacts& document, const std::string& commit)
        : document_(document), commit_(commit) {}

    Edition run() {
        Edition edition;
        edition.document_class = document_->document_class;
        edition.process = document_.process;
        edition.path = document_->path;
        edition.commit = commit_;
        read_header(edition);
        read_change_log(edition);
        edition.meaning = meaning_of(*document_);
        edition.filed = document_.filing.filed;
        read_states(edition);
        for (const GateFacts& gate : document_.gates) read_gate(edition, gate);
        for (const DeclaredSeverity& one : declared_severities(document_))
            edition.severities.push_back(
                {one.tier == nullptr ? std::string{} : one.tier->name, one.text, at(one.source)});
        for (const model::TierDeclaration& one : document_->priorities)
            edition.priorities.push_back(
                {in_capitals(model::priority_in(one.text)), one.text, at(one.source)});
        read_remarks(edition);
        return edition;
    }

private:
    [[nodiscard]] bool names_who_may_change(std::string_view text) const {
        const auto& who = document_.process->severity_changed_by;
        return std::any_of(who.begin(), who.end(), [&](const std::string& id) {
            const policy::Role* role = document_.policy->roles.find(id);
            return role != nullptr &&
                   (model::find_word(text, role->title) || model::contains_any_word(text, role->aliases));
        });
    }

    [[nodiscard]] bool remarks_on_severity(std::string_view text) const {
        return names_two_tiers(text, *document_.process) && names_who_may_change(text);
    }

    /// What a version says in prose is not read elsewhere; few versions need it.
    [[nodiscard]] bool may_remark_on_severity() const {
        std::string_view rest = document_->text;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find("\n\n"), rest.size());
            if (remarks_on_severity(rest.substr(0, end))) return true;
            rest.remove_prefix(std::min(end + 2, rest.size()));
        }
        return false;
    }

    void read_remarks(Edition& edition) const {
        if (document_.process == nullptr || document_.process->severity_changed_by.empty()) return;
        if (!may_remark_on_severity()) return;
        const auto outline = model::read_outline(document_->path, document_->text);
        if (!outline) return;
        for (const model::Entry& entry : outline->entries)
            if (is_own_prose(entry) && remarks_on_severity(entry.text.text))
                edition.remarks_on_severity.push_back(entry.text.text);
    }

    [[nodiscard]] Edition::Place at(base::Span span) const {
        diagnostics::Location place = document_->at(span);
        return {place.begin, place.end, std::move(place.line_text)};
    }

    void read_header(Edition& edition) const {
        for (const model::Field& field : document_->header.fields)
            edition.header.push_back({field.key, field.value.text, at(field.source)});
        const auto& names = document_.policy->header_fields;
        if (const auto* status = document_->header.find_any(document_->document_class->status_fields))
            edition.status = model::status_value(*status, *document_->document_class);
        if (const auto* version = document_->header.find_any(names.versions))
            edition.version = model::version_at_front(version->value.text);
        if (const auto* updated = document_->header.find_any(names.updates)) {
            const auto moments = base::find_moments(updated->value.text);
            if (!moments.empty() && moments.front().moment) edition.updated = moments.front().moment->date;
        }
    }

    void read_change_log(Edition& edition) const {
        for (const model::ChangeLogRow& row : document_->change_log)
            edition.change_log.push_back({row.version_text, row.version, row.date_text, row.date, row.change,
                                          row.planned, at(row.source)});
    }

    void read_states(Edition& edition) const {
        edition.state = document_.furthest_state();
        for (const model::Transition& row : document_->transitions)
            edition.transitions.push_back({row.from, row.to, row.when, row.reversion, at(row.source)});
    }

    void read_gate(Edition& edition, const GateFacts& gate) const {
        edition.gates.push_back({gate.id, gate.claim.has_value(), gate.passed(), at(gate.place(*document_))});
        for (const ItemFacts& item : gate.items)
            edition.items.push_back({item.definition != nullptr ? item.definition->id : item.item->title,
                                     text_of(item.evidence_component) + text_elsewhere(item),
                                     text_of(item.owner_component), text_of(item.validation_component),
                                     item.owner.date, item.validation.date, item.signed_off,
                                     at(item.item->heading)});
    }

    /// A scope that names its files in another section of the record is what stands there.
    [[nodiscard]] std::string text_elsewhere(const ItemFacts& item) const {
        std::string text;
        if (document_.process == nullptr || !document_.process->spec_first || item.definition == nullptr)
            return text;
        const auto& scope = document_.process->spec_first->scope;
        const bool is_scope = std::find(scope.begin(), scope.end(), item.definition->id) != scope.end();
        if (!is_scope || !item.evidence.paths.empty()) return text;
        for (const model::Section* section : sections_named_by(item, document_))
            text.append("\n").append(document_->text, section->source.begin,
                                     section->source.end - section->source.begin);
        return text;
    }

    static std::string text_of(const ComponentFacts& component) {
        if (component.component == nullptr) return {};
        return model::join_lines(component.component->value).trimmed().text;
    }

    const DocumentFacts& document_;
    const std::string& commit_;
};

} // namespace

diagnostics::Location Edition::at(const Place& place) const {
    return {path, commit, place.begin, place.end, place.line_text};
}

const Edition::Field* Edition::find_field(const std::vector<std::string>& names) const {
    for (const std::string& name : names)
        for (const Field& field : header)
            if (model::is_same_label(field.key, name)) return &field;
    return nullptr;
}

const Edition::Item* Edition::find_item(const std::string& id) const {
    const auto found =
        std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
}

const Edition::Gate* Edition::find_gate(const std::string& id) const {
    const auto found =
        std::find_if(gates.begin(), gates.end(), [&](const Gate& gate) { return gate.id == id; });
    return found == gates.end() ? nullptr : &*found;
}

Edition to_edition(const DocumentFacts& document, const std::string& commit) {
    return Reduction(document, commit).run();
}

} // namespace docs_lint::facts
