#include "policy/read_sections.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace docs_lint::policy {
namespace {

/// Reads one process; knows what its parts may refer to.
class ProcessReader {
public:
    explicit ProcessReader(ReadContext& context) : context_(context), problems_(context.problems) {}

    Process read_process(const Setting& id, const Setting& entry);

private:
    [[nodiscard]] Reference role() const { return {"role", context_.roles, context_.check_references}; }
    [[nodiscard]] Reference state() const { return {"state", states_, true}; }
    [[nodiscard]] Reference item() const { return {"item", items_, true}; }

    void read_gates(const Setting& entry, Process& process);
    ProcessGate read_gate(const Setting& id, const Setting& entry);
    ProcessItem read_item(const Setting& id, const Setting& entry);
    void read_evidence(const Setting& list, ProcessItem& target);
    void read_alternative(const Setting& setting, ProcessItem& target);
    void check_evidence(const Setting& at, const ProcessItem& target);
    std::optional<Question> read_question(const Setting& entry);
    std::optional<NeededDocument> read_needed_document(const Setting& entry);
    void read_severities(const Setting& entry, Process& process);
    SeverityTier read_tier(const Setting& name, const Setting& entry);
    void read_reversions(const Setting& entry, Process& process);
    std::optional<SpecFirst> read_spec_first(const Setting& entry);
    void read_companions(const Setting& entry, Process& process);
    Companions read_companion(const Setting& entry);
    void read_expected_values(const Setting& entry, Process& process);
    void check_conditions(const Setting& gates);
    void check_decision(const Setting& mapping, const std::string& id, const Process& process);

    ReadContext& context_;
    Problems& problems_;
    std::vector<std::string> states_;
    std::vector<std::string> items_;
    bool has_severities_ = false;
};

Process ProcessReader::read_process(const Setting& id, const Setting& entry) {
    Process process;
    process.id = id.scalar;
    if (!expect_keys(entry, id, {"title", "states", "gates"},
                     {"version", "reversions", "severities", "state-labels", "spec-first", "companions",
                      "expected-values", "update-within", "severity-changed-by", "closure"},
                     problems_))
        return process;
    read(entry, "title", process.title, problems_);
    read(entry, "version", process.version, problems_);
    read(entry, "states", process.states, problems_);
    require_items(entry, "states", problems_);
    read(entry, "state-labels", process.state_labels, problems_);
    if (const Setting* limit = entry.find("update-within"))
        read_value(*limit, process.update_within.emplace(), problems_);
    read_names(entry, "severity-changed-by", process.severity_changed_by, role(), problems_);
    states_ = process.states;
    read_severities(entry, process);
    read_gates(entry, process);
    read_reversions(entry, process);
    process.spec_first = read_spec_first(entry);
    if (process.spec_first) check_decision(*entry.find("spec-first"), process.spec_first->decision, process);
    read_companions(entry, process);
    read_expected_values(entry, process);
    process.closure = read_closure(entry, states_, context_);
    return process;
}

void ProcessReader::read_gates(const Setting& entry, Process& process) {
    const Setting* gates = entry.find("gates");
    if (gates == nullptr || !expect(*gates, yaml::NodeKind::mapping, problems_)) return;
    for (const auto& [id, gate] : gates->members) process.gates.push_back(read_gate(id, gate));
    check_conditions(*gates);
}

/// An item may depend on one of a later gate, so this waits until all of them are known.
void ProcessReader::check_conditions(const Setting& gates) {
    std::string known;
    for (const auto& [gate_id, gate] : gates.members)
        if (const Setting* items = gate.find("items"))
            for (const auto& [item_id, entry] : items->members)
                for (const std::string_view key : {"needed-if", "covers"})
                    if (entry.find(key) != nullptr) read_name(entry, key, known, item(), problems_);
}

ProcessGate ProcessReader::read_gate(const Setting& id, const Setting& entry) {
    ProcessGate gate;
    gate.id = id.scalar;
    if (!expect_keys(entry, id, {"from", "to", "items"}, {}, problems_)) return gate;
    read_name(entry, "from", gate.from, state(), problems_);
    read_name(entry, "to", gate.to, state(), problems_);
    const Setting* items = entry.find("items");
    if (items == nullptr || !expect(*items, yaml::NodeKind::mapping, problems_)) return gate;
    for (const auto& [item_id, item_entry] : items->members) {
        if (std::find(items_.begin(), items_.end(), item_id.scalar) != items_.end())
            problems_.add(item_id, fmt::format("the item \"{}\" stands in two gates", item_id.scalar),
                          "give it to one of them");
        items_.push_back(item_id.scalar);
        gate.items.push_back(read_item(item_id, item_entry));
    }
    return gate;
}

ProcessItem ProcessReader::read_item(const Setting& id, const Setting& entry) {
    ProcessItem target;
    target.id = id.scalar;
    if (!expect_keys(entry, id, {"title", "evidence"},
                     {"aliases", "confirmed-by", "waivers", "contradicted-by", "question", "needed-if",
                      "needed-for", "needs-document", "covers", "identity", "two-identities"},
                     problems_))
        return target;
    read(entry, "title", target.title, problems_);
    read(entry, "aliases", target.aliases, problems_);
    read_names(entry, "confirmed-by", target.confirmed_by, role(), problems_);
    read(entry, "waivers", target.waivers, problems_);
    read(entry, "contradicted-by", target.contradicted_by, problems_);
    if (const Setting* condition = entry.find("needed-if")) target.needed_if = condition->scalar;
    read(entry, "needed-for", target.needed_for, problems_);
    if (const Setting* other = entry.find("covers")) target.covers = other->scalar;
    target.identity = read_identity_grade(entry, problems_);
    target.two_identities = read_two_identities(entry, problems_);
    target.question = read_question(entry);
    target.needs_document = read_needed_document(entry);
    if (const Setting* evidence = entry.find("evidence")) read_evidence(*evidence, target);
    return target;
}

void ProcessReader::read_evidence(const Setting& list, ProcessItem& target) {
    if (!expect(list, yaml::NodeKind::sequence, problems_)) return;
    if (list.items.empty())
        problems_.add(list, "no kind of evidence is asked for", "the least is [statement]");
    for (const Setting& alternative : list.items) {
        target.evidence.emplace_back();
        read_alternative(alternative, target);
    }
    check_evidence(list, target);
}

void ProcessReader::read_alternative(const Setting& setting, ProcessItem& target) {
    std::vector<std::string> names;
    if (setting.is(yaml::NodeKind::scalar))
        names.push_back(setting.scalar);
    else
        read_value(setting, names, problems_);
    if (names.empty() && setting.is(yaml::NodeKind::sequence))
        problems_.add(setting, "an alternative without a kind would accept anything",
                      "name at least one kind");
    for (const std::string& name : names) {
        const auto kind = parse_evidence_kind(name);
        if (kind)
            target.evidence.back().push_back(*kind);
        else
            problems_.add_unknown(setting, "kind of evidence", name, evidence_kind_names());
    }
}

void ProcessReader::check_evidence(const Setting& at, const ProcessItem& target) {
    std::set<EvidenceKind> asked;
    for (const auto& alternative : target.evidence) asked.insert(alternative.begin(), alternative.end());
    const auto complain = [&](std::string_view kind, std::string_view hint) {
        problems_.add(at, fmt::format("\"{}\" asks for a {} that nothing can be", target.id, kind), hint);
    };
    if (asked.count(EvidenceKind::waiver) > 0 && target.waivers.empty() && !target.question)
        complain("waiver", "give it \"waivers\", or a \"question\" that a no can answer");
    for (const EvidenceKind kind : {EvidenceKind::decision, EvidenceKind::need})
        if (asked.count(kind) > 0 && !target.question)
            complain(to_string(kind), "give it a \"question\" with its subjects");
    if (asked.count(EvidenceKind::severity) > 0 && !has_severities_)
        complain("severity", "give the process \"severities\"");
}

std::optional<Question> ProcessReader::read_question(const Setting& entry) {
    const Setting* setting = entry.find("question");
    if (setting == nullptr) return std::nullopt;
    Question question;
    if (!expect_keys(*setting, *setting, {"subjects"}, {"affirmed-by"}, problems_)) return question;
    require_items(*setting, "subjects", problems_);
    read(*setting, "subjects", question.subjects, problems_);
    read(*setting, "affirmed-by", question.affirmed_by, problems_);
    return question;
}

std::optional<NeededDocument> ProcessReader::read_needed_document(const Setting& entry) {
    const Setting* setting = entry.find("needs-document");
    if (setting == nullptr) return std::nullopt;
    NeededDocument needed;
    if (!expect_keys(*setting, *setting, {"class"}, {"complete-header", "lists-versions", "checklist"},
                     problems_))
        return needed;
    read_names(*setting, "class", needed.document_classes,
               {"class", context_.classes, context_.check_references}, problems_);
    read(*setting, "complete-header", needed.complete_header, problems_);
    read(*setting, "lists-versions", needed.lists_versions, problems_);
    read(*setting, "checklist", needed.checklist, problems_);
    if (setting->find("checklist") != nullptr) require_items(*setting, "checklist", problems_);
    return needed;
}

void ProcessReader::read_severities(const Setting& entry, Process& process) {
    const Setting* severities = entry.find("severities");
    if (severities == nullptr || !expect(*severities, yaml::NodeKind::mapping, problems_)) return;
    for (const auto& [name, tier] : severities->members) process.severities.push_back(read_tier(name, tier));
    has_severities_ = !process.severities.empty();
}

SeverityTier ProcessReader::read_tier(const Setting& name, const Setting& entry) {
    SeverityTier tier;
    tier.name = name.scalar;
    if (!expect_keys(entry, name, {}, {"longest-stay", "closure-duties"}, problems_)) return tier;
    read(entry, "closure-duties", tier.closure_duties, problems_);
    const Setting* stays = entry.find("longest-stay");
    if (stays == nullptr || !expect(*stays, yaml::NodeKind::mapping, problems_)) return tier;
    for (const auto& [state_name, stay] : stays->members) {
        if (std::find(states_.begin(), states_.end(), state_name.scalar) == states_.end())
            problems_.add_unknown(state_name, "state", state_name.scalar, states_);
        read_value(stay, tier.longest_stay[state_name.scalar], problems_);
    }
    return tier;
}

void ProcessReader::read_reversions(const Setting& entry, Process& process) {
    const Setting* list = entry.find("reversions");
    if (list == nullptr || !expect(*list, yaml::NodeKind::sequence, problems_)) return;
    for (const Setting& setting : list->items) {
        Reversion& reversion = process.reversions.emplace_back();
        if (!expect_keys(setting, setting, {"from", "to"}, {}, problems_)) continue;
        read_name(setting, "from", reversion.from, state(), problems_);
        read_name(setting, "to", reversion.to, state(), problems_);
    }
}

std::optional<SpecFirst> ProcessReader::read_spec_first(const Setting& entry) {
    const Setting* setting = entry.find("spec-first");
    if (setting == nullptr) return std::nullopt;
    SpecFirst spec_first;
    if (!expect_keys(*setting, *setting, {"decision", "spec-commits", "fix-commits"},
                     {"scope", "verification", "confirmed-by-owner"}, problems_))
        return spec_first;
    for (const std::string_view key : {"spec-commits", "fix-commits"})
        require_items(*setting, key, problems_);
    read_name(*setting, "decision", spec_first.decision, item(), problems_);
    read_names(*setting, "spec-commits", spec_first.spec_commits, item(), problems_);
    read_names(*setting, "fix-commits", spec_first.fix_commits, item(), problems_);
    read_names(*setting, "scope", spec_first.scope, item(), problems_);
    read_names(*setting, "verification", spec_first.verification, item(), problems_);
    read_names(*setting, "confirmed-by-owner", spec_first.confirmed_by_owner, item(), problems_);
    return spec_first;
}

void ProcessReader::check_decision(const Setting& mapping, const std::string& id, const Process& process) {
    const Setting* place = mapping.find("decision");
    const ProcessItem* found = process.find_item(id);
    if (place != nullptr && found != nullptr && !found->question)
        problems_.add(*place, fmt::format("the item \"{}\" decides nothing", id),
                      "give it a \"question\" with its subjects");
}

void ProcessReader::read_companions(const Setting& entry, Process& process) {
    const Setting* list = entry.find("companions");
    if (list == nullptr || !expect(*list, yaml::NodeKind::sequence, problems_)) return;
    for (const Setting& setting : list->items) {
        process.companions.push_back(read_companion(setting));
        check_decision(setting, process.companions.back().decision, process);
    }
}

void ProcessReader::read_expected_values(const Setting& entry, Process& process) {
    const Setting* setting = entry.find("expected-values");
    if (setting == nullptr) return;
    process.expected_values = read_companion(*setting);
    if (process.expected_values->decision.empty())
        problems_.add(*setting, "it is not said which item decides on new expected values",
                      "give it a \"decision\"");
    check_decision(*setting, process.expected_values->decision, process);
}

Companions ProcessReader::read_companion(const Setting& entry) {
    Companions companions;
    if (!expect_keys(entry, entry, {"commit", "files"}, {"decision"}, problems_)) return companions;
    read_name(entry, "decision", companions.decision, item(), problems_);
    read_name(entry, "commit", companions.commit, item(), problems_);
    const Setting* groups = entry.find("files");
    if (groups == nullptr || !expect(*groups, yaml::NodeKind::sequence, problems_)) return companions;
    require_items(entry, "files", problems_);
    for (const Setting& group : groups->items) {
        if (!expect_keys(group, group, {"name", "paths"}, {}, problems_)) continue;
        read(group, "name", companions.names.emplace_back(), problems_);
        read(group, "paths", companions.files.emplace_back(), problems_);
        require_items(group, "paths", problems_);
    }
    return companions;
}

} // namespace

std::vector<Process> read_processes(const Setting& section, ReadContext& context) {
    std::vector<Process> processes;
    if (!expect(section, yaml::NodeKind::mapping, context.problems)) return processes;
    for (const auto& [id, entry] : section.members)
        processes.push_back(ProcessReader(context).read_process(id, entry));
    return processes;
}

} // namespace docs_lint::policy
