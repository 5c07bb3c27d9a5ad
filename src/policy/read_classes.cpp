#include "base/text.hpp"
#include "policy/read_sections.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::policy {
namespace {

FieldRule read_field(const Setting& setting, Problems& problems) {
    FieldRule field;
    if (setting.is(yaml::NodeKind::scalar)) {
        read_value(setting, field.names.emplace_back(), problems);
        return field;
    }
    if (!expect_keys(setting, setting, {"names"}, {"required", "due-at-filing"}, problems)) return field;
    read(setting, "names", field.names, problems);
    require_items(setting, "names", problems);
    read(setting, "required", field.required, problems);
    read(setting, "due-at-filing", field.due_at_filing, problems);
    return field;
}

std::vector<FieldRule> read_fields(const Setting& entry, Problems& problems) {
    std::vector<FieldRule> fields;
    const Setting* list = entry.find("fields");
    if (list == nullptr || !expect(*list, yaml::NodeKind::sequence, problems)) return fields;
    for (const Setting& item : list->items) fields.push_back(read_field(item, problems));
    return fields;
}

std::optional<Filing> read_filing(const Setting& entry, const std::vector<std::string>& statuses,
                                  Problems& problems) {
    const Setting* setting = entry.find("filing");
    if (setting == nullptr) return std::nullopt;
    Filing filing;
    if (!expect_keys(*setting, *setting, {},
                     {"statuses", "date-fields", "date-alone-files", "amendment-section"}, problems))
        return filing;
    read_names(*setting, "statuses", filing.statuses, {"status", statuses, !statuses.empty()}, problems);
    read(*setting, "date-fields", filing.date_fields, problems);
    read(*setting, "date-alone-files", filing.date_alone_files, problems);
    read(*setting, "amendment-section", filing.amendment_section, problems);
    if (filing.statuses.empty() && !(filing.date_alone_files && !filing.date_fields.empty()))
        problems.add(*setting, "nothing files a document of this class",
                     "name statuses, or date-fields with \"date-alone-files: true\"");
    return filing;
}

void read_change_log_duty(const Setting& entry, ChangeLogDuty& target, Problems& problems) {
    std::string duty = "none";
    read(entry, "change-log", duty, problems);
    if (duty == "required")
        target = ChangeLogDuty::required;
    else if (duty == "optional")
        target = ChangeLogDuty::optional;
    else if (duty != "none")
        problems.add(*entry.find("change-log"), fmt::format("\"{}\" is no duty to keep a change log", duty),
                     "write required, optional or none");
}

RequiredSection read_section(const Setting& setting, Problems& problems) {
    RequiredSection section;
    if (setting.is(yaml::NodeKind::scalar)) {
        read_value(setting, section.titles.emplace_back(), problems);
        return section;
    }
    if (!expect_keys(setting, setting, {"titles"}, {}, problems)) return section;
    read(setting, "titles", section.titles, problems);
    require_items(setting, "titles", problems);
    return section;
}

Notice read_notice(const Setting& setting, const std::vector<std::string>& statuses, Problems& problems) {
    Notice notice;
    if (!expect_keys(setting, setting, {"about", "patterns"}, {"when-status"}, problems)) return notice;
    read(setting, "about", notice.about, problems);
    std::vector<std::string> patterns;
    read_expressions(setting, "patterns", patterns, problems);
    require_items(setting, "patterns", problems);
    for (const std::string& pattern : patterns)
        notice.patterns.push_back(Expression::known(pattern)); // a wrong one is a problem by now
    read_names(setting, "when-status", notice.when_statuses, {"status", statuses, !statuses.empty()},
               problems);
    return notice;
}

/// What the text of every document of the class holds.
void read_contents(const Setting& entry, DocumentClass& target, Problems& problems) {
    const Setting* sections = entry.find("sections");
    if (sections != nullptr && expect(*sections, yaml::NodeKind::sequence, problems))
        for (const Setting& item : sections->items) target.sections.push_back(read_section(item, problems));
    const Setting* notices = entry.find("notices");
    if (notices != nullptr && expect(*notices, yaml::NodeKind::sequence, problems))
        for (const Setting& item : notices->items)
            target.notices.push_back(read_notice(item, target.statuses, problems));
}

void read_flags(const Setting& entry, DocumentClass& target, Problems& problems) {
    read(entry, "header-required", target.header_required, problems);
    read(entry, "records-gates", target.records_gates, problems);
    read(entry, "template", target.is_template, problems);
    read(entry, "canonical-specification", target.is_canonical_specification, problems);
    read(entry, "dated", target.is_dated, problems);
}

/// The file's name without folders and ending: `defect_run`.
std::string stem_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
    return std::string(name.substr(0, name.rfind('.')));
}

const std::vector<std::string> kAnswers = {"items",      "title",      "version",        "states",
                                           "gates",      "reversions", "state-labels",   "severities",
                                           "spec-first", "companions", "expected-values"};

bool is_plain_path(std::string_view path) {
    const auto parts = base::split(path, '/');
    return path.find_first_of("*?{") == std::string_view::npos &&
           std::none_of(parts.begin(), parts.end(),
                        [](std::string_view part) { return part.empty() || part == "." || part == ".."; });
}

/// `process: {from: path/to/template.md, like: ID}` and what else it answers.
ProcessTemplate read_template(const Setting& setting, ReadContext& context) {
    ProcessTemplate from;
    std::vector<std::string> optional = kAnswers;
    optional.insert(optional.begin(), "like");
    if (!expect_keys(setting, setting, {"from"}, optional, context.problems)) return from;
    base::PathPattern pattern; // a plain path is one that matches itself
    read(setting, "from", pattern, context.problems);
    read(setting, "from", from.path, context.problems);
    if (!pattern.text().empty() && !is_plain_path(from.path))
        context.problems.add(*setting.find("from"),
                             "a process comes from one template, named by a plain path",
                             "give the template's path from the repository's root");
    std::string like;
    read_name(setting, "like", like, {"process", context.processes, context.check_references},
              context.problems);
    from.id = like.empty() ? stem_of(from.path) : like;
    if (context.process_section != nullptr)
        if (const Setting* other = context.process_section->find(like)) from.like = *other;
    from.answers = setting;
    auto& members = from.answers.members;
    members.erase(std::remove_if(members.begin(), members.end(),
                                 [](const SettingMember& member) {
                                     return member.key.scalar == "from" || member.key.scalar == "like";
                                 }),
                  members.end());
    return from;
}

void read_process_of(const Setting& entry, DocumentClass& target, ReadContext& context) {
    read(entry, "process-version-fields", target.process_version_fields, context.problems);
    const Setting* process = entry.find("process");
    if (process != nullptr && process->is(yaml::NodeKind::mapping))
        target.process_template = read_template(*process, context);
    else
        read_name(entry, "process", target.process, {"process", context.processes, context.check_references},
                  context.problems);
}

void read_writers(const Setting& entry, DocumentClass& target, ReadContext& context) {
    const Reference role{"role", context.roles, context.check_references};
    read_names(entry, "writers", target.writers, role, context.problems);
    read_names(entry, "barred-writers", target.barred_writers, role, context.problems);
}

DocumentClass read_class(const Setting& id, const Setting& entry, ReadContext& context) {
    DocumentClass target;
    target.id = id.scalar;
    Problems& problems = context.problems;
    if (!expect_keys(entry, id, {"title", "paths"},
                     {"number",
                      "excluded-paths",
                      "named",
                      "header-required",
                      "fields",
                      "status-fields",
                      "statuses",
                      "no-return-from",
                      "filing",
                      "sections",
                      "notices",
                      "process",
                      "process-version-fields",
                      "records-gates",
                      "template",
                      "canonical-specification",
                      "dated",
                      "change-log",
                      "lessons",
                      "deviations",
                      "writers",
                      "barred-writers"},
                     problems))
        return target;
    read(entry, "title", target.title, problems);
    read(entry, "number", target.number, problems);
    read(entry, "paths", target.paths, problems);
    require_items(entry, "paths", problems);
    read(entry, "excluded-paths", target.excluded_paths, problems);
    read(entry, "named", target.named, problems);
    target.fields = read_fields(entry, problems);
    read(entry, "status-fields", target.status_fields, problems);
    read(entry, "statuses", target.statuses, problems);
    read_names(entry, "no-return-from", target.no_return_from,
               {"status", target.statuses, !target.statuses.empty()}, problems);
    read_contents(entry, target, problems);
    target.filing = read_filing(entry, target.statuses, problems);
    read_process_of(entry, target, context);
    read_flags(entry, target, problems);
    read_change_log_duty(entry, target.change_log, problems);
    read_writers(entry, target, context);
    target.lessons = read_lessons(entry, context);
    target.deviations = read_deviations(entry, context);
    target.is_dated = target.is_dated || target.filing.has_value();
    return target;
}

} // namespace

std::vector<DocumentClass> read_classes(const Setting& section, ReadContext& context) {
    std::vector<DocumentClass> classes;
    if (!expect(section, yaml::NodeKind::mapping, context.problems)) return classes;
    for (const auto& [id, entry] : section.members) classes.push_back(read_class(id, entry, context));
    return classes;
}

} // namespace docs_lint::policy
