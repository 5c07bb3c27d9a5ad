#include "engine/proposed_statuses.hpp"

#include "base/text.hpp"
#include "model/text_tools.hpp"
#include "yaml/write.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::engine {
namespace {

constexpr std::size_t kWordsOfStatus = 4;
constexpr std::size_t kFewestToTell = 3;

bool is_among(std::string_view text, const std::vector<std::string>& list) {
    return std::any_of(list.begin(), list.end(),
                       [text](const std::string& one) { return base::equals_ignoring_case(one, text); });
}

bool is_status(const std::string& text) {
    return yaml::can_write(text) && !model::is_blank_or_dash(text) &&
           text.find_first_of("{}[]<>|") == std::string::npos &&
           base::split(text, ' ').size() <= kWordsOfStatus;
}

std::string sorted_letters(std::string text) {
    std::sort(text.begin(), text.end());
    return text;
}

/// A letter is wrong, or too many, or two have changed places.
bool looks_alike(std::string_view one, std::string_view other) {
    const std::string left = base::lower(one);
    const std::string right = base::lower(other);
    const std::size_t distance = base::edit_distance(left, right);
    const std::size_t longer = std::max(left.size(), right.size());
    const bool exchanged = distance == 2 && sorted_letters(left) == sorted_letters(right);
    return longer > 3 && (distance == 1 || exchanged || (distance == 2 && longer > 7));
}

/// The class of the packs whose statuses hold all of these, and whose fields are the most alike; null where
/// none is alike.
const policy::DocumentClass* class_with_statuses(const std::vector<StatusUse>& uses,
                                                 const SurveyedDocuments& documents,
                                                 const policy::Policy& policy) {
    const policy::DocumentClass* best = nullptr;
    std::size_t most = 0;
    const auto fields = fields_in_use(documents);
    for (const policy::DocumentClass& known : policy.classes) {
        const bool holds = std::all_of(uses.begin(), uses.end(), [&](const StatusUse& use) {
            return is_among(use.status, known.statuses);
        });
        if (!holds || uses.empty()) continue;
        std::size_t shared = 0;
        std::size_t required = 0;
        for (const policy::FieldRule& rule : known.fields) {
            if (!rule.required) continue;
            ++required;
            shared +=
                static_cast<std::size_t>(std::any_of(fields.begin(), fields.end(), [&](const FieldUse& use) {
                    return nearly_all(use.documents.size(), documents.size()) &&
                           model::matches_label(use.name, rule.names);
                }));
        }
        const std::size_t alike = required == 0 ? 0 : 100 * shared / std::max(required, fields.size());
        if (alike < 40 || alike <= most) continue;
        most = alike;
        best = &known;
    }
    return best;
}

const FieldUse* status_field(const std::vector<FieldUse>& uses, const FieldNames& names) {
    const FieldUse* best = nullptr;
    for (const FieldUse& use : uses) {
        const bool more = best == nullptr || use.documents.size() > best->documents.size();
        if (more && model::matches_label(use.name, names.status)) best = &use;
    }
    return best;
}

/// What the built-in classes call filed, and what the packs give for discovery.
bool files(std::string_view status, const policy::Policy& policy) {
    return is_among(status, policy.discovery.filing_statuses) ||
           std::any_of(policy.classes.begin(), policy.classes.end(), [&](const auto& known) {
               return known.filing && is_among(status, known.filing->statuses);
           });
}

std::string remark_of(const StatusUse& use) {
    const std::string count = base::count_of(use.documents.size(), "document");
    return use.documents.size() > 1 ? count : fmt::format("{}: {}", count, use.documents[0]->path);
}

void add_unused(ProposedClass& target, const policy::DocumentClass& alike) {
    for (const std::string& status : alike.statuses) {
        const bool in_use =
            std::any_of(target.statuses.begin(), target.statuses.end(), [&](const ProposedStatus& one) {
                return base::equals_ignoring_case(one.status, status);
            });
        if (!in_use)
            target.statuses.push_back(
                {status, fmt::format("no document yet; from the built-in class {}", alike.id)});
    }
}

/// Most documents that are not filed give a date in the field: it says when something was reported, not when
/// the document was filed.
bool dates_the_unfiled(const std::string& field, const ProposedClass& target,
                       const SurveyedDocuments& documents) {
    std::size_t unfiled = 0;
    std::size_t dated = 0;
    for (const SurveyedDocument* document : documents) {
        const SurveyedField* status = document->find(target.status_field);
        if (status == nullptr || is_among(status->status, target.filing_statuses)) continue;
        ++unfiled;
        const SurveyedField* date = document->find(field);
        if (date != nullptr && date->dated) ++dated;
    }
    return dated >= kFewestToTell && 2 * dated > unfiled;
}

void propose_filing(ProposedClass& target, const SurveyedDocuments& documents,
                    const std::vector<FieldUse>& fields, const FieldNames& names,
                    const policy::Policy& policy) {
    for (const ProposedStatus& one : target.statuses)
        if (files(one.status, policy)) target.filing_statuses.push_back(one.status);
    std::size_t dated = 0;
    for (const FieldUse& use : fields)
        if (model::matches_label(use.name, names.filing_date) && yaml::can_write(use.name)) {
            if (!target.filing_statuses.empty() && dates_the_unfiled(use.name, target, documents)) {
                target.notes.push_back(
                    fmt::format("\"{}\" stands in documents that are not filed too, so it is "
                                "not taken for the date of filing",
                                use.name));
                continue;
            }
            target.filing_dates.push_back(use.name);
            dated = std::max(dated, use.dated);
        }
    if (target.filing_statuses.empty() && (!target.status_field.empty() || dated == 0))
        target.filing_dates.clear();
    if (!target.filing_statuses.empty() || !target.filing_dates.empty())
        target.filing_remark = "from then on a document never changes; take it out if yours may";
    else if (target.statuses.size() > 1)
        target.notes.emplace_back("no status of it is known to end a document for good; if one does, add "
                                  "filing: {statuses: [...]}, and such documents never change again");
}

} // namespace

std::vector<StatusUse> statuses_in_use(const SurveyedDocuments& documents, std::string_view field) {
    std::vector<StatusUse> uses;
    for (const SurveyedDocument* document : documents) {
        const SurveyedField* found = document->find(field);
        if (found == nullptr || !is_status(found->status)) continue;
        auto use = std::find_if(uses.begin(), uses.end(), [&](const StatusUse& one) {
            return base::equals_ignoring_case(one.status, found->status);
        });
        if (use == uses.end()) use = uses.insert(uses.end(), StatusUse{found->status, {}});
        use->documents.push_back(document);
    }
    std::stable_sort(uses.begin(), uses.end(), [](const StatusUse& a, const StatusUse& b) {
        return a.documents.size() > b.documents.size();
    });
    return uses;
}

const StatusUse* slip_of(const StatusUse& use, const std::vector<StatusUse>& all,
                         const policy::Policy& policy) {
    const bool known = std::any_of(policy.classes.begin(), policy.classes.end(),
                                   [&](const auto& one) { return is_among(use.status, one.statuses); });
    if (use.documents.size() > 1 || known) return nullptr;
    for (const StatusUse& other : all)
        if (other.documents.size() > 1 && looks_alike(use.status, other.status)) return &other;
    return nullptr;
}

void propose_statuses(ProposedClass& target, const SurveyedDocuments& documents, const FieldNames& names,
                      const policy::Policy& policy) {
    const auto fields = fields_in_use(documents);
    const FieldUse* field = status_field(fields, names);
    if (field != nullptr && yaml::can_write(field->name)) {
        target.status_field = field->name;
        std::vector<StatusUse> sound;
        const auto uses = statuses_in_use(documents, field->name);
        for (const StatusUse& use : uses) {
            if (const StatusUse* meant = slip_of(use, uses, policy)) {
                target.notes.push_back(fmt::format("\"{}\" stands in {} only and reads like a slip of "
                                                   "\"{}\": it is left out, so that it shows",
                                                   use.status, use.documents[0]->path, meant->status));
                continue;
            }
            target.statuses.push_back({use.status, remark_of(use)});
            sound.push_back(use);
        }
        if (const auto* alike = class_with_statuses(sound, documents, policy)) add_unused(target, *alike);
    }
    propose_filing(target, documents, fields, names, policy);
}

} // namespace docs_lint::engine
