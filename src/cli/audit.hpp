#pragma once

#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/surroundings.hpp"

#include <cstddef>
#include <string>

namespace CLI {
class App;
}

namespace docs_lint::cli {

struct AuditOptions {
    CommonOptions common;
    std::string revision;
    std::string shard; ///< `K/N`
    std::size_t jobs = 1;
};

CLI::App* add_audit(CLI::App& application, AuditOptions& options);

ExitCode audit(const AuditOptions& options, const Surroundings& surroundings);

} // namespace docs_lint::cli
