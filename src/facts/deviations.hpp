#pragma once

#include "facts/corpus.hpp"
#include "facts/releases.hpp"
#include "model/units.hpp"

#include <optional>
#include <string>
#include <vector>

namespace docs_lint::facts {

/// What an entry says of one fact of the standard.
struct DeviationValue {
    const policy::DeviationFact* fact = nullptr;
    std::string text; ///< as written; empty where it is not given
    base::Span source;
    bool given = false; ///< neither blank nor still to come
    bool fits = false;  ///< given, and what the fact must say
};

/// A known deviation as a canonical specification lists it.
struct KnownDeviation {
    std::string name; ///< its title, or what its first cell says
    base::Span source;
    std::vector<DeviationValue> values; ///< one for each fact, in the order of the policy
    bool resolved = false;              ///< says of itself that it is

    [[nodiscard]] const DeviationValue* find(std::string_view fact) const;
};

/// Every entry below a heading for deviations that gives at least one fact beside a description. Prose about
/// limitations is none.
std::vector<KnownDeviation> read_known_deviations(const DocumentFacts& document);

/// The release before which an urgent, unresolved entry was to be resolved; nothing for others.
std::optional<ReleaseNumber> urgent_release(const KnownDeviation& deviation, const policy::Deviations& rule);

} // namespace docs_lint::facts
