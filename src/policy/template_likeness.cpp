#include "policy/template_likeness.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace docs_lint::policy {
namespace {

using yaml::NodeKind;

struct ItemEntry {
    std::string id;
    const Setting* value = nullptr;
};

std::vector<ItemEntry> items_of(const Setting& process) {
    std::vector<ItemEntry> items;
    const Setting* gates = process.find("gates");
    if (gates == nullptr) return items;
    for (const SettingMember& gate : gates->members)
        if (const Setting* entries = gate.value.find("items"))
            for (const SettingMember& item : entries->members)
                items.push_back({item.key.scalar, &item.value});
    return items;
}

std::vector<std::string> texts_of(const Setting* list) {
    std::vector<std::string> texts;
    if (list != nullptr)
        for (const Setting& item : list->items) texts.push_back(item.scalar);
    return texts;
}

std::string text_of(const Setting& mapping, std::string_view key) {
    const Setting* value = mapping.find(key);
    return value == nullptr ? std::string() : value->scalar;
}

/// Titles and aliases in the form in which they compare; brackets behind a title say when it applies.
std::set<std::string> names_of(const Setting& item) {
    std::set<std::string> names;
    std::vector<std::string> written = texts_of(item.find("aliases"));
    written.push_back(text_of(item, "title"));
    for (const std::string& name : written) {
        names.insert(base::normalise_name(name));
        names.insert(base::normalise_name(name.substr(0, name.rfind(" ("))));
    }
    names.erase("");
    return names;
}

/// Which item of the derived process is which item of the other one: by its id there.
class Twins {
public:
    Twins(const Setting& derived, const Setting& like) {
        const auto own = items_of(derived);
        const auto others = items_of(like);
        for (const ItemEntry& other : others) {
            const auto names = names_of(*other.value);
            for (const ItemEntry& item : own) {
                const auto mine = names_of(*item.value);
                const bool same = std::any_of(mine.begin(), mine.end(),
                                              [&names](const auto& name) { return names.count(name) > 0; });
                if (same && taken_.insert(item.id).second) {
                    by_other_[other.id] = item.id;
                    break;
                }
            }
        }
        for (const ItemEntry& other : others)
            for (const ItemEntry& item : own)
                if (item.id == other.id && by_other_.count(other.id) == 0 && taken_.insert(item.id).second)
                    by_other_[other.id] = item.id;
    }

    [[nodiscard]] std::optional<std::string> of(const std::string& other_id) const {
        const auto found = by_other_.find(other_id);
        return found == by_other_.end() ? std::nullopt : std::optional(found->second);
    }

private:
    std::map<std::string, std::string> by_other_;
    std::set<std::string> taken_;
};

class Likeness {
public:
    Likeness(Setting& process, const ProcessTemplate& from, const SettingBuilder& builder, Problems& problems)
        : process_(process), from_(from), builder_(builder), problems_(problems), twins_(process, from.like) {
    }

    void add() {
        add_plain("title");
        add_plain("state-labels");
        add_plain("severity-changed-by");
        add_severities();
        add_items();
        add_spec_first();
        add_companions();
        add_expected_values();
        add_closure();
    }

private:
    [[nodiscard]] bool is_answered(const std::vector<std::string>& keys) const {
        return find_path(from_.answers, keys) != nullptr;
    }

    void add_plain(std::string_view key) {
        const Setting* value = from_.like.find(key);
        if (value != nullptr && process_.find(key) == nullptr)
            process_.members.push_back({builder_.scalar(key, {}), *value});
    }

    void add_severities() {
        const Setting* others = from_.like.find("severities");
        if (others == nullptr || is_answered({"severities"})) return;
        Setting* own = find_member(process_, "severities");
        if (own == nullptr) {
            problems_.add(process_,
                          fmt::format("no severity table is found, and the process \"{}\" has one",
                                      text_of(from_.like, "title")),
                          "write `severities: {TIER: {longest-stay: {STATE: 2h}}}` under `process:`, or "
                          "`severities: {}` if there is none");
            return;
        }
        const auto has_duties = [](const SettingMember& tier) {
            return text_of(tier.value, "closure-duties") == "true";
        };
        if (std::any_of(own->members.begin(), own->members.end(), has_duties)) return;
        for (const SettingMember& other : others->members)
            if (Setting* tier = find_member(*own, other.key.scalar))
                if (const Setting* duties = other.value.find("closure-duties"))
                    tier->members.push_back({builder_.scalar("closure-duties", {}), *duties});
        const bool expected = std::any_of(others->members.begin(), others->members.end(), has_duties);
        if (expected && std::none_of(own->members.begin(), own->members.end(), has_duties))
            problems_.add(*own, "no severity tier has duties at closure",
                          "write `severities: {TIER: {closure-duties: true}}` under `process:`");
    }

    void add_items() {
        Setting* gates = find_member(process_, "gates");
        if (gates == nullptr) return;
        std::map<std::string, const Setting*> others;
        for (const ItemEntry& other : items_of(from_.like))
            if (const auto id = twins_.of(other.id)) others[*id] = other.value;
        for (SettingMember& gate : gates->members)
            if (Setting* items = find_member(gate.value, "items"))
                for (SettingMember& item : items->members)
                    if (const auto other = others.find(item.key.scalar); other != others.end())
                        add_item(item, *other->second);
    }

    void add_item(SettingMember& item, const Setting& other) {
        std::vector<std::string> titles = texts_of(other.find("aliases"));
        titles.insert(titles.begin(), text_of(other, "title"));
        join_texts(item.value, "aliases", titles, text_of(item.value, "title"));
        if (item.value.find("waivers") != nullptr)
            join_texts(item.value, "waivers", texts_of(other.find("waivers")));
        join_texts(item.value, "contradicted-by", texts_of(other.find("contradicted-by")));
        add_question(item.value, other);
        add_condition(item, other, "needed-if", "which item decides whether {} can be waived");
        add_condition(item, other, "covers", "whose areas {} goes through");
        add_tiers(item, other);
        for (const std::string_view key : {"identity", "two-identities", "needs-document"})
            add_as_it_is(item, other, key);
    }

    /// What no template says of an item.
    void add_as_it_is(SettingMember& item, const Setting& other, std::string_view key) {
        const Setting* value = other.find(key);
        if (value == nullptr || item.value.find(key) != nullptr ||
            is_answered({"items", item.key.scalar, std::string(key)}))
            return;
        item.value.members.push_back({builder_.scalar(std::string(key), place_of(item.key)), *value});
    }

    /// Adds the texts that are not there yet.
    void join_texts(Setting& mapping, std::string_view key, const std::vector<std::string>& texts,
                    const std::string& except = {}) {
        Setting* list = find_member(mapping, key);
        std::vector<std::string> known = texts_of(list);
        for (const std::string& text : texts) {
            if (text.empty() || text == except || std::find(known.begin(), known.end(), text) != known.end())
                continue;
            if (list == nullptr) {
                builder_.add(mapping, key, builder_.empty(NodeKind::sequence, place_of(mapping)),
                             place_of(mapping));
                list = &mapping.members.back().value;
            }
            list->items.push_back(builder_.scalar(text, place_of(mapping)));
            known.push_back(text);
        }
    }

    static Written place_of(const Setting& setting) { return {{}, setting.line, setting.column}; }

    void add_question(Setting& item, const Setting& other) {
        const Setting* question = other.find("question");
        if (question == nullptr) return;
        Setting* own = find_member(item, "question");
        if (own == nullptr) {
            item.members.push_back({builder_.scalar("question", place_of(item)), *question});
            return;
        }
        join_texts(*own, "subjects", texts_of(question->find("subjects")));
        join_texts(*own, "affirmed-by", texts_of(question->find("affirmed-by")));
    }

    /// `question`: what is not known where the other process's item has no twin here.
    void add_condition(SettingMember& item, const Setting& other, std::string_view key,
                       std::string_view question) {
        const std::string condition = text_of(other, key);
        const std::string& id = item.key.scalar;
        if (condition.empty() || is_answered({"items", id, std::string(key)})) return;
        if (const auto twin = twins_.of(condition)) {
            builder_.add(item.value, key, builder_.scalar(*twin, place_of(item.key)), place_of(item.key));
            return;
        }
        problems_.add(item.key, "it is not known " + fmt::format(fmt::runtime(question), id),
                      fmt::format("write `items: {{{}: {{{}: ITEM}}}}` under `process:`", id, key));
    }

    /// Names that are none of the other process's tiers are priorities, which no process defines.
    void add_tiers(SettingMember& item, const Setting& other) {
        const auto tiers = texts_of(other.find("needed-for"));
        const std::string& id = item.key.scalar;
        if (tiers.empty() || is_answered({"items", id, "needed-for"})) return;
        const Setting* others = from_.like.find("severities");
        const Setting* severities = process_.find("severities");
        const auto is_known = [&](const std::string& tier) {
            const bool priority = others == nullptr || others->find(tier) == nullptr;
            return priority || (severities != nullptr && severities->find(tier) != nullptr);
        };
        if (std::all_of(tiers.begin(), tiers.end(), is_known))
            return join_texts(item.value, "needed-for", tiers);
        problems_.add(item.key, fmt::format("it is not known for which severities {} cannot be waived", id),
                      fmt::format("write `items: {{{}: {{needed-for: [TIER]}}}}` under `process:`", id));
    }

    /// Every item id below these keys becomes its twin's; false where one has none.
    bool map_items(Setting& setting, const std::vector<std::string>& keys) {
        for (const std::string& key : keys) {
            Setting* value = find_member(setting, key);
            if (value == nullptr) continue;
            if (value->is(NodeKind::scalar) && !map_item(*value)) return false;
            for (Setting& item : value->items)
                if (!map_item(item)) return false;
        }
        return true;
    }

    /// Items that the template does not have are confirmed by nobody.
    void drop_unknown_items(Setting& setting, const std::string& key) {
        if (Setting* value = find_member(setting, key))
            std::erase_if(value->items, [&](const Setting& item) { return !twins_.of(item.scalar); });
    }

    bool map_item(Setting& value) {
        const auto twin = twins_.of(value.scalar);
        if (twin) value.scalar = *twin;
        return twin.has_value();
    }

    void add_spec_first() {
        const Setting* other = from_.like.find("spec-first");
        if (other == nullptr || is_answered({"spec-first"})) return;
        Setting own = *other;
        drop_unknown_items(own, "confirmed-by-owner");
        if (map_items(own, {"decision", "spec-commits", "fix-commits", "scope", "verification",
                            "confirmed-by-owner"})) {
            process_.members.push_back({builder_.scalar("spec-first", place_of(process_)), std::move(own)});
            return;
        }
        problems_.add(process_, "it is not known which items tie the spec to the fix",
                      "write `spec-first: {decision: ITEM, spec-commits: [ITEM], fix-commits: [ITEM]}` under "
                      "`process:`, or `spec-first: none` if no spec comes before a fix");
    }

    void add_companions() {
        const Setting* others = from_.like.find("companions");
        if (others == nullptr || is_answered({"companions"})) return;
        Setting own = *others;
        own.items.erase(std::remove_if(own.items.begin(), own.items.end(),
                                       [this](const Setting& one) { return !is_of_this_process(one); }),
                        own.items.end());
        if (own.items.empty()) return;
        bool known = true;
        for (Setting& one : own.items) known = map_items(one, {"decision", "commit"}) && known;
        if (known) {
            process_.members.push_back({builder_.scalar("companions", place_of(process_)), std::move(own)});
            return;
        }
        problems_.add(
            process_, "it is not known which items ask for files that one commit changes together",
            "write `companions: [{decision: ITEM, commit: ITEM, files: [...]}]` under `process:`, or "
            "`companions: []` if there are none");
    }

    void add_expected_values() {
        const Setting* other = from_.like.find("expected-values");
        if (other == nullptr || is_answered({"expected-values"}) || !is_of_this_process(*other)) return;
        Setting own = *other;
        if (map_items(own, {"decision", "commit"})) {
            process_.members.push_back(
                {builder_.scalar("expected-values", place_of(process_)), std::move(own)});
            return;
        }
        problems_.add(process_, "it is not known which items decide on expected values and change them",
                      "write `expected-values: {decision: ITEM, commit: ITEM, files: [...]}` under "
                      "`process:`, or `expected-values: none` if there are none");
    }

    /// What is due at closure is due in the process's own last state.
    void add_closure() {
        const Setting* other = from_.like.find("closure");
        if (other == nullptr || is_answered({"closure"}) || process_.find("closure") != nullptr) return;
        Setting own = *other;
        const Setting* states = process_.find("states");
        Setting* state = find_member(own, "state");
        if (state == nullptr || states == nullptr || states->items.empty()) return;
        state->scalar = states->items.back().scalar;
        process_.members.push_back({builder_.scalar("closure", place_of(process_)), std::move(own)});
    }

    /// A template that has none of its items does without the matter as a whole.
    [[nodiscard]] bool is_of_this_process(const Setting& companions) const {
        return twins_.of(text_of(companions, "decision")) || twins_.of(text_of(companions, "commit"));
    }

    Setting& process_;
    const ProcessTemplate& from_;
    const SettingBuilder& builder_;
    Problems& problems_;
    Twins twins_;
};

void drop_none(Setting& process, std::string_view key) {
    auto& members = process.members;
    members.erase(std::remove_if(members.begin(), members.end(),
                                 [key](const SettingMember& member) {
                                     return member.key.scalar == key && member.value.is(NodeKind::scalar) &&
                                            member.value.scalar == "none";
                                 }),
                  members.end());
}

} // namespace

void add_likeness(Setting& process, const ProcessTemplate& from, const SettingBuilder& builder,
                  Problems& problems) {
    if (from.like.is(NodeKind::mapping)) Likeness(process, from, builder, problems).add();
}

void add_answers(Setting& process, const Setting& answers) {
    if (!answers.is(NodeKind::mapping)) return;
    Setting rest = answers;
    rest.members.clear();
    for (const SettingMember& member : answers.members)
        if (member.key.scalar != "items") rest.members.push_back(member);
    overlay(process, std::move(rest));
    drop_none(process, "spec-first");
    drop_none(process, "expected-values");
    const Setting* items = answers.find("items");
    Setting* gates = find_member(process, "gates");
    if (items == nullptr || gates == nullptr) return;
    for (SettingMember& gate : gates->members)
        if (Setting* own = find_member(gate.value, "items"))
            for (const SettingMember& answer : items->members)
                if (Setting* item = find_member(*own, answer.key.scalar)) overlay(*item, answer.value);
}

} // namespace docs_lint::policy
