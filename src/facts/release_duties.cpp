#include "facts/release_duties.hpp"

#include "facts/path_history.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace docs_lint::facts {
namespace {

using git::Answer;
using git::CommitGraph;
using git::Repository;

std::vector<ReleaseTag> tags_of(const Repository& repository, const CommitGraph& graph,
                                const std::vector<policy::Expression>& patterns) {
    auto tags = read_release_tags(repository, graph, patterns);
    return tags ? std::move(*tags) : std::vector<ReleaseTag>{};
}

bool is_due(const ClosedItem& item) {
    return item.has_all_duties && !item.lessons.path.empty() && !item.rule->release_tags.empty();
}

/// Judges each closed item's record and lessons record over the history.
class LessonsJudge {
public:
    LessonsJudge(const Corpus& corpus, const Repository& repository, const CommitGraph& graph,
                 std::size_t head)
        : corpus_(corpus), repository_(repository), graph_(graph), head_(head), paths_(repository, graph) {}

    std::optional<LateLessons> judge(const ClosedItem& item) {
        LateLessons late;
        late.item = &item;
        const auto closing = closing_commits(item);
        if (!closing) return unknown(late, closing.error());
        for (const ReleaseTag& tag : tags_of(repository_, graph_, item.rule->release_tags)) {
            if (!tag.graph_index || graph_.is_ancestor(*tag.graph_index, head_) != Answer::yes) continue;
            const auto closed = find_closing(*closing, *tag.graph_index);
            if (!closed) continue;
            const auto filed = is_filed_at(item.lessons.path, *tag.graph_index);
            if (!filed) return unknown(late, filed.error());
            if (*filed) continue;
            late.tag = tag.name;
            late.tag_commit = git::to_hex(tag.commit);
            late.closing_commit = git::to_hex(graph_.commits()[*closed].commit.id);
            return late;
        }
        // Closed already where the history begins: a release before that cannot be seen.
        for (const std::size_t commit : *closing)
            if (graph_.commits()[commit].truncated) return unknown(late, graph_.commits()[commit].gap);
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
        auto text = repository_.read_blob(*blob);
        if (!text) return base::fail(text.error());
        auto document = model::read(path, std::move(*text), *corpus_.policy->class_of(path), *corpus_.policy);
        if (!document) return base::fail(document.error());
        const DocumentFacts facts = judge_document(std::move(*document), *corpus_.policy, std::nullopt);
        return closed_[*blob] = closing_place(facts).has_value();
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
    PathHistory paths_;
    std::map<git::ObjectId, bool> closed_;
};

/// The tag of that release, else of the first one behind it.
const ReleaseTag* find_release(const std::vector<ReleaseTag>& tags, const ReleaseNumber& number) {
    const ReleaseTag* best = nullptr;
    for (const ReleaseTag& tag : tags)
        if (tag.number >= number && (best == nullptr || tag.number < best->number)) best = &tag;
    return best;
}

} // namespace

std::vector<OverdueDeviation> find_overdue_deviations(const Corpus& corpus, const Repository& repository,
                                                      const CommitGraph& graph, std::size_t head) {
    std::vector<OverdueDeviation> overdue;
    for (const DocumentFacts& document : corpus.documents) {
        const auto& rule = document->document_class->deviations;
        if (!rule || rule->release_tags.empty()) continue;
        for (const KnownDeviation& deviation : read_known_deviations(document)) {
            const auto release = urgent_release(deviation, *rule);
            if (!release) continue;
            std::vector<ReleaseTag> tags = tags_of(repository, graph, rule->release_tags);
            tags.erase(std::remove_if(tags.begin(), tags.end(),
                                      [&](const ReleaseTag& tag) {
                                          return tag.graph_index ? graph.is_ancestor(*tag.graph_index,
                                                                                     head) != Answer::yes
                                                                 : !graph.truncated();
                                      }),
                       tags.end());
            const ReleaseTag* tag = find_release(tags, *release);
            if (tag == nullptr) continue;
            const DeviationValue& value = *deviation.find(rule->release);
            overdue.push_back(
                {&document, deviation, value.text, value.source, *tag, tag->graph_index.has_value()});
        }
    }
    return overdue;
}

std::vector<LateLessons> find_late_lessons(const Corpus& corpus, const Repository& repository,
                                           const CommitGraph& graph, std::size_t head) {
    std::vector<LateLessons> late;
    LessonsJudge judge(corpus, repository, graph, head);
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
    return tags && !tags->empty();
}

} // namespace docs_lint::facts
