#pragma once

#include "diagnostics/severity.hpp"
#include "reporters/sarif_choice.hpp"

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace docs_lint::reporters {

/// `error`, `warning` or `note`.
std::string_view sarif_level(diagnostics::Severity severity);

/// The rules that something was reported of, in the order of their ids.
class SarifRules {
public:
    explicit SarifRules(const SarifChoice& shown);

    [[nodiscard]] std::size_t index_of(const std::string& id) const { return index_.at(id); }

    /// What SARIF says of them; a team's own rule is known by its id only.
    [[nodiscard]] nlohmann::ordered_json descriptors() const;

private:
    std::map<std::string, std::size_t> index_;
};

} // namespace docs_lint::reporters
