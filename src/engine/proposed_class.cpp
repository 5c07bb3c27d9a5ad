#include "engine/proposed_class.hpp"

#include "base/path_pattern.hpp"
#include "base/text.hpp"
#include "engine/proposed_fields.hpp"
#include "engine/proposed_roles.hpp"
#include "engine/proposed_statuses.hpp"
#include "model/text_tools.hpp"
#include "yaml/write.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace docs_lint::engine {
namespace {

using policy::DocumentClass;
using policy::FieldRule;
using policy::Policy;

constexpr std::size_t kFewestToLoosen = 3;

std::string in_words(const DocumentGroup& group) {
    return group.folder.empty() ? "the repository's root" : group.folder;
}

SurveyedDocuments with_header(const SurveyedDocuments& documents) {
    SurveyedDocuments bearing;
    std::copy_if(documents.begin(), documents.end(), std::back_inserter(bearing),
                 [](const SurveyedDocument* document) { return !document->fields.empty(); });
    return bearing;
}

std::string title_of(const DocumentGroup& group) {
    std::string title = group.folder.empty() ? "Document" : file_name_of(group.folder);
    std::replace_if(
        title.begin(), title.end(), [](char byte) { return byte == '_' || byte == '-'; }, ' ');
    if (title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
    return yaml::can_write(title) ? title : "Document";
}

std::set<SurveyedItem> items_of(const SurveyedDocuments& documents) {
    std::set<SurveyedItem> items;
    for (const SurveyedDocument* document : documents)
        items.insert(document->items.begin(), document->items.end());
    return items;
}

/// More than half of the items satisfy `known`.
template <typename Known>
bool most(const std::set<SurveyedItem>& items, Known known) {
    return 2 * static_cast<std::size_t>(std::count_if(items.begin(), items.end(), known)) > items.size();
}

/// Which process the gate items follow: one that knows most of them, by id or by title.
const policy::Process* process_of(const SurveyedDocuments& documents, const Policy& policy) {
    const auto items = items_of(documents);
    for (const policy::Process& process : policy.processes) {
        const auto is_known = [&](const SurveyedItem& item) {
            return process.find_item(item.id) != nullptr || process.find_item_by_title(item.title) != nullptr;
        };
        if (most(items, is_known)) return &process;
    }
    return nullptr;
}

void propose_gates(ProposedClass& target, const SurveyedDocuments& documents, const Survey& survey) {
    const auto recording = static_cast<std::size_t>(
        std::count_if(documents.begin(), documents.end(),
                      [](const SurveyedDocument* document) { return !document->items.empty(); }));
    if (recording == 0 || (recording == 1 && documents.size() > 2)) return;
    target.records_gates = true;
    target.gates_remark =
        fmt::format("{} of {} hold sign-offs", recording, base::count_of(documents.size(), "document"));
    if (const auto* process = process_of(documents, *survey.policy)) {
        target.process = process->id;
        return;
    }
    target.notes.push_back(kNoProcessNote +
                           std::string(" of the packs: each sign-off is judged, but not which ones are "
                                       "needed; define a process and name it here"));
}

/// Whether these are the specs that come before a fix: headers and statuses of the packs' class for them, and
/// either a folder that is called the same or nothing that says so, which is left to the reader.
void propose_specification(ProposedClass& target, const DocumentGroup& group, const Policy& policy) {
    const auto has = [&](const std::vector<std::string>& names) {
        return std::any_of(target.fields.begin(), target.fields.end(), [&](const ProposedField& field) {
            return field.required && model::matches_label(field.names.front(), names);
        });
    };
    const auto in_use = [&](const std::string& status) {
        return std::any_of(target.statuses.begin(), target.statuses.end(), [&](const ProposedStatus& one) {
            return base::equals_ignoring_case(one.status, status);
        });
    };
    for (const DocumentClass& known : policy.classes) {
        if (!known.is_canonical_specification) continue;
        const bool fields = std::all_of(known.fields.begin(), known.fields.end(), [&](const FieldRule& rule) {
            return !rule.required || has(rule.names);
        });
        if (!fields || std::none_of(known.statuses.begin(), known.statuses.end(), in_use)) continue;
        const bool named =
            std::any_of(known.paths.begin(), known.paths.end(), [&](const base::PathPattern& pattern) {
                const std::string folder = file_name_of(folder_of(pattern.text()));
                const auto parts = base::split(group.folder, '/');
                return std::find(parts.begin(), parts.end(), folder) != parts.end();
            });
        target.canonical_specification = named;
        target.specification_remark =
            named ? "headers, statuses and folder as the built-in class for specifications has them"
                  : "canonical-specification: true would make these the specs that a fix has to wait for";
        return;
    }
}

std::size_t change_logs(const SurveyedDocuments& documents) {
    return static_cast<std::size_t>(
        std::count_if(documents.begin(), documents.end(),
                      [](const SurveyedDocument* document) { return document->change_log_rows > 0; }));
}

void propose_change_log(ProposedClass& target, const SurveyedDocuments& documents) {
    const std::size_t logs = change_logs(documents);
    if (logs < 2) return;
    const auto dated =
        std::count_if(documents.begin(), documents.end(),
                      [](const SurveyedDocument* document) { return document->change_log_dated; });
    target.change_log = nearly_all(logs, documents.size()) ? "required" : "optional";
    target.change_log_remark = fmt::format("{} of {} have one, {} of them with dates", logs,
                                           base::count_of(documents.size(), "document"), dated);
}

/// Where a class of the packs asks for change logs and most of its documents here have none.
bool adapt_change_log(ProposedClass& target, const DocumentGroup& group, const SurveyedDocuments& documents) {
    const std::size_t logs = change_logs(documents);
    if (group.covered_by->change_log != policy::ChangeLogDuty::required || 2 * logs >= documents.size())
        return false;
    target.change_log = "optional";
    target.change_log_remark =
        fmt::format("{} of {} have one", logs, base::count_of(documents.size(), "document"));
    return true;
}

/// `INC-007`: letters before its number, so that it is no date.
bool is_item_id(std::string_view id) {
    return !id.empty() && model::is_letter(id.front()) && model::is_digit(id.back()) &&
           id.find('-') != std::string_view::npos;
}

/// Most file names begin with an id, and hardly any of these stands twice.
bool named_by_id(const SurveyedDocuments& documents) {
    static const auto pattern = base::PathPattern::parse("{id}-{slug}.md");
    std::multiset<std::string> ids;
    for (const SurveyedDocument* document : documents) {
        const auto match = pattern->match(file_name_of(document->path));
        if (match && is_item_id(match->at("id"))) ids.insert(match->at("id"));
    }
    const std::set<std::string> different(ids.begin(), ids.end());
    return documents.size() > 2 && nearly_all(ids.size(), documents.size()) &&
           ids.size() - different.size() <= 1;
}

/// The field of most documents that stands in a rule's place: another spelling, or another name for an owner.
std::optional<std::string> stand_in(const FieldRule& rule, const SurveyedDocuments& documents,
                                    const DocumentClass& known, const FieldNames& names) {
    const bool owner = model::matches_label(rule.names.front(), names.owner);
    for (const FieldUse& use : fields_in_use(documents)) {
        const bool taken = std::any_of(known.fields.begin(), known.fields.end(), [&](const FieldRule& one) {
            return model::matches_label(use.name, one.names);
        });
        const bool near = base::edit_distance(base::lower(use.name), base::lower(rule.names.front())) <= 1 ||
                          (owner && model::matches_label(use.name, names.owner));
        if (!taken && near && nearly_all(use.documents.size(), documents.size())) return use.name;
    }
    return std::nullopt;
}

bool has_any(const SurveyedDocument& document, const std::vector<std::string>& names) {
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return document.find(name) != nullptr; });
}

/// The rule as most documents have it; true where that is not as the class says.
bool adapt_field(ProposedField& field, const FieldRule& rule, const SurveyedDocuments& documents,
                 const DocumentClass& known, const FieldNames& names) {
    field = {rule.names, rule.required, {}};
    SurveyedDocuments having;
    for (const SurveyedDocument* document : documents)
        if (has_any(*document, rule.names)) having.push_back(document);
    if (!rule.required || 2 * having.size() >= documents.size()) return false;
    field.remark = share_in_words(having, documents);
    if (having.empty()) field.remark = fmt::format("none of {} documents has it", documents.size());
    if (const auto other = stand_in(rule, documents, known, names)) {
        field.names.push_back(*other);
        field.remark += fmt::format("; \"{}\" stands in its place", *other);
    } else {
        field.required = false;
    }
    return true;
}

bool adapt_statuses(ProposedClass& target, const DocumentGroup& group, const SurveyedDocuments& documents,
                    const Policy& policy) {
    const DocumentClass& known = *group.covered_by;
    if (known.status_fields.empty() || known.statuses.empty()) return false;
    const auto uses = statuses_in_use(documents, known.status_fields.front());
    std::vector<ProposedStatus> more;
    for (const StatusUse& use : uses) {
        const bool is_known =
            std::any_of(known.statuses.begin(), known.statuses.end(),
                        [&](const std::string& one) { return base::equals_ignoring_case(one, use.status); });
        if (is_known || use.documents.size() < 2 || slip_of(use, uses, policy) != nullptr) continue;
        more.push_back({use.status, fmt::format("{}; the built-in class does not know it",
                                                base::count_of(use.documents.size(), "document"))});
    }
    if (more.empty()) return false;
    for (const std::string& status : known.statuses) target.statuses.push_back({status, {}});
    target.statuses.insert(target.statuses.end(), more.begin(), more.end());
    return true;
}

} // namespace

bool looks_governed(const SurveyedDocument& document, const Policy& policy) {
    const FieldNames names = field_names(policy);
    const bool kept =
        std::any_of(document.fields.begin(), document.fields.end(), [&](const SurveyedField& field) {
            return model::matches_label(field.name, names.status) ||
                   model::matches_label(field.name, names.owner);
        });
    return (kept && document.fields.size() > 1) || document.items.size() > 1 ||
           (document.change_log_rows > 0 && document.fields.size() > 1);
}

ProposedClass propose_class(const DocumentGroup& group, std::vector<std::string> paths,
                            const Survey& survey) {
    const Policy& policy = *survey.policy;
    ProposedClass target;
    target.id = id_of_name(group.folder.empty() ? "root documents" : file_name_of(group.folder));
    if (target.id.empty()) target.id = "documents";
    target.title = title_of(group);
    target.documents = group.documents.size();
    const SurveyedDocuments bearing = with_header(group.documents);
    const FieldNames names = field_names(policy);
    target.notes.push_back(fmt::format("{} in {}, {} of them with a header block",
                                       base::count_of(group.documents.size(), "document"), in_words(group),
                                       bearing.size()));
    target.paths = std::move(paths);
    const bool whole_folder = target.paths.front().find('*') != std::string::npos;
    if (whole_folder) target.excluded_paths = {"**/README.md"};
    if (whole_folder && target.paths.front().ends_with("/**") && named_by_id(group.documents)) {
        const std::string folder = target.paths.front();
        target.paths.insert(target.paths.begin(), {folder + "/{id}-{slug}.md", folder + "/{id}.md"});
    }
    target.fields = propose_fields(bearing, names);
    propose_statuses(target, bearing, names, policy);
    propose_gates(target, group.documents, survey);
    propose_specification(target, group, policy);
    propose_change_log(target, group.documents);
    return target;
}

std::optional<ProposedClass> propose_overlay(const DocumentGroup& group, const Policy& policy) {
    const DocumentClass& known = *group.covered_by;
    const SurveyedDocuments bearing = with_header(group.documents);
    if (bearing.size() < kFewestToLoosen) return std::nullopt;
    ProposedClass target;
    target.id = known.id;
    target.title = known.title;
    target.overlay = true;
    target.documents = group.documents.size();
    bool differs = false;
    for (const FieldRule& rule : known.fields) {
        const bool adapted =
            adapt_field(target.fields.emplace_back(), rule, bearing, known, field_names(policy));
        differs = differs || adapted;
    }
    if (!differs) target.fields.clear();
    if (adapt_statuses(target, group, bearing, policy)) differs = true;
    if (adapt_change_log(target, group, bearing)) differs = true;
    if (!differs) return std::nullopt;
    target.notes.push_back(
        fmt::format("the built-in class covers {} here; most of them have it otherwise in what follows",
                    base::count_of(group.documents.size(), "document")));
    return target;
}

ProposedClass propose_template_class(const DocumentGroup& group, const SurveyedDocuments& templates) {
    ProposedClass target;
    target.id = id_of_name(file_name_of(group.folder) + " template");
    target.title = title_of(group) + " (template)";
    target.documents = templates.size();
    target.is_template = true;
    target.notes.push_back(fmt::format("{} with placeholders instead of values: it defines a format",
                                       base::count_of(templates.size(), "document")));
    for (const SurveyedDocument* document : templates) target.paths.push_back(exact_pattern(document->path));
    return target;
}

std::string exact_pattern(std::string_view path) {
    std::string pattern(path);
    std::replace_if(
        pattern.begin(), pattern.end(), [](char byte) { return byte == '{' || byte == '}' || byte == '*'; },
        '?');
    return pattern;
}

std::vector<std::string> folder_patterns(const DocumentGroup& group, const Survey& survey) {
    const std::string below = group.folder + "/";
    const bool others =
        std::any_of(survey.documents.begin(), survey.documents.end(), [&](const SurveyedDocument& document) {
            return document.path.starts_with(below) &&
                   std::find(group.documents.begin(), group.documents.end(), &document) ==
                       group.documents.end();
        });
    const bool packs = std::any_of(
        survey.policy->classes.begin(), survey.policy->classes.end(), [&](const DocumentClass& known) {
            return std::any_of(known.paths.begin(), known.paths.end(), [&](const base::PathPattern& pattern) {
                return pattern.text().starts_with(below);
            });
        });
    const std::string folder = exact_pattern(group.folder);
    if (!others && !packs) return {folder + "/**"};
    std::set<std::string> patterns;
    for (const SurveyedDocument* document : group.documents)
        patterns.insert(exact_pattern(folder_of(document->path)) + "/*.md");
    return {patterns.begin(), patterns.end()};
}

} // namespace docs_lint::engine
