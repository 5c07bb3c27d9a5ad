#include "policy/template_names.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <re2/re2.h>

namespace docs_lint::policy {
namespace {

re2::StringPiece piece(std::string_view text) {
    return {text.data(), text.size()};
}

/// What stands behind the keyword of an item or a gate; nothing where the line does not begin with one.
std::optional<std::string_view> behind_keyword(std::string_view line, const SignOffFormat& format) {
    std::optional<std::string_view> rest;
    for (const std::string& keyword : format.item_keywords) {
        const bool begins = base::equals_ignoring_case(line.substr(0, keyword.size()), keyword) &&
                            line.size() > keyword.size() &&
                            (line[keyword.size()] == ' ' || line[keyword.size()] == ':');
        if (!begins) continue;
        const std::string_view behind = base::trim(line.substr(keyword.size() + 1));
        if (!rest || behind.size() < rest->size()) rest = behind;
    }
    return rest;
}

} // namespace

std::optional<TemplateName> read_template_name(std::string_view line, const SignOffFormat& format) {
    static const re2::RE2 pattern(
        R"(((?:[A-Z]{1,6}[0-9]{0,4}|[0-9]{1,4}))((?:\.[0-9]{1,4}[a-z]?)*)(\s*[—–:|]\s*|\s+-{1,2}\s+|\.\s+|\s+|$)(.*))");
    line = base::trim(line);
    const auto behind = behind_keyword(line, format);
    std::string first;
    std::string numbers;
    std::string separator;
    TemplateName name;
    if (!re2::RE2::FullMatch(piece(behind.value_or(line)), pattern, &first, &numbers, &separator, &name.rest))
        return std::nullopt;
    name.id = first + numbers;
    if (!numbers.empty()) name.gate = name.id.substr(0, name.id.rfind('.'));
    name.keyword = behind.has_value();
    name.separated = name.rest.empty() || !base::trim(separator).empty();
    name.rest = std::string(base::trim(name.rest));
    return name;
}

std::optional<Arrow> find_arrow(std::string_view text, std::size_t from) {
    static const re2::RE2 pattern(R"(([↓→⇒⟶➜➡⇓▼⬇]+|-+(?:\s*\[?([A-Za-z0-9.]*)\]?\s*-+)?>|=+>))");
    re2::StringPiece groups[3];
    if (!pattern.Match(piece(text), from, text.size(), re2::RE2::UNANCHORED, groups, 3)) return std::nullopt;
    return Arrow{static_cast<std::size_t>(groups[0].data() - text.data()), groups[0].size(),
                 std::string(groups[2].data() == nullptr ? "" : groups[2])};
}

std::vector<std::string> split_at_arrows(std::string_view text) {
    std::vector<std::string> parts;
    std::size_t from = 0;
    while (const auto arrow = find_arrow(text, from)) {
        parts.emplace_back(base::trim(text.substr(from, arrow->begin - from)));
        from = arrow->begin + arrow->size;
    }
    parts.emplace_back(base::trim(text.substr(from)));
    return parts;
}

std::optional<std::size_t> rank_among(const std::vector<std::string>& states, std::string_view state) {
    const std::string wanted = base::normalise_name(state);
    for (std::size_t rank = 0; rank < states.size(); ++rank)
        if (base::normalise_name(states[rank]) == wanted) return rank;
    return std::nullopt;
}

std::optional<std::size_t> state_of_heading(std::string_view heading, const std::vector<std::string>& states,
                                            const TemplateWords& words) {
    if (const auto rank = rank_among(states, heading)) return rank;
    const std::string plain = base::normalise_name(heading);
    for (const std::string& word : words.state_headings) {
        const std::string lead = base::normalise_name(word) + " ";
        if (!plain.starts_with(lead)) continue;
        if (const auto rank = rank_among(states, plain.substr(lead.size()))) return rank;
    }
    return std::nullopt;
}

} // namespace docs_lint::policy
