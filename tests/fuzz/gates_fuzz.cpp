// Reads arbitrary bytes as the gates of a record, a feature's where they begin with a blank and a defect's
// otherwise. What is found to be signed has a verdict and a date in plain sight, and is no longer signed
// when they are spoilt.
#include "base/utf8.hpp"
#include "facts/corpus.hpp"
#include "model/document.hpp"
#include "policy/policy.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

using namespace docs_lint;

namespace {

constexpr std::string_view kHead = "# A record\n\n**Owner:** PMO Lead\n**Status:** Active\n"
                                   "**Created:** 2026-02-02\n**Severity:** High\n\n## Gates\n\n";

void require(bool condition) {
    if (!condition) std::abort();
}

const policy::Policy& pack() {
    static const policy::Policy loaded = *policy::load(std::nullopt, {});
    return loaded;
}

std::optional<facts::DocumentFacts> judged(const std::string& path, const std::string& text) {
    auto document = model::read(path, text, *pack().class_of(path), pack());
    if (!document) return std::nullopt;
    return facts::judge_document(std::move(*document), pack(), std::nullopt);
}

bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

bool is_signed(const facts::DocumentFacts& document, const std::string& id) {
    for (const auto& gate : document.gates)
        for (const auto& item : gate.items)
            if (item.item->id == id && item.signed_off) return true;
    return false;
}

std::size_t count_of(const facts::DocumentFacts& document, const std::string& id) {
    std::size_t count = 0;
    for (const auto& gate : document.gates)
        count += static_cast<std::size_t>(std::count_if(
            gate.items.begin(), gate.items.end(), [&](const auto& item) { return item.item->id == id; }));
    return count;
}

/// No date is left where that component says something.
void check_without_date(const facts::DocumentFacts& document, const facts::ItemFacts& item,
                        base::Span place) {
    std::string text = document->text;
    std::replace_if(text.begin() + static_cast<std::ptrdiff_t>(place.begin),
                    text.begin() + static_cast<std::ptrdiff_t>(place.end), is_digit, 'x');
    const auto spoilt = judged(document->path, text);
    require(!spoilt || !is_signed(*spoilt, item.item->id));
}

void check_component(const facts::DocumentFacts& document, const facts::ItemFacts& item,
                     const facts::ComponentFacts& found, std::string_view verdict) {
    require(found.component != nullptr && found.placed.size() == 1);
    const base::Span place = found.component->source;
    require(place.begin < place.end && place.end <= document->text.size());
    const std::string_view written =
        std::string_view(document->text).substr(place.begin, place.end - place.begin);
    require(!base::find_deceptive_character(written));
    require(std::count_if(written.begin(), written.end(), is_digit) >= 5); // 1 January 2026
    require(base::lower_case(written).find(verdict) != std::string::npos);
    check_without_date(document, item, place);
}

void check_signed(const facts::DocumentFacts& document, const facts::ItemFacts& item) {
    require(item.owner.date.has_value() && item.validation.date.has_value());
    require(item.evidence_component.component != nullptr);
    if (count_of(document, item.item->id) > 1) return; // another one may be sound
    check_component(document, item, item.owner_component, "yes");
    check_component(document, item, item.validation_component, "pass");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const bool feature = text.starts_with(' ');
    const auto document = judged(feature ? "docs/product/phase_gates/9-labels-phase-gate.md"
                                         : "docs/product/phase_gates/defect-7-blank-page-phase-gate.md",
                                 std::string(kHead) + text);
    if (!document) return 0;
    for (const auto& gate : document->gates)
        for (const auto& item : gate.items) {
            require(item.item->source.begin <= item.item->source.end);
            require(item.item->source.end <= (*document)->text.size());
            for (const auto& component : item.item->components)
                require(component.source.begin <= component.source.end &&
                        component.source.end <= (*document)->text.size());
        }
    for (const auto& gate : document->gates)
        for (const auto& item : gate.items)
            if (item.signed_off) return check_signed(*document, item), 0; // one: each is read again
    return 0;
}
