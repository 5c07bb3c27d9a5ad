#include "model/document.hpp"

#include "base/text.hpp"
#include "model/anchors.hpp"
#include "model/block_tree.hpp"
#include "model/gate_reading.hpp"
#include "model/header.hpp"
#include "model/hidden_html.hpp"
#include "model/known_gates.hpp"
#include "model/process_version.hpp"
#include "model/record_readers.hpp"
#include "model/sections.hpp"
#include "model/stray_fields.hpp"
#include "model/text_tools.hpp"
#include "model/tiers.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace docs_lint::model {
namespace {

using markdown::BlockKind;

void read_title(Document& document, const BlockTree& tree) {
    for (const std::size_t index : tree.children(0)) {
        const auto& block = tree[index];
        if (block.kind != BlockKind::heading || block.level != 1) continue;
        const markdown::Text title = join_lines(block.lines).trimmed();
        document.title = title.text;
        document.title_source = title.source;
        return;
    }
}

const policy::ProcessVersion* follow_process(Document& document, const policy::Policy& policy) {
    FollowedProcess followed = find_process(document.header, *document.document_class, policy);
    document.process = followed.process;
    document.process_unknown = std::move(followed.unknown);
    document.process_source = followed.source;
    return followed.version;
}

std::vector<markdown::Link> sorted_links(const BlockTree& tree) {
    std::vector<markdown::Link> links = tree.links();
    std::stable_sort(links.begin(), links.end(), [](const auto& left, const auto& right) {
        return left.source.begin < right.source.begin;
    });
    return links;
}

/// Where the state went back, a sentence about a gate may tell of the time before.
void drop_what_was_once_told(Document& document) {
    const bool went_back =
        std::any_of(document.transitions.begin(), document.transitions.end(), [&](const Transition& row) {
            if (document.process == nullptr) return row.reversion;
            const auto from = document.process->rank_of(row.from);
            const auto to = document.process->rank_of(row.to);
            return from && to ? *to < *from : row.reversion;
        });
    if (!went_back) return;
    for (Gate& gate : document.gates)
        gate.statuses.erase(std::remove_if(gate.statuses.begin(), gate.statuses.end(),
                                           [](const GateStatus& status) { return status.told; }),
                            gate.statuses.end());
}

/// Where neither name nor class of a record tells its process, its gates do: one process has more of them
/// than any other, and they are two at least. A record must not be judged by nobody for the name of its file,
/// or for a gate of nobody's beside the others.
const policy::Process* process_of_gates(const std::vector<Gate>& gates, const policy::Policy& policy) {
    constexpr std::size_t kFewestGates = 2;
    const policy::Process* best = nullptr;
    std::size_t most = kFewestGates - 1;
    for (const policy::Process& process : policy.processes) {
        const std::size_t known = gates_known_to(process, gates);
        if (known == most) best = nullptr; // nobody can tell which of the two it is
        if (known <= most) continue;
        best = &process;
        most = known;
    }
    return best;
}

/// It has gate items, or tells of states or of ways between them: somebody must judge it.
bool tells_of_progress(const Document& document, const BlockTree& tree, const policy::Policy& policy) {
    const auto has_items = [](const Gate& gate) { return !gate.items.empty(); };
    if (std::any_of(document.gates.begin(), document.gates.end(), has_items)) return true;
    return std::any_of(policy.processes.begin(), policy.processes.end(), [&](const policy::Process& process) {
        return !read_states(tree, document.header, process).empty() ||
               !read_transitions(tree, policy.sign_off, &process).empty();
    });
}

base::Error unknown_process() {
    return {base::ErrorKind::unverifiable, "neither the name of its file nor its gates tell",
            "call the file as records of its process are called, or name its class in .docs-lint.yaml"};
}

void read_record(Document& document, const BlockTree& tree, const policy::Policy& policy) {
    const policy::SignOffFormat& format = policy.sign_off;
    const auto gates_read_by = [&](const policy::Process* process) {
        return read_gates(
            {tree, document.text, {format, process}, sorted_links(tree), hidden_parts(tree, document.text)});
    };
    document.gates = gates_read_by(document.process);
    const bool nobody_says =
        document.document_class->process.empty() && document.process == nullptr && !document.process_unknown;
    if (nobody_says) document.process = process_of_gates(document.gates, policy);
    if (nobody_says && document.process != nullptr) document.gates = gates_read_by(document.process);
    if (nobody_says && document.process == nullptr && !document.document_class->is_template &&
        tells_of_progress(document, tree, policy))
        document.process_unknown = unknown_process();
    if (document.process != nullptr) document.states = read_states(tree, document.header, *document.process);
    read_tiers(document, tree, policy);
    document.transitions = read_transitions(tree, format, document.process);
    drop_what_was_once_told(document);
}

void read_open_ends(Document& document, const BlockTree& tree, const policy::SignOffFormat& format) {
    document.placeholders = read_placeholders(tree, format);
    document.instructions = read_instructions(tree, format);
    document.actions = read_actions(tree, format);
}

/// A class that lists deviations asks for entries only where a section of the document does.
std::vector<Entry> entries_asked_for(const policy::DocumentClass& asking, const BlockTree& tree,
                                     std::string_view text) {
    if (!asking.lessons && !asking.deviations) return {};
    std::vector<Entry> entries = read_entries(tree, text);
    const bool asked = asking.lessons || std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) {
                           return entry.shape == EntryShape::heading &&
                                  is_titled(entry.text.text, asking.deviations->sections);
                       });
    return asked ? std::move(entries) : std::vector<Entry>{};
}

/// What only the checked version is judged by.
void read_rest(Document& document, const BlockTree& tree, const policy::Policy& policy,
               const policy::ProcessVersion* version) {
    document.stray_fields = read_stray_fields(tree, document, policy);
    if (document.document_class->records_gates) read_open_ends(document, tree, policy.sign_off);
    if (version != nullptr)
        document.template_sentences = read_template_sentences(tree, version->instructions);
    document.entries = entries_asked_for(*document.document_class, tree, document.text);
    document.boxes = read_task_boxes(tree);
    References references = read_references(tree, policy.references);
    document.references = std::move(references.references);
    document.registers = std::move(references.registers);
    document.anchors = read_anchors(tree, document.text);
    document.suppressions = read_suppressions(tree, document.text, document.lines);
}

/// The status that begins the value and ends where prose may begin.
std::size_t status_at_front(std::string_view value, std::string_view status) {
    constexpr std::array<std::string_view, 8> kProse = {"on", "as", "since", "from", "by", "at", "in", "per"};
    if (!starts_with_ignoring_case(value, status) || word_begins_at(value, status.size())) return 0;
    const std::size_t next = std::min(value.find_first_not_of(' ', status.size()), value.size());
    if (next == value.size() || !is_letter(value[next])) return status.size();
    const std::size_t end = std::min(value.find_first_of(" ,.", next), value.size());
    const bool prose = std::any_of(kProse.begin(), kProse.end(), [&](std::string_view word) {
        return base::equals_ignoring_case(value.substr(next, end - next), word);
    });
    return prose ? status.size() : 0;
}

} // namespace

diagnostics::Location Document::at(base::Span span) const {
    return diagnostics::locate(path, text, lines, span);
}

base::Span Document::beginning() const {
    return lines.line(1);
}

base::Result<Document> read(std::string path, std::string text, const policy::DocumentClass& document_class,
                            const policy::Policy& policy, const markdown::Limits& limits, Extent extent) {
    auto ast = markdown::parse(text, limits);
    if (!ast) return base::fail(std::move(ast.error()));
    Document document;
    document.path = std::move(path);
    document.text = std::move(text);
    document.lines = ast->lines;
    document.document_class = &document_class;
    const BlockTree tree(*ast);
    read_title(document, tree);
    document.header = read_header(tree, document.text, document_class);
    document.change_log = read_change_log(tree, policy.planned_words);
    const policy::ProcessVersion* version = follow_process(document, policy);
    document.sections = read_sections(tree, document.text);
    if (document_class.records_gates) read_record(document, tree, policy);
    if (extent == Extent::whole) read_rest(document, tree, policy, version);
    if (extent == Extent::whole && !policy.own_rules.empty()) document.ast = std::move(*ast);
    return document;
}

std::string status_value(const Field& field, const policy::DocumentClass& document_class) {
    const std::string value = without_glyphs(field.value.text);
    std::vector<std::string> known = document_class.statuses;
    if (document_class.filing)
        known.insert(known.end(), document_class.filing->statuses.begin(),
                     document_class.filing->statuses.end());
    std::size_t longest = 0;
    for (const std::string& status : known) longest = std::max(longest, status_at_front(value, status));
    if (longest > 0) return value.substr(0, longest);
    std::size_t end = 0;
    while (end < value.size() && std::string_view("(,;.").find(value[end]) == std::string_view::npos &&
           dash_at(value, end) == 0)
        ++end;
    return without_glyphs(std::string_view(value).substr(0, end));
}

} // namespace docs_lint::model
