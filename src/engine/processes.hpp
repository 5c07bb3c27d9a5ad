#pragma once

#include "base/result.hpp"
#include "engine/request.hpp"
#include "policy/process.hpp"
#include "policy/role.hpp"

#include <optional>
#include <string>
#include <vector>

namespace docs_lint::engine {

/// A process that the policy knows, and where it comes from.
struct KnownProcess {
    policy::Process process;
    std::string origin;                 ///< `the rules`, or a template's path
    std::vector<std::string> classes;   ///< ids of the classes whose documents follow it
    std::optional<base::Error> problem; ///< what its template leaves open
};

struct KnownProcesses {
    std::vector<KnownProcess> processes; ///< those that documents follow first
    policy::RoleRegister roles;
};

/// Every process of the policy that the request's place has: those of packs and configuration, and those that
/// classes take from templates, as they stand in the place's snapshot.
base::Result<KnownProcesses> list_processes(const Request& request);

/// The process that one template of the snapshot defines, as a class takes it, or by itself where no class
/// does. `path` is from the repository's root.
base::Result<KnownProcesses> read_process_template(const Request& request, const std::string& path);

} // namespace docs_lint::engine
