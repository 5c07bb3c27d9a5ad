#include "support/in_process.hpp"

#include "cli/run.hpp"

#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <unistd.h>

namespace docs_lint::tests {
namespace {

/// In place of this process's environment while it lives.
class Environment {
public:
    explicit Environment(std::vector<std::string> lines) : lines_(std::move(lines)), before_(environ) {
        for (std::string& line : lines_) pointers_.push_back(line.data());
        pointers_.push_back(nullptr);
        environ = pointers_.data();
    }
    ~Environment() { environ = before_; }
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;

private:
    std::vector<std::string> lines_;
    std::vector<char*> pointers_;
    char** before_;
};

class WorkingFolder {
public:
    explicit WorkingFolder(const std::filesystem::path& folder) : before_(std::filesystem::current_path()) {
        std::filesystem::current_path(folder);
    }
    ~WorkingFolder() {
        std::error_code ignored;
        std::filesystem::current_path(before_, ignored);
    }
    WorkingFolder(const WorkingFolder&) = delete;
    WorkingFolder& operator=(const WorkingFolder&) = delete;

private:
    std::filesystem::path before_;
};

} // namespace

ProcessResult run_docs_lint_here(std::vector<std::string> arguments, const std::filesystem::path& folder) {
    const Environment environment(clean_environment());
    const WorkingFolder entered(folder);
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    cli::Surroundings surroundings{in, out, err};
    surroundings.variable = cli::real_surroundings().variable;
    ProcessResult result;
    result.exit_code = cli::run(std::move(arguments), surroundings);
    result.out = out.str();
    result.err = err.str();
    return result;
}

} // namespace docs_lint::tests
