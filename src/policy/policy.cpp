#include "policy/policy.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace docs_lint::policy {
namespace {

template <typename Thing>
const Thing* find_by_id(const std::vector<Thing>& things, std::string_view id) {
    const auto found =
        std::find_if(things.begin(), things.end(), [id](const Thing& thing) { return thing.id == id; });
    return found == things.end() ? nullptr : &*found;
}

bool any_matches(const std::vector<base::PathPattern>& patterns, std::string_view path) {
    return std::any_of(patterns.begin(), patterns.end(),
                       [path](const base::PathPattern& pattern) { return pattern.matches(path); });
}

} // namespace

const DocumentClass* Policy::class_of(std::string_view path) const {
    const auto plain = with_plain_ending(path);
    if (!plain) return nullptr; // most files of most repositories
    const auto found = std::find_if(classes.begin(), classes.end(), [&](const DocumentClass& candidate) {
        return candidate.covers_plain(*plain);
    });
    return found == classes.end() ? nullptr : &*found;
}

bool Policy::is_unclassified(std::string_view path) const {
    if (!is_markdown(path) || class_of(path) != nullptr) return false;
    const std::string lower = base::lower(path);
    const auto any_spelling = [&](const std::vector<base::PathPattern>& patterns) {
        return any_matches(patterns, path) || any_matches(patterns, lower);
    };
    return any_spelling(governed_folders.paths) && !any_spelling(governed_folders.excluded_paths);
}

bool Policy::governs_below(const std::string& folder) const {
    const auto begins_below = [&](const DocumentClass& one) {
        return std::any_of(one.paths.begin(), one.paths.end(), [&](const base::PathPattern& pattern) {
            return pattern.begins_with(folder + "/");
        });
    };
    return std::any_of(classes.begin(), classes.end(), begins_below) || class_of(folder + "/x.md") != nullptr;
}

const DocumentClass* Policy::find_class(std::string_view id) const {
    return find_by_id(classes, id);
}

const Process* Policy::find_process(std::string_view id) const {
    return find_by_id(processes, id);
}

const OwnRule* Policy::find_own_rule(std::string_view id) const {
    return find_by_id(own_rules, id);
}

} // namespace docs_lint::policy
