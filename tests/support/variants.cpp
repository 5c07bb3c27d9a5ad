#include "support/variants.hpp"

#include "support/judgements.hpp"

#include <cstdlib>

namespace docs_lint::tests {

void for_each_variant(const GitRepository& repository, const std::vector<std::string>& heads,
                      const std::function<void(const std::string&, const std::filesystem::path&)>& use) {
    if (std::getenv("DOCS_LINT_STORED_ONCE") != nullptr) return;
    const auto judge = [&](const std::string& name, const std::filesystem::path& folder) {
        const StoredAs stored(name);
        use(name, folder);
    };
    int number = 0;
    for (const std::string& head : heads)
        repository.git("branch", "--force", "kept-" + std::to_string(number++), head);
    const ScratchFolder scratch;
    const std::string bare = (scratch.path() / "bare.git").string();
    const std::string source = repository.path().string();
    repository.git("clone", "--quiet", "--bare", source, bare);
    judge("bare", bare);
    repository.git("-C", bare, "repack", "-adq");
    repository.git("-C", bare, "pack-refs", "--all");
    judge("packed", bare);
    repository.git("-C", bare, "commit-graph", "write", "--reachable");
    judge("commit-graph", bare);

    const std::string borrowing = (scratch.path() / "borrowing").string();
    repository.git("clone", "--quiet", "--shared", "--no-checkout", bare, borrowing);
    judge("alternates", borrowing);

    const std::string linked = (scratch.path() / "linked").string();
    repository.git("worktree", "add", "--quiet", "--detach", linked, heads.back());
    judge("linked worktree", linked);
    repository.git("worktree", "remove", "--force", linked);

    const std::string converted = (scratch.path() / "converted").string();
    repository.git("-c", "core.autocrlf=true", "clone", "--quiet", "--config", "core.autocrlf=true", bare,
                   converted);
    judge("autocrlf", converted);
}

} // namespace docs_lint::tests
