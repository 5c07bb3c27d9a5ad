#include "policy/derive_process.hpp"

#include "base/text.hpp"
#include "policy/read_sections.hpp"
#include "policy/setting_builder.hpp"
#include "policy/template_evidence.hpp"
#include "policy/template_likeness.hpp"
#include "policy/template_outline.hpp"
#include "policy/template_rules.hpp"
#include "policy/template_states.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <utility>

namespace docs_lint::policy {
namespace {

using yaml::NodeKind;

class Derivation {
public:
    Derivation(const TemplateText& text, const std::string& name, const ProcessTemplate& from,
               const Policy& policy)
        : text_(text), from_(from), policy_(policy), builder_(name), outline_(read_outline(text, policy)) {}

    DerivedProcess derive() {
        Setting process = builder_.empty(NodeKind::mapping, beginning());
        add_title(process);
        add_states(process);
        add_tiers(process);
        add_gates(process);
        add_reversions(process);
        add_likeness(process, from_, builder_, problems_);
        if (process.find("state-labels") == nullptr)
            add(process, "state-labels", builder_.list(policy_.template_words.state_labels, beginning()),
                beginning());
        add_answers(process, from_.answers);
        check_way(process);
        return read(std::move(process));
    }

private:
    [[nodiscard]] Written beginning() const { return {{}, std::max<std::size_t>(outline_.title.line, 1), 1}; }

    void add(Setting& mapping, std::string_view key, Setting value, const Written& at) const {
        builder_.add(mapping, key, std::move(value), at);
    }

    [[nodiscard]] bool is_answered(const std::vector<std::string>& keys) const {
        return find_path(from_.answers, keys) != nullptr;
    }

    /// Notes what the template leaves open, unless the configuration answers it.
    void ask(const Written& at, std::string what, const std::vector<std::string>& answer,
             std::string_view how_to_write) {
        if (is_answered(answer)) return;
        problems_.add(builder_.empty(NodeKind::null, at), std::move(what),
                      fmt::format("write `{}` under `process:`", how_to_write));
    }

    void ask_of_item(const Written& at, std::string what, const std::string& id, std::string_view key,
                     std::string_view value) {
        ask(at, std::move(what), {"items", id, std::string(key)},
            fmt::format("items: {{{}: {{{}: {}}}}}", id, key, value));
    }

    void add_title(Setting& process) {
        if (!outline_.title.text.empty())
            add(process, "title", builder_.scalar(outline_.title.text, outline_.title), outline_.title);
        if (outline_.version)
            add(process, "version", builder_.scalar(outline_.version->text, *outline_.version),
                *outline_.version);
        else
            ask(beginning(), "the template's header gives no version", {"version"}, "version: \"1.0\"");
    }

    [[nodiscard]] std::size_t coverage_of(const StateDrawing& drawing) const {
        std::vector<std::string> names;
        for (const Written& state : drawing.states) names.push_back(state.text);
        std::size_t found = 0;
        for (const TemplateGate& gate : outline_.gates)
            for (const std::string& state : gate.states)
                if (rank_among(names, state)) ++found;
        return found;
    }

    /// The drawing that has most of the states that gates lead from and to; else the way of the gates itself.
    [[nodiscard]] StateDrawing find_states() const {
        StateDrawing best;
        std::size_t most = 0;
        for (StateDrawing& drawing : find_state_drawings(text_, policy_.sign_off, policy_.template_words))
            if (const std::size_t found = coverage_of(drawing); found > most) {
                best = std::move(drawing);
                most = found;
            }
        return most > 0 ? best : way_of_gates();
    }

    [[nodiscard]] StateDrawing way_of_gates() const {
        StateDrawing way;
        for (const TemplateGate& gate : outline_.gates) {
            const Written& at = gate.heading;
            if (gate.states.size() != 2) return {};
            if (way.states.empty()) way.states.push_back({gate.states[0], at.line, at.column});
            if (base::normalise_name(way.states.back().text) != base::normalise_name(gate.states[0]))
                return {};
            way.states.push_back({gate.states[1], at.line, at.column});
        }
        return way;
    }

    void add_states(Setting& process) {
        drawing_ = find_states();
        std::set<std::string> seen;
        for (const Written& state : drawing_.states)
            if (!seen.insert(base::normalise_name(state.text)).second)
                ask(state,
                    fmt::format("the state \"{}\" stands twice in the order of the states", state.text),
                    {"states"}, "states: [FIRST, SECOND, ...]");
        if (drawing_.states.empty())
            ask(beginning(), "no diagram or list of the states is found that the gates agree with",
                {"states"}, "states: [FIRST, SECOND, ...]");
        const Written at = drawing_.states.empty() ? beginning() : drawing_.states.front();
        Setting list = builder_.empty(NodeKind::sequence, at);
        for (const Written& state : drawing_.states) list.items.push_back(builder_.scalar(state.text, state));
        if (const Setting* answer = from_.answers.find("states")) list = *answer;
        for (const Setting& state : list.items) states_.push_back(state.scalar);
        add(process, "states", std::move(list), at);
    }

    void add_tiers(Setting& process) {
        tiers_ = read_template_tiers(text_, policy_.template_words);
        if (tiers_.empty()) return;
        const auto duties = read_tiers_with_duties(text_, states_, tiers_, policy_.template_words);
        Setting severities = builder_.empty(NodeKind::mapping, tiers_.front().name);
        for (const TemplateTier& tier : tiers_) {
            Setting entry = builder_.empty(NodeKind::mapping, tier.name);
            add_stays(entry, tier);
            if (std::find(duties.begin(), duties.end(), tier.name.text) != duties.end())
                add(entry, "closure-duties", builder_.scalar("true", tier.name), tier.name);
            add(severities, tier.name.text, std::move(entry), tier.name);
        }
        add(process, "severities", std::move(severities), tiers_.front().name);
    }

    void add_stays(Setting& entry, const TemplateTier& tier) {
        Setting stays = builder_.empty(NodeKind::mapping, tier.name);
        for (const TemplateStay& stay : tier.stays) {
            const auto rank = rank_among(states_, stay.state.text);
            if (!rank)
                ask(stay.state, fmt::format("a column of times names no state: \"{}\"", stay.state.text),
                    {"severities", tier.name.text, "longest-stay"},
                    fmt::format("severities: {{{}: {{longest-stay: {{STATE: 2h}}}}}}", tier.name.text));
            else if (!stay.length)
                ask(stay.time, fmt::format("\"{}\" is no length of time that can be counted", stay.time.text),
                    {"severities", tier.name.text, "longest-stay", states_[*rank]},
                    fmt::format("severities: {{{}: {{longest-stay: {{{}: 2h}}}}}}", tier.name.text,
                                states_[*rank]));
            else
                add(stays, states_[*rank], builder_.scalar(*stay.length, stay.time), stay.time);
        }
        if (!stays.members.empty()) add(entry, "longest-stay", std::move(stays), tier.name);
    }

    void add_gates(Setting& process) {
        Setting gates = builder_.empty(NodeKind::mapping, beginning());
        if (outline_.gates.empty())
            problems_.add(gates, "the template defines no gate",
                          "gates are headings such as `### Gate A — FIRST → SECOND`");
        std::set<std::string> seen;
        for (const TemplateGate& gate : outline_.gates) {
            if (seen.insert(gate.id).second)
                add(gates, gate.id, make_gate(gate), gate.heading);
            else
                ask(gate.heading, fmt::format("there are two gates \"{}\"", gate.id),
                    {"gates", gate.id, "to"},
                    fmt::format("gates: {{{}: {{from: STATE, to: STATE}}}}", gate.id));
        }
        check_diagram(seen);
        check_items(seen);
        add(process, "gates", std::move(gates), beginning());
    }

    Setting make_gate(const TemplateGate& gate) {
        Setting entry = builder_.empty(NodeKind::mapping, gate.heading);
        const std::string how = fmt::format("gates: {{{}: {{from: STATE, to: STATE}}}}", gate.id);
        if (gate.states.size() != 2)
            ask(gate.heading,
                fmt::format("the heading of gate {} does not say from which state to which it leads",
                            gate.id),
                {"gates", gate.id, "to"}, how);
        for (std::size_t at = 0; gate.states.size() == 2 && at < 2; ++at) {
            const std::string key = at == 0 ? "from" : "to";
            const auto rank = rank_among(states_, gate.states[at]);
            if (rank)
                add(entry, key, builder_.scalar(states_[*rank], gate.heading), gate.heading);
            else
                ask(gate.heading,
                    fmt::format("gate {} leads {} \"{}\", and the states have none of that name", gate.id,
                                key, gate.states[at]),
                    {"gates", gate.id, key}, how + "`, or all `states: [FIRST, SECOND, ...]");
        }
        Setting items = builder_.empty(NodeKind::mapping, gate.heading);
        add_items(items, gate.id);
        if (items.members.empty())
            ask(gate.heading, fmt::format("gate {} has no item, so that it would pass on nothing", gate.id),
                {"gates", gate.id, "items"},
                fmt::format("gates: {{{}: {{items: {{{}.1: {{title: ..., evidence: [[statement]]}}}}}}}}",
                            gate.id, gate.id));
        add(entry, "items", std::move(items), gate.heading);
        return entry;
    }

    /// From every state a gate leads on: what no gate guards would pass on nothing.
    void check_way(const Setting& process) {
        const Setting* gates = process.find("gates");
        if (!problems_.empty() || gates == nullptr) return; // a gate that is not understood may be the one
        std::set<std::size_t> guarded;
        for (const SettingMember& gate : gates->members) {
            const Setting* from = gate.value.find("from");
            const Setting* to = gate.value.find("to");
            const auto first = from == nullptr ? std::nullopt : rank_among(states_, from->scalar);
            const auto last = to == nullptr ? std::nullopt : rank_among(states_, to->scalar);
            for (std::size_t rank = first.value_or(0); first && last && rank < *last; ++rank)
                guarded.insert(rank);
        }
        for (std::size_t rank = 0; rank + 1 < states_.size(); ++rank)
            if (guarded.count(rank) == 0)
                problems_.add(
                    builder_.empty(NodeKind::null,
                                   rank < drawing_.states.size() ? drawing_.states[rank] : beginning()),
                    fmt::format("no gate leads from \"{}\" to \"{}\"", states_[rank], states_[rank + 1]),
                    fmt::format("write `gates: {{ID: {{from: {}, to: {}, items: ...}}}}` under `process:`",
                                states_[rank], states_[rank + 1]));
    }

    /// The gates beside the diagram's arrows are those of the headings, at the same states.
    void check_diagram(const std::set<std::string>& known) {
        for (const DiagramGate& drawn : drawing_.gates) {
            const auto gate =
                std::find_if(outline_.gates.begin(), outline_.gates.end(),
                             [&drawn](const TemplateGate& one) { return one.id == drawn.id.text; });
            const std::string how = fmt::format("gates: {{{}: {{from: STATE, to: STATE}}}}", drawn.id.text);
            const std::string& state = drawing_.states[drawn.from].text;
            if (known.count(drawn.id.text) == 0)
                ask(drawn.id,
                    fmt::format("the diagram has a gate {}, which no heading describes", drawn.id.text),
                    {"gates", drawn.id.text, "items"}, how);
            else if (gate->states.size() == 2 &&
                     base::normalise_name(gate->states[0]) != base::normalise_name(state))
                ask(drawn.id,
                    fmt::format("gate {} leaves \"{}\" in the diagram and \"{}\" in its heading in line {}",
                                drawn.id.text, state, gate->states[0], gate->heading.line),
                    {"gates", drawn.id.text, "from"}, how);
        }
    }

    void check_items(const std::set<std::string>& known) {
        if (outline_.items.empty() && !outline_.gates.empty())
            problems_.add(builder_.empty(NodeKind::null, outline_.gates.front().heading),
                          "the template defines no gate item",
                          "items are bold lines or headings such as `**Gate A.1 — title**`");
        for (const Written& line : outline_.unread)
            ask(line,
                "an owner confirms something here, and no item begins above it in a form that is read, such "
                "as "
                "`**Gate A.1 — title**`",
                {"items"}, "items: {A.1: {title: ...}}");
        for (const TemplateItem& item : outline_.items)
            if (known.count(item.gate) == 0)
                ask(item.title,
                    fmt::format("item {} belongs to a gate {}, which no heading describes", item.id,
                                item.gate),
                    {"gates", item.gate, "to"},
                    fmt::format("gates: {{{}: {{from: STATE, to: STATE, items: {{{}: ...}}}}}}", item.gate,
                                item.id));
    }

    void add_items(Setting& items, const std::string& gate) {
        for (const TemplateItem& item : outline_.items) {
            if (item.gate != gate) continue;
            if (items.find(item.id) != nullptr)
                ask_of_item(item.title, fmt::format("there are two items \"{}\"", item.id), item.id, "title",
                            "the title of the one that counts");
            else
                add(items, item.id, make_item(item), item.title);
        }
    }

    Setting make_item(const TemplateItem& item) {
        Setting entry = builder_.empty(NodeKind::mapping, item.title);
        if (item.title.text.empty())
            ask_of_item(item.title, fmt::format("item {} has no title", item.id), item.id, "title", "...");
        else
            add(entry, "title", builder_.scalar(item.title.text, item.title), item.title);
        const std::size_t bracket = item.title.text.rfind(" (");
        if (bracket != std::string::npos && item.title.text.back() == ')')
            add(entry, "aliases", builder_.list({item.title.text.substr(0, bracket)}, item.title),
                item.title);
        add_owner(entry, item);
        add_evidence(entry, item);
        return entry;
    }

    void add_owner(Setting& entry, const TemplateItem& item) {
        const auto ask_who = [&](const Written& at, std::string what) {
            ask_of_item(at, std::move(what), item.id, "confirmed-by", "[ROLE]");
        };
        if (!item.owner)
            return ask_who(item.title,
                           fmt::format("item {} has no line for its owner's confirmation", item.id));
        const TemplateOwner owner =
            read_template_owner(item.owner->text, policy_.template_words, policy_.roles);
        if (owner.joined)
            ask_who(*item.owner,
                    fmt::format("item {} asks several roles to confirm together; any of those that "
                                "are listed may confirm",
                                item.id));
        for (const std::string& name : owner.unknown)
            ask_who(*item.owner,
                    fmt::format("who confirms item {} is not clear: no single role is called \"{}\"", item.id,
                                name));
        if (owner.roles.empty() && owner.unknown.empty() && !owner.joined)
            ask_who(*item.owner, fmt::format("who confirms item {} is not said", item.id));
        if (!owner.roles.empty())
            add(entry, "confirmed-by", builder_.list(owner.roles, *item.owner), *item.owner);
    }

    void add_evidence(Setting& entry, const TemplateItem& item) {
        const auto ask_what = [&](const Written& at, std::string what) {
            ask_of_item(at, std::move(what), item.id, "evidence", "[[KIND, KIND], [KIND]]");
        };
        if (!item.evidence) {
            add(entry, "evidence", builder_.list({"statement"}, item.title), item.title);
            return ask_what(item.title, fmt::format("item {} has no line for its evidence", item.id));
        }
        const Written& at = *item.evidence;
        const TemplateEvidence evidence =
            read_template_evidence(at.text, policy_.sign_off, policy_.template_words, policy_.roles);
        for (const std::string& part : evidence.unread)
            ask_what(at, fmt::format("no kind of evidence for item {} is read from \"{}\"", item.id, part));
        if (evidence.alternatives.empty() && evidence.unread.empty())
            ask_what(at, fmt::format("item {} does not say what proves it", item.id));
        for (const std::string& statement : evidence.unfit)
            ask_of_item(
                at, fmt::format("\"{}\" is to be said word by word, and has a placeholder in it", statement),
                item.id, "waivers", "[\"...\"]");
        add(entry, "evidence", make_alternatives(evidence, at), at);
        if (!evidence.waivers.empty()) add(entry, "waivers", builder_.list(evidence.waivers, at), at);
        if (evidence.subjects.empty()) return;
        Setting question = builder_.empty(NodeKind::mapping, at);
        add(question, "subjects", builder_.list(evidence.subjects, at), at);
        add(entry, "question", std::move(question), at);
    }

    [[nodiscard]] Setting make_alternatives(const TemplateEvidence& evidence, const Written& at) const {
        Setting alternatives = builder_.empty(NodeKind::sequence, at);
        for (const auto& kinds : evidence.alternatives) {
            std::vector<std::string> names;
            for (const EvidenceKind kind : kinds) names.emplace_back(to_string(kind));
            alternatives.items.push_back(builder_.list(names, at));
        }
        if (alternatives.items.empty()) alternatives.items.push_back(builder_.list({"statement"}, at));
        return alternatives;
    }

    void add_reversions(Setting& process) {
        Setting list = builder_.empty(NodeKind::sequence, beginning());
        for (const TemplateReversion& found :
             read_template_reversions(text_, states_, policy_.template_words)) {
            const auto from = rank_among(states_, found.from.text);
            const auto to = rank_among(states_, found.to.text);
            if (*to >= *from)
                ask(found.from,
                    fmt::format("\"{}\" reverts to \"{}\", which does not come before it", found.from.text,
                                found.to.text),
                    {"reversions"}, "reversions: [{from: STATE, to: STATE}]");
            Setting entry = builder_.empty(NodeKind::mapping, found.from);
            add(entry, "from", builder_.scalar(found.from.text, found.from), found.from);
            add(entry, "to", builder_.scalar(found.to.text, found.to), found.to);
            list.items.push_back(std::move(entry));
        }
        if (!list.items.empty()) add(process, "reversions", std::move(list), beginning());
    }

    /// Reads what came together as a pack is read.
    DerivedProcess read(Setting process) {
        Problems consequences; // of what is asked already
        ReadContext context{problems_.empty() ? problems_ : consequences, true, {}, {}, {}, nullptr};
        for (const Role& role : policy_.roles.roles()) context.roles.push_back(role.id);
        for (const DocumentClass& one : policy_.classes) context.classes.push_back(one.id);
        Setting section = builder_.empty(NodeKind::mapping, beginning());
        add(section, from_.id, std::move(process), beginning());
        DerivedProcess derived;
        derived.process = std::move(read_processes(section, context).front());
        if (!problems_.empty()) derived.problem = problems_.to_error();
        return derived;
    }

    const TemplateText& text_;
    const ProcessTemplate& from_;
    const Policy& policy_;
    SettingBuilder builder_;
    TemplateOutline outline_;
    Problems problems_;
    StateDrawing drawing_;
    std::vector<std::string> states_;
    std::vector<TemplateTier> tiers_;
};

} // namespace

DerivedProcess derive_process(std::string_view text, const std::string& name, const ProcessTemplate& from,
                              const Policy& policy) {
    DerivedProcess derived;
    derived.process.id = from.id;
    const auto read = TemplateText::parse(text);
    if (!read) {
        derived.problem = base::Error{base::ErrorKind::configuration,
                                      fmt::format("{}: {}", name, read.error().message), read.error().help};
        return derived;
    }
    if (policy.template_words.role_alternatives.empty() || policy.template_words.role_joints.empty()) {
        derived.problem = base::Error{base::ErrorKind::configuration,
                                      fmt::format("{}: no words are known by which a template is read", name),
                                      "extend a pack that has `template-words`, such as pmo"};
        return derived;
    }
    return Derivation(*read, name, from, policy).derive();
}

} // namespace docs_lint::policy
