// Reads arbitrary bytes as a phase gate document: parsing, the model, sign-offs, the filing mark, and every
// span.
#include "facts/corpus.hpp"
#include "model/document.hpp"
#include "policy/policy.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

using namespace docs_lint;

namespace {

const policy::Policy& pack() {
    static const policy::Policy loaded = *policy::load(std::nullopt, {});
    return loaded;
}

void require(bool condition) {
    if (!condition) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const auto* document_class = pack().find_class("defect-phase-gate-document");
    auto document =
        model::read("docs/product/phase_gates/defect-1-x-phase-gate.md", text, *document_class, pack());
    const auto mark = model::read_filing_mark(text, *document_class);
    require(mark.source.end <= text.size());
    if (!document) return 0;
    const auto facts = facts::judge_document(std::move(*document), pack(), std::nullopt);
    for (const auto& gate : facts.gates)
        for (const auto& item : gate.items) {
            require(item.item->source.end <= text.size());
            if (item.signed_off) require(item.owner.date.has_value() && item.validation.date.has_value());
        }
    for (const auto& field : facts->header.fields) require(field.source.end <= text.size());
    return 0;
}
