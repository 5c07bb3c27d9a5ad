#include "engine/proposed_packs.hpp"

#include "engine/configuration.hpp"
#include "engine/survey.hpp"
#include "policy/embedded.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace docs_lint::engine {
namespace {

using base::Result;
using policy::Policy;

constexpr std::size_t kFewestRecords = 2;

std::set<std::string> pack_names() {
    std::set<std::string> names;
    for (const policy::EmbeddedFile& file : policy::embedded_files()) names.emplace(file.pack);
    return names;
}

Result<Policy> with_pack(const Policy& packs, const std::string& name) {
    auto all = packs.packs;
    all.push_back(name);
    return policy::load(
        policy::Configuration{kConfigurationFile, fmt::format("extends: [{}]\n", fmt::join(all, ", "))},
        known_rules());
}

bool has_status(const SurveyedDocument& document) {
    const auto& names = document.covered_by->status_fields;
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return document.find(name) != nullptr; });
}

/// More than half of its records look as the pack has them; others of the same folder are of another form.
bool is_kept_here(const source::SourceTree& snapshot, const Policy& wider, const Policy& packs) {
    const auto surveyed = survey(snapshot, wider);
    if (!surveyed) return false;
    std::size_t records = 0, alike = 0;
    for (const SurveyedDocument& document : surveyed->documents) {
        const bool is_new =
            document.covered_by != nullptr && packs.find_class(document.covered_by->id) == nullptr;
        if (!is_new || document.is_template || !document.covered_by->item_id(document.path)) continue;
        ++records;
        if (has_status(document)) ++alike;
    }
    return alike >= kFewestRecords && 2 * alike > records;
}

} // namespace

Result<Policy> propose_packs(const source::SourceTree& snapshot) {
    auto packs = policy::load(std::nullopt, known_rules());
    if (!packs) return packs;
    for (const std::string& name : pack_names()) {
        if (std::find(packs->packs.begin(), packs->packs.end(), name) != packs->packs.end()) continue;
        auto wider = with_pack(*packs, name);
        if (wider && is_kept_here(snapshot, *wider, *packs)) packs = std::move(wider);
    }
    return packs;
}

} // namespace docs_lint::engine
