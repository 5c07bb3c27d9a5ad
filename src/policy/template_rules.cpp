#include "policy/template_rules.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <re2/re2.h>

namespace docs_lint::policy {
namespace {

using markdown::BlockKind;

/// What stands behind one of the words at the front of a column's heading.
std::optional<std::string> behind(std::string_view heading, const std::vector<std::string>& words) {
    const std::string plain = base::collapse_blanks(heading);
    for (const std::string& word : words) {
        const bool begins =
            base::equals_ignoring_case(std::string_view(plain).substr(0, word.size()), word) &&
            plain.size() > word.size() && plain[word.size()] == ' ';
        if (begins) return plain.substr(word.size() + 1);
    }
    return std::nullopt;
}

TemplateTier read_tier(const TemplateText& text, const markdown::TableRow& head,
                       const markdown::TableRow& row, const TemplateWords& words) {
    TemplateTier tier{text.written(row.cells[0]), {}};
    for (std::size_t at = 1; at < std::min(head.cells.size(), row.cells.size()); ++at) {
        const auto state = behind(head.cells[at].text, words.stay_columns);
        const Written time = text.written(row.cells[at]);
        if (!state || base::normalise_name(time.text).empty()) continue;
        Written column = text.written(head.cells[at]);
        column.text = *state;
        tier.stays.push_back({std::move(column), time, read_length(time.text)});
    }
    return tier;
}

/// Goes through the lines below the headings of states, paragraphs and lists only.
template <typename Visit>
void for_lines_of_states(const TemplateText& text, const std::vector<std::string>& states,
                         const TemplateWords& words, Visit visit) {
    std::optional<std::size_t> state;
    int level = 0;
    for (const TemplateLine& line : text.lines()) {
        if (line.kind == BlockKind::heading) {
            const auto named = state_of_heading(line.written.text, states, words);
            if (named || line.level <= level) {
                state = named;
                level = line.level;
            }
        } else if (line.kind == BlockKind::paragraph && state) {
            visit(*state, line.written);
        }
    }
}

/// The state that begins the text, quotation marks and an article apart; the longest one.
std::optional<std::size_t> state_at_front(std::string_view text, const std::vector<std::string>& states) {
    std::string plain = base::normalise_name(text.substr(0, text.find_first_of(".,;:()—")));
    if (plain.starts_with("the ")) plain = plain.substr(4);
    std::optional<std::size_t> found;
    std::size_t longest = 0;
    for (std::size_t rank = 0; rank < states.size(); ++rank) {
        const std::string state = base::normalise_name(states[rank]);
        const bool begins =
            plain.starts_with(state) && (plain.size() == state.size() || plain[state.size()] == ' ');
        if (!begins || state.size() <= longest) continue;
        found = rank;
        longest = state.size();
    }
    return found;
}

bool is_denied(std::string_view before, const TemplateWords& words) {
    const std::size_t sentence = before.find_last_of(".;:");
    return says_any_of(sentence == std::string_view::npos ? before : before.substr(sentence),
                       words.reversion_denials);
}

} // namespace

std::optional<std::string> read_length(std::string_view text) {
    static const re2::RE2 pattern(
        R"((?i)\s*(?:max\.?\s+|up to\s+|≤\s*)?([0-9]{1,4})\s*(min|mins|minute|minutes|m|hour|hours|hr|hrs|h|day|days|d|week|weeks|w)\.?\s*)");
    std::string number;
    std::string unit;
    if (!re2::RE2::FullMatch(re2::StringPiece(text.data(), text.size()), pattern, &number, &unit))
        return std::nullopt;
    return number + base::lower(unit).substr(0, 1);
}

std::vector<TemplateTier> read_template_tiers(const TemplateText& text, const TemplateWords& words) {
    for (const markdown::Block& block : text.ast().blocks) {
        if (block.rows.size() < 2 || block.rows[0].cells.size() < 2) continue;
        const auto& head = block.rows[0];
        const bool has_times = std::any_of(head.cells.begin(), head.cells.end(), [&words](const auto& cell) {
            return behind(cell.text, words.stay_columns).has_value();
        });
        if (!has_times || !is_any_of(head.cells[0].text, words.severity_columns)) continue;
        std::vector<TemplateTier> tiers;
        for (std::size_t at = 1; at < block.rows.size(); ++at)
            if (!block.rows[at].cells.empty() && !block.rows[at].cells[0].text.empty())
                tiers.push_back(read_tier(text, head, block.rows[at], words));
        return tiers;
    }
    return {};
}

std::vector<TemplateReversion> read_template_reversions(const TemplateText& text,
                                                        const std::vector<std::string>& states,
                                                        const TemplateWords& words) {
    std::vector<TemplateReversion> reversions;
    for_lines_of_states(text, states, words, [&](std::size_t from, const Written& line) {
        for (const std::string& phrase : words.reversions) {
            const auto at = base::find_ignoring_case(line.text, phrase + " ");
            if (!at || is_denied(std::string_view(line.text).substr(0, *at), words)) continue;
            const auto to = state_at_front(line.text.substr(*at + phrase.size()), states);
            const bool known =
                !to || std::any_of(reversions.begin(), reversions.end(), [&](const TemplateReversion& one) {
                    return one.from.text == states[from] && one.to.text == states[*to];
                });
            if (known) continue;
            reversions.push_back(
                {{states[from], line.line, line.column}, {states[*to], line.line, line.column}});
        }
    });
    return reversions;
}

std::vector<std::string> read_tiers_with_duties(const TemplateText& text,
                                                const std::vector<std::string>& states,
                                                const std::vector<TemplateTier>& tiers,
                                                const TemplateWords& words) {
    std::vector<std::string> named;
    for_lines_of_states(text, states, words, [&](std::size_t state, const Written& line) {
        if (state + 1 != states.size()) return;
        for (const std::string_view clause : base::split(line.text, ';')) {
            if (!says_any_of(clause, words.duty_words)) continue;
            for (const TemplateTier& tier : tiers)
                if (says_any_of(clause, {tier.name.text})) named.push_back(tier.name.text);
        }
    });
    return named;
}

} // namespace docs_lint::policy
