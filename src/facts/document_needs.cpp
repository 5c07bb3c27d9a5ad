#include "facts/document_needs.hpp"

#include "base/text.hpp"
#include "facts/references.hpp"
#include "model/placeholders.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace docs_lint::facts {
namespace {

/// Documents of every class by their ids in lower case; read when first asked for.
class PathsByClass {
public:
    explicit PathsByClass(const Corpus& corpus) : corpus_(corpus) {}

    std::vector<std::string> with_id(const policy::DocumentClass& document_class, const std::string& id) {
        if (!read_) read();
        const auto found = by_id_.find({&document_class, base::lower(id)});
        return found == by_id_.end() ? std::vector<std::string>{} : found->second;
    }

    /// Documents of the class that the evidence of any of the record's items cites.
    [[nodiscard]] std::vector<std::string> cited(const DocumentFacts& record,
                                                 const policy::DocumentClass& document_class) const {
        std::set<std::string> paths;
        for (const GateFacts& gate : record.gates)
            for (const ItemFacts& item : gate.items)
                for (const model::PathMention& mention : item.evidence.paths)
                    add_cited(record, mention, document_class, paths);
        return {paths.begin(), paths.end()};
    }

private:
    void add_cited(const DocumentFacts& record, const model::PathMention& mention,
                   const policy::DocumentClass& document_class, std::set<std::string>& paths) const {
        for (const auto form : {model::ReferenceForm::code, model::ReferenceForm::link}) {
            const Resolution found = resolve(corpus_.index, record->path, {mention, form, {}, {}, {}});
            for (const std::string& path : found.paths)
                if (found.found == Found::one && corpus_.policy->class_of(path) == &document_class)
                    paths.insert(path);
        }
    }

    void read() {
        read_ = true;
        for (const std::string& path : corpus_.paths) {
            const policy::DocumentClass* known = corpus_.policy->class_of(path);
            const auto id = known == nullptr ? std::nullopt : known->item_id(path);
            if (id) by_id_[{known, base::lower(*id)}].push_back(path);
        }
    }

    const Corpus& corpus_;
    bool read_ = false;
    std::map<std::pair<const policy::DocumentClass*, std::string>, std::vector<std::string>> by_id_;
};

std::vector<const policy::DocumentClass*> classes_of(const policy::NeededDocument& needed,
                                                     const policy::Policy& policy) {
    std::vector<const policy::DocumentClass*> classes;
    for (const std::string& id : needed.document_classes)
        if (const auto* one = policy.find_class(id)) classes.push_back(one);
    return classes;
}

void append(std::vector<std::string>& paths, std::vector<std::string> more) {
    paths.insert(paths.end(), more.begin(), more.end());
}

bool is_filled(const model::Field& field, const policy::SignOffFormat& format) {
    return !model::is_blank_or_dash(field.value.text) && !model::is_pending(field.value, format);
}

} // namespace

std::vector<DocumentNeed> gather_document_needs(const Corpus& corpus) {
    std::vector<DocumentNeed> needs;
    PathsByClass paths(corpus);
    for (const DocumentFacts& record : corpus.documents) {
        std::set<const policy::DocumentClass*> asked;
        for (const GateFacts& gate : record.gates)
            for (const ItemFacts& item : gate.items) {
                const policy::ProcessItem* definition = item.definition;
                if (!item.claim || definition == nullptr || !definition->needs_document) continue;
                const auto wanted = classes_of(*definition->needs_document, *corpus.policy);
                if (wanted.empty()) continue;
                DocumentNeed need{&record, &item, &*definition->needs_document, wanted.front(), {}, {}, true};
                need.id = record->document_class->item_id(record->path).value_or("");
                for (const policy::DocumentClass* one : wanted)
                    if (!need.id.empty()) append(need.paths, paths.with_id(*one, need.id));
                for (const policy::DocumentClass* one : wanted)
                    if (need.paths.empty()) append(need.paths, paths.cited(record, *one));
                need.first = asked.insert(wanted.front()).second;
                needs.push_back(std::move(need));
            }
    }
    return needs;
}

std::vector<std::string> lacking_fields(const DocumentFacts& document) {
    std::vector<std::string> lacking;
    for (const policy::FieldRule& rule : document->document_class->fields) {
        if (!rule.required) continue;
        const bool filled = std::any_of(rule.names.begin(), rule.names.end(), [&](const std::string& name) {
            const auto fields = document->header.find_all(name);
            return std::any_of(fields.begin(), fields.end(), [&](const model::Field* field) {
                return is_filled(*field, document.policy->sign_off);
            });
        });
        if (!filled) lacking.push_back(rule.names.front());
    }
    return lacking;
}

std::vector<const model::TaskBox*> boxes_below(const DocumentFacts& document,
                                               const std::vector<std::string>& titles) {
    std::vector<const model::TaskBox*> boxes;
    std::vector<base::Span> sections;
    for (const model::Section& section : document->sections)
        if (section.level > 1 && model::contains_any_word(section.title, titles))
            sections.push_back(section.source);
    for (const model::TaskBox& box : document->boxes) {
        const bool below = std::any_of(sections.begin(), sections.end(), [&](base::Span section) {
            return box.source.begin >= section.begin && box.source.end <= section.end;
        });
        if (sections.empty() || below) boxes.push_back(&box);
    }
    return boxes;
}

} // namespace docs_lint::facts
