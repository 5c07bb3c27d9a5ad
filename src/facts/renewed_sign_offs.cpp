#include "facts/renewed_sign_offs.hpp"

#include "facts/earlier_version.hpp"
#include "facts/edition.hpp"
#include "facts/path_history.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace docs_lint::facts {
namespace {

using git::ObjectId;

/// An item with the transition that its validation came after.
struct Candidate {
    const DocumentFacts* document = nullptr;
    std::size_t gate = 0, item = 0; ///< of the document
    base::Moment transition;
};

std::vector<Candidate> candidates_in(const DocumentFacts& document) {
    std::vector<Candidate> candidates;
    for (std::size_t gate = 0; gate < document.gates.size(); ++gate) {
        const auto transition = newest_transition(document, document.gates[gate]);
        if (!transition) continue;
        const auto& items = document.gates[gate].items;
        for (std::size_t item = 0; item < items.size(); ++item)
            if (items[item].definition != nullptr && items[item].validation.date &&
                base::surely_before(transition->when, *items[item].validation.date))
                candidates.push_back({&document, gate, item, transition->when});
    }
    return candidates;
}

const std::string& id_of(const Candidate& candidate) {
    return candidate.document->gates[candidate.gate].items[candidate.item].definition->id;
}

class EarlierVersions {
public:
    EarlierVersions(const Corpus& corpus, PathHistory& paths)
        : corpus_(corpus), repository_(paths.repository()), graph_(paths.graph()), paths_(paths) {}

    Renewal judge(const Candidate& candidate) {
        Renewal renewal;
        const auto changes = paths_.changes_of((*candidate.document)->path);
        if (!changes) return {false, changes.error()};
        for (const PathHistory::Change& change : *changes) {
            if (!change.blob) continue;
            const auto signed_in_time = is_signed_in_time(candidate, *change.blob);
            if (!signed_in_time)
                renewal.unknown = signed_in_time.error();
            else if (*signed_in_time)
                return {true, std::nullopt};
        }
        if (graph_.truncated() && !renewal.unknown) renewal.unknown = graph_.gap();
        return renewal;
    }

private:
    base::Result<bool> is_signed_in_time(const Candidate& candidate, const ObjectId& blob) {
        const auto edition = read_edition((*candidate.document)->path, blob);
        if (!edition) return base::fail(edition.error());
        const Edition::Item* item = edition->find_item(id_of(candidate));
        return item != nullptr && item->signed_off && item->validation_date &&
               !base::surely_before(candidate.transition, *item->validation_date);
    }

    base::Result<Edition> read_edition(const std::string& path, const ObjectId& blob) {
        if (const auto known = editions_.find(blob); known != editions_.end()) return known->second;
        const auto facts = judge_version(path, repository_.read_blob(blob), *corpus_.policy->class_of(path),
                                         *corpus_.policy);
        if (!facts) return base::fail(facts.error());
        return editions_.emplace(blob, to_edition(*facts, {})).first->second;
    }

    const Corpus& corpus_;
    const git::Repository& repository_;
    const git::CommitGraph& graph_;
    PathHistory& paths_;
    std::map<ObjectId, Edition> editions_;
};

} // namespace

std::optional<PassedThrough> newest_transition(const DocumentFacts& document, const GateFacts& gate) {
    if (gate.definition == nullptr || document.process == nullptr) return std::nullopt;
    std::optional<PassedThrough> newest;
    for (const model::Transition& row : document->transitions) {
        const bool passes =
            document.process->rank_of(row.from) == document.process->rank_of(gate.definition->from) &&
            document.process->rank_of(row.to) == document.process->rank_of(gate.definition->to);
        if (!passes || !row.when || (newest && base::surely_before(*row.when, newest->when))) continue;
        newest = PassedThrough{*row.when, row.source};
    }
    return newest;
}

bool has_late_validations(const Corpus& corpus) {
    return std::any_of(corpus.documents.begin(), corpus.documents.end(),
                       [](const DocumentFacts& document) { return !candidates_in(document).empty(); });
}

void note_renewed_sign_offs(Corpus& corpus, PathHistory& paths) {
    EarlierVersions versions(corpus, paths);
    for (DocumentFacts& document : corpus.documents)
        for (const Candidate& candidate : candidates_in(document))
            document.gates[candidate.gate].items[candidate.item].renewal = versions.judge(candidate);
}

} // namespace docs_lint::facts
