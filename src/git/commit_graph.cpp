#include "git/commit_graph.hpp"

#include "base/text.hpp"
#include "git/read_graph.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <utility>

namespace docs_lint::git {
namespace {

constexpr std::size_t kUnfinished = static_cast<std::size_t>(-1);
constexpr std::size_t kCommitsBetweenClocks = 1024; ///< a few tens of milliseconds

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
    CommitGraphReader(const Repository& repository, CommitGraph& graph, const base::TimeBudget& time)
        : repository_(repository), graph_(graph), time_(time) {}

    static base::Result<CommitGraph> read(const Repository& repository, const std::vector<ObjectId>& tips,
                                          PackedGraph known, const base::TimeBudget& time) {
        CommitGraph graph;
        graph.known_ = std::move(known);
        CommitGraphReader reader(repository, graph, time);
        for (const ObjectId& tip : tips)
            if (auto done = reader.read(tip); !done) return base::fail(std::move(done.error()));
        reader.sort();
        return graph;
    }

private:
    struct Open {
        CommitGraph::Read commit;
        std::size_t next_parent = 0;
        base::Error gap;
    };

    base::Result<void> read(const ObjectId& tip) {
        if (place_of(tip)) return {};
        if (auto visited = visit(tip); !visited) return visited;
        while (!open_.empty()) {
            step();
            if (is_too_late()) return fail_in_time();
        }
        return {};
    }

    void sort() {
        auto& by_id = graph_.read_by_id_;
        for (std::size_t at = graph_.known_.size(); at < graph_.size(); ++at)
            by_id.push_back(static_cast<std::uint32_t>(at));
        std::sort(by_id.begin(), by_id.end(), [&](std::uint32_t left, std::uint32_t right) {
            return graph_.id(left) < graph_.id(right);
        });
    }

    bool is_too_late() { return ++steps_ % kCommitsBetweenClocks == 0 && time_.is_over(); }

    [[nodiscard]] base::Result<void> fail_in_time() const {
        return base::fail(
            base::ErrorKind::unverifiable,
            fmt::format("checked none of the commits: the time of {} was over when {} of their history "
                        "had been read",
                        time_.length_in_words(), base::count_of(graph_.read_.size(), "commit")),
            "give it more time, or an index of the history (--history-index always)");
    }

    [[nodiscard]] std::optional<std::size_t> place_of(const ObjectId& id) const {
        const auto read = index_.find(id);
        if (read != index_.end()) return read->second;
        return graph_.find(id); // what is read is not found there before it is sorted
    }

    base::Result<void> visit(const ObjectId& id) {
        auto commit = repository_.read_commit(id);
        if (!commit) return base::fail(std::move(commit.error()));
        index_[id] = kUnfinished;
        open_.push_back({{std::move(*commit), {}, false}, 0, {}});
        return {};
    }

    void step() {
        Open& top = open_.back();
        if (top.next_parent == top.commit.commit.parents.size()) return finish();
        const ObjectId parent = top.commit.commit.parents[top.next_parent];
        const auto known = place_of(parent);
        if (!known) {
            // A readable parent is looked at again, as a known one, when it is finished.
            // Visiting moves what is open, so the child is looked up anew.
            if (auto visited = visit(parent); !visited) skip_parent(open_.back(), std::move(visited.error()));
        } else if (*known == kUnfinished) {
            skip_parent(top,
                        {base::ErrorKind::unverifiable, "commit " + to_hex(parent) + " is its own ancestor",
                         "run git fsck: the object store is damaged"});
        } else {
            top.commit.parents.push_back(static_cast<std::uint32_t>(*known));
            ++top.next_parent;
        }
    }

    static void skip_parent(Open& open, base::Error why) {
        if (!open.commit.truncated) open.gap = std::move(why);
        open.commit.truncated = true;
        ++open.next_parent;
    }

    void finish() {
        Open& top = open_.back();
        const ObjectId id = top.commit.commit.id;
        if (top.commit.truncated) {
            if (!graph_.truncated_) graph_.gap_ = top.gap;
            graph_.truncated_ = true;
            graph_.gaps_[id] = std::move(top.gap);
        }
        index_[id] = graph_.size();
        graph_.read_.push_back(std::move(top.commit));
        open_.pop_back();
    }

    const Repository& repository_;
    CommitGraph& graph_;
    const base::TimeBudget& time_;
    std::size_t steps_ = 0;
    std::unordered_map<ObjectId, std::size_t> index_;
    std::vector<Open> open_;
};

base::Result<CommitGraph> CommitGraph::read(const Repository& repository, const std::vector<ObjectId>& tips) {
    return read(repository, tips, {});
}

base::Result<CommitGraph> CommitGraph::read(const Repository& repository, const std::vector<ObjectId>& tips,
                                            PackedGraph known) {
    return CommitGraphReader::read(repository, tips, std::move(known), {});
}

base::Result<CommitGraph> read_graph(const Repository& repository, const std::vector<ObjectId>& tips,
                                     PackedGraph known, const base::TimeBudget& time) {
    return CommitGraphReader::read(repository, tips, std::move(known), time);
}

GraphCommit CommitGraph::commit(std::size_t index) const {
    if (index < known_.size()) return {known_.commit(index), known_.parents(index), false};
    const Read& read = read_[index - known_.size()];
    return {read.commit, read.parents, read.truncated};
}

std::span<const std::uint32_t> CommitGraph::parents(std::size_t index) const {
    return index < known_.size() ? known_.parents(index) : read_[index - known_.size()].parents;
}

ObjectId CommitGraph::tree(std::size_t index) const {
    return index < known_.size() ? known_.tree(index) : read_[index - known_.size()].commit.tree;
}

ObjectId CommitGraph::id(std::size_t index) const {
    return index < known_.size() ? known_.id(index) : read_[index - known_.size()].commit.id;
}

bool CommitGraph::is_truncated(std::size_t index) const {
    return index >= known_.size() && read_[index - known_.size()].truncated;
}

std::vector<std::size_t> CommitGraph::in_order_of_ids() const {
    std::vector<std::size_t> known;
    for (std::size_t rank = 0; rank < known_.size(); ++rank) known.push_back(known_.in_order_of_ids(rank));
    std::vector<std::size_t> all;
    std::merge(known.begin(), known.end(), read_by_id_.begin(), read_by_id_.end(), std::back_inserter(all),
               [&](std::size_t left, std::size_t right) { return id(left) < id(right); });
    return all;
}

const base::Error& CommitGraph::gap_of(const GraphCommit& commit) const {
    return gaps_.at(commit.commit.id);
}

std::size_t CommitGraph::first_known_not_below(const ObjectId& wanted) const {
    std::size_t low = 0;
    for (std::size_t high = known_.size(); low < high;) {
        const std::size_t middle = low + (high - low) / 2;
        if (known_.id(known_.in_order_of_ids(middle)) < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

std::vector<std::uint32_t>::const_iterator CommitGraph::first_read_not_below(const ObjectId& wanted) const {
    return std::lower_bound(read_by_id_.begin(), read_by_id_.end(), wanted,
                            [&](std::uint32_t at, const ObjectId& one) { return id(at) < one; });
}

std::optional<std::size_t> CommitGraph::find(const ObjectId& wanted) const {
    const auto read = first_read_not_below(wanted);
    if (read != read_by_id_.end() && id(*read) == wanted) return *read;
    const std::size_t rank = first_known_not_below(wanted);
    if (rank == known_.size() || known_.id(known_.in_order_of_ids(rank)) != wanted) return std::nullopt;
    return known_.in_order_of_ids(rank);
}

std::vector<bool> CommitGraph::reachable_from(const std::vector<std::size_t>& tips) const {
    std::vector<bool> reached(size(), false);
    for (const std::size_t tip : tips) reached[tip] = true;
    // Parents have smaller indices than their children.
    for (std::size_t at = size(); at-- > 0;) {
        if (!reached[at]) continue;
        for (const std::size_t parent : parents(at)) reached[parent] = true;
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
        truncated = truncated || is_truncated(at);
        for (const std::size_t parent : parents(at)) reached[parent] = true;
    }
    return truncated ? Answer::unknown : Answer::no;
}

std::vector<std::size_t> CommitGraph::range(const std::vector<std::size_t>& included,
                                            const std::vector<std::size_t>& excluded) const {
    const std::vector<bool> wanted = reachable_from(included);
    const std::vector<bool> unwanted = reachable_from(excluded);
    std::vector<std::size_t> found;
    for (std::size_t at = 0; at < size(); ++at) {
        if (wanted[at] && !unwanted[at]) found.push_back(at);
    }
    return found;
}

std::vector<std::size_t> CommitGraph::find_prefix(const std::string& prefix) const {
    const auto lowest = fill_up(prefix, '0');
    const auto highest = fill_up(prefix, 'f');
    std::vector<std::size_t> found;
    if (!lowest || !highest) return found;
    for (std::size_t rank = first_known_not_below(*lowest);
         rank < known_.size() && known_.id(known_.in_order_of_ids(rank)) <= *highest; ++rank)
        found.push_back(known_.in_order_of_ids(rank));
    for (auto at = first_read_not_below(*lowest); at != read_by_id_.end() && id(*at) <= *highest; ++at)
        found.push_back(*at);
    std::sort(found.begin(), found.end(),
              [&](std::size_t left, std::size_t right) { return id(left) < id(right); });
    return found;
}

} // namespace docs_lint::git
