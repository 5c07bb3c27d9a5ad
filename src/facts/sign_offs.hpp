#pragma once

#include "base/result.hpp"
#include "base/span.hpp"
#include "facts/answers.hpp"
#include "model/document.hpp"
#include "policy/policy.hpp"

#include <optional>
#include <string>
#include <vector>

namespace docs_lint::facts {

/// Why a gate counts as one that claims to have passed, with the place that says so. Read liberally: any
/// place that claims it is enough.
struct Claim {
    std::string reason; ///< `the gate's status line`, `the state IMPLEMENTATION`
    base::Span source;
};

/// One component of an item, as far as it counts.
struct ComponentFacts {
    const model::Component* component = nullptr; ///< the one that counts; null where none or several do
    std::vector<const model::Component*> placed; ///< all that stand in the right place
    std::vector<const model::Component*> misplaced;
};

/// Whether an item had been signed off in an earlier version of its record, before the transition that rests
/// on it.
struct Renewal {
    bool was_signed = false;
    std::optional<base::Error> unknown = {}; ///< why that cannot be told
};

/// A gate item with its three components read, and what the process says of it.
struct ItemFacts {
    const model::GateItem* item = nullptr;
    const policy::ProcessItem* definition = nullptr; ///< null where the process does not know the item
    std::optional<Claim> claim;                      ///< its gate's claim, or the item's own validation
    ComponentFacts evidence_component, owner_component, validation_component;
    model::Evidence evidence;
    model::Confirmation owner, validation;

    /// Three components, each once, in plain sight; evidence of substance and of the kind that is asked for;
    /// owner confirmation and validation positive, by the right roles, dated. Nothing less is a sign-off.
    bool signed_off = false;

    /// For an item that is validated after the transition, where history was asked.
    std::optional<Renewal> renewal = {};
};

/// A gate of the process, or one that only the document knows.
struct GateFacts {
    std::string id;
    const policy::ProcessGate* definition = nullptr;
    const model::Gate* gate = nullptr; ///< null where the document does not hold it
    std::optional<Claim> claim;
    std::vector<ItemFacts> items; ///< in the order of the document
    std::vector<const policy::ProcessItem*>
        missing; ///< items of the process that the document does not hold, or only struck through

    /// Every item that the process asks for is there and signed off.
    [[nodiscard]] bool passed() const;

    /// The place to name when the gate as a whole is meant.
    [[nodiscard]] base::Span place(const model::Document& document) const;
};

/// Kinds of evidence of one alternative that the text lacks; empty: the alternative is satisfied.
std::vector<policy::EvidenceKind> lacking_kinds(const ItemFacts& item,
                                                const std::vector<policy::EvidenceKind>& wanted,
                                                const policy::Policy& policy, const policy::Process* process);

/// The alternative that lacks least, with what it lacks; nothing where one is satisfied or none is asked for.
struct EvidenceGap {
    std::vector<policy::EvidenceKind> wanted;
    std::vector<policy::EvidenceKind> lacking;
};
std::optional<EvidenceGap> evidence_gap(const ItemFacts& item, const policy::Policy& policy,
                                        const policy::Process* process);

/// The evidence says the opposite of what its item asks for.
struct Contradiction {
    std::string phrase; ///< as the process lists it
    bool is_clear =
        true; ///< nothing beside it could turn it round: `could not be reproduced at first, but ...`
};
std::optional<Contradiction> contradiction_in_evidence(const ItemFacts& item);
/// The item's question is answered with no, or the evidence begins with a statement that nothing was needed.
bool is_waived(const ItemFacts& item, const policy::Policy& policy);

/// The answer that an item's evidence gives to the item's question; `unclear` for an item without one.
DecisionAnswer decision_of(const ItemFacts& item, const policy::Policy& policy);

/// Whether one of these roles may confirm the item. True for an item whose confirmers the process does not
/// name, if any role is known.
bool confirmed_by_right_role(const ItemFacts& item, const policy::Policy& policy);

/// Whether the role that validates is among those that the validation names.
bool validated_by_right_role(const ItemFacts& item, const policy::Policy& policy);

/// All gates of a document: those of its process in their order, then those that only the document knows.
std::vector<GateFacts> gather_gates(const model::Document& document, const policy::Policy& policy,
                                    const policy::Process* process);

} // namespace docs_lint::facts
