#include "mutation/operators.hpp"

#include <algorithm>
#include <array>

namespace docs_lint::tests {
namespace {

using model::ComponentKind;
using model::ItemShape;

bool is_list(const Site& site) {
    return site.shape == ItemShape::bullets;
}
bool is_paragraph(const Site& site) {
    return site.shape == ItemShape::paragraph_lines;
}
bool is_fence(const Site& site) {
    return site.shape == ItemShape::fenced_block;
}
bool begins_item(const Site& site) {
    return site.kind == ComponentKind::evidence;
}
bool has_own_lines(const Site& site) {
    return !is_cell(site);
}

void add(const Target& target, Mutants& mutants, base::Span place, std::string_view words) {
    mutants.push_back(with(target.text(), place, words));
}

std::string lines_of(const Target& target) {
    return std::string(target.text_of(target.site().lines));
}

/// The component's line without its bullet.
std::string bare_line(const Target& target) {
    const std::string lines = lines_of(target);
    return is_list(target.site()) ? lines.substr(2) : lines;
}

std::string opposite_of(const Target& target) {
    switch (target.site().kind) {
    case ComponentKind::evidence:
        return "pending";
    case ComponentKind::owner_confirmation:
        return "No — Product Owner, 2026-03-09";
    case ComponentKind::validation:
        return "Fail — PMO Lead, 2026-03-09";
    }
    return {};
}

/// The component's line with another value.
std::string line_with(const Target& target, const std::string& value) {
    const Site& site = target.site();
    return target.text().substr(site.lines.begin, site.value.begin - site.lines.begin) + value +
           (site.shape == ItemShape::table ? " |\n" : "\n");
}

void remove(const Target& target, Mutants& mutants) {
    if (has_own_lines(target.site())) add(target, mutants, target.site().lines, "");
}

void comment_out(const Target& target, Mutants& mutants) {
    const Site& site = target.site();
    if (!is_list(site) && !is_paragraph(site)) return;
    add(target, mutants, site.lines, "<!-- " + lines_of(target) + " -->\n");
    add(target, mutants, site.lines, "\n<!--\n" + lines_of(target) + "-->\n\n");
    add(target, mutants, site.lines, "\n<div hidden>\n\n" + lines_of(target) + "\n</div>\n\n");
    add(target, mutants, site.lines,
        "\n<details style=\"display: none\">\n\n" + lines_of(target) + "\n</details>\n\n");
}

void quote(const Target& target, Mutants& mutants) {
    const Site& site = target.site();
    if (!has_own_lines(site)) return;
    add(target, mutants, site.lines, "> " + lines_of(target));
    if (!is_fence(site)) add(target, mutants, site.lines, "\n> " + lines_of(target) + "\n");
}

/// Under the component before it; evidence, which comes first, under the validation.
void nest(const Target& target, Mutants& mutants) {
    const Site& site = target.site();
    if (!is_list(site)) return;
    for (const auto* blanks : {"  ", "    "}) {
        const std::string nested = blanks + lines_of(target);
        if (!begins_item(site)) {
            add(target, mutants, site.lines, nested);
            continue;
        }
        const std::size_t end = target.sites[target.at + 2].lines.end;
        std::string text = with(target.text(), {end, end}, nested);
        mutants.push_back(with(text, site.lines, ""));
    }
}

void merge_into_former_line(const Target& target, Mutants& mutants) {
    const Site& site = target.site();
    if (is_list(site)) add(target, mutants, site.lines, bare_line(target));
    if (is_list(site)) add(target, mutants, site.lines, "  " + bare_line(target));
    if (begins_item(site) || !has_own_lines(site) || site.shape == ItemShape::table) return;
    add(target, mutants, {target.sites[target.at - 1].value.end, site.lines.end}, " " + bare_line(target));
    add(target, mutants, {target.sites[target.at - 1].value.end, site.lines.end}, "; " + bare_line(target));
}

void relabel(const Target& target, Mutants& mutants) {
    const Site& site = target.site();
    if (site.shares_label) return;
    if (site.kind == ComponentKind::evidence)
        for (const auto* words :
             {"Evidence required", "Evidence needed", "Required evidence", "Note", "Evidence pending"})
            add(target, mutants, site.label, words);
    else
        for (const auto* words :
             {"Owner", "Note", "Confirmation wanted", "To be validated", "Comment", "Status"})
            add(target, mutants, site.label, words);
}

void disguise_label(const Target& target, Mutants& mutants) {
    const Site& site = target.site();
    if (site.shares_label) return;
    const std::string label(target.text_of(site.label));
    add(target, mutants, site.label, label.substr(0, 3) + "\u200B" + label.substr(3));
    add(target, mutants, site.label, (label[0] == 'E' ? "Е" : label[0] == 'O' ? "О" : "Р") + label.substr(1));
    add(target, mutants, site.label,
        (label[0] == 'E'   ? "Ｅ"
         : label[0] == 'O' ? "Ｏ"
                           : "Ｐ") +
            label.substr(1));
    add(target, mutants, site.label, "~~" + label + "~~");
}

void duplicate(const Target& target, Mutants& mutants) {
    const Site& site = target.site();
    const std::string twin = is_cell(site) ? "" : line_with(target, opposite_of(target));
    if (is_cell(site)) {
        add(target, mutants, {site.value.end, site.value.end}, "<br>" + opposite_of(target));
        return;
    }
    add(target, mutants, {site.lines.end, site.lines.end}, twin);
    add(target, mutants, {site.lines.begin, site.lines.begin}, twin);
    if (is_confirmation(site)) add(target, mutants, {site.lines.end, site.lines.end}, lines_of(target));
}

/// To the neighbour, which then has two.
void move_to_another_item(const Target& target, Mutants& mutants) {
    const Site& site = target.site();
    if (!has_own_lines(site)) return;
    for (const std::size_t other : {target.at + 3, target.at < 3 ? target.sites.size() : target.at - 3}) {
        if (other >= target.sites.size()) continue;
        const std::size_t end = target.sites[other].lines.end;
        if (end > site.lines.begin)
            mutants.push_back(with(with(target.text(), {end, end}, lines_of(target)), site.lines, ""));
        else
            mutants.push_back(with(with(target.text(), site.lines, ""), {end, end}, lines_of(target)));
    }
}

void swap_with_next(const Target& target, Mutants& mutants) {
    const Site& site = target.site();
    if (site.kind == ComponentKind::validation) return;
    // Without a validation that reads as a pass, only the gate can claim that the item has passed.
    if (site.kind == ComponentKind::owner_confirmation && !site.of_passed_gate) return;
    const Site& next = target.sites[target.at + 1];
    const std::string text = with(target.text(), next.value, target.text_of(site.value));
    mutants.push_back(with(text, site.value, target.text_of(next.value)));
}

/// The words of the item's name in its heading or row.
base::Span name_in_heading(const Target& target) {
    const Site& site = target.site();
    base::Span name = site.heading;
    if (!is_cell(site)) return name;
    const std::string_view row = target.text_of(site.heading);
    const std::size_t begin = row.find("Gate");
    if (begin == std::string_view::npos) return name; // the row stands under a heading
    return {name.begin + begin, name.begin + row.find('|', begin) - 1};
}

void damage_heading(const Target& target, Mutants& mutants) {
    const Site& site = target.site();
    if (!begins_item(site) || !site.of_passed_gate) return;
    const base::Span name = name_in_heading(target);
    const std::string words(target.text_of(name));
    const std::size_t begin = words.find_first_not_of("#* ");
    add(target, mutants, name, words.substr(0, begin) + "~~" + words.substr(begin) + "~~");
    add(target, mutants, name, words.substr(0, begin) + "Something else altogether");
    add(target, mutants, name, "");
    if (const std::size_t id = words.find(site.item); !site.item.empty() && id != std::string::npos) {
        add(target, mutants, {name.begin + id, name.begin + id + site.item.size()}, site.item + "7");
        add(target, mutants, {name.begin + id, name.begin + id + site.item.size()}, "X.9");
    }
}

void hide_item(const Target& target, Mutants& mutants) {
    const Site& site = target.site();
    if (!begins_item(site) || !site.of_passed_gate) return;
    const std::string item(target.text_of(site.whole_item));
    add(target, mutants, site.whole_item, "");
    if (is_fence(site) || site.shape == ItemShape::table_row)
        return; // their frame is not part of the item's lines
    add(target, mutants, site.whole_item, "<!--\n" + item + "-->\n");
    add(target, mutants, site.whole_item, "<div hidden>\n\n" + item + "\n</div>\n\n");
    add(target, mutants, site.whole_item, "```markdown\n" + item + "```\n");
    std::string quoted = "> " + item;
    for (std::size_t at = quoted.find('\n'); at + 1 < quoted.size(); at = quoted.find('\n', at + 1))
        quoted.insert(at + 1, "> ");
    add(target, mutants, site.whole_item, quoted);
}

/// Everything from the item on is no longer the record's text.
void bury_the_rest(const Target& target, Mutants& mutants) {
    const Site& site = target.site();
    if (!begins_item(site) || !site.of_passed_gate) return;
    if (is_fence(site) || site.shape == ItemShape::table_row)
        return; // a fence in a fence ends it, and hides nothing
    for (const auto* words :
         {"```\n", "~~~~ text\n", "<!--\n", "<div hidden>\n\n", "<template>\n\n", "<script>\n"})
        add(target, mutants, {site.whole_item.begin, site.whole_item.begin}, words);
}

void definition(const Target& target, Mutants& mutants) {
    const Site& site = target.site();
    if (!is_list(site) && !is_paragraph(site)) return;
    const std::string label(target.text_of(site.label));
    const std::string value(target.text_of(site.value));
    const std::string bullet = is_list(site) ? lines_of(target).substr(0, 2) : "\n";
    add(target, mutants, site.lines, bullet + "[" + label + "]: Yes \"" + value + "\"\n");
    add(target, mutants, site.lines, bullet + "[^note]: " + label + ": " + value + "\n");
}

void indent_as_code(const Target& target, Mutants& mutants) {
    const Site& site = target.site();
    if (is_list(site)) add(target, mutants, site.lines, "\n<!-- -->\n\n    " + lines_of(target));
    if (is_paragraph(site)) add(target, mutants, site.lines, "\n    " + lines_of(target) + "\n");
}

void tick_the_label(const Target& target, Mutants& mutants) {
    const Site& site = target.site();
    if (!is_list(site)) return;
    const std::string bullet = lines_of(target).substr(0, 2);
    const std::string label(target.text_of(site.label));
    add(target, mutants, site.lines, bullet + "[x] " + label + "\n");
    add(target, mutants, site.lines, bullet + "[x] " + label + ":\n");
    add(target, mutants, site.lines, bullet + "[ ] " + bare_line(target));
}

void other_bullet(const Target& target, Mutants& mutants) {
    const Site& site = target.site();
    if (!is_list(site)) return;
    const char other = lines_of(target)[0] == '-' ? '*' : '-';
    add(target, mutants, {site.lines.begin, site.lines.begin + 1}, std::string(1, other));
}

constexpr std::array kOperators = {
    Operator{"removed", remove},
    Operator{"in a comment or hidden", comment_out},
    Operator{"in a quote", quote},
    Operator{"nested under another", nest},
    Operator{"merged into the former line", merge_into_former_line},
    Operator{"under another label", relabel},
    Operator{"label disguised", disguise_label},
    Operator{"given twice", duplicate},
    Operator{"moved to another item", move_to_another_item},
    Operator{"exchanged with the next", swap_with_next},
    Operator{"item's heading damaged", damage_heading},
    Operator{"item hidden or removed", hide_item},
    Operator{"from the item on buried", bury_the_rest},
    Operator{"turned into a definition", definition},
    Operator{"turned into code", indent_as_code},
    Operator{"checkbox for the component", tick_the_label},
    Operator{"in a list of its own", other_bullet},
};

} // namespace

std::span<const Operator> operators_on_structure() {
    return kOperators;
}

} // namespace docs_lint::tests
