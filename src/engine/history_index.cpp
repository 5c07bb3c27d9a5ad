#include "engine/history_index.hpp"

#include "engine/own_folder.hpp"
#include "git/digest.hpp"
#include "git/packed_graph.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <utility>

namespace docs_lint::engine {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFewestCommits = 100;       ///< below that a walk is not felt
constexpr std::size_t kFewestNew = 250;           ///< or one in two hundred, whatever is more
constexpr std::size_t kMostSteps = 4000;          ///< from a tip back to one that is known
constexpr std::size_t kMostFiles = 4;             ///< of one repository: for branches that are far apart
constexpr std::size_t kMostChanges = 256U << 20U; ///< bytes

std::string path_of(const std::string& folder, const git::ObjectId& tip) {
    return folder + "/" + git::to_hex(tip);
}

/// The first commit on the way back from `tip` by first parents that there is a file of.
std::optional<git::ObjectId> nearest_kept(const std::string& folder, const git::Repository& repository,
                                          git::ObjectId tip) {
    std::error_code error;
    if (fs::is_empty(folder, error) || error) return std::nullopt;
    for (std::size_t step = 0; step < kMostSteps; ++step) {
        if (is_own(path_of(folder, tip))) return tip;
        const auto commit = repository.read_commit(tip);
        if (!commit || commit->parents.empty()) break;
        tip = commit->parents.front();
    }
    return std::nullopt;
}

} // namespace

HistoryIndex::HistoryIndex(const std::string& folder, const git::Repository& repository)
    : folder_(folder + "/" + git::to_hex(git::digest_of(repository.git_directory()))) {}

HistoryIndex::Found HistoryIndex::find(const git::Repository& repository, const git::ObjectId& tip) const {
    Found found;
    const auto at = is_own(folder_) ? nearest_kept(folder_, repository, tip) : std::nullopt;
    const auto file = at ? KeptFile::open(path_of(folder_, *at)) : nullptr;
    if (file == nullptr) return found;
    const auto packed = file->first();
    auto graph = packed ? git::PackedGraph::open(*packed) : std::nullopt;
    if (!graph || graph->size() == 0 || graph->id(graph->size() - 1) != *at) return found;
    found.file = file;
    found.commits = graph->size();
    found.graph = std::move(*graph);
    found.has_changes = file->has_second();
    if (!found.has_changes) return found;
    found.changes = [file, commits = found.commits]() -> std::optional<facts::PackedChanges> {
        const auto bytes = file->second();
        auto changes = bytes ? facts::PackedChanges::open(*bytes) : std::nullopt;
        return changes && changes->commits() == commits ? std::move(changes) : std::nullopt;
    };
    return found;
}

void HistoryIndex::keep(const facts::PathHistory& paths, const git::ObjectId& tip, const Found& known) const {
    if (known.met_damage()) return known.file->remove();
    const git::CommitGraph& graph = paths.graph();
    const auto last = graph.find(tip);
    if (!last || graph.truncated() || *last + 1 < kFewestCommits) return;
    const std::size_t commits = *last + 1; // a walk reads all that is behind its first tip first
    const bool grown = commits >= known.commits + std::max(kFewestNew, commits / 200);
    const bool more = paths.is_compared() && !known.has_changes;
    if (!grown && !more) return;
    std::string changes = paths.is_compared() ? paths.pack_changes(commits) : std::string{};
    if (changes.size() > kMostChanges) changes.clear();
    const std::string packed = git::PackedGraph::pack(graph, commits);
    if (known.met_damage()) return known.file->remove();
    if (make_own_folder(folder_) && KeptFile::write(path_of(folder_, tip), packed, changes))
        drop_oldest(folder_, kMostFiles);
}

} // namespace docs_lint::engine
