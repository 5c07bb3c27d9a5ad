#include "server/line_reading.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace docs_lint::server {
namespace {

using Names = std::vector<std::string>;

constexpr std::string_view kMarkup = " \t#>*_-+`";

bool is_one_of(std::string_view text, const Names& names) {
    return std::any_of(names.begin(), names.end(),
                       [text](const std::string& name) { return base::equals_ignoring_case(text, name); });
}

std::string_view without_markup(std::string_view text) {
    constexpr std::string_view kMarks = " \t*_`";
    const std::size_t begin = text.find_first_not_of(kMarks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(kMarks) - begin + 1);
}

std::optional<Wanted> wanted_behind(std::string_view label, const Vocabulary& vocabulary) {
    const policy::Policy& policy = vocabulary.policy;
    if (is_one_of(label, policy.sign_off.owner_labels)) return Wanted::role_of_owner;
    if (is_one_of(label, policy.sign_off.validation_labels)) return Wanted::role_of_validator;
    if (vocabulary.process != nullptr && is_one_of(label, vocabulary.process->state_labels))
        return Wanted::state;
    if (is_one_of(label, vocabulary.document_class.status_fields)) return Wanted::status;
    if (is_one_of(label, policy.header_fields.roles)) return Wanted::role;
    return is_one_of(label, policy.header_fields.severities) ? std::optional(Wanted::tier) : std::nullopt;
}

/// The columns of a log of transitions.
bool names_a_state(std::string_view heading) {
    return is_one_of(heading, {"From", "From state", "To", "To state"});
}

std::size_t first_letter(std::string_view text, std::size_t from, std::string_view skipped) {
    return std::min(text.find_first_not_of(skipped, from), text.size());
}

/// Behind the last of the signs that join a verdict, roles and a date.
std::size_t behind_last_joint(std::string_view text, std::size_t from) {
    std::size_t begin = from;
    for (const std::string_view joint : {"—", "–", " - ", "+", "&", ",", " and "}) {
        const std::size_t at = text.rfind(joint);
        if (at != std::string_view::npos && at >= from) begin = std::max(begin, at + joint.size());
    }
    return begin;
}

Writing writing_at(Wanted wanted, std::string_view head, std::size_t value, std::size_t line_begin) {
    const bool is_list =
        wanted == Wanted::role_of_owner || wanted == Wanted::role_of_validator || wanted == Wanted::role;
    if (is_list) value = behind_last_joint(head, value);
    constexpr std::string_view kBeforeValue = " \t*_`";
    return {wanted, line_begin + first_letter(head, value, kBeforeValue)};
}

std::optional<Writing> read_labelled(std::string_view head, std::size_t line_begin,
                                     const Vocabulary& vocabulary) {
    const std::size_t begin = first_letter(head, 0, kMarkup);
    const std::size_t colon = head.find(':', begin);
    if (colon == std::string_view::npos) return std::nullopt;
    const auto wanted = wanted_behind(without_markup(head.substr(begin, colon - begin)), vocabulary);
    if (!wanted) return std::nullopt;
    return writing_at(*wanted, head, colon + 1, line_begin);
}

/// How many bytes of the text the longest of the keywords takes that begin it.
std::size_t keyword_size(std::string_view text, const Names& keywords) {
    std::size_t longest = 0;
    for (const std::string& keyword : keywords)
        if (base::equals_ignoring_case(text.substr(0, keyword.size()), keyword))
            longest = std::max(longest, keyword.size());
    return longest;
}

std::optional<Writing> read_item_heading(std::string_view head, std::size_t line_begin,
                                         const Vocabulary& vocabulary) {
    const policy::SignOffFormat& format = vocabulary.policy.sign_off;
    const std::size_t begin = first_letter(head, 0, kMarkup);
    const std::string_view text = head.substr(begin);
    if (is_one_of(without_markup(text.substr(0, text.find(':'))), format.status_labels)) return std::nullopt;
    const std::size_t size = keyword_size(text, format.item_keywords);
    const bool ends = size > 0 && size < text.size() && (text[size] == ' ' || text[size] == ':');
    if (vocabulary.process == nullptr || !ends) return std::nullopt;
    return Writing{Wanted::gate_or_item, line_begin + first_letter(head, begin + size, " \t:*_")};
}

/// The bars that a backslash takes away are text.
std::vector<std::size_t> bars_in(std::string_view line) {
    std::vector<std::size_t> bars;
    for (std::size_t at = 0; at < line.size(); ++at)
        if (line[at] == '|' && (at == 0 || line[at - 1] != '\\')) bars.push_back(at);
    return bars;
}

bool is_row(std::string_view line) {
    return base::trim(line).starts_with('|');
}

std::string_view cell_of(std::string_view row, std::size_t number) {
    const auto bars = bars_in(row);
    if (number >= bars.size()) return {};
    const std::size_t begin = bars[number] + 1;
    const std::size_t end = number + 1 < bars.size() ? bars[number + 1] : row.size();
    return without_markup(row.substr(begin, end - begin));
}

/// The first row of the table that holds the line.
std::string_view heading_row(const EditedText& text, std::size_t line) {
    while (line > 0 && is_row(text.line_text(line - 1))) --line;
    return text.line_text(line);
}

std::optional<Writing> read_cell(const EditedText& text, std::size_t line, std::string_view head,
                                 const Vocabulary& vocabulary) {
    const auto bars = bars_in(head);
    if (!is_row(head) || bars.empty()) return std::nullopt;
    const std::size_t number = bars.size() - 1;
    const std::size_t line_begin = text.line(line).begin;
    const std::string_view heading = cell_of(heading_row(text, line), number);
    auto wanted = wanted_behind(heading, vocabulary);
    if (!wanted && names_a_state(heading)) wanted = Wanted::state;
    if (!wanted && number == 1) wanted = wanted_behind(cell_of(head, 0), vocabulary);
    if (!wanted) return std::nullopt;
    return writing_at(*wanted, head, bars.back() + 1, line_begin);
}

} // namespace

std::optional<Writing> read_writing(const EditedText& text, std::size_t offset,
                                    const Vocabulary& vocabulary) {
    const std::size_t line = text.position(offset).line;
    const std::size_t begin = text.line(line).begin;
    const std::string_view head = std::string_view(text.text()).substr(begin, offset - begin);
    if (is_row(head)) return read_cell(text, line, head, vocabulary);
    if (auto labelled = read_labelled(head, begin, vocabulary)) return labelled;
    return read_item_heading(head, begin, vocabulary);
}

} // namespace docs_lint::server
