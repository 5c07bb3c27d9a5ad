#include "server/symbols.hpp"

#include "server/words.hpp"

#include <algorithm>
#include <vector>

namespace docs_lint::server {
namespace {

using facts::DocumentFacts;

enum class Kind : int {
    section = 15,
    gate = 3,
    item = 24
}; // string, namespace, event: as the protocol has it

struct Symbol {
    std::string name;
    std::string detail;
    Kind kind = Kind::section;
    base::Span source;
    base::Span heading;
};

bool in_one_line(const OpenDocument& document, base::Span left, base::Span right) {
    return document.text.position(left.begin).line == document.text.position(right.begin).line;
}

/// A gate or item that begins with a heading is that section, with all that stands in it.
void add_or_name(std::vector<Symbol>& symbols, Symbol symbol, const OpenDocument& document) {
    for (Symbol& known : symbols) {
        if (known.kind == Kind::item || !in_one_line(document, known.heading, symbol.heading)) continue;
        if (known.kind == Kind::gate) continue;
        symbol.source = base::join(known.source, symbol.source);
        known = std::move(symbol);
        return;
    }
    symbols.push_back(std::move(symbol));
}

void add_gate(std::vector<Symbol>& symbols, const facts::GateFacts& gate, const OpenDocument& document) {
    const DocumentFacts& facts = document.draft->document();
    const bool has_heading =
        gate.items.empty() || gate.gate->heading.begin != gate.gate->items.front().heading.begin;
    base::Span all = gate.gate->heading;
    for (const facts::ItemFacts& item : gate.items) all = base::join(all, item.item->source);
    const std::string name = gate.definition != nullptr ? name_of(*gate.definition) : "gate " + gate.id;
    if (has_heading)
        add_or_name(symbols, {name, standing_of(gate), Kind::gate, all, gate.gate->heading}, document);
    for (const facts::ItemFacts& item : gate.items)
        add_or_name(
            symbols,
            {name_of(item), standing_of(item, facts), Kind::item, item.item->source, item.item->heading},
            document);
}

std::vector<Symbol> gather(const OpenDocument& document) {
    const DocumentFacts& facts = document.draft->document();
    std::vector<Symbol> symbols;
    for (const model::Section& section : facts->sections)
        symbols.push_back({section.title, "", Kind::section, section.source, section.heading});
    for (const facts::GateFacts& gate : facts.gates)
        if (gate.gate != nullptr) add_gate(symbols, gate, document);
    std::stable_sort(symbols.begin(), symbols.end(), [](const Symbol& left, const Symbol& right) {
        if (left.source.begin != right.source.begin) return left.source.begin < right.source.begin;
        return left.source.end > right.source.end;
    });
    return symbols;
}

Json json_of(const Symbol& symbol, const OpenDocument& document) {
    const std::string name = shown(symbol.name);
    Json json{{"name", name.empty() ? "(no title)" : name}};
    if (!symbol.detail.empty()) json["detail"] = shown(symbol.detail);
    json["kind"] = static_cast<int>(symbol.kind);
    json["range"] = to_json(document.text.range(base::join(symbol.source, symbol.heading)));
    json["selectionRange"] = to_json(document.text.range(symbol.heading));
    return json;
}

/// Takes the symbols from `at` that begin before `end`, each with those inside of it.
Json nested(const std::vector<Symbol>& symbols, std::size_t& at, std::size_t end,
            const OpenDocument& document) {
    Json list = Json::array();
    while (at < symbols.size() && symbols[at].source.begin < end) {
        Symbol symbol = symbols[at++];
        symbol.source.end = std::min(symbol.source.end, end); // a child ends with its parent
        Json json = json_of(symbol, document);
        Json children = nested(symbols, at, symbol.source.end, document);
        if (!children.empty()) json["children"] = std::move(children);
        list.push_back(std::move(json));
    }
    return list;
}

Json flat(const std::vector<Symbol>& symbols, const OpenDocument& document) {
    Json list = Json::array();
    for (const Symbol& symbol : symbols) {
        const Json full = json_of(symbol, document);
        list.push_back({{"name", full["name"]},
                        {"kind", full["kind"]},
                        {"location", {{"uri", document.uri}, {"range", full["range"]}}}});
    }
    return list;
}

} // namespace

Json symbols_of(const OpenDocument& document, const Client& client) {
    if (!document.draft) return Json::array();
    const auto symbols = gather(document);
    std::size_t at = 0;
    return client.nested_symbols ? nested(symbols, at, document.text.text().size() + 1, document)
                                 : flat(symbols, document);
}

} // namespace docs_lint::server
