#include "facts/release_duties.hpp"

#include "facts/earlier_version.hpp"
#include "facts/path_history.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace docs_lint::facts {
namespace {

using git::Answer;
using git::CommitGraph;
using git::Repository;

/// Release tags by the patterns that tell them, each list read once.
class ReleaseTags {
public:
    ReleaseTags(const Repository& repository, const CommitGraph& graph)
        : repository_(repository), graph_(graph) {}

    using Tags = base::Result<std::vector<ReleaseTag>>;

    const Tags& matching(const std::vector<policy::Expression>& patterns) {
        const auto known = read_.find(&patterns);
        return known != read_.end()
                   ? known->second
                   : read_.emplace(&patterns, read_release_tags(repository_, graph_, patterns)).first->second;
    }

private:
    const Repository& repository_;
    const CommitGraph& graph_;
    std::map<const std::vector<policy::Expression>*, Tags> read_;
};

bool is_due(const ClosedItem& item) {
    return item.has_all_duties && !item.lessons.path.empty() && !item.rule->release_tags.empty();
}

/// Judges each closed item's record and lessons record over the history.
class LessonsJudge {
public:
    LessonsJudge(const Corpus& corpus, PathHistory& paths, std::size_t head)
        : corpus_(corpus), repository_(paths.repository()), graph_(paths.graph()), head_(head), paths_(paths),
          tags_(repository_, graph_) {}

    std::optional<LateLessons> judge(const ClosedItem& item) {
        LateLessons late;
        late.item = &item;
        const auto closing = closing_commits(item);
        if (!closing) return unknown(late, closing.error());
        const auto& tags = tags_.matching(item.rule->release_tags);
        if (!tags) return unknown(late, tags.error());
        for (const ReleaseTag& tag : *tags) {
            if (tag.problem) return unknown(late, *tag.problem);
            if (!tag.graph_index || graph_.is_ancestor(*tag.graph_index, head_) != Answer::yes) continue;
            const auto closed = find_closing(*closing, *tag.graph_index);
            if (!closed) continue;
            const auto filed = is_filed_at(item.lessons.path, *tag.graph_index);
            if (!filed) return unknown(late, filed.error());
            if (*filed) continue;
            late.tag = tag.name;
            late.tag_commit = git::to_hex(tag.commit);
            late.closing_commit = git::to_hex(graph_.commit(*closed).commit.id);
            return late;
        }
        // Closed already where the history begins: a release before that cannot be seen.
        for (const std::size_t commit : *closing)
            if (graph_.commit(commit).truncated) return unknown(late, graph_.gap_of(graph_.commit(commit)));
        return std::nullopt;
    }

private:
    static LateLessons unknown(LateLessons late, base::Error problem) {
        late.known = false;
        late.problem = std::move(problem);
        return late;
    }

    /// Commits after which the record is closed and before which, in every parent, it was not.
    base::Result<std::vector<std::size_t>> closing_commits(const ClosedItem& item) {
        const std::string& path = (*item.document)->path;
        const auto changes = paths_.changes_of(path);
        if (!changes) return base::fail(changes.error());
        std::vector<std::size_t> closing;
        for (const PathHistory::Change& change : *changes) {
            const auto after = is_closed(path, change.blob);
            if (!after) return base::fail(after.error());
            if (!*after) continue;
            bool before = false;
            for (const auto& parent : change.parents) {
                const auto closed = is_closed(path, parent);
                if (!closed) return base::fail(closed.error());
                before = before || *closed;
            }
            if (!before) closing.push_back(change.commit);
        }
        return closing;
    }

    [[nodiscard]] std::optional<std::size_t> find_closing(const std::vector<std::size_t>& closing,
                                                          std::size_t tag) const {
        for (const std::size_t commit : closing)
            if (graph_.is_ancestor(commit, tag) == Answer::yes) return commit;
        return std::nullopt;
    }

    base::Result<bool> is_closed(const std::string& path, const std::optional<git::ObjectId>& blob) {
        if (!blob) return false;
        const auto known = closed_.find(*blob);
        if (known != closed_.end()) return known->second;
        const auto facts = judge_version(path, repository_.read_blob(*blob), *corpus_.policy->class_of(path),
                                         *corpus_.policy);
        if (!facts) return base::fail(facts.error());
        return closed_[*blob] = closing_place(*facts).has_value();
    }

    base::Result<bool> is_filed_at(const std::string& path, std::size_t commit) {
        const auto blob = paths_.blob_at(path, commit);
        if (!blob) return base::fail(blob.error());
        if (!*blob) return false;
        const auto* document_class = corpus_.policy->class_of(path);
        auto text = repository_.read_blob(**blob);
        if (!text) return base::fail(text.error());
        return document_class == nullptr || model::read_filing_mark(*text, *document_class).filed;
    }

    const Corpus& corpus_;
    const Repository& repository_;
    const CommitGraph& graph_;
    std::size_t head_;
    PathHistory& paths_;
    ReleaseTags tags_;
    std::map<git::ObjectId, bool> closed_;
};

base::Error history_ends_before(const ReleaseTag& tag) {
    return {base::ErrorKind::unverifiable,
            tag.name + " is tagged, and this history ends before it can be told whether it is part of it",
            "fetch the whole history with `git fetch --unshallow --tags`"};
}

/// Whether a release is behind the checked commit.
class OverdueJudge {
public:
    OverdueJudge(const Repository& repository, const CommitGraph& graph, std::size_t head)
        : graph_(graph), head_(head), tags_(repository, graph) {}

    std::optional<OverdueDeviation> judge(const DocumentFacts& document, const policy::Deviations& rule,
                                          const KnownDeviation& deviation) {
        const auto release = urgent_release(deviation, rule);
        if (!release) return std::nullopt;
        const DeviationValue& value = *deviation.find(rule.release);
        OverdueDeviation overdue{&document, deviation, value.text, value.source, {}, {}};
        const auto& tags = tags_.matching(rule.release_tags);
        if (!tags) {
            overdue.unknown = tags.error();
            return overdue;
        }
        const ReleaseTag* tag = find_release(*tags, *release);
        if (tag == nullptr) return std::nullopt;
        overdue.tag = *tag;
        overdue.unknown = tag->problem;
        if (!tag->graph_index && !tag->problem) overdue.unknown = history_ends_before(*tag);
        return overdue;
    }

private:
    /// The tag of that release, else of the first one behind it; none that is known to lie elsewhere.
    [[nodiscard]] const ReleaseTag* find_release(const std::vector<ReleaseTag>& tags,
                                                 const ReleaseNumber& number) const {
        const ReleaseTag* best = nullptr;
        for (const ReleaseTag& tag : tags)
            if (tag.number >= number && (best == nullptr || tag.number < best->number) && may_count(tag))
                best = &tag;
        return best;
    }

    [[nodiscard]] bool may_count(const ReleaseTag& tag) const {
        if (tag.problem) return true;
        if (!tag.graph_index) return graph_.truncated();
        return graph_.is_ancestor(*tag.graph_index, head_) == Answer::yes;
    }

    const CommitGraph& graph_;
    std::size_t head_;
    ReleaseTags tags_;
};

} // namespace

std::vector<OverdueDeviation> find_overdue_deviations(const Corpus& corpus, const Repository& repository,
                                                      const CommitGraph& graph, std::size_t head) {
    std::vector<OverdueDeviation> overdue;
    OverdueJudge judge(repository, graph, head);
    for (const DocumentFacts& document : corpus.documents) {
        const auto& rule = document->document_class->deviations;
        if (!rule || rule->release_tags.empty()) continue;
        for (const KnownDeviation& deviation : read_known_deviations(document))
            if (auto found = judge.judge(document, *rule, deviation)) overdue.push_back(std::move(*found));
    }
    return overdue;
}

std::vector<LateLessons> find_late_lessons(const Corpus& corpus, PathHistory& paths, std::size_t head) {
    std::vector<LateLessons> late;
    LessonsJudge judge(corpus, paths, head);
    for (const ClosedItem& item : corpus.closed_items)
        if (is_due(item))
            if (auto found = judge.judge(item)) late.push_back(std::move(*found));
    return late;
}

bool asks_for_releases(const Corpus& corpus, const Repository& repository) {
    const bool closed = std::any_of(corpus.closed_items.begin(), corpus.closed_items.end(), is_due);
    const bool urgent =
        std::any_of(corpus.documents.begin(), corpus.documents.end(), [](const DocumentFacts& document) {
            const auto& rule = document->document_class->deviations;
            if (!rule) return false;
            const auto deviations = read_known_deviations(document);
            return std::any_of(deviations.begin(), deviations.end(), [&](const KnownDeviation& deviation) {
                return urgent_release(deviation, *rule).has_value();
            });
        });
    if (!closed && !urgent) return false;
    const auto tags = repository.references("refs/tags/");
    return !tags || !tags->empty();
}

} // namespace docs_lint::facts
