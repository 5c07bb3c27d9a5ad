#pragma once

#include "engine/proposal.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::engine {

/// Names that sign or own and that no role of the packs has. One letter from a known name, in several
/// documents: another name of that role. In one document only: a slip, which goes to `notes`. Else a new
/// role: a name that is merely like another one must not sign in its place.
std::vector<ProposedRole> propose_roles(const std::vector<SurveyedDocument>& documents,
                                        const policy::Policy& policy, std::vector<std::string>& notes);

/// `Head of Sales` gives `head-of-sales`; what has no letters gives nothing.
std::string id_of_name(std::string_view name);

} // namespace docs_lint::engine
