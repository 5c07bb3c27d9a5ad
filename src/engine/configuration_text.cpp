#include "base/text.hpp"
#include "engine/proposal.hpp"
#include "yaml/write.hpp"

#include <fmt/format.h>

namespace docs_lint::engine {
namespace {

using yaml::Draft;
using yaml::NodeKind;

Draft sequence_of(std::vector<Draft> items) {
    Draft draft;
    draft.kind = NodeKind::sequence;
    draft.items = std::move(items);
    return draft;
}

Draft field_draft(const ProposedField& field) {
    if (field.required && field.names.size() == 1) return yaml::draft_of(field.names.front(), field.remark);
    Draft draft;
    draft.on_one_line = true;
    draft.behind = field.remark;
    draft.members.push_back({"names", yaml::draft_of(field.names)});
    if (!field.required) draft.members.push_back({"required", yaml::draft_of("false")});
    return draft;
}

Draft fields_draft(const ProposedClass& one) {
    std::vector<Draft> items;
    for (const ProposedField& field : one.fields) items.push_back(field_draft(field));
    return sequence_of(std::move(items));
}

Draft statuses_draft(const ProposedClass& one) {
    std::vector<Draft> items;
    for (const ProposedStatus& status : one.statuses)
        items.push_back(yaml::draft_of(status.status, status.remark));
    return sequence_of(std::move(items));
}

Draft filing_draft(const ProposedClass& one) {
    Draft filing;
    filing.on_one_line = true;
    if (!one.filing_statuses.empty())
        filing.members.push_back({"statuses", yaml::draft_of(one.filing_statuses)});
    if (!one.filing_dates.empty())
        filing.members.push_back({"date-fields", yaml::draft_of(one.filing_dates)});
    if (one.filing_statuses.empty()) filing.members.push_back({"date-alone-files", yaml::draft_of("true")});
    filing.behind = one.filing_remark;
    return filing;
}

void add_rules(Draft& draft, const ProposedClass& one) {
    if (!one.fields.empty()) draft.members.push_back({"fields", fields_draft(one)});
    if (!one.status_field.empty())
        draft.members.push_back({"status-fields", yaml::draft_of(std::vector{one.status_field})});
    if (!one.statuses.empty()) draft.members.push_back({"statuses", statuses_draft(one)});
    if (!one.filing_statuses.empty() || !one.filing_dates.empty())
        draft.members.push_back({"filing", filing_draft(one)});
    if (!one.change_log.empty())
        draft.members.push_back({"change-log", yaml::draft_of(one.change_log, one.change_log_remark)});
}

Draft template_draft(const std::string& path, const std::string& like) {
    Draft draft;
    draft.on_one_line = true;
    draft.members.push_back({"from", yaml::draft_of(path)});
    if (!like.empty()) draft.members.push_back({"like", yaml::draft_of(like)});
    return draft;
}

void add_process(Draft& draft, const ProposedClass& one) {
    if (!one.process_template.empty()) {
        Draft process = template_draft(one.process_template, one.process);
        process.behind = one.process_remark;
        draft.members.push_back({"process", std::move(process)});
    } else if (!one.process.empty()) {
        draft.members.push_back({"process", yaml::draft_of(one.process, "it knows most of the gate items")});
    }
    if (!one.process_version_fields.empty())
        draft.members.push_back({"process-version-fields", yaml::draft_of(one.process_version_fields)});
}

void add_flags(Draft& draft, const ProposedClass& one) {
    if (one.is_template) {
        draft.members.push_back({"header-required", yaml::draft_of("false")});
        draft.members.push_back({"template", yaml::draft_of("true")});
    }
    if (one.records_gates)
        draft.members.push_back({"records-gates", yaml::draft_of("true", one.gates_remark)});
    add_process(draft, one);
    if (one.canonical_specification)
        draft.members.push_back(
            {"canonical-specification", yaml::draft_of("true", one.specification_remark)});
}

Draft class_draft(const ProposedClass& one) {
    Draft draft;
    draft.above = {""};
    draft.above.insert(draft.above.end(), one.notes.begin(), one.notes.end());
    if (!one.canonical_specification && !one.specification_remark.empty())
        draft.above.push_back(one.specification_remark);
    if (!one.overlay) draft.members.push_back({"title", yaml::draft_of(one.title)});
    if (!one.paths.empty()) {
        Draft paths = yaml::draft_of(one.paths);
        paths.on_one_line = one.paths.size() == 1;
        draft.members.push_back({"paths", std::move(paths)});
    }
    if (!one.excluded_paths.empty())
        draft.members.push_back({"excluded-paths", yaml::draft_of(one.excluded_paths)});
    add_rules(draft, one);
    add_flags(draft, one);
    return draft;
}

Draft role_draft(const ProposedRole& role) {
    Draft draft;
    draft.above = role.notes;
    if (!role.title.empty()) draft.members.push_back({"title", yaml::draft_of(role.title)});
    if (!role.aliases.empty()) draft.members.push_back({"aliases", yaml::draft_of(role.aliases)});
    return draft;
}

void add_account(std::vector<std::string>& lines, const std::string& title,
                 const std::vector<Accounted>& rows) {
    if (rows.empty()) return;
    lines.emplace_back("");
    lines.push_back(title);
    for (const Accounted& row : rows)
        lines.push_back(
            fmt::format("- {}: {} ({})", row.where, base::count_of(row.documents, "document"), row.why));
}

/// The entry as it would stand below `classes`, behind comment signs, and what stands in its way.
void add_open_process(std::vector<std::string>& lines, const OpenProcess& open) {
    Draft entry;
    entry.members.push_back({"process", template_draft(open.path, open.like)});
    Draft classes;
    classes.members.push_back({open.class_id, std::move(entry)});
    Draft root;
    root.members.push_back({"classes", std::move(classes)});
    lines.emplace_back("");
    lines.push_back(fmt::format(
        "The process of {} could be taken from {}. It is not in force yet:", open.class_id, open.path));
    const std::string text = yaml::write(root);
    for (const std::string_view line : base::split(base::trim(text), '\n'))
        lines.push_back(fmt::format("    {}", line));
    if (open.one_of_several) lines.emplace_back("More than one template fits: keep the entry that is meant.");
    if (!open.questions.empty())
        lines.emplace_back(
            "The template leaves open what follows; answers stand beside `from`, below `process:`.");
    for (const std::string& question : open.questions) lines.push_back("- " + question);
}

std::vector<std::string> opening(const Proposal& proposal, const policy::Policy& packs) {
    std::vector<std::string> lines = {
        "docs-lint's configuration of this repository, proposed by `docs-lint init` from the documents that "
        "are in "
        "it. Every entry says what it rests on; correct what is not meant. It lies over the built-in pack, "
        "and a "
        "change is judged by the configuration that it finds, not by the one that it brings.",
        "What only a few documents do loosens no rule: `docs-lint` shows it as a finding."};
    add_account(
        lines,
        fmt::format("Covered by classes of the pack{} {} as they are, so that nothing is said of them below:",
                    packs.packs.size() == 1 ? "" : "s", base::list_in_words(packs.packs)),
        proposal.covered);
    add_account(lines, "Not governed; give them a class if they are to be:", proposal.left_out);
    if (!proposal.notes.empty()) lines.insert(lines.end(), {"", "Seen on the way:"});
    for (const std::string& note : proposal.notes) lines.push_back("- " + note);
    for (const OpenProcess& open : proposal.open_processes) add_open_process(lines, open);
    lines.emplace_back("");
    return lines;
}

} // namespace

std::string configuration_text(const Proposal& proposal, const policy::Policy& packs) {
    Draft root;
    root.above = opening(proposal, packs);
    Draft extends =
        packs.packs.size() == 1 ? yaml::draft_of(packs.packs.front()) : yaml::draft_of(packs.packs);
    root.members.push_back({"extends", std::move(extends)});
    Draft classes;
    classes.above = {""};
    for (const ProposedClass& one : proposal.classes) classes.members.push_back({one.id, class_draft(one)});
    if (!classes.members.empty()) root.members.push_back({"classes", std::move(classes)});
    Draft roles;
    roles.above = {"", "Names that sign or own and that the pack does not know."};
    for (const ProposedRole& role : proposal.roles) roles.members.push_back({role.id, role_draft(role)});
    if (!roles.members.empty()) root.members.push_back({"roles", std::move(roles)});
    return yaml::write(root);
}

} // namespace docs_lint::engine
