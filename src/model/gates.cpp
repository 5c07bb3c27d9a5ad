#include "base/date.hpp"
#include "base/text.hpp"
#include "model/gate_reading.hpp"
#include "model/hidden_html.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <map>
#include <re2/re2.h>
#include <set>
#include <utility>

namespace docs_lint::model {
namespace {

using markdown::BlockKind;
using markdown::Text;

bool ends_with_keyword(std::string_view text, const policy::SignOffFormat& format) {
    text = base::trim(text);
    return std::any_of(
        format.item_keywords.begin(), format.item_keywords.end(), [&](const std::string& keyword) {
            return text.size() >= keyword.size() &&
                   base::equals_ignoring_case(text.substr(text.size() - keyword.size()), keyword);
        });
}

bool is_known_gate(const GateReading& reading, std::string_view id) {
    const auto* process = reading.source.vocabulary.process;
    return (process != nullptr && process->find_gate(id) != nullptr) ||
           reading.gate_ids.count(std::string(id)) > 0;
}

/// A letter or a number is a gate's id only behind the word for a gate.
bool is_ambiguous(std::string_view id) {
    return id.size() < 2 || std::all_of(id.begin(), id.end(), is_digit);
}

std::string gate_named_in(const GateReading& reading, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        while (at < text.size() && (is_letter(text[at]) || is_digit(text[at]))) ++at;
        const std::string_view word = text.substr(begin, at - begin);
        const bool named = !word.empty() && is_known_gate(reading, word) &&
                           (!is_ambiguous(word) ||
                            ends_with_keyword(text.substr(0, begin), reading.source.vocabulary.format));
        if (named) return std::string(word);
        if (at == begin) ++at;
    }
    return {};
}

void open_gate(GateReading& reading, const GateLine& line, const Text& heading, int level) {
    reading.context = line.id;
    reading.context_level = level;
    reading.context_struck = line.struck_out;
    const std::string_view title = std::string_view(heading.text).substr(line.rest.begin, line.rest.size());
    reading.gates.push_back({line.id, std::string(title), heading.source});
    reading.gate_ids.insert(line.id);
}

void leave_sections(GateReading& reading, int level) {
    if (reading.context_level >= level) {
        reading.context.clear();
        reading.context_level = 0;
        reading.context_struck = false;
    }
    while (!reading.open.empty() && (reading.open.back().level == 0 || reading.open.back().level >= level))
        close_item(reading);
}

/// The gate that leaves the state of a heading `STATE: ROOT_CAUSE`.
std::string gate_of_state(const GateReading& reading, std::string_view heading) {
    const auto* process = reading.source.vocabulary.process;
    if (process == nullptr || !starts_with_ignoring_case(heading, "state")) return {};
    for (const policy::ProcessGate& gate : process->gates)
        if (find_word(heading, gate.from)) return gate.id;
    return {};
}

/// `Sign-off: Gate RC`, `ROOT_CAUSE (Gate RC)`, `STATE: ROOT_CAUSE`: no heading of a gate by its form, and
/// what stands below is said of that gate, and not of the one before.
void enter_section_about_gate(GateReading& reading, std::string_view heading, int level) {
    static const std::vector<std::string> kTellsOf = {"of",    "on",     "about", "for",
                                                      "after", "before", "from",  "to"};
    if (!reading.context.empty()) return;             // a section inside a gate's
    if (contains_any_word(heading, kTellsOf)) return; // `Follow-ups of gate T`
    std::string gate = gate_named_in(reading, heading);
    if (gate.empty()) gate = gate_of_state(reading, heading);
    if (gate.empty()) return;
    reading.context = std::move(gate);
    reading.context_level = level;
}

bool is_gate_heading(const GateLine& line) {
    return line.has_keyword || (line.is_known && line.has_separator);
}

/// Gates in the order in which they first appear.
class GateList {
public:
    Gate& with_id(const std::string& id, base::Span heading) {
        const auto [found, fresh] = places_.emplace(id, gates.size());
        if (fresh) gates.emplace_back();
        Gate& gate = gates[found->second];
        if (fresh) gate.id = id;
        if (fresh) gate.heading = heading;
        return gate;
    }

    std::vector<Gate> gates;

private:
    std::map<std::string, std::size_t> places_;
};

bool comes_first(const OpenItem& left, const OpenItem& right) {
    return left.item.heading.begin < right.item.heading.begin;
}

/// A quoted twin of an item that stands in the open, a name without anything under it, and a sentence about
/// an item that is signed elsewhere are no items of their own.
void drop_dispensable(std::vector<OpenItem>& items) {
    std::set<std::string> in_the_open;
    std::set<std::string> signed_somewhere;
    for (const OpenItem& open : items) {
        if (!open.quoted) in_the_open.insert(open.item.id);
        if (!open.quoted && !open.item.components.empty()) signed_somewhere.insert(open.item.id);
    }
    const auto dropped = [&](const OpenItem& open) {
        const bool bare = open.item.components.empty();
        if (bare && (open.dispensable || (open.mentioned && signed_somewhere.count(open.item.id) > 0)))
            return true;
        return open.quoted && in_the_open.count(open.item.id) > 0;
    };
    items.erase(std::remove_if(items.begin(), items.end(), dropped), items.end());
}

std::vector<Gate> assemble(GateReading& reading) {
    GateList list;
    std::stable_sort(reading.done.begin(), reading.done.end(), comes_first);
    drop_dispensable(reading.done);
    auto item = reading.done.begin();
    const auto add_items_before = [&](std::size_t offset) {
        for (; item != reading.done.end() && item->item.heading.begin < offset; ++item)
            list.with_id(item->item.gate_id, item->item.heading).items.push_back(std::move(item->item));
    };
    for (const auto& mention : reading.gates) {
        add_items_before(mention.heading.begin);
        Gate& gate = list.with_id(mention.id, mention.heading);
        if (gate.title.empty()) gate.title = mention.title;
    }
    add_items_before(reading.source.text.size() + 1);
    for (auto& [id, status] : reading.statuses)
        list.with_id(id, status.source).statuses.push_back(std::move(status));
    return std::move(list.gates);
}

void read_gate_html(GateReading& reading, std::size_t index) {
    const std::vector<Text> lines = visible_lines(reading.source.tree[index]);
    if (Component* component = component_around(reading, index)) return extend_evidence(*component, lines);
    for (const Text& line : lines) hear_line(reading, line, index);
}

void read_block(GateReading& reading, std::size_t index) {
    leave_containers(reading, index);
    const auto& block = reading.source.tree[index];
    switch (block.kind) {
    case BlockKind::heading:
        return read_gate_heading(reading, index);
    case BlockKind::paragraph:
        return read_gate_paragraph(reading, index);
    case BlockKind::code:
        return read_gate_fence(reading, index);
    case BlockKind::table:
        return read_gate_table(reading, index);
    case BlockKind::html:
        return read_gate_html(reading, index);
    case BlockKind::thematic_break:
        if (!reading.open.empty() && reading.open.back().level == 0 &&
            block.parent == reading.open.back().container)
            close_item(reading);
        return;
    default:
        return;
    }
}

/// A tick counts wherever it stands in the line, also before the gate's name or behind the states.
std::string without_letters(std::string text) {
    std::replace_if(text.begin(), text.end(), is_letter, ' ');
    return text;
}

/// How the item stands, or what somebody answered; a bare `no` may be any word of a sentence.
bool says_verdict(std::string_view text, const policy::SignOffFormat& format) {
    if (read_status_claim(text, format).any() || contains_any_word(text, format.validation_fail)) return true;
    return std::any_of(format.owner_no.begin(), format.owner_no.end(), [text](const std::string& answer) {
        return !base::equals_ignoring_case(answer, "no") && find_word(text, answer);
    });
}

} // namespace

OpenItem make_item(const GateReading& reading, const GateLine& line, const Text& text, base::Span heading,
                   std::size_t container, ItemShape shape) {
    OpenItem open;
    open.item.id = line.id;
    open.item.gate_id = line.gate_id.empty() ? reading.context : line.gate_id;
    open.item.title = text.text.substr(line.rest.begin, line.rest.size());
    open.item.heading = heading;
    open.item.shape = shape;
    open.item.struck_out = line.struck_out || reading.context_struck;
    open.container = container;
    open.quoted = reading.source.tree[container].kind == BlockKind::block_quote ||
                  reading.source.tree.is_inside(container, BlockKind::block_quote);
    open.dispensable = !line.has_keyword && !line.is_known;
    open.mentioned = runs_on(line, text.text) && !says_verdict(text.text, reading.source.vocabulary.format);
    return open;
}

void note_gate(GateReading& reading, const OpenItem& item) {
    if (item.item.gate_id.empty()) return;
    reading.last_gate = item.item.gate_id;
    reading.gate_ids.insert(item.item.gate_id);
}

void close_item(GateReading& reading) {
    finish(reading.open.back(), reading.source);
    reading.done.push_back(std::move(reading.open.back()));
    reading.open.pop_back();
}

void open_item(GateReading& reading, OpenItem item) {
    while (!reading.open.empty() && reading.open.back().container == item.container) close_item(reading);
    note_gate(reading, item);
    reading.open.push_back(std::move(item));
}

void leave_containers(GateReading& reading, std::size_t index) {
    while (!reading.open.empty() && !reading.source.tree.is_within(index, reading.open.back().container))
        close_item(reading);
}

OpenItem* item_around(GateReading& reading, std::size_t index) {
    if (reading.open.empty() || !reading.source.tree.is_within(index, reading.open.back().container))
        return nullptr;
    return &reading.open.back();
}

Component* component_around(GateReading& reading, std::size_t index) {
    OpenItem* open = item_around(reading, index);
    if (open == nullptr) return nullptr;
    const auto& tree = reading.source.tree;
    for (std::size_t at = tree[index].parent; at != open->container && at != 0; at = tree[at].parent) {
        const auto owner = open->component_of_list_item.find(at);
        if (owner != open->component_of_list_item.end()) return &open->item.components[owner->second];
    }
    return nullptr;
}

void extend_evidence(Component& component, const std::vector<Text>& lines) {
    if (component.kind != ComponentKind::evidence) return;
    for (const Text& line : lines) extend(component, line);
}

void hear_line(GateReading& reading, const Text& line, std::size_t index) {
    if (reading.source.tree.is_inside(index, BlockKind::block_quote)) return;
    const LabelledText labelled = read_labelled(line, reading.source.vocabulary.format);
    if (labelled.kind == LabelKind::gate_status) add_status(reading, labelled.label, labelled.value);
    if (reading.open.empty() || reading.open.back().item.components.empty()) return;
    OpenItem& open = reading.open.back();
    const auto kind = component_kind(labelled.kind);
    if (!kind)
        hear_beside(open, labelled, index, false);
    else if (*kind != ComponentKind::evidence && !labelled.value.empty())
        add_component(open, *kind, labelled.label, labelled.value, index, Misplacement::repeated);
}

/// Length of the text up to the first mark that ends a clause.
static std::size_t first_clause(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at)
        if (std::string_view("(,;.").find(text[at]) != std::string_view::npos || dash_at(text, at) > 0)
            return at;
    return text.size();
}

/// `Pending — opens once gate T passed`, `In progress (passes when all items pass)`: what it says of passing
/// is said of another gate, of an item, or of what is to come. A pass with its date has come.
static bool only_awaits_pass(const GateReading& reading, std::string_view text, const std::string& gate) {
    const std::size_t end = first_clause(text);
    const StatusClaim head = read_status_claim(text.substr(0, end), reading.source.vocabulary.format);
    if (!head.open || head.passed || end == text.size()) return false;
    static const std::vector<std::string> kConditions = {"when", "once", "if", "until", "as soon as"};
    static const re2::RE2 item(R"(\b[A-Z0-9]{1,3}\.[0-9]+\b)");
    const std::string_view rest = text.substr(end);
    if (const std::string named = gate_named_in(reading, rest); !named.empty()) return named != gate;
    return re2::RE2::PartialMatch(re2::StringPiece(rest.data(), rest.size()), item) ||
           (contains_any_word(rest, kConditions) && base::find_moments(rest).empty());
}

void add_status(GateReading& reading, const Text& label, const Text& value) {
    // Under a gate's own heading, another gate behind the verdict is the next one: `PASS — Gate RC is open
    // now`.
    const std::size_t verdict_end = reading.context.empty() ? value.text.size() : first_clause(value.text);
    std::string gate = gate_named_in(reading, label.text);
    if (gate.empty()) gate = gate_named_in(reading, std::string_view(value.text).substr(0, verdict_end));
    if (gate.empty()) gate = reading.context;
    if (gate.empty()) gate = reading.last_gate;
    const auto& format = reading.source.vocabulary.format;
    StatusClaim claim = read_status_claim(value.text, format);
    if (claim.passed && only_awaits_pass(reading, value.text, gate)) claim = {false, true};
    claim.open = claim.open || (!claim.passed && says_refused(value.text, format));
    reading.statuses.push_back({std::move(gate), {claim.passed, claim.open, value.text, value.source}});
}

bool add_gate_line_status(GateReading& reading, const GateLine& line, const Text& text) {
    const auto& vocabulary = reading.source.vocabulary;
    const std::string_view rest = std::string_view(text.text).substr(line.rest.begin, line.rest.size());
    const bool labelled = starts_with_ignoring_case(rest, "status");
    if (!labelled && !line.has_separator) return false;
    StatusClaim claim = read_status_claim(without_states(rest, vocabulary.process), vocabulary.format);
    if (!claim.any()) claim = read_status_claim(without_letters(text.text), vocabulary.format);
    if (!labelled && !claim.any()) return false;
    reading.statuses.push_back({line.id, {claim.passed, claim.open, std::string(rest), text.source}});
    return true;
}

/// Two kinds of components at least, and so a confirmation among them, stand below the heading and before the
/// next one, or before the name of a gate or an item.
static bool holds_sign_off(const GateReading& reading, std::size_t heading) {
    const auto& tree = reading.source.tree;
    const auto& vocabulary = reading.source.vocabulary;
    std::set<ComponentKind> kinds;
    for (std::size_t at = heading + 1; at < tree.size() && tree[at].kind != BlockKind::heading; ++at) {
        if (tree[at].kind != BlockKind::paragraph || tree.is_inside(at, BlockKind::block_quote)) continue;
        for (const Text& line : tree[at].lines)
            if (const auto kind = component_kind(read_labelled(line, vocabulary.format).kind))
                kinds.insert(*kind);
            else if (read_gate_line(line.text, vocabulary))
                return kinds.size() > 1;
    }
    return kinds.size() > 1;
}

/// Most sections have no two lines with a colon, which is quick to see.
static bool may_hold_sign_off(const GateReading& reading, std::size_t heading) {
    const auto& tree = reading.source.tree;
    std::size_t labels = 0;
    for (std::size_t at = heading + 1; at < tree.size() && tree[at].kind != BlockKind::heading; ++at)
        for (const Text& line : tree[at].lines)
            if (line.text.find(':') != std::string::npos && ++labels > 1) return true;
    return false;
}

/// `Retest of V.1`, `Second verification`: no name of an item begins the heading, and a sign-off stands below
/// it, which must not be missed.
static void open_nameless_item(GateReading& reading, std::size_t index, const Text& heading) {
    const auto& vocabulary = reading.source.vocabulary;
    const auto& block = reading.source.tree[index];
    GateLine line;
    line.is_item = line.has_keyword = line.has_separator = true;
    line.rest = {0, heading.text.size()};
    if (vocabulary.process != nullptr)
        for (const policy::ProcessGate& gate : vocabulary.process->gates)
            for (const policy::ProcessItem& item : gate.items)
                if (find_word(heading.text, item.id)) line.id = item.id, line.gate_id = gate.id;
    line.is_known = !line.id.empty();
    OpenItem item = make_item(reading, line, heading, block.source, block.parent, ItemShape::bullets);
    item.level = block.level;
    open_item(reading, std::move(item));
}

void read_gate_heading(GateReading& reading, std::size_t index) {
    const auto& tree = reading.source.tree;
    const auto& block = tree[index];
    const Text heading = join_lines(block.lines).trimmed();
    const auto line = read_gate_line(heading.text, reading.source.vocabulary);
    const bool quoted = tree.is_inside(index, BlockKind::block_quote);
    if (!line) hear_line(reading, heading, index);
    if (!quoted) leave_sections(reading, block.level);
    if (!line && !quoted) enter_section_about_gate(reading, heading.text, block.level);
    if (line && line->is_item) {
        OpenItem item = make_item(reading, *line, heading, block.source, block.parent, ItemShape::bullets);
        item.level = block.level;
        open_item(reading, std::move(item));
        return;
    }
    if (line && is_gate_heading(*line) && !quoted) {
        open_gate(reading, *line, heading, block.level);
        add_gate_line_status(reading, *line, heading);
    }
    if (!quoted && reading.open.empty() && may_hold_sign_off(reading, index) &&
        holds_sign_off(reading, index))
        open_nameless_item(reading, index, heading);
}

void open_bold_gate(GateReading& reading, const GateLine& line, const Text& heading) {
    while (!reading.open.empty() && reading.open.back().level == 0) close_item(reading);
    open_gate(reading, line, heading, kBoldLineLevel);
}

std::vector<Gate> read_gates(const GateSource& source) {
    GateReading reading(source);
    for (std::size_t index = 1; index < source.tree.size(); ++index) read_block(reading, index);
    while (!reading.open.empty()) close_item(reading);
    for (std::size_t index = 1; index < source.tree.size(); ++index) read_gate_claims(reading, index);
    return assemble(reading);
}

} // namespace docs_lint::model
