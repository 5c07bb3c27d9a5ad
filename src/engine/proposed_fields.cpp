#include "engine/proposed_fields.hpp"

#include "base/text.hpp"
#include "model/text_tools.hpp"
#include "yaml/write.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace docs_lint::engine {
namespace {

constexpr std::size_t kMostNamed = 2;

bool contains(const SurveyedDocuments& documents, const SurveyedDocument* document) {
    return std::find(documents.begin(), documents.end(), document) != documents.end();
}

bool is_dated(const FieldUse& use) {
    return 2 * use.dated > use.documents.size();
}

bool share_a_document(const FieldUse& left, const FieldUse& right) {
    return std::any_of(left.documents.begin(), left.documents.end(),
                       [&](const SurveyedDocument* document) { return contains(right.documents, document); });
}

/// Never both, and of one kind: two names of one field.
bool are_one(const FieldUse& left, const FieldUse& right, const FieldNames& names) {
    const bool owners =
        model::matches_label(left.name, names.owner) && model::matches_label(right.name, names.owner);
    return (owners || (is_dated(left) && is_dated(right))) && !share_a_document(left, right);
}

ProposedField field_of(const FieldUse& use, const SurveyedDocuments& all) {
    return {{use.name}, nearly_all(use.documents.size(), all.size()), share_in_words(use.documents, all)};
}

/// Joins a field to a later one where both together are what nearly all documents have.
std::optional<ProposedField> joined(const FieldUse& use, const std::vector<FieldUse>& others,
                                    const SurveyedDocuments& all, const FieldNames& names,
                                    std::vector<std::string>& taken) {
    for (const FieldUse& other : others) {
        const bool enough = nearly_all(use.documents.size() + other.documents.size(), all.size());
        const bool slip = std::min(use.documents.size(), other.documents.size()) < 2;
        if (other.key == use.key || !enough || slip || !are_one(use, other, names)) continue;
        taken.push_back(other.key);
        return ProposedField{{use.name, other.name},
                             true,
                             fmt::format("{} and {} of {} documents; none has both", use.documents.size(),
                                         other.documents.size(), all.size())};
    }
    return std::nullopt;
}

void append(std::vector<std::string>& target, const std::vector<std::string>& more) {
    for (const std::string& name : more)
        if (!model::matches_label(name, target)) target.push_back(name);
}

} // namespace

bool nearly_all(std::size_t having, std::size_t all) {
    const std::size_t missing = all > having ? all - having : 0;
    return having > 0 && (5 * missing <= all || (missing == 1 && all > 3));
}

std::string share_in_words(const SurveyedDocuments& having, const SurveyedDocuments& all) {
    if (having.size() == all.size() && all.size() < 3)
        return all.size() == 1 ? "the one document has it" : "both documents have it";
    if (having.size() == all.size()) return fmt::format("all {} documents have it", all.size());
    std::string text = fmt::format("{} of {} documents have it", having.size(), all.size());
    std::vector<std::string> lacking;
    for (const SurveyedDocument* document : all)
        if (!contains(having, document)) lacking.push_back(file_name_of(document->path));
    if (lacking.size() <= kMostNamed && nearly_all(having.size(), all.size()))
        text += fmt::format(", {} {} not", base::list_in_words(lacking), lacking.size() == 1 ? "does" : "do");
    return text;
}

FieldNames field_names(const policy::Policy& policy) {
    FieldNames names{policy.discovery.owner_fields, policy.discovery.status_fields,
                     policy.discovery.filing_date_fields};
    for (const policy::DocumentClass& known : policy.classes) {
        append(names.status, known.status_fields);
        if (known.filing) append(names.filing_date, known.filing->date_fields);
    }
    return names;
}

std::vector<ProposedField> propose_fields(const SurveyedDocuments& documents, const FieldNames& names) {
    std::vector<ProposedField> fields;
    std::vector<std::string> taken;
    const auto uses = fields_in_use(documents);
    for (const FieldUse& use : uses) {
        const bool is_taken = std::find(taken.begin(), taken.end(), use.key) != taken.end();
        const bool required = nearly_all(use.documents.size(), documents.size());
        const bool usual = use.documents.size() > 1 || required;
        if (is_taken || !usual || !yaml::can_write(use.name)) continue;
        std::optional<ProposedField> pair;
        if (!required) pair = joined(use, uses, documents, names, taken);
        fields.push_back(pair ? *pair : field_of(use, documents));
    }
    std::stable_partition(fields.begin(), fields.end(),
                          [](const ProposedField& one) { return one.required; });
    return fields;
}

} // namespace docs_lint::engine
