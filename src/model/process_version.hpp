#pragma once

#include "base/result.hpp"
#include "base/span.hpp"
#include "base/version.hpp"
#include "model/field.hpp"
#include "policy/policy.hpp"

#include <optional>

namespace docs_lint::model {

/// The process that a record follows, or why it is not known which one.
struct FollowedProcess {
    const policy::Process* process = nullptr;
    std::optional<base::Error> unknown; ///< of kind `unverifiable`
    base::Span source;                  ///< the field that cites a version; empty where none does
    const policy::ProcessVersion* version = nullptr; ///< null where no template defines the process
};

/// The process of the class, at the version that the header cites (`Charter authority: Defect run v1.1`): the
/// version behind the process's title or its template's name, or one that stands alone. Versions of other
/// documents are no citation. A version without a name, several that differ, or one that the template never
/// had leave the process unknown.
FollowedProcess find_process(const Header& header, const policy::DocumentClass& document_class,
                             const policy::Policy& policy);

/// The version of its process that a record follows: the one that the header cites, else that of the process
/// itself. Nothing where neither is known, or the citation is unclear.
std::optional<base::Version> followed_version(const Header& header,
                                              const policy::DocumentClass& document_class,
                                              const policy::Policy& policy);

} // namespace docs_lint::model
