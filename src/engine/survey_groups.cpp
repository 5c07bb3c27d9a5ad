#include "engine/survey_groups.hpp"

#include "model/text_tools.hpp"

#include <algorithm>
#include <cctype>
#include <set>

namespace docs_lint::engine {
namespace {

using Folders = std::map<std::string, DocumentGroup>;

/// The fields that at least half of the documents have.
std::set<std::string> usual_fields(const SurveyedDocuments& documents) {
    std::set<std::string> keys;
    for (const FieldUse& use : fields_in_use(documents))
        if (2 * use.documents.size() >= documents.size()) keys.insert(use.key);
    return keys;
}

bool are_alike(const SurveyedDocuments& left, const SurveyedDocuments& right) {
    const auto a = usual_fields(left);
    const auto b = usual_fields(right);
    std::vector<std::string> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    const std::size_t all = a.size() + b.size() - both.size();
    return !both.empty() && 5 * both.size() >= 3 * all;
}

/// A folder's name that counts or dates: `2026`, `2026-Q1`, `v2`.
bool only_divides(std::string_view folder) {
    const std::string name = file_name_of(folder);
    return std::any_of(name.begin(), name.end(), [](unsigned char byte) { return std::isdigit(byte) != 0; });
}

bool lies_below(std::string_view folder, std::string_view above) {
    return above.empty() || (folder.size() > above.size() && folder.substr(0, above.size()) == above &&
                             folder[above.size()] == '/');
}

void take_in(DocumentGroup& into, DocumentGroup& from) {
    into.documents.insert(into.documents.end(), from.documents.begin(), from.documents.end());
    std::sort(into.documents.begin(), into.documents.end(),
              [](const SurveyedDocument* a, const SurveyedDocument* b) { return a->path < b->path; });
    into.has_subfolders = true;
    from.documents.clear();
}

/// Folders that divide go into the one above, which may have no documents of its own, if they are alike.
void join_divided(Folders& folders) {
    std::vector<std::string> deepest_first;
    for (const auto& [folder, group] : folders) deepest_first.push_back(folder);
    std::sort(deepest_first.begin(), deepest_first.end(), [](const std::string& a, const std::string& b) {
        return std::count(a.begin(), a.end(), '/') > std::count(b.begin(), b.end(), '/');
    });
    for (const std::string& folder : deepest_first) {
        const std::string above = folder_of(folder);
        if (above.empty() || !only_divides(folder)) continue;
        DocumentGroup& target = folders[above];
        target.folder = above;
        if (target.documents.empty() || are_alike(target.documents, folders[folder].documents))
            take_in(target, folders[folder]);
    }
}

/// A folder with one document, which looks like those of a folder above, is a part of that.
void join_nested(Folders& folders) {
    for (auto& [folder, group] : folders)
        for (auto& [above, target] : folders) {
            const bool nested = !above.empty() && lies_below(folder, above);
            if (!nested || group.documents.size() != 1 || target.documents.size() < 2) continue;
            if (are_alike(target.documents, group.documents)) take_in(target, group);
        }
}

} // namespace

std::string folder_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash));
}

std::string file_name_of(std::string_view path) {
    return std::string(path.substr(path.rfind('/') + 1));
}

std::vector<FieldUse> fields_in_use(const SurveyedDocuments& documents) {
    std::vector<FieldUse> uses;
    std::map<std::string, std::map<std::string, std::size_t>> spellings;
    std::map<std::string, std::size_t> places;
    for (const SurveyedDocument* document : documents)
        for (std::size_t at = 0; at < document->fields.size(); ++at) {
            const SurveyedField& field = document->fields[at];
            const std::string key = model::label_key(field.name);
            auto use =
                std::find_if(uses.begin(), uses.end(), [&](const FieldUse& one) { return one.key == key; });
            if (use == uses.end()) use = uses.insert(uses.end(), FieldUse{key, field.name, {}, 0, 0});
            const bool again = !use->documents.empty() && use->documents.back() == document;
            if (again) continue;
            ++use->present;
            if (!model::is_blank_or_dash(field.value)) use->documents.push_back(document);
            if (field.dated) ++use->dated;
            places[key] += at;
            if (++spellings[key][field.name] > spellings[key][use->name]) use->name = field.name;
        }
    std::stable_sort(uses.begin(), uses.end(), [&](const FieldUse& a, const FieldUse& b) {
        return places[a.key] * b.present < places[b.key] * a.present;
    });
    return uses;
}

std::vector<DocumentGroup> group_documents(const Survey& survey) {
    std::map<const policy::DocumentClass*, DocumentGroup> covered;
    Folders folders;
    for (const SurveyedDocument& document : survey.documents) {
        DocumentGroup& group =
            document.covered_by != nullptr ? covered[document.covered_by] : folders[folder_of(document.path)];
        group.covered_by = document.covered_by;
        if (document.covered_by == nullptr) group.folder = folder_of(document.path);
        group.documents.push_back(&document);
    }
    join_divided(folders);
    join_nested(folders);
    std::vector<DocumentGroup> groups;
    for (const policy::DocumentClass& known : survey.policy->classes)
        if (const auto found = covered.find(&known); found != covered.end()) groups.push_back(found->second);
    for (auto& [folder, group] : folders)
        if (!group.documents.empty()) groups.push_back(std::move(group));
    return groups;
}

} // namespace docs_lint::engine
