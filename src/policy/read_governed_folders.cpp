#include "policy/read_sections.hpp"

namespace docs_lint::policy {

GovernedFolders read_governed_folders(const Setting& section, ReadContext& context) {
    GovernedFolders folders;
    if (!expect_keys(section, section, {}, {"paths", "excluded-paths"}, context.problems)) return folders;
    read(section, "paths", folders.paths, context.problems);
    read(section, "excluded-paths", folders.excluded_paths, context.problems);
    return folders;
}

} // namespace docs_lint::policy
