#include "model/components.hpp"

#include "base/date.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/commits.hpp"
#include "model/denials.hpp"
#include "model/footnotes.hpp"
#include "model/hidden_html.hpp"
#include "model/paths.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <utility>

namespace docs_lint::model {
namespace {

using markdown::Text;

/// What counts must be in plain letters; prose behind the date, and evidence, may be in any script.
bool is_plain_value(const Component& component, std::string_view document) {
    for (const Text& line : component.value)
        if (has_invisible_character(line.text)) return false;
    if (component.kind == ComponentKind::evidence) return true;
    for (const Text& line : component.value)
        if (!is_written_plainly(line, document)) return false;
    const std::string text = join_lines(component.value).text;
    const auto moments = base::find_moments(text);
    const std::size_t end = moments.empty() ? text.size() : moments.front().end;
    return !base::find_deceptive_character(std::string_view(text).substr(0, end));
}

void add_links(Component& component, const GateSource& source) {
    const auto first = std::lower_bound(
        source.links.begin(), source.links.end(), component.source.begin,
        [](const markdown::Link& link, std::size_t begin) { return link.source.begin < begin; });
    for (auto link = first; link != source.links.end() && link->source.begin < component.source.end; ++link) {
        if (auto path = path_of_destination(link->destination, link->source))
            component.links.push_back(std::move(*path));
        else if (auto commit = commit_of_destination(link->destination, link->source))
            component.linked_commits.push_back(std::move(*commit));
    }
}

std::size_t list_mark(std::string_view text) {
    const bool mark =
        text.size() > 1 && std::string_view("-*+").find(text[0]) != std::string_view::npos && text[1] == ' ';
    return mark ? std::min(text.find_first_not_of(' ', 1), text.size()) : 0;
}

/// Length of what some write in the place of a colon, at `at`.
std::size_t other_mark_at(std::string_view text, std::size_t at) {
    const bool ascii = static_cast<unsigned char>(text[at]) < 0x80;
    if (ascii && text[at] != '=' && text[at] != '-') return 0; // most bytes
    constexpr std::string_view kWideColon = "：";
    if (text.substr(at).starts_with(kWideColon)) return kWideColon.size();
    if (text[at] == '=') return 1;
    return at > 0 && text[at - 1] == ' ' ? dash_at(text, at) : 0;
}

/// `Owner confirmation withdrawn — QA Lead`: the value begins with the word that takes it back.
LabelledText read_withdrawn(const Text& line, std::size_t end, const policy::SignOffFormat& format) {
    LabelledText labelled;
    const std::size_t size = size_before_withdrawal(base::trim(std::string_view(line.text).substr(0, end)));
    if (size == 0) return labelled;
    const Text label = line.slice({0, size}).trimmed();
    const LabelKind kind = classify_label(label.text, format);
    if (kind != LabelKind::owner_confirmation && kind != LabelKind::validation) return labelled;
    labelled.repeated = kind;
    labelled.label = label;
    labelled.value = line.slice({size, line.text.size()}).trimmed();
    return labelled;
}

/// `PMO validation — Fail`, `PMO validation = Fail`: no component by its form, and yet heard.
LabelledText read_before_other_mark(const Text& line, const policy::SignOffFormat& format) {
    LabelledText labelled;
    const std::string_view text = line.text;
    std::size_t at = 0;
    while (at < text.size() && text[at] != ':' && other_mark_at(text, at) == 0) ++at;
    if (at == text.size() || text[at] == ':') return labelled;
    const Text label = line.slice({0, at}).trimmed();
    const LabelKind kind = classify_label(label.text, format);
    const bool confirms = kind == LabelKind::owner_confirmation || kind == LabelKind::validation;
    const LabelKind heard = confirms ? kind : classify_repeated_label(label.text, format);
    if (heard == LabelKind::none) return read_withdrawn(line, at, format);
    labelled.repeated = heard;
    labelled.label = label;
    labelled.value = line.slice({at + other_mark_at(text, at), text.size()}).trimmed();
    return labelled;
}

} // namespace

std::optional<ComponentKind> component_kind(LabelKind kind) {
    switch (kind) {
    case LabelKind::evidence:
        return ComponentKind::evidence;
    case LabelKind::owner_confirmation:
        return ComponentKind::owner_confirmation;
    case LabelKind::validation:
        return ComponentKind::validation;
    default:
        return std::nullopt;
    }
}

BareLine without_checkbox(const Text& line) {
    BareLine bare;
    std::string_view text = line.text;
    std::size_t at = std::min(text.find_first_not_of(" \t"), text.size());
    at += list_mark(text.substr(at));
    const std::string_view box = text.substr(at, 3);
    bare.unchecked = box == "[ ]";
    if (bare.unchecked || box == "[x]" || box == "[X]") at += 3;
    bare.text = line.slice({at, text.size()}).trimmed();
    return bare;
}

LabelledText read_labelled(const Text& line, const policy::SignOffFormat& format) {
    LabelledText labelled = read_before_other_mark(line, format);
    if (labelled.repeated != LabelKind::none) return labelled;
    const auto parts = split_label(line.text);
    if (!parts) return labelled;
    labelled.label = line.slice(parts->label);
    labelled.kind = classify_label(labelled.label.text, format);
    labelled.repeated = classify_repeated_label(labelled.label.text, format);
    labelled.value = line.slice(parts->value);
    if (!component_kind(labelled.kind) && labelled.repeated == LabelKind::none)
        labelled.repeated = denied_component(labelled.label.text, labelled.value.text, format);
    return labelled;
}

bool hear_beside(OpenItem& open, const LabelledText& labelled, std::size_t home, bool quoted) {
    if (const auto repeated = component_kind(labelled.repeated)) {
        add_component(open, *repeated, labelled.label, labelled.value, home,
                      quoted ? Misplacement::quoted : Misplacement::repeated);
        return true;
    }
    static const std::vector<std::string> notes = {"note", "notes", "condition"};
    const auto& components = open.item.components;
    if (quoted || labelled.kind != LabelKind::other || components.empty() ||
        components.back().kind == ComponentKind::evidence || !matches_label(labelled.label.text, notes))
        return false;
    add_component(open, components.back().kind, labelled.label, labelled.value, home, Misplacement::noted);
    return true;
}

Component& add_component(OpenItem& open, ComponentKind kind, const Text& label, const Text& value,
                         std::size_t home, Misplacement misplacement) {
    Component component;
    component.kind = kind;
    component.label = label.text;
    component.label_source = label.source;
    component.source = label.source;
    component.misplacement = misplacement;
    component.plain = label.is_verbatim() && !base::find_deceptive_character(label.text);
    if (misplacement == Misplacement::none) {
        if (!open.home) open.home = home;
        if (*open.home != home) component.misplacement = Misplacement::other_list;
    }
    for (const Text& line : split_at_breaks(value)) extend(component, line);
    open.item.components.push_back(std::move(component));
    return open.item.components.back();
}

void extend(Component& component, const Text& line) {
    Text trimmed = line.trimmed();
    if (trimmed.empty()) return;
    component.source = base::join(component.source, trimmed.source);
    component.value.push_back(std::move(trimmed));
}

void finish(OpenItem& open, const GateSource& source) {
    open.item.source = open.item.heading;
    for (Component& component : open.item.components) {
        add_links(component, source);
        for (Text& line : footnotes_of(component.source, source.text))
            component.value.push_back(std::move(line));
        const bool hidden =
            lies_in_any(source.hidden, component.source) ||
            (component.kind == ComponentKind::evidence
                 ? is_hidden_by_html(source.text, component.source, join_lines(component.value).text)
                 : has_html_around(source.text, component.source));
        component.plain = component.plain && !hidden && is_plain_value(component, source.text);
        open.item.source = base::join(open.item.source, component.source);
    }
}

} // namespace docs_lint::model
