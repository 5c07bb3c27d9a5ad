#include "policy/read_sections.hpp"

#include <fmt/format.h>

namespace docs_lint::policy {
namespace {

LessonsField read_field(const Setting& setting, Problems& problems) {
    LessonsField field;
    if (setting.is(yaml::NodeKind::scalar)) {
        read_value(setting, field.names.emplace_back(), problems);
        return field;
    }
    if (!expect_keys(setting, setting, {"names"}, {"says", "expected"}, problems)) return field;
    read(setting, "names", field.names, problems);
    require_items(setting, "names", problems);
    read(setting, "says", field.says, problems);
    read(setting, "expected", field.expected, problems);
    if (!field.says.empty() && field.expected.empty())
        problems.add(setting, "nothing tells people what the value must say",
                     "give \"expected\" beside \"says\"");
    return field;
}

/// A list of lists: each section in all its titles.
std::vector<std::vector<std::string>> read_titles(const Setting& lessons, Problems& problems) {
    std::vector<std::vector<std::string>> titles;
    const Setting* list = lessons.find("sections");
    if (list == nullptr || !expect(*list, yaml::NodeKind::sequence, problems)) return titles;
    for (const Setting& section : list->items) {
        std::vector<std::string>& names = titles.emplace_back();
        if (section.is(yaml::NodeKind::scalar))
            read_value(section, names.emplace_back(), problems);
        else
            read_value(section, names, problems);
        if (names.empty()) problems.add(section, "a section without a title", "name at least one");
    }
    return titles;
}

void check_steps(const Setting& lessons, Problems& problems) {
    const Setting* list = lessons.find("version-steps");
    if (list == nullptr) return;
    for (const Setting& step : list->items)
        if (step.scalar.find("(?P<to>") == std::string::npos)
            problems.add(step, "the pattern does not say which version was reached",
                         "put it into a group (?P<to>...), and where it came from into (?P<from>...)");
}

} // namespace

std::optional<Lessons> read_lessons(const Setting& entry, ReadContext& context) {
    const Setting* setting = entry.find("lessons");
    if (setting == nullptr) return std::nullopt;
    Problems& problems = context.problems;
    Lessons lessons;
    if (!expect_keys(*setting, *setting, {},
                     {"type-fields", "other-types", "fields", "note", "sections", "improvement-sections",
                      "version-steps", "action-sections", "action-labels", "owner-labels", "date-labels",
                      "nothing", "escalation-words", "negations", "escalation-roles"},
                     problems))
        return lessons;
    read(*setting, "type-fields", lessons.type_fields, problems);
    read(*setting, "other-types", lessons.other_types, problems);
    const Setting* fields = setting->find("fields");
    if (fields != nullptr && expect(*fields, yaml::NodeKind::sequence, problems))
        for (const Setting& field : fields->items) lessons.fields.push_back(read_field(field, problems));
    read(*setting, "note", lessons.note, problems);
    lessons.sections = read_titles(*setting, problems);
    read(*setting, "improvement-sections", lessons.improvement_sections, problems);
    read(*setting, "version-steps", lessons.version_steps, problems);
    check_steps(*setting, problems);
    read(*setting, "action-sections", lessons.action_sections, problems);
    read(*setting, "action-labels", lessons.action_labels, problems);
    read(*setting, "owner-labels", lessons.owner_labels, problems);
    read(*setting, "date-labels", lessons.date_labels, problems);
    read(*setting, "nothing", lessons.nothing, problems);
    read(*setting, "escalation-words", lessons.escalation_words, problems);
    read(*setting, "negations", lessons.negations, problems);
    read_names(*setting, "escalation-roles", lessons.escalation_roles,
               {"role", context.roles, context.check_references}, problems);
    return lessons;
}

} // namespace docs_lint::policy
