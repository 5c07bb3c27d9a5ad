#include "mutation/sites.hpp"

#include <algorithm>
#include <string_view>

namespace docs_lint::tests {
namespace {

using model::ComponentKind;
using model::ItemShape;

base::Span whole_lines(std::string_view text, base::Span span) {
    const std::size_t before = span.begin == 0 ? std::string_view::npos : text.rfind('\n', span.begin - 1);
    const std::size_t end = text.find('\n', std::max(span.end, span.begin + 1) - 1);
    return {before == std::string_view::npos ? 0 : before + 1,
            end == std::string_view::npos ? text.size() : end + 1};
}

base::Span trimmed(std::string_view text, base::Span span) {
    while (span.begin < span.end &&
           std::string_view(" \t\n").find(text[span.begin]) != std::string_view::npos)
        ++span.begin;
    while (span.begin < span.end &&
           std::string_view(" \t\n").find(text[span.end - 1]) != std::string_view::npos)
        --span.end;
    return span;
}

base::Span cell_around(std::string_view text, base::Span span) {
    return trimmed(text, {text.rfind('|', span.begin) + 1, text.find('|', span.end)});
}

base::Span value_behind(std::string_view text, base::Span label, base::Span lines) {
    std::size_t begin = label.end;
    while (begin < lines.end && std::string_view(":* \t").find(text[begin]) != std::string_view::npos)
        ++begin;
    return trimmed(text, {begin, lines.end});
}

void place_signature(Site& site, std::string_view text, const model::Confirmation& confirmation) {
    for (const std::string_view word : {"Yes", "Pass"}) {
        const std::size_t at = text.substr(0, site.value.end).find(word, site.value.begin);
        if (at != std::string_view::npos && site.verdict.empty()) site.verdict = {at, at + word.size()};
    }
    site.roles = {confirmation.roles.front().source.begin, confirmation.roles.back().source.end};
    site.date = confirmation.date_source;
}

Site site_of(std::string_view text, const facts::ItemFacts& item, const facts::ComponentFacts& component) {
    Site site;
    const model::Component& written = *component.component;
    site.item = item.item->id;
    site.kind = written.kind;
    site.shape = item.item->shape;
    site.definition = item.definition;
    site.heading = item.item->heading;
    site.whole_item = whole_lines(text, item.item->source);
    site.label = written.label_source;
    if (is_cell(site)) {
        site.value = cell_around(text, written.source);
        site.lines = whole_lines(text, site.value);
        return site;
    }
    site.lines = whole_lines(text, written.source);
    site.value =
        site.shape == ItemShape::table
            ? cell_around(text, {text.find('|', site.label.end) + 1, text.find('|', site.label.end) + 1})
            : value_behind(text, site.label, site.lines);
    return site;
}

bool is_of_passed_gate(const facts::GateFacts& gate) {
    const bool by_status =
        gate.gate != nullptr && std::any_of(gate.gate->statuses.begin(), gate.gate->statuses.end(),
                                            [](const auto& status) { return status.passed; });
    return gate.definition != nullptr && gate.claim && !by_status;
}

} // namespace

std::vector<Site> sites_of(const facts::DocumentFacts& document) {
    std::vector<Site> sites;
    for (const facts::GateFacts& gate : document.gates)
        for (const facts::ItemFacts& item : gate.items) {
            if (!item.signed_off) continue;
            for (const auto* component :
                 {&item.evidence_component, &item.owner_component, &item.validation_component}) {
                Site site = site_of(document->text, item, *component);
                site.of_passed_gate = is_of_passed_gate(gate);
                if (site.kind == ComponentKind::owner_confirmation)
                    place_signature(site, document->text, item.owner);
                if (site.kind == ComponentKind::validation)
                    place_signature(site, document->text, item.validation);
                site.shares_label = std::any_of(sites.begin(), sites.end(),
                                                [&](const Site& other) { return other.label == site.label; });
                sites.push_back(site);
            }
        }
    return sites;
}

bool is_confirmation(const Site& site) {
    return site.kind != ComponentKind::evidence;
}

bool is_cell(const Site& site) {
    return site.shape == ItemShape::table_row;
}

} // namespace docs_lint::tests
