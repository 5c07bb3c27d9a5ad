#pragma once

#include "base/result.hpp"
#include "base/version.hpp"
#include "policy/process.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::policy {

/// One text that a process template has had, and the process that it defines.
struct ProcessVersion {
    std::string version;                     ///< as its header gives it; may be empty
    std::string origin;                      ///< `processes/run.md of commit 1a2b3c4d5e`
    Process process;                         ///< usable where there is no problem
    std::optional<base::Error> problem;      ///< why no process could be read from it
    std::set<std::string> instructions = {}; ///< the sentences in which it talks to its reader, as words
};

/// What a process template has said over time. It is made once and never changed: documents point into it.
struct ProcessVersions {
    std::vector<std::string> names;       ///< what people call the process: its title, its template's name
    std::vector<ProcessVersion> versions; ///< the one in force first, then the newest first
    std::optional<base::Error> gap;       ///< why there may be older ones that are not here
};

/// The process by which a record is judged, or why it is not known: then there is no process.
struct ProcessChoice {
    const Process* process = nullptr;
    std::optional<base::Error> unknown;      ///< of kind `unverifiable`
    const ProcessVersion* version = nullptr; ///< the text of the template that it comes from
};

/// The process of the version that a record cites, or the one in force where it cites none. Of several texts
/// with one version the newest counts.
ProcessChoice choose_process(const ProcessVersions& versions, const std::optional<base::Version>& cited);

} // namespace docs_lint::policy
