#include "policy/read_sections.hpp"

#include <fmt/format.h>

namespace docs_lint::policy {
namespace {

/// Which item a lessons record belongs to is told by its path alone.
void check_ids(const Setting& closure, Problems& problems) {
    const Setting* list = closure.find("lessons-records");
    if (list == nullptr) return;
    for (const Setting& item : list->items)
        if (item.scalar.find("{id}") == std::string::npos)
            problems.add(item, fmt::format("the path \"{}\" names no item", item.scalar),
                         "write {id} where the item's id stands");
}

} // namespace

std::optional<Closure> read_closure(const Setting& entry, const std::vector<std::string>& states,
                                    ReadContext& context) {
    const Setting* setting = entry.find("closure");
    if (setting == nullptr) return std::nullopt;
    Problems& problems = context.problems;
    Closure closure;
    std::vector<std::string> needed{"state"};
    std::vector<std::string> optional{"priorities",      "id-fields",  "item-words",
                                      "lessons-records", "backlogs",   "changelogs",
                                      "status-labels",   "open-words", "release-tags"};
    // Nothing but a backlog marks items complete.
    (setting->find("backlogs") != nullptr ? needed : optional).emplace_back("complete-words");
    if (!expect_keys(*setting, *setting, needed, optional, problems)) return closure;
    read_name(*setting, "state", closure.state, {"state", states, true}, problems);
    read(*setting, "priorities", closure.priorities, problems);
    read(*setting, "id-fields", closure.id_fields, problems);
    read(*setting, "item-words", closure.item_words, problems);
    read(*setting, "lessons-records", closure.lessons_records, problems);
    read(*setting, "backlogs", closure.backlogs, problems);
    read(*setting, "changelogs", closure.changelogs, problems);
    read(*setting, "status-labels", closure.status_labels, problems);
    read(*setting, "complete-words", closure.complete_words, problems);
    if (!closure.backlogs.empty()) require_items(*setting, "complete-words", problems);
    read(*setting, "open-words", closure.open_words, problems);
    read(*setting, "release-tags", closure.release_tags, problems);
    check_ids(*setting, problems);
    return closure;
}

} // namespace docs_lint::policy
