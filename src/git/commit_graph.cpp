#include "git/commit_graph.hpp"

#include <algorithm>
#include <utility>

namespace docs_lint::git {
namespace {

constexpr std::size_t kUnfinished = static_cast<std::size_t>(-1);

/// The ids with this prefix lie between it filled up with zeros and with `f`.
std::optional<ObjectId> fill_up(const std::string& prefix, char digit) {
    if (prefix.empty() || prefix.size() > 40 ||
        prefix.find_first_not_of("0123456789abcdef") != std::string::npos)
        return std::nullopt;
    return parse_object_id(prefix + std::string(40 - prefix.size(), digit));
}

} // namespace

/// A depth-first walk without recursion: a commit is finished, and gets its index, when all its parents are.
class CommitGraphReader {
public:
    CommitGraphReader(const Repository& repository, std::vector<GraphCommit>& commits,
                      std::unordered_map<ObjectId, std::size_t>& index)
        : repository_(repository), commits_(commits), index_(index) {}

    base::Result<void> read(const ObjectId& tip) {
        if (index_.count(tip) != 0) return {};
        if (auto visited = visit(tip); !visited) return visited;
        while (!open_.empty()) step();
        return {};
    }

private:
    struct Open {
        GraphCommit commit;
        std::size_t next_parent = 0;
    };

    base::Result<void> visit(const ObjectId& id) {
        auto commit = repository_.read_commit(id);
        if (!commit) return base::fail(std::move(commit.error()));
        index_[id] = kUnfinished;
        open_.push_back({{std::move(*commit), {}, false, {}}, 0});
        return {};
    }

    void step() {
        Open& top = open_.back();
        if (top.next_parent == top.commit.commit.parents.size()) return finish();
        const ObjectId parent = top.commit.commit.parents[top.next_parent];
        const auto known = index_.find(parent);
        if (known == index_.end()) {
            // A readable parent is looked at again, as a known one, when it is finished.
            // Visiting moves what is open, so the child is looked up anew.
            if (auto visited = visit(parent); !visited) skip_parent(open_.back(), std::move(visited.error()));
        } else if (known->second == kUnfinished) {
            skip_parent(top,
                        {base::ErrorKind::unverifiable, "commit " + to_hex(parent) + " is its own ancestor",
                         "run git fsck: the object store is damaged"});
        } else {
            top.commit.parents.push_back(known->second);
            ++top.next_parent;
        }
    }

    static void skip_parent(Open& open, base::Error why) {
        if (!open.commit.truncated) open.commit.gap = std::move(why);
        open.commit.truncated = true;
        ++open.next_parent;
    }

    void finish() {
        index_[open_.back().commit.commit.id] = commits_.size();
        commits_.push_back(std::move(open_.back().commit));
        open_.pop_back();
    }

    const Repository& repository_;
    std::vector<GraphCommit>& commits_;
    std::unordered_map<ObjectId, std::size_t>& index_;
    std::vector<Open> open_;
};

base::Result<CommitGraph> CommitGraph::read(const Repository& repository, const std::vector<ObjectId>& tips) {
    CommitGraph graph;
    CommitGraphReader reader(repository, graph.commits_, graph.index_);
    for (const ObjectId& tip : tips) {
        if (auto done = reader.read(tip); !done) return base::fail(std::move(done.error()));
    }
    for (const GraphCommit& commit : graph.commits_) {
        graph.sorted_.push_back(commit.commit.id);
        if (commit.truncated && !graph.truncated_) graph.gap_ = commit.gap;
        graph.truncated_ = graph.truncated_ || commit.truncated;
    }
    std::sort(graph.sorted_.begin(), graph.sorted_.end());
    return graph;
}

std::optional<std::size_t> CommitGraph::find(const ObjectId& id) const {
    const auto found = index_.find(id);
    if (found == index_.end()) return std::nullopt;
    return found->second;
}

std::vector<bool> CommitGraph::reachable_from(const std::vector<std::size_t>& tips) const {
    std::vector<bool> reached(commits_.size(), false);
    for (const std::size_t tip : tips) reached[tip] = true;
    // Parents have smaller indices than their children.
    for (std::size_t at = commits_.size(); at-- > 0;) {
        if (!reached[at]) continue;
        for (const std::size_t parent : commits_[at].parents) reached[parent] = true;
    }
    return reached;
}

Answer CommitGraph::is_ancestor(std::size_t ancestor, std::size_t descendant) const {
    if (ancestor == descendant) return Answer::yes;
    std::vector<bool> reached(descendant + 1, false);
    reached[descendant] = true;
    // In a complete graph nothing before `ancestor` can lead to it; in a truncated one the rest says whether
    // we know.
    const std::size_t lowest = truncated_ ? 0 : ancestor;
    bool truncated = false;
    for (std::size_t at = descendant + 1; at-- > lowest;) {
        if (!reached[at]) continue;
        if (at == ancestor) return Answer::yes;
        truncated = truncated || commits_[at].truncated;
        for (const std::size_t parent : commits_[at].parents) reached[parent] = true;
    }
    return truncated ? Answer::unknown : Answer::no;
}

std::vector<std::size_t> CommitGraph::range(const std::vector<std::size_t>& included,
                                            const std::vector<std::size_t>& excluded) const {
    const std::vector<bool> wanted = reachable_from(included);
    const std::vector<bool> unwanted = reachable_from(excluded);
    std::vector<std::size_t> found;
    for (std::size_t at = 0; at < commits_.size(); ++at) {
        if (wanted[at] && !unwanted[at]) found.push_back(at);
    }
    return found;
}

std::vector<std::size_t> CommitGraph::find_prefix(const std::string& prefix) const {
    const auto lowest = fill_up(prefix, '0');
    const auto highest = fill_up(prefix, 'f');
    std::vector<std::size_t> found;
    if (!lowest || !highest) return found;
    for (auto at = std::lower_bound(sorted_.begin(), sorted_.end(), *lowest);
         at != sorted_.end() && *at <= *highest; ++at)
        found.push_back(index_.at(*at));
    return found;
}

} // namespace docs_lint::git
