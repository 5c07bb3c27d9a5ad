#include "model/role_list.hpp"

#include "base/date.hpp"
#include "base/text.hpp"
#include "model/persons.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <array>
#include <re2/re2.h>
#include <string_view>

namespace docs_lint::model {
namespace {

using markdown::Text;

enum class Joint { none, word, plus, comma };

/// A piece of the list between two joints; a comma, `&` and `and` may also be parts of a role's name.
struct Atom {
    base::Span span;
    Joint before = Joint::none;
};

struct JointMention {
    Joint joint = Joint::none;
    std::size_t size = 0;
};

JointMention joint_at(std::string_view text, std::size_t at) {
    if (text[at] == '+') return {Joint::plus, 1};
    if (text[at] == '&') return {Joint::word, 1};
    if (text[at] == ',') return {Joint::comma, 1};
    const bool word = starts_with_ignoring_case(text.substr(at), "and") && !word_ends_at(text, at) &&
                      !word_begins_at(text, at + 3);
    return word ? JointMention{Joint::word, 3} : JointMention{};
}

std::vector<Atom> split_atoms(std::string_view text, base::Span region) {
    std::vector<Atom> atoms;
    Atom atom{{region.begin, region.begin}, Joint::none};
    int depth = 0;
    const auto finish = [&](std::size_t end) {
        atom.span = trim(text, {atom.span.begin, end});
        if (!atom.span.empty()) atoms.push_back(atom);
    };
    for (std::size_t at = region.begin; at < region.end; ++at) {
        depth += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
        const JointMention mention = depth > 0 ? JointMention{} : joint_at(text, at);
        if (mention.joint == Joint::none) continue;
        finish(at);
        atom = {{at + mention.size, at + mention.size}, mention.joint};
        at += mention.size - 1;
    }
    finish(region.end);
    return atoms;
}

/// `Jane Doe (QA Lead)`: the role stands in the bracket behind a name.
std::vector<std::string> roles_of(std::string_view name, const policy::RoleRegister& roles) {
    auto known = roles.roles_named(name);
    const std::size_t open = name.find('(');
    if (!known.empty() || open == std::string_view::npos || name.back() != ')') return known;
    const std::string_view person = base::trim(name.substr(0, open));
    if (!person.empty() && !may_be_name(person)) return {};
    return roles.roles_named(name.substr(open + 1, name.size() - open - 2));
}

RoleMention mention_of(const Text& text, base::Span span, const policy::RoleRegister& roles) {
    const std::string name = text.text.substr(span.begin, span.size());
    return {name, roles_of(name, roles), text.source_of(span)};
}

constexpr std::size_t kLongestName = 4; // joints inside one role's name

/// `Jo Berg, API Contracts Owner`: a part behind a comma or plus that is a role by itself belongs to no
/// longer name.
bool holds_role_behind_joint(const Text& text, const std::vector<Atom>& atoms, std::size_t first,
                             std::size_t last, const policy::RoleRegister& roles) {
    for (std::size_t at = first + 1; at <= last; ++at)
        if (atoms[at].before != Joint::word && !mention_of(text, atoms[at].span, roles).roles.empty())
            return true;
    return false;
}

/// `under duress, QA Lead`: what stands before a role, and a comma behind it, is a name or no part of the
/// list.
bool begins_with_words(const std::vector<RoleMention>& mentions, const std::vector<Atom>& atoms) {
    return mentions.size() > 1 && mentions[0].roles.empty() && !mentions[1].roles.empty() &&
           atoms[1].before == Joint::comma && !may_be_name(mentions[0].name);
}

/// Reads the mentions of a list; false where what follows a comma is no role, and so no part of the list. A
/// name behind its role is passed over: `QA Lead, Sam Fox`.
bool read_atoms(const Text& text, const std::vector<Atom>& atoms, const policy::RoleRegister& roles,
                std::vector<RoleMention>& mentions) {
    for (std::size_t at = 0; at < atoms.size();) {
        RoleMention mention = mention_of(text, atoms[at].span, roles);
        std::size_t next = at + 1;
        for (std::size_t last = std::min(atoms.size() - 1, at + kLongestName); last > at; --last) {
            RoleMention longer = mention_of(text, {atoms[at].span.begin, atoms[last].span.end}, roles);
            if (longer.roles.empty() || holds_role_behind_joint(text, atoms, at, last, roles)) continue;
            mention = std::move(longer);
            next = last + 1;
            break;
        }
        if (mention.roles.empty() && atoms[at].before == Joint::comma && !mentions.empty()) {
            if (!is_personal_name(mention.name)) return false;
        } else {
            mentions.push_back(std::move(mention));
        }
        at = next;
    }
    return !begins_with_words(mentions, atoms);
}

/// Words and marks that lead from the roles to the date.
base::Span trim_lead(std::string_view text, base::Span region) {
    constexpr std::array<std::string_view, 22> kLeads = {
        "on",     "dated",   "date",      "at",       "signed", "as of",    "confirmed", "approved",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",    "mon",
        "tue",    "wed",     "thu",       "fri",      "sat",    "sun"};
    for (bool trimmed = true; trimmed && !region.empty();) {
        region = trim(text, region);
        trimmed = false;
        const auto open_marks = std::string_view(",;:([");
        while (!region.empty() && open_marks.find(text[region.end - 1]) != std::string_view::npos)
            --region.end, trimmed = true;
        for (const std::size_t size : {std::size_t{3}, std::size_t{2}, std::size_t{1}}) {
            const bool dash = region.size() >= size && dash_at(text, region.end - size) == size;
            if (dash) region.end -= size, trimmed = true;
        }
        for (const std::string_view lead : kLeads) {
            if (region.size() < lead.size()) continue;
            const std::size_t begin = region.end - lead.size();
            const bool found = base::equals_ignoring_case(text.substr(begin, lead.size()), lead) &&
                               !word_ends_at(text, begin);
            if (found) region.end = begin, trimmed = true;
        }
    }
    return region;
}

base::Span trim_front(std::string_view text, base::Span region) {
    for (bool trimmed = true; trimmed && !region.empty();) {
        region = trim_glyphs(text, region);
        trimmed = false;
        if (region.empty()) break;
        const std::size_t dash = dash_at(text, region.begin);
        const bool mark = std::string_view(",;:(.").find(text[region.begin]) != std::string_view::npos;
        const bool by = starts_with_ignoring_case(text.substr(region.begin, region.size()), "by ");
        const std::size_t size = dash > 0 ? dash : mark ? 1 : by ? 3 : 0;
        region.begin += std::min(size, region.size());
        trimmed = size > 0;
    }
    return region;
}

/// The stop behind `A.` or `Dr.` ends no sentence.
bool is_initial(std::string_view text, std::size_t stop) {
    std::size_t begin = stop;
    while (begin > 0 && is_letter(text[begin - 1])) --begin;
    return stop - begin <= 2 && begin < stop && text[begin] >= 'A' && text[begin] <= 'Z';
}

/// Where the list of roles ends: at a dash, a semicolon, a full stop or a closing bracket that was not opened
/// in it.
std::size_t end_of_list(std::string_view text, base::Span region) {
    int depth = 0;
    for (std::size_t at = region.begin; at < region.end; ++at) {
        if (text[at] == '(') ++depth;
        if (text[at] == ')' && --depth < 0) return at;
        const bool stop =
            text[at] == '.' && (at + 1 == text.size() || text[at + 1] == ' ') && !is_initial(text, at);
        if (depth == 0 && (text[at] == ';' || stop || dash_at(text, at) > 0)) return at;
    }
    return region.end;
}

/// Nothing but brackets and stops between the list and the date.
bool is_closing(std::string_view text, base::Span between) {
    return between.empty() ||
           text.substr(between.begin, between.size()).find_first_not_of(" ).,") == std::string_view::npos;
}

void take_date(Signature& signature, const Text& text, const base::MomentMention& mention) {
    signature.date = mention.moment;
    signature.date_impossible = !mention.moment;
    signature.date_source = text.source_of({mention.begin, mention.end});
    signature.end = mention.end;
}

/// `2026-03-02, QA Lead`: some write the date first.
void read_roles_behind_date(Signature& signature, const Text& text, const policy::RoleRegister& roles) {
    base::Span region = trim_front(text.text, {signature.end, text.text.size()});
    if (region.empty()) return;
    region = trim(text.text, {region.begin, end_of_list(text.text, region)});
    std::vector<RoleMention> mentions;
    const bool only_roles = read_atoms(text, split_atoms(text.text, region), roles, mentions);
    mentions.erase(std::remove_if(mentions.begin(), mentions.end(),
                                  [](const auto& mention) { return mention.roles.empty(); }),
                   mentions.end());
    if (mentions.empty()) return;
    signature.end = only_roles ? region.end : signature.end;
    signature.roles = std::move(mentions);
}

} // namespace

Signature read_signature(const Text& text, std::size_t from, const policy::RoleRegister& roles) {
    Signature signature;
    signature.end = from;
    const auto moments = base::find_moments(std::string_view(text.text).substr(from));
    std::optional<base::MomentMention> first;
    if (!moments.empty()) first = {moments[0].begin + from, moments[0].end + from, moments[0].moment};
    const base::Span before = trim_front(text.text, {from, first ? first->begin : text.text.size()});
    const base::Span region = first ? trim_lead(text.text, before) : before;
    const std::size_t list_end = region.empty() ? region.end : end_of_list(text.text, region);
    const bool list_reaches_date = first && is_closing(text.text, {list_end, region.end});
    const base::Span list = trim(text.text, {region.begin, std::max(region.begin, list_end)});
    const bool only_roles = read_atoms(text, split_atoms(text.text, list), roles, signature.roles);
    signature.end = std::max(from, list.end);
    if (!list_reaches_date || !only_roles) return signature;
    take_date(signature, text, *first);
    if (signature.roles.empty()) read_roles_behind_date(signature, text, roles);
    return signature;
}

} // namespace docs_lint::model
