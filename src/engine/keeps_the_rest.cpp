#include "engine/fix.hpp"
#include "engine/judge_documents.hpp"
#include "facts/edition.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

namespace docs_lint::engine {
namespace {

using facts::DocumentFacts;
using facts::Edition;

template <typename T, typename Key>
auto keys_of(const std::vector<T>& values, const Key& key) {
    std::vector<decltype(key(values.front()))> keys;
    for (const T& value : values) keys.push_back(key(value));
    return keys;
}

template <typename T, typename Key>
bool same(const std::vector<T>& left, const std::vector<T>& right, const Key& key) {
    return keys_of(left, key) == keys_of(right, key);
}

/// The same rows, or with one among them that is new.
template <typename Rows>
bool same_but_one_more(const Rows& before, Rows after) {
    if (after.size() == before.size() + 1)
        after.erase(std::mismatch(before.begin(), before.end(), after.begin(), after.end()).second);
    return before == after;
}

auto sign_off_of(const Edition::Item& item) {
    return std::tuple(item.id, item.evidence, item.owner, item.validation, item.signed_off);
}

bool same_sign_offs(const Edition& left, const Edition& right) {
    return same(left.items, right.items, &sign_off_of) &&
           same(left.gates, right.gates,
                [](const Edition::Gate& gate) { return std::tuple(gate.id, gate.passed); });
}

auto transition_of(const model::Transition& row) {
    return std::tuple(row.from, row.to, row.gate, row.number, row.date_text, row.time_text, row.reversion);
}

bool same_states(const model::Document& left, const model::Document& right, FixScope scope) {
    const auto before = keys_of(left.transitions, &transition_of);
    const auto after = keys_of(right.transitions, &transition_of);
    const bool same_log = scope == FixScope::next_state ? same_but_one_more(before, after) : before == after;
    return same_log && same(left.states, right.states, [](const model::StateDeclaration& one) {
               return std::tuple(one.state, one.place);
           });
}

/// A claim goes with a status line that is corrected, and comes with a state.
bool same_claims(const Edition& left, const Edition& right, FixScope scope) {
    if (left.gates.size() != right.gates.size()) return false;
    for (std::size_t at = 0; at < left.gates.size(); ++at) {
        const bool was = left.gates[at].claimed;
        const bool is = right.gates[at].claimed;
        if (is && !was && scope != FixScope::next_state) return false;
        if (was && !is && scope != FixScope::gate_status) return false;
    }
    return true;
}

auto row_of(const Edition::LogRow& row) {
    return std::tuple(row.version_text, row.date_text, row.change, row.planned);
}

/// Every row is there with its version and its text; one may be dated otherwise, or one be new.
bool same_rows_but_one(const Edition& left, const Edition& right) {
    const auto before = keys_of(left.change_log, &row_of);
    auto after = keys_of(right.change_log, &row_of);
    if (before.size() != after.size()) return same_but_one_more(before, std::move(after));
    std::size_t changed = 0;
    for (std::size_t at = 0; at < before.size(); ++at) {
        changed += before[at] == after[at] ? 0 : 1;
        std::get<1>(after[at]) = std::get<1>(before[at]);
    }
    return changed <= 1 && before == after;
}

/// A mark that stood alone for itself may have found its partner in what follows.
std::string without_marks(std::string text) {
    std::erase_if(text, [](char byte) { return byte == '`' || byte == '*' || byte == '_'; });
    return text;
}

/// One row says more than it did, and begins as it did.
bool same_rows_but_longer(const Edition& left, const Edition& right) {
    const auto before = keys_of(left.change_log, &row_of);
    auto after = keys_of(right.change_log, &row_of);
    if (before.size() != after.size()) return false;
    std::size_t changed = 0;
    for (std::size_t at = 0; at < before.size(); ++at) {
        changed += before[at] == after[at] ? 0 : 1;
        const std::string& text = std::get<2>(before[at]);
        if (without_marks(std::get<2>(after[at])).starts_with(without_marks(text)))
            std::get<2>(after[at]) = text;
    }
    return changed <= 1 && before == after;
}

bool same_change_log(const Edition& left, const Edition& right, FixScope scope) {
    if (scope == FixScope::row_text) return same_rows_but_longer(left, right);
    const bool may_change = scope == FixScope::change_log || scope == FixScope::next_version;
    return may_change ? same_rows_but_one(left, right) : same(left.change_log, right.change_log, &row_of);
}

std::size_t fields_that_may_change(FixScope scope) {
    if (scope == FixScope::next_version) return 2;
    return scope == FixScope::header_date ? 1 : 0;
}

bool same_header(const Edition& left, const Edition& right, FixScope scope) {
    if (left.header.size() != right.header.size()) return false;
    std::size_t changed = 0;
    for (std::size_t at = 0; at < left.header.size(); ++at) {
        if (left.header[at].key != right.header[at].key) return false;
        changed += left.header[at].value == right.header[at].value ? 0 : 1;
    }
    return changed <= fields_that_may_change(scope) && left.status == right.status &&
           (left.version == right.version || scope == FixScope::next_version);
}

auto section_of(const model::Section& section) {
    return std::tuple(section.level, section.title);
}

auto action_of(const model::Action& action) {
    return std::tuple(action.id, action.description, action.owner, action.deadline_text, action.status_text);
}

auto suppression_of(const model::SuppressionComment& comment) {
    return std::tuple(comment.rules, comment.reason, comment.until_text);
}

bool same_parts(const model::Document& left, const model::Document& right) {
    return left.title == right.title && same(left.sections, right.sections, &section_of) &&
           same(left.actions, right.actions, &action_of) &&
           same(left.suppressions, right.suppressions, &suppression_of) &&
           same(left.boxes, right.boxes,
                [](const model::TaskBox& box) { return std::tuple(box.ticked, box.text); });
}

} // namespace

bool keeps_the_rest(const DocumentFacts& before, const DocumentFacts& after, FixScope scope) {
    const Edition left = facts::to_edition(before, {});
    const Edition right = facts::to_edition(after, {});
    const bool text_may_change = scope == FixScope::gate_status || scope == FixScope::next_state;
    return left.process == right.process && before.filing.filed == after.filing.filed &&
           (text_may_change || left.meaning == right.meaning) && same_header(left, right, scope) &&
           same_change_log(left, right, scope) && same_sign_offs(left, right) &&
           same_claims(left, right, scope) && same_states(*before.document, *after.document, scope) &&
           same(left.severities, right.severities,
                [](const Edition::Tier& tier) { return std::tuple(tier.name, tier.text); }) &&
           same_parts(*before.document, *after.document);
}

bool keeps_the_rest(const DocumentFacts& before, const std::string& text, FixScope scope) {
    const auto after = judge_text({before->path, text, before->document_class}, *before.policy, {});
    return after && keeps_the_rest(before, *after, scope);
}

} // namespace docs_lint::engine
